"""`ehelse publiser`: the site, with everything that may be shown to everybody and nothing else."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

HELP = """Lag nettstedet i en mappe: forum, møter, saker, mandater, årshjul, kalendere, feeder og åpne data.

Bare det som kan vises for alle, kommer med; gjelder en feil i filene det, blir ingenting laget. Det gamle nettstedet
står til det nye er helt ferdig, og bare det som er endret, blir skrevet."""

EXAMPLE = """ehelse publiser --ut nettsted
ehelse publiser --ut nettsted --per 2026-12-01 --uten-papirer
ehelse publiser --ut nettsted --uten-soek --uten-papirer
ehelse publiser --ut sider --format md"""

Ut = Annotated[
    str,
    typer.Option("--ut", metavar="MAPPE", help="Til nettstedet: tom, ny, eller med et nettsted ehelse har laget før."),
]

UtenSoek = Annotated[bool, typer.Option("--uten-soek", help="Lag nettstedet uten søk.")]
UtenPapirer = Annotated[
    bool, typer.Option("--uten-papirer", help="Lag nettstedet uten papirene som PDF og Word; det går mye fortere.")
]
Tema = Annotated[
    str, typer.Option("--tema", metavar="FIL", help="Egne farger og skrift: en CSS-fil som legges etter vår.")
]

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="html|md",
        help="Nettsider, eller de samme sidene som Markdown-filer.",
        callback=one_of("--format", "html", "md"),
    ),
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    ut: Ut,
    uten_soek: UtenSoek = False,
    uten_papirer: UtenPapirer = False,
    tema: Tema = "",
    format_: Format = "html",
) -> int:
    """The order that was given, carried out."""
    from pathlib import Path

    from ehelse_cli.cli.errors import UsageError
    from ehelse_cli.cli.unchanged import Order, Wishes, carry_out_if_changed

    if format_ == "md" and tema:
        raise UsageError("--tema gjelder ikke for --format md: Markdown har ingen farger")
    style, markdown = Path(tema) if tema else None, format_ == "md"
    wishes = Wishes(tema=style, markdown=markdown, uten_soek=uten_soek, uten_papirer=uten_papirer)
    return carry_out_if_changed(Order(felles(ctx), Path(ut), wishes))
