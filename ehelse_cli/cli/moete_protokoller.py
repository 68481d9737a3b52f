"""`ehelse moete protokoller`: what happened to the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import ask_if_nobody_said
from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før at utkastet til referat er sendt, og at referatet er godkjent eller publisert.

Referatet lages med `ehelse lag referat`. Hva møtet kom til i sakene, føres med `ehelse sak behandle`."""

EXAMPLE = """ehelse moete protokoller nuit-2026-m4 --publisert 2026-12-01 --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2026-m4.")]
Utkast = Annotated[str | None, typer.Option("--utkast-sendt", metavar="DATO", help="Dagen utkastet ble sendt.")]
Godkjent = Annotated[str | None, typer.Option("--godkjent", metavar="DATO", help="Dagen det ble godkjent utenom møte.")]
Publisert = Annotated[str | None, typer.Option("--publisert", metavar="DATO", help="Dagen det ble publisert.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    utkast_sendt: Utkast = None,
    godkjent: Godkjent = None,
    publisert: Publisert = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Write the days."""
    said = {"utkast_sendt": utkast_sendt, "godkjent": godkjent, "publisert": publisert}
    if not any(said.values()):
        said = {key: ask_if_nobody_said(question, None, _a_day) for key, question in _QUESTIONS.items()}
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, said), proev=proev, likevel=likevel)


_QUESTIONS = {
    "utkast_sendt": "Hvilken dag ble utkastet sendt",
    "godkjent": "Hvilken dag ble det godkjent utenom møte",
    "publisert": "Hvilken dag ble det publisert",
}


def _a_day(answer: str) -> str:
    from datetime import date

    from ehelse_cli.cli.targets import the_day

    return the_day("dagen", answer, date.min).isoformat()


def _plan(opened: Opened, desk: Desk, given: str, said: Mapping[str, str | None]) -> Plan:
    from ehelse_cli.cli.targets import data_path, the_day, the_meeting
    from ehelse_cli.load.edit.change import Change, Put

    moete = the_meeting(opened, given)
    days = {key: the_day(f"--{key.replace('_', '-')}", day, opened.dag).isoformat() for key, day in said.items() if day}
    if not days:
        raise UsageError("det er ikke sagt hva som skal føres", "For eksempel --utkast-sendt 2026-12-09.")
    known = [key for key in days if moete.referat is not None and getattr(moete.referat, key) is not None]
    if known:
        raise NothingToDoError(f"«{known[0]}» er alt ført i {moete.id}")
    changes: list[Change] = [Put(("referat", key), day) for key, day in days.items()]
    if moete.referat is None:
        changes = [Put(("referat",), dict(days))]
    return Plan(desk.change(data_path(opened, moete.id), *changes), tells=("MOT",))
