"""`ehelse medlem stedfortreder`: a registered substitute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før opp en stedfortreder for et medlem, en gruppe eller hele rådet.

Uten --til varer det så lenge medlemmets periode, når den er kjent."""

EXAMPLE = """ehelse medlem stedfortreder nehr "Turid Vik" --for "Berit Nyvik" --virksomhet bergen --proev"""

Navn = Annotated[str, typer.Argument(metavar="NAVN", help="Stedfortrederen.")]
For = Annotated[str, typer.Option("--for", metavar="HVEM", help="Medlemmet, gruppen (kommuner) eller raadet.")]
Virksomhet = Annotated[
    str | None, typer.Option("--virksomhet", metavar="VIRKSOMHET", help="Hvor stedfortrederen er fra.")
]
Fra = Annotated[str | None, typer.Option("--fra", metavar="DATO", help="Første dag. Ellers dagen det vurderes per.")]
Til = Annotated[str | None, typer.Option("--til", metavar="DATO", help="Siste dag.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    navn: Navn,
    for_: For,
    virksomhet: Virksomhet = None,
    fra: Fra = None,
    til: Til = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Find whom it is for, add the row."""
    return edit(
        ctx,
        lambda opened, desk: _plan(opened, desk, (forum, navn, for_), virksomhet, (fra, til)),
        proev=proev,
        likevel=likevel,
    )


def _plan(
    opened: Opened, desk: Desk, who: tuple[str, str, str], virksomhet: str | None, days: tuple[str | None, str | None]
) -> Plan:
    from datetime import date

    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day, the_member
    from ehelse_cli.core.mandat import grupper_i
    from ehelse_cli.load.edit.change import Append

    eier = the_forum(opened, who[0])
    mandat = opened.data.mandat_for(eier.id, opened.dag)
    felles = {"raadet", *(gruppe.id for gruppe in (grupper_i(mandat) if mandat else ()))}
    rad = None if who[2] in felles else the_member(opened, eier, who[2])
    fra = the_day("--fra", days[0], opened.dag)
    til = the_day("--til", days[1], (rad.siste_dag if rad else None) or date.max)
    row: dict[str, Value] = {"navn": " ".join(who[1].split())}
    row |= {"virksomhet": virksomhet} if virksomhet else {}
    row |= {"for": rad.medlem.navn if rad else who[2]}
    row |= {"periode": f"{fra}/{'..' if til == date.max else til}"}
    return Plan(desk.change(data_path(opened, eier.id), Append(("stedfortredere",), row)))
