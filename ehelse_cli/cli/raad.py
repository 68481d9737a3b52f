"""`ehelse raad`: what was advised, and what became of it."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """List opp rådene: hva som ble rådet, hvem som avgjør, og om det ble fulgt, helt eller delvis, med begrunnelsen.

Tallene per år sier hvor mange av de besvarte rådene som ble fulgt."""

EXAMPLE = """ehelse raad
ehelse raad --forum nehr --aar 2026
ehelse raad --format csv --tabell per_aar"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: Forum = None,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.raad import raadsoversikt

    return show_overview(
        ctx, lambda opened: raadsoversikt(opened.data, opened.dag, known_forum(opened, forum), aar), format_, tabell, ut
    )
