"""What moving a meeting does: the chain of deadlines before and after, who leaves in between, what else is that day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.kalender import er_virkedag, helligdag
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.register import Medlemskap, medlemskap
from ehelse_cli.oversikt.felles import fristene_foer, kort, siste_dag
from ehelse_cli.oversikt.forfall import forfallet
from ehelse_cli.oversikt.oversikt import Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import ord_
from ehelse_cli.render.moetefrister import Moetefrist
from ehelse_cli.render.tid import dager, ukedag
from ehelse_cli.rules.frister import kravene

_ALT_SENDT = "alt sendt"
_LOERDAG = 5


@dataclass(frozen=True, slots=True)
class Ledd:
    """One deadline of the chain, before and after the move, and what is to be said of the new day."""

    hva: str
    foer: date | None
    etter: date | None
    merk: str


@dataclass(frozen=True, slots=True)
class Kollisjon:
    """Something else on one of the meeting's new days."""

    dato: date
    hva: str


def kjeden(foer: Dataset, etter: Dataset, id_: str, dag: date) -> tuple[Ledd, ...]:
    """The chain by the new days, from the first deadline to the minutes; what has been sent is sent."""
    gamle, nye = _frister(foer, id_), _frister(etter, id_)
    moete = etter.moeter[id_]
    rader = [
        Ledd(ord_(hva), _dato(gamle.get(hva)), _dato(nye.get(hva)), _merk(moete, hva, _dato(nye.get(hva)), dag))
        for hva in dict.fromkeys((*nye, *gamle))
    ]
    rader += _formoetene(etter, moete)
    rader.append(Ledd("møte", foer.moeter[id_].tid.dato, moete.tid.dato, _om_dagen(moete.tid.dato)))
    referat = _referatet(foer, id_), _referatet(etter, id_)
    if any(referat):
        rader.append(Ledd("referat", *referat, _om_dagen(referat[1]) if referat[1] else ""))
    return tuple(sorted(rader, key=lambda rad: (rad.etter or date.max, rad.hva in ("møte", "referat"))))


def _formoetene(data: Dataset, moete: Moete) -> Iterator[Ledd]:
    """The preparatory meetings that others hold: they stay where they are."""
    for aarshjul in data.aarshjul.values():
        for hendelse in aarshjul.hendelser:
            if hendelse.slag == "formoete" and moete.id in hendelse.foer and not hendelse.hver:
                naar = siste_dag(hendelse.dato)
                merk = "er ikke lenger før møtet" if naar >= moete.tid.dato else "flytter ikke med"
                yield Ledd(f"formøte: {hendelse.tittel}", naar, naar, merk)


def _referatet(data: Dataset, id_: str) -> date | None:
    """The last day for the minutes."""
    moete = data.moeter[id_]
    return next((krav.siste_dag for krav in kravene(data, data.forum_of(id_), moete, "referat")), None)


def _frister(data: Dataset, id_: str) -> Mapping[str, Moetefrist]:
    return {rad.hva: rad for rad in fristene_foer(data, data.forum_of(id_), data.moeter[id_])}


def _dato(frist: Moetefrist | None) -> date | None:
    return frist.dato if frist else None


def _merk(moete: Moete, hva: str, frist: date | None, dag: date) -> str:
    sendt = moete.sendt(hva)
    if frist is None:
        return "faller bort"
    if sendt is not None:
        return _ALT_SENDT if sendt <= frist else "sendt for sent"
    return "alt passert" if frist < dag else _om_dagen(frist)


def _om_dagen(dag: date) -> str:
    """What is odd about a day: a holiday, or no working day."""
    return helligdag(dag) or ("" if er_virkedag(dag) else "helg")


def _virkedager(fra: date, ledd: Ledd) -> int | None:
    """How many working days are left to what is still to be done, its own day among them."""
    til = ledd.etter
    if til is None or til < fra or ledd.merk == _ALT_SENDT:
        return None
    return sum(er_virkedag(fra + timedelta(days=nr)) for nr in range(1, (til - fra).days + 1))


def _fridager(fra: date, til: date) -> Iterator[str]:
    """The public holidays in between that take a working day."""
    for nr in range(1, (til - fra).days + 1):
        dagen = fra + timedelta(days=nr)
        if dagen.weekday() < _LOERDAG and (navn := helligdag(dagen)):
            yield f"{navn} {dagen.day}.{dagen.month}."


def kollisjonene(data: Dataset, id_: str) -> Iterator[Kollisjon]:
    """Other meetings, and what the calendar says, on the meeting's days."""
    moete = data.moeter[id_]
    dagene = {en.dato for en in moete.tid.dager}
    for annet in data.moeter.values():
        if annet.id != id_ and annet.avlyst is None:
            for en in annet.tid.dager:
                if en.dato in dagene:
                    yield Kollisjon(en.dato, f"møte i {kort(data, data.forum_of(annet.id), en.dato)} ({annet.id})")
    for aarshjul in data.aarshjul.values():
        for hendelse in aarshjul.hendelser:
            yield from (
                Kollisjon(dag, f"{ord_(hendelse.slag)}: {hendelse.tittel}")
                for dag in sorted(dagene)
                if _er_da(hendelse.dato, dag) and not hendelse.hver
            )


