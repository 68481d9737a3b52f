"""Findings as one line each, for editors and for grep."""

from __future__ import annotations

from ehelse_cli.core.finding import Finding
from ehelse_cli.report.report import Report
from ehelse_cli.report.screen import Screen


def as_short(report: Report, screen: Screen) -> str:
    """`path:line:column: severity code message` for each finding."""
    return "".join(_line(finding, screen) + "\n" for finding in report.findings)


def _line(finding: Finding, screen: Screen) -> str:
    return screen.plain(f"{finding.location}: {finding.severity} {finding.rule.code} {finding.message}")
