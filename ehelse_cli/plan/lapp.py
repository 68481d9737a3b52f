"""Some of the changes put onto the old head: none of them gives the old, all of them the new, and any subset between.

A change names every leaf it accounts for (`Endring.dekker`), and no leaf belongs to two. A block of the head that keeps
all of its own is taken as it stands, and so is one that gets all that is new; only a block in between is written anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from ehelse_cli.core.mandat import Ledd
from ehelse_cli.diff.hodetre import FRAVAER, LEDD, Node, Sti, blader, skriv
from ehelse_cli.plan.hodeskriver import med_ledd, skriv_node
from ehelse_cli.plan.slekt import Samkjoert, samkjoer

Hode = Mapping[str, Any]


@dataclass(frozen=True)
class Lapper:
    """The two heads, read once, and every head between them."""

    gammelt: Hode
    nytt: Hode

    @cached_property
    def _hoder(self) -> Samkjoert:
        return samkjoer(self.gammelt, self.nytt)

    @cached_property
    def _ulike(self) -> Mapping[str, tuple[str, ...]]:
        """The leaves that differ, by block. What a leaf rests on goes with the leaf unless both sides have it."""
        fra, til = dict(blader(self._hoder.gammel)), dict(blader(self._hoder.ny))
        ulike: dict[str, list[str]] = {}
        for navn in dict.fromkeys((*fra, *til)):
            if fra.get(navn) != til.get(navn) and ("#" not in navn or (navn in fra and navn in til)):
                ulike.setdefault(blokken(navn), []).append(navn)
        for en in self._hoder.flyttinger:
            for blokk in dict.fromkeys((en.fra[0], en.til[0])):
                ulike.setdefault(blokk, []).append(en.navn)
        return {blokk: tuple(navnene) for blokk, navnene in ulike.items()}

    def med(self, valgte: Collection[str]) -> Hode:
        """The old head with these leaves (by the names in `Endring.dekker`) as the new one has them."""
        alle = [navn in valgte for navnene in self._ulike.values() for navn in navnene]
        if not any(alle):
            return self.gammelt
        if all(alle):
            return self.alle
        blokker = dict.fromkeys((*self.nytt, *self.gammelt))
        return dict(self._blokker([blokk for blokk in blokker if blokk not in LEDD], valgte))

    @cached_property
    def alle(self) -> Hode:
        """The new head. A block that does not differ is the old head's own: so it is one object in all of them."""
        like = {blokk: raa for blokk, raa in self.gammelt.items() if blokk in self.nytt and blokk not in self._ulike}
        return {**self.nytt, **{blokk: raa for blokk, raa in like.items() if blokk not in LEDD}}

    def _blokker(self, blokker: Collection[str], valgte: Collection[str]) -> Iterator[tuple[str, Any]]:
        """What stands outside the blocks is said inside each: the two heads may say it differently."""
        flettet = self._flettet(valgte)
        for blokk in blokker:
            tatt = [navn in valgte for navn in self._ulike.get(blokk, ())]
            if any(tatt) and not all(tatt):
                node = flettet.barn.get(blokk, FRAVAER)
                if node != FRAVAER:
                    yield blokk, skriv_node(node, blokk, Ledd())
            else:
                hode = self.nytt if all(tatt) and tatt else self.gammelt
                # A block that does not differ may still be in one of the heads only: a mere remark.
                kilde = hode if blokk in hode or tatt else self.nytt
                if blokk in kilde:
                    yield blokk, med_ledd(kilde[blokk], Ledd(), _med_eget(kilde[blokk], _ytterst(kilde)))

    def _flettet(self, valgte: Collection[str]) -> Node:
        """The heads as one, block by block."""
        gammel, ny = self._hoder.gammel, self._hoder.ny
        blokker = {
            blokk: _flett((blokk,), gammel, ny, valgte)
            for blokk in dict.fromkeys((*ny.barn, *gammel.barn))
            if blokk in self._ulike
        }
        return self._hoder.tilbake(Node(None, barn=blokker), valgte)


def blokken(navn: str) -> str:
    """The block of the head that a leaf stands in."""
    return navn.partition("#")[0].partition(".")[0].partition("[")[0]


def _ytterst(hode: Hode) -> Ledd:
    return Ledd(**{del_: verdi for del_ in LEDD if isinstance(verdi := hode.get(del_), str)})


def _med_eget(raa: Any, ytre: Ledd) -> Ledd:
    """What the block itself says goes before what stands outside it."""
    if not isinstance(raa, Mapping):
        return ytre
    return replace(ytre, **{del_: verdi for del_ in LEDD if isinstance(verdi := raa.get(del_), str)})


def _flett(sti: Sti, fra: Node, til: Node, valgte: Collection[str]) -> Node:
    """The rule at the place with the chosen leaves from the new side."""
    steg = sti[-1]
    gammel, ny = fra.barn.get(steg, FRAVAER), til.barn.get(steg, FRAVAER)
    navn = skriv(sti)
    kilde = ny if navn in valgte else gammel
    barn = {noekkel: _flett((*sti, noekkel), gammel, ny, valgte) for noekkel in dict.fromkeys((*ny.barn, *gammel.barn))}
    return Node(
        kilde.verdi,
        _ledd(navn, kilde, gammel, ny, valgte) if kilde.form == "verdi" else kilde.ledd,
        {noekkel: node for noekkel, node in barn.items() if node.verdi is not None or node.barn},
    )


def _ledd(navn: str, kilde: Node, gammel: Node, ny: Node, valgte: Collection[str]) -> Ledd:
    """What the value rests on: where both sides have it as a rule, each part as the changes chosen say."""
    if not gammel.form == ny.form == "verdi":
        return kilde.ledd
    return Ledd(**{del_: getattr((ny if f"{navn}#{del_}" in valgte else gammel).ledd, del_) for del_ in LEDD})
