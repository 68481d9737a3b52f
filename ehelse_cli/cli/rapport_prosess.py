"""`ehelse rapport prosess`: the three main processes, by council."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Tabell, Ut, show_overview

HELP = """Tell sakene etter hovedprosess (strategi, portefølje, forvaltning) og forum."""

EXAMPLE = """ehelse rapport prosess
ehelse rapport prosess --aar 2026 --format csv"""


def run(
    ctx: typer.Context,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.prosess import prosessoversikt

    return show_overview(ctx, lambda opened: prosessoversikt(opened.data, opened.dag, aar), format_, tabell, ut)
