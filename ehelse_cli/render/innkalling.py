"""The notice of a meeting: who is called, to what, with which papers; and the supplement when papers come later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ehelse_cli.core import adresse
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap, Register, medlemmer_er_kjent, register
from ehelse_cli.core.virksomhet import verdi_per
from ehelse_cli.render import tid
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.felles import Rad, Ramme, rad
from ehelse_cli.render.grunnlag import oppdatert
from ehelse_cli.render.moetefrister import frister_foer
from ehelse_cli.render.navn import Navn, person
from ehelse_cli.render.saksliste import Sakslisteview, saksliste
from ehelse_cli.render.sakspunkt import Agendapunkt, agendalinjer, saken


class Mottaker(NamedTuple):
    """Somebody who is called: the member, where from, and who gets a copy."""

    navn: str
    virksomhet: str
    kopi: str


@dataclass(frozen=True, slots=True)
class Innkallingview:
    """The notice as it is read. `saksliste` is the agenda, told as the agenda's own paper tells it; `papirer` is where
    the papers are found, when the council has a site.
    """

    ramme: Ramme
    tittel: str
    forum: str
    moete: str
    overlinje: str
    varsler: tuple[str, ...]
    fakta: tuple[Rad, ...]
    saksliste: Sakslisteview
    papirer: str | None
    forfall: tuple[str, ...]
    mottakere: tuple[Mottaker, ...]
    ukjente_mottakere: bool
    slutt: str | None


def innkalling(b: Bestilling) -> Innkallingview:
    """The view of a meeting's notice, to those who sit on its day.

    Raises:
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    moete = b.moete
    liste = saksliste(b.data, moete, replace(b.ramme, del_=True))
    navn = b.navn(moete.tid.dato)
    ord_ = b.ramme.ord
    mottakere = tuple(_mottakere(b, navn))
    return Innkallingview(
        ramme=b.ramme,
        tittel=ord_.innkalling_skriftlig if moete.er_skriftlig else ord_.innkalling,
        forum=liste.forum,
        moete=liste.moete,
        overlinje=liste.overlinje,
        varsler=liste.varsler,
        fakta=(*_fra_til(b, navn), *(en for en in liste.fakta if en.ledetekst not in (ord_.sekretariat, ord_.innkalt))),
        saksliste=liste,
        papirer=adresse.full(b.data.datasett.nettadresse, adresse.moete(moete.id)),
        forfall=tuple(_forfall(b, navn)),
        mottakere=mottakere,
        ukjente_mottakere=not mottakere,
        slutt=_dato(moete, b.ramme),
    )


def _fra_til(b: Bestilling, navn: Navn) -> Iterator[Rad]:
    ord_ = b.ramme.ord
    sekretariat = verdi_per(navn.forum.sekretariat, navn.dag)
    yield from rad(ord_.fra, navn.virksomhet(sekretariat) if sekretariat else None)
    yield Rad(ord_.til, ord_.medlemmene_i.format(navn.virksomhet(navn.forum.id)))


def _forfall(b: Bestilling, navn: Navn) -> Iterator[str]:
    """What somebody who cannot come is to do, and by when; the deadline only where there is one."""
    if b.moete.er_skriftlig or b.moete.avlyst is not None:
        return
    ord_ = b.ramme.ord
    yield ord_.meld_forfall
    for frist in frister_foer(b.moete, navn.forum, b.data.mandat_for(navn.forum.id, navn.dag)):
        if frist.hva == "forfall":
            yield ord_.meld_forfall_frist.format(tid.ukedag(frist.dato, b.ramme.maalform))


def _mottakere(b: Bestilling, navn: Navn) -> Iterator[Mottaker]:
    """Every member on the day of the meeting; nobody where it is not known who they are."""
    reg = register(b.data, navn.forum, navn.dag)
    if reg is None or not medlemmer_er_kjent(navn.forum, navn.dag):
        return
    for en in (*reg.uten_sete, *reg.medlemmer):
        virksomhet = navn.virksomhet(en.medlem.virksomhet) if en.medlem.virksomhet else ""
        yield Mottaker(person(en.medlem.navn), virksomhet, _kopi(en, reg, b.ramme))


def _kopi(medlem: Medlemskap, reg: Register, ramme: Ramme) -> str:
    return ramme.liste([person(vara.navn) for vara in reg.stedfortredere if vara.for_ == medlem.medlem.navn])


def _dato(moete: Moete, ramme: Ramme) -> str | None:
    return tid.dag(moete.innkalt, ramme.maalform) if moete.innkalt else None


# --- the supplement


class NothingNewError(EhelseError):
    """A supplement with nothing in it."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"tilleggsinnkalling er ikke laget: ingen papirer til «{id_}» er ettersendt eller oppdatert",
            "Skriv «ettersendt: DATO» på linjen i sakslisten, eller «oppdatert: DATO» i saken.",
        )


class Tillegg(NamedTuple):
    """One case whose papers came after the others: what, and why they are sent now."""

    sak: str
    tema: str
    hvorfor: str


@dataclass(frozen=True, slots=True)
class Tilleggview:
    """The supplement as it is read."""

    ramme: Ramme
    tittel: str
    forum: str
    moete: str
    overlinje: str
    fakta: tuple[Rad, ...]
    innledning: str
    saker: tuple[Tillegg, ...]
    slutt: str | None


def tilleggsinnkalling(b: Bestilling) -> Tilleggview:
    """The view of what came after the notice: papers sent later, and papers with a newer version.

    Raises:
        NothingNewError: nothing came after it.
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    moete, ord_ = b.moete, b.ramme.ord
    navn = b.navn(moete.tid.dato)
    liste = saksliste(b.data, moete, b.ramme)
    nye = list(_tillegg(b, navn))
    if not nye:
        raise NothingNewError(b.id)
    foerst = moete.papirer_ute or moete.innkalt
    innledning = ord_.tillegg_til.format(tid.dag(foerst, b.ramme.maalform)) if foerst else ord_.tillegg_uten_dato
    siste = max(dag for dag, _ in nye)
    return Tilleggview(
        ramme=b.ramme,
        tittel=ord_.tilleggsinnkalling,
        forum=liste.forum,
        moete=liste.moete,
        overlinje=liste.overlinje,
        fakta=(*_fra_til(b, navn), *(en for en in liste.fakta if en.ledetekst in (ord_.tid, ord_.sted, ord_.form))),
        innledning=innledning,
        saker=tuple(rad for _, rad in nye),
        slutt=tid.dag(siste, b.ramme.maalform),
    )


def _tillegg(b: Bestilling, navn: Navn) -> Iterator[tuple[date, Tillegg]]:
    ord_, moete = b.ramme.ord, b.moete
    for linje in agendalinjer(moete, navn, b.ramme):
        innhold, sak = linje.innhold, saken(linje.punkt, navn)
        if innhold is None or innhold.unntatt is not None:
            continue
        if ettersendt := linje.punkt.ettersendt:
            hvorfor = ord_.ettersendt.format(tid.dag(ettersendt, b.ramme.maalform))
            yield ettersendt, _rad(innhold, hvorfor)
        nyere = [en for en in sak.oppdatert if moete.papirer_ute and en.dato > moete.papirer_ute] if sak else []
        if sak is not None and nyere:
            ny = oppdatert(sak.model_copy(update={"oppdatert": tuple(nyere)}), b.ramme.maalform)
            yield nyere[-1].dato, _rad(innhold, ord_.ny_utgave.format(ny))


def _rad(innhold: Agendapunkt, hvorfor: str) -> Tillegg:
    return Tillegg(innhold.nummer or "–", innhold.tittel, hvorfor)
