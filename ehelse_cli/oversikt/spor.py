"""One matter from beginning to end: through the councils to the decider, and whether the advice was followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.sak import KonsekvensKommuner, Sak, Steg
from ehelse_cli.core.saksgang import Behandling, behandlinger, er_lukket, forloepere, med_arv
from ehelse_cli.oversikt.felles import etterkommere, kort, siste_dag, stegene
from ehelse_cli.oversikt.raad import I_ORD
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
        yield Hendelse(siste_dag(rad.dato), delvis(rad.dato, "nb"), "", nummeret(data, sak), prosa(rad.tekst))


def _behandlingene(data: Dataset, sak: Sak, dag: date) -> Iterator[Hendelse]:
    for rad in behandlinger(data, sak):
        if rad.sak.id == sak.id:
            forum = data.forum_of(rad.moete.id)
            hva, punkter = _hva_det_ble(data, rad, dag)
            hvor = kort(data, forum, rad.dato)
            yield Hendelse(rad.dato, dager(rad.moete.tid, "nb"), hvor, nummeret(data, sak), hva, punkter)


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
            yield Hendelse(dato, naar, hvor, nummeret(data, sak), f"{punkt}{I_ORD[svar.utfall]}", detaljer)


def nummeret(data: Dataset, sak: Sak) -> str:
    """The case's number as its council prints it, or that it has none."""
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
