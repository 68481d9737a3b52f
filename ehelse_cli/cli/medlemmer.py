"""`ehelse medlemmer`: who sits in a council, against its mandate."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Format, ForumId, Tabell, Ut, show_overview, the_forum

HELP = """Vis hvem som sitter i et forum per en dag, holdt mot mandatet.

Med er ledige seter, hvor langt periodene er kommet, hvem som oppnevner, og det som går ut det neste halve året."""

EXAMPLE = """ehelse medlemmer nehr
ehelse medlemmer nuit --per 2027-01-15
ehelse medlemmer nehr --format csv"""


def run(
    ctx: typer.Context,
    forum: ForumId,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.medlemsoversikt import medlemsoversikt

    return show_overview(
        ctx, lambda opened: medlemsoversikt(opened.data, the_forum(opened, forum), opened.dag), format_, tabell, ut
    )
