"""From a sheet to rows under known headings: where the headings are, and what is said of columns nobody reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ehelse_cli.importer.ark.columns import PRIVATE, Form, plain_heading
from ehelse_cli.importer.ark.sheet import Cell, Sheet
from ehelse_cli.importer.remark import Remarks, errors
from ehelse_cli.importer.text_of import one_line, refused

#: A title, a date and who made the list stand above the headings, and hardly more.
_ABOVE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by the key of their column."""

    number: int
    cells: Mapping[str, Cell]

    def text(self, key: str) -> str:
        """What the cell says, on one line; nothing where there is no such column."""
        return one_line(self.cells[key].text) if key in self.cells else ""

    def cell(self, *keys: str) -> Cell:
        """The first of these cells that there is, to point at; else the row's first."""
        found = [self.cells[key] for key in keys if key in self.cells]
        return found[0] if found else next(iter(self.cells.values()))


@dataclass(frozen=True, slots=True)
class Head:
    """The row of headings: the last row it takes up, and the column of each key."""

    last: int
    columns: Mapping[str, int]
    headings: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that say something, and the headings they stand under as the sheet has them."""

    rows: tuple[Row, ...]
    headings: Mapping[str, str]


def has_head(sheet: Sheet, form: Form) -> bool:
    """Whether any row looks like the headings of the form."""
    return _head(sheet, form) is not None


def read_table(remarks: Remarks, form: Form) -> Table:
    """The rows of the sheet, with remarks on the columns and on cells that cannot be text."""
    head = _head(remarks.sheet, form)
    if head is None:
        remarks.error(
            Cell(1, 1),
            "fant ingen rad med overskrifter",
            f"Én rad må ha minst «Navn». `ehelse importer --mal {form.kind}` lager en tom mal.",
        )
        return Table((), {})
    _tell_of_columns(remarks, form, head)
    rows = tuple(_rows(remarks, head))
    if not rows and not errors(remarks.made):
        remarks.error(Cell(head.last, 1), "det er ingen rader under overskriftene", "Er det rett ark?")
    return Table(rows, {key: head.headings[column] for key, column in head.columns.items()})


def _head(sheet: Sheet, form: Form) -> Head | None:
    """The row with the most known headings; where columns share one above them, the row below belongs to it."""
    best: Head | None = None
    for number in [row[0].row for row in sheet.rows if any(cell.text for cell in row)][:_ABOVE]:
        for rows in ((number,), (number, number + 1)):
            found = _head_of(sheet, form, rows)
            if form.needed & found.columns.keys() and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _head_of(sheet: Sheet, form: Form, rows: Sequence[int]) -> Head:
    headings = {column: _heading(sheet, form, rows, column) for column in range(1, sheet.width + 1)}
    columns: dict[str, int] = {}
    for column, said in headings.items():
        key = form.key(said)
        if key is not None:
            columns.setdefault(key, column)
    below = [sheet.cell(rows[-1], column).text for column in headings]
    if len(rows) > 1 and not all(said == "" or form.key(said) for said in below):
        return Head(rows[-1], {}, {})  # that row is one of people
    return Head(rows[-1], columns, headings)


def _heading(sheet: Sheet, form: Form, rows: Sequence[int], column: int) -> str:
    """What stands nearest above the column's cells."""
    said = [one_line(sheet.cell(row, column).text) for row in rows]
    return next((one for one in reversed(said) if form.key(one)), next(filter(None, reversed(said)), ""))


def _tell_of_columns(remarks: Remarks, form: Form, head: Head) -> None:
    for column, heading in head.headings.items():
        cell, key = Cell(head.last, column), form.key(heading)
        again = form.said_already.get(plain_heading(heading)) in head.columns
        if heading == "" or head.columns.get(key or "") == column or again:
            continue
        if key is not None:
            remarks.error(cell, f"det er to kolonner for «{form.titles[key]}»", "Ta bort den ene.")
        elif plain_heading(heading) in PRIVATE:
            remarks.note(cell, f"kolonnen «{heading}» blir ikke lest: slikt hører ikke hjemme i git")
        else:
            near = get_close_matches(plain_heading(heading), form.by_heading, n=1, cutoff=0.75)
            help_ = f"Mente du «{form.titles[form.by_heading[near[0]]]}»?" if near else ""
            (remarks.warn if near else remarks.note)(cell, f"kolonnen «{heading}» blir ikke lest", help_)


def _rows(remarks: Remarks, head: Head) -> Iterator[Row]:
    """The rows that have anything in a known column; a head that is printed again is none."""
    for number in range(head.last + 1, len(remarks.sheet.rows) + 1):
        cells = {key: remarks.sheet.cell(number, column) for key, column in head.columns.items()}
        said = {key: cell.text for key, cell in cells.items()}
        if not any(said.values()) or all(said[key] == head.headings[column] for key, column in head.columns.items()):
            continue
        wrong = {key: refused(text) for key, text in said.items()}
        for key, why in wrong.items():
            if why:
                remarks.error(cells[key], why, "Skriv cella på nytt.", head.headings[head.columns[key]])
        if not any(wrong.values()):
            yield Row(number, cells)
