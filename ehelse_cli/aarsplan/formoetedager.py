"""Days for those who prepare: which of them each day of our meeting leaves, and which vilkår take the others.

A preparatory meeting depends on its own meeting and on nothing else. So the solver never sees it: a day of ours that
leaves it none is closed, by just those vilkår that take them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from ehelse_cli.aarsplan import setninger
from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar
from ehelse_cli.aarsplan.formoeter import Satt, Serie
from ehelse_cli.aarsplan.modell import Sperret, Vilkaar
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete
from ehelse_cli.rules.aar_dager import dagene, fridag
from ehelse_cli.rules.aar_rekkefoelge import er_for_sent, er_uten_papirer, papirfrist

#: So many days before a meeting, and after, somebody who prepares it could be thought to meet.
_FOER, _ETTER = 60, 7
#: A weekday other than the usual weighs as much as so many days.
_FEIL_UKEDAG = 5


@dataclass(frozen=True, slots=True)
class Forberedelse:
    """One preparatory meeting beside a place. `valg`: our day → the days it could have, with the vilkår each breaks."""

    serie: Serie
    plass: str
    vilkaar: tuple[Vilkaar, ...]
    valg: Mapping[date, Mapping[date, frozenset[str]]]

    def beste(self, dag: date, uten: Collection[str]) -> tuple[int, date] | None:
        """The day nearest to what is usual when ours is on the day, with what it costs; None where none is left."""
        mulige = (andre for andre, brutt in self.valg[dag].items() if brutt <= frozenset(uten))
        return min(((self._kostnad(dag, andre), andre) for andre in mulige), default=None)

    def _kostnad(self, dag: date, andre: date) -> int:
        return abs((dag - andre).days - self.serie.avstand) + _FEIL_UKEDAG * (andre.weekday() != self.serie.ukedag)

    def sperringer(self, hvem: str) -> Iterator[Sperret]:
        """The days of ours that leave none, by the smallest sets of vilkår that take them all."""
        per: dict[tuple[str, ...], set[date]] = {}
        for dag, valg in self.valg.items():
            for sett in _som_tar_alle(frozenset(valg.values()), tuple(en.id for en in self.vilkaar)):
                per.setdefault(sett, set()).add(dag)
        for sett, dager in per.items():
            yield Sperret(sett, hvem, frozenset(dager), self.plass)


def _som_tar_alle(brudd: frozenset[frozenset[str]], ider: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The smallest sets of vilkår of which every choice breaks one."""
    funnet: list[tuple[str, ...]] = []
    for antall in range(1, len(ider) + 1):
        for sett in combinations(ider, antall):
            mindre = any(set(en) <= set(sett) for en in funnet)
            if not mindre and all(brutt & set(sett) for brutt in brudd):
                funnet.append(sett)
    return funnet


def forberedelser(
    data: Dataset, aaret: Raadsaar, serie: Serie, plasser: Mapping[str, Satt | None], bestilt: Bestilling
) -> Iterator[Forberedelse]:
    """One for each place; `plasser` with the preparatory meeting the calendar has before it, if any."""
    felles = _vilkaarene(data, serie, bestilt.aar)
    fri = _fridager(data, bestilt)
    alle = {dag: _valgene(data, aaret, serie, moete, fri) for dag, moete in aaret.mulige.items()}
    valg = {dag: {andre: brutt for andre, brutt in en.items() if andre > bestilt.dag} for dag, en in alle.items()}
    for plass, satt in plasser.items():
        if satt is None:
            yield Forberedelse(serie, plass, felles, valg)
        else:
            yield _med_satt(Forberedelse(serie, plass, felles, valg), satt)


def _vilkaarene(data: Dataset, serie: Serie, aar: int) -> tuple[Vilkaar, ...]:
    navnet = setninger.kort(data, serie.forum, aar)
    foer = setninger.formoete_foer(serie.tittel, navnet, serie.id, (serie.sted,))
    papirer = setninger.formoete_papirer(serie.tittel, navnet, serie.id, (serie.sted,))
    return (foer, *((papirer,) if serie.trenger_papirer else ()), setninger.formoete_arbeidsdag())


def _valgene(
    data: Dataset, aaret: Raadsaar, serie: Serie, moete: Moete, fri: Collection[date]
) -> Mapping[date, frozenset[str]]:
    """The days around the meeting, with what each breaks."""
    krav = papirfrist(data, aaret.forum, moete) if serie.trenger_papirer else None
    ute = moete.papirer_ute or (krav.siste_dag if krav else None)
    foer, papirer, arbeidsdag = f"formoete-{serie.id}", f"papirer-{serie.id}", setninger.formoete_arbeidsdag().id
    dagene_ = (moete.tid.dato + timedelta(days=nr) for nr in range(-_FOER, _ETTER + 1))
    return {
        andre: frozenset(
            id_
            for id_, brutt in (
                (foer, er_for_sent(andre, moete)),
                (papirer, ute is not None and er_uten_papirer(andre, ute)),
                (arbeidsdag, andre in fri),
            )
            if brutt
        )
        for andre in dagene_
    }


def _fridager(data: Dataset, bestilt: Bestilling) -> frozenset[date]:
    """When nobody works, or all are away."""
    kalender = data.aarshjul.get(f"aarshjul-{bestilt.aar}")
    stengt = [dagene(en) for en in (kalender.hendelser if kalender else ()) if en.slag == "stengt" and en.hvem is None]
    foerste = date(bestilt.aar, 1, 1) - timedelta(days=_FOER)
    alle = (foerste + timedelta(days=nr) for nr in range(_FOER + 366 + _ETTER + 1))
    return frozenset(dag for dag in alle if fridag(dag) or any(en.inneholder(dag) for en in stengt))


def _med_satt(en: Forberedelse, satt: Satt) -> Forberedelse:
    """With a day that the calendar has given it, which every other breaks."""
    vilkaar = setninger.formoete_satt(satt.tittel, satt.dag, f"{satt.serie}-{satt.moete}", (satt.sted,))
    valg = {
        dag: {andre: brutt if andre == satt.dag else brutt | {vilkaar.id} for andre, brutt in valgene.items()}
        for dag, valgene in en.valg.items()
    }
    return Forberedelse(en.serie, en.plass, (*en.vilkaar, vilkaar), valg)
