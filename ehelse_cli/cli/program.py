"""The program as typer sees it: the shared options, and the commands."""

# ruff: noqa: ARG001, PLR0917 (the signature is the declaration: typer reads it, `shared` hands the values on)

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Annotated

import typer

from ehelse_cli.cli import lag, mandat, regel, skjema, unntak, valider, vis
from ehelse_cli.cli.command import Command, Group
from ehelse_cli.cli.help import help_page
from ehelse_cli.cli.output import say, screen, show
from ehelse_cli.cli.shared import Farge, Hjelp, Per, Revisjon, Rot, Stille
from ehelse_cli.cli.version import version

HELP = "Holder orden på e-helserådene: mandater, medlemmer, møter, saker og årshjul, skrevet som tekst i git."
EXAMPLE = "ehelse valider\nehelse vis nehr\nehelse lag saksliste nehr-2026-m4"

#: In the order the help page shows them. Each module has HELP, EXAMPLE and run.
COMMANDS = {"valider": valider, "regel": regel, "unntak": unntak, "vis": vis, "lag": lag, "skjema": skjema}
MANDAT_COMMANDS = {"diff": mandat}
MANDAT_HELP = "Se hva som er endret i et mandat."


def run(arguments: Sequence[str]) -> int:
    """Read the line, run the command it names, and give its exit code.

    Raises:
        EhelseError, typer.TyperException: when the line cannot be understood, or the command cannot go on.
    """
    answer = typer.main.get_command(_app()).main(list(arguments), prog_name="ehelse", standalone_mode=False)
    return int(answer or 0)


def _app() -> typer.Typer:
    app = _with(_group(HELP, EXAMPLE, _root), COMMANDS)
    app.add_typer(_with(_group(MANDAT_HELP, mandat.EXAMPLE, _alone), MANDAT_COMMANDS), name="mandat")
    return app


def _with(group: typer.Typer, commands: Mapping[str, ModuleType]) -> typer.Typer:
    for name, module in commands.items():
        group.command(name, cls=Command, add_help_option=False, help=module.HELP, epilog=module.EXAMPLE)(module.run)
    return group


def _group(help_: str, example: str, callback: typer.models.CommandFunctionType) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=help_,
        epilog=example,
        callback=callback,
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,
        add_help_option=False,
    )


def _show_version(wanted: bool) -> None:
    if wanted:
        show(f"ehelse {version()}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="Vis versjonen.", is_eager=True, callback=_show_version)]


def _root(
    ctx: typer.Context,
    rot: Rot = None,
    per: Per = None,
    revisjon: Revisjon = None,
    farge: Farge = None,
    stille: Stille = False,
    hjelp: Hjelp = False,
    version: Version = False,
) -> int:
    return _alone(ctx)


def _alone(ctx: typer.Context) -> int:
    """A group without a command tells what there is."""
    if ctx.invoked_subcommand is None:
        place = screen(stream=sys.stderr)
        say(help_page(ctx, place), colours=place.colours)
        return 2
    return 0
