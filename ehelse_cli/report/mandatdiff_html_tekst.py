"""The redline as HTML: in one text, or the old and the new side by side.

New words are `ins`, words that are gone are `del`, each with words for those who only hear the page; every block that
changed has its mark. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from ehelse_cli.diff.endring import Endring, Prosasted
from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.prosa import Bit, Blokkdiff, Seksjonsdiff
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.safe import one_line

Forklaringer = Mapping[Prosasted, Sequence[Endring]]
Sideslag = Literal["fra", "til"]

_MERKER: Mapping[str, tuple[str, str]] = {
    "ny": ("+", "Nytt: "),
    "borte": ("−", "Fjernet: "),
    "endret": ("~", "Endret: "),
    "flyttet": (">", "Flyttet: "),
}
#: What is heard before and after words that came or went.
_HOERT: Mapping[str, tuple[str, str, str]] = {
    "ny": ("ins", "satt inn: ", " (slutt på det som er satt inn)"),
    "borte": ("del", "strøket: ", " (slutt på det som er strøket)"),
}


@dataclass(frozen=True, slots=True)
class Plass:
    """Where on the page a comparison stands: what its ids begin with, the level of its headings, and the form."""

    prefiks: str
    nivaa: int
    ved_siden: bool

    @property
    def under(self) -> int:
        """The level below."""
        return self.nivaa + 1

    def seksjon(self, id_: str, tittel: str) -> str:
        """The opening of a part of the comparison, with its heading."""
        hele = f"{self.prefiks}{id_}"
        return f'<section aria-labelledby="{hele}"><h{self.nivaa} id="{hele}">{tittel}</h{self.nivaa}>'


def trygt(tekst: str) -> str:
    """Text from a file as part of a page."""
    return escape(one_line(tekst))


def hoert(tekst: str) -> str:
    """Words for those who hear the page."""
    return f'<span class="skjult">{escape(tekst)}</span>'


def redline(diff: Mandatdiff, plass: Plass) -> Iterator[str]:
    """Every section: those that changed open, those that did not below a line that opens them."""
    forklart = ord_.forklaringer(diff)
    for nr, seksjon in enumerate(diff.prosa):
        tittel, merknad, _ = ord_.overskrift(seksjon)
        if seksjon.slag == "lik":
            yield f"<details><summary>{trygt(tittel)} (uendret)</summary>{_uendret(diff, seksjon)}</details>"
            continue
        id_ = f"{plass.prefiks}tekst-{nr}"
        hele = f"{trygt(tittel)}{f' ({escape(merknad)})' if merknad else ''}"
        yield f'<section aria-labelledby="{id_}"><h{plass.under} id="{id_}">{hele}</h{plass.under}>'
        yield from (_ved_siden if plass.ved_siden else _inline)(diff, seksjon, forklart)
        yield "</section>"


def _uendret(diff: Mandatdiff, seksjon: Seksjonsdiff) -> str:
    blokker = (f'<p class="blokk">{_ordene(blokk)}</p>' for blokk in _innhold(seksjon))
    return f"<div{_spraak(diff, 'til')}>{''.join(blokker)}</div>"


def _innhold(seksjon: Seksjonsdiff) -> tuple[Blokkdiff, ...]:
    """The blocks below the heading; the heading too where its words changed."""
    foerste = seksjon.blokker[0]
    return seksjon.blokker[1:] if seksjon.tittel and foerste.slag != "endret" else seksjon.blokker


def _spraak(diff: Mandatdiff, side: Sideslag) -> str:
    maalform = (diff.gammel if side == "fra" else diff.ny).maalform
    return "" if maalform == "nb" else f' lang="{maalform}"'


# --- one text


def _inline(diff: Mandatdiff, seksjon: Seksjonsdiff, forklart: Forklaringer) -> Iterator[str]:
    yield f"<div{_spraak(diff, 'til')}>"
    yield from (_blokk(blokk, forklart) for blokk in _innhold(seksjon))
    yield "</div>"


def _blokk(blokk: Blokkdiff, forklart: Forklaringer) -> str:
    if blokk.slag == "lik":
        return f'<p class="blokk">{_ordene(blokk)}</p>'
    return f'<p class="blokk {blokk.slag}">{_merke(blokk)}{_fra(blokk)}{_ordene(blokk)}{_lapp(blokk, forklart)}</p>'


def _merke(blokk: Blokkdiff) -> str:
    tegn, sagt = _MERKER[blokk.slag]
    return f'<span class="merke" aria-hidden="true">{tegn}</span>{hoert(sagt)}'


def _fra(blokk: Blokkdiff) -> str:
    if blokk.slag != "flyttet":
        return ""
    return f'<span class="fra">(flyttet fra {trygt(blokk.fra or "innledningen")})</span> '


def _lapp(blokk: Blokkdiff, forklart: Forklaringer) -> str:
    lapp = ord_.merkelapp(forklart.get((blokk.nr_fra, blokk.nr_til), ()))
    return f'<span class="lapp" lang="nb">{trygt(lapp)}</span>' if lapp else ""


def _ordene(blokk: Blokkdiff, uten: str = "") -> str:
    """The words, marked; without those that are `uten`."""
    return " ".join(_bit(bit) for bit in _uten_merke(blokk.bit) if bit.slag != uten)


def _bit(bit: Bit) -> str:
    tekst = trygt(bit.tekst)
    if bit.slag == "lik":
        return tekst
    element, foer, etter = _HOERT[bit.slag]
    return f"<{element}>{hoert(foer)}{tekst}{hoert(etter)}</{element}>"


def _uten_merke(biter: Sequence[Bit]) -> Iterator[Bit]:
    """The words without Markdown's mark of a heading; a list item has a bullet instead."""
    for nr, bit in enumerate(biter):
        tekst = bit.tekst.lstrip("#").lstrip() if nr == 0 and bit.tekst.startswith("#") else bit.tekst
        tekst = f"• {tekst[2:]}" if nr == 0 and tekst.startswith("- ") else tekst
        if tekst:
            yield Bit(bit.slag, tekst)


