"""`ehelse publiser`: the site, with everything that may be shown to everybody and nothing else."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import felles

HELP = """Lag nettstedet i en mappe: forum, møter, saker, mandater, årshjul, kalendere, feeder og åpne data.

Bare det som kan vises for alle, kommer med; gjelder en feil i filene det, blir ingenting laget. Det gamle nettstedet
står til det nye er helt ferdig, og bare det som er endret, blir skrevet."""

EXAMPLE = """ehelse publiser --ut nettsted
ehelse publiser --ut nettsted --per 2026-12-01"""

Ut = Annotated[
    str,
    typer.Option("--ut", metavar="DIR", help="Mappen til nettstedet: tom, ny, eller et nettsted ehelse har laget før."),
]


def run(ctx: typer.Context, ut: Ut) -> int:
    """Read, let through what is public, make the pages, search them, swap them in."""
    from pathlib import Path

    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.publishing import publish, tell

    shared = felles(ctx)
    opened = open_tree(shared)
    tell(publish(opened, Path(ut), shared), Path(ut), opened, shared)
    return 0
