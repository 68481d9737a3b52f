"""What a paper is made from: the files, what it is of, the frame around it, the day, and the bytes of attachments."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.moete import Moete
from ehelse_cli.render.felles import Ramme, forumet
from ehelse_cli.render.navn import Navn


def _ingen(_: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class Bestilling:
    """One paper that somebody wants. `les_vedlegg` gives the bytes of `data/saker/…/fil`, or None.

    `egne_maler` are the data tree's own templates, by their path below the data folder. `tause` are the ids of the
    councils and meetings whose verdicts rest on more than is in `data`: of them no verdict is told.
    """

    data: Dataset
    id: str
    ramme: Ramme
    dag: date
    les_vedlegg: Callable[[str], bytes | None] = _ingen
    egne_maler: Mapping[str, str] = field(default_factory=dict)
    tause: frozenset[str] = frozenset()

    @property
    def forum(self) -> Forum:
        """The council whose paper it is.

        Raises:
            BrokenError: something of it cannot be read.
            MissingForumError: it has no file.
        """
        return forumet(self.data, self.id)

    @property
    def moete(self) -> Moete:
        """The meeting, where the paper is of one."""
        return self.data.moeter[self.id]

    @property
    def taus(self) -> bool:
        """Whether the paper is to tell no verdict."""
        return self.id in self.tause

    def navn(self, dag: date) -> Navn:
        """Names as of the day, asked for by the council."""
        return Navn(self.data, self.forum, dag, self.ramme.maalform)

    def del_av(self, id_: str) -> Bestilling:
        """The same for a part of this paper."""
        return dataclasses.replace(self, id=id_, ramme=dataclasses.replace(self.ramme, del_=True))
