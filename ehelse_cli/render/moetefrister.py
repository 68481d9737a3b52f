"""The deadlines before a meeting: the mandate's and the secretariat's own, each by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct

from ehelse_cli.core.forum import Forum, Praksis
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Fristregel
from ehelse_cli.core.moete import Moete

#: In the order things are due.
REKKEFOELGE = ("innmelding", "innkalling", "saksliste", "saksdokumenter", "forfall")


class Moetefrist(Struct, frozen=True):
    """One deadline with the day it falls on.

    `kilde` is `mandat`, `praksis` (the secretariat's own) or the document a line of the mandate's head names.
    """

    hva: str
    dato: date
    frist: Frist
    kilde: str
    avvik: bool = False


def frister_foer(moete: Moete, forum: Forum, mandat: Mandat | None) -> tuple[Moetefrist, ...]:
    """Everything due before the meeting that can be reckoned, earliest first.

    The secretariat's own deadline is told only where the mandate has none on the same matter. A deadline that this
    meeting sets for itself (`frist_avvik`) has its own day. Nothing is due before a meeting that was cancelled, nor
    before a written treatment but what is said of those.
    """
    if moete.avlyst is not None:
        return ()
    regler = {regel.gjelder_hva: (frist, kilde) for regel, frist, kilde in _regler(mandat, moete)}
    if not moete.er_skriftlig:
        regler = {hva: (frist, "praksis") for hva, frist in _egne(forum.praksis)} | regler
    alle = {hva: frist for hva, (frist, _) in regler.items()}
    avvik = {rad.frist: rad.dato for rad in moete.frist_avvik}
    funnet = []
    for hva in REKKEFOELGE:
        if hva not in regler:
            continue
        frist, kilde = regler[hva]
        dato = avvik.get(hva) or _dag(frist, alle, moete)
        if dato is not None and dato <= moete.tid.dato:
            funnet.append(Moetefrist(hva, dato, frist, kilde, hva in avvik))
    return tuple(sorted(funnet, key=lambda rad: rad.dato))


def _regler(mandat: Mandat | None, moete: Moete) -> Iterator[tuple[Fristregel, Frist, str]]:
    """The mandate's rules for this type of meeting with their source; those for this type alone last, so they win."""
    if mandat is None or not isinstance(mandat.frister, tuple):
        return
    for gjelder in ("skriftlig",) if moete.er_skriftlig else (None, moete.type):
        for nr, regel in enumerate(mandat.frister):
            if regel.for_ == gjelder and isinstance(regel.frist, Frist):
                yield regel, regel.frist, mandat.ledd("frister", nr).kilde


def _egne(praksis: Praksis) -> Iterator[tuple[str, Frist]]:
    for hva in ("innkalling", "saksliste", "saksdokumenter"):
        frist = getattr(praksis, hva)
        if frist is not None:
            yield hva, frist


def _dag(frist: Frist, alle: Mapping[str, Frist], moete: Moete, dybde: int = 5) -> date | None:
    """The day of a deadline reckoned from the meeting, or from another deadline; None from anything else."""
    start = _punkt(frist, alle, moete, dybde)
    return None if start is None else frist.dagen(start)


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
