"""A case on a day: whose it is, what is proposed, where it has been and goes, and what came of the advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.ankre import ankre, klausul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Deltaker
from ehelse_cli.core.sak import KonsekvensKommuner, Sak
from ehelse_cli.core.saksgang import behandlinger, med_arv
from ehelse_cli.oversikt.felles import stegene
from ehelse_cli.render.grunnlag import oppdatert
from ehelse_cli.render.navn import saksnummer
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.report.sheet import Sheet, Table, Text
from ehelse_cli.report.vis_felles import alle, dato, hvem, mottaker, navn, notis, nummerert, ord_, per, prosa
from ehelse_cli.report.vis_grunnlag import grunnlaget
from ehelse_cli.report.vis_saksgang import (
    behandlingen,
    historikken,
    implementeringen,
    innspillene,
    oppfoelgingen,
    veien_videre,
)
from ehelse_cli.report.vis_vedtak import punkttekst

_JA_NEI = {None: "", True: "ja", False: "nei"}


def vis_sak(data: Dataset, sak: Sak, dag: date) -> Sheet:
    """The case's sheet; of a wholly exempt one nothing but its number and the legal basis."""
    forum = data.forum_of(sak.id)
    nummer = saksnummer(data, sak)
    hvor = f"{data.forumnavn(forum, dag)}, {f'sak {nummer}' if nummer else 'i kø, uten nummer'}"
    if sak.er_unntatt and sak.skjerming is not None:
        fakta = (("id", sak.id), ("hjemmel", sak.skjerming.hjemmel))
        return Sheet(f"{hvor}: {BOKMAAL.unntatt}", per(dag), fakta, (), notis(data))
    hele = med_arv(data, sak)
    return Sheet(
        f"{hvor}: {sak.tittel or BOKMAAL.uten_tittel}",
        per(dag),
        tuple(_fakta(data, hele, dag)),
        (
            *_forslag(hele),
            *behandlingen(data, hele, dag),
            innspillene(data, hele),
            historikken(hele),
            *_konsekvenser(hele),
            *grunnlaget(data, hele, dag),
            *veien_videre(data, hele, dag),
            implementeringen(data, hele, dag),
            _vedlegg(hele),
            oppfoelgingen(data, hele, dag),
        ),
        notis(data),
    )


def _fakta(data: Dataset, sak: Sak, dag: date) -> Iterator[tuple[str, str]]:
    yield "id", sak.id
    yield "sakstype", ", ".join(BOKMAAL.sakstyper[slag] for slag in sak.sakstype)
    yield "sakseiere", alle(data, sak.sakseiere, dag)
    yield "foreslått av", alle(data, sak.foreslaatt_av, dag)
    yield "utarbeidet av", alle(data, sak.utarbeidet_av, dag)
    yield "i samarbeid med", alle(data, sak.i_samarbeid_med, dag)
    yield "framlegges av", ", ".join(_framlegger(data, en, dag) for en in sak.framlegges_av)
    if sak.oppdrag:
        deler = (sak.oppdrag.dokument, f"fra {navn(data, sak.oppdrag.av, dag)}", _frist(sak.oppdrag.frist))
        yield "oppdrag", ", ".join(filter(None, deler))
    yield "behandles som", _rolle(data, sak)
    yield "gjelder mandatet", sak.gjelder_mandat or ""
    yield "hovedprosess", ord_(sak.hovedprosess or "")
    yield "fase", "idé" if sak.fase == "ide" else ord_(sak.fase or "")
    yield "mandatpunkt", "\n".join(_mandatpunkter(data, sak, dag))
    yield "tverrsektoriell", _JA_NEI[sak.tverrsektorielt]
    yield "samfinansiering", _JA_NEI[sak.samfinansiering]
    yield "fortsetter", ", ".join(sak.fra_sak)
    yield "arkivsak", sak.arkivsak or ""
    yield "datert", ", ".join(filter(None, (sak.datert.sted, dato(sak.datert.dato)))) if sak.datert else ""
    yield "oppdatert", oppdatert(sak, "nb")
    yield "ønsket møte", mottaker(data, sak.oensket_moete, dag) if sak.oensket_moete else ""
    besluttere = (steg.hvem for steg in stegene(sak) if steg.rolle == "beslutning")
    yield "avgjøres av", ", ".join(hvem(data, data.forum_of(sak.id), en, dag) for en in besluttere)
    yield "kilde", sak.kilde or ""
    yield "merknad", prosa(sak.merknad)


