"""`ehelse medlem forny`: a member's term made longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from datetime import date

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.core.register import Medlemskap
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.oversikt import Oversikt

HELP = """Forleng perioden til et medlem.

Uten --til blir den så lang som mandatet sier. En forlengelse gjelder fra dagen den ble besluttet."""

EXAMPLE = """ehelse medlem forny nehr "Ingvild Tofte" --kilde "Brev fra KS" --proev
ehelse medlem forny nuit "Steinar Kvamme" --til 2027-12-31 --dato 2026-11-20 --proev"""

Navn = Annotated[str, typer.Argument(metavar="NAVN", help="Medlemmets navn, i hermetegn.")]
Til = Annotated[str | None, typer.Option("--til", metavar="DATO", help="Ny siste dag. Ellers som mandatet sier.")]
Dato = Annotated[
    str | None, typer.Option("--dato", metavar="DATO", help="Dagen det ble besluttet. Ellers dagen det vurderes per.")
]
Kilde = Annotated[str | None, typer.Option("--kilde", metavar="TEKST", help="Hvor det står: sak, brev eller adresse.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    navn: Navn,
    til: Til = None,
    dato: Dato = None,
    kilde: Kilde = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Find the row, add the extension, show the members after."""
    return edit(
        ctx, lambda opened, desk: _plan(opened, desk, forum, navn, til, dato, kilde), proev=proev, likevel=likevel
    )


def _plan(  # noqa: PLR0917 (what was said on the line)
    opened: Opened, desk: Desk, forum: str, navn: str, til: str | None, dato: str | None, kilde: str | None
) -> Plan:
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day, the_member
    from ehelse_cli.load.edit.change import Append

    eier = the_forum(opened, forum)
    rad = the_member(opened, eier, navn)
    slutt = _slutten(rad)
    ny = the_day("--til", til, slutt) if til else _etter_mandatet(opened.data, eier.id, rad, slutt)
    if ny <= slutt:
        raise NothingToDoError(f"perioden til {rad.medlem.navn} varer alt til {slutt.isoformat()}")
    besluttet = the_day("--dato", dato, opened.dag)
    forlengelse: dict[str, Value] = {
        "til": ny.isoformat(),
        "dato": besluttet.isoformat(),
        **({"kilde": kilde} if kilde else {}),
    }
    path = data_path(opened, eier.id)
    change = Append(("medlemmer", rad.nr, "forlenget"), forlengelse)
    return Plan(desk.change(path, change), lambda after: (_told(opened, after, eier.id, rad, slutt),))


def _slutten(rad: Medlemskap) -> date:
    """The last day as it is.

    Raises:
        NothingToDoError: if there is none to move, or the member has left.
    """
    if rad.medlem.fratraadt is not None:
        raise NothingToDoError(f"{rad.medlem.navn} gikk ut {rad.medlem.fratraadt.isoformat()}")
    if rad.siste_dag is None:
        raise NothingToDoError(f"perioden til {rad.medlem.navn} har ingen kjent slutt")
    return rad.siste_dag


def _etter_mandatet(data: Dataset, forum: str, rad: Medlemskap, slutt: date) -> date:
    """One more term by the mandate in force the day after.

    Raises:
        UsageError: if it says no length.
    """
    from datetime import timedelta

    from ehelse_cli.core.funksjonstid import slutt as slutten
    from ehelse_cli.core.register import varighet_i

    neste = slutt + timedelta(days=1)
    mandat = data.mandat_for(forum, neste)
    varighet = varighet_i(mandat, rad.gruppe) if mandat else None
    if varighet is None:
        raise UsageError("mandatet sier ikke hvor lenge en periode varer", "Si det selv: --til 2027-12-31")
    return slutten(neste, varighet)


def _told(opened: Opened, after: Dataset, forum: str, rad: Medlemskap, slutt: date) -> Oversikt:
    """The term before and after, and when the next ones in the council end."""
    from ehelse_cli.core.register import medlemskap
    from ehelse_cli.oversikt.oversikt import Fakt, Oversikt

    ny = medlemskap(after, after.forum[forum])[rad.nr]
    fakta = (
        Fakt("medlem", "medlem", rad.medlem.navn),
        Fakt("foer", "går ut" if slutt >= opened.dag else "gikk ut", slutt),
        Fakt("etter", "går nå ut", ny.siste_dag),
        Fakt("hull", "uten periode", tuple(f"{hull.fra} – {hull.til}" for hull in ny.hull)),
    )
    return Oversikt("forny", after.forumnavn(forum, opened.dag), opened.dag, (), fakta, after.datasett.er_eksempel)
