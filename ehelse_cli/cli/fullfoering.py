"""`ehelse fullfoering`: let the shell finish what you write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

HELP = """La skallet fullføre det du skriver: kommandoer, valg og id-er, når du trykker tabulator.

Med --installer legges en linje i oppstartsfilen til skallet; --fjern tar den bort. Uten skrives skriptet ut. \
Uten SKALL gjelder det skallet du bruker."""

EXAMPLE = """ehelse fullfoering bash
ehelse fullfoering zsh --installer --proev
ehelse fullfoering powershell"""

#: What is typed → the script. PowerShell 7 has a start-up file of its own.
_SCRIPTS = {
    "bash": "ehelse.bash",
    "zsh": "ehelse.zsh",
    "fish": "ehelse.fish",
    "powershell": "ehelse.ps1",
    "pwsh": "ehelse.ps1",
}
Skall = Annotated[
    str | None,
    typer.Argument(
        metavar="SKALL", help="bash, zsh, fish, powershell eller pwsh.", callback=one_of("SKALL", *_SCRIPTS)
    ),
]
Installer = Annotated[bool, typer.Option("--installer", help="Legg en linje i oppstartsfilen til skallet.")]
Fjern = Annotated[bool, typer.Option("--fjern", help="Ta linjen bort igjen.")]
Proev = Annotated[bool, typer.Option("--proev", help="Vis hva som ville blitt endret, og endre ingenting.")]


def run(
    ctx: typer.Context, skall: Skall = None, installer: Installer = False, fjern: Fjern = False, proev: Proev = False
) -> int:
    """Print the script, or put a line that fetches it where the shell starts."""
    from ehelse_cli.cli.completion.startup import LINES, read, startup_file, with_line, without_line, write
    from ehelse_cli.cli.output import say, screen, show
    from ehelse_cli.report.filendring import filendring
    from ehelse_cli.resources import folder

    if installer and fjern:
        raise UsageError("--installer og --fjern kan ikke brukes sammen")
    shell = skall or _own_shell()
    if not (installer or fjern):
        show((folder("templates") / "fullfoering" / _SCRIPTS[shell]).read_text("utf-8"))
        return 0
    shared = felles(ctx)
    file = startup_file(shell)
    old = read(file)
    new = without_line(old, LINES[shell]) if fjern else with_line(old, LINES[shell])
    place = screen(shared.farge)
    show(filendring(str(file), old, new, place), colours=place.colours)
    if new != old and not proev:
        write(file, new)
    if not shared.stille:
        say(_told(changed=new != old, proev=proev, fjern=fjern))
    return 0


def _own_shell() -> str:
    """The shell that people here have.

    Raises:
        UsageError: if it is none of those we know.
    """
    named = "powershell" if os.name == "nt" else Path(os.environ.get("SHELL", "")).name
    if named not in _SCRIPTS:
        raise UsageError("det er ikke sagt hvilket skall", f"Skriv ett av dem: {', '.join(_SCRIPTS)}.")
    return named


def _told(*, changed: bool, proev: bool, fjern: bool) -> str:
    if not changed:
        return "fullføringen er ikke der" if fjern else "fullføringen er der fra før"
    if proev:
        return "ingenting er endret (--proev)"
    return "fullføringen er tatt bort" if fjern else "åpne et nytt vindu, skriv «ehelse » og trykk tabulator"
