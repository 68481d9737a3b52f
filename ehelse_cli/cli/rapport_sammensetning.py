"""`ehelse rapport sammensetning`: the councils year by year."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """Vis sammensetningen år for år: seter, sektorer, bakgrunn, hvem som er nye, og om den var som mandatet sier."""

EXAMPLE = """ehelse rapport sammensetning
ehelse rapport sammensetning --forum nuit
ehelse rapport sammensetning --aar 2025 --format json"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: Forum = None,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.sammensetning import sammensetningsoversikt

    return show_overview(
        ctx,
        lambda opened: sammensetningsoversikt(opened.data, opened.dag, known_forum(opened, forum), aar),
        format_,
        tabell,
        ut,
    )
