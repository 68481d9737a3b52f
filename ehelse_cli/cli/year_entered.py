"""What is entered of a year's calendar: the day it was published, and the meeting that treated it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehelse_cli.cli.editing import NothingToDoError, Plan, edit, only
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.aarshjul import Aarshjul
    from ehelse_cli.load.edit.edits import Desk

#: That it came too late, has happened: it is entered, and found.
_LATE = ("AAR701",)


class NoCalendarError(EhelseError):
    """There is no calendar to enter anything in."""

    def __init__(self, aar: int) -> None:
        super().__init__(f"det finnes ikke noe årshjul for {aar}", f"Lag det først: `ehelse ny aarshjul {aar}`.")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of the year's calendar."""

    aar: int
    publisert: str | None
    behandlet: str | None


def enter(ctx: typer.Context, said: Said, *, proev: bool, likevel: str | None) -> int:
    """Write it, show the year's meetings, which everybody may know of from that day."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, said), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, said: Said) -> Plan:
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.oversikt.aarshjul import aarsoversikt

    kalender = _calendar(opened, said.aar)
    changes = [Put((key,), value) for key, value in _new(opened, kalender, said)]
    return Plan(
        desk.change(data_path(opened, kalender.id), *changes),
        lambda after: (only(aarsoversikt(after, said.aar, opened.dag), "forum"),),
        _LATE,
    )


def _calendar(opened: Opened, aar: int) -> Aarshjul:
    from ehelse_cli.cli.ids import find_id

    id_ = f"aarshjul-{aar}"
    if id_ in opened.data.broken:
        find_id(opened.data, id_)  # says that it cannot be read
    if id_ not in opened.data.aarshjul:
        raise NoCalendarError(aar)
    return opened.data.aarshjul[id_]


def _new(opened: Opened, kalender: Aarshjul, said: Said) -> Iterator[tuple[str, str]]:
    """The keys that are to be written.

    Raises:
        NothingToDoError: if one of them is there already.
    """
    from ehelse_cli.cli.targets import the_day, the_meeting

    if said.behandlet is not None:
        _see_that_it_is_new(kalender, "behandlet", kalender.behandlet)
        yield "behandlet", the_meeting(opened, said.behandlet).id
    if said.publisert is not None:
        _see_that_it_is_new(kalender, "publisert", kalender.publisert)
        yield "publisert", the_day("--publisert", said.publisert, opened.dag).isoformat()


def _see_that_it_is_new(kalender: Aarshjul, key: str, known: object) -> None:
    if known is not None:
        raise NothingToDoError(f"«{key}» er alt ført i {kalender.id}: {known}")
