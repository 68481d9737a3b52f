"""The meetings that others hold before ours: which there are is what the calendars say, and the days are proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.aarsplan import setninger
from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar
from ehelse_cli.aarsplan.modell import Laast, Plass, Sperret, Vindu
from ehelse_cli.aarsplan.raadskrav import Sagt
from ehelse_cli.aarsplan.vanlig import vanligste
from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.neste import neste_moetenummer
from ehelse_cli.rules.aar_dager import dagene, fridag
from ehelse_cli.rules.aar_hyppighet import teller
from ehelse_cli.rules.aar_plan import aaret as aaret_til
from ehelse_cli.rules.aar_rekkefoelge import er_for_sent, er_uten_papirer, papirfrist

#: So far before a meeting one may meet to prepare it.
_TIDLIGST = 60
#: A weekday other than the usual weighs as much as so many days.
FEIL_UKEDAG = 5


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
            id=re.sub(r"[^a-z0-9]+", "-", f"{hvem}-{eget}".lower()).strip("-"),
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
                serie = re.sub(r"[^a-z0-9]+", "-", f"{hendelse.hvem or hendelse.tittel}-{treff['forum']}".lower())
                yield Satt(
                    serie.strip("-"),
                    id_,
                    nytt,
                    dagene(hendelse).fra,
                    hendelse.tittel,
                    bool(hendelse.trenger_papirer),
                    Related(data.place(kalender.id, "hendelser", sted), "", f"årshjulet for {aar}"),
                )


# --- places and demands


def dager_til(bestilt: Bestilling) -> tuple[date, ...]:
    """The days a preparatory meeting may be on: those of the year, and of the weeks before it."""
    fra = max(date(bestilt.aar, 1, 1) - timedelta(days=_TIDLIGST), bestilt.dag + timedelta(days=1))
    return tuple(fra + timedelta(days=nr) for nr in range(max((date(bestilt.aar, 12, 31) - fra).days + 1, 0)))


def plass(serie: Serie, ved: Plass, nr: int, dager: tuple[date, ...]) -> Plass:
    """One preparatory meeting before the place."""
    oensker = {dag: FEIL_UKEDAG for dag in dager if dag.weekday() != serie.ukedag}
    return Plass(f"{ved.id}/{serie.id}/{nr}", f"formoete/{serie.id}", dager, oensker, ved=ved.id, avstand=serie.avstand)


def fra_og_til(
    data: Dataset, aaret: Raadsaar, ved: Plass, *, trenger_papirer: bool
) -> tuple[Mapping[date, date], Mapping[date, date]]:
    """For each day the meeting may be on: the first day the papers can be read, and the last before it."""
    fra, til = {}, {}
    for dag in ved.dager:
        moete = aaret.mulige[dag]
        foer = [dag + timedelta(days=nr) for nr in range(-_TIDLIGST, _TIDLIGST)]
        til[dag] = max(en for en in foer if not er_for_sent(en, moete))
        krav = papirfrist(data, aaret.forum, moete) if trenger_papirer else None
        if krav is not None:
            ute = moete.papirer_ute or krav.siste_dag
            fra[dag] = min(en for en in foer if not er_uten_papirer(en, ute))
    return fra, til


def kravene_til(data: Dataset, aaret: Raadsaar, serie: Serie, par: list[tuple[Plass, Plass]]) -> Iterator[Sagt]:
    """What must hold for a series; `par` are its places, each with the meeting it is before."""
    navnet = setninger.kort(data, aaret.forum, max(aaret.mulige).year)
    foer = setninger.formoete_foer(serie.tittel, navnet, serie.id, (serie.sted,))
    papirer = setninger.formoete_papirer(serie.tittel, navnet, serie.id, (serie.sted,))
    grenser = [(en, fra_og_til(data, aaret, ved, trenger_papirer=serie.trenger_papirer)) for en, ved in par]
    yield foer, tuple(Vindu(foer.id, en.id, {}, til) for en, (_, til) in grenser)
    if any(fra for _, (fra, _) in grenser):
        yield papirer, tuple(Vindu(papirer.id, en.id, fra, {}) for en, (fra, _) in grenser if fra)


def arbeidsdager(data: Dataset, serier: tuple[Serie, ...], dager: tuple[date, ...], aar: int) -> Iterator[Sagt]:
    """Nobody prepares on a day off, or when all are away."""
    kalender = data.aarshjul.get(f"aarshjul-{aar}")
    stengt = [dagene(en) for en in (kalender.hendelser if kalender else ()) if en.slag == "stengt" and en.hvem is None]
    fri = frozenset(dag for dag in dager if fridag(dag) or any(en.inneholder(dag) for en in stengt))
    vilkaar = setninger.formoete_arbeidsdag()
    if serier:
        yield vilkaar, tuple(Sperret(vilkaar.id, f"formoete/{serie.id}", fri) for serie in serier)


def laast(satt: Satt, plassen: Plass) -> Sagt:
    """One that stands keeps its day."""
    vilkaar = setninger.formoete_satt(satt.tittel, satt.dag, f"{satt.serie}-{satt.moete}", (satt.sted,))
    return vilkaar, (Laast(vilkaar.id, plassen.id, satt.dag),)
