"""Findings as annotations of GitHub Actions: a line for each, which the runner shows beside the line it is about.

A runner unescapes `%25`, `%0D` and `%0A` in the text, and `%3A` and `%2C` too in what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.place import Location
from ehelse_cli.report.report import Report
from ehelse_cli.report.safe import one_line, tame
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.telling import told

_LEVELS: Mapping[Severity, str] = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.MERKNAD: "notice"}
_ESCAPED = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_ESCAPED_BEFORE = {**_ESCAPED, ord(":"): "%3A", ord(","): "%2C"}


def as_github(report: Report, _screen: Screen) -> str:
    """`::error file=…,line=…,col=…,title=…::text` for each finding."""
    return "".join(_annotation(finding) + "\n" for finding in report.findings)


def _annotation(finding: Finding) -> str:
    title = ("title", f"{finding.rule.code} {finding.rule.name}")
    before = ",".join(f"{name}={_before(value)}" for name, value in (*_place(finding.location), title))
    text = "\n".join(told(finding)).translate(_ESCAPED)
    return f"::{_LEVELS[finding.severity]} {before}::{tame(text)}"


def _place(place: Location) -> Iterator[tuple[str, str]]:
    """Where it begins; where it ends only if on that line: a runner drops the columns of what is longer."""
    yield "file", place.path
    yield "line", str(place.line)
    if place.end_line == place.line:
        yield "endLine", str(place.end_line)
    yield "col", str(place.column)
    if place.end_line == place.line:
        yield "endColumn", str(place.end_column)


def _before(value: str) -> str:
    return tame(one_line(value).translate(_ESCAPED_BEFORE))
