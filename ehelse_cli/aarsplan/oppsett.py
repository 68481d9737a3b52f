"""The whole year as a model: the places there are to fill, what each day is worth, and every demand by its vilkår."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ehelse_cli.aarsplan import formoeter, setninger
from ehelse_cli.aarsplan.bestilling import Bestilling, Raadsaar, raadsaar
from ehelse_cli.aarsplan.formoetedager import Forberedelse, forberedelser
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
    """The model, and what its places stand for. `antall` is how many meetings each council should have.

    `forberedelser` are the preparatory meetings to find days for when ours are known; `satte` those that stand.
    """

    modell: Modell
    aarene: tuple[Raadsaar, ...]
    antall: dict[str, int]
    forberedelser: tuple[Forberedelse, ...]
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
    plasser: list[Plass] = []
    rekker: list[tuple[str, ...]] = []
    for aaret in aarene:
        staar, nye = _plassene(aaret, antall[aaret.forum], sagt, bestilt)
        plasser += [*staar, *nye]
        rekker.append(tuple(en.id for en in nye))
        sagt += [_staar_fast(data, aaret, en, bestilt) for en in staar]
    satte = formoeter.satte(data, bestilt.aar)
    serier = formoeter.seriene(data, forum, bestilt.aar)
    foer = tuple(en for aaret in aarene for en in _forberedelsene(data, aaret, plasser, (serier, satte), bestilt))
    hvem = {plass.id: plass.hvem for plass in plasser}
    sagt += [(vilkaar, ()) for en in foer for vilkaar in en.vilkaar]
    alle = _samlet(sagt)
    krav = (
        *(en for _, kravene in alle for en in kravene),
        *(sperret for en in foer for sperret in en.sperringer(hvem[en.plass])),
        *_opptatt(aarene),
    )
    plasser = [_med_formoeter(plass, foer, bestilt) for plass in plasser]
    modell = Modell(tuple(vilkaar for vilkaar, _ in alle), tuple(plasser), krav, tuple(rekker))
    return Oppsett(modell, aarene, antall, foer, satte)


def _samlet(sagt: Iterable[Sagt]) -> list[Sagt]:
    """Each vilkår once, with all that it demands of anyone."""
    per: dict[str, tuple[Vilkaar, list[Krav]]] = {}
    for vilkaar, kravene in sagt:
        per.setdefault(vilkaar.id, (vilkaar, []))[1].extend(kravene)
    return [(vilkaar, tuple(kravene)) for vilkaar, kravene in per.values()]


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
    staar = [
        Plass(f"{aaret.forum}/{en.id}", aaret.forum, dager, _verdt(aaret, en.tid.dato, bestilt), lengde, savnes=_SAVNES)
        for en in aaret.staar
    ]
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
        i_bruk = {dag.dato for en in aaret.staar if en.tid.dato in aaret.fast for dag in en.tid.dager}
        overlapp = frozenset(
            dag
            for dag, moete in aaret.mulige.items()
            if dag not in aaret.fast and any(en.dato in i_bruk for en in moete.tid.dager)
        )
        yield Sperret((), aaret.forum, overlapp)


# --- before the meetings


def _forberedelsene(
    data: Dataset,
    aaret: Raadsaar,
    plasser: Sequence[Plass],
    kjente: tuple[tuple[Serie, ...], tuple[Satt, ...]],
    bestilt: Bestilling,
) -> Iterator[Forberedelse]:
    """One before every meeting that is usually prepared, and is not yet."""
    serier, satte = kjente
    egne = list(enumerate(_i_rekkefoelge(aaret, plasser), 1))
    for serie in serier:
        if serie.forum == aaret.forum:
            valgte = [en for nr, en in egne if serie.gjelder(nr) and _skal_ha(en, serie, aaret, satte, bestilt)]
            med_satt = {en.id: next((satt for satt in satte if _er_satt(satt, serie, en)), None) for en in valgte}
            yield from forberedelser(data, aaret, serie, med_satt, bestilt)


def _er_satt(satt: Satt, serie: Serie, plass: Plass) -> bool:
    """Whether the calendar has it already, before the meeting that the place will be."""
    return satt.serie == serie.id and plass.id == f"{serie.forum}/{satt.nytt_nr}"


def _med_formoeter(plass: Plass, foer: Iterable[Forberedelse], bestilt: Bestilling) -> Plass:
    """The place, each day of which costs what it costs those who prepare too."""
    egne = [en for en in foer if en.plass == plass.id]
    oensker = dict(plass.oensker)
    for en in egne:
        for dag in plass.dager:
            funnet = en.beste(dag, bestilt.uten)
            oensker[dag] = oensker.get(dag, 0) + (funnet[0] if funnet else 0)
    return replace(plass, oensker=oensker)


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
