"""`ehelse forhaandsvis`: the site as it would be, on this machine, made again each time a file is saved."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import felles

HELP = """Se nettstedet slik det blir, på din egen maskin, mens du skriver.

Siden lages på nytt hver gang du lagrer. Øverst står det som er funnet i filene. Går ikke det du har skrevet gjennom
porten, blir de forrige sidene stående, og det står hvorfor. Avslutt med Ctrl-C.

Med --intern vises også det som ikke er offentlig: utkast, køen, det som venter, og det som er unntatt. Hver side er
merket INTERNT. Ingenting av det blir skrevet noe sted, og bare denne maskinen når det."""

EXAMPLE = """ehelse forhaandsvis --port 0 --en-gang
ehelse forhaandsvis --intern --port 0 --en-gang"""

Port = Annotated[
    int, typer.Option("--port", metavar="TALL", min=0, max=65535, help="Porten; 0 tar en som er ledig. Ellers 8765.")
]
EnGang = Annotated[bool, typer.Option("--en-gang", help="Lag sidene én gang, si hva som ble funnet, og avslutt.")]


Intern = Annotated[bool, typer.Option("--intern", help="Vis også det som ikke er offentlig; hver side blir merket.")]


def run(ctx: typer.Context, port: Port = 8765, en_gang: EnGang = False, intern: Intern = False) -> int:
    """Serve, build, and build again."""
    from pathlib import Path

    from ehelse_cli.cli.output import finish, say
    from ehelse_cli.cli.preview_server import serving
    from ehelse_cli.cli.previewing import previews
    from ehelse_cli.load.beside import NotFromRevisionError
    from ehelse_cli.load.tree import find_root

    shared = felles(ctx)
    root = find_root(shared.rot or Path.cwd())
    if intern and shared.revisjon:
        raise NotFromRevisionError
    with serving(port) as server:
        for preview in previews(shared, root, intern=intern):
            server.preview = preview
            if not shared.stille:
                say(f"{server.address}  {'INTERNT · ' if intern else ''}{preview.told}")
                finish()
            if en_gang:
                return 1 if preview.stoppet else 0
    return 0
