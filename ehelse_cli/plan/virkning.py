"""One effect of a mandate on one person, seat, meeting or case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from ehelse_cli.core.place import Location


class Merke(StrEnum):
    """What becomes of the object, in the mark it bears. Worst first."""

    HANDLING = "!"
    """Something must be done, or a rule is broken."""
    UTE = "-"
    """It has no place any more."""
    LEDIG = "+"
    """A vacancy to fill."""
    UAVKLART = "?"
    """It cannot be told: a fact or a clause is missing."""
    ENDRET = "~"
    """A value worked out from the mandate is another."""
    UROERT = "="
    """Nothing changes: these are only counted."""

    @property
    def rang(self) -> int:
        """0 for the worst."""
        return list(Merke).index(self)


#: In the order they are told.
Omraade = Literal["mandatet", "seter", "medlemmer", "stedfortredere", "observatoerer", "moeter", "saker"]
OMRAADER: tuple[Omraade, ...] = (
    "mandatet", "seter", "medlemmer", "stedfortredere", "observatoerer", "moeter", "saker",
)  # fmt: skip

#: The marks by which something lawful or agreed becomes unlawful, or is lost.
BRYTER = frozenset({Merke.HANDLING, Merke.UTE})


@dataclass(frozen=True, slots=True)
class Melding:
    """What is told of an object: its mark and the words; for what cannot be told, the field that is missing."""

    merke: Merke
    tekst: str
    hjelp: str = ""
    mangler: str = ""
    sted: Location | None = None


@dataclass(frozen=True, slots=True)
class Virkning:
    """One effect: on what, from when, and the smallest sets of changes (by number) that each give it.

    `slag` is what was asked: `periode`, `sete`, `oppmoete`, `frist innkalling`, the code of a rule.
    """

    slag: str
    omraade: Omraade
    objekt: str
    navn: str
    dag: date
    melding: Melding
    aarsaker: tuple[tuple[int, ...], ...]
    bare_kjent_naa: bool = False
    """Whether every one of the causes holds something that is known now and was not: it may be no change at all."""

    @property
    def merke(self) -> Merke:
        """What becomes of it."""
        return self.melding.merke

    @property
    def endringer(self) -> frozenset[int]:
        """Every change that has a part in it."""
        return frozenset(nr for ett in self.aarsaker for nr in ett)
