"""What a council usually does: how many meetings, in which weeks, on which weekday, for how long. A wish, never a rule.

It is taken from the last year before that has meetings; what nobody has done before is spread evenly over the year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeVar

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Moeteregel
from ehelse_cli.core.moete import Moete, Moetedag, Moetetid
from ehelse_cli.rules.aar_hyppighet import teller

T = TypeVar("T")

_DAGER = re.compile(r"(\d{1,2}) dag(?:er)?", re.ASCII)

#: One day of a meeting: how many days after the first, and the clock.
Formdag = tuple[int, time | None, time | None]


@dataclass(frozen=True, slots=True)
class Vanlig:
    """The usual: the year it is taken from (None: none), its days, the weekday of most meetings, and their form."""

    aar: int | None
    dager: tuple[date, ...]
    ukedag: int | None
    form: tuple[Formdag, ...]

    def tid(self, dag: date) -> Moetetid:
        """When a meeting of the usual form is, that begins on the day."""
        return Moetetid(tuple(Moetedag(dag + timedelta(days=unna), fra, til) for unna, fra, til in self.form))

    @property
    def lengde(self) -> int:
        """Days from the first to the last, both included."""
        return self.form[-1][0] + 1


def vanlig(data: Dataset, forum: str, aar: int, mandat: Mandat | None) -> Vanlig:
    """What the council did the last year it met before `aar`; how long a meeting is, the mandate may say."""
    moeter = [en for en in data.moeter_for(forum) if en.tid.dato.year < aar and teller(en, en.tid.dato.year)]
    siste = max((en.tid.dato.year for en in moeter), default=None)
    fjoraarets = [en for en in moeter if en.tid.dato.year == siste]
    ukedag = vanligste([en.tid.dato.weekday() for en in fjoraarets])
    form = vanligste([_form(en) for en in fjoraarets]) or ((0, None, None),)
    return Vanlig(siste, tuple(en.tid.dato for en in fjoraarets), ukedag, _med_varighet(form, mandat))


def vanligste(verdier: Sequence[T]) -> T | None:
    """The one there is most of; of several the first."""
    return Counter(verdier).most_common(1)[0][0] if verdier else None


def _form(moete: Moete) -> tuple[Formdag, ...]:
    return tuple(((dag.dato - moete.tid.dato).days, dag.fra, dag.til) for dag in moete.tid.dager)


def _med_varighet(form: tuple[Formdag, ...], mandat: Mandat | None) -> tuple[Formdag, ...]:
    """The form with as many days as the mandate says, one after the other."""
    regel = mandat.moeter if mandat is not None else None
    treff = _DAGER.fullmatch(str(regel.varighet)) if isinstance(regel, Moeteregel) and regel.varighet else None
    dager = int(treff[1]) if treff else len(form)
    if dager in (0, len(form)):
        return form
    return tuple((nr, *(form[nr][1:] if nr < len(form) else form[0][1:])) for nr in range(dager))


def oenskede_dager(det_vanlige: Vanlig, antall: int, aar: int) -> tuple[date, ...]:
    """The days wished for: those of the usual year where the number is the same, else evenly spread."""
    if antall and antall == len(det_vanlige.dager):
        return tuple(samme_ukedag(dag, aar) for dag in det_vanlige.dager)
    dager_i_aaret = (date(aar + 1, 1, 1) - date(aar, 1, 1)).days
    return tuple(date(aar, 1, 1) + timedelta(days=(2 * nr + 1) * dager_i_aaret // (2 * antall)) for nr in range(antall))


def samme_ukedag(dag: date, aar: int) -> date:
    """The day in another year nearest to the same date, on the same weekday."""
    naer = date(aar, dag.month, min(dag.day, 28)) + timedelta(days=max(dag.day - 28, 0))
    unna = (dag.weekday() - naer.weekday()) % 7
    funnet = naer + timedelta(days=unna if unna <= 3 else unna - 7)
    return funnet + timedelta(days=7 if funnet.year < aar else -7 if funnet.year > aar else 0)


def samme_uke(dag: date, aar: int) -> date:
    """The same day of the same week in another year; week 53 is 52 where there is none."""
    uke, ukedag = dag.isocalendar()[1:]
    return date.fromisocalendar(aar, min(uke, date(aar, 12, 28).isocalendar().week), ukedag)


def ledige_oensker(oensker: Iterable[date], tatt: Iterable[date]) -> tuple[date, ...]:
    """The wishes that are left when each day that is taken has met the one nearest to it."""
    igjen = list(oensker)
    for dag in tatt:
        if igjen:
            igjen.remove(min(igjen, key=lambda oenske: abs((oenske - dag).days)))
    return tuple(igjen)
