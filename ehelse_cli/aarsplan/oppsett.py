"""The whole year as a model: the places there are to fill, what each day is worth, and every demand by its vilkår."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.aarsplan import formoeter, setninger
from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar, raadsaar
from ehelse_cli.aarsplan.formoeter import Satt, Serie
from ehelse_cli.aarsplan.mellomkrav import kravene_mellom
from ehelse_cli.aarsplan.modell import ALLTID, Antall, Krav, Laast, Modell, Plass, Sperret, Vilkaar
from ehelse_cli.aarsplan.raadskrav import Sagt, fridagene, kravene_til
from ehelse_cli.aarsplan.vanlig import ledige_oensker, oenskede_dager
from ehelse_cli.core.dataset import Dataset

#: In days: what it weighs to leave out a meeting that is usual, to hold one that is not, and to change the weekday.
_SAVNES, _EKSTRA, _FEIL_UKEDAG = 10_000, 5_000, 15


@dataclass(frozen=True, slots=True)
class Oppsett:
    """The model, and what its places stand for. `antall` is how many meetings each council should have."""

    modell: Modell
    aarene: tuple[Raadsaar, ...]
    antall: dict[str, int]
    serier: tuple[Serie, ...]
    satte: tuple[Satt, ...]


def sett_opp(data: Dataset, bestilt: Bestilling) -> Oppsett:
    """The model of a year whose calendar is in the data."""
    forum = tuple(en for en in data.aarshjul[f"aarshjul-{bestilt.aar}"].forum if en in data.forum)
    aarene = tuple(raadsaar(data, en, bestilt) for en in forum)
    sagt = [
        (setninger.fridager(), tuple(map(fridagene, aarene))),
        *(en for aaret in aarene for en in kravene_til(data, aaret, bestilt)),
        *kravene_mellom(data, aarene, bestilt),
    ]
    antall = {aaret.forum: _antallet(aaret, sagt) for aaret in aarene}
    plasser, rekker = [], []
    for aaret in aarene:
        staar, nye = _plassene(aaret, antall[aaret.forum], sagt, bestilt)
        plasser += [*staar, *nye]
        rekker.append(tuple(en.id for en in nye))
        sagt += [_staar_fast(data, aaret, en, bestilt) for en in staar]
    serier, satte = formoeter.seriene(data, forum, bestilt.aar), formoeter.satte(data, bestilt.aar)
    foer, sagt_foer = _formoetene(data, aarene, plasser, (serier, satte), bestilt)
    alle = _samlet([*sagt, *sagt_foer])
    krav = tuple(en for _, kravene in alle for en in kravene) + tuple(_opptatt(aarene))
    modell = Modell(tuple(vilkaar for vilkaar, _ in alle), (*plasser, *foer), krav, tuple(rekker))
    return Oppsett(modell, aarene, antall, serier, satte)


def _samlet(sagt: Iterable[Sagt]) -> list[Sagt]:
    """Each vilkår once, with all that it demands of anyone; what demands nothing is left out."""
    per: dict[str, tuple[Vilkaar, list[Krav]]] = {}
    for vilkaar, kravene in sagt:
        per.setdefault(vilkaar.id, (vilkaar, []))[1].extend(kravene)
    return [(vilkaar, tuple(kravene)) for vilkaar, kravene in per.values() if kravene]


# --- how many places


def _krevd(aaret: Raadsaar, sagt: Sequence[Sagt]) -> list[list[Antall]]:
    """What is said of how many, each vilkår by itself."""
    alle = ([en for en in kravene if isinstance(en, Antall) and en.hvem == aaret.forum] for _, kravene in sagt)
    return [en for en in alle if en]


def _antallet(aaret: Raadsaar, sagt: Sequence[Sagt]) -> int:
    """As many as usual, as far as what is said of the year as a whole allows."""
    krevd = _krevd(aaret, sagt)
    minst = max((sum(en.minst for en in ett) for ett in krevd), default=0)
    hele = [en for ett in krevd for en in ett if (en.fra.month, en.fra.day, en.til.month) == (1, 1, 12)]
    hoeyst = min((en.hoeyst for en in hele if en.hoeyst is not None), default=None)
    vanlig = max(len(aaret.vanlig.dager), minst, len(aaret.staar))
    return vanlig if hoeyst is None else min(vanlig, max(hoeyst, minst))


def _plassene(
    aaret: Raadsaar, antall: int, sagt: Sequence[Sagt], bestilt: Bestilling
) -> tuple[list[Plass], list[Plass]]:
    """A place for each meeting that stands, for each that is missing, and for as many as all demands may take.

    A plan that needs more than one meeting for each thing demanded would still be one without the rest of them.
    """
    dager = tuple(sorted(aaret.mulige))
    lengde = aaret.vanlig.lengde
    staar = [Plass(f"{aaret.forum}/{en.id}", aaret.forum, dager, {}, lengde) for en in aaret.staar]
    oensker = ledige_oensker(oenskede_dager(aaret.vanlig, antall, bestilt.aar), (en.tid.dato for en in aaret.staar))
    behov = sum(en.minst for ett in _krevd(aaret, sagt) for en in ett)
    nye = [
        Plass(f"{aaret.forum}/{nr}", aaret.forum, dager, _verdt(aaret, oenske, bestilt), lengde, savnes=_SAVNES)
        for nr, oenske in enumerate(oensker, 1)
    ]
    nye += [
        Plass(f"{aaret.forum}/{nr}", aaret.forum, dager, _verdt(aaret, None, bestilt), lengde, brukes=_EKSTRA)
        for nr in range(len(nye) + 1, behov + 1)
    ]
    return staar, nye


def _verdt(aaret: Raadsaar, oenske: date | None, bestilt: Bestilling) -> dict[date, int]:
    """What each day costs: its distance from the one that is wished for, and the weekday, where none is asked for."""
    ukedag = None if aaret.forum in bestilt.ukedager else aaret.vanlig.ukedag
    return {
        dag: (abs((dag - oenske).days) if oenske else 0)
        + (_FEIL_UKEDAG if ukedag is not None and dag.weekday() != ukedag else 0)
        for dag in aaret.mulige
    }


# --- what stands


def _staar_fast(data: Dataset, aaret: Raadsaar, plassen: Plass, bestilt: Bestilling) -> Sagt:
    """A meeting in the files keeps its day; one that was held has it whatever anybody sets aside."""
    moete = next(en for en in aaret.staar if plassen.id.endswith(f"/{en.id}"))
    vilkaar = setninger.staar_fast(data, moete)
    holdt = moete.tid.dato <= bestilt.dag
    return vilkaar, (Laast(ALLTID if holdt else vilkaar.id, plassen.id, moete.tid.dato),)


def _opptatt(aarene: Iterable[Raadsaar]) -> Iterable[Krav]:
    """The council cannot begin a new meeting in the middle of one that stands, or so that they overlap."""
    for aaret in aarene:
        egne = {en.tid.dato for en in aaret.staar}
        i_bruk = {dag.dato for en in aaret.staar for dag in en.tid.dager}
        overlapp = frozenset(
            dag
            for dag, moete in aaret.mulige.items()
            if dag not in egne and any(en.dato in i_bruk for en in moete.tid.dager)
        )
        yield Sperret(ALLTID, aaret.forum, overlapp)


# --- before the meetings


def _formoetene(
    data: Dataset,
    aarene: Sequence[Raadsaar],
    plasser: Sequence[Plass],
    kjente: tuple[tuple[Serie, ...], tuple[Satt, ...]],
    bestilt: Bestilling,
) -> tuple[list[Plass], list[Sagt]]:
    """A place before every meeting that is usually prepared and is not yet, and the demands of each series."""
    serier, satte = kjente
    dager = formoeter.dager_til(bestilt)
    alle: list[Plass] = []
    sagt: list[Sagt] = []
    for serie in serier:
        aaret = next(en for en in aarene if en.forum == serie.forum)
        par = [
            (formoeter.plass(serie, ved, nr, dager), ved)
            for nr, ved in enumerate(_i_rekkefoelge(aaret, plasser), 1)
            if serie.gjelder(nr) and _skal_ha(ved, serie, aaret, satte, bestilt)
        ]
        if par:
            alle += [en for en, _ in par]
            sagt += formoeter.kravene_til(data, aaret, serie, par)
            sagt += [
                formoeter.laast(satt, en)
                for en, ved in par
                for satt in satte
                if satt.serie == serie.id and ved.id == f"{serie.forum}/{satt.nytt_nr}" and satt.dag in dager
            ]
    med_plass = tuple(serie for serie in serier if any(en.hvem == f"formoete/{serie.id}" for en in alle))
    return alle, [*sagt, *formoeter.arbeidsdager(data, med_plass, dager, bestilt.aar)]


def _i_rekkefoelge(aaret: Raadsaar, plasser: Sequence[Plass]) -> list[Plass]:
    """The council's places by the day they have or wish for; those that nobody misses last."""
    staar = {f"{aaret.forum}/{en.id}": en.tid.dato for en in aaret.staar}

    def naar(plass: Plass) -> tuple[bool, date]:
        dag = staar.get(plass.id) or min(plass.oensker, key=lambda en: plass.oensker[en], default=date.max)
        return plass.brukes > 0, dag

    return sorted((en for en in plasser if en.hvem == aaret.forum), key=naar)


def _skal_ha(ved: Plass, serie: Serie, aaret: Raadsaar, satte: Sequence[Satt], bestilt: Bestilling) -> bool:
    """Whether a preparatory meeting is to be found: not before what is over, nor where the calendar has one."""
    moete = next((en for en in aaret.staar if ved.id == f"{aaret.forum}/{en.id}"), None)
    if moete is None:
        return True
    return moete.tid.dato > bestilt.dag and not any(en.serie == serie.id and en.moete == moete.id for en in satte)
