"""What must hold between councils: the order that cases go, and nobody in two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from ehelse_cli.aarsplan import setninger
from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar
from ehelse_cli.aarsplan.modell import Krav, Sperret, Utelukker
from ehelse_cli.aarsplan.raadskrav import Sagt
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete
from ehelse_cli.rules.aar_rekkefoelge import begge_steder, er_i_klem, papirfrist
from ehelse_cli.rules.saker import planlagte


def kravene_mellom(data: Dataset, aarene: Sequence[Raadsaar], bestilt: Bestilling) -> Iterator[Sagt]:
    """Everything between two councils; `aarene` stand in the order cases go."""
    for foerst, neste in pairwise(aarene):
        yield _rekkefoelge(data, foerst, neste, bestilt)
    for en, annen in combinations(aarene, 2):
        yield from _kollisjon(data, en, annen, bestilt)
    for aaret in aarene:
        yield from _andres_moeter(data, aaret, {en.forum for en in aarene}, bestilt)


def _rekkefoelge(data: Dataset, foerst: Raadsaar, neste: Raadsaar, bestilt: Bestilling) -> Sagt:
    """The first council is done before the papers of the next are due."""
    vilkaar = setninger.rekkefoelge(data, foerst.forum, neste.forum, bestilt.aar)
    krav = []
    for moete in _framover(neste, bestilt):
        papirene = papirfrist(data, neste.forum, moete)
        klem = [en for en in _framover(foerst, bestilt) if papirene and er_i_klem(en, papirene, moete)]
        dager = frozenset(en.tid.dato for en in klem if not _staar(foerst, en, neste, moete))
        if dager:
            krav.append(Utelukker(vilkaar.id, neste.forum, moete.tid.dato, foerst.forum, dager))
    return vilkaar, tuple(krav)


def _framover(aaret: Raadsaar, bestilt: Bestilling) -> list[Moete]:
    return [moete for dag, moete in sorted(aaret.mulige.items()) if dag > bestilt.dag]


def _staar(aaret: Raadsaar, moete: Moete, annet: Raadsaar, andre: Moete) -> bool:
    """Whether both stand already, so that nothing is to be chosen."""
    return moete.tid.dato in aaret.fast and andre.tid.dato in annet.fast


def _kollisjon(data: Dataset, en: Raadsaar, annen: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    """On days when somebody is to be in both."""
    vilkaar = setninger.kollisjon(data, en.forum, annen.forum, bestilt.aar)
    per_dag: dict[date, list[Moete]] = {}
    for moete in _framover(annen, bestilt):
        for moetedag in moete.tid.dager:
            per_dag.setdefault(moetedag.dato, []).append(moete)
    krav: list[Krav] = []
    for moete in _framover(en, bestilt):
        dager = {
            andre.tid.dato
            for moetedag in moete.tid.dager
            if _noen_begge(data, en.forum, annen.forum, moetedag.dato)
            for andre in per_dag.get(moetedag.dato, ())
            if not _staar(en, moete, annen, andre)
        }
        if dager:
            krav.append(Utelukker(vilkaar.id, en.forum, moete.tid.dato, annen.forum, frozenset(dager)))
    if krav:
        yield vilkaar, tuple(krav)


def _noen_begge(data: Dataset, forum: str, annet: str, dag: date) -> bool:
    return any(begge_steder(data, forum, annet, dag))


def _andres_moeter(data: Dataset, aaret: Raadsaar, planlegges: set[str], bestilt: Bestilling) -> Iterator[Sagt]:
    """Meetings that are no part of the plan: of councils outside it, and extra ones."""
    for forum in sorted(data.forum):
        opptatt = {
            dag.dato
            for moete in planlagte(data, forum, bestilt.dag)
            if forum != aaret.forum and (forum not in planlegges or moete.type != "ordinaert")
            for dag in moete.tid.dager
        }
        dager = frozenset(
            dag
            for dag, moete in aaret.mulige.items()
            if dag not in aaret.fast and dag > bestilt.dag
            if any(en.dato in opptatt and _noen_begge(data, aaret.forum, forum, en.dato) for en in moete.tid.dager)
        )
        if dager:
            vilkaar = setninger.kollisjon(data, aaret.forum, forum, bestilt.aar)
            yield vilkaar, (Sperret((vilkaar.id,), aaret.forum, dager),)
