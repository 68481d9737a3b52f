"""Which entry of a list came from which, where their ids do not say so.

What the new mandate says itself (`erstatter`, `delt_i`, `flyttet_fra`) comes first, then the same content under another
id, then content that is nearly the same. What could be several is never guessed at.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ehelse_cli.diff.hodetre import FRAVAER, Node, Sti, blader, skriv

Slekt = Literal["id-endret", "id-antatt", "oppfoering-delt", "oppfoering-slaatt-sammen", "oppfoering-uavklart",
                "regel-flyttet"]  # fmt: skip

#: How much of two entries must be the same for one to be taken for the other, and how many leaves at least.
NESTEN_SAMME = 0.75
MINST_FELLES = 3
#: Beyond so many pairs nothing is looked for: a hostile head must not hang the run.
MANGE_PAR = 10_000
#: List → the keys that say what an entry is of; only entries that have one of them are known by their content.
_KJENNETEGN: Mapping[str, tuple[str, ...]] = {
    "grupper": ("virksomheter",),
    "observatoerer": ("virksomheter",),
    "nestledere": ("virksomheter", "grupper", "side"),
    "representasjon": ("i",),
    "frister": ("hva",),
    "krav": ("egenskap", "kreves"),
    "forbehold": ("verdi",),
    "underorganer": ("sammensetning",),
}


@dataclass(frozen=True, slots=True)
class Slektskap:
    """Entries that belong together though their ids differ: the places, and what each side says there."""

    slag: Slekt
    fra: tuple[Sti, ...]
    til: tuple[Sti, ...]
    gammel: Node
    ny: Node
    """Of a split, a merger and what is not clear: the entries themselves. Otherwise empty."""

    @property
    def dekker(self) -> tuple[str, ...]:
        """Every leaf this accounts for; of entries that are compared under one id, only that the id differs."""
        if self.slag in ("id-endret", "id-antatt", "regel-flyttet"):
            return (f"{skriv(self.til[0])}#id",)
        fra, til = (dict(blader(node, self.fra[0][:-1])) for node in (self.gammel, self.ny))
        navn = dict.fromkeys((*fra, *til))
        return tuple(n for n in navn if fra.get(n) != til.get(n) and ("#" not in n or (n in fra and n in til)))


@dataclass(frozen=True, slots=True)
class Innrettet:
    """The two heads with entries that belong together under one id, and what was found."""

    gammel: Node
    ny: Node
    slektskap: tuple[Slektskap, ...]


def rett_inn(gammel: Node, ny: Node) -> Innrettet:
    """The heads made ready to be walked through together."""
    if not _har_ulike_rader(gammel, ny):
        return Innrettet(gammel, ny, ())
    gammel, flyttet = _flytt(gammel, ny)
    a, b, funnet = _rett((), gammel, ny)
    return Innrettet(a, b, (*flyttet, *funnet))


def _har_ulike_rader(gammel: Node, ny: Node) -> bool:
    """Whether any list has an entry that the other side lacks: most comparisons have none, and nothing to look for."""
    for noekkel in gammel.barn.keys() | ny.barn.keys():
        a, b = gammel.barn.get(noekkel), ny.barn.get(noekkel)
        if a is None or b is None:
            if noekkel.startswith("["):
                return True
        elif b.opphav or a.opphav or _har_ulike_rader(a, b):
            return True
    return False


# --- an entry that has moved to another list


def _flytt(gammel: Node, ny: Node) -> tuple[Node, list[Slektskap]]:
    """The old head with what has moved at its new place: as the new says, or, seen backwards, as the old does."""
    funnet = []
    bakover = [(fra, til) for til, fra in _flyttinger(gammel, ())]
    for til, fra in (*_flyttinger(ny, ()), *bakover):
        node = gammel.under(fra)
        if node is not None and ny.under(fra) is None and gammel.under(til) is None and gammel.under(til[:-1]):
            gammel = _sett(_sett(gammel, fra, None), til, node)
            funnet.append(Slektskap("regel-flyttet", (fra,), (til,), FRAVAER, FRAVAER))
    return gammel, funnet


def _flyttinger(node: Node, sti: Sti) -> Iterator[tuple[Sti, Sti]]:
    for noekkel, barn in node.barn.items():
        if fra := barn.opphav.get("flyttet_fra"):
            yield (*sti, noekkel), _les_sti(fra[0])
        yield from _flyttinger(barn, (*sti, noekkel))


def _les_sti(tekst: str) -> Sti:
    return tuple(re.findall(r"\[[^\]]*\]|[^.\[\]]+", tekst))


def _sett(node: Node, sti: Sti, ny: Node | None) -> Node:
    """The tree with `ny` at the place; without the place when it is None."""
    foerste, *resten = sti
    barn = dict(node.barn)
    if resten:
        barn[foerste] = _sett(barn[foerste], tuple(resten), ny)
    elif ny is None:
        del barn[foerste]
    else:
        barn[foerste] = ny
    return dataclasses.replace(node, barn=barn)


# --- entries of one list


def _rett(sti: Sti, a: Node, b: Node) -> tuple[Node, Node, list[Slektskap]]:
    funnet: list[Slektskap] = []
    if a.er_rader and b.er_rader:
        a, b, funnet = _rett_rader(sti, a, b)
    nye_a, nye_b = dict(a.barn), dict(b.barn)
    for noekkel in a.barn.keys() & b.barn.keys():
        nye_a[noekkel], nye_b[noekkel], under = _rett((*sti, noekkel), a.barn[noekkel], b.barn[noekkel])
        funnet += under
    return dataclasses.replace(a, barn=nye_a), dataclasses.replace(b, barn=nye_b), funnet


def _rett_rader(sti: Sti, a: Node, b: Node) -> tuple[Node, Node, list[Slektskap]]:
    bare_a, bare_b = dict(a.barn), dict(b.barn)
    funnet: list[Slektskap] = []
    nytt_navn: dict[str, str] = {}
    for slag, fra, til in _slektene(sti, bare_a, bare_b):
        stier = [(*sti, en) for en in fra], [(*sti, en) for en in til]
        if slag in ("id-endret", "id-antatt"):
            nytt_navn[fra[0]] = til[0]
            funnet.append(Slektskap(slag, tuple(stier[0]), tuple(stier[1]), FRAVAER, FRAVAER))
            continue
        gamle = Node(None, a.ledd, {en: bare_a.pop(en) for en in fra})
        nye = Node(None, b.ledd, {en: bare_b.pop(en) for en in til})
        funnet.append(Slektskap(slag, tuple(stier[0]), tuple(stier[1]), gamle, nye))
    return (
        dataclasses.replace(a, barn={nytt_navn.get(en, en): rad for en, rad in bare_a.items()}),
        dataclasses.replace(b, barn=bare_b),
        funnet,
    )


#: The values of an entry by their places in it.
Verdier = Mapping[str, object]
Slektsrad = tuple[Slekt, tuple[str, ...], tuple[str, ...]]


def _slektene(sti: Sti, a: Mapping[str, Node], b: Mapping[str, Node]) -> Iterator[Slektsrad]:
    """The kinships of a list's entries: what is said, what is the same, what nearly is."""
    tatt_a: set[str] = set()
    tatt_b: set[str] = set()
    for rad in (*_sagt(a, b), *_like(sti, a, b)):
        _, fra, til = rad
        if not tatt_a & set(fra) and not tatt_b & set(til):
            tatt_a |= set(fra)
            tatt_b |= set(til)
            yield rad
    rest_a = {en: a[en] for en in a if en not in b and en not in tatt_a}
    rest_b = {en: b[en] for en in b if en not in a and en not in tatt_b}
    yield from _nesten_like(sti, rest_a, rest_b)


