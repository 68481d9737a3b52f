"""`ehelse status`: the secretary's morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ehelse_cli.cli.overview import Format, Tabell, Ut, show_overview

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.finding import Finding

HELP = """Vis det som haster, det som kommer, og hva du kan skrive for hver ting.

Er det ingenting, sier kommandoen det, og ikke mer."""

EXAMPLE = """ehelse status
ehelse status --per 2026-12-14
ehelse status --format json"""


def run(ctx: typer.Context, format_: Format = "tekst", tabell: Tabell = None, ut: Ut = None) -> int:
    """Read, judge, show."""
    from ehelse_cli.oversikt.status import statusoversikt

    return show_overview(
        ctx, lambda opened: statusoversikt(opened.data, opened.dag, _findings(opened)), format_, tabell, ut
    )


def _findings(opened: Opened) -> tuple[Finding, ...]:
    from ehelse_cli.cli.all_rules import ALL_RULES
    from ehelse_cli.rules.engine import judge

    return judge(opened.loaded.findings, opened.data, opened.dag, ALL_RULES).findings
