"""What has happened to a case before: earlier treatments here and in other councils, and what no file tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import Behandling, behandlinger, forloepere
from ehelse_cli.render import tid
from ehelse_cli.render.clean import paragraphs
from ehelse_cli.render.errors import BrokenError
from ehelse_cli.render.felles import Ramme, forumet, hele_unntatt, unntatt
from ehelse_cli.render.navn import saksnummer


@dataclass(frozen=True, slots=True)
class Historikklinje:
    """One event with its day, as much of it as is known."""

    dato: str
    tekst: str


def historikk(data: Dataset, sak: Sak, foer: date, ramme: Ramme) -> tuple[Historikklinje, ...]:
    """Everything before the day, oldest first: what the case's file tells, and treatments on earlier agendas.

    Raises:
        BrokenError: a case it continues, or a meeting that may have treated it, cannot be read.
    """
    _kan_leses(data, sak)
    egne = [(rad.dato, tid.delvis(rad.dato, ramme.maalform), " ".join(paragraphs(rad.tekst))) for rad in sak.historikk]
    andre = [
        (_dag(rad), tid.dager(rad.moete.tid, ramme.maalform), _behandling(data, rad, ramme))
        for rad in behandlinger(data, sak)
        if rad.dato < foer
    ]
    rader = sorted([*egne, *andre], key=lambda rad: _noekkel(rad[0]))
    return tuple(Historikklinje(dato, tekst) for _, dato, tekst in rader)


def _kan_leses(data: Dataset, sak: Sak) -> None:
    eldre = forloepere(data, sak)
    if brutt := data.broken.intersection(id_ for en in (sak, *eldre) for id_ in en.fra_sak):
        raise BrokenError(*brutt)
    for en in eldre:
        forumet(data, en.id)


def _dag(rad: Behandling) -> DelvisDato:
    return DelvisDato(rad.dato.year, rad.dato.month, rad.dato.day)


def _noekkel(dato: DelvisDato) -> tuple[int, int, int]:
    """A month or a year comes before its days."""
    return dato.aar, dato.maaned or 0, dato.dag or 0


def _behandling(data: Dataset, rad: Behandling, ramme: Ramme) -> str:
    """`NUIT, sak 7/2026: innstilling gitt`, with the name the council had then."""
    forum = data.forumnavn(data.forum_of(rad.moete.id), rad.dato)
    nummer = saksnummer(data, rad.sak, rad.punkt.sak)
    sted = ramme.ord.behandlet_i.format(forum=forum, nummer=nummer) if nummer else forum
    lukket = hele_unntatt(rad.sak.skjerming, rad.punkt.skjerming)
    return f"{sted}: {unntatt(ramme, lukket) if lukket else _utfall(data, rad, ramme)}"


def _utfall(data: Dataset, rad: Behandling, ramme: Ramme) -> str:
    """What came of it: the result, or that it was sent on, and where to."""
    punkt = rad.punkt
    if punkt.utfall in (None, "behandlet") and punkt.resultat is not None:
        return ramme.ord.resultater[punkt.resultat]
    if punkt.utfall is None:
        return ramme.ord.uten_utfall
    til = _hvor(data, punkt.videre_til, rad, ramme) if punkt.videre_til else None
    utfall = ramme.ord.utfall[punkt.utfall]
    return ramme.ord.videre_til.format(utfall, til) if til else utfall


def _hvor(data: Dataset, videre_til: str, rad: Behandling, ramme: Ramme) -> str:
    moete = data.moeter.get(videre_til)
    return tid.dager(moete.tid, ramme.maalform) if moete else data.forumnavn(videre_til, rad.dato)
