"""A year to come: the plan of its days shown, or laid out as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehelse_cli.cli.editing import Plan
from ehelse_cli.cli.progress import waiting
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.year_shown import Form, draw, show

if TYPE_CHECKING:
    import typer

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.cli.planning_options import Asked
    from ehelse_cli.load.edit.edits import Desk

_LOOKING = "leter etter dager"


def show_plan(ctx: typer.Context, asked: Asked, form: Form) -> int:
    """The plan; or what binds, and 1."""
    from ehelse_cli.cli.opening import open_tree, tree_at
    from ehelse_cli.cli.planning import make_plan
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.aarsbilde import aarsbilde
    from ehelse_cli.oversikt.aarskonflikt import Planloes, konfliktoversikt
    from ehelse_cli.oversikt.aarsplan import planoversikt
    from ehelse_cli.report.aarshjul_tekst import plan_som_tekst

    shared = felles(ctx)
    opened = open_tree(shared)
    with waiting(_LOOKING, quiet=shared.stille):
        made = make_plan(opened, Desk(tree_at(opened.root, shared.revisjon)), asked)
    if isinstance(made.plan, Planloes):
        show(ctx, opened, konfliktoversikt(made.plan), form)
        return 1
    draw(ctx, opened, made.data, made.aar, form)
    bilde = aarsbilde(made.data, made.aar, opened.dag)
    return show(ctx, opened, planoversikt(made.plan), form, lambda seen, place: plan_som_tekst(seen, bilde, place))


def plan_files(ctx: typer.Context, opened: Opened, desk: Desk, asked: Asked, form: Form) -> Plan:
    """The desk with the plan's files; the plan itself is shown with them.

    Raises:
        NoPlanError: if there is none; what binds is shown.
        MovesMeetingError: if it would have a meeting that stands on another day.
    """
    from ehelse_cli.cli.planning import MovesMeetingError, NoPlanError, make_plan, moved
    from ehelse_cli.oversikt.aarskonflikt import Planloes, konfliktoversikt
    from ehelse_cli.oversikt.aarsplan import planoversikt

    with waiting(_LOOKING, quiet=felles(ctx).stille):
        made = make_plan(opened, desk, asked)
    if isinstance(made.plan, Planloes):
        show(ctx, opened, konfliktoversikt(made.plan), Form())
        raise NoPlanError(made.aar)
    if ider := moved(made):
        raise MovesMeetingError(ider)
    draw(ctx, opened, made.data, made.aar, form)
    plan = made.plan
    return Plan(made.desk, lambda _: (planoversikt(plan),))
