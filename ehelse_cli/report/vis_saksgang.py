"""A case's way: where it has been, what was said there, where it goes, and what came of the advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.sak import Oppfoelging, Sak
from ehelse_cli.core.saksgang import Behandling, behandlinger
from ehelse_cli.oversikt.felles import stegene
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.tid import dager, delvis
from ehelse_cli.report.sheet import Table, Text
from ehelse_cli.report.vis_felles import dato, hvem, kortdato, navn, nummerert, prosa
from ehelse_cli.report.vis_grunnlag import signalet
from ehelse_cli.report.vis_moete import status
from ehelse_cli.report.vis_vedtak import er_lukket, haandtert, innspill_fra, utfall, vedtakstekst, videre


def behandlingen(data: Dataset, sak: Sak, dag: date) -> Iterator[Table | Text]:
    """Every meeting it is or was on the agenda of, also under the numbers it had before, and what each decided."""
    alle = behandlinger(data, sak)
    rader = tuple(_en_behandling(data, rad, dag) for rad in alle)
    yield Table("Behandling", ("Når", "Møte", "Sak", "Utfall"), rader)
    for rad in alle:
        if not _er_lukket(data, rad):
            yield Text(f"Vedtak i {rad.moete.id}", nummerert(vedtakstekst(data, rad.moete, rad.punkt)))
            yield Text(f"Begrunnelse i {rad.moete.id}", tuple(filter(None, [prosa(rad.punkt.begrunnelse)])))


def _en_behandling(data: Dataset, rad: Behandling, dag: date) -> tuple[str, ...]:
    ble = BOKMAAL.unntatt
    if not _er_lukket(data, rad):
        ble = (utfall(rad.punkt) or status(rad.moete, dag)) + videre(data, rad.moete, rad.punkt)
    return dager(rad.moete.tid, "nb"), rad.moete.id, rad.sak.id, ble


def _er_lukket(data: Dataset, rad: Behandling) -> bool:
    return er_lukket(data, data.forum_of(rad.moete.id), rad.punkt)


def innspillene(data: Dataset, sak: Sak) -> Table:
    """What single members said of it, in every meeting it has been in."""
    rader = tuple(
        (
            rad.moete.id,
            innspill_fra(data, rad.moete, en) or BOKMAAL.ikke_oppgitt,
            prosa(en.tekst),
            haandtert(en.haandtering),
        )
        for rad in behandlinger(data, sak)
        if not _er_lukket(data, rad)
        for en in rad.punkt.innspill
    )
    return Table("Innspill", ("Møte", "Fra", "Innspill", "Håndtering"), rader)


def historikken(sak: Sak) -> Table:
    """Earlier treatments that are not in the tree."""
    rader = tuple((delvis(rad.dato, "nb"), prosa(rad.tekst), rad.kilde or "") for rad in sak.historikk)
    return Table("Historikk", ("Når", "Hva", "Kilde"), rader)


def veien_videre(data: Dataset, sak: Sak, dag: date) -> Iterator[Table | Text]:
    """The steps that remain, or that it ends here."""
    forum = data.forum_of(sak.id)
    if sak.videre_saksprosess == "avsluttes_her":
        yield Text("Videre saksprosess", (BOKMAAL.avsluttes_her,))
        return
    rader = tuple(
        (
            str(nr),
            hvem(data, forum, steg.hvem, dag),
            BOKMAAL.roller[steg.rolle],
            delvis(steg.naar, "nb") if steg.naar else "",
        )
        for nr, steg in enumerate(stegene(sak), 1)
    )
    yield Table("Videre saksprosess", ("Nr.", "Hvem", "Rolle", "Når"), rader)


def implementeringen(data: Dataset, sak: Sak, dag: date) -> Table:
    """What is to be done, by whom, by when."""
    forum = data.forum_of(sak.id)
    rader = tuple(
        (rad.hva, hvem(data, forum, rad.hvem, dag) if rad.hvem else "", kortdato(rad.frist), kortdato(rad.utfoert))
        for rad in sak.implementering
    )
    return Table("Implementering", ("Hva", "Hvem", "Frist", "Utført"), rader)


_UTFALL = {"fulgt": "fulgt", "delvis_fulgt": "delvis fulgt", "ikke_fulgt": "ikke fulgt"}


def oppfoelgingen(data: Dataset, sak: Sak, dag: date) -> Table:
    """What the decider did with the advice, and why."""
    rader = tuple(
        (
            ", ".join(map(str, rad.punkt)) or "alle",
            _svaret(data, rad, dag),
            navn(data, rad.av, rad.dato or dag),
            dato(rad.dato),
            rad.kilde or "",
        )
        for rad in sak.oppfoelging
    )
    return Table("Oppfølging av rådet", ("Punkt", "Utfall", "Av", "Når", "Kilde"), rader)


def _svaret(data: Dataset, svar: Oppfoelging, dag: date) -> str:
    hvorfor = f": {prosa(svar.begrunnelse)}" if svar.begrunnelse else ""
    return _UTFALL[svar.utfall] + hvorfor + signalet(data, svar.styringssignal, svar.dato or dag)
