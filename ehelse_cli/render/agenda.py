"""The lines of an agenda in days and blocks, each with its clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ehelse_cli.core.moete import Moete, Moetedag
from ehelse_cli.render import tid
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.klokke import Klokkeslett, Linje, regn_ut
from ehelse_cli.render.navn import Navn
from ehelse_cli.render.sakspunkt import Agendalinje, Agendapunkt, agendalinjer


@dataclass(frozen=True, slots=True)
class Bolk:
    """A run of items, with the heading over it if it has one."""

    overskrift: str | None
    punkter: tuple[Agendapunkt, ...]


@dataclass(frozen=True, slots=True)
class Dag:
    """One day of the meeting; a heading only where there are several."""

    overskrift: str | None
    bolker: tuple[Bolk, ...]


def dager(moete: Moete, navn: Navn, ramme: Ramme) -> tuple[Dag, ...]:
    """The whole agenda, day by day; of a written treatment there are no days."""
    grupper = _delt(agendalinjer(moete, navn, ramme))
    flere = not moete.er_skriftlig and (len(grupper) > 1 or len(moete.tid.dager) > 1)
    return tuple(_dag(_moetedag(moete, nr), nr, linjer, ramme, med_overskrift=flere) for nr, linjer in grupper)


def _delt(linjer: Iterable[Agendalinje]) -> list[tuple[int, list[Agendalinje]]]:
    """The lines day by day. What stands before the first `dag:` belongs to the first day."""
    grupper: list[tuple[int, list[Agendalinje]]] = [(1, [])]
    for linje in linjer:
        dag = linje.punkt.dag
        if dag is not None and dag != grupper[-1][0]:
            grupper.append((dag, []))
        grupper[-1][1].append(linje)
    return [gruppe for gruppe in grupper if gruppe[1]]


def _moetedag(moete: Moete, nr: int) -> Moetedag | None:
    """The day of the meeting; a written one has none, and neither has a day that the time does not hold."""
    dager = () if moete.tid.skriftlig else moete.tid.dager
    return dager[nr - 1] if 0 < nr <= len(dager) else None


def _dag(dag: Moetedag | None, nr: int, linjer: Sequence[Agendalinje], ramme: Ramme, *, med_overskrift: bool) -> Dag:
    overskrift = f"{ramme.ord.dag} {nr}"
    if dag is not None:
        overskrift = f"{overskrift} – {tid.moetedag(dag, ramme.maalform)}"
    tider = regn_ut(dag.fra if dag else None, [Linje(linje.minutter, linje.punkt.kl) for linje in linjer])
    return Dag(overskrift if med_overskrift else None, tuple(_bolker(linjer, tider)))


def _bolker(linjer: Sequence[Agendalinje], tider: Sequence[Klokkeslett]) -> Iterator[Bolk]:
    overskrift: str | None = None
    punkter: list[Agendapunkt] = []
    for linje, klokkeslett in zip(linjer, tider, strict=True):
        if linje.punkt.bolk:
            if overskrift or punkter:
                yield Bolk(overskrift, tuple(punkter))
            overskrift, punkter = linje.punkt.bolk, []
        if linje.innhold is not None:
            punkter.append(_med_klokke(linje.innhold, klokkeslett))
    if overskrift or punkter:
        yield Bolk(overskrift, tuple(punkter))


def _med_klokke(punkt: Agendapunkt, klokkeslett: Klokkeslett) -> Agendapunkt:
    if klokkeslett.fra is None or punkt.unntatt is not None:
        return punkt
    return replace(punkt, tid=tid.klokke(klokkeslett.fra, klokkeslett.til))
