"""`ehelse importer saksframlegg`: a paper from Word as the text of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.forum import Forum
    from ehelse_cli.importer.word.importen import Choices, Paper
    from ehelse_cli.load.edit.edits import Desk

HELP = """Gjør et saksframlegg fra Word til teksten i en sak.

Nevn saken den hører til, eller forumet: da blir det en ny sak i køen. Overskrifter, lister, tabeller og fotnoter blir \
med, og figurene blir vedlegg, lukket til noen sier noe annet. Sporede endringer, kommentarer, tekstbokser og det som \
ellers ville blitt borte, får du vite om, og da blir ingenting skrevet."""

EXAMPLE = """ehelse importer saksframlegg nehr-koe-samisk-spraak-i-journalen notat.docx --erstatt --proev
ehelse importer saksframlegg nehr notat.docx --tittel "Samiske navn i journalen" --proev"""

Maal = Annotated[
    str, typer.Argument(metavar="SAK|FORUM", help="Saken som får teksten, eller forumet som får en ny sak i køen.")
]
Fil = Annotated[str, typer.Argument(metavar="FIL", help="Et dokument fra Word (docx).")]
Tittel = Annotated[
    str | None, typer.Option("--tittel", metavar="TEKST", help="Hva en ny sak heter. Ellers tittelen i dokumentet.")
]
Endringer = Annotated[
    str | None,
    typer.Option(
        "--endringer",
        metavar="godta|forkast",
        help="Hva som skal skje med sporede endringer. Ellers er de feil.",
        callback=one_of("--endringer", "godta", "forkast"),
    ),
]
UtenKommentarer = Annotated[bool, typer.Option("--uten-kommentarer", help="Utelat kommentarene. Ellers er de feil.")]
PubliserFigurer = Annotated[
    bool, typer.Option("--publiser-figurer", help="La figurene stå i teksten, og la alle se dem. Ellers er de lukket.")
]
Erstatt = Annotated[bool, typer.Option("--erstatt", help="Skriv over teksten og figurene som er der.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    target: str
    file: str
    raw: bytes
    title: str | None
    choices: Choices
    replace: bool


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    maal: Maal,
    fil: Fil,
    tittel: Tittel = None,
    endringer: Endringer = None,
    uten_kommentarer: UtenKommentarer = False,
    publiser_figurer: PubliserFigurer = False,
    erstatt: Erstatt = False,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Read the document, tell what cannot come along, show the change, write."""
    from ehelse_cli.cli.importing import file_content, unless_the_same
    from ehelse_cli.importer.word.importen import Choices

    changes = "godta" if endringer == "godta" else "forkast" if endringer else None
    choices = Choices(changes, uten_kommentarer, publiser_figurer)
    name, raw = file_content(fil, "ehelse importer saksframlegg")
    asked = Asked(maal, name, raw, tittel, choices, erstatt)
    return edit(ctx, unless_the_same(ctx, lambda *seen: _plan(ctx, asked, *seen)), proev=proev, likevel=likevel)


def _plan(ctx: typer.Context, asked: Asked, opened: Opened, desk: Desk) -> Plan:
    from ehelse_cli.cli.ids import find_id

    found = find_id(opened.data, asked.target)
    if found in opened.data.forum:
        return Plan(_in_queue(ctx, asked, opened, opened.data.forum[found], desk))
    return Plan(_in_case(ctx, asked, opened, desk))


def _in_case(ctx: typer.Context, asked: Asked, opened: Opened, desk: Desk) -> Desk:
    from ehelse_cli.cli.targets import data_path, the_case
    from ehelse_cli.importer.word.paper_file import into_case

    sak = the_case(opened, asked.target)
    path = data_path(opened, sak.id)
    folder = path.rpartition("/")[2].removesuffix(".md")
    paper = _paper(ctx, asked, opened.data.forum.get(opened.data.forum_of(sak.id)), sak.sakstype, lambda _: folder)
    return into_case(desk, path, sak, paper, shown=asked.choices.show_pictures, replace=asked.replace)


def _in_queue(ctx: typer.Context, asked: Asked, opened: Opened, forum: Forum, desk: Desk) -> Desk:
    """A new case, named by the title that was given, or the one the document gives itself; unless it is there."""
    from ehelse_cli.cli.ny_sak import in_queue
    from ehelse_cli.importer.word.paper_file import into_case, into_queue

    def path(own: str) -> str:
        return in_queue(forum.id, _title(asked, own))

    paper = _paper(ctx, asked, forum, (), lambda own: path(own).rpartition("/")[2].removesuffix(".md"))
    place, shown = path(paper.title), asked.choices.show_pictures
    there = next((sak for sak in opened.data.saker.values() if opened.data.files[sak.id].path == f"data/{place}"), None)
    if there is not None:
        return into_case(desk, place, there, paper, shown=shown, replace=asked.replace)
    return into_queue(desk, place, _title(asked, paper.title), paper, shown=shown)


def _title(asked: Asked, own: str) -> str:
    if not (asked.title or own):
        raise UsageError("dokumentet har ingen tittel", "Si hva saken heter: --tittel «…»")
    return " ".join((asked.title or own).split())


def _paper(
    ctx: typer.Context,
    asked: Asked,
    forum: Forum | None,
    types: Sequence[str],
    folder: Callable[[str], str],
) -> Paper:
    """The document read, with what there is to say of it shown.

    Raises:
        NotImportedError: if something in it hinders.
    """
    from ehelse_cli.cli.importing import remarked
    from ehelse_cli.importer.word.importen import importer_framlegg
    from ehelse_cli.load.edit.new import wanted_headings

    wanted = wanted_headings(types, forum.praksis.overskrifter if forum else {})
    paper = importer_framlegg(asked.file, asked.raw, folder, wanted, asked.choices)
    remarked(ctx, paper.remarks)
    return paper
