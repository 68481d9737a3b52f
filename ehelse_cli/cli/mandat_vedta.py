"""`ehelse mandat vedta`: a draft that was adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.mandat.mandat import Mandat
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før at et utkast til mandat er vedtatt.

Filen får navn etter dagen mandatet trer i kraft, og alt som viste til utkastet, følger med. Fra da av prøves møter og \
medlemmer etter det. Se først hva det fører til: `ehelse mandat plan`."""

EXAMPLE = """ehelse mandat vedta nuit@2027-07-01-utkast --av nehr --sak nehr-2027-2 --dato 2027-03-10 --proev"""

MandatId = Annotated[str, typer.Argument(metavar="MANDAT", help="For eksempel nuit@2027-07-01-utkast.")]
Av = Annotated[str, typer.Option("--av", metavar="HVEM", help="Hvem som vedtok det: et forum eller en virksomhet.")]
Sak = Annotated[str, typer.Option("--sak", metavar="SAK", help="Saken eller brevet der det ble vedtatt.")]
Dato = Annotated[
    str | None, typer.Option("--dato", metavar="DATO", help="Dagen det ble vedtatt. Ellers dagen det vurderes per.")
]
IKraft = Annotated[
    str | None, typer.Option("--i-kraft", metavar="DATO", help="Dagen det trer i kraft. Ellers den utkastet sier.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    mandat: MandatId,
    av: Av,
    sak: Sak,
    dato: Dato = None,
    i_kraft: IKraft = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Name the file after the day, write who adopted it."""
    return edit(
        ctx,
        lambda opened, desk: _plan(opened, desk, mandat, {"av": av, "sak": sak}, (dato, i_kraft)),
        proev=proev,
        likevel=likevel,
    )


def _plan(opened: Opened, desk: Desk, given: str, said: dict[str, str], days: tuple[str | None, str | None]) -> Plan:
    from ehelse_cli.cli.editing import VACANT
    from ehelse_cli.cli.targets import data_path, the_day
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.load.edit.renaming import renamed

    utkast = the_draft(opened, given)
    forum = utkast.id.partition("@")[0]
    vedtatt = the_day("--dato", days[0], opened.dag)
    i_kraft = the_day("--i-kraft", days[1], utkast.fra or vedtatt)
    ny_id, sti = f"{forum}@{i_kraft.isoformat()}", f"mandater/{forum}/{i_kraft.isoformat()}.md"
    desk = renamed(desk, data_path(opened, utkast.id), sti, utkast.id, ny_id)
    changes = (
        Put(("status",), "vedtatt"),
        Put(("vedtatt",), {"dato": vedtatt.isoformat(), **said}),
        Put(("gjelder_fra",), i_kraft.isoformat()),
    )
    return Plan(desk.change(sti, *changes), tells=VACANT)


def the_draft(opened: Opened, given: str) -> Mandat:
    """The draft that is meant.

    Raises:
        UnknownIdError, UnreadableError, WrongKindError: if there is no such mandate that can be read.
        NothingToDoError: if it is adopted.
    """
    from ehelse_cli.cli.ids import WrongKindError, find_id

    found = find_id(opened.data, given)
    if found not in opened.data.mandater:
        raise WrongKindError(found, "et utkast til mandat", tuple(opened.data.mandater))
    if opened.data.mandater[found].status == "vedtatt":
        raise NothingToDoError(f"{found} er vedtatt")
    return opened.data.mandater[found]
