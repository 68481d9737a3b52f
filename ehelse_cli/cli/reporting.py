"""Where each report goes: the screen or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ehelse_cli.cli.errors import BadValueError, UsageError
from ehelse_cli.cli.files import write_file
from ehelse_cli.cli.output import say, screen, show
from ehelse_cli.cli.shared import Felles
from ehelse_cli.report.footer import footer
from ehelse_cli.report.report import Report
from ehelse_cli.report.reporters import REPORTERS
from ehelse_cli.report.screen import Screen


@dataclass(frozen=True, slots=True)
class Destination:
    """One report to make; on the screen when it names no file."""

    form: str
    file: Path | None


def destinations(given: Sequence[str]) -> tuple[Destination, ...]:
    """`tekst`, `json=funn.json` → where each goes.

    Raises:
        UsageError: if there is no such form, or two of them are for the screen.
    """
    found = tuple(_destination(text) for text in given)
    if sum(one.file is None for one in found) > 1:
        raise UsageError("bare ett format kan gå til skjermen", "Skriv de andre til fil: --format json=funn.json")
    return found


def _destination(text: str) -> Destination:
    form, named, file = text.partition("=")
    if form not in REPORTERS:
        raise BadValueError("--format", form, tuple(REPORTERS))
    if named and not file:
        raise UsageError(f"--format {text} mangler filnavnet", f"For eksempel: --format {form}=funn.txt")
    return Destination(form, Path(file) if file else None)


def deliver(report: Report, wanted: Sequence[Destination], shared: Felles) -> None:
    """Print and write the reports; then, unless silence is asked for, what was looked at."""
    for destination in wanted:
        if destination.file is None:
            place = screen(shared.farge)
            show(REPORTERS[destination.form](report, place), colours=place.colours)
        else:
            write_file(destination.file, REPORTERS[destination.form](report, Screen()))
    _tell_of_crashes(report)
    if not shared.stille:
        say(footer(report, screen(shared.farge)))


def _tell_of_crashes(report: Report) -> None:
    for crash in report.crashes:
        say(
            f"dette er en feil i ehelse, ikke hos deg: regelen {crash.rule.code} {crash.rule.name} stoppet "
            f"({crash.error})\n  versjon: ehelse {report.versjon}\n  hjelp: meld fra med disse linjene; "
            "de andre reglene er sjekket"
        )
