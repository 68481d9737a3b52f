"""A matter as an overview: its way, the steps that remain, and what came of the advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import med_arv
from ehelse_cli.oversikt.felles import kalles, kort, korte, stegene, tittelen
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, tabell
from ehelse_cli.oversikt.raad import I_ORD, raadene
from ehelse_cli.oversikt.spor import Hendelse, Skritt, endene, kjeden, nummeret, skrittene, sporet, venter_paa
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.tid import delvis


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
        Kolonne[Skritt]("sak", "Sak", lambda rad: nummeret(data, rad.sak)),
        Kolonne[Skritt]("hvem", "Hvem", lambda rad: kalles(data, data.forum_of(rad.sak.id), rad.steg.hvem, dag)),
        Kolonne[Skritt]("rolle", "Rolle", lambda rad: BOKMAAL.roller[rad.steg.rolle]),
        Kolonne[Skritt]("naar", "Når", lambda rad: delvis(rad.steg.naar, "nb") if rad.steg.naar else ""),
        Kolonne[Skritt]("status", "Status", lambda rad: rad.status(dag)),
    )
    return Oversikt(
        "spor",
        f"{kort(data, data.forum_of(sak.id), dag)}, sak {nummeret(data, sak)}: {tittelen(sak)}",
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
