"""The lines of an attendance against what the meeting's file says: what is there stays, what is new is put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.fremmoete.endringer import Line
from ehelse_cli.importer.fremmoete.rader import SECTIONS
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Append, Change, Put

_ORDER = (*SECTIONS, "forfall")
_COLUMN = {"fra": "fra_kl", "til": "til_kl", "digitalt": "form"}
_WHERE = {"medlemmer": "til stede", "forfall": "forfall"}


def merged(reading: Reading, moete: Moete, lines: Sequence[Line]) -> tuple[Change, ...]:
    """The changes to the meeting's file; a remark where it says something else."""
    if isinstance(moete.fremmoete, Fremmoete):
        return tuple(_added(reading, moete.fremmoete, lines))
    value: dict[str, Value] = {}
    for section in _ORDER:
        own = [line.value for line in lines if line.seksjon == section]
        value |= {section: own} if own else {}
    return (Put(("fremmoete",), value),) if value else ()


def _added(reading: Reading, there: Fremmoete, lines: Sequence[Line]) -> Iterator[Change]:
    person = reading.lookup.person
    known = [(section, one) for section in _ORDER for one in getattr(there, section)]
    for line in lines:
        same = [
            one for section, one in known if (section, person(one.navn), person(one.for_ or "")) == _of(reading, line)
        ]
        if same:
            _compare(reading, line, same)
            continue
        other = next((found for found in known if _same_seat(reading, line, *found)), None)
        if other is not None:
            _differs(reading, line, *other)
            continue
        yield Append(("fremmoete", line.seksjon), line.value)


def _of(reading: Reading, line: Line) -> tuple[str, str, str]:
    return line.seksjon, reading.lookup.person(line.navn), reading.lookup.person(line.for_ or "")


def _same_seat(reading: Reading, line: Line, section: str, one: Deltaker) -> bool:
    """Whether the file's line is about the same seat, or the same person somewhere else."""
    person = reading.lookup.person
    seated = {"medlemmer", "forfall"}
    if section in seated and line.seksjon in seated:
        return person(one.for_ or one.navn) == person(line.for_ or line.navn)
    return person(one.navn) == person(line.navn)


def _compare(reading: Reading, line: Line, same: Sequence[Deltaker]) -> None:
    """The hours that the sheet gives must be the file's, of one of the person's lines there."""
    said = {key: value for key, value in line.row.times.items() if line.seksjon != "forfall"}
    if not any(all(_written(one, key) == value for key, value in said.items()) for one in same):
        key = next(iter(said))
        reading.error(
            line.row.row,
            _COLUMN.get(key, key),
            f"arket sier {key} {said[key]} om {line.navn}, møtefilen sier {_written(same[0], key) or 'ikke det'}",
            "Rett den som er feil.",
        )


def _written(one: Deltaker, key: str) -> str | None:
    if key == "digitalt":
        return "ja" if one.digitalt else None
    if key in ("fom_sak", "tom_sak"):
        return one.fom_sak if key == "fom_sak" else one.tom_sak
    clock = one.fra if key == "fra" else one.til
    return clock.isoformat("minutes") if clock else None


def _differs(reading: Reading, line: Line, section: str, one: Deltaker) -> None:
    for_ = f" for {one.for_}" if one.for_ else ""
    there = f"{one.navn}{for_}: {_WHERE.get(section, section)}"
    said = f"{line.navn}{f' for {line.for_}' if line.for_ else ''}: {_WHERE.get(line.seksjon, line.seksjon)}"
    key = "moette" if "moette" in line.row.row.cells else "navn"
    reading.error(line.row.row, key, f"arket sier «{said}», møtefilen sier «{there}»", "Rett den som er feil.")
