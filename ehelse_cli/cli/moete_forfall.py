"""`ehelse moete forfall`: who has said beforehand that they cannot come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før før møtet hvem som har meldt forfall, og vis om resten er nok til å gi råd.

Hvem som kom, føres etterpå med `ehelse moete fremmoete`; de som har meldt forfall, er da med."""

EXAMPLE = """ehelse moete forfall nuit-2027-m1 "Helene Vatne" "Rune Dalseth" --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nuit-2027-m1.")]
Navn = Annotated[list[str], typer.Argument(metavar="NAVN", help="Medlemmets navn, i hermetegn; flere etter hverandre.")]


def run(ctx: typer.Context, moete: MoeteId, navn: Navn, proev: Proev = False, likevel: Likevel = None) -> int:
    """Match the names, add them, show the quorum."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, navn), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, given: str, said: Sequence[str]) -> Plan:
    from ehelse_cli.cli.moete_fremmoete import known, members
    from ehelse_cli.cli.targets import data_path, the_meeting
    from ehelse_cli.core.moete import Fremmoete
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.oversikt.etterarbeid import mangler_fremmoete
    from ehelse_cli.oversikt.forfall import forfallsoversikt

    moete = the_meeting(opened, given)
    if moete.avlyst is not None or not mangler_fremmoete(moete):
        raise NothingToDoError(f"{moete.id} er {'avlyst' if moete.avlyst else 'holdt: fremmøtet er ført'}")
    there = members(opened, moete)
    before = [row.navn for row in moete.fremmoete.forfall] if isinstance(moete.fremmoete, Fremmoete) else []
    new = [name for one in said if (name := known(opened, moete, there, one)) not in before]
    if not new:
        raise NothingToDoError(f"{', '.join(said)} har alt meldt forfall til {moete.id}")
    away: list[Value] = [*before, *dict.fromkeys(new)]
    return Plan(
        desk.change(data_path(opened, moete.id), Put(("fremmoete",), {"forfall": away})),
        lambda after: (forfallsoversikt(after, moete.id, opened.dag),),
    )
