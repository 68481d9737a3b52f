"""`ehelse forhaandsvis`: the site as it would be, on this machine, made again each time a file is saved."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import felles

HELP = """Se nettstedet slik det blir, på din egen maskin, mens du skriver.

Siden lages på nytt hver gang du lagrer. Øverst står det som er funnet i filene. Går ikke det du har skrevet gjennom
porten, blir de forrige sidene stående, og det står hvorfor. Avslutt med Ctrl-C."""

EXAMPLE = "ehelse forhaandsvis --port 0 --en-gang"

Port = Annotated[int, typer.Option("--port", metavar="TALL", min=0, max=65535, help="Porten; 0 tar en som er ledig.")]
EnGang = Annotated[bool, typer.Option("--en-gang", help="Lag sidene én gang, si hva som ble funnet, og avslutt.")]


def run(ctx: typer.Context, port: Port = 8765, en_gang: EnGang = False) -> int:
    """Serve, build, and build again."""
    from pathlib import Path

    from ehelse_cli.cli.output import finish, say
    from ehelse_cli.cli.preview_server import serving
    from ehelse_cli.cli.previewing import previews
    from ehelse_cli.load.tree import find_root

    shared = felles(ctx)
    root = find_root(shared.rot or Path.cwd())
    with serving(port) as server:
        for preview in previews(shared, root):
            server.preview = preview
            if not shared.stille:
                say(f"{server.address}  {preview.told}")
                finish()
            if en_gang:
                return 1 if preview.stoppet else 0
    return 0
