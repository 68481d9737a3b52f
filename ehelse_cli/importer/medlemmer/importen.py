"""A list of members on its way into a council's file: from the sheet's rows to changes, with all there is to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.importer.ark.columns import MEDLEMMER
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.ark.table import read_table
from ehelse_cli.importer.lookup import Lookup
from ehelse_cli.importer.medlemmer.endringer import medlemsendringer, not_in_sheet
from ehelse_cli.importer.medlemmer.rader import Defaults, medlemsrader
from ehelse_cli.importer.medlemmer.stedfortredere import Stedfortredere
from ehelse_cli.importer.remark import Remark, Remarks, errors
from ehelse_cli.load.edit.change import Change


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be changed in the file, in order, and what is to be said first."""

    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]


def importer_medlemmer(data: Dataset, forum: Forum, remarks: Remarks, defaults: Defaults, dag: date) -> Outcome:
    """The changes to the council's file; they hold only as long as no remark is an error."""
    reading = Reading(remarks, read_table(remarks, MEDLEMMER), Lookup(data), forum, dag)
    rows = tuple(medlemsrader(reading, defaults))
    people = [row for row in rows if not row.is_substitute]
    changes = medlemsendringer(reading, people)
    changes += Stedfortredere(reading, people).changes([row for row in rows if row.is_substitute])
    if people and not errors(remarks.made):
        not_in_sheet(reading, people, remarks)
    return Outcome(changes, remarks.in_order)
