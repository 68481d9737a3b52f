"""What two rows of texts have in common, in order: lines of a page, or words of a line."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

#: Pairs of places (old, new) that belong together.
Parliste = tuple[tuple[int, int], ...]

#: Beyond so many comparisons only what stands once on each side is matched: a hostile page must not hang the run.
MANGE = 100_000


def felles(a: Sequence[str], b: Sequence[str]) -> Parliste:
    """What the two have in common, in order. In long texts what stands once on each side shows the way."""
    if len(a) * len(b) <= MANGE:
        return _like(a, b, range(len(a)), range(len(b)))
    start = _like_fra_start(a, b)
    slutt = _like_fra_start(a[start:][::-1], b[start:][::-1])
    en_a, en_b = _en_gang(a), _en_gang(b)
    midt = [(i, en_b[tekst]) for tekst, i in en_a.items() if tekst in en_b]
    par = [(nr, nr) for nr in range(start)]
    par += stigende([(i, j) for i, j in midt if start <= i < len(a) - slutt and start <= j < len(b) - slutt])
    par += [(len(a) - nr, len(b) - nr) for nr in range(slutt, 0, -1)]
    i_hull = [_like(a, b, *hull) for hull in hull(par, len(a), len(b)) if len(hull[0]) * len(hull[1]) <= MANGE]
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


def stigende(par: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
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


def hull(par: Sequence[tuple[int, int]], lengde_a: int, lengde_b: int) -> Iterator[tuple[range, range]]:
    """What lies between the pairs, on both sides."""
    for (a, b), (neste_a, neste_b) in zip([(-1, -1), *par], [*par, (lengde_a, lengde_b)], strict=True):
        if a + 1 < neste_a or b + 1 < neste_b:
            yield range(a + 1, neste_a), range(b + 1, neste_b)
