"""`ehelse ny moete`: a meeting with its standing items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.overview import ForumId
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag et møte med neste nummer, og med de faste sakene på sakslisten.

Faste saker som nummereres, får de neste numrene i året."""

EXAMPLE = """ehelse ny moete nehr "2027-12-15 10:00-15:00" --form hybrid --sted Oslo --proev
ehelse ny moete nuit 2027-11-23 --proev"""

_TYPES = ("ordinaert", "ekstraordinaert", "skriftlig")
_FORMS = ("fysisk", "digitalt", "hybrid")

Tid = Annotated[
    list[str], typer.Argument(metavar="TID", help='2027-03-03, eller "2027-03-03 10:00-15:00"; én for hver dag.')
]
Type = Annotated[
    str, typer.Option("--type", metavar="|".join(_TYPES), help="Ellers: ordinaert.", callback=one_of("--type", *_TYPES))
]
Form = Annotated[
    str | None, typer.Option("--form", metavar="|".join(_FORMS), help="Hvordan.", callback=one_of("--form", *_FORMS))
]
Sted = Annotated[str | None, typer.Option("--sted", metavar="TEKST", help="Hvor.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    tid: Tid,
    type_: Type = "ordinaert",
    form: Form = None,
    sted: Sted = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Number it, write it, show the deadlines before it."""
    said = {"type": type_ if type_ != "ordinaert" else "", "form": form or "", "sted": sted or ""}
    return edit(ctx, lambda opened, desk: _plan(opened, desk, forum, tid, said), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, forum: str, tid: Sequence[str], said: dict[str, str]) -> Plan:
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.core.faste_saker import faste_linjer
    from ehelse_cli.core.neste import neste_moetenummer
    from ehelse_cli.load.edit.new import markdown_text
    from ehelse_cli.oversikt.flytting import fristoversikt_for

    eier = the_forum(opened, forum)
    dagen = _first_day(tid)
    head: dict[str, Value] = {"tid": tid[0] if len(tid) == 1 else list(tid)}
    head |= {key: value for key, value in said.items() if value}
    faste = faste_linjer(opened.data, eier, dagen) if said["type"] != "skriftlig" else ()
    head["saksliste"] = [dict(one.hode) for one in faste]
    nummer = neste_moetenummer(opened.data, eier.id, dagen.year)
    text = markdown_text({key: value for key, value in head.items() if value}, "")
    id_ = f"{eier.id}-{dagen.year}-m{nummer}"
    return Plan(
        desk.create(f"moeter/{eier.id}/{dagen.year}-m{nummer}.md", text),
        lambda after: (fristoversikt_for(after, id_, opened.dag),),
    )


def _first_day(tid: Sequence[str]) -> date:
    """The day deadlines and the number's year are reckoned by.

    Raises:
        UsageError: if one of the times is none.
    """
    from ehelse_cli.cli.targets import NotATimeError
    from ehelse_cli.core.moete import les_moetedag

    try:
        return min(les_moetedag(part.strip()).dato for one in tid for part in one.split("/", 1))
    except ValueError as problem:
        raise NotATimeError(problem) from None
