"""`ehelse unntak`: every exception from the rules, with its reason and its age."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.report.unntak import Oversikt, Rad
    from ehelse_cli.rules.unntak import Bruk

HELP = """List opp unntakene fra reglene: hvor de står, hvorfor, til når, hvor gamle de er, og om de brukes.

Et unntak er en kommentar i filen: # ehelse: unntak KODE -- grunn (til DATO)."""

EXAMPLE = """ehelse unntak
ehelse unntak --format json"""

Format = Annotated[
    str,
    typer.Option("--format", metavar="tekst|json", help="Ellers: tekst.", callback=one_of("--format", "tekst", "json")),
]


def run(ctx: typer.Context, format_: Format = "tekst") -> int:
    """Read, judge, list."""
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.report.sheet import sheet_as_text
    from ehelse_cli.report.unntak import unntak_as_json, unntak_sheet

    shared = felles(ctx)
    found = _overview(open_tree(shared), shared.revisjon or "HEAD")
    place = screen(shared.farge)
    text = unntak_as_json(found) if format_ == "json" else sheet_as_text(unntak_sheet(found), place)
    show(text, colours=place.colours)
    return 0


def _overview(opened: Opened, revision: str) -> Oversikt:
    from ehelse_cli.cli.all_rules import ALL_RULES
    from ehelse_cli.report.unntak import Oversikt
    from ehelse_cli.rules.engine import judge

    data = opened.data
    bruk = judge(opened.loaded.findings, data, opened.dag, ALL_RULES).unntak
    return Oversikt(tuple(_rows(opened, bruk, revision)), data.feilskrevne, opened.dag, hel=not data.broken)


def _rows(opened: Opened, bruk: tuple[Bruk, ...], revision: str) -> Iterator[Rad]:
    """Each with the day it came into git, where git can be asked."""
    from ehelse_cli.core.errors import EhelseError
    from ehelse_cli.load.git import open_revision
    from ehelse_cli.load.git_history import day_of
    from ehelse_cli.load.text import split_lines
    from ehelse_cli.report.unntak import Rad

    try:
        tree = open_revision(opened.root, revision) if bruk else None
    except EhelseError:
        tree = None
    lines = {fil.path: split_lines(fil.text) for fil in opened.data.files.values()} if tree else {}
    for one in bruk:
        place = one.unntak.sted
        text = lines[place.path][place.line - 1][place.column - 1 : place.end_column - 1] if tree else ""
        yield Rad(one, day_of(tree, place.path.removeprefix("data/"), text) if tree else None)
