"""`ehelse sak trekk`: a case that will not be treated after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.shared import Forum

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Trekk en sak fra sakslisten. Linjen blir stående, med grunnen, og nummeret brukes ikke om igjen."""

EXAMPLE = """ehelse sak trekk nehr-2027-2 --begrunnelse "Saken er løst" --proev"""

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-2027-2.")]
Begrunnelse = Annotated[str, typer.Option("--begrunnelse", metavar="TEKST", help="Hvorfor.")]
Fra = Annotated[
    str | None, typer.Option("--moete", metavar="MØTE", help="Møtet den trekkes fra. Ellers det siste den står på.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    sak: SakId,
    begrunnelse: Begrunnelse,
    moete: Fra = None,
    forum: Forum = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Find the line, write that it was withdrawn."""
    hvorfor = " ".join(begrunnelse.split())
    return edit(
        ctx, lambda opened, desk: _plan(opened, desk, (sak, forum, moete), hvorfor), proev=proev, likevel=likevel
    )


def _plan(opened: Opened, desk: Desk, which: tuple[str, str | None, str | None], begrunnelse: str) -> Plan:
    from ehelse_cli.cli.sak_behandle import the_line
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.load.edit.change import Put

    moete, nr = the_line(opened, *which)
    line = ("saksliste", nr)
    changes = (Put((*line, "utfall"), "trukket"), Put((*line, "begrunnelse"), begrunnelse))
    return Plan(desk.change(data_path(opened, moete.id), *changes))
