"""A stretch of days, and values that change from a day on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from msgspec import Struct

from ehelse_cli.core.kalender import les_dato

T = TypeVar("T")

AAPEN = ".."


class Periode(Struct, frozen=True):
    """Days from and including `fra` to and including `til`; `til` None is an open end.

    Raises ValueError if the end comes before the start.
    """

    fra: date
    til: date | None

    def __post_init__(self) -> None:
        if self.til is not None and self.til < self.fra:
            raise ValueError(f"Perioden «{self}» slutter før den begynner.")

    @classmethod
    def parse(cls, tekst: str) -> Periode:
        """Read `2024-01-01/2025-12-31` or `2024-01-01/..`. Raises ValueError with a Norwegian message."""
        fra, skille, til = tekst.partition("/")
        if not skille:
            raise ValueError(
                f"«{tekst}» er ikke en periode. Skriv første og siste dag, «2024-01-01/2025-12-31», "
                "eller «2024-01-01/..» når slutten er åpen."
            )
        return cls(les_dato(fra), None if til == AAPEN else les_dato(til))

    def inneholder(self, dag: date) -> bool:
        """Whether the day is inside, both ends included."""
        return self.fra <= dag and (self.til is None or dag <= self.til)

    def overlapper(self, andre: Periode) -> bool:
        """Whether the two have at least one day in common."""
        foerst, sist = sorted((self, andre), key=lambda periode: periode.fra)
        return foerst.inneholder(sist.fra)

    def __str__(self) -> str:
        return f"{self.fra}/{self.til or AAPEN}"


def verdi_per(rader: Iterable[tuple[date, T]], dag: date) -> T | None:
    """The value in force on the day, from rows (first day, value) in any order; None before the first of them."""
    gjeldende = max((rad for rad in rader if rad[0] <= dag), key=lambda rad: rad[0], default=None)
    return None if gjeldende is None else gjeldende[1]
