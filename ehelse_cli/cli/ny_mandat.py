"""`ehelse ny mandat`: a draft of the next revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag et utkast til nytt mandat, likt det som gjelder nå.

Rett i utkastet etterpå. `ehelse mandat diff` viser hva som er endret, og `ehelse mandat plan` hva det fører til."""

EXAMPLE = """ehelse ny mandat nehr 2028-01-01 --proev"""

Fra = Annotated[str, typer.Argument(metavar="DATO", help="Dagen det skal gjelde fra.")]


def run(ctx: typer.Context, forum: ForumId, fra: Fra, proev: Proev = False, likevel: Likevel = None) -> int:
    """Copy the revision in force, as a draft."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, forum, fra), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, forum: str, fra: str) -> Plan:
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day
    from ehelse_cli.load.edit.change import Change, Put, Remove

    eier = the_forum(opened, forum)
    dagen = the_day("DATO", fra, opened.dag)
    mandat = opened.data.mandat_for(eier.id, opened.dag)
    if mandat is None:
        raise UsageError(f"ingen kjente mandater gjelder for {eier.id}", "Skriv det første i data/mandater/ for hånd.")
    if mandat.fra is not None and dagen <= mandat.fra:
        raise UsageError(f"{fra} er ikke etter {mandat.id}, som gjelder nå")
    old = data_path(opened, mandat.id)
    new = f"mandater/{eier.id}/{dagen.isoformat()}-utkast.md"
    head = desk.head(old)
    gone = [key for key in ("vedtatt", "kjent_per", "gjelder_til") if key in head]
    changes: list[Change] = [Put(("status",), "utkast"), Put(("gjelder_fra",), dagen.isoformat())]
    changes += [Remove((key,)) for key in gone]
    return Plan(desk.create(new, desk.text(old)).change(new, *changes))
