"""What is to be decided, and what must hold, in a form that any solver can read. Every demand has a named vilkår.

A place (`Plass`) is one meeting to find a day for. A demand speaks of all the places of one council on a day, or of one
place; it is in force as long as its vilkår are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ehelse_cli.core.finding import Related

#: What holds whatever is set aside: one thing is not in two places.
ALLTID = ""


@dataclass(frozen=True, slots=True)
class Vilkaar:
    """One thing that must hold, in a sentence; the rule that judges it afterwards, and where it is written.

    `id` is what people type to set it aside. `kode` is empty where no rule asks, but somebody does. What is `svak` is
    not named as binding where the others bind without it.
    """

    id: str
    kode: str
    tekst: str
    steder: tuple[Related, ...] = ()
    svak: bool = False


@dataclass(frozen=True, slots=True)
class Plass:
    """One meeting to find a day for. It may stand empty (`savnes` is what that costs); when taken it costs `brukes`.

    `oensker` is what each day costs: 0 is the best. `lengde` is the days from the first to the last, both included.
    """

    id: str
    hvem: str
    dager: tuple[date, ...]
    oensker: Mapping[date, int]
    lengde: int = 1
    savnes: int = 0
    brukes: int = 0


@dataclass(frozen=True, slots=True)
class Sperret:
    """None of theirs on these days, as long as all these hold; one place alone where it is named."""

    vilkaar: tuple[str, ...]
    hvem: str
    dager: frozenset[date]
    plass: str | None = None


@dataclass(frozen=True, slots=True)
class Utelukker:
    """When one of theirs is on the day, none of `andre` is on these days."""

    vilkaar: str
    hvem: str
    dag: date
    andre: str
    dager: frozenset[date]


@dataclass(frozen=True, slots=True)
class Antall:
    """How many of theirs begin between the two days."""

    vilkaar: str
    hvem: str
    fra: date
    til: date
    minst: int
    hoeyst: int | None


@dataclass(frozen=True, slots=True)
class Laast:
    """The place has this day, and no other."""

    vilkaar: str
    plass: str
    dag: date


Krav = Sperret | Utelukker | Antall | Laast


@dataclass(frozen=True, slots=True)
class Modell:
    """Everything. `rekker` are places whose days come in that order: each council's own, so none is counted twice."""

    vilkaar: tuple[Vilkaar, ...]
    plasser: tuple[Plass, ...]
    krav: tuple[Krav, ...]
    rekker: tuple[tuple[str, ...], ...] = field(default=())
