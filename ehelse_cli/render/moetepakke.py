"""Everything for a meeting in one paper: the agenda, each case's paper, the minutes to approve, the attachments."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal, NamedTuple

from markupsafe import Markup

from ehelse_cli.core.moete import Sakspunkt
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.core.vedlegg import Vedlegg
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.felles import Rad, Ramme, hele_unntatt, unntatt
from ehelse_cli.render.navn import Navn
from ehelse_cli.render.saksliste import saksliste
from ehelse_cli.render.sakspunkt import agendalinjer, saken, vedlegg_paa
from ehelse_cli.render.stoerrelse import stoerrelse

#: How one paper of the pack is made: its kind, what it is of → HTML of a part.
Lager = Callable[[Literal["saksliste", "referat", "saksframlegg"], Bestilling], str]

_TITLE = re.compile(r"<h1(?P<attributes>[^>]*)>(?P<words>.*?)</h1>", re.DOTALL)
_HEADING = re.compile(r"(?P<tag></?h)(?P<level>[1-5])(?=[ >])")
_ID = re.compile(r'(?P<name> id| aria-labelledby)="(?P<id>[^"]+)"')
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r' href="#(?P<id>[^"]+)"')


@dataclass(frozen=True, slots=True)
class Pakkedel:
    """One paper of the pack, ready to stand below its title."""

    id: str
    tittel: str
    html: Markup


class Vedleggsrad(NamedTuple):
    """One attachment: whose, which, the file, its size and its checksum."""

    sak: str
    vedlegg: str
    fil: str
    stoerrelse: str
    sjekksum: str


@dataclass(frozen=True, slots=True)
class Pakkeview:
    """The pack as it is read."""

    ramme: Ramme
    tittel: str
    forum: str
    moete: str
    overlinje: str
    varsler: tuple[str, ...]
    fakta: tuple[Rad, ...]
    deler: tuple[Pakkedel, ...]
    vedlegg: tuple[Vedleggsrad, ...]


def moetepakke(b: Bestilling, lag: Lager) -> Pakkeview:
    """The view of a meeting's pack. `lag` makes one paper as a part of it.

    Raises:
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    moete, ord_ = b.moete, b.ramme.ord
    navn = b.navn(moete.tid.dato)
    liste = saksliste(b.data, moete, b.ramme)
    return Pakkeview(
        ramme=b.ramme,
        tittel=ord_.moetepakke,
        forum=liste.forum,
        moete=liste.moete,
        overlinje=liste.overlinje,
        varsler=liste.varsler,
        fakta=tuple(en for en in liste.fakta if en.ledetekst in (ord_.tid, ord_.sted, ord_.form, ord_.svarfrist)),
        deler=tuple(_deler(b, navn, lag)),
        vedlegg=tuple(_vedlegg(b, navn)),
    )


def _deler(b: Bestilling, navn: Navn, lag: Lager) -> Iterator[Pakkedel]:
    """The agenda, then what each line of it has: the minutes it approves, its case's paper."""
    ord_ = b.ramme.ord
    yield _del("del-1", ord_.saksliste, lag("saksliste", b.del_av(b.id)))
    nr = 1
    for punkt in b.moete.saksliste:
        if (gjelder := _referatet(b, punkt)) is not None:
            nr += 1
            yield _del(f"del-{nr}", None, lag("referat", b.del_av(gjelder)))
        sak = saken(punkt, navn)
        if sak is not None:
            nr += 1
            yield _del(f"del-{nr}", None, lag("saksframlegg", b.del_av(sak.id)))


def _referatet(b: Bestilling, punkt: Sakspunkt) -> str | None:
    """The meeting whose minutes the line treats, where it is in the tree and has any."""
    moete = b.data.moeter.get(punkt.gjelder or "") if punkt.fast == "referat" else None
    return moete.id if moete is not None and moete.fremmoete is not None else None


def _del(id_: str, tittel: str | None, html: str) -> Pakkedel:
    """The part one level down, with ids of its own, its title where the contents can lead to it."""
    funnet = _TITLE.search(html)
    if funnet is None:
        raise ValueError("a part of the pack has no title")
    over = re.search(r'<p class="over">(.*?)</p>', html[: funnet.start()])
    kalt = tittel or _kalt(over[1] if over else "", funnet["words"])
    egne = _ID.sub(lambda match: f'{match["name"]}="{id_}-{match["id"]}"', html)
    egne = _LINK.sub(lambda match: f' href="#{id_}-{match["id"]}"', egne)
    egne = _TITLE.sub(lambda match: f'<h1 id="{id_}"{match["attributes"]}>{match["words"]}</h1>', egne, count=1)
    ned = _HEADING.sub(lambda match: f"{match['tag']}{int(match['level']) + 1}", egne)
    return Pakkedel(id_, kalt, Markup(ned))  # noqa: S704 (a page of ours, made of safe parts)


def _kalt(over: str, tittel: str) -> str:
    """What the contents call the part: the case's number before its title."""
    nummer = _ord(over).rpartition("·")[2].strip()
    return f"{nummer}: {_ord(tittel)}" if over else _ord(tittel)


def _ord(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


# --- attachments


def _vedlegg(b: Bestilling, navn: Navn) -> Iterator[Vedleggsrad]:
    """Every attachment of the meeting in the order of the agenda; of an exempt one only that it is."""
    ord_, foerste = b.ramme.ord, 1
    for linje in agendalinjer(b.moete, navn, b.ramme):
        innhold = linje.innhold
        if (
            innhold is None
            or innhold.er_pause
            or innhold.unntatt is not None
            or er_lukket(b.data, navn.forum.id, linje.punkt)
        ):
            continue
        alle = vedlegg_paa(linje.punkt, navn)
        for nr, en in enumerate(alle, foerste):
            yield _rad(b, innhold.nummer or innhold.tittel, f"{ord_.vedlegg} {nr}", en, _mappe(b, linje.punkt, navn))
        foerste += len(alle) if navn.forum.vedleggsnummer == "per_moete" else 0


def _mappe(b: Bestilling, punkt: Sakspunkt, navn: Navn) -> str | None:
    sak = saken(punkt, navn)
    return b.data.files[sak.id].path.removesuffix(".md") if sak is not None and sak.id in b.data.files else None


def _rad(b: Bestilling, sak: str, nummer: str, en: Vedlegg, mappe: str | None) -> Vedleggsrad:
    if (lukket := hele_unntatt(en.skjerming)) is not None and not b.ramme.intern:
        return Vedleggsrad(sak, f"{nummer}: {unntatt(b.ramme, lukket)}", "–", "–", "–")
    innhold = b.les_vedlegg(f"{mappe}/{en.fil}") if mappe and en.fil else None
    if innhold is None:
        return Vedleggsrad(sak, f"{nummer}: {en.tittel}", en.fil or "–", "–", "–")
    sjekksum = hashlib.sha256(innhold).hexdigest()
    return Vedleggsrad(sak, f"{nummer}: {en.tittel}", en.fil or "–", stoerrelse(len(innhold)), sjekksum)
