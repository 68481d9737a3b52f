"""A list of members held against the council's file: what is new in it, and where the two disagree.

A row that is there is only filled out where it says nothing; what it says is never changed, since another organisation
or role is a new row (format), and another end of a term is a decision with a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ehelse_cli.core.finding import Severity
from ehelse_cli.core.register import medlemskap
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.lookup import some
from ehelse_cli.importer.medlemmer.kjente import kjente_rader
from ehelse_cli.importer.medlemmer.nye import NyeRader
from ehelse_cli.importer.medlemmer.rader import Medlemsrad
from ehelse_cli.importer.remark import Remarks
from ehelse_cli.load.edit.change import Append, Change


def medlemsendringer(reading: Reading, rows: Sequence[Medlemsrad]) -> tuple[Change, ...]:
    """Keys that get a value first, by the numbers the rows have; then the new rows, the last place first."""
    known = kjente_rader(reading)
    fresh = NyeRader(reading, known.rows)
    filled: list[Change] = []
    new: list[tuple[int, Medlemsrad]] = []
    for row in _once(reading, rows):
        there = known.row_of(row)
        if there is not None:
            filled += known.filled(row, there)
        elif fresh.is_whole(row):
            new.append((fresh.place(row), row))
    last = len(reading.forum.medlemmer)
    # Of two that come to the same place the last is put in first, so that they stand as in the sheet.
    placed = [one for _, one in sorted(enumerate(new), key=lambda one: (one[1][0], one[0]), reverse=True)]
    between = (Append(("medlemmer",), fresh.value(row), place) for place, row in placed if place < last)
    below = (Append(("medlemmer",), fresh.value(row)) for place, row in new if place == last)
    return (*filled, *between, *below)


def _once(reading: Reading, rows: Sequence[Medlemsrad]) -> Iterator[Medlemsrad]:
    """The rows, but a person who begins twice on one day only the first time."""
    seen: dict[tuple[str, date | None], Medlemsrad] = {}
    for row in rows:
        first = seen.setdefault((reading.lookup.person(row.navn), row.fra), row)
        if first is row:
            yield row
        else:
            reading.error(row.row, "navn", f"{row.navn} står også i rad {first.row.number}", "Ta bort den ene.")


def not_in_sheet(reading: Reading, rows: Sequence[Medlemsrad], remarks: Remarks) -> None:
    """Those who sit by the file and are not in the sheet: told, and left as they are."""
    named = {reading.lookup.person(row.navn) for row in rows}
    seats = [one for one in medlemskap(reading.data, reading.forum) if one.sitter(reading.dag)]
    missing = [one.medlem.navn for one in seats if reading.lookup.person(one.medlem.navn) not in named]
    if missing:
        remarks.whole(
            Severity.MERKNAD,
            f"{len(missing)} som sitter i {reading.forum.id}, står ikke i arket: {some(missing)}",
            "De blir stående. Den som har gått ut, føres med `ehelse medlem avslutt`.",
        )