def _sagt(a: Mapping[str, Node], b: Mapping[str, Node]) -> Iterator[Slektsrad]:
    """What either side says of the other: the new of the old, or, seen backwards, the old of the new.

    What is said of an entry that both sides have was said of a change before this one.
    """
    par = {(fra, til) for til, rad in b.items() if til not in a for fra in _nevnt(rad, "erstatter")}
    par |= {(fra, til) for fra, rad in a.items() if fra not in b for til in _nevnt(rad, "erstatter")}
    par = {(fra, til) for fra, til in par if fra in a and til in b and fra not in b and til not in a}
    for en in a.keys() & b.keys():
        delt = [til for til in _nevnt(b[en], "delt_i") if til in b and til not in a]
        samlet = [fra for fra in _nevnt(a[en], "delt_i") if fra in a and fra not in b]
        par |= {(en, til) for til in (en, *delt) if delt} | {(fra, en) for fra in (en, *samlet) if samlet}
    for fra, til in _sammenhengende(par):
        if len(fra) == len(til) == 1:
            yield "id-endret", fra, til
        elif len(fra) == 1:
            yield "oppfoering-delt", fra, til
        else:
            yield ("oppfoering-slaatt-sammen" if len(til) == 1 else "oppfoering-uavklart"), fra, til


