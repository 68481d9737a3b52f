"""The line under a report: what was looked at, by which day, and what came of it."""

from __future__ import annotations

from ehelse_cli.core.finding import Severity
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.report.report import Report
from ehelse_cli.report.screen import Screen

#: So many idle rules are named; more are for the table of coverage.
_NAMED = 5
_WORDS = {
    Severity.FEIL: ("feil", "feil"),
    Severity.ADVARSEL: ("advarsel", "advarsler"),
    Severity.MERKNAD: ("merknad", "merknader"),
}


def footer(report: Report, screen: Screen) -> str:
    """`41 filer, 97 objekter, 38 regler, vurdert per 23. november 2026: 1 feil, 2 advarsler`."""
    parts = [
        counted(report.files, "fil", "filer"),
        counted(report.objects, "objekt", "objekter"),
        counted(report.rules, "regel", "regler") + _idle(report),
    ]
    tree = f" i revisjonen «{report.revisjon}»" if report.revisjon else ""
    text = f"{', '.join(parts)}{tree}, vurdert per {datotekst(report.dag)}: {summary(report)}{_compared(report)}"
    return "\n".join(screen.wrapped(text, 0)) + "\n"


def _compared(report: Report) -> str:
    """`; bare nye funn: arbeidstreet mot «main», 3 funn var der fra før`."""
    if report.mot is None:
        return ""
    known = f"{report.mot.known} funn var der fra før" if report.mot.known else "ingenting var der fra før"
    unread = f", og {counted(report.mot.unread, 'ting', 'ting')} kunne ikke leses der" if report.mot.unread else ""
    return f"; bare nye funn: {report.mot.here} mot {report.mot.there}, {known}{unread}"


def summary(report: Report) -> str:
    """`1 feil, 2 advarsler`, worst first; `ingen funn` when nothing was found."""
    found = [(report.count(severity), words) for severity, words in _WORDS.items()]
    stopped = [(len(report.crashes), ("regel stoppet", "regler stoppet"))]
    return ", ".join(counted(number, *words) for number, words in (*found, *stopped) if number) or "ingen funn"


def counted(number: int, one: str, many: str) -> str:
    """`1 fil`, `2 filer`."""
    return f"{number} {one if number == 1 else many}"


def _idle(report: Report) -> str:
    if not report.idle:
        return ""
    if len(report.idle) > _NAMED:
        return f" ({len(report.idle)} uten noe å se på)"
    return f" ({len(report.idle)} fant ingenting å sjekke: {', '.join(sorted(rule.code for rule in report.idle))})"
