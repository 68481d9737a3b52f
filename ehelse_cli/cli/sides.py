"""Which two mandates are to be compared: ids, forums, files, or what lies nearest."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ehelse_cli.cli.errors import did_you_mean, nearest
from ehelse_cli.cli.ids import UnknownIdError, UnreadableError, find_id
from ehelse_cli.cli.mandate_file import read_mandate
from ehelse_cli.cli.mandate_tree import load_mandates, tree_of
from ehelse_cli.cli.opening import Opened
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.load.tree import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Sides:
    """The older mandate, or the one that counts, and the one it is held against."""

    old: Mandat
    new: Mandat
    old_from: str = ""
    new_from: str = ""
    """The revision or the file each was read from, where that is not the tree."""


class NoSidesError(EhelseError):
    """Nothing was said of what to compare."""

    def __init__(self, data: Dataset) -> None:
        forums = sorted({mandat.forum for mandat in data.mandater.values()})
        known = f"Disse har mandat: {', '.join(forums)}." if forums else "Ingen har mandat ennå."
        super().__init__(
            "si hva som skal sammenlignes", f"Skriv for eksempel nehs nehr, eller nuit@2025-01-01. {known}"
        )


class NoMandateError(EhelseError):
    """There is no such mandate to compare: nothing was compared."""

    exit_code = 3

    def __init__(self, what: str) -> None:
        super().__init__(f"ingenting er sammenlignet: {what}", "`ehelse vis FORUM` viser hvilket mandat som gjelder.")


class WrongSideError(EhelseError):
    """The id is of something else."""

    def __init__(self, id_: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(
            f"«{id_}» er verken et mandat eller et forum{did_you_mean(near)}", "Skriv for eksempel nuit@2025-01-01."
        )


class SideUnreadableError(EhelseError):
    """A side that was not read whole is never compared: «ingen endringer» must be earned."""

    def __init__(self, problem: UnreadableError) -> None:
        super().__init__(f"ingenting er sammenlignet: {problem.message}", problem.help)


class TwoPipesError(EhelseError):
    """Standard input can be read once only."""

    def __init__(self) -> None:
        super().__init__("bare den ene siden kan leses fra stdin (-)", "Skriv en fil eller en id for den andre.")


def find_sides(opened: Opened, given: Sequence[str]) -> Sides:
    """The two sides: as given, or the one given against the revision before it (a draft: the one in force).

    Raises:
        NoSidesError: if nothing was given.
        NoMandateError: if a forum has no mandate, or a revision none before it.
        EhelseError: if a side is unknown or cannot be read.
    """
    if not given:
        raise NoSidesError(opened.data)
    try:
        if given.count("-") > 1:
            raise TwoPipesError
        found = [_side(opened, one) for one in given]
        places = [_place(opened, one) for one in given]
        if len(found) == 2:
            return Sides(found[0], found[1], places[0], places[1])
        return Sides(before(opened, found[0]), found[0], "", places[0])
    except UnreadableError as problem:
        raise SideUnreadableError(problem) from None


def _place(opened: Opened, given: str) -> str:
    """Where a side is read from, as people say it; empty for the tree."""
    if given == "-":
        return "stdin"
    if given.endswith(".md") and (":" not in given or Path(given).exists()):
        return given
    revision, colon, _ = given.partition(":")
    return tree_of(opened.root, revision).name if colon and given not in opened.data.ider else ""


def _side(opened: Opened, given: str) -> Mandat:
    if given == "-":
        return _piped()
    if given.endswith(".md") and (":" not in given or Path(given).exists()):
        return read_mandate(Path(given))
    if (elsewhere := _in_revision(opened, given)) is not None:
        return elsewhere
    id_ = mandate_or_forum(opened.data, given)
    return opened.data.mandater[id_] if id_ in opened.data.mandater else _of_forum(opened, id_)


def mandate_or_forum(data: Dataset, given: str) -> str:
    """The id that is meant, where no more than the mandates is read: a meeting is as unknown as what is not there.

    Raises:
        WrongSideError: if it is neither a mandate nor a forum.
        UnreadableError: if it cannot be read.
    """
    try:
        id_ = find_id(data, given)
    except UnknownIdError:
        raise WrongSideError(given, nearest(given, (*data.forum, *data.mandater), 3)) from None
    if id_ not in data.mandater and id_ not in data.forum:
        raise WrongSideError(id_)
    return id_


def _piped() -> Mandat:
    """The mandate on standard input."""
    from ehelse_cli.cli.mandate_file import mandate_in

    return mandate_in(Path("-"), sys.stdin.buffer.read(MAX_BYTES + 1))


def _in_revision(opened: Opened, given: str) -> Mandat | None:
    """`main:nuit`: what the words after the colon mean in that revision; None when no colon is in them."""
    revision, colon, what = given.partition(":")
    if not colon or given in opened.data.ider:
        return None
    if not revision or not what:
        raise WrongSideError(given)
    there = load_mandates(tree_of(opened.root, revision))
    return _side(replace(opened, loaded=there), what)


def _of_forum(opened: Opened, forum: str) -> Mandat:
    """The mandate in force on the day; of a council that is no more, its last."""
    _need_all(opened.data, forum)
    adopted = _adopted(opened.data, forum)
    in_force = opened.data.mandat_for(forum, opened.dag)
    if in_force is None and not adopted:
        raise NoMandateError(f"{forum} har ikke noe vedtatt mandat")
    return in_force or adopted[-1]


def before(opened: Opened, mandat: Mandat) -> Mandat:
    """What the mandate came instead of: its forum's revision before, or the last of the forum it replaced.

    Raises:
        NoMandateError: if there is none.
        UnreadableError: if one of the forum's cannot be read.
    """
    data = opened.data
    _need_all(data, mandat.forum)
    earlier = [one for one in _adopted(data, mandat.forum) if one.id != mandat.id and _is_before(one, mandat)]
    if earlier:
        in_force = data.mandat_for(mandat.forum, opened.dag) if mandat.er_utkast else None
        return in_force or earlier[-1]
    forum = data.forum.get(mandat.forum)
    replaced = _adopted(data, forum.erstatter) if forum and forum.erstatter else ()
    if not replaced:
        raise NoMandateError(f"det finnes ikke noe mandat før {mandat.id}")
    return replaced[-1]


def _is_before(one: Mandat, other: Mandat) -> bool:
    return one.fra is not None and (other.fra is None or one.fra < other.fra)


def _adopted(data: Dataset, forum: str) -> tuple[Mandat, ...]:
    return tuple(one for one in data.mandater_for(forum) if not one.er_utkast)


def _need_all(data: Dataset, forum: str) -> None:
    """A revision that cannot be read must not be skipped in silence: it may be the one that is meant."""
    for id_ in sorted(data.broken):
        if id_.startswith(f"{forum}@"):
            raise UnreadableError(id_, data.files[id_].path)