def _nevnt(rad: Node, hint: str) -> tuple[str, ...]:
    return tuple(f"[{id_}]" for id_ in rad.opphav.get(hint, ()))


def _sammenhengende(par: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pairs in groups that hang together."""
    rest = sorted(par)
    while rest:
        fra, til = {rest[0][0]}, {rest[0][1]}
        while any((x in fra) != (y in til) for x, y in rest):
            fra |= {x for x, y in rest if y in til}
            til |= {y for x, y in rest if x in fra}
        rest = [(x, y) for x, y in rest if x not in fra]
        yield tuple(sorted(fra)), tuple(sorted(til))


def _like(sti: Sti, a: Mapping[str, Node], b: Mapping[str, Node]) -> Iterator[Slektsrad]:
    """Entries on one side only that say exactly the same under another id."""
    gamle = _etter_innhold(sti, {en: rad for en, rad in a.items() if en not in b})
    nye = _etter_innhold(sti, {en: rad for en, rad in b.items() if en not in a})
    for innhold, fra in gamle.items():
        if til := nye.get(innhold):
            yield ("id-endret" if len(fra) == len(til) == 1 else "oppfoering-uavklart"), tuple(fra), tuple(til)


def _etter_innhold(sti: Sti, rader: Mapping[str, Node]) -> Mapping[frozenset[tuple[str, object]], list[str]]:
    ut: dict[frozenset[tuple[str, object]], list[str]] = {}
    for en, rad in rader.items():
        if _kan_kjennes(sti, rad):
            ut.setdefault(frozenset(blader(rad)), []).append(en)
    return ut


def _kan_kjennes(sti: Sti, rad: Node) -> bool:
    return any(rad.barn.get(noekkel, FRAVAER).form == "verdi" for noekkel in _KJENNETEGN.get(sti[-1], ()))


def _nesten_like(sti: Sti, a: Mapping[str, Node], b: Mapping[str, Node]) -> Iterator[Slektsrad]:
    """Entries that are each other's closest, are of the same, and have most of what they say in common."""
    gamle = {en: _verdier(rad) for en, rad in a.items() if _kan_kjennes(sti, rad)}
    nye = {en: _verdier(rad) for en, rad in b.items() if _kan_kjennes(sti, rad)}
    if len(gamle) * len(nye) > MANGE_PAR:
        return
    for fra, gammel in gamle.items():
        beste = _beste(sti, gammel, nye)
        if len(beste) == 1 and _beste(sti, nye[beste[0]], gamle) == [fra]:
            yield "id-antatt", (fra,), (beste[0],)


def _beste(sti: Sti, rad: Verdier, andre: Mapping[str, Verdier]) -> list[str]:
    likhet = {en: _likhet(sti, rad, annen) for en, annen in andre.items()}
    hoeyest = max(likhet.values(), default=0.0)
    return [en for en, tall in likhet.items() if tall == hoeyest and tall >= NESTEN_SAMME]


def _likhet(sti: Sti, a: Verdier, b: Verdier) -> float:
    """The share of values in common; 0 when they are of different, or have too few."""
    if any(a.get(noekkel) != b.get(noekkel) for noekkel in _KJENNETEGN[sti[-1]]):
        return 0.0
    felles = sum(b.get(navn) == verdi for navn, verdi in a.items())
    return felles / len(a.keys() | b.keys()) if felles >= MINST_FELLES else 0.0


def _verdier(node: Node) -> Verdier:
    return {navn: verdi for navn, verdi in blader(node) if "#" not in navn}
