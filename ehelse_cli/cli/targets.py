"""What the commands that change something are pointed at: a meeting, a case, a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ehelse_cli.cli.errors import UsageError, did_you_mean, nearest
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from datetime import date

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.forum import Forum
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.core.register import Medlemskap
    from ehelse_cli.core.sak import Sak


class NoSuchMemberError(EhelseError):
    """Nobody of that name sits in the council."""

    def __init__(self, name: str, near: tuple[str, ...], forum: str) -> None:
        part = "" if near or " " in name.strip() else " Skriv hele navnet; på kommandolinjen i hermetegn."
        super().__init__(
            f"«{name}» sitter ikke i {forum}{did_you_mean(near)}", f"`ehelse medlemmer {forum}` viser hvem.{part}"
        )


class NotATimeError(UsageError):
    """What is given as the time of a meeting is none."""

    def __init__(self, problem: ValueError) -> None:
        super().__init__(f"TID: {problem}", 'Dag og klokkeslett står sammen, i hermetegn: "2026-12-02 10:00-15:00".')


def the_day(option: str, given: str | None, otherwise: date) -> date:
    """The day an option says.

    Raises:
        UsageError: if it is no day.
    """
    return day_or_none(option, given) or otherwise


def day_or_none(option: str, given: str | None) -> date | None:
    """The day an option says, where it is given.

    Raises:
        UsageError: if it is no day.
    """
    from ehelse_cli.core.kalender import les_dato

    try:
        return les_dato(given) if given is not None else None
    except ValueError as problem:
        raise UsageError(f"{option}: {problem}") from None


def data_path(opened: Opened, id_: str) -> str:
    """The file that has the id, from the data folder."""
    return opened.data.files[id_].path.removeprefix("data/")


def the_meeting(opened: Opened, given: str) -> Moete:
    """The meeting that is meant.

    Raises:
        UnknownIdError, UnreadableError, WrongKindError: if there is none that can be read.
    """
    from ehelse_cli.cli.ids import WrongKindError, find_id

    found = find_id(opened.data, given)
    if found not in opened.data.moeter:
        raise WrongKindError(found, "et møte", tuple(opened.data.moeter))
    return opened.data.moeter[found]


def is_held(moete: Moete) -> bool:
    """Whether it is entered who came, or what became of a case. That some have said they cannot come is not enough."""
    from ehelse_cli.core.moete import Fremmoete

    there = moete.fremmoete.medlemmer if isinstance(moete.fremmoete, Fremmoete) else moete.fremmoete
    return bool(there) or any(punkt.utfall for punkt in moete.saksliste)


def the_case(opened: Opened, given: str, forum: str | None = None) -> Sak:
    """The case that is meant.

    Raises:
        UnknownIdError, UnreadableError, WrongKindError: if there is none that can be read.
    """
    from ehelse_cli.cli.ids import WrongKindError, find_id

    found = find_id(opened.data, given, forum)
    if found not in opened.data.saker:
        raise WrongKindError(found, "en sak", tuple(opened.data.saker))
    return opened.data.saker[found]


def the_member(opened: Opened, forum: Forum, name: str) -> Medlemskap:
    """The row of the one who sits there, or whose term was the last to end.

    Raises:
        NoSuchMemberError: if nobody of that name has a seat.
    """
    from ehelse_cli.core.register import medlemskap

    rows = medlemskap(opened.data, forum)
    own = [row for row in rows if row.medlem.navn.casefold() == " ".join(name.split()).casefold()]
    if not own:
        names = {row.medlem.navn.casefold(): row.medlem.navn for row in rows}
        near = tuple(names[one] for one in nearest(name, tuple(names), 3))
        raise NoSuchMemberError(name, near, forum.id)
    return max(own, key=lambda row: (row.sitter(opened.dag), row.fra))
