"""`ehelse ny aarshjul`: the calendar of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag årshjulet for et år, for de samme forumene og i samme rekkefølge som året før.

Det har ingen hendelser ennå. Møtene lages med `ehelse ny moete`, eller foreslås med `ehelse aarshjul --planlegg`."""

EXAMPLE = """ehelse ny aarshjul 2028 --proev"""

Aar = Annotated[int, typer.Argument(metavar="AAR", help="For eksempel 2028.", min=1600, max=2400)]


def run(ctx: typer.Context, aar: Aar, proev: Proev = False, likevel: Likevel = None) -> int:
    """Write the file."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, aar), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, aar: int) -> Plan:
    from ehelse_cli.load.edit.new import yaml_text

    head: dict[str, Value] = {"forum": list(forumene(opened.data, aar)), "hendelser": []}
    return Plan(desk.create(f"aarshjul/{aar}.yaml", yaml_text(head)))


def forumene(data: Dataset, aar: int) -> tuple[str, ...]:
    """The councils of a new calendar: those of the last one before it, else those of the model.

    Raises:
        UsageError: if there are none.
    """
    tidligere = [one for one in data.aarshjul.values() if one.id < f"aarshjul-{aar}"]
    siste = max(tidligere, key=lambda one: one.id, default=None)
    forum = siste.forum if siste else _below_first(data)
    if not forum:
        raise UsageError("det finnes ingen forum", "Lag et først: `ehelse ny forum`.")
    return forum


#: Cases go from those who know the subject to those who advise.
_ORDER = ("arbeidsutvalg", "fagutvalg", "utvalg", "raad")


def _below_first(data: Dataset) -> tuple[str, ...]:
    """The councils of the model, in the order that cases go through them."""
    ours = [one for one in data.forum.values() if one.nivaa in _ORDER and one.avviklet is None]
    return tuple(one.id for one in sorted(ours, key=lambda one: _ORDER.index(one.nivaa or "raad")))
