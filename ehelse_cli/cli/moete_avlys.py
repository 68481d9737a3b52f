"""`ehelse moete avlys`: a meeting that will not be held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.oversikt import Oversikt

HELP = """Avlys et møte. Filen blir stående, med dagen og grunnen.

Sakene som da mangler møte, vises; `ehelse koe` har dem siden."""

EXAMPLE = """ehelse moete avlys nuit-2027-m3 --begrunnelse "For få saker" --proev"""

MoeteId = Annotated[str, typer.Argument(metavar="MØTE", help="For eksempel nehr-2027-m1.")]
Begrunnelse = Annotated[str, typer.Option("--begrunnelse", metavar="TEKST", help="Hvorfor.")]
Dato = Annotated[
    str | None, typer.Option("--dato", metavar="DATO", help="Dagen det ble avlyst. Ellers dagen det vurderes per.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    moete: MoeteId,
    begrunnelse: Begrunnelse,
    dato: Dato = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Write the day and the reason, show the cases that lose their meeting."""
    hvorfor = " ".join(begrunnelse.split())
    return edit(ctx, lambda opened, desk: _plan(opened, desk, moete, hvorfor, dato), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, given: str, begrunnelse: str, dato: str | None) -> Plan:
    from ehelse_cli.cli.targets import data_path, is_held, the_day, the_meeting
    from ehelse_cli.load.edit.change import Put

    moete = the_meeting(opened, given)
    if moete.avlyst is not None:
        raise NothingToDoError(f"{moete.id} ble avlyst {moete.avlyst.isoformat()}")
    if is_held(moete):
        raise NothingToDoError(f"{moete.id} er holdt")
    dagen = the_day("--dato", dato, opened.dag).isoformat()
    changes = (Put(("avlyst",), dagen), Put(("begrunnelse",), begrunnelse))
    desk = _with_older_minutes(opened, desk.change(data_path(opened, moete.id), *changes), moete)
    return Plan(desk, lambda after: (_uten_moete(opened, after, moete.id),))


def _with_older_minutes(opened: Opened, desk: Desk, moete: Moete) -> Desk:
    """Minutes that were to be approved in the meeting, are approved in the one that would have approved its own."""
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.load.edit.change import Put

    forum = opened.data.forum_of(moete.id)
    held = [one for one in opened.data.moeter_for(forum) if one.avlyst is None and one.id != moete.id]
    before = [one.id for one in held if one.tid.dato < moete.tid.dato]
    for one in held:
        for nr, punkt in enumerate(one.saksliste):
            if punkt.fast and punkt.gjelder == moete.id and punkt.utfall is None and before:
                desk = desk.change(data_path(opened, one.id), Put(("saksliste", nr, "gjelder"), before[-1]))
    return desk


def _uten_moete(opened: Opened, after: Dataset, id_: str) -> Oversikt:
    """The numbered cases that stand on no other agenda."""
    from ehelse_cli.core.moete import Sakspunkt
    from ehelse_cli.oversikt.felles import linjetittel
    from ehelse_cli.oversikt.oversikt import Kolonne, Oversikt, tabell

    moete = after.moeter[id_]
    forum = after.forum_of(id_)
    linjer = [
        punkt
        for punkt in moete.saksliste
        if punkt.sak and not punkt.fast and len(after.behandlinger(after.sak_id(forum, punkt.sak) or "")) < 2
    ]
    kolonner = (
        Kolonne[Sakspunkt]("sak", "Sak", lambda punkt: punkt.sak),
        Kolonne[Sakspunkt]("tittel", "Tittel", lambda punkt: linjetittel(after, moete, punkt)),
    )
    tabellen = tabell("saker", "Saker som mangler møte", kolonner, linjer, tom="Ingen saker mister møtet sitt.")
    return Oversikt("avlysning", f"{id_} avlyst", opened.dag, (tabellen,), (), after.datasett.er_eksempel)
