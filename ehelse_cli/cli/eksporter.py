"""`ehelse eksporter`: what is public, in the formats that other programs read."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

HELP = """Skriv det offentlige som kalender, feed, åpne data eller eInnsyn-fil.

Bare det som kan vises for alle, kommer med. Ingenting blir sendt noe sted: filene er for den som skal bruke dem."""

EXAMPLE = """ehelse eksporter ical nehr
ehelse eksporter ical --frister --ut kalender.ics
ehelse eksporter json --ut data-ut
ehelse eksporter csv --ut data-ut
ehelse eksporter atom nuit"""

_FORMATS = ("ical", "atom", "json", "popolo", "csv", "einnsyn")

Format = Annotated[
    str,
    typer.Argument(
        metavar="FORMAT", help="ical, atom, json, popolo, csv eller einnsyn.", callback=one_of("FORMAT", *_FORMATS)
    ),
]
Forum = Annotated[str | None, typer.Argument(metavar="FORUM", help="Bare dette forumet. Ellers alle.")]
Ut = Annotated[str | None, typer.Option("--ut", metavar="STI", help="Skriv til filen, eller til mappen.")]
Frister = Annotated[bool, typer.Option("--frister", help="Ta med fristene før møtene i kalenderen.")]
Forrige = Annotated[
    str | None,
    typer.Option("--forrige", metavar="FIL", help="Den forrige einnsyn.json; planen sier hva som er endret."),
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    format_: Format,
    forum: Forum = None,
    ut: Ut = None,
    frister: Frister = False,
    forrige: Forrige = None,
) -> int:
    """Read, let through what is public, export, deliver."""
    from ehelse_cli.cli.exporting import Wanted, deliver, export
    from ehelse_cli.cli.opening import open_tree

    shared = felles(ctx)
    opened = open_tree(shared)
    deliver(export(opened, Wanted(format_, forum, frister, forrige), shared), format_, ut, shared)
    return 0
