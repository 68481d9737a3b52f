"""`ehelse sak flytt`: a case to a meeting, from the queue or from another meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import Forum

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.core.sak import Sak
    from ehelse_cli.load.edit.edits import Desk

HELP = """Flytt en sak til et møte: fra køen, da får den neste nummer, eller fra et annet møte som ikke er holdt.

Henvisninger til saken og vedleggene følger med når den får nummer. En sak som ble utsatt eller sendt tilbake, settes \
opp på nytt med det nummeret den har."""

EXAMPLE = """ehelse sak flytt nehr-koe-samisk-spraak-i-journalen nehr-2027-m2 --proev
ehelse sak flytt nehr-2027-2 nehr-2027-m2 --proev"""

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-koe-veikart eller nehr-2027-2.")]
TilMoete = Annotated[str, typer.Argument(metavar="MØTE", help="Møtet den skal til.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context, sak: SakId, moete: TilMoete, forum: Forum = None, proev: Proev = False, likevel: Likevel = None
) -> int:
    """Move the line, or give a number and a line."""
    return edit(ctx, lambda opened, desk: _plan(opened, desk, (sak, forum), moete), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, which: tuple[str, str | None], to: str) -> Plan:
    from ehelse_cli.cli.targets import is_held, the_case, the_meeting

    sak, moete = the_case(opened, *which), the_meeting(opened, to)
    forum = opened.data.forum_of(sak.id)
    if opened.data.forum_of(moete.id) != forum:
        raise UsageError(f"{moete.id} er ikke et møte i {forum}", "Til et annet forum: `ehelse ny sak` med --fra-sak.")
    if moete.avlyst is not None or is_held(moete):
        raise NothingToDoError(f"{moete.id} er {'avlyst' if moete.avlyst else 'holdt'}")
    return Plan((_between if opened.data.behandlinger(sak.id) else _from_queue)(opened, desk, sak, moete))


#: What a meeting may have come to without being done with the case.
_COMES_BACK = ("utsatt", "sendt_tilbake")
#: What of the line is about the case, and not about what a meeting came to.
_KEPT = ("sak", "minutter", "sakstype")


def _between(opened: Opened, desk: Desk, sak: Sak, moete: Moete) -> Desk:
    """The line itself, with all that is written on it, from the one agenda to the other."""
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.core.neste import plass_paa_sakslisten
    from ehelse_cli.load.edit.change import Append, Remove

    fra, nr = opened.data.behandlinger(sak.id)[-1]
    if fra.id == moete.id:
        raise NothingToDoError(f"{sak.id} står alt på sakslisten i {moete.id}")
    utfall = fra.saksliste[nr].utfall
    if utfall not in (None, *_COMES_BACK):
        raise NothingToDoError(f"{sak.id} er alt behandlet i {fra.id}: {utfall}")
    lines = desk.value(data_path(opened, fra.id), "saksliste")
    line = lines[nr] if isinstance(lines, list) else lines
    if utfall is None:
        whole = ("saksliste",) if len(fra.saksliste) == 1 else ("saksliste", nr)
        desk = desk.change(data_path(opened, fra.id), Remove(whole))
    else:  # what the first meeting came to stays there
        line = {key: value for key, value in line.items() if key in _KEPT} if isinstance(line, dict) else line
    return desk.change(data_path(opened, moete.id), Append(("saksliste",), line, plass_paa_sakslisten(moete)))


def _from_queue(opened: Opened, desk: Desk, sak: Sak, moete: Moete) -> Desk:
    """The next number of the meeting's year, a line on the agenda, and the wish for a meeting fulfilled."""
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.core.neste import neste_saksnummer, plass_paa_sakslisten
    from ehelse_cli.core.saksnummer import sak_id
    from ehelse_cli.load.edit.change import Append, Remove
    from ehelse_cli.load.edit.renaming import renamed

    forum, aar = opened.data.forum_of(sak.id), moete.tid.dato.year
    ordning = opened.data.forum[forum].saksnummer
    if ordning is None:
        raise UsageError(f"{forum} har ingen saksnummer", "Skriv «saksnummer» i forumfilen.")
    nummer = neste_saksnummer(opened.data, forum, aar)
    old, new = data_path(opened, sak.id), f"saker/{forum}/{aar}-{nummer:02}.md"
    if sak.oensket_moete is not None:
        desk = desk.change(old, Remove(("oensket_moete",)))
    desk = renamed(desk, old, new, sak.id, sak_id(forum, aar, nummer))
    line = Append(("saksliste",), {"sak": ordning.skriv(aar, nummer)}, plass_paa_sakslisten(moete))
    return desk.change(data_path(opened, moete.id), line)
