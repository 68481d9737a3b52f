"""The paper of one case: everything a reader sees, worked out before any template is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Forslagspunkt, KonsekvensKommuner, Oppdrag, Sak
from ehelse_cli.core.saksgang import med_arv, moetet_for
from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.render import tid
from ehelse_cli.render.felles import (
    Punkt,
    Rad,
    Ramme,
    annet_spraak,
    broedtekst,
    forumet,
    hele_unntatt,
    punkt,
    rad,
    sakstypeord,
    unntatt,
    unntatt_her,
    vedleggsrader,
)
from ehelse_cli.render.grunnlag import Grunnlag, grunnlag, oppdatert
from ehelse_cli.render.historikk import Historikklinje, historikk
from ehelse_cli.render.navn import Navn, saksnummer
from ehelse_cli.render.sakspunkt import eierrad, vedlegg_foer


class Stegrad(NamedTuple):
    """One step of what remains, a row of a table: number, who, in which role, when."""

    nr: int
    hvem: str
    rolle: str
    naar: str


class Tiltaksrad(NamedTuple):
    """Something to be done, a row of a table: what, by whom, by when."""

    hva: str
    hvem: str
    frist: str


@dataclass(frozen=True, slots=True)
class Saksframleggview:
    """The paper as it is read. `tekst` is the body as HTML, in the language `tekst_maalform`."""

    ramme: Ramme
    type: str
    forum: str
    tittel: str
    nummer: str | None
    unntatt: str | None
    hode: tuple[Rad, ...]
    tekst_maalform: Maalform
    merknader: tuple[str, ...] = ()
    forslag_overskrift: str = ""
    forslag: tuple[Punkt, ...] = ()
    spoersmaal: tuple[Punkt, ...] = ()
    historikk: tuple[Historikklinje, ...] = ()
    tekst: Markup = Markup()  # noqa: RUF009 (frozen: a string)
    grunnlag: Grunnlag = field(default_factory=Grunnlag)
    konsekvenser: tuple[Rad, ...] = ()
    ingen_konsekvenser: bool = False
    steg: tuple[Stegrad, ...] = ()
    avsluttes_her: bool = False
    implementering: tuple[Tiltaksrad, ...] = ()
    vedlegg: tuple[Rad, ...] = ()
    kilde: str | None = None
    sted_og_dato: str | None = None

    @property
    def overskrift(self) -> str:
        """The paper in one line: «Sak 11/2026: …»."""
        return f"{self.ramme.ord.sak} {self.nummer}: {self.tittel}" if self.nummer else self.tittel

    @property
    def annet_spraak(self) -> str | None:
        """The language of the case's own text, where it is not the paper's."""
        return annet_spraak(self.ramme, self.tekst_maalform)


@dataclass(frozen=True, slots=True)
class _Kilder:
    """What the paper is made from: the case with what it inherits, and the meeting it is written for."""

    data: Dataset
    sak: Sak
    moete: Moete | None
    navn: Navn
    ramme: Ramme
    dag: date


def saksframlegg(data: Dataset, sak: Sak, ramme: Ramme, dag: date) -> Saksframleggview:
    """The view of a case's paper, for its first meeting from `dag` on (or its last), with names as of that meeting.

    Raises:
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    forum = forumet(data, sak.id)
    moete = moetet_for(data, sak, dag)
    naar = moete.tid.dato if moete else sak.datert.dato if sak.datert else dag
    navn = Navn(data, forum, naar, ramme.maalform)
    kilder = _Kilder(data, med_arv(data, sak), moete, navn, ramme, dag)
    if lukket := hele_unntatt(sak.skjerming):
        return _lukket(kilder, unntatt(ramme, lukket))
    return _aapen(kilder, forum)


