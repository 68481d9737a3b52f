"""`ehelse sak renummerer`: another number for a case, and everything that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import Forum

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Gi en sak et annet nummer. Sakslister, henvisninger og vedlegg følger med.

Til bruk når to grener har tatt det samme nummeret. Uten NUMMER får saken det neste ledige. Et nummer som er sendt \
ut, bør stå."""

EXAMPLE = """ehelse sak renummerer nehr-2027-2 --proev
ehelse sak renummerer 2/2027 7/2027 --forum nehr --proev"""

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-2027-2.")]
Nummer = Annotated[str | None, typer.Argument(metavar="NUMMER", help="Det nye, slik forumet skriver det: 7/2027.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    sak: SakId,
    nummer: Nummer = None,
    forum: Forum = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Rename the file, change the agendas, let what names it follow."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, (sak, forum), nummer), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, which: tuple[str, str | None], given: str | None) -> Plan:
    from ehelse_cli.cli.targets import data_path, the_case
    from ehelse_cli.core.neste import neste_saksnummer
    from ehelse_cli.core.saksnummer import sak_id
    from ehelse_cli.load.edit.change import Put
    from ehelse_cli.load.edit.renaming import renamed

    data = opened.data
    sak = the_case(opened, *which)
    forum = data.forum_of(sak.id)
    ordning, gammelt = data.forum[forum].saksnummer, data.saksnummer_i(sak.id)
    if ordning is None or gammelt is None:
        raise UsageError(f"{sak.id} har ikke noe nummer", "`ehelse sak flytt` gir en sak i køen nummer.")
    nytt = data.saksnummer(forum, given) if given else None
    if given and nytt is None:
        raise UsageError(f"«{given}» er ikke et saksnummer i {forum}")
    aar, nummer = (nytt.aar, nytt.nummer) if nytt else (gammelt[0], neste_saksnummer(data, forum, gammelt[0]))
    ny_id = sak_id(forum, aar, nummer)
    if ny_id == sak.id:
        raise NothingToDoError(f"{sak.id} har alt det nummeret")
    if ny_id in data.saker or ny_id in data.broken or data.behandlinger(ny_id):
        raise UsageError(f"{ny_id} finnes fra før", f"Det neste ledige er {neste_saksnummer(data, forum, aar)}.")
    for moete, nr in data.behandlinger(sak.id):
        desk = desk.change(data_path(opened, moete.id), Put(("saksliste", nr, "sak"), ordning.skriv(aar, nummer)))
    return Plan(renamed(desk, data_path(opened, sak.id), f"saker/{forum}/{aar}-{nummer:02}.md", sak.id, ny_id))
