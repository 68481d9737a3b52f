"""The one form every overview has: facts and tables of typed cells, which each format shows in its own way.

A view computes rows, and names its columns once; `tabell` puts the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")

#: Wider than any screen: prose always stands below its row.
ALLTID = 10_000


@dataclass(frozen=True, slots=True)
class Andel:
    """So many of so many."""

    antall: int
    av: int

    @property
    def prosent(self) -> int | None:
        """The share in whole per cent, a half upwards; None of nothing."""
        return (200 * self.antall + self.av) // (2 * self.av) if self.av else None


@dataclass(frozen=True, slots=True)
class Forloep:
    """How far a stretch of days has come by a day. Without an end it never gets anywhere."""

    fra: date
    til: date | None
    dag: date

    @property
    def andel(self) -> Andel | None:
        """The days that are gone, of all; None where there is no end, or no known beginning."""
        if self.til is None or self.fra == date.min:
            return None
        hele = (self.til - self.fra).days + 1
        return Andel(min(max((self.dag - self.fra).days, 0), hele), hele)


#: What a cell may hold. None: nothing to say. Several texts stand one below the other.
Verdi = str | int | date | Andel | Forloep | tuple[str, ...] | None


@dataclass(frozen=True)  # with slots, Python 3.11 cannot make one of a named kind (Kolonne[Rad])
class Kolonne(Generic[T]):
    """One column: its key for machines, its title for people, and what it takes from a row.

    What people need not see (`vist` False) is for JSON and CSV only. On a screen narrower than `under` it stands below
    its row, and not in a column too narrow for it; the first of a row by itself, the others after their title.
    """

    noekkel: str
    tittel: str
    hent: Callable[[T], Verdi]
    vist: bool = True
    under: int = 0


@dataclass(frozen=True, slots=True)
class Hode:
    """The head of a column, when the rows are taken."""

    noekkel: str
    tittel: str
    vist: bool
    under: int


@dataclass(frozen=True, slots=True)
class Tabell:
    """Rows under a title. `tom` is what an empty one says; where that is nothing, people are not shown it."""

    id: str
    tittel: str
    hoder: tuple[Hode, ...]
    rader: tuple[tuple[Verdi, ...], ...]
    tom: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fakt:
    """One fact with its key and its label."""

    noekkel: str
    tittel: str
    verdi: Verdi


@dataclass(frozen=True, slots=True)
class Oversikt:
    """Everything an overview says. The first table is the one it is about."""

    id: str
    tittel: str
    dag: date
    tabeller: tuple[Tabell, ...]
    fakta: tuple[Fakt, ...] = ()
    eksempel: bool = False
    #: What could not be read, so that nobody takes the overview for the whole.
    uleselig: tuple[str, ...] = ()


def tabell(  # noqa: PLR0913 (title, columns and rows are positions; the rest has names)
    id_: str, tittel: str, kolonner: Iterable[Kolonne[T]], rader: Iterable[T], *, tom: str = "", note: str = ""
) -> Tabell:
    """The rows as cells under their columns."""
    kolonner = tuple(kolonner)
    celler = tuple(tuple(kolonne.hent(rad) for kolonne in kolonner) for rad in rader)
    hoder = tuple(Hode(kolonne.noekkel, kolonne.tittel, kolonne.vist, kolonne.under) for kolonne in kolonner)
    return Tabell(id_, tittel, hoder, celler, tom, note)
