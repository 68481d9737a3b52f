"""A stretch of days."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ehelse_cli.core.kalender import les_dato

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

    def __str__(self) -> str:
        return f"{self.fra}/{self.til or AAPEN}"
