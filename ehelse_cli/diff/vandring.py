"""One walk through two heads: where they differ, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.diff.hodetre import FRAVAER, Form, Node, Sti, blader
from ehelse_cli.diff.ordliste import OM_REVISJONEN


@dataclass(frozen=True, slots=True)
class Par:
    """The same place on both sides. A key left out is «not known» in a mandate that is not read whole."""

    sti: Sti
    fra: Node
    til: Node
    form_fra: Form
    form_til: Form

    @property
    def samlet(self) -> bool:
        """Whether the answers are of different forms, so that all below belongs to one difference.

        Where one side is merely without the mapping, each key in it is a difference of its own; an entry never splits.
        """
        if self.fra.form == self.til.form:
            return False
        return {self.form_fra, self.form_til} != {"fravaer", "tabell"} or self.sti[-1].startswith("[")

    @property
    def om_revisjonen(self) -> bool:
        """Whether this is about which revision it is, and no rule."""
        return er_om_revisjonen(self.sti)

    @property
    def dekker(self) -> tuple[str, ...]:
        """Every leaf here and below that differs; what a leaf rests on only where both sides have it as a rule."""
        fra, til = dict(blader(self.fra, self.sti)), dict(blader(self.til, self.sti))
        felles = frozenset() if self.om_revisjonen else fra.keys() & til.keys()
        return tuple(
            navn
            for navn in dict.fromkeys((*fra, *til))
            if fra.get(navn) != til.get(navn) and ("#" not in navn or navn in felles)
        )


def gaa(gammelt: Node, nytt: Node) -> Iterator[Par]:
    """Every place the two heads must be compared at: once each, outermost first, never below one taken as a whole."""
    ulest = not _er_lest(gammelt), not _er_lest(nytt)
    return _gaa((), gammelt, nytt, ulest)


def _gaa(sti: Sti, fra: Node, til: Node, ulest: tuple[bool, bool]) -> Iterator[Par]:
    if sti:
        par = Par(sti, fra, til, _form(sti, fra, ulest=ulest[0]), _form(sti, til, ulest=ulest[1]))
        yield par
        if par.samlet:
            return
    for noekkel in dict.fromkeys((*fra.barn, *til.barn)):
        yield from _gaa((*sti, noekkel), fra.barn.get(noekkel, FRAVAER), til.barn.get(noekkel, FRAVAER), ulest)


def _form(sti: Sti, node: Node, *, ulest: bool) -> Form:
    """What the side answers. A list that is there is whole: only a key left out may be one nobody has read."""
    if node.form == "fravaer" and ulest and not er_om_revisjonen(sti) and not sti[-1].startswith("["):
        return "ukjent"
    return node.form


def _er_lest(hode: Node) -> bool:
    """Whether somebody has read the mandate whole: none of its required blocks is unknown."""
    return all(hode.barn.get(blokk, FRAVAER).form != "ukjent" for blokk in PAAKREVDE_BLOKKER)


def er_om_revisjonen(sti: Sti) -> bool:
    """Whether the place says which revision this is."""
    return sti[0] in OM_REVISJONEN
