"""Which paragraph is which in two proses: by heading, by what they say, and where they have moved to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ehelse_cli.core.ankre import Blokk
from ehelse_cli.diff.rekker import MANGE, felles, hull, stigende

#: How alike two texts must be (twice the words in common, over all words) to be versions of one, and to have moved.
SAMME_AVSNITT = 0.5
SAMME_FLYTTET = 0.7
SAMME_SEKSJON = 0.6
#: A text of fewer words than this says too little to be recognised elsewhere.
MINST_FLYTTET = 3


@dataclass(frozen=True, slots=True)
class Kobling:
    """Old place → new place, and the old places that are out of order."""

    par: Mapping[int, int]
    flyttet: frozenset[int]

    def snudd(self) -> Kobling:
        """The same seen from the other side."""
        return Kobling({ny: gammel for gammel, ny in self.par.items()}, frozenset(self.par[nr] for nr in self.flyttet))


def koble(a: Sequence[Blokk], b: Sequence[Blokk], sagt: Sequence[tuple[str, str]] = ()) -> Kobling:
    """Which block is which: the same whichever side is called old. `sagt` are anchors, old and new, of one clause."""
    if [blokk.tekst for blokk in b] < [blokk.tekst for blokk in a]:
        return koble(b, a, [(til, fra) for fra, til in sagt]).snudd()
    par = _sagt(a, b, sagt)
    for seksjon_a, seksjon_b in _like_seksjoner(_inndel(a), _inndel(b), par):
        par |= _par_i_seksjon(a, b, _uparet(a, seksjon_a, par), _uparet(b, seksjon_b, par.values()))
    _finn_flyttede(a, b, par)
    annensteds = _under_annen_overskrift(a, b, par)
    i_orden = {gammel for gammel, _ in stigende(sorted((i, j) for i, j in par.items() if i not in annensteds))}
    return Kobling(par, frozenset(par) - i_orden)


def _sagt(a: Sequence[Blokk], b: Sequence[Blokk], sagt: Sequence[tuple[str, str]]) -> dict[int, int]:
    """The blocks that somebody has said are one: by a hint, or by an anchor of their own on both sides."""
    hvor_a, hvor_b = ({blokk.anker: nr for nr, blokk in enumerate(rader) if blokk.anker} for rader in (a, b))
    egne = ((blokk.anker, blokk.anker) for blokk in a if blokk.eget and blokk.anker)
    par: dict[int, int] = {}
    for fra, til in (*sagt, *egne):
        i, j = hvor_a.get(fra), hvor_b.get(til)
        if fra != til and _sto_der(a, b, hvor_a, hvor_b, (fra, til)):
            continue
        samme_slag = i is not None and j is not None and (a[i].slag == "overskrift") == (b[j].slag == "overskrift")
        if i is not None and j is not None and samme_slag and i not in par and j not in par.values():
            par[i] = j
    return par


def _sto_der(
    a: Sequence[Blokk],
    b: Sequence[Blokk],
    hvor_a: Mapping[str, int],
    hvor_b: Mapping[str, int],
    sagt: tuple[str, str],
) -> bool:
    """Whether one of the two clauses says the same on both sides: what is said of it was said of an earlier change."""
    return any(
        anker in hvor_a and anker in hvor_b and a[hvor_a[anker]].tekst == b[hvor_b[anker]].tekst for anker in sagt
    )


def _uparet(rader: Sequence[Blokk], plasser: Sequence[int], tatt: Collection[int]) -> list[int]:
    """The places of a section that nobody has paired; the heading stays, as it says where the section is."""
    return [nr for nr in plasser if nr not in tatt or rader[nr].slag == "overskrift"]


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


def _like_seksjoner(
    alle_a: Sequence[_Seksjon], alle_b: Sequence[_Seksjon], par: Mapping[int, int]
) -> Iterator[tuple[range, range]]:
    """Sections whose headings are said to be one, those of the same name, then those whose text says the same."""
    paa_plass = {seksjon.plasser[0]: seksjon for seksjon in alle_b}
    sagt = [(rad, paa_plass[par[rad.plasser[0]]]) for rad in alle_a if par.get(rad.plasser[0]) in paa_plass]
    yield from ((rad.plasser, annen.plasser) for rad, annen in sagt)
    a = [rad for rad in alle_a if rad not in [en for en, _ in sagt]]
    b = [rad for rad in alle_b if rad not in [en for _, en in sagt]]
    nye = {seksjon.navn: seksjon for seksjon in b}
    gamle = {seksjon.navn for seksjon in a}
    yield from ((rad.plasser, nye[rad.navn].plasser) for rad in a if rad.navn in nye)
    rest_a = [seksjon for seksjon in a if seksjon.navn not in nye]
    rest_b = [seksjon for seksjon in b if seksjon.navn not in gamle]
    for i, j in _gjensidig_best([s.ord_ for s in rest_a], [s.ord_ for s in rest_b], SAMME_SEKSJON):
        yield rest_a[i].plasser, rest_b[j].plasser


def _par_i_seksjon(a: Sequence[Blokk], b: Sequence[Blokk], i_a: Sequence[int], i_b: Sequence[int]) -> dict[int, int]:
    """Blocks alike in the same order; in the gaps between them, those that are most alike; heading to heading."""
    if not i_a or not i_b:
        return {}
    par = {i_a[0]: i_b[0]} if a[i_a[0]].slag == b[i_b[0]].slag == "overskrift" else {}
    rest_a, rest_b = (i_a[1:], i_b[1:]) if par else (i_a, i_b)
    like = felles([a[nr].tekst for nr in rest_a], [b[nr].tekst for nr in rest_b])
    par |= {rest_a[i]: rest_b[j] for i, j in like}
    for hull_a, hull_b in hull(like, len(rest_a), len(rest_b)):
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


def _under_annen_overskrift(a: Sequence[Blokk], b: Sequence[Blokk], par: Mapping[int, int]) -> frozenset[int]:
    """The old places of blocks that now stand under a heading that is not the one they stood under."""
    over_a, over_b = _overskriftene(a), _overskriftene(b)
    steder = ((gammel, over_a[gammel], over_b[ny]) for gammel, ny in par.items() if a[gammel].slag != "overskrift")
    return frozenset(gammel for gammel, fra, til in steder if (None if fra is None else par.get(fra, -1)) != til)


def _overskriftene(rader: Sequence[Blokk]) -> list[int | None]:
    """The place of the heading that each block stands under; None before the first."""
    ut: list[int | None] = []
    over: int | None = None
    for nr, rad in enumerate(rader):
        over = nr if rad.slag == "overskrift" else over
        ut.append(over)
    return ut


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