def _lukket(g: _Kilder, grunn: str) -> Saksframleggview:
    """All that is said of an exempt case: whose it is, its number, that it is exempt, and by which law."""
    return Saksframleggview(
        ramme=g.ramme,
        type=g.ramme.ord.saksframlegg,
        forum=g.navn.virksomhet(g.navn.forum.id),
        tittel=stor(grunn),
        nummer=_nummer(g),
        unntatt=grunn,
        tekst_maalform=g.ramme.maalform,
        hode=(Rad(g.ramme.ord.forum, g.navn.virksomhet(g.navn.forum.id)), *rad(g.ramme.ord.saksnummer, _nummer(g))),
    )


def _aapen(g: _Kilder, forum: Forum) -> Saksframleggview:
    sak = g.sak
    foer = vedlegg_foer(g.moete, sak, g.navn) if g.moete and forum.vedleggsnummer == "per_moete" else 0
    return Saksframleggview(
        ramme=g.ramme,
        type=g.ramme.ord.saksframlegg,
        forum=g.navn.virksomhet(g.navn.forum.id),
        tittel=sak.tittel or _fast_tittel(g) or g.ramme.ord.uten_tittel,
        nummer=_nummer(g),
        unntatt=None,
        hode=tuple(_hode(g)),
        merknader=(unntatt_her(g.ramme, sak.skjerming),) if sak.skjerming else (),
        forslag_overskrift=_forslag_til(forum, g.ramme),
        forslag=_punkter(g.ramme, sak.forslag_til_vedtak),
        spoersmaal=_punkter(g.ramme, sak.spoersmaal),
        historikk=historikk(g.data, sak, g.moete.tid.dato if g.moete else g.dag, g.ramme),
        tekst=broedtekst(g.ramme, sak.tekst),
        tekst_maalform=sak.maalform or forum.maalform,
        grunnlag=grunnlag(g.data, sak, g.navn.virksomhet, g.ramme.maalform),
        konsekvenser=tuple(_konsekvenser(g)),
        ingen_konsekvenser=sak.konsekvens_kommuner is Taushet.INGEN,
        steg=tuple(_steg(g)),
        avsluttes_her=sak.videre_saksprosess == "avsluttes_her",
        implementering=tuple(_implementering(g)),
        vedlegg=vedleggsrader(g.ramme, sak.vedlegg, foer + 1),
        kilde=sak.kilde,
        sted_og_dato=_sted_og_dato(g),
    )


def _nummer(g: _Kilder) -> str | None:
    return saksnummer(g.data, g.sak)


def _fast_tittel(g: _Kilder) -> str | None:
    """The title of the standing item the case is, where its file leaves it to the council's."""
    for moete, nr in g.data.behandlinger(g.sak.id):
        linje = moete.saksliste[nr]
        fast = g.navn.forum.faste_saker.get(linje.fast) if linje.fast else None
        if tittel := linje.tittel or (fast.tittel if fast else None):
            return tittel
    return None


def _forslag_til(forum: Forum, ramme: Ramme) -> str:
    """«Forslag til råd»: in the council's own word, if it has one."""
    ord_ = forum.ord.vedtak or ramme.ord.vedtak
    return ramme.ord.forslag_til.format(ord_[:1].lower() + ord_[1:] if ord_[1:].islower() else ord_)


def _punkter(ramme: Ramme, punkter: Sequence[Forslagspunkt]) -> tuple[Punkt, ...]:
    return tuple(punkt(ramme, ett.tekst, ett.forutsetning) for ett in punkter)


# --- the head


def _naar(g: _Kilder) -> Iterator[Rad]:
    """The day of the meeting it is for; of a written treatment also the last day to answer."""
    ord_ = g.ramme.ord
    dager = tid.dager(g.moete.tid, g.ramme.maalform) if g.moete else stor(ord_.ikke_satt)
    if g.moete and g.moete.er_skriftlig:
        yield Rad(ord_.tid, ord_.skriftlig_frist.format(dager))
        yield Rad(ord_.svarfrist, tid.dag(g.moete.tid.siste_dag, g.ramme.maalform))
    else:
        yield Rad(ord_.moetedato, dager)


