"""`ehelse moete fremmoete`: who was there, told by who was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import ask_for_several
from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.oversikt import Oversikt

HELP = """Før fremmøtet: alle som er medlem den dagen, var der, unntatt dem du sier meldte forfall.

En stedfortreder føres med --vara "Navn for Medlem". Kom noen senere eller gikk før, skriv det i filen etterpå. \
Det vises om møtet var beslutningsdyktig."""

EXAMPLE = (
    'ehelse moete fremmoete nehr-2026-m4 --forfall "Sverre Midtgaard" --vara "Ola Sandvik for Kari Moen" '
    "--per 2026-12-02 --proev"
)

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2026-m4.")]
Forfall = Annotated[list[str] | None, typer.Option("--forfall", metavar="NAVN", help="Ikke der; kan gjentas.")]
Vara = Annotated[
    list[str] | None, typer.Option("--vara", metavar="«NAVN for MEDLEM»", help="Møtte i stedet; kan gjentas.")
]
Sekretariat = Annotated[
    list[str] | None, typer.Option("--sekretariat", metavar="NAVN", help="Fra sekretariatet; kan gjentas.")
]
_FOR = " for "


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    forfall: Forfall = None,
    vara: Vara = None,
    sekretariat: Sekretariat = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Match the names, write the sections, show the verdict."""
    if forfall is None and vara is None:
        forfall = ask_for_several("Hvem meldte forfall", None)
        vara = ask_for_several("Hvem møtte for noen, som «Navn for Medlem»", None, _as_told)
    said = (forfall or (), dict(_substitute(one) for one in vara or ()), sekretariat or ())
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, said), proev=proev, likevel=likevel)


def _as_told(given: str) -> str:
    _substitute(given)
    return given


def _substitute(given: str) -> tuple[str, str]:
    """The member, and who came instead.

    Raises:
        UsageError: if it does not say for whom.
    """
    name, _, member = " ".join(given.split()).partition(_FOR)
    if not name or not member:
        raise UsageError(f"--vara «{given}» sier ikke for hvem", 'Skriv --vara "Ola Sandvik for Kari Moen".')
    return member, name


def _plan(opened: Opened, desk: Desk, given: str, said: tuple[Sequence[str], Mapping[str, str], Sequence[str]]) -> Plan:
    from ehelse_cli.cli.targets import data_path, the_meeting
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.oversikt.etterarbeid import mangler_fremmoete

    moete = the_meeting(opened, given)
    if not mangler_fremmoete(moete):
        raise NothingToDoError(f"fremmøtet er alt ført i {moete.id}")
    forfall, varaer, sekretariat = said
    medlemmer = members(opened, moete)
    byttet = {known(opened, moete, medlemmer, member): name for member, name in varaer.items()}
    # Who cannot come and sends somebody, is told of by whom was sent.
    borte = {known(opened, moete, medlemmer, name) for name in (*forfall, *sent_word(moete, medlemmer))}
    borte -= byttet.keys()
    der: list[Value] = [
        {"navn": byttet[navn], "for": navn} if navn in byttet else navn for navn in medlemmer if navn not in borte
    ]
    value: dict[str, Value] = {"medlemmer": der}
    value |= {"sekretariat": list(sekretariat)} if sekretariat else {}
    value |= {"forfall": [navn for navn in medlemmer if navn in borte]} if borte else {}
    return Plan(
        desk.change(data_path(opened, moete.id), Put(("fremmoete",), value)),
        lambda after: (verdict(opened, after, moete.id),),
        ("MOT",),
    )


def sent_word(moete: Moete, members: Sequence[str]) -> tuple[str, ...]:
    """The members who said beforehand that they would not come."""
    from ehelse_cli.core.moete import Fremmoete

    told = moete.fremmoete.forfall if isinstance(moete.fremmoete, Fremmoete) else ()
    return tuple(row.navn for row in told if row.navn in members)


def members(opened: Opened, moete: Moete) -> list[str]:
    """The members that day, the leader without a seat too, as they are written in the council's file.

    Raises:
        NothingToDoError: if nobody knows who they were.
    """
    from ehelse_cli.core.register import medlemmer_er_kjent, register

    forum = opened.data.forum[opened.data.forum_of(moete.id)]
    reg = register(opened.data, forum, moete.tid.dato)
    if reg is None or not medlemmer_er_kjent(forum, moete.tid.dato):
        raise NothingToDoError(f"hvem som var medlem i {forum.id} den dagen, er ikke kjent")
    return [rad.medlem.navn for rad in (*reg.medlemmer, *reg.uten_sete)]


def known(opened: Opened, moete: Moete, members: Sequence[str], given: str) -> str:
    """The member that is meant.

    Raises:
        NoSuchMemberError: if there is none.
    """
    from ehelse_cli.cli.errors import nearest
    from ehelse_cli.cli.targets import NoSuchMemberError

    names = {name.casefold(): name for name in members}
    found = names.get(" ".join(given.split()).casefold())
    if found is None:
        near = tuple(names[one] for one in nearest(given, tuple(names), 3))
        raise NoSuchMemberError(given, near, opened.data.forum_of(moete.id))
    return found


def verdict(opened: Opened, after: Dataset, id_: str) -> Oversikt:
    """How many there were, and whether they could decide."""
    from ehelse_cli.oversikt.oppmoeteoversikt import ett_moete
    from ehelse_cli.oversikt.oversikt import Oversikt

    table = ett_moete(after, after.moeter[id_])
    return Oversikt("fremmoete", f"Fremmøtet i {id_}", opened.dag, (table,), (), after.datasett.er_eksempel)
