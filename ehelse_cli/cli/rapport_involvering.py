"""`ehelse rapport involvering`: how early the councils meet a matter."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Tabell, Ut, show_overview

HELP = (
    """Vis i hvilken fase sakene kom til forumene første gang, om kommunene ble konsultert, og tiden fram til svar."""
)

EXAMPLE = """ehelse rapport involvering
ehelse rapport involvering --aar 2026 --format markdown"""


def run(
    ctx: typer.Context,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.involvering import involveringsoversikt

    return show_overview(ctx, lambda opened: involveringsoversikt(opened.data, opened.dag, aar), format_, tabell, ut)
