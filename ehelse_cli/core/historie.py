"""What git remembers of the files, as facts: earlier versions, read as those of today. No rule reads git itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from msgspec import Struct

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak


class Utgave(Struct, frozen=True):
    """A file as one commit left it. `nr` is the commit's place in history, oldest first.

    `objekt` is what it said; None for an attachment, and for what could not be read. `tekst` is as it stood, and empty
    where it was not read.
    """

    sti: str
    commit: str
    dag: date
    nr: int
    objekt: Mandat | Moete | Sak | None = None
    tekst: str = ""


class Mangel(Struct, frozen=True):
    """Why not all of history is known, and the way out."""

    hvorfor: str
    hjelp: str


Utgaver = Mapping[str, tuple[Utgave, ...]]


class Historie(Protocol):
    """What git can tell of files, by path from the folder that holds `data/`; a folder stands for all in it."""

    @property
    def mangel(self) -> Mangel | None:
        """What keeps some of history from being known, as in a shallow clone; None when all of it is here."""

    def landet(self, stier: Iterable[str]) -> Utgaver:
        """Each file's versions along the branch that others start from, oldest first: what a merge brought is one."""

    def noensinne(self, stier: Iterable[str]) -> Utgaver:
        """Each file's versions in any commit that led here, oldest first."""
