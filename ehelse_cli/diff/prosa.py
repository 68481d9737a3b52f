"""What changed in the words: sections by heading, blocks by what they say, then word by word; moves are found.

The prose is compared as `normalisert` gives it: one line per block, so that neither the breaking of lines nor
indentation is a change. Without its deletions a redline is the new text, without its insertions the old one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Literal

from ehelse_cli.core.ankre import Blokk, blokker

Bitslag = Literal["lik", "ny", "borte"]
Blokkslag = Literal["lik", "endret", "ny", "borte", "flyttet"]
Seksjonslag = Literal["lik", "endret", "ny", "borte"]
#: Pairs of places (old, new) that belong together.
Parliste = tuple[tuple[int, int], ...]

#: How alike two texts must be (twice the words in common, over all words) to be versions of one, and to have moved.
SAMME_AVSNITT = 0.5
SAMME_FLYTTET = 0.7
SAMME_SEKSJON = 0.6
#: A text of fewer words than this says too little to be recognised elsewhere.
MINST_FLYTTET = 3
#: Beyond so many comparisons only what stands once on each side is matched: a hostile page must not hang the run.
MANGE = 100_000
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


def normalisert(tekst: str) -> str:
    """The prose with one block on each line."""
    return "\n".join(blokk.tekst for blokk in blokker(tekst))


def gammel_tekst(seksjoner: Sequence[Seksjonsdiff]) -> str:
    """The old prose, rebuilt from the redline without its insertions."""
    rader = [(blokk.nr_fra, blokk) for seksjon in seksjoner for blokk in seksjon.blokker if blokk.nr_fra is not None]
    return "\n".join(_uten("ny", blokk) for _, blokk in sorted(rader, key=lambda rad: rad[0]))


def ny_tekst(seksjoner: Sequence[Seksjonsdiff]) -> str:
    """The new prose: the redline as it stands, without its deletions."""
    alle = (blokk for seksjon in seksjoner for blokk in seksjon.blokker)
    return "\n".join(_uten("borte", blokk) for blokk in alle if blokk.nr_til is not None)


def _uten(slag: Bitslag, blokk: Blokkdiff) -> str:
    return " ".join(bit.tekst for bit in blokk.bit if bit.slag != slag)


def sammenlign(gammel: str, ny: str) -> tuple[Seksjonsdiff, ...]:
    """The redline of two proses, in the order of the new one; what is gone stands where it stood."""
    a, b = blokker(gammel), blokker(ny)
    return _seksjoner(a, b, _koble(a, b))


# --- which block is which


@dataclass(frozen=True, slots=True)
class _Kobling:
    """Old place → new place, and the old places that are out of order."""

    par: Mapping[int, int]
    flyttet: frozenset[int]

    def snudd(self) -> _Kobling:
        """The same seen from the other side."""
        return _Kobling({ny: gammel for gammel, ny in self.par.items()}, frozenset(self.par[nr] for nr in self.flyttet))


def _koble(a: Sequence[Blokk], b: Sequence[Blokk]) -> _Kobling:
    """Which block is which: the same whichever side is called old."""
    if [blokk.tekst for blokk in b] < [blokk.tekst for blokk in a]:
        return _koble(b, a).snudd()
    par: dict[int, int] = {}
    for seksjon_a, seksjon_b in _like_seksjoner(_inndel(a), _inndel(b)):
        par |= _par_i_seksjon(a, b, seksjon_a, seksjon_b)
    _finn_flyttede(a, b, par)
    i_orden = {gammel for gammel, _ in _stigende(sorted(par.items()))}
    return _Kobling(par, frozenset(par) - i_orden)


@dataclass(frozen=True, slots=True)
class _Seksjon:
    navn: tuple[str, int]
    plasser: range
    ord_: Counter[str]


def _inndel(rader: Sequence[Blokk]) -> list[_Seksjon]:
    """The sections in order; a heading said twice is told apart by its number."""
    starter = [nr for nr, rad in enumerate(rader) if rad.slag == "overskrift"]
    sett: Counter[str] = Counter()
    seksjoner = []
    for start, slutt in zip([0, *starter], [*starter, len(rader)], strict=True):
        if start == slutt:
            continue
        navn = _navn(rader[start])
        seksjoner.append(_Seksjon((navn, sett[navn]), range(start, slutt), _ordene(rader[start:slutt])))
        sett[navn] += 1
    return seksjoner


def _navn(blokk: Blokk) -> str:
    return "" if blokk.slag != "overskrift" else blokk.anker or blokk.tittel


def _like_seksjoner(a: Sequence[_Seksjon], b: Sequence[_Seksjon]) -> Iterator[tuple[range, range]]:
    """Sections of the same name, then those whose text says the same under another heading."""
    nye = {seksjon.navn: seksjon for seksjon in b}
    gamle = {seksjon.navn for seksjon in a}
    yield from ((rad.plasser, nye[rad.navn].plasser) for rad in a if rad.navn in nye)
    rest_a = [seksjon for seksjon in a if seksjon.navn not in nye]
    rest_b = [seksjon for seksjon in b if seksjon.navn not in gamle]
    for i, j in _gjensidig_best([s.ord_ for s in rest_a], [s.ord_ for s in rest_b], SAMME_SEKSJON):
        yield rest_a[i].plasser, rest_b[j].plasser


def _par_i_seksjon(a: Sequence[Blokk], b: Sequence[Blokk], i_a: range, i_b: range) -> dict[int, int]:
    """Blocks alike in the same order; in the gaps between them, those that are most alike; heading to heading."""
    par = {i_a[0]: i_b[0]} if a[i_a[0]].slag == b[i_b[0]].slag == "overskrift" else {}
    rest_a, rest_b = (i_a[1:], i_b[1:]) if par else (i_a, i_b)
    like = _felles([a[nr].tekst for nr in rest_a], [b[nr].tekst for nr in rest_b])
    par |= {rest_a[i]: rest_b[j] for i, j in like}
    for hull_a, hull_b in _hull(like, len(rest_a), len(rest_b)):
        ord_a, ord_b = [_ordene([a[rest_a[i]]]) for i in hull_a], [_ordene([b[rest_b[j]]]) for j in hull_b]
        for i, j in _i_rekkefoelge(_gjensidig_best(ord_a, ord_b, SAMME_AVSNITT)):
            par[rest_a[hull_a[i]]] = rest_b[hull_b[j]]
    return par


def _finn_flyttede(a: Sequence[Blokk], b: Sequence[Blokk], par: dict[int, int]) -> None:
    """Blocks without a partner: first those that say exactly the same, then those that nearly do."""
    tatt = set(par.values())
    rest_a = [nr for nr in range(len(a)) if nr not in par and _kan_flyttes(a[nr])]
    rest_b = [nr for nr in range(len(b)) if nr not in tatt and _kan_flyttes(b[nr])]
    hvor_a, hvor_b = _eneste(a, rest_a), _eneste(b, rest_b)
    like = {hvor_a[tekst]: hvor_b[tekst] for tekst in hvor_a if tekst in hvor_b}
    par |= like
    rest_a = [nr for nr in rest_a if nr not in like]
    rest_b = [nr for nr in rest_b if nr not in set(like.values())]
    ord_a, ord_b = [_ordene([a[nr]]) for nr in rest_a], [_ordene([b[nr]]) for nr in rest_b]
    par |= {rest_a[i]: rest_b[j] for i, j in _gjensidig_best(ord_a, ord_b, SAMME_FLYTTET)}


def _kan_flyttes(blokk: Blokk) -> bool:
    return blokk.slag != "overskrift" and _ordene([blokk]).total() >= MINST_FLYTTET


def _eneste(rader: Sequence[Blokk], plasser: Sequence[int]) -> Mapping[str, int]:
    """The texts that stand at one of the places only: twice is ambiguous, and never guessed at."""
    antall = Counter(rader[nr].tekst for nr in plasser)
    return {rader[nr].tekst: nr for nr in plasser if antall[rader[nr].tekst] == 1}


def _ordene(rader: Sequence[Blokk]) -> Counter[str]:
    return Counter(ord_ for rad in rader for ord_ in re.findall(r"\w+", rad.tekst.lower()))


def _gjensidig_best(a: Sequence[Counter[str]], b: Sequence[Counter[str]], grense: float) -> Iterator[tuple[int, int]]:
    """Those who are each other's closest, and close enough; a tie is ambiguous, and never guessed at."""
    if len(a) * len(b) > MANGE:
        return
    likhet = [[_likhet(x, y) for y in b] for x in a]
    kolonner = list(zip(*likhet, strict=True))
    for i, rad in enumerate(likhet):
        beste = max(rad, default=0.0)
        j = rad.index(beste) if rad else -1
        if beste >= grense and rad.count(beste) == 1 and max(kolonner[j]) == beste and kolonner[j].count(beste) == 1:
            yield i, j


