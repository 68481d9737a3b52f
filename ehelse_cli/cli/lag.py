"""`ehelse lag`: a paper from what is in the files."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import Forum, felles
from ehelse_cli.cli.values import one_of

HELP = """Lag et dokument: papirene til et møte, et mandat, en medlemsliste eller et årshjul.

SLAG er innkalling, saksliste, tilleggsinnkalling, referat eller moetepakke (av et møte), saksframlegg (av en sak),
mandat eller endringsnotat (av et mandat), medlemsliste (av et forum) eller aarshjul (av et år).

Er det feil i filen dokumentet lages av, blir det ikke laget; med --utkast lages det, merket UTKAST på hver side."""

EXAMPLE = """ehelse lag saksliste nehr-2026-m4
ehelse lag innkalling nehr-2026-m4 --format docx --ut innkalling.docx
ehelse lag moetepakke nehr-2026-m4 --format pdf --ut moetepakke.pdf
ehelse lag saksframlegg 11/2026 --forum nehr --maalform nn
ehelse lag referat nehr-2026-m3 --format html --ut referat.html
ehelse lag medlemsliste nuit --per 2026-06-01
ehelse lag aarshjul 2027 --format html --ut aarshjul.html
ehelse lag endringsnotat nuit@2027-07-01-utkast
ehelse lag --vis-maler"""

_KINDS = (
    "innkalling",
    "saksliste",
    "tilleggsinnkalling",
    "saksframlegg",
    "moetepakke",
    "referat",
    "mandat",
    "medlemsliste",
    "aarshjul",
    "endringsnotat",
)
_FORMATS = ("md", "markdown", "html", "pdf", "docx")

Slag = Annotated[str | None, typer.Argument(metavar="SLAG", help="Hvilket dokument.", callback=one_of("SLAG", *_KINDS))]
Id = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="Det lages av: nehr-2026-m4, nehr-2026-11, nehr@2024-01-01, nehr eller 2027."),
]
Format = Annotated[
    str,
    typer.Option("--format", metavar="md|html|pdf|docx", help="Ellers: md.", callback=one_of("--format", *_FORMATS)),
]
Maalform = Annotated[
    str | None,
    typer.Option(
        "--maalform",
        metavar="nb|nn",
        help="Ellers som filen eller forumet sier.",
        callback=one_of("--maalform", "nb", "nn"),
    ),
]
Ut = Annotated[str | None, typer.Option("--ut", metavar="FIL", help="Skriv til filen, eller til en fil i mappen.")]
Utkast = Annotated[
    bool, typer.Option("--utkast", help="Lag det selv om det er feil i filen, merket UTKAST på hver side.")
]
Intern = Annotated[bool, typer.Option("--intern", help="Ta med det som er unntatt offentlighet, fra data/skjermet/.")]
VisMaler = Annotated[bool, typer.Option("--vis-maler", help="Vis hvilken mal hvert dokument lages med.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    slag: Slag = None,
    id_: Id = None,
    forum: Forum = None,
    format_: Format = "md",
    maalform: Maalform = None,
    ut: Ut = None,
    utkast: Utkast = False,
    intern: Intern = False,
    vis_maler: VisMaler = False,
) -> int:
    """Read, refuse what has errors, render, deliver."""
    from ehelse_cli.cli.errors import UsageError
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.papers import Wanted, deliver, make, show_templates

    shared = felles(ctx)
    if vis_maler:
        show_templates(open_tree(shared), forum, shared)
        return 0
    if slag is None or id_ is None:
        raise UsageError(f"mangler argumentet {'ID' if slag else 'SLAG'}", f"Se `{ctx.command_path} --help`.")
    form = "md" if format_ == "markdown" else format_
    wanted = Wanted(slag, id_, forum, form, maalform, utkast=utkast, intern=intern)
    deliver(make(open_tree(shared), wanted, shared), ut, shared)
    return 0
