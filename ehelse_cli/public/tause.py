"""What rests on more than everybody may know: of that a public paper tells no verdict, rather than a wrong one.

The mandate may count properties of persons, leave of absence, or somebody who was there for an exempt case alone. Those
stay inside. Judged without them, a council with a fastlege would be told to have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sammensetning import sammensetning
from ehelse_cli.render.deltakere import borte_i_saken, deltakere, dyktighet
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.navn import Navn

_RAMME = Ramme("nb", eksempel=False, utkast=False)


def tause(alt: Dataset, aapent: Dataset, dag: date) -> frozenset[str]:
    """The ids of the councils and the meetings of which all the files say another thing than the open ones."""
    return frozenset((*_forum(alt, aapent, dag), *_moeter(alt, aapent)))


def _forum(alt: Dataset, aapent: Dataset, dag: date) -> Iterator[str]:
    for id_, forum in aapent.forum.items():
        if _sammensatt(alt, alt.forum[id_], dag) != _sammensatt(aapent, forum, dag):
            yield id_


def _sammensatt(data: Dataset, forum: Forum, dag: date) -> object:
    return sammensetning(data, forum, dag).verdict


def _moeter(alt: Dataset, aapent: Dataset) -> Iterator[str]:
    """Those with published minutes, since no others say who was there."""
    for id_, moete in aapent.moeter.items():
        if moete.referat is not None and _om_fremmoetet(alt, alt.moeter[id_]) != _om_fremmoetet(aapent, moete):
            yield id_


def _om_fremmoetet(data: Dataset, moete: Moete) -> object:
    """What minutes work out of the attendance: the quorum, who is not mentioned, who was away for which case."""
    navn = Navn(data, data.forum[data.forum_of(moete.id)], moete.tid.dato)
    borte = tuple(borte_i_saken(moete, nr, navn, _RAMME) for nr in range(len(moete.saksliste)))
    return dyktighet(moete, navn, _RAMME), deltakere(moete, navn, _RAMME).ikke_nevnt, borte
