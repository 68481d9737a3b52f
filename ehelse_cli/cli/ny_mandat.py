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

HELP = """Lag et utkast til nytt mandat, likt det som gjelder nå; til det første, et der ingenting er regulert ennå.

Rett i utkastet etterpå. `ehelse mandat diff` viser hva som er endret, og `ehelse mandat plan` hva det fører til. \
`ehelse mandat vedta` fører at det er vedtatt."""

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
    new = f"mandater/{eier.id}/{dagen.isoformat()}-utkast.md"
    if mandat is None:
        if known := opened.data.mandater_for(eier.id):
            raise UsageError(f"ingen av mandatene for {eier.id} gjelder denne dagen", f"Det siste er {known[-1].id}.")
        return Plan(desk.create(new, _first(eier.id, dagen.isoformat())))
    if mandat.fra is not None and dagen <= mandat.fra:
        raise UsageError(f"{fra} er ikke etter {mandat.id}, som gjelder nå")
    old = data_path(opened, mandat.id)
    head = desk.head(old)
    gone = [key for key in ("vedtatt", "kjent_per", "gjelder_til") if key in head]
    changes: list[Change] = [Put(("status",), "utkast"), Put(("gjelder_fra",), dagen.isoformat())]
    changes += [Remove((key,)) for key in gone]
    return Plan(desk.create(new, desk.text(old)).change(new, *changes))


def _first(forum: str, dagen: str) -> str:
    """A mandate in which nothing is regulated yet: what must be decided stands there, to be written over."""
    from ehelse_cli.resources import folder

    empty = (folder("templates") / "nytt" / "mandat.md").read_text("utf-8")
    return empty.replace("{forum}", forum).replace("{dato}", dagen)
