"""The calendar of a year that has none yet: the councils, and the closed times of the year before moved to this one.

When schools are closed is decided in each county, and nobody here can reckon it. What is proposed is the same
weeks as the year before where it is known by them, the same days around Easter, and else the same dates; each one says
that it must be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from ehelse_cli.aarsplan.vanlig import samme_uke, samme_ukedag
from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.periode import Periode
from ehelse_cli.rules.aar_dager import dagene
from ehelse_cli.rules.aar_plan import aaret

#: What the file says of a closed time until somebody has asked, and taken it away.
UBEKREFTET = "må bekreftes"
#: A closed time that people know by the number of its week.
_UKE = re.compile(r"\buke(ne)? \d")


@dataclass(frozen=True, slots=True)
class StengtTid:
    """A closed time: whose, when, and what is said of it. `overfoert`: moved from another year, and not confirmed."""

    tittel: str
    dager: Periode
    hvem: str | None = None
    merknad: str | None = None
    overfoert: bool = False


def forrige(data: Dataset, aar: int) -> Aarshjul | None:
    """The last calendar before the year."""
    return max((en for en in data.aarshjul.values() if aaret(en) < aar), key=aaret, default=None)


def staar_stengt(kalender: Aarshjul) -> tuple[StengtTid, ...]:
    """What a calendar keeps closed; what it says must be confirmed, is moved from another year."""
    return tuple(
        StengtTid(en.tittel, dagene(en), en.hvem, en.merknad, overfoert=UBEKREFTET in (en.merknad or ""))
        for en in kalender.hendelser
        if en.slag == "stengt"
    )


def stengte_tider(data: Dataset, aar: int, sagt: Iterable[StengtTid] = ()) -> tuple[StengtTid, ...]:
    """What to keep closed: what is said, and of the year before everything that has another title."""
    sagt = tuple(sagt)
    kalender = forrige(data, aar)
    titler = {en.tittel.casefold() for en in sagt}
    overfoert = [
        _overfoert(en, aaret(kalender), aar)
        for en in (kalender.hendelser if kalender else ())
        if kalender and en.slag == "stengt" and en.tittel.casefold() not in titler
    ]
    return tuple(sorted((*sagt, *overfoert), key=lambda en: (en.dager.fra, en.tittel)))


def _overfoert(hendelse: Hendelse, fra_aar: int, aar: int) -> StengtTid:
    dager = dagene(hendelse)
    fra = _flyttet(hendelse, dager, (fra_aar, aar))
    til = fra + ((dager.til or dager.fra) - dager.fra)
    sagt = f"foreslått etter {fra_aar}, {UBEKREFTET}"
    merknad = f"{hendelse.merknad}; {sagt}" if hendelse.merknad else sagt
    return StengtTid(hendelse.tittel, Periode(fra, til), hendelse.hvem, merknad, overfoert=True)


def _flyttet(hendelse: Hendelse, dager: Periode, aarene: tuple[int, int]) -> date:
    """Around Easter by the days from Easter Sunday, in the same week where that is said; else by the date."""
    fra_aar, aar = aarene
    paaske, lengde = easter(fra_aar), timedelta(days=1)
    if Periode(dager.fra - lengde, (dager.til or dager.fra) + lengde).inneholder(paaske):
        return easter(aar) + (dager.fra - paaske)
    if _UKE.search(f"{hendelse.tittel} {hendelse.merknad or ''}".lower()):
        return samme_uke(dager.fra, aar)
    return samme_ukedag(dager.fra, aar)


def ikke_overfoert(data: Dataset, aar: int) -> tuple[Hendelse, ...]:
    """What the last calendar has that no plan can know the day of: anchors, others' deadlines, others' own meetings."""
    kalender = forrige(data, aar)
    return tuple(en for en in (kalender.hendelser if kalender else ()) if en.slag != "stengt" and not en.foer)
