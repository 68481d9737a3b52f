"""The meetings that others hold before ours, as the calendars tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.aarsplan.vanlig import vanligste
from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.neste import neste_moetenummer
from ehelse_cli.core.spraak import noark
from ehelse_cli.rules.aar_dager import dagene
from ehelse_cli.rules.aar_hyppighet import teller
from ehelse_cli.rules.aar_plan import aaret as aaret_til


@dataclass(frozen=True, slots=True)
class Serie:
    """Somebody who meets before a council's meetings: before which (from 1), how many days, on which weekday."""

    id: str
    forum: str
    tittel: str
    hvem: str | None
    numre: frozenset[int]
    av: int
    avstand: int
    ukedag: int
    trenger_papirer: bool
    sted: Related

    def gjelder(self, nr: int) -> bool:
        """Whether there is one before meeting number `nr` of the year; where there was before all, before every one."""
        return nr in self.numre or len(self.numre) == self.av


def seriene(data: Dataset, forum: tuple[str, ...], aar: int) -> tuple[Serie, ...]:
    """Who met before the councils' meetings in the last calendar that tells."""
    tidligere = [en for en in data.aarshjul.values() if aaret_til(en) < aar and any(rad.foer for rad in en.hendelser)]
    if not tidligere:
        return ()
    return tuple(_seriene(data, max(tidligere, key=aaret_til), forum))


def _seriene(data: Dataset, kalender: Aarshjul, forum: tuple[str, ...]) -> Iterator[Serie]:
    per: dict[tuple[str, str], list[tuple[int, Hendelse, int, Moete]]] = {}
    for sted, hendelse in enumerate(kalender.hendelser):
        for id_ in hendelse.foer if hendelse.slag == "formoete" else ():
            moete = data.moeter.get(id_)
            if moete is not None and data.forum_of(id_) in forum:
                nr = _nummer(data, moete, aaret_til(kalender))
                per.setdefault((hendelse.hvem or hendelse.tittel, data.forum_of(id_)), []).append(
                    (sted, hendelse, nr, moete)
                )
    for (hvem, eget), rader in per.items():
        sted, hendelse, _, _ = rader[0]
        dager = [dagene(en).fra for _, en, _, _ in rader]
        yield Serie(
            id=_serie_id(hvem, eget),
            forum=eget,
            tittel=hendelse.tittel,
            hvem=hendelse.hvem,
            numre=frozenset(nr for _, _, nr, _ in rader),
            av=sum(teller(en, aaret_til(kalender)) for en in data.moeter_for(eget)),
            avstand=_midterst(
                [(moete.tid.dato - dag).days for dag, (_, _, _, moete) in zip(dager, rader, strict=True)]
            ),
            ukedag=vanligste([dag.weekday() for dag in dager]) or 0,
            trenger_papirer=any(en.trenger_papirer for _, en, _, _ in rader),
            sted=Related(data.place(kalender.id, "hendelser", sted), "", f"årshjulet for {aaret_til(kalender)}"),
        )


def _serie_id(hvem: str, forum: str) -> str:
    """Who, before whose meetings; as people can type it."""
    return "-".join(filter(None, re.split(r"[^a-z0-9]+", noark(f"{hvem}-{forum}".lower()))))


def _nummer(data: Dataset, moete: Moete, aar: int) -> int:
    """Which of the year's ordinary meetings it is, from 1; 0 where it is none of them."""
    alle = [en.id for en in data.moeter_for(data.forum_of(moete.id)) if teller(en, aar)]
    return alle.index(moete.id) + 1 if moete.id in alle else 0


def _midterst(tall: list[int]) -> int:
    return sorted(tall)[len(tall) // 2]


# --- those that are in this year's calendar already


@dataclass(frozen=True, slots=True)
class Satt:
    """A preparatory meeting that stands: before a meeting that is in the files, or number so-and-so that is to come."""

    serie: str
    moete: str
    nytt_nr: int
    dag: date
    tittel: str
    trenger_papirer: bool
    sted: Related


def satte(data: Dataset, aar: int) -> tuple[Satt, ...]:
    """Those that this year's calendar has, one for each meeting they are before."""
    kalender = data.aarshjul.get(f"aarshjul-{aar}")
    return tuple(_satte(data, kalender, aar)) if kalender is not None else ()


def _satte(data: Dataset, kalender: Aarshjul, aar: int) -> Iterator[Satt]:
    for sted, hendelse in enumerate(kalender.hendelser):
        for id_ in hendelse.foer if hendelse.slag == "formoete" else ():
            treff = re.fullmatch(rf"(?P<forum>.+)-{aar}-m(?P<nr>\d+)", id_)
            if treff and treff["forum"] in data.forum:
                nytt = int(treff["nr"]) - neste_moetenummer(data, treff["forum"], aar) + 1
                yield Satt(
                    _serie_id(hendelse.hvem or hendelse.tittel, treff["forum"]),
                    id_,
                    nytt,
                    dagene(hendelse).fra,
                    hendelse.tittel,
                    bool(hendelse.trenger_papirer),
                    Related(data.place(kalender.id, "hendelser", sted), "", f"årshjulet for {aar}"),
                )