def _er_da(naar: Periode | DelvisDato, dag: date) -> bool:
    if isinstance(naar, Periode):
        return naar.inneholder(dag)
    return (naar.aar, naar.maaned, naar.dag) == (dag.year, dag.month, dag.day)


def flytteoversikt(foer: Dataset, etter: Dataset, id_: str, dag: date) -> Oversikt:
    """The consequences of the move, to be looked at before it is made."""
    gammel, ny = foer.moeter[id_], etter.moeter[id_]
    kjede = (
        Kolonne[Ledd]("hva", "Frist", lambda rad: rad.hva),
        Kolonne[Ledd]("foer", "Før", lambda rad: rad.foer),
        Kolonne[Ledd]("etter", "Nå", lambda rad: rad.etter),
        Kolonne[Ledd]("ukedag", "Dag", lambda rad: ukedag(rad.etter, "nb").split()[0] if rad.etter else ""),
        Kolonne[Ledd]("virkedager", "Virkedager til", lambda rad: _virkedager(dag, rad)),
        Kolonne[Ledd]("merk", "Merk", lambda rad: rad.merk),
    )
    kollisjon = (
        Kolonne[Kollisjon]("dato", "Dato", lambda rad: rad.dato),
        Kolonne[Kollisjon]("hva", "Hva", lambda rad: rad.hva),
    )
    return Oversikt(
        "flytting",
        f"{id_}: {dager(gammel.tid, 'nb')} → {dager(ny.tid, 'nb')}",
        dag,
        (
            tabell("kjede", "Fristene", kjede, kjeden(foer, etter, id_, dag)),
            tabell("kollisjoner", "Samme dag", kollisjon, tuple(kollisjonene(etter, id_))),
            *_byttene(foer, etter, id_),
        ),
        (*forfallet(etter, ny), Fakt("fridager", "fridager fram til møtet", tuple(_fridager(dag, ny.tid.dato)))),
        etter.datasett.er_eksempel,
    )


def _byttene(foer: Dataset, etter: Dataset, id_: str) -> Iterator[Tabell]:
    """Members at the one day who are none at the other: whose term ends in between, or has not begun."""
    gammel, ny = foer.moeter[id_].tid.dato, etter.moeter[id_].tid.dato
    rader = medlemskap(etter, etter.forum[etter.forum_of(id_)])
    borte = [rad for rad in rader if rad.sitter(gammel) and not rad.sitter(ny)]
    navn = Kolonne[Medlemskap]("navn", "Medlem", lambda rad: rad.medlem.navn)
    gruppe = Kolonne[Medlemskap]("gruppe", "Gruppe", lambda rad: rad.gruppe or "")
    til = Kolonne[Medlemskap]("til", "Siste dag", lambda rad: rad.siste_dag)
    fra = Kolonne[Medlemskap]("fra", "Første dag", lambda rad: rad.fra)
    gaar = sorted(borte, key=lambda rad: (rad.siste_dag or date.max, rad.medlem.navn)) if gammel < ny else ()
    yield tabell("gaar", "Går ut før det nye møtet", (til, navn, gruppe), gaar)
    yield tabell("venter", "Begynner først etter det nye møtet", (fra, navn, gruppe), borte if ny < gammel else ())


def fristoversikt_for(data: Dataset, id_: str, dag: date) -> Oversikt:
    """The deadlines before one meeting, and what else is that day."""
    moete = data.moeter[id_]
    kolonner = (
        Kolonne[Moetefrist]("hva", "Frist", lambda rad: ord_(rad.hva)),
        Kolonne[Moetefrist]("dato", "Dato", lambda rad: rad.dato),
        Kolonne[Moetefrist]("ukedag", "Dag", lambda rad: ukedag(rad.dato, "nb").split()[0]),
        Kolonne[Moetefrist]("kilde", "Satt av", lambda rad: ord_(rad.kilde)),
    )
    kollisjon = (
        Kolonne[Kollisjon]("dato", "Dato", lambda rad: rad.dato),
        Kolonne[Kollisjon]("hva", "Hva", lambda rad: rad.hva),
    )
    frister = tuple(_frister(data, id_).values())
    tabeller = (
        tabell("frister", "Fristene", kolonner, frister, tom="Ingen frister er satt."),
        tabell("kollisjoner", "Samme dag", kollisjon, tuple(kollisjonene(data, id_))),
    )
    return Oversikt("moete", f"{id_}: {dager(moete.tid, 'nb')}", dag, tabeller, (), data.datasett.er_eksempel)
