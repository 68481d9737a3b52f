"""One matter from beginning to end: through the councils to the decider, and whether the advice was followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.sak import KonsekvensKommuner, Sak, Steg
from ehelse_cli.core.saksgang import Behandling, behandlinger, er_lukket, forloepere, med_arv
from ehelse_cli.oversikt.felles import etterkommere, kalles, kort, korte, siste_dag, stegene, tittelen
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, tabell
from ehelse_cli.oversikt.raad import I_ORD, raadene
from ehelse_cli.render.kalt import prosa
from ehelse_cli.render.navn import saksnummer
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.tid import dager, delvis
from ehelse_cli.render.vedtak import utfall, vedtakstekst
from ehelse_cli.rules.saker import etterfoelgere


@dataclass(frozen=True, slots=True)
class Hendelse:
    """Something that happened to the matter, or is to happen. `naar` is as much of the day as is known."""

    dato: date
    naar: str
    hvor: str
    sak: str
    hva: str
    detaljer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skritt:
    """A step that remains, with the day it was done; None: not yet."""

    sak: Sak
    steg: Steg
    gjort: date | None

    def status(self, dag: date) -> str:
        """`gjort 7.10.2026`, `skulle vært gjort`, `gjenstår`."""
        if self.gjort is not None:
            return f"gjort {self.gjort.day}.{self.gjort.month}.{self.gjort.year}"
        sent = self.steg.naar is not None and siste_dag(self.steg.naar) < dag
        return "tiden er gått" if sent else "gjenstår"


def kjeden(data: Dataset, sak: Sak) -> tuple[Sak, ...]:
    """The case with all that it continues and all that continue it, oldest first."""
    alle = (*reversed(forloepere(data, sak)), sak, *etterkommere(data, sak))
    return tuple({en.id: en for en in alle}.values())


def sporet(data: Dataset, sak: Sak, dag: date) -> tuple[Hendelse, ...]:
    """Everything that has happened to the matter by the day, and the meetings it is on its way to, in order."""
    alle = [
        hendelse
        for en in kjeden(data, sak)
        for hendelse in (*_historikken(data, en), *_behandlingene(data, en, dag), *_svarene(data, en, dag))
    ]
    return tuple(sorted(alle, key=lambda rad: rad.dato))


def _historikken(data: Dataset, sak: Sak) -> Iterator[Hendelse]:
    for rad in () if sak.er_unntatt else sak.historikk:
        yield Hendelse(siste_dag(rad.dato), delvis(rad.dato, "nb"), "", _nummer(data, sak), prosa(rad.tekst))


def _behandlingene(data: Dataset, sak: Sak, dag: date) -> Iterator[Hendelse]:
    for rad in behandlinger(data, sak):
        if rad.sak.id == sak.id:
            forum = data.forum_of(rad.moete.id)
            hva, punkter = _hva_det_ble(data, rad, dag)
            hvor = kort(data, forum, rad.dato)
            yield Hendelse(rad.dato, dager(rad.moete.tid, "nb"), hvor, _nummer(data, sak), hva, punkter)


def _hva_det_ble(data: Dataset, rad: Behandling, dag: date) -> tuple[str, tuple[str, ...]]:
    """The outcome, and the points; of what is exempt only that it is."""
    forum = data.forum_of(rad.moete.id)
    if er_lukket(data, forum, rad.punkt):
        return BOKMAAL.unntatt, ()
    if rad.moete.tid.siste_dag > dag:
        return "skal behandles", ()
    til = f", videre til {kort(data, rad.punkt.videre_til, dag)}" if rad.punkt.videre_til else ""
    return (utfall(rad.punkt) or "utfallet er ikke ført") + til, vedtakstekst(data, rad.moete, rad.punkt)


def _svarene(data: Dataset, sak: Sak, dag: date) -> Iterator[Hendelse]:
    for svar in () if sak.er_unntatt else sak.oppfoelging:
        dato = svar.dato
        if dato is not None and dato <= dag:
            punkt = f"punkt {', '.join(map(str, svar.punkt))}: " if svar.punkt else ""
            naar = delvis(DelvisDato(dato.year, dato.month, dato.day), "nb")
            signal = svar.styringssignal.dokument if svar.styringssignal else None
            detaljer = tuple(filter(None, (prosa(svar.begrunnelse), signal)))
            hvor = kort(data, svar.av, dato)
            yield Hendelse(dato, naar, hvor, _nummer(data, sak), f"{punkt}{I_ORD[svar.utfall]}", detaljer)


def _nummer(data: Dataset, sak: Sak) -> str:
    return saksnummer(data, sak) or "i kø"


# --- what remains


def endene(data: Dataset, rekke: tuple[Sak, ...]) -> tuple[Sak, ...]:
    """The cases that nobody carries on, with what they take over; a wholly exempt one tells nothing."""
    return tuple(med_arv(data, en) for en in rekke if not etterfoelgere(data).get(en.id) and not en.er_unntatt)


def skrittene(data: Dataset, sak: Sak, dag: date) -> tuple[Skritt, ...]:
    """The steps that the matter's last cases name, each with the day it was done as far as the files tell."""
    rekke = kjeden(data, sak)
    return tuple(
        Skritt(ende, steg, _gjort(data, rekke, ende, steg, dag))
        for ende in endene(data, rekke)
        for steg in stegene(ende)
    )


