"""`ehelse moete saksliste`: the standing items on the agenda of a meeting that was made without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import BadValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.faste_saker import Fastlinje
    from ehelse_cli.core.forum import Forum
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.load.edit.change import Change
    from ehelse_cli.load.edit.edits import Desk

HELP = """Sett de faste sakene på sakslisten til et møte som er satt opp uten dem.

De står i den rekkefølgen forumet har dem, og det som er der fra før, blir stående. Faste saker som nummereres, får de \
neste numrene i året. Saker som kommer én gang i året eller i et kvartal, tas med når du nevner dem med --fast. \
Sakene fra køen settes på med `ehelse sak flytt`."""

EXAMPLE = """ehelse moete saksliste nehr-2027-m2 --proev
ehelse moete saksliste nuit-2027-m2 --proev
ehelse moete saksliste nehr-2027-m3 --fast moeteplan --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2027-m2.")]
Fast = Annotated[
    list[str] | None,
    typer.Option("--fast", metavar="FAST", help="Ta også med denne, slik forumet kaller den; kan gjentas."),
]


def run(ctx: typer.Context, moete: MoeteId, fast: Fast = None, proev: Proev = False, likevel: Likevel = None) -> int:
    """Put in what is missing, number it."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, fast or ()), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, given: str, ogsaa: Sequence[str]) -> Plan:
    from ehelse_cli.cli.targets import data_path, is_held, the_meeting
    from ehelse_cli.core.faste_saker import faste_linjer

    moete = the_meeting(opened, given)
    forum = opened.data.forum[opened.data.forum_of(moete.id)]
    if moete.avlyst is not None or is_held(moete):
        raise NothingToDoError(f"{moete.id} er {'avlyst' if moete.avlyst else 'holdt'}")
    if not forum.faste_saker:
        raise NothingToDoError(f"{forum.id} har ingen faste saker")
    _known(forum, ogsaa)
    linjer = faste_linjer(opened.data, forum, moete.tid.dato, moete.saksliste, ogsaa)
    if not linjer:
        raise NothingToDoError(f"de faste sakene står alt på sakslisten i {moete.id}")
    return Plan(desk.change(data_path(opened, moete.id), *_changes(moete, linjer)))


def _known(forum: Forum, ogsaa: Sequence[str]) -> None:
    """Refuse what the council has no item for.

    Raises:
        BadValueError: if it is none of the standing items.
    """
    for one in ogsaa:
        if one not in forum.faste_saker:
            raise BadValueError("--fast", one, tuple(forum.faste_saker))


def _changes(moete: Moete, linjer: Sequence[Fastlinje]) -> Iterator[Change]:
    """Each line in its place, from the first: what is put in before it has moved it there already."""
    from ehelse_cli.load.edit.change import Append, Put

    if not moete.saksliste:
        yield Put(("saksliste",), [dict(one.hode) for one in linjer])
        return
    length = len(moete.saksliste)
    for one in linjer:
        if one.ny:
            yield Append(("saksliste",), dict(one.hode), one.nr if one.nr < length else None)
            length += 1
        elif one.sak is not None:
            yield Put(("saksliste", one.nr, "sak"), one.sak)
