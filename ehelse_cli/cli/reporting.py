"""Where each report goes: the screen or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from ehelse_cli.cli.errors import BadValueError, UsageError
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.files import write_file
from ehelse_cli.cli.output import say, screen, show
from ehelse_cli.cli.rule_pages import pages
from ehelse_cli.report.footer import footer
from ehelse_cli.report.report import Report
from ehelse_cli.report.reporters import COMMANDS, READABLE, REPORTERS, WITH_PAGES, WITH_TABLES
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import Sheet, sheet_as_text


@dataclass(frozen=True, slots=True)
class Destination:
    """One report to make; on the screen when it names no file."""

    form: str
    file: Path | None


def destinations(given: Sequence[str], tables: Sequence[str] = ()) -> tuple[Destination, ...]:
    """`tekst`, `json=funn.json` → where each goes. `tables` are the options that put a table on the screen.

    Raises:
        UsageError: if there is no such form, two of them are for the screen, or a table would stand inside one of them.
    """
    found = tuple(_destination(text) for text in given)
    shown = [one.form for one in found if one.file is None]
    if len(shown) > 1:
        raise UsageError("bare ett format kan gå til skjermen", "Skriv de andre til fil: --format json=funn.json")
    if tables and not (READABLE | WITH_TABLES).issuperset(shown):
        raise UsageError(
            f"{tables[0]} viser en tabell på skjermen, og dit går allerede {shown[0]}",
            f"Skriv det til fil: --format {shown[0]}=funn.txt",
        )
    return found


def with_annotations(wanted: tuple[Destination, ...]) -> tuple[Destination, ...]:
    """With annotations for GitHub beside the text on the screen; what a machine reads there is left alone."""
    return (*wanted, Destination("github", None)) if Destination("tekst", None) in wanted else wanted


def _destination(text: str) -> Destination:
    form, named, file = text.partition("=")
    form = "markdown" if form == "md" else form
    if form not in REPORTERS:
        raise BadValueError("--format", form, tuple(REPORTERS))
    if named and not file:
        raise UsageError(f"--format {text} mangler filnavnet", f"For eksempel: --format {form}=funn.txt")
    return Destination(form, Path(file) if file else None)


def deliver(report: Report, wanted: Sequence[Destination], tables: Sequence[Sheet], shared: Felles) -> None:
    """Print and write the reports and tables; then, unless silence is asked for, what was looked at."""
    if any(one.form in WITH_PAGES for one in wanted):
        report = replace(report, pages=pages(report.all_rules))
    place = screen(shared.farge)
    for one in wanted:
        if one.file is None:
            show(REPORTERS[one.form](report, place), colours=place.colours, commands=one.form in COMMANDS)
        else:
            write_file(one.file, REPORTERS[one.form](report, Screen()))
    shown = {one.form for one in wanted if one.file is None}
    gap = "\n" if report.findings and shown else ""
    if tables and not shown & WITH_TABLES:
        show(gap + "\n".join(sheet_as_text(table, place) for table in tables), colours=place.colours)
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
