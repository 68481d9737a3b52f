"""`ehelse moete flytt`: another day for a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Flytt et møte til en annen dag, og vis fristene før og etter.

Møtet beholder id-en, og det blir stående når det skulle ha vært. Sier du bare dagen, beholdes klokkeslettene. \
Det vises hva som ellers er den dagen, hvem som går ut i mellomtiden, og hvilke regler som blir brutt. Er forfall \
ført, vises det om resten er nok."""

EXAMPLE = """ehelse moete flytt nehr-2026-m4 2026-12-09 --proev
ehelse moete flytt nuit-2027-m1 "2027-02-11 09:00-15:00" --begrunnelse "Lokalet er opptatt" --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2026-m4.")]
Tid = Annotated[
    list[str], typer.Argument(metavar="TID", help='2026-12-09, eller "2026-12-09 10:00-15:00"; én for hver dag.')
]
Begrunnelse = Annotated[str | None, typer.Option("--begrunnelse", metavar="TEKST", help="Hvorfor møtet flyttes.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    tid: Tid,
    begrunnelse: Begrunnelse = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Move it, show what that does, write."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, tid, begrunnelse), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, given: str, tid: Sequence[str], begrunnelse: str | None) -> Plan:
    from ehelse_cli.cli.targets import data_path, is_held, the_meeting
    from ehelse_cli.load.edit.change import Append, Put
    from ehelse_cli.oversikt.flytting import flytteoversikt

    moete = the_meeting(opened, given)
    if moete.avlyst is not None or is_held(moete):
        raise NothingToDoError(f"{moete.id} er {'avlyst' if moete.avlyst else 'holdt'}")
    path = data_path(opened, moete.id)
    old = desk.value(path, "tid")
    new = [_with_clock(one, old, nr) for nr, one in enumerate(tid)]
    if new in (old, [old]):
        raise NothingToDoError(f"{moete.id} er alt satt til {', '.join(new)}")
    trail = {"opprinnelig": old, "dato": opened.dag.isoformat()}
    if begrunnelse:
        trail["begrunnelse"] = begrunnelse
    changes = (Put(("tid",), new[0] if len(new) == 1 else list(new)), Append(("flyttet",), trail))
    return Plan(desk.change(path, *changes), lambda after: (flytteoversikt(opened.data, after, moete.id, opened.dag),))


def _with_clock(new: str, old: object, nr: int) -> str:
    """The new time; the clock of the old day where none is given.

    Raises:
        UsageError: if it is no time.
    """
    from ehelse_cli.cli.targets import NotATimeError
    from ehelse_cli.core.moete import les_moetedag

    before = old if isinstance(old, list) else [old]
    try:
        day = les_moetedag(new)
    except ValueError as problem:
        raise NotATimeError(problem) from None
    clock = str(before[nr]).partition(" ")[2] if nr < len(before) and "/" not in str(before[nr]) else ""
    return f"{new} {clock}" if day.fra is None and clock else new
