"""*frist*: by when — `10 virkedager foer moetet`, `straks etter moetet`, `foer aarsskiftet`, `senest 12-01`.

A frist is reckoned from a point (`punkt`): one of `PUNKTER`, or the id of another frist. Who asks knows which day the
point is; `beregn` does the arithmetic. `senest` needs no point, and takes a month and day (`senest 12-01`: 1 December
of the year asked about) or a whole date (`senest 2026-12-01`).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from ehelse_cli.core.kalender import (
    MAANEDER,
    datotekst,
    legg_til_maaneder,
    legg_til_timer,
    legg_til_virkedager,
    les_dato,
    oslo_dag,
)
from ehelse_cli.core.spraak import POSITIVT, Maalform, i_ord, mente_du, noark

Enhet = Literal["timer", "dager", "virkedager", "virkedager_med_loerdag", "uker", "maaneder"]
Retning = Literal["foer", "etter"]

PUNKTER: Final = ("moetet", "innkalling", "referat_utkast", "vedtak", "valg", "aarsskiftet")
"""The points that are no frist themselves. `aarsskiftet` is 1 January."""

_ENTALL: dict[Enhet, str] = {
    "timer": "time",
    "dager": "dag",
    "virkedager": "virkedag",
    "virkedager_med_loerdag": "virkedag_med_loerdag",
    "uker": "uke",
    "maaneder": "maaned",
}
_ENHETER: dict[str, Enhet] = {flere: flere for flere in _ENTALL} | {en: flere for flere, en in _ENTALL.items()}

_FLYTT: dict[Enhet, Callable[[date, int], date]] = {
    "timer": lambda dag, antall: dag + timedelta(days=antall // 24),
    "dager": lambda dag, antall: dag + timedelta(days=antall),
    "virkedager": legg_til_virkedager,
    "virkedager_med_loerdag": lambda dag, antall: legg_til_virkedager(dag, antall, loerdag=True),
    "uker": lambda dag, antall: dag + timedelta(weeks=antall),
    "maaneder": legg_til_maaneder,
}

_PUNKT = r"(?P<punkt>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)"
_AVSTAND = re.compile(
    rf"(?P<minst>minst )?(?P<antall>{POSITIVT}) (?P<enhet>{'|'.join(_ENHETER)}) (?P<retning>foer|etter) {_PUNKT}"
)
_STRAKS = re.compile(rf"straks etter {_PUNKT}")
_FOER = re.compile(rf"foer {_PUNKT}")
_SENEST = re.compile(r"senest (?P<aar>[0-9]{4}-)?(?P<dag>[0-9]{2}-[0-9]{2})")
_SENEST_I_ORD = re.compile(rf"senest (?P<dag>[0-9]{{1,2}})\.? (?P<maaned>{'|'.join(MAANEDER)})(?P<aar> [0-9]{{4}})?")


class Frist(ABC):
    """A deadline as a rule. Use `Frist.parse`; the kinds are `Avstand`, `Straks`, `Foer` and `Senest`."""

    __slots__ = ()

    @staticmethod
    def parse(tekst: str) -> Frist:
        """Read a frist. Raises ValueError with a Norwegian message; `hverdager` is asked about, never guessed."""
        if treff := _AVSTAND.fullmatch(tekst):
            return _avstand(treff)
        if treff := _STRAKS.fullmatch(tekst):
            return Straks(treff["punkt"])
        if treff := _FOER.fullmatch(tekst):
            return Foer(treff["punkt"])
        if treff := _SENEST.fullmatch(tekst):
            return _senest(treff)
        raise ValueError(_feil(tekst))

    @abstractmethod
    def beregn(self, punkt: date | datetime) -> date | datetime:
        """The last day (with `etter` and `minst`: the first) that is in time, when the point is on `punkt`.

        A clock time comes out only where the frist is in hours and `punkt` has a clock; every other answer is a day.
        """

    def dagen(self, punkt: date | datetime) -> date:
        """The Norwegian day of what `beregn` gives."""
        return oslo_dag(self.beregn(punkt))

    @abstractmethod
    def norsk(self, maalform: Maalform = "nb") -> str:
        """The text for a paper: `10 virkedager før møtet`."""


@dataclass(frozen=True, slots=True)
class Avstand(Frist):
    """`3 uker foer moetet`: a distance from a point. The day of the point itself is never counted."""

    antall: int
    enhet: Enhet
    retning: Retning
    punkt: str
    minst: bool = False

    def beregn(self, punkt: date | datetime) -> date | datetime:
        """Hours are real hours. From a point without a clock they give the day on the safe side: the earlier one."""
        antall = -self.antall if self.retning == "foer" else self.antall
        if self.enhet == "timer" and isinstance(punkt, datetime):
            return legg_til_timer(punkt, antall)
        return _FLYTT[self.enhet](oslo_dag(punkt), antall)

    def norsk(self, maalform: Maalform = "nb") -> str:
        """`minst 3 uker før møtet`."""
        enhet = i_ord(self._enhetsord(), maalform)
        minst = "minst " if self.minst else ""
        return f"{minst}{self.antall} {enhet} {self.retning.replace('oe', 'ø')} {i_ord(self.punkt, maalform)}"

    def _enhetsord(self) -> str:
        return _ENTALL[self.enhet] if self.antall == 1 else self.enhet

    def __str__(self) -> str:
        return f"{'minst ' if self.minst else ''}{self.antall} {self._enhetsord()} {self.retning} {self.punkt}"


@dataclass(frozen=True, slots=True)
class Straks(Frist):
    """`straks etter moetet`: the same day."""

    punkt: str

    def beregn(self, punkt: date | datetime) -> date:
        """The day of the point."""
        return oslo_dag(punkt)

    def norsk(self, maalform: Maalform = "nb") -> str:
        """`straks etter møtet`."""
        return f"straks etter {i_ord(self.punkt, maalform)}"

    def __str__(self) -> str:
        return f"straks etter {self.punkt}"


@dataclass(frozen=True, slots=True)
class Foer(Frist):
    """`foer moetet`: how long before is not said."""

    punkt: str

    def beregn(self, punkt: date | datetime) -> date:
        """The day before the point, which is the last that is in time."""
        return oslo_dag(punkt) - timedelta(days=1)

    def norsk(self, maalform: Maalform = "nb") -> str:
        """`før møtet`."""
        return f"før {i_ord(self.punkt, maalform)}"

    def __str__(self) -> str:
        return f"foer {self.punkt}"


@dataclass(frozen=True, slots=True)
class Senest(Frist):
    """`senest 12-01` every year, or `senest 2026-12-01` once."""

    maaned: int
    dag: int
    aar: int | None = None

    def beregn(self, punkt: date | datetime) -> date:
        """The day itself; without a year, the one in the year of `punkt` (29 February is 28 in a common year)."""
        if self.aar is not None:
            return date(self.aar, self.maaned, self.dag)
        if (self.maaned, self.dag) == (2, 29):
            return date(oslo_dag(punkt).year, 3, 1) - timedelta(days=1)
        return date(oslo_dag(punkt).year, self.maaned, self.dag)

    def norsk(self, maalform: Maalform = "nb") -> str:
        """`senest 1. desember`."""
        dag = datotekst(date(self.aar or 2000, self.maaned, self.dag))
        return f"{i_ord('senest', maalform)} {dag if self.aar else dag.removesuffix(' 2000')}"

    def __str__(self) -> str:
        aar = "" if self.aar is None else f"{self.aar}-"
        return f"senest {aar}{self.maaned:02}-{self.dag:02}"


def _avstand(treff: re.Match[str]) -> Avstand:
    """A number of units before or after a point."""
    retning: Retning = "foer" if treff["retning"] == "foer" else "etter"
    return Avstand(int(treff["antall"]), _ENHETER[treff["enhet"]], retning, treff["punkt"], bool(treff["minst"]))


def _senest(treff: re.Match[str]) -> Senest:
    """`senest` a date. Raises ValueError if the calendar has no such day; without a year, 29 February is one."""
    try:
        dag = les_dato(f"{treff['aar'] or '2000-'}{treff['dag']}")
    except ValueError:
        raise ValueError(f"«{treff[0]}»: dagen finnes ikke. Skriv måned-dag, for eksempel «senest 12-01».") from None
    return Senest(dag.month, dag.day, dag.year if treff["aar"] else None)


def _feil(tekst: str) -> str:
    """What is wrong with the text, and what to write."""
    if re.search(r"\bhverdag", noark(tekst)):
        return (
            f"«{tekst}»: «hverdager» kan bety to ting. Skriv «virkedager» (mandag–fredag uten helligdager) "
            "eller «virkedager_med_loerdag» (mandag–lørdag uten helligdager)."
        )
    if treff := _SENEST_I_ORD.fullmatch(noark(tekst)):
        aar = f"{treff['aar'].strip()}-" if treff["aar"] else ""
        return f"«{tekst}»: skriv «senest {aar}{MAANEDER.index(treff['maaned']) + 1:02}-{int(treff['dag']):02}»."
    return (
        f"«{tekst}» er ikke en frist. Skriv for eksempel «10 virkedager foer moetet», «48 timer foer moetet», "
        f"«straks etter moetet», «foer aarsskiftet» eller «senest 12-01».{mente_du(tekst, Frist.parse)}"
    )
