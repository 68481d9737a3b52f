"""The amendment of a mandate's prose: what is to be said of the old so that it becomes the new, and how it is done.

The prose is its `ordlyd`: one line per block, as the redline has it. Every place is one in the old prose, so that the
entries can be read in any order; the only exception is what is put in at one place, which stands in its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ehelse_cli.core.ankre import Blokk, blokker
from ehelse_cli.diff.endringsvedtak_ordbytte import Ordbytte, bytt_ord, ordbytter
from ehelse_cli.diff.kobling import Kobling, koble


@dataclass(frozen=True, slots=True)
class Ordendring:
    """Words of one block that become others."""

    nr: int
    bytter: tuple[Ordbytte, ...]


@dataclass(frozen=True, slots=True)
class NyOrdlyd:
    """A block that is to read otherwise as a whole."""

    nr: int
    linje: str


@dataclass(frozen=True, slots=True)
class Oppheving:
    """One block, or a section with all that stands in it, that goes."""

    rader: range


@dataclass(frozen=True, slots=True)
class Innsetting:
    """What is to stand right after block `etter` (-1: before everything): new lines, and old blocks that move here."""

    etter: int
    innhold: tuple[str | range, ...]


@dataclass(frozen=True, slots=True)
class HeltNytt:
    """The whole prose anew: so little is kept that an amendment would say less."""

    linjer: tuple[str, ...]


T = TypeVar("T")
Post = Ordendring | NyOrdlyd | Oppheving | Innsetting | HeltNytt


class UtydeligVedtakError(ValueError):
    """An entry names what the old prose does not have, or has more than once."""


def linje(blokk: Blokk) -> str:
    """The block on its line: an item of a list within a list stands further in."""
    return f"{'  ' * blokk.nivaa if blokk.slag == 'punkt' else ''}{blokk.tekst}"


def ordlyd(tekst: str) -> str:
    """The prose as it is adopted: its words and its structure, whatever the file's lines and anchors look like."""
    return "\n".join(map(linje, blokker(tekst)))


# --- what is to be said


def finn_poster(gammel: Sequence[Blokk], ny: Sequence[Blokk]) -> tuple[Post, ...]:
    """The entries that make the new prose of the old, in the order of the old."""
    if [linje(rad) for rad in gammel] == [linje(rad) for rad in ny]:
        return ()
    kobling = koble(gammel, ny)
    if 2 * len(kobling.par) < max(len(gammel), len(ny)):
        return (HeltNytt(tuple(map(linje, ny))),)
    poster = [*_endringer(gammel, ny, kobling), *_opphevinger(gammel, kobling), *_innsettinger(gammel, ny, kobling)]
    return tuple(sorted(poster, key=_plass))


def _plass(post: Post) -> tuple[int, int]:
    """In the order of the old prose; what is put in after a block comes after what is done to it."""
    if isinstance(post, Innsetting):
        return post.etter, 1
    if isinstance(post, Oppheving):
        return post.rader.start, 0
    return (-1, 0) if isinstance(post, HeltNytt) else (post.nr, 0)


def _endringer(gammel: Sequence[Blokk], ny: Sequence[Blokk], kobling: Kobling) -> Iterator[Post]:
    for i, j in kobling.par.items():
        if linje(gammel[i]) != linje(ny[j]):
            bytter = _bytter(gammel[i], ny[j])
            yield Ordendring(i, bytter) if bytter else NyOrdlyd(i, linje(ny[j]))


def _bytter(gammel: Blokk, ny: Blokk) -> tuple[Ordbytte, ...]:
    """The words that change; none where the block is better said anew."""
    alike = (gammel.slag, gammel.nivaa) == (ny.slag, ny.nivaa) and _merke(gammel) == _merke(ny)
    if not alike or gammel.slag not in ("avsnitt", "punkt"):
        return ()
    return ordbytter(_uten_merke(gammel), _uten_merke(ny))


def _merke(blokk: Blokk) -> str:
    return blokk.tekst.partition(" ")[0] if blokk.slag == "punkt" else ""


def _uten_merke(blokk: Blokk) -> str:
    return blokk.tekst.partition(" ")[2] if blokk.slag == "punkt" else blokk.tekst


def seksjoner(rader: Sequence[Blokk]) -> tuple[range, ...]:
    """The sections as ranges of blocks: a heading with what stands below it; what stands before any heading first."""
    starter = [nr for nr, rad in enumerate(rader) if rad.slag == "overskrift"]
    return tuple(range(a, b) for a, b in zip([0, *starter], [*starter, len(rader)], strict=True) if a < b)


