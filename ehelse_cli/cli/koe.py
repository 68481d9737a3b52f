"""`ehelse koe`: the cases that wait for a meeting."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """List opp sakene som venter på nummer og møte, hvilket møte de skal til, og hva papiret mangler.

Saker som ble utsatt eller sendt tilbake, og som ikke er satt opp igjen, står for seg."""

EXAMPLE = """ehelse koe
ehelse koe --forum nuit
ehelse koe --format markdown"""


def run(
    ctx: typer.Context,
    forum: Forum = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.koe import koeoversikt

    return show_overview(
        ctx, lambda opened: koeoversikt(opened.data, opened.dag, known_forum(opened, forum)), format_, tabell, ut
    )
