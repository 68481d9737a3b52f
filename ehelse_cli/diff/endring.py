"""One change of a mandate: which rule, from what to what, which way it goes, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Nivaa(StrEnum):
    """How much a change matters. The order of the members is the order of gravity, worst first."""

    BRYTER = "bryter"
    """Something lawful or booked today becomes unlawful, or a right is lost."""
    BETINGET = "betinget"
    """Depends on the facts: who sits, what is booked."""
    VESENTLIG = "vesentlig"
    UAVKLART = "uavklart"
    """Cannot be told from the data: a person must read."""
    REDAKSJONELL = "redaksjonell"

    @property
    def rang(self) -> int:
        """0 for the worst."""
        return list(Nivaa).index(self)


class Retning(StrEnum):
    """Whether the change gives more room, rights or seats, or fewer."""

    UTVIDER = "utvider"
    INNSKRENKER = "innskrenker"
    NOEYTRAL = "noeytral"
    UKJENT = "ukjent"

    @property
    def snudd(self) -> Retning:
        """The same change seen from the other side."""
        return _SNUDD.get(self, self)


_SNUDD = {Retning.UTVIDER: Retning.INNSKRENKER, Retning.INNSKRENKER: Retning.UTVIDER}


#: A block's place in the old and in the new prose, from 0; None on a side that lacks it.
Prosasted = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Verditekst:
    """What one side says: `raa` in the format's own spelling, `norsk` as a person reads it."""

    raa: str
    norsk: str


@dataclass(frozen=True, slots=True)
class Endring:
    """One change: of a rule in the head, or of the words.

    `sti` is the place in the head (`sammensetning.grupper[kommuner].antall`), `emne` the same in words without the
    area, `hva` what happened. `fra` or `til` is None where that side does not mention it. `dekker` names every leaf of
    the two heads that this change accounts for (`#norm`, `#punkt` and `#kilde` for what a leaf rests on): no other
    change does; of the words, the sentences. `punkt` is the clause in the new mandate, in the old where the new has
    none; `punkt_fra` the one in the old. `ekko` is where in the prose the same is said.
    """

    id: str
    omraade: str
    sti: str
    emne: str
    hva: str
    fra: Verditekst | None
    til: Verditekst | None
    norm_fra: str | None
    norm_til: str | None
    punkt: str | None
    retning: Retning
    nivaa: Nivaa
    dekker: tuple[str, ...]
    punkt_fra: str | None = None
    ekko: tuple[Prosasted, ...] = ()
