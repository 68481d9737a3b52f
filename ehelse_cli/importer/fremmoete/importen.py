"""A list of who came to a meeting on its way into the meeting's file."""

from __future__ import annotations

from collections.abc import Sequence

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Severity
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import medlemmer_er_kjent, register
from ehelse_cli.importer.ark.columns import FREMMOETE
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.ark.table import read_table
from ehelse_cli.importer.fremmoete.endringer import Fremmoeteendring, Line
from ehelse_cli.importer.fremmoete.fletting import merged
from ehelse_cli.importer.fremmoete.rader import attendance_rows
from ehelse_cli.importer.fremmoete.seter import Seats
from ehelse_cli.importer.lookup import Lookup, some
from ehelse_cli.importer.medlemmer.importen import Outcome
from ehelse_cli.importer.remark import Remarks, errors


def importer_fremmoete(data: Dataset, moete: Moete, remarks: Remarks, empty_means: str | None) -> Outcome:
    """The changes to the meeting's file; they hold only as long as no remark is an error."""
    forum, dag = data.forum[data.forum_of(moete.id)], moete.tid.dato
    reading = Reading(remarks, read_table(remarks, FREMMOETE), Lookup(data), forum, dag)
    if moete.avlyst:
        remarks.whole(Severity.FEIL, f"{moete.id} er avlyst {moete.avlyst}", "Ingen møtte da. Er det et annet møte?")
    known = register(data, forum, dag) if medlemmer_er_kjent(forum, dag) else None
    seats = Seats(reading, moete, known)
    lines = Fremmoeteendring(seats).lines(tuple(attendance_rows(reading, empty_means)))
    changes = merged(reading, moete, lines)
    if lines and not errors(remarks.made):
        _tell_of_the_rest(seats, lines)
    return Outcome(changes, remarks.in_order)


def _tell_of_the_rest(seats: Seats, lines: Sequence[Line]) -> None:
    """The members that the sheet says nothing of: of them nobody knows."""
    person = seats.person
    named = {person(line.for_ or line.navn) for line in lines if line.seksjon in ("medlemmer", "forfall")}
    missing = [one.medlem.navn for one in seats.held if person(one.medlem.navn) not in named]
    if missing:
        seats.reading.remarks.whole(
            Severity.ADVARSEL, f"arket sier ikke om {some(missing)} møtte", "Før dem opp; ellers er det ikke kjent."
        )
