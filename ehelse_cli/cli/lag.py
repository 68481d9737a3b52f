"""`ehelse lag`: a paper from what is in the files."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import Forum, felles
from ehelse_cli.cli.values import one_of

HELP = """Lag et dokument: saksliste for et møte, eller saksframlegg for en sak.

Er det feil i filen dokumentet lages av, blir det ikke laget; med --utkast lages det likevel, merket UTKAST."""

EXAMPLE = """ehelse lag saksliste nehr-2026-m4
ehelse lag saksframlegg nehr-2026-11 --format html --ut saksframlegg.html
ehelse lag saksframlegg 11/2026 --forum nehr --maalform nn"""

_KINDS = ("saksliste", "saksframlegg")
_FORMATS = ("md", "markdown", "html")

Slag = Annotated[
    str, typer.Argument(metavar="SLAG", help="saksliste eller saksframlegg.", callback=one_of("SLAG", *_KINDS))
]
Id = Annotated[str, typer.Argument(metavar="ID", help="Møtet (nehr-2026-m4) eller saken (nehr-2026-11).")]
Format = Annotated[
    str,
    typer.Option("--format", metavar="md|html", help="Ellers: md.", callback=one_of("--format", *_FORMATS)),
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
Utkast = Annotated[bool, typer.Option("--utkast", help="Lag det selv om det er feil i filen, merket UTKAST.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    slag: Slag,
    id_: Id,
    forum: Forum = None,
    format_: Format = "md",
    maalform: Maalform = None,
    ut: Ut = None,
    utkast: Utkast = False,
) -> int:
    """Read, refuse what has errors, render, deliver."""
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.papers import Wanted, deliver, make

    shared = felles(ctx)
    wanted = Wanted(slag, id_, forum, "html" if format_ == "html" else "md", maalform, utkast=utkast)
    made = make(open_tree(shared), wanted, shared)
    deliver(made, ut, shared)
    return 0
