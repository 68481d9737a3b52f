"""A sheet as a spreadsheet shows it: rows and columns counted from 1, and every cell a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: As much as a list of people ever is, many times over.
MAX_ROWS, MAX_COLUMNS = 5_000, 200
#: The longest text that Excel lets a cell hold.
MAX_CELL = 32_767
#: Day 0 of the numbers that Windows' Excel keeps dates as.
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it is, and what it says."""

    row: int
    column: int
    text: str = ""

    @property
    def name(self) -> str:
        """`C7`."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet, row by row; `tab` is its name in a workbook that has several."""

    file: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    tab: str = ""
    epoch: date = EPOCH

    def cell(self, row: int, column: int) -> Cell:
        """The cell there; an empty one beyond the last."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return cells[column - 1] if 0 < column <= len(cells) else Cell(row, column)

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)


def letters(column: int) -> str:
    """What a spreadsheet calls the column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
