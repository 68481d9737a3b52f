"""What must hold for one council by itself, each asked of the rule that will judge it: days, deadlines, how often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ehelse_cli.aarsplan import setninger
from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar
from ehelse_cli.aarsplan.modell import Antall, Krav, Sperret, Utelukker, Vilkaar
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related
from ehelse_cli.core.kalender import MAANEDER
from ehelse_cli.core.mandat.arbeid import Moeteregel
from ehelse_cli.core.moete import Moete
from ehelse_cli.rules.aar_dager import er_for_tett, fridag, fristene, i_utakt, stengt
from ehelse_cli.rules.aar_hyppighet import grenser, reglene
from ehelse_cli.rules.aar_plan import perioder
from ehelse_cli.rules.aar_rekkefoelge import papirfrist
from ehelse_cli.rules.saker import planlagte

#: One vilkår with what it demands.
Sagt = tuple[Vilkaar, tuple[Krav, ...]]


def kravene_til(data: Dataset, aaret: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    """Everything that one council's own meetings must keep."""
    yield from _hvor_ofte(data, aaret, bestilt)
    yield from _faste_saker(data, aaret, bestilt)
    yield from _bestilte_ukedager(data, aaret, bestilt)
    yield from _stengte_tider(data, aaret)
    yield from _fristene(data, aaret, bestilt)
    yield from _tetthet(data, aaret, bestilt)


def sperret(vilkaar: str, aaret: Raadsaar, brutt: Callable[[Moete], bool]) -> Sperret:
    """The days that break it. A meeting that stands is nobody's choice any more: `valider` tells of that."""
    dager = (dag for dag, moete in aaret.mulige.items() if dag not in aaret.fast and brutt(moete))
    return Sperret((vilkaar,), aaret.forum, frozenset(dager))


def fridagene(aaret: Raadsaar) -> Sperret:
    """Saturdays, Sundays and public holidays: for every day of the meeting."""
    return sperret(setninger.fridager().id, aaret, lambda moete: any(fridag(en.dato) for en in moete.tid.dager))


# --- how often


