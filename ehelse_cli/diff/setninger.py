"""The redline sentence by sentence: the smallest piece of prose that a rule is said in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ehelse_cli.diff.prosa import Bit, Blokkdiff

_SLUTT = re.compile(r"[.!?][»\"')*_]*$")


@dataclass(frozen=True, slots=True)
class Setning:
    """A sentence that differs, as each side has it; empty where a side lacks it."""

    gammel: str
    ny: str

    @property
    def borte(self) -> str:
        """The words that only the old one has."""
        return _bare(self.gammel, self.ny)

    @property
    def kom(self) -> str:
        """The words that only the new one has."""
        return _bare(self.ny, self.gammel)


def _bare(en: str, annen: str) -> str:
    rest = _ord(annen)
    ut = []
    for ord_, bart in zip(en.split(), _ord(en), strict=True):
        if bart in rest:
            rest.remove(bart)
        else:
            ut.append(ord_)
    return " ".join(ut)


def _ord(tekst: str) -> list[str]:
    return [ord_.strip(".,;:!?«»\"'()*_").lower() for ord_ in tekst.split()]


def setninger(blokk: Blokkdiff) -> tuple[Setning, ...]:
    """The sentences of the block that differ, in order."""
    gammel: list[str] = []
    ny: list[str] = []
    ut: list[Setning] = []

    def lukk() -> None:
        if gammel != ny:
            ut.append(Setning(" ".join(gammel), " ".join(ny)))
        gammel.clear()
        ny.clear()

    tom: list[str] = []
    for borte, kom, lik in _grupper(blokk.bit):
        for en, annen in zip_longest(_delt(borte), _delt(kom), fillvalue=tom):
            gammel += en
            ny += annen
            if _er_slutt(en) or _er_slutt(annen):
                lukk()
        for ord_ in lik:
            gammel.append(ord_)
            ny.append(ord_)
            if _SLUTT.search(ord_):
                lukk()
    lukk()
    return tuple(ut)


def _grupper(bit: Sequence[Bit]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """What is gone, what came, and what follows in common: the three belong together."""
    borte: list[str] = []
    kom: list[str] = []
    for del_ in bit:
        if del_.slag == "lik":
            yield borte, kom, del_.tekst.split()
            borte, kom = [], []
        elif del_.slag == "borte":
            borte = del_.tekst.split()
        else:
            kom = del_.tekst.split()
    yield borte, kom, []


def _delt(ordene: Sequence[str]) -> Iterator[list[str]]:
    """The words sentence by sentence."""
    del_: list[str] = []
    for ord_ in ordene:
        del_.append(ord_)
        if _SLUTT.search(ord_):
            yield del_
            del_ = []
    if del_:
        yield del_


def _er_slutt(ordene: Sequence[str]) -> bool:
    return bool(ordene) and _SLUTT.search(ordene[-1]) is not None