def _gjort(data: Dataset, rekke: tuple[Sak, ...], sak: Sak, steg: Steg, dag: date) -> date | None:
    """The day of the step: an answer, a consultation, or a treatment in that council after the paper was written."""
    dager_ = [
        svar.dato for en in rekke for svar in en.oppfoelging if steg.rolle == "beslutning" and svar.av == steg.hvem
    ]
    konsekvens = sak.konsekvens_kommuner
    if steg.rolle == "konsultasjon" and isinstance(konsekvens, KonsekvensKommuner):
        dager_ += [konsekvens.konsultasjon] if isinstance(konsekvens.konsultasjon, date) else []
    if steg.hvem in data.forum:
        egne = [rad.dato for rad in behandlinger(data, sak) if rad.sak.id == sak.id]
        foerst = min(egne, default=date.min)
        dager_ += [
            rad.dato
            for en in rekke
            for rad in behandlinger(data, en)
            if rad.punkt.utfall == "behandlet" and data.forum_of(rad.moete.id) == steg.hvem and rad.dato > foerst
        ]
    return max((en for en in dager_ if en is not None and en <= dag), default=None)


def venter_paa(data: Dataset, sak: Sak, dag: date) -> tuple[Skritt, ...]:
    """The first step that is not done, of each case the matter ends in."""
    gjenstaar: dict[str, Skritt] = {}
    for en in skrittene(data, sak, dag):
        if en.gjort is None:
            gjenstaar.setdefault(en.sak.id, en)
    return tuple(sorted(gjenstaar.values(), key=lambda en: siste_dag(en.steg.naar) if en.steg.naar else date.max))


# --- the overview


def sporoversikt(data: Dataset, sak: Sak, dag: date) -> Oversikt:
    """The way, the steps that remain, and the answers to the advice."""
    hendelser = (
        Kolonne[Hendelse]("naar", "Når", lambda rad: rad.naar),
        Kolonne[Hendelse]("dato", "Dato", lambda rad: rad.dato, vist=False),
        Kolonne[Hendelse]("hvor", "Hvor", lambda rad: rad.hvor),
        Kolonne[Hendelse]("sak", "Sak", lambda rad: rad.sak),
        Kolonne[Hendelse]("hva", "Hva", lambda rad: rad.hva),
        Kolonne[Hendelse]("detaljer", "Vedtak, begrunnelse", lambda rad: _punktvis(rad.detaljer), under=ALLTID),
    )
    skritt = (
        Kolonne[Skritt]("sak", "Sak", lambda rad: _nummer(data, rad.sak)),
        Kolonne[Skritt]("hvem", "Hvem", lambda rad: kalles(data, data.forum_of(rad.sak.id), rad.steg.hvem, dag)),
        Kolonne[Skritt]("rolle", "Rolle", lambda rad: BOKMAAL.roller[rad.steg.rolle]),
        Kolonne[Skritt]("naar", "Når", lambda rad: delvis(rad.steg.naar, "nb") if rad.steg.naar else ""),
        Kolonne[Skritt]("status", "Status", lambda rad: rad.status(dag)),
    )
    return Oversikt(
        "spor",
        f"{kort(data, data.forum_of(sak.id), dag)}, sak {_nummer(data, sak)}: {tittelen(sak)}",
        dag,
        (
            tabell("spor", "Saksgangen", hendelser, sporet(data, sak, dag), tom="Saken har ikke vært behandlet."),
            tabell("skritt", "Veien videre", skritt, skrittene(data, sak, dag)),
        ),
        tuple(_fakta(data, sak, dag)),
        data.datasett.er_eksempel,
    )


def _punktvis(detaljer: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{nr}. {tekst}" for nr, tekst in enumerate(detaljer, 1)) if len(detaljer) > 1 else detaljer


def _fakta(data: Dataset, sak: Sak, dag: date) -> Iterator[Fakt]:
    yield Fakt("sak", "id", sak.id)
    if sak.er_unntatt:
        return
    ender = endene(data, kjeden(data, sak))
    besluttere = tuple(dict.fromkeys(steg.hvem for en in ender for steg in stegene(en) if steg.rolle == "beslutning"))
    yield Fakt("sakseiere", "eies av", korte(data, med_arv(data, sak).sakseiere, dag))
    yield Fakt("beslutter", "avgjøres av", korte(data, besluttere, dag) or _ingen_beslutter(ender))
    yield Fakt("raad", "rådet", _raadet(data, sak, dag))
    yield Fakt("venter_paa", "venter på", tuple(_paa(data, en, dag) for en in venter_paa(data, sak, dag)) or "ingen")


def _ingen_beslutter(ender: tuple[Sak, ...]) -> str:
    return "avsluttes her" if any(en.videre_saksprosess == "avsluttes_her" for en in ender) else "ikke sagt"


def _raadet(data: Dataset, sak: Sak, dag: date) -> str:
    """How many points of the advice met which answer, in the cases that ended the way."""
    rekke = {en.id for en in kjeden(data, sak)}
    egne = [rad for rad in raadene(data, dag) if rad.linje.sak and rad.linje.sak.id in rekke]
    svar = [I_ORD[rad.status] for rad in egne if rad.status != "viderefoert"]
    return ", ".join(f"{svar.count(ord_)} {ord_}" for ord_ in dict.fromkeys(svar)) or "ikke gitt ennå"


def _paa(data: Dataset, skritt: Skritt, dag: date) -> str:
    hvem = kalles(data, data.forum_of(skritt.sak.id), skritt.steg.hvem, dag)
    naar = f", {delvis(skritt.steg.naar, 'nb')}" if skritt.steg.naar else ""
    sent = " (tiden er gått)" if skritt.status(dag) == "tiden er gått" else ""
    return f"{hvem} ({BOKMAAL.roller[skritt.steg.rolle]}){naar}{sent}"
