"""What changed in the words: sections by heading, blocks by what they say, then word by word; moves are found.

The prose is compared with one line per block, so that neither the breaking of lines nor indentation is a change.
Without its deletions a redline is the new text, without its insertions the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from ehelse_cli.core.ankre import Blokk, blokker
from ehelse_cli.diff.kobling import Kobling, koble
from ehelse_cli.diff.rekker import felles

Bitslag = Literal["lik", "ny", "borte"]
Blokkslag = Literal["lik", "endret", "ny", "borte", "flyttet"]
Seksjonslag = Literal["lik", "endret", "ny", "borte"]

#: A lone word in common of no more letters does not break a change in two.
KORT_ORD = 3


@dataclass(frozen=True, slots=True)
class Bit:
    """Whole words of a block that both have, that are new, or that are gone."""

    slag: Bitslag
    tekst: str


@dataclass(frozen=True, slots=True)
class Blokkdiff:
    """A heading, paragraph or list item. `nr_fra` and `nr_til` are its places in the old and the new prose, from 0."""

    slag: Blokkslag
    bit: tuple[Bit, ...]
    nr_fra: int | None
    nr_til: int | None
    fra: str = ""
    """What people call its old place, when it has moved."""


@dataclass(frozen=True, slots=True)
class Seksjonsdiff:
    """What stands under one heading; the first block is the heading. What stood before any heading has no anchor."""

    anker: str
    tittel: str
    slag: Seksjonslag
    blokker: tuple[Blokkdiff, ...]

    @property
    def endret(self) -> tuple[Blokkdiff, ...]:
        """The blocks that are not as they were."""
        return tuple(blokk for blokk in self.blokker if blokk.slag != "lik")


def sammenlign(gammel: str, ny: str, sagt: Sequence[tuple[str, str]] = ()) -> tuple[Seksjonsdiff, ...]:
    """The redline of two proses, in the order of the new one; what is gone stands where it stood.

    `sagt` are the clauses that somebody has said are the same: the old anchor and the new.
    """
    a, b = blokker(gammel), blokker(ny)
    return _seksjoner(a, b, koble(a, b, sagt))


# --- the redline


def _seksjoner(a: Sequence[Blokk], b: Sequence[Blokk], kobling: Kobling) -> tuple[Seksjonsdiff, ...]:
    """Every section of the new prose, and those that are gone after the one they stood behind."""
    fra = {ny: gammel for gammel, ny in kobling.par.items()}
    etter = _borte_etter(a, b, kobling)
    alle = [*etter.get(-1, ())]
    for nr in range(len(b)):
        alle += [_ny_eller_felles(a, b, nr, fra.get(nr), kobling.flyttet), *etter.get(nr, ())]
    return tuple(_samle(alle, a, b))


def _borte_etter(a: Sequence[Blokk], b: Sequence[Blokk], kobling: Kobling) -> Mapping[int, list[Blokkdiff]]:
    """New place → what is gone and stood right after it in the old prose; -1 is before everything.

    A section that is gone comes after the whole of the section it stood behind.
    """
    etter: dict[int, list[Blokkdiff]] = {}
    sist, seksjon_borte = -1, False
    for nr, blokk in enumerate(a):
        ny = kobling.par.get(nr)
        if blokk.slag == "overskrift":
            seksjon_borte = ny is None
            sist = _seksjonens_slutt(b, sist) if seksjon_borte else sist
        if ny is None:
            etter.setdefault(sist, []).append(Blokkdiff("borte", (Bit("borte", blokk.tekst),), nr, None))
        elif nr not in kobling.flyttet and not seksjon_borte:
            sist = ny
    return etter


def _seksjonens_slutt(b: Sequence[Blokk], nr: int) -> int:
    """The last block of the section that block `nr` stands in."""
    neste = (plass for plass in range(nr + 1, len(b)) if b[plass].slag == "overskrift")
    return next(neste, len(b)) - 1


def _ny_eller_felles(
    a: Sequence[Blokk], b: Sequence[Blokk], nr: int, gammel: int | None, flyttet: frozenset[int]
) -> Blokkdiff:
    if gammel is None:
        return Blokkdiff("ny", (Bit("ny", b[nr].tekst),), None, nr)
    bit = ordbiter(a[gammel].tekst, b[nr].tekst)
    if gammel in flyttet:
        return Blokkdiff("flyttet", bit, gammel, nr, stedsnavn(a, gammel))
    return Blokkdiff("lik" if all(del_.slag == "lik" for del_ in bit) else "endret", bit, gammel, nr)


def stedsnavn(rader: Sequence[Blokk], nr: int) -> str:
    """What the place of a block is called: the list item's number, else the heading it stands under."""
    if rader[nr].tittel:
        return rader[nr].tittel
    return next((rad.tittel for rad in reversed(rader[:nr]) if rad.slag == "overskrift"), "")


def _samle(alle: Sequence[Blokkdiff], a: Sequence[Blokk], b: Sequence[Blokk]) -> Iterator[Seksjonsdiff]:
    """The blocks in sections: a heading opens one."""
    rader: list[Blokkdiff] = []
    for blokk in alle:
        if _blokk(blokk, a, b).slag == "overskrift" and rader:
            yield _seksjon(rader, a, b)
            rader = []
        rader.append(blokk)
    if rader:
        yield _seksjon(rader, a, b)


def _seksjon(rader: Sequence[Blokkdiff], a: Sequence[Blokk], b: Sequence[Blokk]) -> Seksjonsdiff:
    kilde = _blokk(rader[0], a, b)
    er_overskrift = kilde.slag == "overskrift"
    anker, tittel = (kilde.anker or "", kilde.tittel) if er_overskrift else ("", "")
    return Seksjonsdiff(anker, tittel, _seksjonslag({rad.slag for rad in rader}), tuple(rader))


def _blokk(rad: Blokkdiff, a: Sequence[Blokk], b: Sequence[Blokk]) -> Blokk:
    """The block as the new prose has it; where it is gone, as the old had it."""
    return b[rad.nr_til] if rad.nr_til is not None else a[rad.nr_fra or 0]


def _seksjonslag(slagene: set[Blokkslag]) -> Seksjonslag:
    for slag in ("lik", "ny", "borte"):
        if slagene == {slag}:
            return slag
    return "endret"


# --- words


def ordbiter(gammel: str, ny: str) -> tuple[Bit, ...]:
    """The block word by word; what is gone stands before what is new."""
    a, b = gammel.split(" "), ny.split(" ")
    deler: list[tuple[Bitslag, list[str]]] = []
    sist_a = sist_b = 0
    for i, j in (*_ordpar(a, b), (len(a), len(b))):
        deler += [("borte", a[sist_a:i]), ("ny", b[sist_b:j]), ("lik", a[i : i + 1])]
        sist_a, sist_b = i + 1, j + 1
    grupper = groupby((del_ for del_ in deler if del_[1]), key=itemgetter(0))
    return tuple(Bit(slag, " ".join(ord_ for _, ordene in rader for ord_ in ordene)) for slag, rader in grupper)


def _ordpar(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The words in common, the same whichever side is called old; not a lone «og» between two changes."""
    par = [(i, j) for j, i in felles(b, a)] if list(b) < list(a) else list(felles(a, b))
    kanter = [(-1, -1), *par, (len(a), len(b))]
    return [
        (i, j)
        for (foer_i, foer_j), (i, j), (neste_i, neste_j) in zip(kanter[:-2], par, kanter[2:], strict=True)
        if len(a[i]) > KORT_ORD or (i - 1, j - 1) == (foer_i, foer_j) or (i + 1, j + 1) == (neste_i, neste_j)
    ]
