"""The sheet of anything that has an id."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.report.sheet import Sheet
from ehelse_cli.report.vis_forum import vis_forum
from ehelse_cli.report.vis_mandat import vis_mandat
from ehelse_cli.report.vis_moete import vis_moete
from ehelse_cli.report.vis_sak import vis_sak
from ehelse_cli.report.vis_virksomhet import vis_virksomhet


class ForumUnreadableError(EhelseError):
    """The meeting's council cannot be read, or has no file: then nobody knows what its numbers and items mean."""

    def __init__(self, id_: str, forum: str) -> None:
        super().__init__(
            f"«{id_}» kan ikke vises, for forumet «{forum}» lar seg ikke lese.",
            "Kjør «ehelse valider» for å se hva som er galt.",
        )


def vis(data: Dataset, id_: str, dag: date) -> Sheet:
    """The sheet of what has the id.

    Raises:
        KeyError: if nothing has it.
        ForumUnreadableError: if it is a meeting of a council that cannot be read.
    """
    if id_ in data.forum:
        return vis_forum(data, data.forum[id_], dag)
    if id_ in data.mandater:
        return vis_mandat(data, data.mandater[id_], dag)
    if id_ in data.moeter:
        if data.forum_of(id_) not in data.forum:
            raise ForumUnreadableError(id_, data.forum_of(id_))
        return vis_moete(data, data.moeter[id_], dag)
    if id_ in data.saker:
        return vis_sak(data, data.saker[id_], dag)
    return vis_virksomhet(data, id_, dag)
