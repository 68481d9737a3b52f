"""`ehelse sak foelg-opp`: what the decider did with the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import Forum
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.sak import Sak
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før svaret på et råd: fulgt, delvis_fulgt eller ikke_fulgt, fra den som bestemmer.

Uten --punkt gjelder svaret hele rådet. Ble det ikke fulgt helt, bør --begrunnelse si hvorfor."""

EXAMPLE = """ehelse sak foelg-opp nehr-2026-9 fulgt --av hod --punkt 1 --kilde "Tildelingsbrev for 2027" --proev
ehelse sak foelg-opp 9/2026 ikke_fulgt --forum nehr --av hod --punkt 2 --begrunnelse "Det er ikke dekning." \
--kilde "Brev 20. november" --proev"""

_UTFALL = ("fulgt", "delvis_fulgt", "ikke_fulgt")

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-2026-9.")]
Utfall = Annotated[
    str,
    typer.Argument(metavar="UTFALL", help="fulgt, delvis_fulgt eller ikke_fulgt.", callback=one_of("UTFALL", *_UTFALL)),
]
Av = Annotated[str, typer.Option("--av", metavar="VIRKSOMHET", help="Den som bestemte.")]
Punkt = Annotated[list[int] | None, typer.Option("--punkt", metavar="NR", help="Hvilket punkt; kan gjentas.", min=1)]
Dato = Annotated[
    str | None, typer.Option("--dato", metavar="DATO", help="Dagen det ble bestemt. Ellers dagen det vurderes per.")
]
Begrunnelse = Annotated[str | None, typer.Option("--begrunnelse", metavar="TEKST", help="Hvorfor.")]
Kilde = Annotated[str | None, typer.Option("--kilde", metavar="TEKST", help="Hvor det står.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    sak: SakId,
    utfall: Utfall,
    av: Av,
    punkt: Punkt = None,
    dato: Dato = None,
    begrunnelse: Begrunnelse = None,
    kilde: Kilde = None,
    forum: Forum = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Add the answer, show the case's way after."""
    said: dict[str, Value] = {"av": av, "punkt": [str(nr) for nr in punkt or ()], "utfall": utfall}
    said |= {"begrunnelse": begrunnelse or "", "kilde": kilde or ""}
    return edit(ctx, lambda opened, desk: _plan(opened, desk, (sak, forum), dato, said), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, which: tuple[str, str | None], dato: str | None, said: dict[str, Value]) -> Plan:
    from ehelse_cli.cli.editing import only
    from ehelse_cli.cli.targets import data_path, the_case, the_day
    from ehelse_cli.load.edit.change import Append
    from ehelse_cli.oversikt.sporoversikt import sporoversikt

    sak = the_case(opened, *which)
    _see_that_it_has(opened, sak, said["punkt"])
    dagen: dict[str, Value] = {"av": said["av"], "dato": the_day("--dato", dato, opened.dag).isoformat()}
    svar = {key: value for key, value in {**dagen, **said}.items() if value}
    return Plan(
        desk.change(data_path(opened, sak.id), Append(("oppfoelging",), svar)),
        lambda after: (only(sporoversikt(after, after.saker[sak.id], opened.dag), "skritt"),),
    )


def _see_that_it_has(opened: Opened, sak: Sak, punkt: Value) -> None:
    """That the advice has the points, where it is given: an answer to a point it has not would count nowhere.

    Raises:
        UsageError: if it has not.
    """
    from ehelse_cli.oversikt.raad import raadene

    har = {str(rad.nr) for rad in raadene(opened.data, opened.dag) if rad.linje.sak is sak}
    borte = [nr for nr in punkt if nr not in har] if har else []
    if borte:
        antall = "ett punkt" if len(har) == 1 else f"{len(har)} punkter"
        raise UsageError(f"--punkt {borte[0]}: rådet i {sak.id} har {antall}", f"`ehelse vis {sak.id}` viser dem.")
