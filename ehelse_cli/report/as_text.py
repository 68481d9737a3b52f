"""Findings as a person reads them: the line, what is marked in it, the clause it rests on, the sum, and the way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.place import Location
from ehelse_cli.report.excerpt import excerpt
from ehelse_cli.report.report import Report
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen

COLOURS = {Severity.FEIL: "roed", Severity.ADVARSEL: "gul", Severity.MERKNAD: "cyan"}


def as_text(report: Report, screen: Screen) -> str:
    """Every finding as a block, with an empty line between."""
    blocks = ["\n".join(_block(report, finding, screen)) + "\n" for finding in report.findings]
    return "\n".join(blocks)


@dataclass(frozen=True, slots=True)
class _Quote:
    """One place to show: what is written beside it, and how it is marked."""

    place: Location
    label: str
    title: str
    mark: str
    colour: str


def _block(report: Report, finding: Finding, screen: Screen) -> Iterator[str]:
    quotes = tuple(_quotes(finding))
    gutter = len(str(max(quote.place.line for quote in quotes)))
    yield from _headline(finding, screen)
    for quote in quotes:
        yield from _quoted(quote, report.texts.get(quote.place.path, ""), gutter, screen)
    yield from _note("regnestykke", finding.values, gutter, screen)
    yield from _note("hjelp", finding.help.splitlines(), gutter, screen)


def _quotes(finding: Finding) -> Iterator[_Quote]:
    yield _Quote(finding.location, finding.label, "", "^", COLOURS[finding.severity])
    for related in finding.related:
        yield _Quote(related.location, related.label, related.title, "-", "blaa")


def _headline(finding: Finding, screen: Screen) -> Iterator[str]:
    kind = f"{finding.severity}[{finding.rule.code} {finding.rule.name}]"
    lines = screen.wrapped(finding.message, 2, first=len(kind) + 2) or [""]
    yield f"{screen.paint(kind, 'fet', COLOURS[finding.severity])}: {screen.paint(lines[0], 'fet')}"
    yield from (screen.paint(line, "fet") for line in lines[1:])


def _quoted(quote: _Quote, text: str, gutter: int, screen: Screen) -> Iterator[str]:
    """Where it is, the line, and the mark with its label."""
    title = f"   {screen.plain(quote.title)}" if quote.title else ""
    yield f"{' ' * gutter} {screen.paint('┌─', 'blaa')} {screen.plain(str(quote.place))}{title}"
    room = max(screen.width - gutter - 3, 20)
    shown = excerpt(text, quote.place, room, screen.encoding)
    if shown is None:
        yield from _beside(quote.label, gutter, screen)
        return
    bar = screen.paint("│", "blaa")
    yield f"{screen.paint(f'{quote.place.line:>{gutter}}', 'blaa')} {bar} {shown.line}".rstrip()
    marks = " " * shown.start + screen.paint(quote.mark * shown.marked, "fet", quote.colour)
    fits = shown.start + shown.marked + 1 + width(screen.plain(quote.label)) <= room
    label = f" {screen.paint(quote.label, quote.colour)}" if quote.label and fits else ""
    yield f"{' ' * gutter} {bar} {marks}{label}"
    if not fits:
        yield from _beside(quote.label, gutter, screen)


def _beside(label: str, gutter: int, screen: Screen) -> Iterator[str]:
    """A label that has no room after its mark."""
    bar = screen.paint("│", "blaa")
    for line in screen.wrapped(label, gutter + 3):
        yield f"{' ' * gutter} {bar} {line.strip()}"


def _note(name: str, lines: Sequence[str], gutter: int, screen: Screen) -> Iterator[str]:
    """`= name:` and its lines, the later ones under the first."""
    indent = gutter + len(name) + 5
    for nr, line in enumerate(lines):
        broken = screen.wrapped(line, indent, first=indent) or [""]
        begin = f"{' ' * gutter} = {screen.paint(name, 'fet')}: " if nr == 0 else " " * indent
        yield begin + broken[0]
        yield from broken[1:]