def _likhet(a: Counter[str], b: Counter[str]) -> float:
    """Twice the words in common, over all words."""
    alle = a.total() + b.total()
    return 2 * (a & b).total() / alle if alle else 0.0


def _i_rekkefoelge(par: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that do not cross one met before; the others may be found again as moves."""
    sist = -1
    for i, j in par:
        if j > sist:
            sist = j
            yield i, j


def _felles(a: Sequence[str], b: Sequence[str]) -> Parliste:
    """What the two have in common, in order. In long texts what stands once on each side shows the way."""
    if len(a) * len(b) <= MANGE:
        return _like(a, b, range(len(a)), range(len(b)))
    start = _like_fra_start(a, b)
    slutt = _like_fra_start(a[start:][::-1], b[start:][::-1])
    en_a, en_b = _en_gang(a), _en_gang(b)
    midt = [(i, en_b[tekst]) for tekst, i in en_a.items() if tekst in en_b]
    par = [(nr, nr) for nr in range(start)]
    par += _stigende([(i, j) for i, j in midt if start <= i < len(a) - slutt and start <= j < len(b) - slutt])
    par += [(len(a) - nr, len(b) - nr) for nr in range(slutt, 0, -1)]
    i_hull = [_like(a, b, *hull) for hull in _hull(par, len(a), len(b)) if len(hull[0]) * len(hull[1]) <= MANGE]
    return tuple(sorted([*par, *(ett for funnet in i_hull for ett in funnet)]))


def _like(a: Sequence[str], b: Sequence[str], i_a: range, i_b: range) -> Parliste:
    """The longest stretches the two ranges have in common, in order."""
    utdrag = a[i_a.start : i_a.stop], b[i_b.start : i_b.stop]
    treff = SequenceMatcher(None, *utdrag, autojunk=False).get_matching_blocks()
    return tuple((i_a[blokk.a + n], i_b[blokk.b + n]) for blokk in treff for n in range(blokk.size))


def _like_fra_start(a: Sequence[str], b: Sequence[str]) -> int:
    return next((nr for nr, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _en_gang(tekster: Sequence[str]) -> Mapping[str, int]:
    antall = Counter(tekster)
    return {tekst: nr for nr, tekst in enumerate(tekster) if antall[tekst] == 1}


def _stigende(par: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that goes forward on both sides; the pairs come in order of the first."""
    ender: list[int] = []
    foer: list[int | None] = []
    for nr, (_, ny) in enumerate(par):
        plass = bisect_left(ender, ny, key=lambda ende: par[ende][1])
        foer.append(ender[plass - 1] if plass else None)
        ender[plass : plass + 1] = [nr]
    rekke: list[tuple[int, int]] = []
    sist = ender[-1] if ender else None
    while sist is not None:
        rekke.append(par[sist])
        sist = foer[sist]
    return rekke[::-1]


def _hull(par: Sequence[tuple[int, int]], lengde_a: int, lengde_b: int) -> Iterator[tuple[range, range]]:
    """What lies between the pairs, on both sides."""
    for (a, b), (neste_a, neste_b) in zip([(-1, -1), *par], [*par, (lengde_a, lengde_b)], strict=True):
        if a + 1 < neste_a or b + 1 < neste_b:
            yield range(a + 1, neste_a), range(b + 1, neste_b)


# --- the redline


def _seksjoner(a: Sequence[Blokk], b: Sequence[Blokk], kobling: _Kobling) -> tuple[Seksjonsdiff, ...]:
    """Every section of the new prose, and those that are gone after the one they stood behind."""
    fra = {ny: gammel for gammel, ny in kobling.par.items()}
    etter = _borte_etter(a, b, kobling)
    alle = [*etter.get(-1, ())]
    for nr in range(len(b)):
        alle += [_ny_eller_felles(a, b, nr, fra.get(nr), kobling.flyttet), *etter.get(nr, ())]
    return tuple(_samle(alle, a, b))


def _borte_etter(a: Sequence[Blokk], b: Sequence[Blokk], kobling: _Kobling) -> Mapping[int, list[Blokkdiff]]:
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
        return Blokkdiff("flyttet", bit, gammel, nr, _stedsnavn(a, gammel))
    return Blokkdiff("lik" if all(del_.slag == "lik" for del_ in bit) else "endret", bit, gammel, nr)


def _stedsnavn(rader: Sequence[Blokk], nr: int) -> str:
    """What the old place is called: the list item's number, else the heading it stood under."""
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
    par = [(i, j) for j, i in _felles(b, a)] if list(b) < list(a) else list(_felles(a, b))
    kanter = [(-1, -1), *par, (len(a), len(b))]
    return [
        (i, j)
        for (foer_i, foer_j), (i, j), (neste_i, neste_j) in zip(kanter[:-2], par, kanter[2:], strict=True)
        if len(a[i]) > KORT_ORD or (i - 1, j - 1) == (foer_i, foer_j) or (i + 1, j + 1) == (neste_i, neste_j)
    ]
