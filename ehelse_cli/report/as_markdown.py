"""Findings for a pull request or a summary of a job: what came of it in a table first, then the findings by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ehelse_cli.core.finding import Finding
from ehelse_cli.report.footer import footer, summary
from ehelse_cli.report.report import Report
from ehelse_cli.report.safe import markdown_safe
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.telling import told


def as_markdown(report: Report, _screen: Screen) -> str:
    """The report as GitHub's Markdown, everything from the files escaped."""
    parts = [[f"## ehelse: {summary(report)}"], _table(report), [_footer(report)], _crashes(report)]
    files = [_file(path, tuple(found)) for path, found in groupby(report.findings, key=lambda one: one.location.path)]
    return "\n\n".join("\n".join(lines) for lines in (*parts, *files) if lines) + "\n"


def _table(report: Report) -> list[str]:
    """A row for each rule that found something, and for each gravity it found; the gravest first."""
    counts = Counter((one.severity.rank, one.rule.code, one.severity, _rule(one)) for one in report.findings)
    rows = [f"| {severity} | {rule} | {number} |" for (_, _, severity, rule), number in sorted(counts.items())]
    return ["| Alvor | Regel | Funn |", "| --- | --- | ---: |", *rows] if rows else []


def _rule(finding: Finding) -> str:
    return f"{finding.rule.code} {markdown_safe(finding.rule.name)}"


def _footer(report: Report) -> str:
    return markdown_safe(footer(report, Screen(width=100_000)).strip())


def _crashes(report: Report) -> list[str]:
    return [
        f"- **stoppet** {crash.rule.code} {markdown_safe(crash.rule.name)}: {markdown_safe(crash.error)}"
        for crash in report.crashes
    ]


def _file(path: str, found: tuple[Finding, ...]) -> list[str]:
    return [f"### {markdown_safe(path)}", "", *(line for finding in found for line in _finding(finding))]


def _finding(finding: Finding) -> Iterator[str]:
    place = finding.location
    message, *rest = told(finding)
    yield f"- **{finding.severity} {_rule(finding)}** ({place.line}:{place.column}): {markdown_safe(message)}"
    yield from (f"  - {markdown_safe(line)}" for line in rest)