def _framlegger(data: Dataset, en: Deltaker, dag: date) -> str:
    return f"{en.navn} ({navn(data, en.virksomhet, dag)})" if en.virksomhet else navn(data, en.navn, dag)


def _rolle(data: Dataset, sak: Sak) -> str:
    """What the council is in the case, where that is not what it always is."""
    forum = data.forum.get(data.forum_of(sak.id))
    rolle = forum.roller.get(sak.i_rollen) if forum and sak.i_rollen else None
    return rolle.navn if rolle else (sak.i_rollen or "").replace("-", " ")


def _mandatpunkter(data: Dataset, sak: Sak, dag: date) -> Iterator[str]:
    """Each clause by its title and first words, in the mandate of the day the case was last treated, or is to be."""
    behandlet = [rad.dato for rad in behandlinger(data, sak)]
    mandat = data.mandat_for(data.forum_of(sak.id), behandlet[-1] if behandlet else dag)
    for punkt in sak.mandatpunkt:
        anker = ankre(mandat.tekst).get(punkt) if mandat else None
        ordlyd = klausul(mandat.tekst, punkt)[:1] if mandat and anker else ()
        yield _klausul(anker.tittel, ordlyd[0]) if anker and ordlyd else punkt


def _klausul(tittel: str, blokk: str) -> str:
    """`Oppgaver, punkt 2: Følge med.`; of a heading, its own words are the title."""
    return tittel if blokk.startswith("#") else f"{tittel}: {blokk.removeprefix('- ')}"


def _frist(frist: date | None) -> str:
    return f"frist {dato(frist)}" if frist else ""


def _forslag(sak: Sak) -> Iterator[Text]:
    for tittel, punkter in (("Forslag til vedtak", sak.forslag_til_vedtak), ("Spørsmål", sak.spoersmaal)):
        yield Text(tittel, nummerert([punkttekst(en.tekst, en.forutsetning) for en in punkter]))


def _konsekvenser(sak: Sak) -> Iterator[Table | Text]:
    """What it costs and gives the municipalities; that it costs nothing, where the case says so."""
    konsekvens = sak.konsekvens_kommuner
    if isinstance(konsekvens, KonsekvensKommuner):
        verdier = ((tittel, getattr(konsekvens, felt)) for felt, tittel in BOKMAAL.kommuner.items())
        rader = tuple((tittel, _verdi(verdi)) for tittel, verdi in verdier if verdi is not None)
        yield Table(BOKMAAL.konsekvenser, ("Konsekvens", "Beskrivelse"), rader)
    elif konsekvens is not None:
        yield Text(BOKMAAL.konsekvenser, ("ingen",))


def _verdi(verdi: date | str) -> str:
    return dato(verdi) if isinstance(verdi, date) else ord_(prosa(str(verdi)))


def _vedlegg(sak: Sak) -> Table:
    """Attachments by number; of an exempt one only that it is."""
    rader = tuple(
        (str(nr), f"{BOKMAAL.unntatt}, {en.skjerming.hjemmel}", "", "")
        if en.skjerming
        else (str(nr), en.tittel, en.fil or "", "ja" if en.publiseres else "nei")
        for nr, en in enumerate(sak.vedlegg, 1)
    )
    return Table("Vedlegg", ("Nr.", "Tittel", "Fil", "Publiseres"), rader)
