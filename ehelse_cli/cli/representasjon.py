"""`ehelse representasjon`: which organisations sit where, and what it takes."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Tabell, Ut, show_overview

HELP = """Vis hvilke virksomheter som sitter i hvilke forum, hvor mange møtedager det gir, og hvem som er i flere."""

EXAMPLE = """ehelse representasjon
ehelse representasjon --aar 2027
ehelse representasjon --tabell belastning --format csv"""


def run(
    ctx: typer.Context,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.representasjon import representasjonsoversikt

    return show_overview(ctx, lambda opened: representasjonsoversikt(opened.data, opened.dag, aar), format_, tabell, ut)
