"""`ehelse importer fremmoete`: who came, from a list in Excel or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.importing import Ark, Fil, Mal, Ut
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.importer.remark import Remarks
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før fremmøtet i et møte fra en liste i Excel eller CSV.

Hver rad gjelder et medlem, en stedfortreder eller en gjest: etter navnet, eller etter virksomheten når den har ett \
medlem. «Møtte» er ja, forfall, vara eller digitalt. Er det tvil om hvem som er ment, får du spørsmålet, og ingenting \
blir skrevet. Står det fremmøte i filen fra før, blir bare det som mangler, ført til."""

EXAMPLE = """ehelse importer fremmoete nehr-2026-m4 fremmoete.csv --per 2026-12-02 --proev
ehelse importer fremmoete nehr-2026-m4 --mal"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2026-m4.")]
Tomt = Annotated[
    str | None,
    typer.Option(
        "--tomt",
        metavar="moette|forfall|ukjent",
        help="Hva det betyr når cella om fremmøtet er tom. Ellers er det en feil.",
        callback=one_of("--tomt", "moette", "forfall", "ukjent"),
    ),
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    fil: Fil = None,
    ark: Ark = None,
    tomt: Tomt = None,
    mal: Mal = False,
    ut: Ut = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Read the sheet, ask of what is in doubt, show the change and the verdict, write."""
    if mal:
        return _show_list(ctx, moete, ut)
    from ehelse_cli.cli.importing import file_content, unless_the_same
    from ehelse_cli.importer.ark.columns import FREMMOETE
    from ehelse_cli.importer.ark.opening import read_sheet

    remarks = read_sheet(*file_content(fil, "ehelse importer fremmoete"), FREMMOETE, ark)
    plan = unless_the_same(ctx, lambda opened, desk: _plan(ctx, opened, desk, moete, remarks, tomt))
    return edit(ctx, plan, proev=proev, likevel=likevel)


def _plan(  # noqa: PLR0917 (what the command was given)
    ctx: typer.Context, opened: Opened, desk: Desk, given: str, remarks: Remarks, tomt: str | None
) -> Plan:
    from ehelse_cli.cli.importing import remarked
    from ehelse_cli.cli.moete_fremmoete import verdict
    from ehelse_cli.cli.targets import data_path, the_meeting
    from ehelse_cli.importer.fremmoete.importen import importer_fremmoete

    moete = the_meeting(opened, given)
    outcome = importer_fremmoete(opened.data, moete, remarks, tomt)
    remarked(ctx, outcome.remarks)
    return Plan(
        desk.change(data_path(opened, moete.id), *outcome.changes),
        lambda after: (verdict(opened, after, moete.id),),
        ("MOT",),
    )


def _show_list(ctx: typer.Context, given: str, ut: str | None) -> int:
    from ehelse_cli.cli.importing import show_list
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.shared import felles
    from ehelse_cli.cli.targets import the_meeting
    from ehelse_cli.importer.ark.columns import FREMMOETE
    from ehelse_cli.importer.fremmoete.malen import fremmoete_av
    from ehelse_cli.importer.medlemmer.malen import filled

    opened = open_tree(felles(ctx))
    rows = tuple(fremmoete_av(opened.data, the_meeting(opened, given)))
    return show_list(ctx, filled(FREMMOETE, rows), ut)
