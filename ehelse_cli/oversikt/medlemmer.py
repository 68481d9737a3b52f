"""Who sits in a council on a day, against its mandate: seats and vacancies, terms, who appoints whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i, verv_i
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap, Register, medlemmer_er_kjent, medlemskap
from ehelse_cli.rules.saker import planlagte

#: A term that ends within so many days is told.
VARSEL = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Sete:
    """One seat of a group: who holds it, or nobody."""

    gruppe: str
    rad: Medlemskap | None

    @property
    def er_ledig(self) -> bool:
        """Whether nobody holds it."""
        return self.rad is None


@dataclass(frozen=True, slots=True)
class Utloep:
    """A term that ends soon, and the first meeting without the member if nobody does anything."""

    rad: Medlemskap
    siste_dag: date
    foer: Moete | None


def setene(reg: Register) -> Iterator[Sete]:
    """Every seat in the mandate's order, those held and those that the mandate's numbers leave vacant."""
    kjent = medlemmer_er_kjent(reg.forum, reg.dag)
    ider = [id_ for id_, _ in grupper(reg.mandat)]
    for id_, antall in grupper(reg.mandat):
        holdt = reg.i_gruppe(id_)
        yield from (Sete(id_, rad) for rad in holdt)
        yield from (Sete(id_, None) for _ in range((antall or 0) - len(holdt) if kjent else 0))
    yield from (Sete(rad.gruppe or "", rad) for rad in reg.medlemmer if rad.gruppe not in ider)


def grupper(mandat: Mandat) -> Iterator[tuple[str, int | None]]:
    """The leader's own seat, and each group of seats, with how many at least; None where that is no plain number."""
    leder = verv_i(mandat)
    if leder is not None and leder.sete == "eget":
        yield LEDERSETET, 1
    for gruppe in grupper_i(mandat):
        antall = gruppe.antall
        yield gruppe.id, antall.minste() if isinstance(antall, Mengde) and not antall.relativ else None


def utloepene(data: Dataset, forum: Forum, dag: date, innen: timedelta = VARSEL) -> tuple[Utloep, ...]:
    """The terms that end within so long, with nobody registered to follow the same person; the first first."""
    alle = medlemskap(data, forum)
    funnet = []
    for rad in alle:
        slutt = rad.siste_dag
        if slutt is None or not dag <= slutt <= dag + innen or not rad.sitter(dag):
            continue
        if not any(en.medlem.navn == rad.medlem.navn and en.sitter(slutt + timedelta(days=1)) for en in alle):
            foerste = next((en for en in planlagte(data, forum.id, dag) if en.tid.dato > slutt), None)
            funnet.append(Utloep(rad, slutt, foerste))
    return tuple(sorted(funnet, key=lambda en: (en.siste_dag, en.rad.medlem.navn)))
