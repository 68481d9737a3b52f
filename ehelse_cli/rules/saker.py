"""What the SAK and AAR rules share: cases by forum, papers that are sent out, and meetings still to come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import forloepere, med_arv
from ehelse_cli.rules.common import er_skriftlig

#: The types of case that end in a text the council agrees on.
VEDTAKSTYPER = frozenset({"tilslutning", "raad", "innstilling", "beslutning"})


@dataclass(frozen=True, slots=True)
class Papir:
    """A paper that was sent out: the case with what it inherits, its meeting, and the mandate of that day."""

    forum: str
    sak: Sak
    moete: Moete
    mandat: Mandat | None


@remembered
def papirer(data: Dataset) -> tuple[Papir, ...]:
    """Every case that stands on the agenda of a meeting that is called; with the first such meeting.

    A paper not sent yet may still lack anything. A wholly exempt case shows nothing here.
    """
    return tuple(_papirene(data))


def _papirene(data: Dataset) -> Iterator[Papir]:
    for sak in data.saker.values():
        moete = next((rad for rad, _ in data.behandlinger(sak.id) if er_innkalt(rad)), None)
        if moete is not None and not sak.er_unntatt:
            forum = data.forum_of(sak.id)
            yield Papir(forum, med_arv(data, sak), moete, data.mandat_for(forum, moete.tid.dato))


def er_innkalt(moete: Moete) -> bool:
    """Whether notice or papers are sent, and the meeting stands."""
    return moete.avlyst is None and (moete.innkalt is not None or moete.papirer_ute is not None)


def linjer(data: Dataset) -> Iterator[tuple[str, Moete, int, Sakspunkt]]:
    """Every agenda line of every meeting that was not cancelled, with its forum."""
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            if moete.avlyst is None:
                for nr, punkt in enumerate(moete.saksliste):
                    yield forum, moete, nr, punkt


def foerste_linje(data: Dataset, sak: Sak) -> tuple[str, int] | None:
    """The first agenda line of the case not in a cancelled meeting. What is wrong in the paper is told there."""
    return next(((moete.id, nr) for moete, nr in data.behandlinger(sak.id) if moete.avlyst is None), None)


def saken(data: Dataset, forum: str, punkt: Sakspunkt) -> Sak | None:
    """The paper a line stands for, where there is one."""
    id_ = data.sak_id(forum, punkt.sak) if punkt.sak else None
    return data.saker.get(id_) if id_ else None


def sakstyper(data: Dataset, forum: str, punkt: Sakspunkt) -> frozenset[str]:
    """The line's types: its own, its paper's, or those of the standing item."""
    sak = saken(data, forum, punkt)
    fast = data.forum[forum].faste_saker.get(punkt.fast or "")
    return frozenset(punkt.sakstype or (sak.sakstype if sak else ()) or (fast.sakstype if fast else ()))


def planlagte(data: Dataset, forum: str, dag: date) -> Iterator[Moete]:
    """The forum's meetings still to come, in order of day: not cancelled, and people will meet."""
    for moete in data.moeter_for(forum):
        if moete.tid.dato > dag and moete.avlyst is None and not er_skriftlig(moete):
            yield moete


@remembered
def etterfoelgere(data: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Each case → those that continue it."""
    videre: dict[str, tuple[str, ...]] = {}
    for sak in data.saker.values():
        for eldre in sak.fra_sak:
            videre[eldre] = (*videre.get(eldre, ()), sak.id)
    return videre


def arven_er_kjent(data: Dataset, sak: Sak) -> bool:
    """Whether all that the case takes over can be read: no older case is missing, broken or exempt."""
    kjeden = (sak, *forloepere(data, sak))
    eldre = [data.saker.get(id_) for ett in kjeden for id_ in ett.fra_sak]
    return all(ett is not None and not ett.er_unntatt for ett in eldre)
