"""What the SAK and AAR rules share: cases by forum, papers that are sent out, and meetings still to come."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import forloepere, med_arv

#: The types of case that end in a text the council agrees on.
VEDTAKSTYPER = frozenset({"tilslutning", "raad", "innstilling", "beslutning"})


class Papir(Struct, frozen=True):
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


class Linje(Struct, frozen=True):
    """One line of an agenda with what stands behind it.

    `foerste`: the case is on an agenda for the first time, which is where mistakes in its paper are told. `typer` are
    the line's own types of case, else its paper's, else those of the standing item.
    """

    forum: str
    moete: Moete
    nr: int
    punkt: Sakspunkt
    mandat: Mandat | None
    sak: Sak | None
    foerste: bool
    typer: tuple[str, ...]

    @property
    def hva(self) -> str:
        """What people call it."""
        return f"sak {self.punkt.sak}" if self.punkt.sak else self.punkt.tittel or self.punkt.fast or ""

    @property
    def gir_vedtak(self) -> bool:
        """Whether the case is to end in a text the council agrees on."""
        return not VEDTAKSTYPER.isdisjoint(self.typer)


@remembered
def linjer(data: Dataset) -> tuple[Linje, ...]:
    """Every agenda line of every meeting that was not cancelled, by forum and day."""
    return tuple(_linjene(data))


def _linjene(data: Dataset) -> Iterator[Linje]:
    sett: set[str] = set()
    for forum, eier in data.forum.items():
        for moete in data.moeter_for(forum):
            mandat = data.mandat_for(forum, moete.tid.dato) if moete.avlyst is None else None
            for nr, punkt in enumerate(moete.saksliste if moete.avlyst is None else ()):
                sak = data.saker.get(data.sak_id(forum, punkt.sak) or "") if punkt.sak else None
                fast = eier.faste_saker.get(punkt.fast) if punkt.fast else None
                typer = punkt.sakstype or (sak.sakstype if sak else ()) or (fast.sakstype if fast else ())
                yield Linje(forum, moete, nr, punkt, mandat, sak, sak is not None and sak.id not in sett, typer)
                if sak is not None:
                    sett.add(sak.id)


def planlagte(data: Dataset, forum: str, dag: date) -> Iterator[Moete]:
    """The forum's meetings still to come, in order of day: not cancelled, and people will meet."""
    for moete in data.moeter_for(forum):
        if moete.tid.dato > dag and moete.avlyst is None and not moete.er_skriftlig:
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
