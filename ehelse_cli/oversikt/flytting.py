"""What moving a meeting does: the chain of deadlines before and after, who leaves in between, what else is that day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.kalender import er_virkedag, helligdag
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.register import register
from ehelse_cli.oversikt.felles import kort
from ehelse_cli.oversikt.medlemmer import utloepene
from ehelse_cli.oversikt.oversikt import Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import SVAR, ord_
from ehelse_cli.render.moetefrister import Moetefrist, frister_foer
from ehelse_cli.render.tid import dager, ukedag

_SENDT = {"innkalling": "innkalt", "saksdokumenter": "papirer_ute"}


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
    """The chain by the new days; what has been sent is sent."""
    gamle, nye = _frister(foer, id_), _frister(etter, id_)
    moete = etter.moeter[id_]
    rader = [
        Ledd(ord_(hva), _dato(gamle.get(hva)), _dato(nye.get(hva)), _merk(moete, hva, _dato(nye.get(hva)), dag))
        for hva in dict.fromkeys((*nye, *gamle))
    ]
    rader.append(Ledd("møte", foer.moeter[id_].tid.dato, moete.tid.dato, _om_dagen(moete.tid.dato)))
    return tuple(sorted(rader, key=lambda rad: (rad.etter or date.max, rad.hva == "møte")))


def _frister(data: Dataset, id_: str) -> Mapping[str, Moetefrist]:
    moete, forum = data.moeter[id_], data.forum[data.forum_of(id_)]
    return {rad.hva: rad for rad in frister_foer(moete, forum, data.mandat_for(forum.id, moete.tid.dato))}


def _dato(frist: Moetefrist | None) -> date | None:
    return frist.dato if frist else None


def _merk(moete: Moete, hva: str, frist: date | None, dag: date) -> str:
    sendt: date | None = getattr(moete, _SENDT[hva]) if hva in _SENDT else None
    if frist is None:
        return "faller bort"
    if sendt is not None:
        return "alt sendt" if sendt <= frist else "sendt for sent"
    return "alt passert" if frist < dag else _om_dagen(frist)


def _om_dagen(dag: date) -> str:
    """What is odd about a day: a holiday, or no working day."""
    return helligdag(dag) or ("" if er_virkedag(dag) else "helg")


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


def _er_da(naar: object, dag: date) -> bool:
    if isinstance(naar, DelvisDato):
        return (naar.aar, naar.maaned, naar.dag) == (dag.year, dag.month, dag.day)
    return bool(getattr(naar, "inneholder", lambda _: False)(dag))


def flytteoversikt(foer: Dataset, etter: Dataset, id_: str, dag: date) -> Oversikt:
    """The consequences of the move, to be looked at before it is made."""
    gammel, ny = foer.moeter[id_], etter.moeter[id_]
    kjede = (
        Kolonne[Ledd]("hva", "Frist", lambda rad: rad.hva),
        Kolonne[Ledd]("foer", "Før", lambda rad: rad.foer),
        Kolonne[Ledd]("etter", "Nå", lambda rad: rad.etter),
        Kolonne[Ledd]("ukedag", "Dag", lambda rad: ukedag(rad.etter, "nb").split()[0] if rad.etter else ""),
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
            _de_som_gaar(etter, gammel, ny),
        ),
        tuple(_fakta(etter, ny)),
        etter.datasett.er_eksempel,
    )


def _de_som_gaar(data: Dataset, gammel: Moete, ny: Moete) -> Tabell:
    """Members at the old day whose term ends before the new."""
    forum = data.forum[data.forum_of(ny.id)]
    imellom = ny.tid.siste_dag - gammel.tid.dato
    rader: Sequence[tuple[date, str]] = ()
    if imellom > timedelta():
        gaar = utloepene(data, forum, gammel.tid.dato, imellom)
        rader = [(en.siste_dag, en.rad.medlem.navn) for en in gaar if en.siste_dag < ny.tid.dato]
    kolonner = (
        Kolonne[tuple[date, str]]("til", "Siste dag", lambda rad: rad[0]),
        Kolonne[tuple[date, str]]("navn", "Medlem", lambda rad: rad[1]),
    )
    return tabell("gaar", "Går ut før det nye møtet", kolonner, rader)


def _fakta(data: Dataset, moete: Moete) -> Iterator[Fakt]:
    """Whether those who have not sent word would be enough, if all of them come."""
    forum = data.forum[data.forum_of(moete.id)]
    reg = register(data, forum, moete.tid.dato)
    if reg is None or not reg.medlemmer:
        return
    forfall = moete.fremmoete.forfall if isinstance(moete.fremmoete, Fremmoete) else ()
    borte = {rad.for_ or rad.navn for rad in forfall}
    kommer = tuple(Deltaker(navn=rad.medlem.navn) for rad in reg.medlemmer if rad.medlem.navn not in borte)
    yield Fakt("medlemmer", "medlemmer den dagen", len(reg.medlemmer))
    if forfall:
        tenkt = moete.model_copy(update={"fremmoete": Fremmoete(medlemmer=kommer, forfall=forfall), "saksliste": ()})
        dom = beslutningsdyktighet(data, tenkt)
        yield Fakt("forfall", "meldt forfall", len(borte))
        yield Fakt(
            "dyktig", "beslutningsdyktig om resten kommer", f"{SVAR[dom.answer]} {' '.join(dom.arithmetic)}".strip()
        )


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
