"""Puts what lies ahead in the place of what is found today."""

from __future__ import annotations

from msgspec.structs import replace

from ehelse_cli.cli.all_rules import ALL_RULES
from ehelse_cli.cli.opening import Opened
from ehelse_cli.report.closed import closed_lines, without_quotes
from ehelse_cli.report.report import Report
from ehelse_cli.rules.prognose import prognose


def foretold(report: Report, opened: Opened, months: int) -> Report:
    """The report with what will be found within so many months; it warns at most."""
    data = opened.loaded.dataset
    closed = closed_lines(data)
    ahead = prognose(data, opened.dag, months, ALL_RULES)
    return replace(report, findings=tuple(without_quotes(varsel.som_funn, closed) for varsel in ahead))
