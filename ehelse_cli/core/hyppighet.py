"""*hyppighet*: how often — `4 per aar`, `minst 1 per maaned`, `1 per 2 uker`, `etter_behov`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from ehelse_cli.core.kalender import MAANEDER, legg_til_maaneder
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.spraak import LITE, Maalform, i_ord, mente_du

Enhet = Literal["uke", "maaned", "kvartal", "halvaar", "aar"]

_FLERTALL: dict[Enhet, str] = {
    "uke": "uker",
    "maaned": "maaneder",
    "kvartal": "kvartaler",
    "halvaar": "halvaar",
    "aar": "aar",
}
_ENHETER: dict[str, Enhet] = {flertall: enhet for enhet, flertall in _FLERTALL.items()} | {e: e for e in _FLERTALL}
_MAANEDER: dict[Enhet, int] = {"maaned": 1, "kvartal": 3, "halvaar": 6, "aar": 12}

ETTER_BEHOV = "etter_behov"
_PER = re.compile(rf"(?P<mengde>.+) per (?:(?P<hver>{LITE}) )?(?P<enhet>{'|'.join(_ENHETER)})")


class Hyppighet(Struct, frozen=True):
    """`mengde` times in every `hver` `enhet`; `mengde` None is as needed."""

    mengde: Mengde | None
    hver: int = 1
    enhet: Enhet = "aar"

    @classmethod
    def parse(cls, tekst: str) -> Hyppighet:
        """Read a hyppighet. Raises ValueError with a Norwegian message."""
        if tekst == ETTER_BEHOV:
            return cls(None)
        treff = _PER.fullmatch(tekst)
        if treff is None:
            raise ValueError(
                f"«{tekst}» er ikke en hyppighet. Skriv for eksempel «4 per aar», «minst 1 per maaned», "
                f"«1 per 2 uker» eller «etter_behov».{mente_du(tekst, cls.parse)}"
            )
        return cls(_antall(treff["mengde"]), int(treff["hver"] or 1), _ENHETER[treff["enhet"]])

    def vindu(self, dag: date) -> Periode | None:
        """The stretch around `dag` in which `mengde` must hold; None when it is as needed.

        Months, quarters, halves and years are the calendar's; longer stretches are counted from year 0, and weeks
        (Monday to Sunday) from Monday 1 January of year 1, so that they never depend on who asks.
        """
        if self.mengde is None:
            return None
        if self.enhet == "uke":
            lengde = 7 * self.hver
            fra = dag - timedelta(days=(dag.toordinal() - 1) % lengde)
            return Periode(fra, fra + timedelta(days=lengde - 1))
        lengde = _MAANEDER[self.enhet] * self.hver
        fra = legg_til_maaneder(dag.replace(day=1), -((dag.year * 12 + dag.month - 1) % lengde))
        return Periode(fra, legg_til_maaneder(fra, lengde) - timedelta(days=1))

    @property
    def maaneder(self) -> int | None:
        """How many months the mengde is counted over; None by weeks, and when it is as needed."""
        return None if self.mengde is None or self.enhet == "uke" else _MAANEDER[self.enhet] * self.hver

    def vinduer(self, aar: int, unntatt: Collection[str] = ()) -> Iterator[Periode]:
        """The stretches that lie in the year with both ends, but for those wholly in months that are left out."""
        vindu = self.vindu(date(aar, 1, 1))
        while vindu is not None and vindu.til is not None and vindu.fra.year <= aar:
            maaneder = MAANEDER[vindu.fra.month - 1 : vindu.til.month]
            if vindu.fra.year == vindu.til.year == aar and not set(maaneder) <= set(unntatt):
                yield vindu
            vindu = self.vindu(vindu.til + timedelta(days=1))

    def norsk(self, maalform: Maalform = "nb") -> str:
        """The text for a paper: `minst 1 per måned`, `1 per 2 uker`, `etter behov`."""
        if self.mengde is None:
            return i_ord(ETTER_BEHOV, maalform)
        return f"{self.mengde.norsk(maalform)} per {self._hver()}{i_ord(self._enhetsord(), maalform)}"

    def __str__(self) -> str:
        return ETTER_BEHOV if self.mengde is None else f"{self.mengde} per {self._hver()}{self._enhetsord()}"

    def _hver(self) -> str:
        return "" if self.hver == 1 else f"{self.hver} "

    def _enhetsord(self) -> str:
        return self.enhet if self.hver == 1 else _FLERTALL[self.enhet]


def _antall(tekst: str) -> Mengde:
    """A number of times: a mengde that is no part of anything, and has a bound."""
    mengde = Mengde.parse(tekst)
    if mengde.relativ or mengde == Mengde(None, None):
        raise ValueError(f"«{tekst}» er ikke et antall ganger. Skriv et helt tall, for eksempel «minst 4 per aar».")
    return mengde
