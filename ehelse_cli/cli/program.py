"""The program as typer sees it: the shared options, and the commands."""

# ruff: noqa: ARG001, PLR0917 (the signature is the declaration: typer reads it, `shared` hands the values on)

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import typer

from ehelse_cli.cli.command import Group, Offered, as_typed, module
from ehelse_cli.cli.commands import COMMANDS, EXAMPLE, GROUPS, HEADINGS, HELP, Below
from ehelse_cli.cli.errors import in_words
from ehelse_cli.cli.help import help_page
from ehelse_cli.cli.output import say, screen, show
from ehelse_cli.cli.shared import Farge, Hjelp, Per, Revisjon, Rot, Stille
from ehelse_cli.cli.version import version


def run(arguments: Sequence[str]) -> int:
    """Read the line, run the command it names, and give its exit code.

    Raises:
        EhelseError: when the line cannot be understood, or the command cannot go on.
    """
    try:
        return int(program().main(list(arguments), prog_name="ehelse", standalone_mode=False) or 0)
    except (typer.TyperException, typer.Abort) as problem:
        raise in_words(problem) from problem


def program() -> Any:
    """The program with all its commands, none of them loaded yet."""
    offered = Offered(COMMANDS, {name: partial(_below, below) for name, below in GROUPS.items()}, HEADINGS)
    return _group(HELP, EXAMPLE, _root, offered)


def _below(below: Below) -> Any:
    by_itself = module(below.alone).run if below.alone else alone
    return _group(below.help, below.example, by_itself, Offered(below.commands, {}))


def _group(help_: str, example: str, callback: typer.models.CommandFunctionType, offered: Offered) -> Any:
    app = typer.Typer(
        cls=Group,
        help=help_,
        epilog=example,
        callback=callback,
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,
        add_help_option=False,
    )
    group = as_typed(typer.main.get_command(app))
    group.commands = offered
    return group


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
    return alone(ctx)


def alone(ctx: typer.Context) -> int:
    """A group without a command tells what there is."""
    if ctx.invoked_subcommand is None:
        place = screen(stream=sys.stderr)
        say(help_page(ctx, place), colours=place.colours)
        return 2
    return 0
