"""`ehelse medlem avslutt`: a member leaves before the term is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import VACANT, Likevel, NothingToDoError, Plan, Proev, edit, only
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før at et medlem går ut, og vis hva som da er ledig.

Uten --dato er dagen det vurderes per, den siste."""

EXAMPLE = """ehelse medlem avslutt nehr "Ingvild Tofte" --dato 2026-12-15 --proev"""

Navn = Annotated[str, typer.Argument(metavar="NAVN", help="Medlemmets navn, i hermetegn.")]
Dato = Annotated[str | None, typer.Option("--dato", metavar="DATO", help="Siste dag som medlem.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context, forum: ForumId, navn: Navn, dato: Dato = None, proev: Proev = False, likevel: Likevel = None
) -> int:
    """Find the row, write the last day, show the council after."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, forum, navn, dato), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, forum: str, navn: str, dato: str | None) -> Plan:
    from datetime import timedelta

    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day, the_member
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.oversikt.medlemsoversikt import medlemsoversikt

    eier = the_forum(opened, forum)
    rad = the_member(opened, eier, navn)
    siste = the_day("--dato", dato, opened.dag)
    if rad.siste_dag is not None and rad.siste_dag <= siste:
        raise NothingToDoError(f"perioden til {rad.medlem.navn} er slutt {rad.siste_dag.isoformat()}")
    change = Put(("medlemmer", rad.nr, "fratraadt"), siste.isoformat())
    etter = siste + timedelta(days=1)
    return Plan(
        desk.change(data_path(opened, eier.id), change),
        lambda after: (only(medlemsoversikt(after, after.forum[eier.id], etter), "ledige", "krav"),),
        VACANT,
    )
