"""The Norwegian calendar: public holidays, working days, months and Oslo time.

The holidays follow lov 24. februar 1995 nr. 12 om helligdager og helligdagsfred § 2, and lov 26. april 1947 nr. 1 for
1 and 17 May. They are computed here since the `holidays` package takes a fifth of a second to import; a test holds the
two against each other for every year from 1995 to 2099.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateutil.easter import easter

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MAANEDER = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip

UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_FASTE = ((1, 1, "1. nyttårsdag"), (5, 1, "1. mai"), (5, 17, "17. mai"), (12, 25, "1. juledag"), (12, 26, "2. juledag"))
_ETTER_PAASKE = (
    (-3, "skjærtorsdag"),
    (-2, "langfredag"),
    (0, "1. påskedag"),
    (1, "2. påskedag"),
    (39, "Kristi himmelfartsdag"),
    (49, "1. pinsedag"),
    (50, "2. pinsedag"),
)
_DATO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Wide enough for every body there is, narrow enough to catch a slip and to keep all arithmetic inside the calendar.
_FOERSTE_AAR, _SISTE_AAR = 1600, 2400


def les_dato(tekst: str) -> date:
    """Read `2026-12-01`, and no other ISO form. Raises ValueError with a Norwegian message."""
    if not _DATO.fullmatch(tekst):
        raise ValueError(f"«{tekst}» er ikke en dato. Skriv år-måned-dag, for eksempel «2026-12-01».")
    if not _FOERSTE_AAR <= int(tekst[:4]) <= _SISTE_AAR:
        raise ValueError(f"«{tekst}» har et umulig år. Året må være mellom {_FOERSTE_AAR} og {_SISTE_AAR}.")
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"«{tekst}» finnes ikke i kalenderen.") from None


def datotekst(dag: date) -> str:
    """`1. desember 2026`, the same in both written languages."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]} {dag.year}"


def les_maaned(tekst: str) -> str:
    """The name of a month, as it is written. Raises ValueError with a Norwegian message."""
    if tekst not in MAANEDER:
        raise ValueError(f"«{tekst}» er ikke en måned. Skriv «januar», «februar» … «desember».")
    return tekst


@cache
def helligdager(aar: int) -> Mapping[date, str]:
    """The public holidays of a year in order, Sundays as such not among them; two on one day are joined by «og»."""
    paaske = easter(aar)
    dager = [(date(aar, maaned, dag), navn) for maaned, dag, navn in _FASTE]
    dager += [(paaske + timedelta(days=avstand), navn) for avstand, navn in _ETTER_PAASKE]
    navn_per_dag: dict[date, str] = {}
    for dag, navn in sorted(dager):
        navn_per_dag[dag] = f"{navn_per_dag[dag]} og {navn}" if dag in navn_per_dag else navn
    return MappingProxyType(navn_per_dag)


def helligdag(dag: date) -> str | None:
    """The name of the public holiday on the day, if it is one."""
    return helligdager(dag.year).get(date(dag.year, dag.month, dag.day))  # a datetime never equals a date


def er_virkedag(dag: date, *, loerdag: bool = False) -> bool:
    """Whether the day is Monday to Friday (with `loerdag`, to Saturday) and no public holiday."""
    return dag.weekday() < (6 if loerdag else 5) and helligdag(dag) is None


def legg_til_virkedager(dag: date, antall: int, *, loerdag: bool = False) -> date:
    """The day `antall` working days after `dag` (before, when negative). The day itself is never counted."""
    steg = timedelta(days=1 if antall > 0 else -1)
    for _ in range(abs(antall)):
        dag += steg
        while not er_virkedag(dag, loerdag=loerdag):
            dag += steg
    return dag


def legg_til_maaneder(dag: date, antall: int) -> date:
    """The same day of the month `antall` months later; the last of the month where it has no such day."""
    foerste = _foerste_i_maaned(dag, antall)
    siste = _foerste_i_maaned(dag, antall + 1) - timedelta(days=1)
    return min(foerste + timedelta(days=dag.day - 1), siste)


def _foerste_i_maaned(dag: date, antall: int) -> date:
    """The first of the month `antall` months after that of `dag`."""
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + antall, 12)
    return date(aar, maaned + 1, 1)


@cache
def oslo() -> ZoneInfo:
    """Norwegian time. Read once, when a clock is first needed: most runs need none."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Oslo")


def oslo_dag(tid: date) -> date:
    """The Norwegian day of a day, of a clock time in Norway, or of an aware time anywhere."""
    if not isinstance(tid, datetime):
        return tid
    return (tid.astimezone(oslo()) if tid.tzinfo else tid).date()


def legg_til_timer(tid: datetime, timer: int) -> datetime:
    """Real hours later, across the change to and from summer time too.

    A time without zone is Norwegian, and so is the answer; an aware time gives an aware time in Oslo.
    """
    start = tid if tid.tzinfo else tid.replace(tzinfo=oslo())
    flyttet = (start.astimezone(UTC) + timedelta(hours=timer)).astimezone(oslo())
    return flyttet if tid.tzinfo else flyttet.replace(tzinfo=None)
