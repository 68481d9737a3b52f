"""`ehelse ny aarshjul`: the calendar of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag årshjulet for et år, for de samme forumene og i samme rekkefølge som året før.

Det har ingen hendelser ennå. Møtene lages med `ehelse ny moete`."""

EXAMPLE = """ehelse ny aarshjul 2028 --proev"""

Aar = Annotated[int, typer.Argument(metavar="AAR", help="For eksempel 2028.", min=1600, max=2400)]


def run(ctx: typer.Context, aar: Aar, proev: Proev = False, likevel: Likevel = None) -> int:
    """Write the file."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, aar), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, aar: int) -> Plan:
    from ehelse_cli.load.edit.new import yaml_text

    siste = max(
        (one for one in opened.data.aarshjul.values() if one.id < f"aarshjul-{aar}"),
        key=lambda one: one.id,
        default=None,
    )
    forum = siste.forum if siste else tuple(id_ for id_ in opened.data.forum if opened.data.moeter_for(id_))
    if not forum:
        raise UsageError("ingen forum har møter", "Lag et forum først: `ehelse ny forum`.")
    head: dict[str, Value] = {"forum": list(forum), "hendelser": []}
    return Plan(desk.create(f"aarshjul/{aar}.yaml", yaml_text(head)))
