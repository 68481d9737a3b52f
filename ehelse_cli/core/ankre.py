"""The anchors of a mandate's prose: what a clause is called, and on which line it stands.

A heading's anchor is its text in ASCII kebab (`oppgaver-og-ansvar`); the n-th list item below it is
`oppgaver-og-ansvar-3`, an item inside that one `oppgaver-og-ansvar-3-1`; `{#x}` at the end of either overrides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

Slag = Literal["overskrift", "avsnitt", "punkt", "rad", "kode"]

_OVERSKRIFT = re.compile(r" {0,3}(?P<nivaa>#{1,6})(?:[ \t](?P<tekst>.*))?")
_UNDERSTREK = re.compile(r" {0,3}(?P<tegn>=+|-+)[ \t]*")
_LISTEPUNKT = re.compile(r"(?P<innrykk>[ \t]*)(?:(?P<kule>[-*+])|(?P<tall>[0-9]{1,9})[.)])[ \t]+(?P<tekst>\S.*)")
_GJERDE = re.compile(r" {0,3}(?P<gjerde>`{3,}|~{3,})(?P<resten>.*)")
_RAD = re.compile(r" {0,3}\|.*")
_DELELINJE = re.compile(r"[|: \t-]+")
_SKILLE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_EGET_ANKER = re.compile(r"[ \t]*\{#(?P<anker>[A-Za-z0-9][A-Za-z0-9_-]*)\}[ \t]*\Z")
_IKKE_KEBAB = re.compile(r"[^a-z0-9]+")
_NOARK = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})


class Blokk(Struct, frozen=True):
    """One heading, paragraph, list item, table row or code block.

    `tekst` is the block on one line with its mark (`## Formål`, `- Rådet gir råd`): how the lines were broken, how far
    they were indented and which number a list item bore make no difference. `linje` counts from 0.
    """

    slag: Slag
    tekst: str
    linje: int
    nivaa: int = 0
    anker: str | None = None
    tittel: str = ""
    eget: bool = False
    """Whether the page gives it the anchor itself (`{#x}`), so that it is the same clause wherever it stands."""


class Anker(Struct, frozen=True):
    """A clause: its anchor, the line it stands on (from 0), and what people call it."""

    id: str
    linje: int
    tittel: str


def kebab(tekst: str) -> str:
    """The text as an anchor: `Oppgaver og ansvar` becomes `oppgaver-og-ansvar`, `Møter` becomes `moeter`."""
    noark = unicodedata.normalize("NFC", tekst).lower().translate(_NOARK)
    uten_tegn = unicodedata.normalize("NFKD", noark).encode("ascii", "ignore").decode()
    return _IKKE_KEBAB.sub("-", uten_tegn).strip("-")


def blokker(tekst: str) -> tuple[Blokk, ...]:
    """The prose as blocks in order, each with its anchor. A heading said twice gives only the first one the anchor."""
    navngiver = _Navngiver()
    return tuple(navngiver.med_anker(blokk) for blokk in _les(tekst.splitlines()))


@lru_cache(maxsize=64)
def ankre(tekst: str) -> Mapping[str, Anker]:
    """Every clause of the prose by its anchor, in order."""
    funnet: dict[str, Anker] = {}
    for blokk in blokker(tekst):
        if blokk.anker:
            funnet.setdefault(blokk.anker, Anker(blokk.anker, blokk.linje, blokk.tittel))
    return MappingProxyType(funnet)


def klausul(tekst: str, anker: str) -> tuple[str, ...]:
    """The words of the clause, block by block: a heading with all that is below it, or a list item with its own.

    Empty when the prose has no such clause.
    """
    rader = blokker(tekst)
    nr = next((nr for nr, blokk in enumerate(rader) if blokk.anker == anker), None)
    if nr is None:
        return ()
    resten = takewhile(lambda blokk: _hoerer_til(rader[nr], blokk), rader[nr + 1 :])
    return (rader[nr].tekst, *(blokk.tekst for blokk in resten))


def _hoerer_til(eier: Blokk, blokk: Blokk) -> bool:
    """Whether the block goes on with the clause that began before it."""
    if eier.slag == "overskrift":
        return blokk.slag != "overskrift" or blokk.nivaa > eier.nivaa
    return blokk.slag == "punkt" and blokk.nivaa > eier.nivaa


class _Navngiver:
    """Gives the blocks their anchors while it walks down the page."""

    def __init__(self) -> None:
        self.brukt: set[str] = set()
        self.overskrift: tuple[str, str] | None = None
        self.teller: list[int] = []

    def med_anker(self, blokk: Blokk) -> Blokk:
        if blokk.slag not in ("overskrift", "punkt"):
            return blokk
        rest, eget = _uten_eget_anker(blokk.tekst)
        anker, tittel = self._overskrift(rest, eget) if blokk.slag == "overskrift" else self._punkt(blokk.nivaa, eget)
        if anker in self.brukt:
            anker = None
        elif anker:
            self.brukt.add(anker)
        return Blokk(blokk.slag, rest, blokk.linje, blokk.nivaa, anker, tittel, eget is not None and anker == eget)

    def _overskrift(self, tekst: str, eget: str | None) -> tuple[str | None, str]:
        tittel = tekst.lstrip("#").strip()
        anker = eget or kebab(tittel) or None
        self.overskrift = (anker, tittel) if anker and anker not in self.brukt else None
        self.teller = []
        return anker, tittel

    def _punkt(self, nivaa: int, eget: str | None) -> tuple[str | None, str]:
        self.teller = [*self.teller[: nivaa + 1], *[0] * (nivaa + 1 - len(self.teller))]
        self.teller[nivaa] += 1
        if self.overskrift is None:
            return eget, eget or ""
        anker, tittel = self.overskrift
        numre = [str(tall) for tall in self.teller]
        return eget or "-".join([anker, *numre]), f"{tittel}, punkt {'.'.join(numre)}"


def _uten_eget_anker(tekst: str) -> tuple[str, str | None]:
    treff = _EGET_ANKER.search(tekst)
    return (tekst[: treff.start()], treff["anker"]) if treff else (tekst, None)


def _les(linjer: list[str]) -> Iterator[Blokk]:
    """The blocks without anchors. An indented line goes on with the list item above it, as Markdown has it."""
    innrykk: list[int] = []
    nr = 0
    while nr < len(linjer):
        linje = linjer[nr]
        slutt = nr + 1
        if not linje.strip() or _SKILLE.fullmatch(linje):
            nr = slutt
            continue
        if treff := _GJERDE.fullmatch(linje):
            slutt = _gjerdets_slutt(linjer, nr, treff["gjerde"])
            yield Blokk("kode", _en_linje(linjer[nr:slutt]), nr)
        elif treff := _OVERSKRIFT.fullmatch(linje):
            innrykk = []
            yield _overskrift(len(treff["nivaa"]), _uten_lukking(treff["tekst"] or ""), nr)
        elif _RAD.fullmatch(linje):
            yield Blokk("rad", _rad(linje), nr)
        elif treff := _LISTEPUNKT.fullmatch(linje):
            slutt = _avsnittets_slutt(linjer, nr)
            innrykk = _innrykk(innrykk, len(treff["innrykk"].expandtabs(4)))
            yield _listepunkt(treff, linjer[nr + 1 : slutt], nr, len(innrykk) - 1)
        else:
            slutt = _avsnittets_slutt(linjer, nr)
            innrykk = innrykk if linje[0] in " \t" else []
            yield _avsnitt(linjer, nr, slutt)
            slutt += _er_understreket(linjer, slutt)
        nr = slutt


def _overskrift(nivaa: int, tekst: str, linje: int) -> Blokk:
    return Blokk("overskrift", f"{'#' * nivaa} {_en_linje([tekst])}".strip(), linje, nivaa)


def _uten_lukking(tekst: str) -> str:
    """The text of `## Formål ##` without the marks that close it."""
    uten = tekst.strip().rstrip("#")
    return uten if uten.endswith((" ", "\t")) or not uten else tekst


def _avsnitt(linjer: list[str], nr: int, slutt: int) -> Blokk:
    """A paragraph; or, underlined, a heading of the first or second level."""
    tekst = _en_linje(linjer[nr:slutt])
    if _er_understreket(linjer, slutt):
        return _overskrift(1 if linjer[slutt].lstrip().startswith("=") else 2, tekst, nr)
    return Blokk("avsnitt", tekst, nr)


def _er_understreket(linjer: list[str], slutt: int) -> bool:
    return slutt < len(linjer) and _UNDERSTREK.fullmatch(linjer[slutt]) is not None


def _listepunkt(treff: re.Match[str], resten: list[str], linje: int, nivaa: int) -> Blokk:
    merke = "-" if treff["kule"] else "1."
    return Blokk("punkt", f"{merke} {_en_linje([treff['tekst'], *resten])}", linje, nivaa)


def _innrykk(aapne: list[int], nytt: int) -> list[int]:
    """The indents of the lists that are open when an item begins: deeper only where it stands under the mark above."""
    utenfor = [kolonne for kolonne in aapne if kolonne + 1 < nytt]
    return [*utenfor, nytt]


def _gjerdets_slutt(linjer: list[str], nr: int, gjerde: str) -> int:
    """The line after the fence that closes the one on line `nr`; the end of the page when none does."""
    for neste in range(nr + 1, len(linjer)):
        treff = _GJERDE.fullmatch(linjer[neste])
        if treff and treff["gjerde"].startswith(gjerde) and not treff["resten"].strip():
            return neste + 1
    return len(linjer)


def _avsnittets_slutt(linjer: list[str], nr: int) -> int:
    """The line after the paragraph that begins on line `nr`."""
    slutt = nr + 1
    while slutt < len(linjer) and not _avbryter(linjer[slutt], linjer[nr]):
        slutt += 1
    return slutt


_NYTT = (_OVERSKRIFT, _UNDERSTREK, _GJERDE, _RAD, _SKILLE)


def _avbryter(linje: str, foerste: str) -> bool:
    """Whether the line ends the paragraph that began with `foerste`.

    A number only begins a list inside a paragraph when it is 1, or goes on with the list the paragraph is an item of:
    «sist oppdatert 4. april», broken before `2018) og`, is one sentence.
    """
    if not linje.strip() or any(moenster.fullmatch(linje) for moenster in _NYTT):
        return True
    treff = _LISTEPUNKT.fullmatch(linje)
    if treff is None:
        return False
    punkt = _LISTEPUNKT.fullmatch(foerste)
    i_samme_liste = punkt is not None and len(treff["innrykk"].expandtabs(4)) < len(punkt["innrykk"].expandtabs(4)) + 2
    return bool(treff["kule"]) or treff["tall"] == "1" or i_samme_liste


def _rad(linje: str) -> str:
    tekst = _en_linje([linje])
    return re.sub("-{2,}", "--", tekst) if _DELELINJE.fullmatch(tekst) else tekst


def _en_linje(linjer: list[str]) -> str:
    return " ".join(" ".join(linjer).split())
