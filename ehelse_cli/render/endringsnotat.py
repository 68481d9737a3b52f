"""A note on a change of mandate: what changes in the rules and in the words, for those who are to decide it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.diff.endring import Endring, Nivaa
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.diff.mandat import paa_nynorsk as mandat_paa_nynorsk
from ehelse_cli.diff.nynorsk import paa_nynorsk
from ehelse_cli.diff.ordliste import omraadetittel, ord_paa_norsk
from ehelse_cli.diff.prosa import Bit, Blokkdiff
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.felles import Rad, Ramme, annet_spraak, forumet, rad
from ehelse_cli.render.mandat import status
from ehelse_cli.render.medlemsliste import mandatet
from ehelse_cli.render.navn import Navn

#: The signs of emphasis at the beginning or the end of a word.
_UTHEVING = re.compile(r"(?<![\w*_])[*_]{1,3}(?=\w)|(?<=[\w.,;:!?»)])[*_]{1,3}(?![\w*_])")
_MERKE = re.compile(r"^(?:#+|[-*+]|\d+[.)])(?:\s+|$)")


class NothingBeforeError(EhelseError):
    """A first mandate changes nothing."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"endringsnotat er ikke laget: «{id_}» kommer ikke etter noe mandat vi har",
            "Skriv «erstatter: ID» i mandatet, eller bruk `ehelse mandat diff` med to mandater.",
        )


class Endringsrad(NamedTuple):
    """One change of the rules."""

    regel: str
    foer: str
    etter: str
    endring: str
    punkt: str


@dataclass(frozen=True, slots=True)
class Endringsbolk:
    """The changes that weigh the same: what that means, and each of them."""

    overskrift: str
    forklaring: str
    rader: tuple[Endringsrad, ...]


@dataclass(frozen=True, slots=True)
class Ordbit:
    """Words that both have, that are new, or that are gone."""

    slag: Literal["lik", "ny", "borte"]
    tekst: str


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A paragraph that changed."""

    merke: str
    biter: tuple[Ordbit, ...]


@dataclass(frozen=True, slots=True)
class Seksjon:
    """What changed under one heading."""

    overskrift: str
    avsnitt: tuple[Avsnitt, ...]


@dataclass(frozen=True, slots=True)
class Endringsnotatview:
    """The note as it is read. `spraak` is the language of the mandate's words, where it is not the paper's."""

    ramme: Ramme
    tittel: str
    forum: str
    fakta: tuple[Rad, ...]
    sammendrag: str
    bolker: tuple[Endringsbolk, ...]
    seksjoner: tuple[Seksjon, ...]
    ukjent: tuple[str, ...]
    spraak: Maalform | None


def endringsnotat(b: Bestilling) -> Endringsnotatview:
    """The view of what a mandate changes in the one it takes over from.

    Raises:
        NothingBeforeError: there is none before it.
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    ny = b.data.mandater[b.id]
    gammel = _forrige(b, ny)
    navn = Navn(b.data, forumet(b.data, ny.id), ny.fra or b.dag, b.ramme.maalform)
    funnet = diff(gammel, ny, b.data.virksomhetsnavn)
    if b.ramme.maalform == "nn":
        funnet = mandat_paa_nynorsk(funnet, gammel, ny, b.data.virksomhetsnavn)
    forum = navn.virksomhet(ny.forum)
    return Endringsnotatview(
        ramme=b.ramme,
        tittel=b.ramme.ord.endringer_i.format(forum),
        forum=forum,
        fakta=tuple(_fakta(b, gammel, ny)),
        sammendrag=_sammendrag(funnet, b.ramme),
        bolker=tuple(_bolker(funnet, b.ramme)),
        seksjoner=tuple(_seksjoner(funnet, b.ramme)),
        ukjent=funnet.ukjent_i_begge,
        spraak=annet_spraak(b.ramme, ny.maalform),
    )


def _forrige(b: Bestilling, ny: Mandat) -> Mandat:
    """The one it says that it replaces, else the one in force before its day."""
    if (navngitt := b.data.mandater.get(ny.erstatter or "")) is not None:
        return navngitt
    eldre = [
        en
        for en in b.data.mandater_for(ny.forum)
        if en.id != ny.id and not en.er_utkast and (en.fra or date.max) < (ny.fra or date.max)
    ]
    if not eldre:
        raise NothingBeforeError(ny.id)
    return eldre[-1]


