"""The sheet of anything that has an id."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.report.sheet import Sheet
from ehelse_cli.report.vis_forum import vis_forum
from ehelse_cli.report.vis_mandat import vis_mandat
from ehelse_cli.report.vis_moete import vis_moete
from ehelse_cli.report.vis_sak import vis_sak
from ehelse_cli.report.vis_virksomhet import vis_virksomhet


def vis(data: Dataset, id_: str, dag: date) -> Sheet:
    """The sheet of what has the id.

    Raises:
        KeyError: if nothing has it.
    """
    if id_ in data.forum:
        return vis_forum(data, data.forum[id_], dag)
    if id_ in data.mandater:
        return vis_mandat(data, data.mandater[id_], dag)
    if id_ in data.moeter:
        return vis_moete(data, data.moeter[id_], dag)
    if id_ in data.saker:
        return vis_sak(data, data.saker[id_], dag)
    return vis_virksomhet(data, id_, dag)
