"""The two heads with entries that belong together under one id, and the way back to the ids and places they had.

The comparison renames and moves the old head's entries before it looks for differences (diff/opphav.py), so that a
group with a new id is one group. Here that is a change like any other: made, or left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ehelse_cli.diff.hodetre import FRAVAER, Node, Sti, les_hode
from ehelse_cli.diff.opphav import rett_inn


@dataclass(frozen=True, slots=True)
class Flytting:
    """An entry under another id, or in another list: the name its change goes by, and the two places."""

    navn: str
    fra: Sti
    til: Sti


@dataclass(frozen=True, slots=True)
class Samkjoert:
    """Both heads as they are compared, with nothing left out."""

    gammel: Node
    ny: Node
    flyttinger: tuple[Flytting, ...]

    def tilbake(self, node: Node, valgte: Collection[str]) -> Node:
        """A head between the two, where entries whose move is not among the changes are where they were."""
        for en in sorted(self.flyttinger, key=lambda en: len(en.til), reverse=True):
            flyttet = node.under(en.til)
            if en.navn not in valgte and flyttet is not None:
                node = _sett(_sett(node, en.til, FRAVAER), en.fra, flyttet)
        return node


def samkjoer(gammelt: Mapping[str, Any], nytt: Mapping[str, Any]) -> Samkjoert:
    """The heads as the comparison has them. What it tells as one change, such as a group split in two, is put back."""
    innrettet = rett_inn(les_hode(gammelt), les_hode(nytt))
    gammel, ny, flyttinger = innrettet.gammel, innrettet.ny, []
    for en in innrettet.slektskap:
        if en.gammel.barn:
            gammel = _med_rader(gammel, en.fra[0][:-1], en.gammel.barn)
            ny = _med_rader(ny, en.til[0][:-1], en.ny.barn)
        else:
            flyttinger += [Flytting(navn, en.fra[0], en.til[0]) for navn in en.dekker]
    return Samkjoert(gammel, ny, tuple(flyttinger))


def _med_rader(node: Node, sti: Sti, rader: Mapping[str, Node]) -> Node:
    for navn, rad in rader.items():
        node = _sett(node, (*sti, navn), rad)
    return node


def _sett(node: Node, sti: Sti, ny: Node) -> Node:
    """The tree with the rule at the place; what then says nothing is left out."""
    foerste, *resten = sti
    under = _sett(node.barn.get(foerste, FRAVAER), tuple(resten), ny) if resten else ny
    barn = {**node.barn, foerste: under}
    return replace(node, barn={steg: rad for steg, rad in barn.items() if rad.verdi is not None or rad.barn})
