"""What is to be said of something in a file from outside: where it stands, what is the matter, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import Severity
from ehelse_cli.importer.ark.sheet import Cell, Sheet

#: What is about all of it comes after the cells.
_LAST = (10**9, 0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: `C7` or `Ark1!C7` and the heading, `rad 7`, `avsnitt 12`; nothing where it is all of it."""

    file: str
    name: str = ""
    heading: str = ""
    order: tuple[int, int] = (0, 0)

    def __str__(self) -> str:
        where = f"{self.name} ({self.heading})" if self.heading else self.name
        return " ".join(filter(None, (self.file, where)))


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark. Nothing is written while there is one of severity `feil`."""

    severity: Severity
    place: Place
    message: str
    help: str = ""


@dataclass(slots=True)
class Remarks:
    """The remarks as they are made, about one sheet."""

    sheet: Sheet
    made: list[Remark] = field(default_factory=list)

    def error(self, cell: Cell, message: str, help: str = "", heading: str = "") -> None:
        """What must be put right first."""
        self._add(Severity.FEIL, cell, message, help, heading)

    def warn(self, cell: Cell, message: str, help: str = "") -> None:
        """What somebody should look at."""
        self._add(Severity.ADVARSEL, cell, message, help)

    def note(self, cell: Cell, message: str, help: str = "") -> None:
        """What one may want to know."""
        self._add(Severity.MERKNAD, cell, message, help)

    def whole(self, severity: Severity, message: str, help: str = "") -> None:
        """About all of the sheet."""
        self.made.append(Remark(severity, Place(self.sheet.file, self.sheet.tab, order=_LAST), message, help))

    def _add(self, severity: Severity, cell: Cell, message: str, help: str, heading: str = "") -> None:
        name = cell.name if cell.column else f"rad {cell.row}"
        name = f"{self.sheet.tab}!{name}" if self.sheet.tab else name
        self.made.append(
            Remark(severity, Place(self.sheet.file, name, heading, (cell.row, cell.column)), message, help)
        )

    def has_error_at(self, cell: Cell) -> bool:
        """Whether something is wrong with the cell already, so that it says nothing."""
        at = (cell.row, cell.column)
        return any(one.place.order == at and one.severity is Severity.FEIL for one in self.made)

    @property
    def in_order(self) -> tuple[Remark, ...]:
        """From the top of the sheet to its end."""
        return tuple(sorted(self.made, key=lambda one: (one.place.order, one.severity.rank)))


def errors(remarks: Iterable[Remark]) -> int:
    """How many there are that hinder the import."""
    return sum(one.severity is Severity.FEIL for one in remarks)


class NotImportedError(EhelseError):
    """There are mistakes in what was to be imported; they have been shown."""

    exit_code = 1

    def __init__(self, number: int) -> None:
        count, them = ("en feil", "den") if number == 1 else (f"{number} feil", "dem")
        super().__init__(f"{count} må rettes først", f"Ingenting er endret. Rett {them}, og kjør kommandoen igjen.")


class CannotImportError(EhelseError):
    """The file is not one that can be read at all."""

    def __init__(self, file: str, why: str, help: str | None = None) -> None:
        super().__init__(f"«{file}» kan ikke leses: {why}", help)


class MissingReaderError(EhelseError):
    """A kind of file whose reader a plain install does not have."""

    def __init__(self, kind: str, extra: str, otherwise: str) -> None:
        super().__init__(
            f"for å lese {kind} trengs tillegget «{extra}», som ikke er installert",
            f'Installer det med: python -m pip install "ehelse-cli[{extra}]". {otherwise}',
        )
