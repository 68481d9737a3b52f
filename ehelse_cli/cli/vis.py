"""`ehelse vis`: anything that has an id, as of a day."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import Forum, felles

HELP = """Vis et forum, et møte, en sak, et mandat eller en virksomhet, slik det er per en dag."""

EXAMPLE = """ehelse vis nehr
ehelse vis nehr-2026-m3
ehelse vis 11/2026 --forum nehr
ehelse vis nehr@2024-01-01
ehelse vis digdir --per 2019-05-01"""

Id = Annotated[
    str, typer.Argument(metavar="ID", help="For eksempel nehr, nehr-2026-m2, nehr-2026-9 eller nehr@2024-01-01.")
]


def run(ctx: typer.Context, id_: Id, forum: Forum = None) -> int:
    """Find it, and show its sheet."""
    from ehelse_cli.cli.ids import find_id
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.report.sheet import sheet_as_text
    from ehelse_cli.report.vis import vis

    shared = felles(ctx)
    opened = open_tree(shared)
    place = screen(shared.farge)
    sheet = vis(opened.data, find_id(opened.data, id_, forum), opened.dag)
    show(sheet_as_text(sheet, place), colours=place.colours)
    return 0
