"""A case on a day: whose it is, what is proposed, where it has been and goes, and what came of the advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.sak import Sak, Steg
from ehelse_cli.core.saksgang import Behandling, behandlinger, med_arv
from ehelse_cli.render.navn import saksnummer
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.tid import dager, delvis
from ehelse_cli.report.sheet import Sheet, Table, Text
from ehelse_cli.report.vis_felles import alle, dato, kortdato, navn, notis, ord_, per
from ehelse_cli.report.vis_moete import er_unntatt, status, vedtakstekst


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
            _behandling(data, hele, dag),
            *_videre(data, hele, dag),
            _implementering(data, hele, dag),
            _oppfoelging(data, hele),
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
    if sak.oppdrag:
        deler = (sak.oppdrag.dokument, f"fra {navn(data, sak.oppdrag.av, dag)}", _frist(sak.oppdrag.frist))
        yield "oppdrag", ", ".join(filter(None, deler))
    yield "hovedprosess", ord_(sak.hovedprosess or "")
    yield "fase", ord_(sak.fase or "")
    yield "mandatpunkt", ", ".join(sak.mandatpunkt)
    yield "fortsetter", ", ".join(sak.fra_sak)
    yield "arkivsak", sak.arkivsak or ""
    yield "datert", dato(sak.datert.dato) if sak.datert else ""
    yield "ønsket møte", sak.oensket_moete or ""
    yield "avgjøres av", alle(data, (steg.hvem for steg in _steg(sak) if steg.rolle == "beslutning"), dag)


def _frist(frist: date | None) -> str:
    return f"frist {dato(frist)}" if frist else ""


def _steg(sak: Sak) -> tuple[Steg, ...]:
    return sak.videre_saksprosess if isinstance(sak.videre_saksprosess, tuple) else ()


def _forslag(sak: Sak) -> Iterator[Text]:
    for tittel, punkter in (("Forslag til vedtak", sak.forslag_til_vedtak), ("Spørsmål", sak.spoersmaal)):
        avsnitt = tuple(
            f"{nr}. {punkt.tekst.strip()}"
            + (f" Forutsetning: {punkt.forutsetning.strip()}" if punkt.forutsetning else "")
            for nr, punkt in enumerate(punkter, 1)
        )
        yield Text(tittel, avsnitt)


def _behandling(data: Dataset, sak: Sak, dag: date) -> Table:
    """Every meeting it is or was on the agenda of, also under the numbers it had before."""
    rader = tuple(_en_behandling(data, rad, dag) for rad in behandlinger(data, sak))
    return Table("Behandling", ("Når", "Møte", "Sak", "Utfall", "Vedtak"), rader)


def _en_behandling(data: Dataset, rad: Behandling, dag: date) -> tuple[str, ...]:
    if er_unntatt(data, data.forum_of(rad.moete.id), rad.punkt):
        return dager(rad.moete.tid, "nb"), rad.moete.id, rad.sak.id, BOKMAAL.unntatt, ""
    punkt = rad.punkt
    utfall = (
        BOKMAAL.resultater[punkt.resultat] if punkt.resultat else BOKMAAL.utfall[punkt.utfall] if punkt.utfall else ""
    )
    videre = f", videre til {punkt.videre_til}" if punkt.videre_til else ""
    vedtak = vedtakstekst(data, rad.moete, punkt)
    tekst = "\n".join(f"{nr}. {en}" for nr, en in enumerate(vedtak, 1)) if len(vedtak) > 1 else "".join(vedtak)
    return dager(rad.moete.tid, "nb"), rad.moete.id, rad.sak.id, (utfall or status(rad.moete, dag)) + videre, tekst


def _videre(data: Dataset, sak: Sak, dag: date) -> Iterator[Table | Text]:
    if sak.videre_saksprosess == "avsluttes_her":
        yield Text("Videre saksprosess", (BOKMAAL.avsluttes_her,))
        return
    rader = tuple(
        (str(nr), navn(data, steg.hvem, dag), BOKMAAL.roller[steg.rolle], delvis(steg.naar, "nb") if steg.naar else "")
        for nr, steg in enumerate(_steg(sak), 1)
    )
    yield Table("Videre saksprosess", ("Nr.", "Hvem", "Rolle", "Når"), rader)


def _implementering(data: Dataset, sak: Sak, dag: date) -> Table:
    rader = tuple(
        (rad.hva, navn(data, rad.hvem, dag) if rad.hvem else "", kortdato(rad.frist), kortdato(rad.utfoert))
        for rad in sak.implementering
    )
    return Table("Implementering", ("Hva", "Hvem", "Frist", "Utført"), rader)


_UTFALL = {"fulgt": "fulgt", "delvis_fulgt": "delvis fulgt", "ikke_fulgt": "ikke fulgt"}


def _oppfoelging(data: Dataset, sak: Sak) -> Table:
    rader = tuple(
        (
            ", ".join(map(str, rad.punkt)) or "alle",
            _UTFALL[rad.utfall],
            navn(data, rad.av, rad.dato) if rad.dato else rad.av,
            dato(rad.dato),
            rad.kilde or "",
        )
        for rad in sak.oppfoelging
    )
    return Table("Oppfølging av rådet", ("Punkt", "Utfall", "Av", "Når", "Kilde"), rader)
