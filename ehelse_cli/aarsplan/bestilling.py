"""What is asked for beyond what the files say, and each council's year as it stands before anything is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ehelse_cli.aarsplan.vanlig import Vanlig, vanlig
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Moete
from ehelse_cli.rules.aar_hyppighet import mandatet_i, teller


@dataclass(frozen=True, slots=True)
class Bestilling:
    """The year, the day it is planned on, and what is said for this time: numbers, weekdays, what to set aside."""

    aar: int
    dag: date
    antall: Mapping[str, int] = field(default_factory=dict)
    ukedager: Mapping[str, frozenset[int]] = field(default_factory=dict)
    uten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Raadsaar:
    """One council's year: its mandate, what is usual, the meetings that stand, and every other it could have.

    `mulige` has a meeting of the usual form for each day it could begin, and those that stand on theirs; `fast` are the
    days of those whose standing nobody has set aside. `mandat` is None where none is in force all the year.
    """

    forum: str
    mandat: Mandat | None
    vanlig: Vanlig
    staar: tuple[Moete, ...]
    mulige: Mapping[date, Moete]
    fast: frozenset[date]


def raadsaar(data: Dataset, forum: str, bestilt: Bestilling) -> Raadsaar:
    """The year of one council. Nothing new is put on the day it is planned, or before."""
    mandat = mandatet_i(data, forum, bestilt.aar)
    det_vanlige = vanlig(data, forum, bestilt.aar, mandat or data.mandat_for(forum, date(bestilt.aar, 1, 1)))
    staar = tuple(en for en in data.moeter_for(forum) if teller(en, bestilt.aar))
    foerste = max(date(bestilt.aar, 1, 1), bestilt.dag + timedelta(days=1))
    antall = (date(bestilt.aar, 12, 31) - foerste).days + 1
    dagene = (foerste + timedelta(days=nr) for nr in range(max(antall, 0)))
    mulige = {dag: tenkt(forum, dag, det_vanlige) for dag in dagene}
    faste = {en.tid.dato: en for en in staar if f"moete-{en.id}" not in bestilt.uten or en.tid.dato <= bestilt.dag}
    return Raadsaar(forum, mandat, det_vanlige, staar, mulige | faste, frozenset(faste))


def tenkt(forum: str, dag: date, det_vanlige: Vanlig) -> Moete:
    """A meeting that is in no file, for the rules to be asked about."""
    return Moete.model_construct(id=f"{forum}-{dag.year}-m0", tid=det_vanlige.tid(dag))