def _fakta(b: Bestilling, gammel: Mandat, ny: Mandat) -> Iterator[Rad]:
    ord_ = b.ramme.ord
    for ledetekst, side in ((ord_.fra_mandat, gammel), (ord_.til_mandat, ny)):
        navn = b.data.forumnavn(side.forum, side.fra or b.dag)
        utkast = [ord_.mandatstatus["utkast"].lower()] if side.er_utkast else []
        yield Rad(ledetekst, ", ".join([navn, *utkast, mandatet(side, b.ramme, status(b, side)).lower()]))
    vedtatt = ny.vedtatt
    if vedtatt is not None and isinstance(vedtatt.av, str) and b.data.finnes(vedtatt.av):
        ledetekst = ord_.vedtas_av if ny.er_utkast else ord_.vedtatt_av
        yield from rad(ledetekst, b.data.virksomhetsnavn(vedtatt.av, ny.fra or b.dag))


def _sammendrag(funnet: Mandatdiff, ramme: Ramme) -> str:
    """How many changes there are, the gravest first; that there are none only of what is known."""
    ord_ = ramme.ord
    antall = len(funnet.om_regler)
    if not antall:
        return ord_.ingen_regelendringer if not funnet.ukjent_i_begge else ord_.ingen_kjente_regelendringer
    per_nivaa = [(_antall(funnet, nivaa), str(nivaa)) for nivaa in Nivaa]
    deler = ramme.liste([f"{tall} {_nivaaord(tall, nivaa, ramme)}" for tall, nivaa in per_nivaa if tall])
    return (ord_.en_regelendring if antall == 1 else ord_.regelendringer.format(antall)).format(deler)


def _nivaaord(tall: int, nivaa: str, ramme: Ramme) -> str:
    return ramme.ord.nivaaer[nivaa].lower() if tall == 1 else ramme.ord.nivaaer_flere[nivaa]


def _antall(funnet: Mandatdiff, nivaa: Nivaa) -> int:
    return sum(en.nivaa is nivaa for en in funnet.om_regler)


def _bolker(funnet: Mandatdiff, ramme: Ramme) -> Iterator[Endringsbolk]:
    ord_ = ramme.ord
    for nivaa in Nivaa:
        rader = tuple(_rad(funnet, en, ramme) for en in funnet.om_regler if en.nivaa is nivaa)
        if rader:
            yield Endringsbolk(ord_.nivaaer[str(nivaa)], ord_.nivaaforklaring[str(nivaa)], rader)


def _rad(funnet: Mandatdiff, en: Endring, ramme: Ramme) -> Endringsrad:
    si = paa_nynorsk if ramme.maalform == "nn" else str
    omraade = si(omraadetittel(en.omraade))
    return Endringsrad(
        f"{omraade}: {en.emne}" if en.emne else omraade,
        _side(en.fra.norsk if en.fra else None, si(ord_paa_norsk(en.norm_fra or ""))),
        _side(en.til.norsk if en.til else None, si(ord_paa_norsk(en.norm_til or ""))),
        en.hva,
        funnet.klausul(en.punkt) or "–",
    )


def _side(tekst: str | None, norm: str) -> str:
    """What a side says, with its strength where that is not «skal»."""
    if tekst is None:
        return "–"
    return tekst if norm in ("", "skal") else f"{tekst} ({norm})"


# --- the words


def _seksjoner(funnet: Mandatdiff, ramme: Ramme) -> Iterator[Seksjon]:
    for seksjon in funnet.endrede_seksjoner:
        avsnitt = tuple(_avsnitt(blokk, ramme) for blokk in seksjon.endret)
        yield Seksjon(seksjon.tittel or ramme.ord.innledning, avsnitt)


def _avsnitt(blokk: Blokkdiff, ramme: Ramme) -> Avsnitt:
    merke = ramme.ord.blokkslag[blokk.slag]
    slag: dict[str, Literal["lik", "ny", "borte"]] = {"ny": "ny", "borte": "borte"}
    biter = (Ordbit(slag.get(blokk.slag, bit.slag), bit.tekst) for bit in _uten_merke(blokk.bit))
    return Avsnitt(merke, tuple(bit for bit in biter if bit.tekst))


def _uten_merke(biter: Sequence[Bit]) -> Iterator[Bit]:
    """The words without the signs that made them a heading, an item of a list, or stand out."""
    for nr, bit in enumerate(biter):
        tekst = _MERKE.sub("", bit.tekst) if nr == 0 else bit.tekst
        yield Bit(bit.slag, _UTHEVING.sub("", tekst))
