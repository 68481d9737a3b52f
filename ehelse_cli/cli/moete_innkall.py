"""`ehelse moete innkall`: that the notice and the papers are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før at innkallingen er sendt, og med --papirer at sakspapirene er det.

Fra da av skal sakspapirene være slik reglene vil ha dem; det som mangler, vises. Selve innkallingen lages med \
`ehelse lag innkalling`."""

EXAMPLE = """ehelse moete innkall nufa-2027-m1 --dato 2026-12-16 --likevel "Papirene kommer i januar" --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2027-m1.")]
Dato = Annotated[
    str | None, typer.Option("--dato", metavar="DATO", help="Dagen den ble sendt. Ellers dagen det vurderes per.")
]
Papirer = Annotated[bool, typer.Option("--papirer", help="Sakspapirene ble sendt samme dag.")]
BarePapirer = Annotated[bool, typer.Option("--bare-papirer", help="Innkallingen er ført før; nå gjelder det papirene.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    dato: Dato = None,
    papirer: Papirer = False,
    bare_papirer: BarePapirer = False,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Write the day, show what the rules say of it."""
    keys = ("papirer_ute",) if bare_papirer else ("innkalt", "papirer_ute") if papirer else ("innkalt",)
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, dato, keys), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, given: str, dato: str | None, keys: tuple[str, ...]) -> Plan:
    from ehelse_cli.cli.targets import data_path, the_day, the_meeting
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.oversikt.flytting import fristoversikt_for

    moete = the_meeting(opened, given)
    done = [key for key in keys if getattr(moete, key) is not None]
    if done:
        raise NothingToDoError(f"«{done[0]}» er alt ført i {moete.id}: {getattr(moete, done[0]).isoformat()}")
    if moete.avlyst is not None:
        raise NothingToDoError(f"{moete.id} er avlyst")
    dagen = the_day("--dato", dato, opened.dag).isoformat()
    changes = [Put((key,), dagen) for key in keys]
    return Plan(
        desk.change(data_path(opened, moete.id), *changes),
        lambda after: (fristoversikt_for(after, moete.id, opened.dag),),
        ("MOT504", "MOT505"),
    )
