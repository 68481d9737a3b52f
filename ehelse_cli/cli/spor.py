"""`ehelse spor`: one matter from beginning to end."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.overview import Format, Tabell, Ut, show_overview
from ehelse_cli.cli.shared import Forum

HELP = """Følg en sak gjennom forumene til den som avgjør, og se om rådet ble fulgt og hvem saken venter på.

Det er det samme hvilken av sakene i rekken du spør om."""

EXAMPLE = """ehelse spor nehr-2026-5
ehelse spor 7/2026 --forum nuit
ehelse spor nufa-2026-1 --format markdown"""

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-2026-5.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    sak: SakId,
    forum: Forum = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Find the case, and show its way."""
    from ehelse_cli.cli.targets import the_case
    from ehelse_cli.oversikt.sporoversikt import sporoversikt

    return show_overview(
        ctx, lambda opened: sporoversikt(opened.data, the_case(opened, sak, forum), opened.dag), format_, tabell, ut
    )