def _opphevinger(gammel: Sequence[Blokk], kobling: Kobling) -> Iterator[Post]:
    for seksjon in seksjoner(gammel):
        borte = [nr for nr in seksjon if nr not in kobling.par]
        if len(borte) == len(seksjon) and gammel[seksjon.start].slag == "overskrift":
            yield Oppheving(seksjon)
        else:
            yield from (Oppheving(range(nr, nr + 1)) for nr in borte)


def _innsettinger(gammel: Sequence[Blokk], ny: Sequence[Blokk], kobling: Kobling) -> Iterator[Post]:
    """One entry for each gap between blocks that stay where they are."""
    fra = {j: i for i, j in kobling.par.items()}
    hull: dict[int, list[int]] = {}
    sist = -1
    for j in range(len(ny)):
        i = fra.get(j)
        if i is not None and i not in kobling.flyttet:
            sist = i
        else:
            hull.setdefault(sist, []).append(j)
    faste = [i for i in kobling.par if i not in kobling.flyttet]
    for etter, rader in hull.items():
        innhold = tuple(_innhold([fra.get(j, linje(ny[j])) for j in rader], gammel))
        yield Innsetting(_etter(gammel, etter, ny[rader[0]], faste), innhold)


def _innhold(deler: Sequence[int | str], gammel: Sequence[Blokk]) -> Iterator[str | range]:
    """The new lines, and what moves: a section that moves whole is one."""
    hele = {seksjon.start: seksjon for seksjon in seksjoner(gammel) if gammel[seksjon.start].slag == "overskrift"}
    nr = 0
    while nr < len(deler):
        del_ = deler[nr]
        if isinstance(del_, str):
            yield del_
            nr += 1
            continue
        seksjon = hele.get(del_, range(del_, del_ + 1))
        hel = list(deler[nr : nr + len(seksjon)]) == list(seksjon)
        yield seksjon if hel else range(del_, del_ + 1)
        nr += len(seksjon) if hel else 1


def _etter(gammel: Sequence[Blokk], etter: int, foerste: Blokk, faste: Sequence[int]) -> int:
    """The place to name. A new section comes after the whole of the one before, when none of that stands after it."""
    if foerste.slag != "overskrift" or etter < 0:
        return etter
    seksjon = next(seksjon for seksjon in seksjoner(gammel) if etter in seksjon)
    return etter if any(i in seksjon for i in faste if i > etter) else seksjon[-1]


# --- doing it


def utfoer(poster: Sequence[Post], gammel: Sequence[Blokk]) -> tuple[str, ...]:
    """The lines of the new prose.

    Raises:
        UtydeligVedtakError: if an entry does not fit the old prose, or two are about the same.
    """
    hele = [post for post in poster if isinstance(post, HeltNytt)]
    if hele:
        if len(poster) > 1:
            raise UtydeligVedtakError("hele ordlyden er ny, og kan ikke endres i tillegg")
        return hele[0].linjer
    linjer = _endret(poster, gammel)
    innsatt = _en_gang((post.etter, post.innhold) for post in poster if isinstance(post, Innsetting))
    flyttet = [nr for innhold in innsatt.values() for del_ in innhold if isinstance(del_, range) for nr in del_]
    opphevet = [nr for post in poster if isinstance(post, Oppheving) for nr in post.rader]
    borte = frozenset(_en_gang((nr, nr) for nr in (*flyttet, *opphevet)))
    resultat: list[str] = []
    for nr in range(-1, len(gammel)):
        if nr >= 0 and nr not in borte:
            resultat.append(linjer[nr])
        for del_ in innsatt.get(nr, ()):
            resultat += [del_] if isinstance(del_, str) else [linjer[flytt] for flytt in del_]
    return tuple(resultat)


def _endret(poster: Sequence[Post], gammel: Sequence[Blokk]) -> list[str]:
    """The old lines, with the words they are to have."""
    linjer = [linje(rad) for rad in gammel]
    nye = ((post.nr, post) for post in poster if isinstance(post, Ordendring | NyOrdlyd))
    for nr, post in _en_gang(nye).items():
        if isinstance(post, NyOrdlyd):
            linjer[nr] = post.linje
        else:
            ord_ = _uten_merke(gammel[nr])
            linjer[nr] = linjer[nr].removesuffix(ord_) + _byttet(ord_, post.bytter)
    return linjer


def _byttet(ord_: str, bytter: Sequence[Ordbytte]) -> str:
    try:
        return bytt_ord(ord_, bytter)
    except ValueError as feil:
        raise UtydeligVedtakError(str(feil)) from None


def _en_gang(par: Iterator[tuple[int, T]]) -> Mapping[int, T]:
    """The pairs as a mapping; each place may be spoken of once."""
    sett: dict[int, T] = {}
    for nr, verdi in par:
        if nr in sett:
            raise UtydeligVedtakError("det samme stedet er nevnt to ganger")
        sett[nr] = verdi
    return sett
