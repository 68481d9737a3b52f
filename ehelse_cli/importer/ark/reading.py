"""What the rows of a list are read with: each cell as what its column is to hold, and a remark where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, get_args

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Rolle
from ehelse_cli.core.spraak import noark
from ehelse_cli.importer.ark.sheet import Cell
from ehelse_cli.importer.ark.table import Row, Table
from ehelse_cli.importer.ark.values import day
from ehelse_cli.importer.lookup import Found, Lookup
from ehelse_cli.importer.remark import Remarks
from ehelse_cli.importer.text_of import one_line

T = TypeVar("T")

#: What the overview of members puts behind the name of one who is away.
_ON_LEAVE = "i permisjon"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of one sheet are read with."""

    remarks: Remarks
    table: Table
    lookup: Lookup
    forum: Forum
    dag: date

    @property
    def data(self) -> Dataset:
        """What the files say."""
        return self.lookup.data

    def error(self, row: Row, key: str, message: str, help: str = "") -> None:
        """About the cell under that heading; about the row where the sheet has no such column."""
        cell = row.cells.get(key, Cell(row.number, 0))
        self.remarks.error(cell, message, help, self.table.headings.get(key, ""))

    def read(self, row: Row, key: str, how: Callable[[str], T]) -> T | None:
        """The cell read so; None where it is empty, or where a remark says why it cannot be."""
        if not row.text(key):
            return None
        try:
            return how(row.cells[key].text)
        except ValueError as problem:
            self.error(row, key, str(problem))
            return None

    def who(self, row: Row, key: str, how: Callable[[str], Found]) -> str | None:
        """The id that the cell means; None as above."""
        if not row.text(key):
            return None
        found = how(row.text(key))
        if found.id is None:
            self.error(row, key, found.why, found.help)
        return found.id

    def day(self, row: Row, key: str) -> date | None:
        """The day that the cell says."""
        return self.read(row, key, lambda text: day(text, self.remarks.sheet.epoch))

    def name(self, row: Row) -> str:
        """The name in the row; with the last name first only where that is somebody the council's file knows."""
        said = name_in(row)
        turned = first_name_first(said)
        people = [*(one.navn for one in self.forum.medlemmer), *(one.navn for one in self.forum.stedfortredere)]
        return turned if turned != said and self.lookup.person(turned) in map(self.lookup.person, people) else said

    def organisation(self, row: Row) -> str | None:
        """By name and by number; the two must agree."""
        named = self.who(row, "virksomhet", self.lookup.organisation)
        numbered = self.who(row, "orgnr", self.lookup.organisation)
        if named and numbered and named != numbered:
            self.error(row, "orgnr", f"nummeret er {numbered} sitt, men virksomheten er {named}", "Rett den ene.")
        return named or numbered


def name_in(row: Row) -> str:
    """The name in one cell or in two, without what the overview of members puts behind it."""
    first, *behind = row.text("navn").split(", ")
    known = all(noark(one) in (*get_args(Rolle), _ON_LEAVE) for one in behind)
    whole = first if behind and known else row.text("navn")
    return whole or " ".join(filter(None, (row.text("fornavn"), row.text("etternavn"))))


def first_name_first(name: str) -> str:
    """`Moen, Kari` → `Kari Moen`."""
    last, comma, first = name.partition(",")
    return one_line(f"{first} {last}") if comma else name
