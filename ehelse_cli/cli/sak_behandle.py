"""`ehelse sak behandle`: what a meeting came to in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from ehelse_cli.cli.asking import ask, ask_for_points, on_terminal, yes
from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import BadValueError, UsageError
from ehelse_cli.cli.shared import Forum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før hva møtet kom til i en sak: utfallet, resultatet og vedtaket, punkt for punkt.

Ble forslaget vedtatt som det sto, er --som-foreslaatt nok. Uten --moete gjelder det siste møtet saken sto på. Med \
--moete kan SAK også være en fast sak, som den heter på sakslisten."""

EXAMPLE = """ehelse sak behandle nehr-2026-11 --resultat anbefalt --som-foreslaatt --proev
ehelse sak behandle 11/2026 --forum nehr --utfall utsatt --videre-til nehr-2027-m1 --proev
ehelse sak behandle veikart --moete nehr-2026-m4 --resultat tatt_til_orientering --som-foreslaatt --proev"""

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-2026-11.")]
Paa = Annotated[str | None, typer.Option("--moete", metavar="MØTE", help="Møtet som behandlet den.")]
Utfall = Annotated[
    str | None,
    typer.Option(
        "--utfall",
        metavar="UTFALL",
        help="behandlet, utsatt, sendt_tilbake, oversendt eller trukket. Ellers: behandlet.",
    ),
]
Resultat = Annotated[str | None, typer.Option("--resultat", metavar="RESULTAT", help="anbefalt, tilslutning …")]
Vedtak = Annotated[list[str] | None, typer.Option("--vedtak", metavar="TEKST", help="Ett punkt; kan gjentas.")]
SomForeslaatt = Annotated[bool, typer.Option("--som-foreslaatt", help="Vedtaket ble som forslaget.")]
Votering = Annotated[str | None, typer.Option("--votering", metavar="ORD", help="enstemmig eller konsensus.")]
VidereTil = Annotated[str | None, typer.Option("--videre-til", metavar="ID", help="Møtet eller forumet saken går til.")]
Begrunnelse = Annotated[str | None, typer.Option("--begrunnelse", metavar="TEKST", help="Hvorfor.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    sak: SakId,
    moete: Paa = None,
    utfall: Utfall = None,
    resultat: Resultat = None,
    vedtak: Vedtak = None,
    som_foreslaatt: SomForeslaatt = False,
    votering: Votering = None,
    videre_til: VidereTil = None,
    begrunnelse: Begrunnelse = None,
    forum: Forum = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Find the line of the agenda, write what is said of it."""
    if som_foreslaatt and vedtak:
        raise UsageError("--som-foreslaatt og --vedtak kan ikke stå sammen")
    if not (utfall or resultat or vedtak or som_foreslaatt or videre_til) and on_terminal():
        utfall, resultat, som_foreslaatt, vedtak = _asked()
    said: dict[str, Value] = {
        "utfall": _lawful("--utfall", utfall or "behandlet", "Utfall"),
        "resultat": _lawful("--resultat", resultat, "Resultat") if resultat else "",
        "vedtak": "som_foreslaatt" if som_foreslaatt else list(vedtak or ()),
        "votering": votering or "",
        "videre_til": videre_til or "",
        "begrunnelse": begrunnelse or "",
    }
    return edit(ctx, lambda opened, desk: _plan(opened, desk, (sak, forum, moete), said), proev=proev, likevel=likevel)


def _asked() -> tuple[str, str, bool, list[str]]:
    """What came of it, told by whoever sits at the terminal."""
    utfall = ask("Utfall (tomt: behandlet)", lambda answer: _lawful("utfallet", answer, "Utfall"), optional=True)
    if utfall not in ("", "behandlet"):
        return utfall, "", False, []
    resultat = ask(
        "Resultat (tomt om det ikke ble noe)", lambda answer: _lawful("resultatet", answer, "Resultat"), optional=True
    )
    som_foreslaatt = yes("Ble forslaget vedtatt som det sto")
    return "behandlet", resultat, som_foreslaatt, [] if som_foreslaatt else ask_for_points("Vedtaket")


def _lawful(option: str, given: str, kind: str) -> str:
    from ehelse_cli.core import moete

    lawful = tuple(map(str, get_args(getattr(moete, kind))))
    if given not in lawful:
        raise BadValueError(option, given, lawful)
    return given


def _plan(opened: Opened, desk: Desk, which: tuple[str, str | None, str | None], said: Mapping[str, Value]) -> Plan:
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.load.edit.change import Put

    moete, nr = the_line(opened, *which)
    changes = [Put(("saksliste", nr, key), value) for key, value in said.items() if value]
    return Plan(desk.change(data_path(opened, moete.id), *changes), tells=("MOT",))


def the_line(opened: Opened, sak: str, forum: str | None, moete: str | None) -> tuple[Moete, int]:
    """The meeting, and the number of the line in its agenda, of a case that nobody has said what came of.

    Raises:
        NothingToDoError: if the case stands on no such agenda, or the outcome is there.
    """
    from ehelse_cli.cli.targets import the_case, the_meeting

    moetet = the_meeting(opened, moete) if moete else None
    standing = [nr for nr, punkt in enumerate(moetet.saksliste) if punkt.fast == sak] if moetet else []
    if moetet and standing:
        return _open(moetet, standing[-1])
    saken = _without_paper(opened, sak, forum) or the_case(opened, sak, forum).id
    if (paper := opened.data.saker.get(saken)) is not None and paper.er_unntatt:
        raise NothingToDoError(f"{saken} er unntatt offentlighet: hva den ble til, skrives i den lukkede mappen")
    wanted = moetet.id if moetet else None
    there = [one for one in opened.data.behandlinger(saken) if wanted in (None, one[0].id) and one[0].avlyst is None]
    if not there:
        hvor = f"sakslisten i {wanted}" if wanted else "noen saksliste"
        raise NothingToDoError(f"{saken} står ikke på {hvor}")
    return _open(*there[-1])


def _without_paper(opened: Opened, sak: str, forum: str | None) -> str | None:
    """The id of a case that stands on an agenda, whether it has a paper of its own or not."""
    readings = (sak, opened.data.sak_id(forum, sak) if forum else None)
    return next((one for one in readings if one and opened.data.behandlinger(one)), None)


def _open(moete: Moete, nr: int) -> tuple[Moete, int]:
    """The line, of which nobody has said what it came to.

    Raises:
        NothingToDoError: if somebody has, or there was no meeting.
    """
    if moete.avlyst is not None:
        raise NothingToDoError(f"{moete.id} er avlyst")
    if moete.saksliste[nr].utfall is not None:
        raise NothingToDoError(f"utfallet er alt ført i {moete.id}: {moete.saksliste[nr].utfall}")
    return moete, nr
