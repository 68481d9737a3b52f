"""`ehelse moete protokoller`: what happened to the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import ask_if_nobody_said
from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.load.edit.change import Change
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før at utkastet til referat er sendt, og at referatet er godkjent eller publisert.

Referatet lages med `ehelse lag referat`. Hva møtet kom til i sakene, føres med `ehelse sak behandle`; ble de faste \
sakene som foreslått, er --faste-som-foreslaatt nok for dem alle."""

EXAMPLE = """ehelse moete protokoller nuit-2026-m4 --publisert 2026-12-01 --proev
ehelse moete protokoller nehr-2026-m4 --faste-som-foreslaatt --per 2026-12-02 --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2026-m4.")]
Utkast = Annotated[str | None, typer.Option("--utkast-sendt", metavar="DATO", help="Dagen utkastet ble sendt.")]
Godkjent = Annotated[str | None, typer.Option("--godkjent", metavar="DATO", help="Dagen det ble godkjent utenom møte.")]
Publisert = Annotated[str | None, typer.Option("--publisert", metavar="DATO", help="Dagen det ble publisert.")]
Faste = Annotated[
    bool, typer.Option("--faste-som-foreslaatt", help="Alle faste saker det ikke er ført noe om, ble som foreslått.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    utkast_sendt: Utkast = None,
    godkjent: Godkjent = None,
    publisert: Publisert = None,
    faste_som_foreslaatt: Faste = False,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Write the days, and what the standing items came to."""
    said = {"utkast_sendt": utkast_sendt, "godkjent": godkjent, "publisert": publisert}
    if not any(said.values()) and not faste_som_foreslaatt:
        said = {key: ask_if_nobody_said(question, None, _a_day) for key, question in _QUESTIONS.items()}
    return edit(
        ctx, lambda opened, desk: _plan(opened, desk, moete, said, faste_som_foreslaatt), proev=proev, likevel=likevel
    )


_QUESTIONS = {
    "utkast_sendt": "Hvilken dag ble utkastet sendt",
    "godkjent": "Hvilken dag ble det godkjent utenom møte",
    "publisert": "Hvilken dag ble det publisert",
}


def _a_day(answer: str) -> str:
    from datetime import date

    from ehelse_cli.cli.targets import the_day

    return the_day("dagen", answer, date.min).isoformat()


def _plan(opened: Opened, desk: Desk, given: str, said: Mapping[str, str | None], faste: bool) -> Plan:
    from ehelse_cli.cli.targets import data_path, the_day, the_meeting
    from ehelse_cli.load.edit.change import Put

    moete = the_meeting(opened, given)
    days = {key: the_day(f"--{key.replace('_', '-')}", day, opened.dag).isoformat() for key, day in said.items() if day}
    standing = tuple(_standing(opened, moete)) if faste else ()
    if faste and not standing:
        raise NothingToDoError(f"alt er ført om de faste sakene i {moete.id}")
    if not days and not standing:
        raise UsageError("det er ikke sagt hva som skal føres", "For eksempel --utkast-sendt 2026-12-09.")
    known = [key for key in days if moete.referat is not None and getattr(moete.referat, key) is not None]
    if known:
        raise NothingToDoError(f"«{known[0]}» er alt ført i {moete.id}")
    changes: list[Change] = [Put(("referat", key), day) for key, day in days.items()]
    if days and moete.referat is None:
        changes = [Put(("referat",), dict(days))]
    return Plan(desk.change(data_path(opened, moete.id), *standing, *changes), tells=("MOT",))


def _standing(opened: Opened, moete: Moete) -> Iterator[Change]:
    """That each standing item nobody has said anything of, came out as it was proposed.

    Raises:
        NothingToDoError: if the meeting was cancelled.
    """
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.oversikt.etterarbeid import faste_som_foreslaatt

    if moete.avlyst is not None:
        raise NothingToDoError(f"{moete.id} er avlyst")
    for nr, has_text in faste_som_foreslaatt(opened.data, moete):
        yield Put(("saksliste", nr, "utfall"), "behandlet")
        if has_text:
            yield Put(("saksliste", nr, "vedtak"), "som_foreslaatt")
