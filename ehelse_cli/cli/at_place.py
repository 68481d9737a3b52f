"""The findings at one place of the tree, named as editors and reports name it: `data/moeter/nuit/2026-m3.md:11`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ehelse_cli.cli.checking import NothingCheckedError, readings
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.opening import Opened
from ehelse_cli.core.ankre import klausul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import Finding, Related
from ehelse_cli.report.explanation import Clause
from ehelse_cli.report.report import Report

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?")


class NoSuchFindingError(EhelseError):
    """Nothing was found there."""

    exit_code = 3

    def __init__(self, what: str, place: Place, near: Sequence[Finding]) -> None:
        others = "; ".join(f"{one.rule.code} i {one.location}" for one in near)
        super().__init__(
            f"ingen {what} i {place}",
            f"Mente du {others}?" if others else "`ehelse valider --format kort` viser stedet for hvert funn.",
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, and perhaps a column, as given."""

    path: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")


def parse_place(text: str) -> Place:
    """`FIL:LINJE` or `FIL:LINJE:KOLONNE`.

    Raises:
        UsageError: if it is neither.
    """
    match = _PLACE.fullmatch(text)
    if match is None:
        raise UsageError(f"--ved: «{text}» er ikke FIL:LINJE", "For eksempel: --ved data/moeter/nuit/2026-m3.md:11")
    return Place(match["path"], int(match["line"]), int(match["column"]) if match["column"] else None)


def findings_at(report: Report, place: Place, code: str | None, opened: Opened) -> tuple[Finding, ...]:
    """The findings (of the rule, if one is named) that begin there, or else those whose mark goes across the line.

    Raises:
        NothingCheckedError: if there is no such file in the tree.
        NoSuchFindingError: if nothing was found there; it names the nearest.
    """
    paths = readings(place.path, opened.root)
    if not {*report.texts, *opened.data.attachments, *(one.location.path for one in report.findings)} & set(paths):
        raise NothingCheckedError(place.path)
    there = [one for one in report.findings if one.location.path in paths and code in (None, one.rule.code)]
    begun = [one for one in there if one.location.line == place.line]
    crossing = [one for one in there if one.location.line <= place.line <= one.location.end_line]
    exact = [one for one in begun or crossing if place.column in (None, one.location.column)]
    if not exact:
        raise NoSuchFindingError(code or "funn", place, _nearest(report, place, code, paths))
    return tuple(exact)


def _nearest(report: Report, place: Place, code: str | None, paths: Sequence[str]) -> Sequence[Finding]:
    """At most three that may have been meant: in the file, else by the same rule; the nearest line first."""
    in_file = [one for one in report.findings if one.location.path in paths]
    of_rule = [one for one in report.findings if code == one.rule.code]
    in_file.sort(key=lambda one: (one.rule.code != code, abs(one.location.line - place.line), one.order))
    return (in_file or of_rule)[:3]


def clauses(findings: Sequence[Finding], data: Dataset) -> Mapping[Finding, Sequence[Clause]]:
    """The words of the mandates that the findings rest on."""
    mandates = {data.files[id_].path: (id_, mandat.tekst) for id_, mandat in data.mandater.items() if id_ in data.files}

    def clause(related: Related) -> Clause:
        id_, text = mandates.get(related.location.path, ("", ""))
        return Clause(id_, klausul(text, related.anchor) if related.anchor else ())

    found = {one: [clause(related) for related in one.related] for one in findings}
    return {one: [row for row in rows if row.blocks] for one, rows in found.items()}
