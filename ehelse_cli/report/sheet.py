"""What there is to know of one thing, as facts, tables and text; and how it stands in a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen

_GAP = 2
#: Words are broken to the first where the whole does not fit, and to the second where there are many columns.
_NARROWEST_COLUMNS = (8, 4)
_BELOW = 6
_SHORTEST_PIECE = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title. A cell may hold several lines; `note` stands under the title.

    `numbers` are the columns that stand to the right; `below` are lines of prose under each row, as wide as the screen.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    numbers: tuple[int, ...] = ()
    below: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs under a title; as written, or (`flows`) broken to the width."""

    title: str
    paragraphs: tuple[str, ...]
    flows: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is shown of one thing. Facts and parts that say nothing are left out."""

    title: str
    day: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Table | Text, ...] = ()
    notice: str = ""


def sheet_as_text(sheet: Sheet, screen: Screen) -> str:
    """The sheet, aligned to the width of the screen."""
    return "\n".join(line.rstrip() for line in _sheet(sheet, screen)) + "\n"


def _sheet(sheet: Sheet, screen: Screen) -> Iterator[str]:
    yield from _title(sheet.title, screen)
    yield screen.paint(sheet.day, "svak")
    yield from (screen.paint(line, "gul") for line in screen.wrapped(sheet.notice, 0))
    facts = [fact for fact in sheet.facts if fact[1]]
    yield from ("", *_facts(facts, screen)) if facts else ()
    for part in sheet.parts:
        if isinstance(part, Table) and part.rows:
            yield from ("", *_title(part.title, screen), *_table(part, screen))
        elif isinstance(part, Text) and part.paragraphs:
            yield from ("", *_title(part.title, screen), *_text(part, screen))


def _title(title: str, screen: Screen) -> Iterator[str]:
    return (screen.paint(line, "fet") for line in screen.wrapped(title, 0))


def _facts(facts: Sequence[tuple[str, str]], screen: Screen) -> Iterator[str]:
    indent = max((width(screen.plain(name)) for name, _ in facts), default=0) + _GAP + 2
    for name, value in facts:
        lines = [line for text in value.strip().split("\n") for line in _broken(text, screen.width - indent, screen)]
        label = screen.paint(name, "cyan") + " " * (indent - 2 - width(screen.plain(name)))
        yield f"  {label}{lines[0]}"
        yield from (" " * indent + line for line in lines[1:])


def _text(part: Text, screen: Screen) -> Iterator[str]:
    for paragraph in part.paragraphs:
        if part.flows:
            yield from (f"  {line}" for line in _broken(paragraph, screen.width - 2, screen, hang="   "))
        else:
            yield from (screen.plain(line) for line in paragraph.split("\n"))


def _table(table: Table, screen: Screen) -> Iterator[str]:
    """The columns that say anything, as wide as they need, and narrower, widest first, where that is too much."""
    table = _without_empty_columns(table)
    if table.note:
        yield from (f"  {line}" for line in _broken(table.note, screen.width - 2, screen))
    wanted = [max(_needs(cell, screen) for cell in column) for column in zip(table.columns, *table.rows, strict=True)]
    words = [
        max(_longest_word(screen.plain(cell)) for cell in column)
        for column in zip(table.columns, *table.rows, strict=True)
    ]
    widths = _fitted(wanted, words, screen.width - 2 - _GAP * (len(wanted) - 1))
    yield from _row(table.columns, widths, table.numbers, screen, "svak")
    for row, below in zip_longest(table.rows, table.below, fillvalue=()):
        yield from _row(row, widths, table.numbers, screen)
        yield from _below(below, screen)


def _below(lines: Sequence[str], screen: Screen) -> Iterator[str]:
    """Prose under a row, set in so that the rows are still found down the left."""
    indent = " " * _BELOW
    for text in lines:
        yield from (indent + line for line in _broken(text, screen.width - _BELOW, screen, hang="  "))


def _without_empty_columns(table: Table) -> Table:
    used = [nr for nr in range(len(table.columns)) if any(row[nr] for row in table.rows)]
    rows = tuple(tuple(row[nr] for nr in used) for row in table.rows)
    numbers = tuple(place for place, nr in enumerate(used) if nr in table.numbers)
    return replace(table, columns=tuple(table.columns[nr] for nr in used), rows=rows, numbers=numbers)


def _needs(cell: str, screen: Screen) -> int:
    return max(width(screen.plain(line)) for line in cell.split("\n"))


def _longest_word(cell: str) -> int:
    return max(map(width, cell.split()), default=0)


def _fitted(wanted: list[int], words: list[int], room: int) -> list[int]:
    """Widths that fit the room: the widest column gives first, and words are broken only when nothing else helps."""
    widths = list(wanted)
    for least in (words, *([narrow] * len(words) for narrow in _NARROWEST_COLUMNS)):
        slack = [have - keep for have, keep in zip(widths, least, strict=True)]
        while sum(widths) > room and max(slack) > 0:
            widest = max((nr for nr, spare in enumerate(slack) if spare > 0), key=lambda nr: widths[nr])
            widths[widest] -= 1
            slack[widest] -= 1
    return widths


def _row(
    row: Sequence[str], widths: Sequence[int], numbers: Sequence[int], screen: Screen, *styles: str
) -> Iterator[str]:
    """The row, as many lines as its highest cell."""
    cells = [
        [line for text in cell.split("\n") for line in _broken(text, wide, screen)]
        for cell, wide in zip(row, widths, strict=True)
    ]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = [
            _aside(screen.paint(part, *styles), " " * (wide - width(part)), right=nr in numbers)
            for nr, (part, wide) in enumerate(zip(parts, widths, strict=True))
        ]
        yield "  " + (" " * _GAP).join(padded)


def _aside(text: str, room: str, *, right: bool) -> str:
    return room + text if right else text + room


def _broken(text: str, wide: int, screen: Screen, hang: str = "") -> list[str]:
    """Plain text broken between words, and within a word that is wider than the room."""
    lines = [""]
    for word in screen.plain(text).split():
        while width(word) > wide:
            lines, word = _cut(lines, word, wide)  # noqa: PLW2901 what is left of the word
        if lines[-1] and width(lines[-1]) + 1 + width(word) > wide:
            lines.append(hang + word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1].strip() else lines[-1] + word
    return lines


def _cut(lines: list[str], word: str, wide: int) -> tuple[list[str], str]:
    taken = 0
    while taken < len(word) and width(word[: taken + 1]) <= wide:
        taken += 1
    taken = max(taken, 1)
    kept = lines if lines[-1] else lines[:-1]
    if word.isalpha() and taken > _SHORTEST_PIECE:  # in a path or an id a hyphen of ours would be taken for its own
        return [*kept, f"{word[: taken - 1]}-", ""], word[taken - 1 :]
    return [*kept, word[:taken], ""], word[taken:]
