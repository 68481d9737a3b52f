"""What a case rests on: its documents, who is what in it, what must be there first, and the six questions answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.sak import Aktoer, Avhengighet, Grunnlagsdokument, Oppdatering, Sak
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render import tid
from ehelse_cli.render.felles import Rad
from ehelse_cli.render.navn import saksnummer
from ehelse_cli.render.ord import ORD

#: What an organisation is called, by its id.
Kaller = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """The parts as they are read. The rows of `aktoerer` have a cell for each word in `aktoerhode`."""

    utredning: tuple[Rad, ...] = ()
    aktoerhode: tuple[str, ...] = ()
    aktoerer: tuple[tuple[str, ...], ...] = ()
    avhengigheter: tuple[str, ...] = ()
    dokumenter: tuple[str, ...] = ()


def grunnlag(data: Dataset, sak: Sak, kaller: Kaller, maalform: Maalform) -> Grunnlag:
    """All of it; the parts that are not written are empty."""
    hode, rader = _aktoerer(sak, kaller, maalform)
    return Grunnlag(
        tuple(_utredning(sak, maalform)),
        hode,
        rader,
        tuple(_avhengighet(data, en, kaller, maalform) for en in sak.avhengigheter),
        tuple(_dokument(ett, kaller, maalform) for ett in sak.grunnlagsdokumenter),
    )


def oppdatert(sak: Sak, maalform: Maalform) -> str:
    """The later versions of the paper: `24. februar 2026 (nye tall), 1. mars 2026`."""
    return ", ".join(_oppdatering(en, maalform) for en in sak.oppdatert)


def _oppdatering(en: Oppdatering, maalform: Maalform) -> str:
    dag = tid.dag(en.dato, maalform)
    return f"{dag} ({en.endret})" if en.endret else dag


def _utredning(sak: Sak, maalform: Maalform) -> Iterator[Rad]:
    for felt, spoersmaal in ORD[maalform].utredning_spoersmaal.items():
        svar = getattr(sak.utredning, felt, None)
        if svar:
            yield Rad(spoersmaal, " ".join(svar.split()))


def _aktoerer(sak: Sak, kaller: Kaller, maalform: Maalform) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    kolonner = ORD[maalform].aktoer_kolonner
    rader = [_aktoer(en, kaller, maalform) for en in sak.aktoerer]
    brukt = [felt for felt in kolonner if any(rad[felt] for rad in rader)]
    return tuple(kolonner[felt] for felt in brukt), tuple(tuple(rad[felt] for felt in brukt) for rad in rader)


def _aktoer(en: Aktoer, kaller: Kaller, maalform: Maalform) -> dict[str, str]:
    ord_ = ORD[maalform]
    verdier = {felt: getattr(en, felt) or "" for felt in ord_.aktoer_kolonner}
    roller = tid.liste([ord_.aktoer_roller[rolle] for rolle in en.rolle], maalform)
    return verdier | {"hvem": kaller(en.hvem), "rolle": roller}


def _avhengighet(data: Dataset, en: Avhengighet, kaller: Kaller, maalform: Maalform) -> str:
    hvem = kaller(en.hvem) if en.hvem else None
    saken = _saken(data, en.sak, kaller, maalform) if en.sak else None
    return ", ".join(filter(None, (en.hva, hvem, saken)))


def _saken(data: Dataset, id_: str, kaller: Kaller, maalform: Maalform) -> str:
    """`NUIT, sak 7/2026`; in the queue the council alone, and of a case nobody can read its id."""
    sak = data.saker.get(id_)
    if sak is None:
        return id_
    forum, nummer = kaller(data.forum_of(id_)), saksnummer(data, sak)
    return ORD[maalform].behandlet_i.format(forum=forum, nummer=nummer) if nummer else forum


def _dokument(ett: Grunnlagsdokument, kaller: Kaller, maalform: Maalform) -> str:
    ord_ = ORD[maalform]
    deler = (
        ett.dokument,
        kaller(ett.av) if ett.av else None,
        ord_.gjelder_naar.format(_periode(ett.periode, maalform)) if ett.periode else None,
        ord_.side.format(ett.sider) if ett.sider else None,
        ett.kilde,
    )
    return ", ".join(filter(None, deler))


def _periode(periode: Periode, maalform: Maalform) -> str:
    """`1. januar 2024 – 31. desember 2028`; open when it has no end."""
    slutt = f" {tid.dag(periode.til, maalform)}" if periode.til else ""
    return f"{tid.dag(periode.fra, maalform)} –{slutt}"
