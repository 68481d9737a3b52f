"""One source line with the place marked under it, however long or odd the line is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ehelse_cli.core.place import Location
from ehelse_cli.report.safe import spelt, visible, width

# As YAML and every editor break lines; what else some programs break at is refused by the reader.
_BREAK = re.compile(r"\r\n|\r|\n")
_TAB = "    "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, and the columns of it (from 0) that are marked."""

    line: str
    start: int
    marked: int


def excerpt(text: str, place: Location, columns: int, encoding: str) -> Excerpt | None:
    """The line of `place` in `text`, cut to `columns` around the marked stretch; None when there is no such line."""
    lines = _BREAK.split(text)
    if not text or place.line > len(lines):
        return None
    line = lines[place.line - 1]
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    return _cut([_cell(character, encoding) for character in line.rstrip()], place.column - 1, end, columns)


def _cell(character: str, encoding: str) -> str:
    return _TAB if character == "\t" else spelt(visible(character), encoding)


def _cut(cells: list[str], start: int, end: int, columns: int) -> Excerpt:
    """Keep what fits, from a third of the width before the mark when the mark would not fit otherwise."""
    widths = [width(cell) for cell in cells]
    first = 0
    if sum(widths[:end]) >= columns:
        room = columns // 3
        first = min(start, len(cells))
        while first and room >= widths[first - 1]:
            first -= 1
            room -= widths[first]
    last, used = first, 2 if first else 1
    while last < len(cells) and used + widths[last] <= columns:
        used += widths[last]
        last += 1
    before = "…" if first else ""
    after = "…" if last < len(cells) else ""
    marked = sum(widths[start : min(end, last)])
    return Excerpt(before + "".join(cells[first:last]) + after, len(before) + sum(widths[first:start]), max(1, marked))
