"""A meeting on a day: where it stands, the agenda by the clock, who was there, if they could decide, and what came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Flytting, Fremmoete, Fristavvik, Moete
from ehelse_cli.core.register import register
from ehelse_cli.render.navn import moetenummer
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.tid import dager, moetedag
from ehelse_cli.report.sheet import Sheet
from ehelse_cli.report.vis_felles import dato, hvem, notis, ord_, per, prosa
from ehelse_cli.report.vis_fremmoete import dyktigheten, fremmoetet
from ehelse_cli.report.vis_saksliste import sakslisten
from ehelse_cli.report.vis_vedtak import vedtakene


def vis_moete(data: Dataset, moete: Moete, dag: date) -> Sheet:
    """The meeting's sheet."""
    forum = data.forum_of(moete.id)
    nummer = moetenummer(data, moete) or dager(moete.tid, "nb")
    tittel = f"{data.forumnavn(forum, moete.tid.dato)}: {BOKMAAL.moetetyper[moete.type]} {nummer}"
    holdt = moete.avlyst is None and moete.tid.dato <= dag
    return Sheet(
        tittel,
        per(dag),
        tuple(_fakta(data, moete, dag)),
        (
            sakslisten(data, moete),
            *(fremmoetet(data, moete) if holdt else ()),
            *(dyktigheten(data, moete) if holdt else ()),
            *vedtakene(data, moete),
        ),
        notis(data),
    )


def status(moete: Moete, dag: date) -> str:
    """Where the meeting stands that day: a state is a date, never a word in the file."""
    if moete.avlyst is not None and moete.avlyst <= dag:
        return f"avlyst {dato(moete.avlyst)}"
    if moete.tid.siste_dag < dag:
        foert = moete.fremmoete is not None or any(punkt.utfall for punkt in moete.saksliste)
        return ("avsluttet" if moete.er_skriftlig else "holdt") if foert else "ikke ført"
    if moete.tid.dato <= dag:
        return "pågår"
    return f"innkalt {dato(moete.innkalt)}" if moete.innkalt and moete.innkalt <= dag else "planlagt"


def _fakta(data: Dataset, moete: Moete, dag: date) -> Iterator[tuple[str, str]]:
    forum = data.forum_of(moete.id)
    mandat = data.mandat_for(forum, moete.tid.dato)
    yield "id", moete.id
    yield "status", status(moete, dag)
    yield "begrunnelse", prosa(moete.begrunnelse)
    yield "tid", _tid(moete)
    yield "flyttet fra", "\n".join(map(_flyttet, moete.flyttet))
    yield "form", BOKMAAL.former[moete.form] if moete.form else ""
    yield "sted", moete.sted or ""
    yield "krevd av", ", ".join(hvem(data, forum, en, moete.tid.dato) for en in moete.krevd_av)
    yield "innkalt", dato(moete.innkalt)
    yield "papirer sendt", dato(moete.papirer_ute)
    yield "egne frister", "\n".join(map(_avvik, moete.frist_avvik))
    yield "møteleder", _moeteleder(data, moete)
    yield "mandat den dagen", mandat.id if mandat else "ikke kjent"
    if moete.referat:
        yield "referat", ", ".join(_referat(moete))
    yield "kilde", moete.kilde or ""
    yield "merknad", prosa(moete.merknad)


def _tid(moete: Moete) -> str:
    dager = [moetedag(en, "nb") for en in moete.tid.dager]
    return f"skriftlig, {' – '.join(dager)}" if moete.er_skriftlig else "\n".join(dager)


def _flyttet(flytting: Flytting) -> str:
    fra = " og ".join(moetedag(en, "nb") for en in flytting.opprinnelig.dager)
    bestemt = f", bestemt {dato(flytting.dato)}" if flytting.dato else ""
    return f"{fra}{bestemt}" + (f": {prosa(flytting.begrunnelse)}" if flytting.begrunnelse else "")


def _avvik(avvik: Fristavvik) -> str:
    frist = f"{ord_(avvik.frist)} {dato(avvik.dato)}"
    return f"{frist}: {prosa(avvik.begrunnelse)}" if avvik.begrunnelse else frist


def _moeteleder(data: Dataset, moete: Moete) -> str:
    """Who chaired: the one named, otherwise the leader that day if there; nobody knows of the rest."""
    reg = register(data, data.forum[data.forum_of(moete.id)], moete.tid.dato)
    roller = {rad.medlem.navn: rad.medlem.rolle for rad in (*reg.medlemmer, *reg.uten_sete)} if reg else {}
    if moete.moeteleder:
        rolle = roller.get(moete.moeteleder, "medlem")
        return moete.moeteleder if rolle == "medlem" else f"{moete.moeteleder} ({rolle})"
    if not isinstance(moete.fremmoete, Fremmoete) or moete.er_skriftlig:
        return ""
    der = (rad.navn for rad in moete.fremmoete.medlemmer if rad.for_ is None)
    return ", ".join(f"{navn} (leder)" for navn in der if roller.get(navn) == "leder")


def _referat(moete: Moete) -> Iterator[str]:
    if moete.referat is None:
        return
    steg = (
        ("utkast sendt", moete.referat.utkast_sendt),
        ("godkjent", moete.referat.godkjent),
        ("publisert", moete.referat.publisert),
    )
    yield from (f"{hva} {dato(naar)}" for hva, naar in steg if naar)
