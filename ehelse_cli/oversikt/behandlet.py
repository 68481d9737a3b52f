"""Every case that has been up in a council, by the first time: what the reports on cases count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import IKKE_BEHANDLET, Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.saksgang import med_arv


@dataclass(frozen=True, slots=True)
class Behandlet:
    """A case with what it takes over, and the meeting that treated it first."""

    forum: str
    sak: Sak
    moete: Moete

    @property
    def dato(self) -> date:
        """The first day of that meeting."""
        return self.moete.tid.dato


def behandlede_saker(data: Dataset, dag: date, aar: int | None = None) -> Iterator[Behandlet]:
    """The cases with a paper treated by the day; with a year, those treated for the first time in it."""
    for sak in data.saker.values():
        moete = _foerste(data, sak, dag)
        if moete is not None and aar in (None, moete.tid.dato.year):
            yield Behandlet(data.forum_of(sak.id), _aapent(med_arv(data, sak)), moete)


#: What a wholly exempt case must not tell: neither its subject nor where it stands.
_LUKKET = {"hovedprosess": None, "fase": None, "mandatpunkt": (), "konsekvens_kommuner": None, "oppfoelging": ()}


def _aapent(sak: Sak) -> Sak:
    return sak.model_copy(update=_LUKKET) if sak.er_unntatt else sak


def _foerste(data: Dataset, sak: Sak, dag: date) -> Moete | None:
    for moete, nr in data.behandlinger(sak.id):
        ute = moete.avlyst is not None or moete.tid.siste_dag > dag
        if not ute and moete.saksliste[nr].utfall not in IKKE_BEHANDLET:
            return moete
    return None
