"""`ehelse ny sak`: a case, in the queue or on a meeting's agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from ehelse_cli.cli.asking import ask_for_several
from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import BadValueError, UsageError
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.moete import Moete
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag en sak: i køen, eller med neste nummer på sakslisten til et møte.

Det som mangler, blir du spurt om i en terminal. Resten kan skrives i filen siden."""

EXAMPLE = """ehelse ny sak nehr --tittel "Felles legemiddelliste" --sakstype raad --sakseier ks --proev
ehelse ny sak nehr --tittel "Status for arbeidet" --sakstype orientering --moete nehr-2027-m1 --proev
ehelse ny sak nuit --tittel "Plan for innføring" --fra-sak nufa-2026-9 --proev"""

Tittel = Annotated[str, typer.Option("--tittel", metavar="TEKST", help="Hva saken heter.")]
Sakstype = Annotated[
    list[str] | None, typer.Option("--sakstype", metavar="TYPE", help="raad, droefting, orientering …; kan gjentas.")
]
Sakseier = Annotated[
    list[str] | None, typer.Option("--sakseier", metavar="VIRKSOMHET", help="Hvem som eier saken; kan gjentas.")
]
Foreslaatt = Annotated[
    list[str] | None, typer.Option("--foreslaatt-av", metavar="VIRKSOMHET", help="Hvem som meldte den; kan gjentas.")
]
FraSak = Annotated[
    list[str] | None, typer.Option("--fra-sak", metavar="SAK", help="Saken den bygger på, også i et annet forum.")
]
TilMoete = Annotated[
    str | None, typer.Option("--moete", metavar="MØTE", help="Gi den neste nummer, og sett den på sakslisten her.")
]
Oensket = Annotated[str | None, typer.Option("--oensket-moete", metavar="MØTE", help="Møtet den bør opp i; i køen.")]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of the case."""

    tittel: str
    sakstype: Sequence[str]
    sakseiere: Sequence[str]
    foreslaatt_av: Sequence[str]
    fra_sak: Sequence[str]
    oensket_moete: str | None

    def head(self) -> dict[str, Value]:
        """The keys that have something, in the order papers have them."""
        keys: dict[str, Value] = {
            "fra_sak": list(self.fra_sak),
            "tittel": self.tittel,
            "sakstype": list(self.sakstype),
            "sakseiere": list(self.sakseiere),
            "foreslaatt_av": list(self.foreslaatt_av),
            "oensket_moete": self.oensket_moete or "",
        }
        return {
            key: value[0] if isinstance(value, list) and len(value) == 1 else value
            for key, value in keys.items()
            if value
        }


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    tittel: Tittel,
    sakstype: Sakstype = None,
    sakseier: Sakseier = None,
    foreslaatt_av: Foreslaatt = None,
    fra_sak: FraSak = None,
    moete: TilMoete = None,
    oensket_moete: Oensket = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Ask for what is missing, number it, write it."""
    from ehelse_cli.cli.questions import an_actor

    said = Said(
        " ".join(tittel.split()),
        ask_for_several("Sakstype", sakstype, _type),
        ask_for_several("Sakseier", sakseier, str if sakseier else an_actor(ctx)),
        foreslaatt_av or (),
        fra_sak or (),
        oensket_moete,
    )
    return edit(ctx, lambda opened, desk: _plan(opened, desk, forum, said, moete), proev=proev, likevel=likevel)


def _type(given: str) -> str:
    """A type of case as the format has it.

    Raises:
        BadValueError: if it is none.
    """
    from ehelse_cli.core.forum import Sakstype as Slag
    from ehelse_cli.core.spraak import noark

    found = noark(given)
    if found not in get_args(Slag):
        raise BadValueError("--sakstype", given, get_args(Slag))
    return found


def _plan(opened: Opened, desk: Desk, forum: str, said: Said, moete: str | None) -> Plan:
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import the_meeting
    from ehelse_cli.load.edit.new import case_text

    eier = the_forum(opened, forum)
    text = case_text(said.head(), eier.praksis.overskrifter)
    if moete is None:
        return Plan(desk.create(in_queue(eier.id, said.tittel), text))
    return Plan(_numbered(opened, desk, eier.id, the_meeting(opened, moete), text))


def in_queue(forum: str, title: str) -> str:
    """The file of a case in the queue, named by its title.

    Raises:
        UsageError: if the title has no letters to make a name of.
    """
    from ehelse_cli.core.ankre import kebab

    name = kebab(title)[:60].strip("-")
    if not name:
        raise UsageError(f"tittelen «{title}» gir ikke noe filnavn", "Bruk noen bokstaver eller tall i den.")
    return f"saker/{forum}/koe/{name}.md"


def _numbered(opened: Opened, desk: Desk, forum: str, moete: Moete, text: str) -> Desk:
    """The next number of the meeting's year, and a line on the agenda before any other business.

    Raises:
        UsageError: if the meeting is another council's, or the council has no numbers.
    """
    from ehelse_cli.cli.targets import data_path
    from ehelse_cli.core.neste import neste_saksnummer, plass_paa_sakslisten
    from ehelse_cli.load.edit.change import Append

    if opened.data.forum_of(moete.id) != forum:
        raise UsageError(f"{moete.id} er ikke et møte i {forum}")
    ordning = opened.data.forum[forum].saksnummer
    if ordning is None:
        raise UsageError(f"{forum} har ingen saksnummer", "Skriv «saksnummer» i forumfilen, eller la saken stå i køen.")
    aar = moete.tid.dato.year
    nummer = neste_saksnummer(opened.data, forum, aar)
    line: dict[str, Value] = {"sak": ordning.skriv(aar, nummer)}
    desk = desk.create(f"saker/{forum}/{aar}-{nummer:02}.md", text)
    return desk.change(data_path(opened, moete.id), Append(("saksliste",), line, plass_paa_sakslisten(moete)))
