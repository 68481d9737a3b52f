"""`ehelse medlem bytt`: a new person in a member's seat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import ask_if_nobody_said
from ehelse_cli.cli.editing import VACANT, Likevel, Plan, Proev, edit, only
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.register import Medlemskap
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Sett en ny person i setet til et medlem.

Den gamle raden blir stående, med siste dag hvis perioden ellers ville vart lenger. Den nye får samme gruppe \
og rolle, og samme virksomhet når ikke noe annet er sagt."""

EXAMPLE = """ehelse medlem bytt nehr "Ingvild Tofte" "Turid Vik" --fra 2027-01-01 --oppnevnt-av ks --proev"""

Gammel = Annotated[str, typer.Argument(metavar="GAMMEL", help="Den som går ut.")]
Ny = Annotated[str, typer.Argument(metavar="NY", help="Den som kommer inn.")]
Virksomhet = Annotated[
    str | None, typer.Option("--virksomhet", metavar="VIRKSOMHET", help="Hvor den nye er fra. Ellers som den gamle.")
]
Fra = Annotated[
    str | None, typer.Option("--fra", metavar="DATO", help="Første dag. Ellers dagen etter at den gamle går ut.")
]
OppnevntAv = Annotated[str | None, typer.Option("--oppnevnt-av", metavar="HVEM", help="Hvem som har oppnevnt.")]
Oppnevnt = Annotated[str | None, typer.Option("--oppnevnt", metavar="DATO", help="Når. Ellers dagen det vurderes per.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    gammel: Gammel,
    ny: Ny,
    virksomhet: Virksomhet = None,
    fra: Fra = None,
    oppnevnt_av: OppnevntAv = None,
    oppnevnt: Oppnevnt = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """End the one row, write the other below it, show the council after."""
    from ehelse_cli.cli.questions import an_actor

    oppnevnt_av = ask_if_nobody_said("Hvem har oppnevnt", oppnevnt_av, an_actor(ctx))
    said = {"navn": " ".join(ny.split()), "virksomhet": virksomhet, "av": oppnevnt_av, "dato": oppnevnt}
    return edit(ctx, lambda opened, desk: _plan(opened, desk, forum, gammel, fra, said), proev=proev, likevel=likevel)


def _plan(  # noqa: PLR0917 (what was said on the line)
    opened: Opened, desk: Desk, forum: str, gammel: str, fra: str | None, said: dict[str, str | None]
) -> Plan:
    from datetime import timedelta

    from ehelse_cli.cli.errors import UsageError
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day, the_member
    from ehelse_cli.load.edit.change import Append, Change, Put
    from ehelse_cli.oversikt.medlemsoversikt import medlemsoversikt

    eier = the_forum(opened, forum)
    rad = the_member(opened, eier, gammel)
    if (said["navn"] or "").casefold() == rad.medlem.navn.casefold() and not said["virksomhet"]:
        raise UsageError(
            f"«{rad.medlem.navn}» kan ikke ta over etter seg selv",
            f'Skal medlemmet sitte en periode til, er det `ehelse medlem forny {eier.id} "{rad.medlem.navn}"`.',
        )
    foerste = the_day("--fra", fra, (rad.siste_dag or opened.dag) + timedelta(days=1))
    siste = foerste - timedelta(days=1)
    changes: list[Change] = []
    if rad.siste_dag is None or rad.siste_dag > siste:
        changes.append(Put(("medlemmer", rad.nr, "fratraadt"), siste.isoformat()))
    oppnevnt = the_day("--oppnevnt", said["dato"], opened.dag).isoformat() if said["av"] else ""
    changes.append(Append(("medlemmer",), _row(rad, said, foerste.isoformat(), oppnevnt), rad.nr + 1))
    return Plan(
        desk.change(data_path(opened, eier.id), *changes),
        lambda after: (only(medlemsoversikt(after, after.forum[eier.id], foerste), "ledige", "krav"),),
        VACANT,
    )


def _row(rad: Medlemskap, said: dict[str, str | None], fra: str, oppnevnt: str) -> Value:
    """The new member's row; the group and the office go with the seat."""
    medlem = rad.medlem
    row: dict[str, Value] = {"navn": said["navn"] or ""}
    virksomhet = said["virksomhet"] or medlem.virksomhet
    row |= {"virksomhet": virksomhet} if virksomhet else {}
    row |= {"gruppe": medlem.gruppe} if medlem.gruppe else {}
    row |= {"rolle": medlem.rolle} if medlem.rolle != "medlem" else {}
    row |= {"oppnevnt": {"av": said["av"], "dato": oppnevnt}} if said["av"] else {}
    return {**row, "periode": fra}
