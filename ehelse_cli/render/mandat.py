"""A mandate as a paper: which revision, who adopted it, its words, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.arbeid import Vedtatt
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.render import tid
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.felles import Rad, Ramme, annet_spraak, broedtekst, forumet, rad
from ehelse_cli.render.medlemsliste import gruppenavn, mandatet
from ehelse_cli.render.navn import Navn, saksnummer


class Grupperad(NamedTuple):
    """One group of seats: what it is called, how many, who appoints."""

    gruppe: str
    antall: str
    oppnevnes_av: str


@dataclass(frozen=True, slots=True)
class Mandatview:
    """The mandate as it is read. `spraak` is the language of its words, where it is not the paper's."""

    ramme: Ramme
    tittel: str
    forum: str
    er_utkast: bool
    fakta: tuple[Rad, ...]
    tekst: Markup
    spraak: Maalform | None
    grupper: tuple[Grupperad, ...]
    ikke_regulert: tuple[str, ...]
    ukjent: tuple[str, ...]


def mandat(b: Bestilling) -> Mandatview:
    """The view of one revision, with names as of the day it took force.

    Raises:
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    vist = b.data.mandater[b.id]
    navn = Navn(b.data, forumet(b.data, vist.id), vist.fra or b.dag, b.ramme.maalform)
    forum = navn.virksomhet(vist.forum)
    return Mandatview(
        ramme=b.ramme,
        tittel=b.ramme.ord.mandat_for.format(forum),
        forum=forum,
        er_utkast=vist.er_utkast,
        fakta=tuple(_fakta(b, vist, navn)),
        tekst=broedtekst(b.ramme, vist.tekst),
        spraak=annet_spraak(b.ramme, vist.maalform),
        grupper=tuple(_grupper(vist, navn, b.ramme)),
        ikke_regulert=tuple(_blokker(vist, Taushet.IKKE_REGULERT, b.ramme)),
        ukjent=tuple(_blokker(vist, Taushet.UKJENT, b.ramme)),
    )


def _fakta(b: Bestilling, vist: Mandat, navn: Navn) -> Iterator[Rad]:
    ord_ = b.ramme.ord
    yield Rad(ord_.status, ord_.mandatstatus[status(b, vist)])
    yield Rad(ord_.ikrafttredelse, mandatet(vist, b.ramme, status(b, vist)))
    yield from rad(ord_.gjelder_til, tid.dag(vist.gjelder_til, b.ramme.maalform) if vist.gjelder_til else None)
    if vist.vedtatt is not None:
        yield Rad(ord_.vedtas_av if vist.er_utkast else ord_.vedtatt_av, _vedtatt(b, vist.vedtatt, navn))
    yield from rad(ord_.hjemmel, vist.hjemmel)
    yield from rad(ord_.erstatter, _erstatter(b, vist.erstatter))
    kilde = vist.ledd().kilde
    yield from rad(ord_.kilde, None if kilde == "mandat" else kilde)


def status(b: Bestilling, vist: Mandat) -> str:
    """Utkast · gjelder · kommer · tidligere, on the day."""
    if vist.er_utkast:
        return "utkast"
    gjeldende = b.data.mandat_for(vist.forum, b.dag)
    if gjeldende is not None and gjeldende.id == vist.id:
        return "gjelder"
    return "kommer" if vist.fra and vist.fra > b.dag else "tidligere"


def _vedtatt(b: Bestilling, vedtatt: Vedtatt, navn: Navn) -> str:
    """Who, when and in which case; what is not known is said to be unknown, once."""
    ord_ = b.ramme.ord
    av = navn.hvem(vedtatt.av) if isinstance(vedtatt.av, str) and not isinstance(vedtatt.av, Taushet) else ord_.ukjent
    dato = tid.dag(vedtatt.dato, b.ramme.maalform) if isinstance(vedtatt.dato, date) else ord_.dato_ukjent
    sak = b.data.saker.get(str(vedtatt.sak)) if vedtatt.sak else None
    nummer = saksnummer(b.data, sak) if sak else None
    return ", ".join(filter(None, (av, dato, f"{ord_.sak.lower()} {nummer}" if nummer else None)))


def _erstatter(b: Bestilling, id_: str | None) -> str | None:
    eldre = b.data.mandater.get(id_ or "")
    if eldre is None:
        return id_
    navn = b.data.forumnavn(eldre.forum, eldre.fra or b.dag)
    return b.ramme.ord.mandatet_som.format(navn, mandatet(eldre, b.ramme, status(b, eldre)).lower())


def _grupper(vist: Mandat, navn: Navn, ramme: Ramme) -> Iterator[Grupperad]:
    """The leader's own seat, then the groups."""
    leder = verv_i(vist)
    if leder is not None and leder.sete == "eget":
        fra = ramme.liste(navn.virksomheter(leder.virksomheter))
        kalt = stor(ramme.ord.rolleord["leder"])
        yield Grupperad(f"{kalt} ({fra})" if fra else kalt, "1", _oppnevner(leder.oppnevnes_av, navn, ramme))
    for gruppe in grupper_i(vist):
        antall = gruppe.antall.norsk() if isinstance(gruppe.antall, Mengde) else _taushet(gruppe.antall, ramme)
        yield Grupperad(gruppenavn(gruppe, navn), antall, _oppnevner(gruppe.oppnevnes_av, navn, ramme))


def _oppnevner(av: Hvem | Taushet | None, navn: Navn, ramme: Ramme) -> str:
    return ramme.liste([navn.hvem(id_) for id_ in av.ider]) if isinstance(av, Hvem) else _taushet(av, ramme)


def _taushet(verdi: Taushet | None, ramme: Ramme) -> str:
    return ramme.ord.taushet[str(verdi)] if verdi is not None else "–"


def _blokker(vist: Mandat, taushet: Taushet, ramme: Ramme) -> Iterator[str]:
    """What a mandate should say something of, and this one does not, or nobody here knows."""
    for blokk in PAAKREVDE_BLOKKER:
        if getattr(vist, blokk) is taushet:
            yield ramme.ord.mandatblokker[blokk]