def _hvor_ofte(data: Dataset, aaret: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    mandat, forum, aar = aaret.mandat, aaret.forum, bestilt.aar
    if forum in bestilt.antall:
        vilkaar, antall = setninger.antall(data, forum, aar, bestilt.antall[forum]), bestilt.antall[forum]
        yield vilkaar, (_antall(vilkaar.id, aaret, date(aar, 1, 1), date(aar, 12, 31), (antall, antall)),)
    if mandat is None:
        return
    for sti, hyppighet, unntatt in reglene(mandat):
        if setninger.kan_brytes(mandat, sti):
            vilkaar = setninger.hyppighet(data, forum, aar, mandat, (sti, hyppighet))
            vinduer = hyppighet.vinduer(aar, unntatt)
            yield (
                vilkaar,
                tuple(_antall(vilkaar.id, aaret, en.fra, en.til or en.fra, grenser(hyppighet)) for en in vinduer),
            )
    maaneder = mandat.moeter.maaneder if isinstance(mandat.moeter, Moeteregel) else None
    if isinstance(maaneder, tuple) and maaneder and setninger.kan_brytes(mandat, ("moeter", "maaneder")):
        vilkaar = setninger.maaneder(data, forum, aar, mandat, maaneder)
        yield vilkaar, (sperret(vilkaar.id, aaret, lambda en: MAANEDER[en.tid.dato.month - 1] not in maaneder),)


def _antall(vilkaar: str, aaret: Raadsaar, fra: date, til: date, grensene: tuple[int, int | None]) -> Antall:
    """The bounds; where more than that stand already, no more than those."""
    minst, hoeyst = grensene
    staar = sum(fra <= en.tid.dato <= til for en in aaret.staar if en.tid.dato in aaret.fast)
    return Antall(vilkaar, aaret.forum, fra, til, minst, None if hoeyst is None else max(hoeyst, staar))


def _faste_saker(data: Dataset, aaret: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    """An item that comes back needs a meeting to come back to."""
    for id_, fast in data.forum[aaret.forum].faste_saker.items():
        for periode in perioder(fast, bestilt.aar) if fast.naar != "hvert_moete" else ():
            vilkaar = setninger.fast_sak(data, aaret.forum, id_, periode)
            if (periode.til or periode.fra) > bestilt.dag:
                yield vilkaar, (_antall(vilkaar.id, aaret, periode.fra, periode.til or periode.fra, (1, None)),)


# --- which days


def _bestilte_ukedager(data: Dataset, aaret: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    dager = bestilt.ukedager.get(aaret.forum)
    if dager:
        vilkaar = setninger.ukedager(data, aaret.forum, bestilt.aar, dager)
        yield vilkaar, (sperret(vilkaar.id, aaret, lambda en: en.tid.dato.weekday() not in dager),)


def _stengte_tider(data: Dataset, aaret: Raadsaar) -> Iterator[Sagt]:
    """Each closed time by itself, so that each can be told by its name."""
    per_tid: dict[int, tuple[Vilkaar, set[date]]] = {}
    for dag, moete in aaret.mulige.items():
        for moetedag in moete.tid.dager if dag not in aaret.fast else ():
            for lukket in stengt(data, aaret.forum, moetedag.dato):
                per_tid.setdefault(lukket[1], (setninger.stengt(data, lukket), set()))[1].add(dag)
    for vilkaar, dager in per_tid.values():
        yield vilkaar, (Sperret((vilkaar.id,), aaret.forum, frozenset(dager)),)


# --- deadlines


def _fristene(data: Dataset, aaret: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    """What is due before a meeting: in order, on days when people work, and not already past."""
    forum, aar, dag = aaret.forum, bestilt.aar, bestilt.dag
    steder = hjemlene(data, aaret)
    if not steder:
        return

    def fristdager(moete: Moete) -> list[date]:
        return [krav.siste_dag for krav in fristene(data, forum, moete).values()]

    for vilkaar, brutt in (
        (setninger.fristkjede(data, forum, aar, steder), lambda en: any(i_utakt(fristene(data, forum, en)))),
        (setninger.frist_paa_fridag(data, forum, aar, steder), lambda en: any(map(fridag, fristdager(en)))),
        (setninger.frist_ute(data, forum, dag, steder), lambda en: any(siste <= dag for siste in fristdager(en))),
    ):
        yield vilkaar, (sperret(vilkaar.id, aaret, brutt),)


def hjemlene(data: Dataset, aaret: Raadsaar, *hva: str) -> tuple[Related, ...]:
    """Where the deadlines before the council's meetings are written; of these things alone, or all."""
    moete = next(iter(aaret.mulige.values()), None)
    frister = fristene(data, aaret.forum, moete) if moete is not None else {}
    alle = (rad for id_, krav in frister.items() if not hva or id_ in hva for rad in krav.clause())
    return tuple({str(rad.location): rad for rad in alle}.values())


def _tetthet(data: Dataset, aaret: Raadsaar, bestilt: Bestilling) -> Iterator[Sagt]:
    """The council has met when the papers for the next time are due; also across the turn of the year."""
    steder = hjemlene(data, aaret, "saksdokumenter")
    if not steder:
        return
    vilkaar = setninger.tetthet(data, aaret.forum, bestilt.aar, steder)
    naboer = [
        en for en in planlagte(data, aaret.forum, bestilt.dag) if en.type == "ordinaert" and en not in aaret.staar
    ]
    alle = [en for dag, en in sorted(aaret.mulige.items()) if dag > bestilt.dag]
    krav: list[Krav] = [
        sperret(vilkaar.id, aaret, lambda en: any(_tette(data, aaret.forum, en, nabo) for nabo in naboer))
    ]
    for moete in alle:
        papirene = papirfrist(data, aaret.forum, moete)
        foer = frozenset(
            foer.tid.dato
            for foer in alle
            if papirene and foer.tid.dato < moete.tid.dato and er_for_tett(papirene, foer)
            if not {foer.tid.dato, moete.tid.dato} <= aaret.fast
        )
        if foer:
            krav.append(Utelukker(vilkaar.id, aaret.forum, moete.tid.dato, aaret.forum, foer))
    yield vilkaar, tuple(krav)


def _tette(data: Dataset, forum: str, en: Moete, annen: Moete) -> bool:
    foer, etter = sorted((en, annen), key=lambda moete: moete.tid.dato)
    papirene = papirfrist(data, forum, etter)
    return papirene is not None and er_for_tett(papirene, foer)