def _hode(g: _Kilder) -> Iterator[Rad]:
    ord_, sak, navn = g.ramme.ord, g.sak, g.navn
    yield Rad(ord_.forum, navn.virksomhet(navn.forum.id))
    yield from _naar(g)
    yield Rad(ord_.saksnummer, _nummer(g) or stor(ord_.ikke_nummerert))
    yield from rad(ord_.sakstype, sakstypeord(g.ramme, sak.sakstype))
    yield from rad(ord_.i_rollen, _rolle(g))
    yield from eierrad(g.ramme, navn.virksomheter(sak.sakseiere))
    yield from rad(ord_.foreslaatt_av, g.ramme.liste(navn.virksomheter(sak.foreslaatt_av)))
    yield from rad(ord_.oppdrag, _oppdrag(g, sak.oppdrag) if sak.oppdrag else None)
    yield from rad(ord_.utarbeidet_av, g.ramme.liste(navn.virksomheter(sak.utarbeidet_av)))
    yield from rad(ord_.i_samarbeid_med, g.ramme.liste(navn.virksomheter(sak.i_samarbeid_med)))
    framlegges_av = [navn.hvem(en.navn, en.virksomhet) for en in sak.framlegges_av]
    yield from rad(ord_.framlegges_av, g.ramme.liste(framlegges_av))
    yield from rad(ord_.arkivsak, sak.arkivsak)
    yield from rad(ord_.oppdatert, oppdatert(sak, g.ramme.maalform))


def _rolle(g: _Kilder) -> str | None:
    if g.sak.i_rollen is None:
        return None
    rolle = g.navn.forum.roller.get(g.sak.i_rollen)
    return rolle.navn if rolle else g.sak.i_rollen


def _oppdrag(g: _Kilder, oppdrag: Oppdrag) -> str:
    av = g.navn.virksomhet(oppdrag.av)
    hva = g.ramme.ord.oppdrag_fra.format(dokument=oppdrag.dokument, av=av) if oppdrag.dokument else av
    if oppdrag.frist is None:
        return hva
    return f"{hva}, {g.ramme.ord.oppdrag_frist.format(tid.dag(oppdrag.frist, g.ramme.maalform))}"


# --- what follows the text


def _konsekvenser(g: _Kilder) -> Iterator[Rad]:
    konsekvens = g.sak.konsekvens_kommuner
    if not isinstance(konsekvens, KonsekvensKommuner):
        return
    for felt, ledetekst in g.ramme.ord.kommuner.items():
        verdi: str | date | Taushet | None = getattr(konsekvens, felt)
        if verdi is not None:
            yield Rad(ledetekst, _verdi(verdi, g.ramme))


def _verdi(verdi: str | date | Taushet, ramme: Ramme) -> str:
    if isinstance(verdi, date):
        return tid.dag(verdi, ramme.maalform)
    if isinstance(verdi, Taushet):
        return stor(ramme.ord.ingen if verdi is Taushet.INGEN else ramme.ord.ikke_oppgitt)
    return verdi


def _steg(g: _Kilder) -> Iterator[Stegrad]:
    steg = g.sak.videre_saksprosess
    for nr, ett in enumerate(steg if isinstance(steg, tuple) else (), 1):
        naar = tid.delvis(ett.naar, g.ramme.maalform) if ett.naar else g.ramme.ord.ikke_satt
        yield Stegrad(nr, g.navn.hvem(ett.hvem), g.ramme.ord.roller[ett.rolle], naar)


def _implementering(g: _Kilder) -> Iterator[Tiltaksrad]:
    for tiltak in g.sak.implementering:
        frist = tid.dag(tiltak.frist, g.ramme.maalform) if tiltak.frist else g.ramme.ord.ikke_satt
        yield Tiltaksrad(tiltak.hva, g.navn.hvem(tiltak.hvem) if tiltak.hvem else g.ramme.ord.ikke_oppgitt, frist)


def _sted_og_dato(g: _Kilder) -> str | None:
    if g.sak.datert is None:
        return None
    dato = tid.dag(g.sak.datert.dato, g.ramme.maalform)
    return f"{g.sak.datert.sted}, {dato}" if g.sak.datert.sted else dato
