"""`ehelse innspill`: what members said of the cases, and what came of it."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """List opp innspillene fra medlemmene, og hva som ble gjort med hvert av dem."""

EXAMPLE = """ehelse innspill
ehelse innspill --forum nufa --aar 2026
ehelse innspill --format markdown"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: Forum = None,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.innspill import innspillsoversikt

    return show_overview(
        ctx,
        lambda opened: innspillsoversikt(opened.data, opened.dag, known_forum(opened, forum), aar),
        format_,
        tabell,
        ut,
    )
