"""Terms: when one ends, how many are allowed, whether an extension came in time, and when to warn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from ehelse_cli.core.kalender import MAANEDER, legg_til_maaneder, les_maaned
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.spraak import LITE, Maalform, i_ord, mente_du

VARSLER = (30, 90, 180)
"""Days before the end of a term at which it is worth a word."""

_DAG = timedelta(days=1)
_VARIGHET = re.compile(rf"(?P<antall>{LITE}) (?P<enhet>aar|maaned|maaneder)")
_HOEYST = re.compile(rf"hoeyst (?P<antall>{LITE})(?P<paa_rad> paa_rad)?")


class Varighet(Struct, frozen=True):
    """The length of a term. `24 maaneder` is `2 aar`."""

    maaneder: int

    @classmethod
    def parse(cls, tekst: str) -> Varighet:
        """Read `2 aar` or `18 maaneder`. Raises ValueError with a Norwegian message."""
        treff = _VARIGHET.fullmatch(tekst)
        if treff is None:
            raise ValueError(
                f"«{tekst}» er ikke en varighet. Skriv for eksempel «2 aar» eller «18 maaneder»."
                f"{mente_du(tekst, cls.parse)}"
            )
        return cls(int(treff["antall"]) * (12 if treff["enhet"] == "aar" else 1))

    def norsk(self, maalform: Maalform = "nb") -> str:
        """The text for a paper: `18 måneder`."""
        antall, enhet = str(self).split()
        return f"{antall} {i_ord(enhet, maalform)}"

    def __str__(self) -> str:
        aar, rest = divmod(self.maaneder, 12)
        if not rest:
            return f"{aar} aar"
        return "1 maaned" if self.maaneder == 1 else f"{self.maaneder} maaneder"


def slutt(start: date, varighet: Varighet) -> date:
    """The last day of a term from and including `start`: 2024-01-01 and two years give 2025-12-31.

    Where the month has no day of that number the term ends with the month: 2024-02-29 gives 2026-02-28.
    """
    aarsdag = legg_til_maaneder(start, varighet.maaneder)
    return aarsdag - _DAG if aarsdag.day == start.day else aarsdag


def telles_fra(oppnevnt: date, starter: str | None) -> date:
    """The day a term is counted from: the first of the latest month `starter` (`januar`) on or before the appointment.

    Without `starter`, the appointment itself. Raises ValueError if it is no month.
    """
    if starter is None:
        return oppnevnt
    maaned = MAANEDER.index(les_maaned(starter)) + 1
    return date(oppnevnt.year - (maaned > oppnevnt.month), maaned, 1)


def slutt_for(
    oppnevnt: date, varighet: Varighet | None, starter: str | None = None, faste: Iterable[Periode] = ()
) -> date | None:
    """The last day of the term of one appointed on the day, by all that a mandate may say of it.

    A fixed period that holds the day decides; otherwise length and month. None where nothing gives an end.
    """
    for periode in faste:
        if periode.inneholder(oppnevnt):
            return periode.til
    return slutt(telles_fra(oppnevnt, starter), varighet) if varighet else None


class FlerePerioder(Struct, frozen=True):
    """Whether a member may sit more than one term: `nei`, `ja`, `ubegrenset`, `hoeyst 2`, `hoeyst 2 paa_rad`."""

    slag: Literal["nei", "ja", "ubegrenset", "hoeyst"]
    tak: int | None = None
    """The most terms allowed; None where no cap is said (`ja`), or it is said that there is none (`ubegrenset`)."""
    paa_rad: bool = False
    """The cap is on terms in a row: a term away and one starts anew."""

    @classmethod
    def parse(cls, tekst: str) -> FlerePerioder:
        """Read the rule. Raises ValueError with a Norwegian message."""
        match tekst:
            case "nei":
                return cls("nei", 1)
            case "ja" | "ubegrenset":
                return cls(tekst)
        treff = _HOEYST.fullmatch(tekst)
        if treff is None:
            raise ValueError(
                f"«{tekst}» sier ikke hvor mange perioder. Skriv «nei», «ja», «ubegrenset», «hoeyst 2» eller "
                f"«hoeyst 2 paa_rad».{mente_du(tekst, cls.parse)}"
            )
        return cls("hoeyst", int(treff["antall"]), bool(treff["paa_rad"]))

    def __str__(self) -> str:
        return f"hoeyst {self.tak}{' paa_rad' if self.paa_rad else ''}" if self.slag == "hoeyst" else self.slag


def for_mange(perioder: Iterable[Periode], regel: FlerePerioder, varighet: Varighet | None) -> tuple[Periode, ...]:
    """The terms beyond the cap, oldest first; empty when the rule is kept.

    Each period given counts as one term, however short. Without a length, any day away breaks a row.
    """
    if regel.tak is None:
        return ()
    i_tid = tuple(sorted(perioder, key=lambda periode: periode.fra))
    rader = _rader(i_tid, varighet) if regel.paa_rad else (i_tid,)
    return tuple(periode for rad in rader for periode in rad[regel.tak :])


def _rader(perioder: Sequence[Periode], varighet: Varighet | None) -> Iterable[tuple[Periode, ...]]:
    """The periods in rows. A new row starts when the member has been away for a whole term."""
    rad: tuple[Periode, ...] = ()
    for periode in perioder:
        if rad and _har_vaert_borte(rad, periode.fra, varighet):
            yield rad
            rad = ()
        rad = (*rad, periode)
    yield rad


def _har_vaert_borte(rad: Sequence[Periode], fra: date, varighet: Varighet | None) -> bool:
    """Whether one who comes back on `fra` has been away for a whole term since the row."""
    sist = max(periode.til or date.max for periode in rad)
    if sist >= fra:
        return False
    return slutt(sist + _DAG, varighet) < fra if varighet else sist + _DAG < fra


class Forlengelse(Struct, frozen=True):
    """A term made longer, to and including `til`; `besluttet` None when the day of the decision is not known."""

    til: date
    besluttet: date | None


class Dekning(Struct, frozen=True):
    """Whether a member had a term to sit in on a day."""

    dekket: bool
    hull: tuple[Periode, ...]
    """The stretches without cover that had begun by the day, oldest first; the last is open when nothing follows."""


def dekning(periode_slutt: date | None, forlengelser: Iterable[Forlengelse], dag: date) -> Dekning:
    """Whether a term that ends on `periode_slutt` (None: has no end), with its extensions, covers the day.

    An extension counts from the day it was decided, so one that came after the end leaves a gap. An extension whose
    decision has no date leaves none: that the date is missing is a matter of its own.
    """
    hull = tuple(hull for hull in _hull(periode_slutt, forlengelser) if hull.fra <= dag)
    return Dekning(dekket=not any(periode.inneholder(dag) for periode in hull), hull=hull)


def siste_dag(periode_slutt: date | None, forlengelser: Iterable[Forlengelse]) -> date | None:
    """The last day covered when all extensions are counted; None when there is no end."""
    if periode_slutt is None:
        return None
    return _hull(periode_slutt, forlengelser)[-1].fra - _DAG


def _hull(periode_slutt: date | None, forlengelser: Iterable[Forlengelse]) -> tuple[Periode, ...]:
    """Every stretch without cover after the start of the term; the last is open. None when the term has no end."""
    if periode_slutt is None:
        return ()
    hull: list[Periode] = []
    udekket = periode_slutt + _DAG
    for forlengelse in sorted(forlengelser, key=lambda f: f.besluttet or date.min):
        fra = max(udekket, forlengelse.besluttet or udekket)
        if forlengelse.til < fra:
            continue
        if fra > udekket:
            hull.append(Periode(udekket, fra - _DAG))
        udekket = forlengelse.til + _DAG
    return (*hull, Periode(udekket, None))


def varsel(siste: date, dag: date) -> int | None:
    """The smallest of `VARSLER` that a term ending on `siste` is inside, seen from `dag`; None if far off or past."""
    igjen = (siste - dag).days
    return next((dager for dager in VARSLER if 0 <= igjen <= dager), None)
