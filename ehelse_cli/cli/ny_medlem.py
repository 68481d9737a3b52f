"""`ehelse ny medlem`: a member in a seat that is vacant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import ask_if_nobody_said, on_terminal
from ehelse_cli.cli.editing import VACANT, Likevel, Plan, Proev, edit, only
from ehelse_cli.cli.errors import BadValueError
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før opp et nytt medlem, og vis hva som da er ledig.

Skal den nye ta over etter noen, er `ehelse medlem bytt` kortere."""

EXAMPLE = """ehelse ny medlem programstyrer "Turid Vik" --virksomhet ks --fra 2027-01-01 --proev"""

Navn = Annotated[str, typer.Argument(metavar="NAVN", help="Medlemmets navn, i hermetegn.")]
Virksomhet = Annotated[str | None, typer.Option("--virksomhet", metavar="VIRKSOMHET", help="Hvor medlemmet er fra.")]
Gruppe = Annotated[str | None, typer.Option("--gruppe", metavar="GRUPPE", help="Gruppen i mandatet (kommuner).")]
Rolle = Annotated[str | None, typer.Option("--rolle", metavar="ROLLE", help="leder, nestleder, observatoer …")]
Fra = Annotated[str | None, typer.Option("--fra", metavar="DATO", help="Første dag. Ellers dagen det vurderes per.")]
OppnevntAv = Annotated[str | None, typer.Option("--oppnevnt-av", metavar="HVEM", help="Hvem som har oppnevnt.")]
Oppnevnt = Annotated[str | None, typer.Option("--oppnevnt", metavar="DATO", help="Når. Ellers dagen det vurderes per.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    navn: Navn,
    virksomhet: Virksomhet = None,
    gruppe: Gruppe = None,
    rolle: Rolle = None,
    fra: Fra = None,
    oppnevnt_av: OppnevntAv = None,
    oppnevnt: Oppnevnt = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Ask for where the member sits, write the row, show the council after."""
    from ehelse_cli.cli.questions import an_actor

    virksomhet = ask_if_nobody_said("Virksomhet", virksomhet, an_actor(ctx))
    gruppe = _group(ctx, forum, gruppe)
    oppnevnt_av = ask_if_nobody_said("Hvem har oppnevnt", oppnevnt_av, an_actor(ctx))
    said = {"virksomhet": virksomhet, "gruppe": gruppe, "rolle": rolle}
    return edit(
        ctx,
        lambda opened, desk: _plan(opened, desk, forum, navn, said, (fra, oppnevnt_av, oppnevnt)),
        proev=proev,
        likevel=likevel,
    )


def _group(ctx: typer.Context, forum: str, given: str | None) -> str | None:
    """What was said, or the answer: the mandate's groups, where it has any."""
    from ehelse_cli.cli.questions import seen
    from ehelse_cli.core.mandat import grupper_i

    opened = seen(ctx) if given is None and on_terminal() else None
    mandat = opened.data.mandat_for(forum, opened.dag) if opened else None
    groups = tuple(group.id for group in grupper_i(mandat)) if mandat else ()

    def known(answer: str) -> str:
        if answer not in groups:
            raise BadValueError("gruppen", answer, groups)
        return answer

    return ask_if_nobody_said(f"Gruppe: {', '.join(groups)}", given, known) if groups else given


def _plan(  # noqa: PLR0917 (what was said on the line)
    opened: Opened,
    desk: Desk,
    forum: str,
    navn: str,
    said: dict[str, str | None],
    appointed: tuple[str | None, str | None, str | None],
) -> Plan:
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day
    from ehelse_cli.load.edit.change import Append
    from ehelse_cli.oversikt.medlemsoversikt import medlemsoversikt

    eier = the_forum(opened, forum)
    foerste = the_day("--fra", appointed[0], opened.dag)
    row: dict[str, Value] = {"navn": " ".join(navn.split()), **{key: value for key, value in said.items() if value}}
    if appointed[1]:
        row["oppnevnt"] = {"av": appointed[1], "dato": the_day("--oppnevnt", appointed[2], opened.dag).isoformat()}
    row["periode"] = foerste.isoformat()
    return Plan(
        desk.change(data_path(opened, eier.id), Append(("medlemmer",), row)),
        lambda after: (only(medlemsoversikt(after, after.forum[eier.id], foerste), "ledige", "krav"),),
        VACANT,
    )
