"""`ehelse importer medlemmer`: a list of members and substitutes from Excel or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import VACANT, Likevel, Plan, Proev, edit, only
from ehelse_cli.cli.importing import Ark, Fil, Mal, Ut
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.importer.medlemmer.rader import Defaults
    from ehelse_cli.importer.remark import Remarks
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før inn medlemmer og stedfortredere fra en liste i Excel eller CSV.

Nye rader føres opp, og det filen mangler om de andre, fylles ut. Det filen sier, blir ikke endret, og ingen tas bort: \
er listen og filen uenige, får du vite hvor. Er det én feil i listen, blir ingenting skrevet. Den samme listen én gang \
til endrer ingenting."""

EXAMPLE = """ehelse importer medlemmer nehr medlemmer.csv --proev
ehelse importer medlemmer nehr --mal"""

Fra = Annotated[str | None, typer.Option("--fra", metavar="DATO", help="Første dag for dem listen ikke sier det om.")]
OppnevntAv = Annotated[
    str | None, typer.Option("--oppnevnt-av", metavar="HVEM", help="Hvem som oppnevnte dem listen ikke sier det om.")
]
Oppnevnt = Annotated[str | None, typer.Option("--oppnevnt", metavar="DATO", help="Når, for de samme.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    fil: Fil = None,
    ark: Ark = None,
    fra: Fra = None,
    oppnevnt_av: OppnevntAv = None,
    oppnevnt: Oppnevnt = None,
    mal: Mal = False,
    ut: Ut = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Read the sheet, tell what is wrong with it, show the change, write."""
    if mal:
        return _show_list(ctx, forum, ut)
    from ehelse_cli.cli.importing import file_content, unless_the_same
    from ehelse_cli.cli.targets import day_or_none
    from ehelse_cli.importer.ark.columns import MEDLEMMER
    from ehelse_cli.importer.ark.opening import read_sheet
    from ehelse_cli.importer.medlemmer.rader import Defaults

    defaults = Defaults(day_or_none("--fra", fra), oppnevnt_av, day_or_none("--oppnevnt", oppnevnt))
    remarks = read_sheet(*file_content(fil, "ehelse importer medlemmer"), MEDLEMMER, ark)
    plan = unless_the_same(ctx, lambda opened, desk: _plan(ctx, opened, desk, forum, remarks, defaults))
    return edit(ctx, plan, proev=proev, likevel=likevel)


def _plan(  # noqa: PLR0917 (what the command was given)
    ctx: typer.Context, opened: Opened, desk: Desk, forum: str, remarks: Remarks, defaults: Defaults
) -> Plan:
    from ehelse_cli.cli.importing import remarked
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.importer.medlemmer.importen import importer_medlemmer
    from ehelse_cli.oversikt.medlemsoversikt import medlemsoversikt

    eier = the_forum(opened, forum)
    outcome = importer_medlemmer(opened.data, eier, remarks, _appointed(opened, defaults), opened.dag)
    remarked(ctx, outcome.remarks)
    return Plan(
        desk.change(data_path(opened, eier.id), *outcome.changes),
        lambda after: (only(medlemsoversikt(after, after.forum[eier.id], opened.dag), "ledige", "krav"),),
        VACANT,
    )


def _appointed(opened: Opened, defaults: Defaults) -> Defaults:
    """With the id of whoever is said to have appointed.

    Raises:
        UsageError: if nobody is called that.
    """
    from dataclasses import replace

    from ehelse_cli.cli.errors import UsageError
    from ehelse_cli.importer.lookup import Lookup

    if defaults.oppnevnt_av is None:
        return defaults
    found = Lookup(opened.data).appointer(defaults.oppnevnt_av)
    if found.id is None:
        raise UsageError(f"--oppnevnt-av: {found.why}", "Skriv id-en, organisasjonsnummeret eller navnet.")
    return replace(defaults, oppnevnt_av=found.id)


def _show_list(ctx: typer.Context, forum: str, ut: str | None) -> int:
    from ehelse_cli.cli.importing import show_list
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.shared import felles
    from ehelse_cli.importer.ark.columns import MEDLEMMER
    from ehelse_cli.importer.medlemmer.malen import filled, medlemmer_av

    opened = open_tree(felles(ctx))
    rows = tuple(medlemmer_av(opened.data, the_forum(opened, forum)))
    return show_list(ctx, filled(MEDLEMMER, rows), ut)