# --- side by side


def _ved_siden(diff: Mandatdiff, seksjon: Seksjonsdiff, forklart: Forklaringer) -> Iterator[str]:
    rader = [_rad(diff, blokk, forklart) for blokk in _innhold(seksjon)]
    if not rader:
        return
    tittel = ord_.overskrift(seksjon)[0]
    yield f'<table class="to"><caption class="skjult">{trygt(tittel)}, avsnitt for avsnitt</caption>'
    yield '<thead><tr><th scope="col">Før</th><th scope="col">Etter</th></tr></thead><tbody>'
    yield from rader
    yield "</tbody></table>"


def _rad(diff: Mandatdiff, blokk: Blokkdiff, forklart: Forklaringer) -> str:
    gammel = _celle(diff, blokk, "fra", forklart) if blokk.nr_fra is not None else _tom("Før", "står ikke i det gamle")
    ny = _celle(diff, blokk, "til", forklart) if blokk.nr_til is not None else _tom("Etter", "står ikke i det nye")
    return f"<tr>{gammel}{ny}</tr>"


def _celle(diff: Mandatdiff, blokk: Blokkdiff, side: Sideslag, forklart: Forklaringer) -> str:
    """What the side says; where both do, the note stands with the new."""
    uten, navn = ("ny", "Før") if side == "fra" else ("borte", "Etter")
    merke = "" if blokk.slag == "lik" else _merke(blokk)
    siste = side == "til" or blokk.nr_til is None
    lapp = _lapp(blokk, forklart) if siste else ""
    fra = _fra(blokk) if side == "til" else ""
    ordene = f'<p class="blokk">{merke}{fra}{_ordene(blokk, uten)}{lapp}</p>'
    return f'<td data-side="{navn}"{_spraak(diff, side)}>{ordene}</td>'


def _tom(navn: str, sagt: str) -> str:
    return f'<td class="tom" data-side="{navn}">{hoert(sagt)}</td>'
