"""The deadlines before a meeting: the mandate's and the secretariat's own, each by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ehelse_cli.core.forum import Forum, Praksis
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Fristregel
from ehelse_cli.core.moete import Moete

#: In the order things are due.
REKKEFOELGE = ("innmelding", "innkalling", "saksliste", "saksdokumenter", "forfall")


@dataclass(frozen=True, slots=True)
class Moetefrist:
    """One deadline with the day it falls on. `fra_mandatet` False is the secretariat's own."""

    hva: str
    dato: date
    frist: Frist
    fra_mandatet: bool
    avvik: bool = False


def frister_foer(moete: Moete, forum: Forum, mandat: Mandat | None) -> tuple[Moetefrist, ...]:
    """Everything due before the meeting that can be reckoned, earliest first.

    The secretariat's own deadline is told only where the mandate has none on the same matter. A deadline that this
    meeting sets for itself (`frist_avvik`) has its own day.
    """
    mandatets = {regel.gjelder_hva: regel.frist for regel in _regler(mandat, moete) if isinstance(regel.frist, Frist)}
    egne = dict(_egne(forum.praksis))
    avvik = {rad.frist: rad.dato for rad in moete.frist_avvik}
    funnet = []
    for hva in REKKEFOELGE:
        frist = mandatets.get(hva) or egne.get(hva)
        dato = avvik.get(hva) or (_dag(frist, egne | mandatets, moete) if frist else None)
        if frist is not None and dato is not None and dato <= moete.tid.dato:
            funnet.append(Moetefrist(hva, dato, frist, hva in mandatets, hva in avvik))
    return tuple(sorted(funnet, key=lambda rad: rad.dato))


def _regler(mandat: Mandat | None, moete: Moete) -> Iterator[Fristregel]:
    """The mandate's rules for this type of meeting; those for this type alone last, so that they win."""
    regler = mandat.frister if mandat is not None and isinstance(mandat.frister, tuple) else ()
    yield from (regel for regel in regler if regel.for_ is None)
    yield from (regel for regel in regler if regel.for_ == moete.type)


def _egne(praksis: Praksis) -> Iterator[tuple[str, Frist]]:
    for hva in ("innkalling", "saksliste", "saksdokumenter"):
        frist = getattr(praksis, hva)
        if frist is not None:
            yield hva, frist


def _dag(frist: Frist, alle: Mapping[str, Frist], moete: Moete, dybde: int = 5) -> date | None:
    """The day of a deadline reckoned from the meeting, or from another deadline; None from anything else."""
    start = _punkt(frist, alle, moete, dybde)
    if start is None:
        return None
    dag = frist.beregn(start)
    return dag.date() if isinstance(dag, datetime) else dag


def _punkt(frist: Frist, alle: Mapping[str, Frist], moete: Moete, dybde: int) -> date | None:
    """The point the deadline is reckoned from. Deadlines that go in a circle have none."""
    punkt = getattr(frist, "punkt", "moetet")
    if punkt == "moetet":
        foerste = moete.tid.dager[0]
        return datetime.combine(foerste.dato, foerste.fra) if foerste.fra else foerste.dato
    if punkt in (avvik := {rad.frist: rad.dato for rad in moete.frist_avvik}):
        return avvik[punkt]
    annen = alle.get(punkt)
    return _dag(annen, alle, moete, dybde - 1) if annen and dybde else None
