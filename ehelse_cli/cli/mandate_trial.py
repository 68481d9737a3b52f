"""What is tried on a plan: a mandate with a field changed, members away, another day in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ehelse_cli.cli.errors import UsageError, did_you_mean, nearest
from ehelse_cli.cli.opening import Opened
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem
from ehelse_cli.core.kalender import les_dato
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.core.place import Location

if TYPE_CHECKING:
    from ehelse_cli.diff.mandat import Mandatdiff
    from ehelse_cli.diff.samling import Samling
    from ehelse_cli.plan.plan import Plan, Planer


@dataclass(frozen=True, slots=True)
class Trial:
    """What was asked to be tried, as it was asked."""

    in_force: date | None
    months: int
    what_if: tuple[str, ...]
    absent: tuple[str, ...]


def planned(opened: Opened, sides: Samling, trial: Trial) -> Planer:
    """The plan for each two mandates that differ, with what is tried.

    Raises:
        EhelseError: if a field or a member is unknown, or there is no council to plan for.
    """
    from ehelse_cli.plan.plan import Planer, UtenForumError

    several = bool(sides.fra or sides.til)
    found, without = [], []
    for (old, new), compared in zip(sides.par, sides.differ, strict=True):
        try:
            found.append(_planned(opened, old, new, trial, None if trial.what_if else compared))
        except UtenForumError:
            if not several:
                raise
            without.append(new.id)
    alone = (*without, *(one.id for one in (*sides.nye, *sides.borte)))
    return Planer(tuple(found), sides.fra, sides.til, alone)


def _planned(opened: Opened, old: Mandat, new: Mandat, trial: Trial, compared: Mandatdiff | None) -> Plan:
    from ehelse_cli.plan.plan import Rammer, plan

    forum = opened.data.forum.get(new.forum)
    away = absent(opened.data, forum, trial.absent, opened.dag) if forum is not None else ()
    frames = Rammer(opened.dag, trial.in_force, trial.months, away, trial.what_if)
    return plan(opened.data, old, what_if(new, trial.what_if), frames, compared)


class NotAMandateError(UsageError):
    """The changed mandate cannot be read as one."""

    def __init__(self, field: str, why: str, help_: str = "") -> None:
        super().__init__(f"--hva-om {field}: {why}", help_ or "Verdien skrives som i mandatfilen.")


def day(option: str, given: str | None) -> date | None:
    """The day, if one was given.

    Raises:
        UsageError: if it is none.
    """
    try:
        return les_dato(given) if given is not None else None
    except ValueError as problem:
        raise UsageError(f"{option}: {problem}") from None


def what_if(mandat: Mandat, asked: Sequence[str]) -> Mandat:
    """The mandate with each `felt=verdi` set.

    Raises:
        UsageError: if one of them is no field and a value, or gives no mandate.
        StedError: if there is no such field.
    """
    from ehelse_cli.plan.hva_om import sett

    for one in asked:
        field, equals, value = one.partition("=")
        if not equals or not field.strip() or not value.strip():
            raise UsageError(f"--hva-om skal være felt=verdi, ikke «{one}»", "For eksempel funksjonstid.varer=4 aar.")
        mandat = _read(mandat, field, sett(mandat.hode, field.strip(), _value(field, value.strip())))
    return mandat


def _value(field: str, text: str) -> Any:
    """The value as a file would have given it."""
    from ehelse_cli.load.yaml_text import compose

    composed = compose(f"verdi: {text}\n")
    if composed.problems or not isinstance(composed.value, dict):
        raise NotAMandateError(field, composed.problems[0].message if composed.problems else "verdien kan ikke leses")
    return composed.value["verdi"]


def _read(mandat: Mandat, field: str, head: dict[str, Any]) -> Mandat:
    from pydantic import TypeAdapter

    from ehelse_cli.load.check import check

    facts = {**head, FIL_ID: mandat.id, FIL_TEKST: mandat.tekst, FIL_HODE: head}
    read, wrong = check(TypeAdapter(Mandat), Mandat, facts, lambda _path, _key: Location("--hva-om", 1, 1, 1, 1))
    if wrong or read is None:
        said = (wrong[0].message, wrong[0].help) if wrong else ("mandatet kan ikke leses", "")
        raise NotAMandateError(field, *said)
    return read


def absent(data: Dataset, forum: Forum, asked: Sequence[str], today: date) -> tuple[str, ...]:
    """The members meant, those who have left before today not among them: by name, organisation or group.

    Raises:
        UsageError: if one of them is nobody there.
    """
    members = [row for row in forum.medlemmer if row.har_sete and (row.fratraadt or today) >= today]
    return tuple(dict.fromkeys(name for one in asked for name in _meant(data, forum.id, members, one)))


def _meant(data: Dataset, forum: str, members: Sequence[Medlem], asked: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(row.navn for row in members))
    same = [name for name in names if name.casefold() == asked.casefold()]
    found = same or [
        row.navn
        for row in members
        if asked == row.gruppe or (row.virksomhet is not None and row.virksomhet in data.medlemmer_av_sett(asked))
    ]
    if not found:
        lawful = tuple(name.lower() for name in names)
        near = [names[lawful.index(one)] for one in nearest(asked, lawful)]
        raise UsageError(
            f"--fravaer: ingen i {forum} er «{asked}»{did_you_mean(tuple(near))}",
            "Skriv navnet på et medlem, en virksomhet eller en gruppe i mandatet.",
        )
    return tuple(found)
