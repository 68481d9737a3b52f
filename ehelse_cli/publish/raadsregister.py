"""The advice register of what is public: every point agreed on, who decides, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.public.moete import Moete, Sakspunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak, Oppfoelging
from ehelse_cli.rules.saker import VEDTAKSTYPER

#: What became of a point, in the order people ask for it, with the sign that tells it beside the colour.
STATUSER = {
    "fulgt": ("Fulgt", "✓"),
    "delvis_fulgt": ("Delvis fulgt", "◐"),
    "ikke_fulgt": ("Ikke fulgt", "✕"),
    "venter": ("Venter på svar", "…"),
    "viderefoert": ("Videreført", "→"),
    "avsluttet": ("Avsluttet her", "■"),
}


@dataclass(frozen=True, slots=True)
class Raad:
    """One point of advice. `svar` is the last answer that is about it."""

    moete: Moete
    sak: AapenSak
    nr: int
    tekst: str
    status: str
    svar: Oppfoelging | None
    besluttere: tuple[str, ...]


def raadene(o: Offentlig) -> tuple[Raad, ...]:
    """Every point that published minutes tell of, the newest first."""
    return tuple(raad for moete in reversed(o.moeter) for raad in _i_moetet(o, moete))


def telling(alle: tuple[Raad, ...]) -> tuple[tuple[str, int], ...]:
    """How many there are of each status."""
    antall = Counter(raad.status for raad in alle)
    return tuple((status, antall[status]) for status in STATUSER if antall[status])


def _i_moetet(o: Offentlig, moete: Moete) -> Iterator[Raad]:
    for punkt in moete.saksliste or ():
        if isinstance(punkt, Sakspunkt):
            sak = o.saken(punkt.sak) if punkt.sak else None
            if isinstance(sak, AapenSak) and _gir_raad(punkt):
                yield from _punktene(moete, punkt, sak)


def _gir_raad(punkt: Sakspunkt) -> bool:
    protokoll = punkt.protokoll
    return protokoll is not None and protokoll.utfall == "behandlet" and not VEDTAKSTYPER.isdisjoint(punkt.sakstype)


def _punktene(moete: Moete, punkt: Sakspunkt, sak: AapenSak) -> Iterator[Raad]:
    besluttere = tuple(dict.fromkeys(steg.hvem for steg in sak.steg if steg.rolle == "beslutning"))
    for nr, vedtak in enumerate(punkt.protokoll.vedtak if punkt.protokoll else (), 1):
        svar = _svaret(sak, nr)
        yield Raad(moete, sak, nr, vedtak.tekst, _status(sak, svar), svar, besluttere)


def _svaret(sak: AapenSak, nr: int) -> Oppfoelging | None:
    """The last answer to the point; one that names no point is about all of them."""
    svar = [rad for rad in sak.oppfoelging if nr in rad.punkter or not rad.punkter]
    return max(svar, key=lambda rad: rad.dato or date.min, default=None)


def _status(sak: AapenSak, svar: Oppfoelging | None) -> str:
    if svar is not None:
        return svar.utfall
    if sak.til_saker:
        return "viderefoert"
    return "avsluttet" if sak.avsluttes_her else "venter"
