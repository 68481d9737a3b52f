"""Commands and groups of commands as ours: the shared options everywhere, our own help page, Norwegian all through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ehelse_cli.cli.errors import UnexpectedArgumentError, UnknownCommandError, nearest
from ehelse_cli.cli.shared import SHARED, collect


def _with_shared(own: list[Any], ctx: Any) -> list[Any]:
    """The command's own options, and those of the program that every command has."""
    if ctx.parent is None:
        return own
    return [*own, *(param for param in ctx.find_root().command.params if param.name in SHARED)]


def _hand_on(ctx: Any) -> None:
    """Keep the shared options for whoever asks, and take them out of what the command's function is called with."""
    collect(ctx)
    if ctx.parent is not None:
        for name in SHARED:
            ctx.params.pop(name, None)


@contextmanager
def _naming(ctx: Any) -> Iterator[None]:
    """Tell a failure of the parser which command it was about: not every one of them knows."""
    try:
        yield
    except typer.TyperException as problem:
        if getattr(problem, "ctx", None) is None:
            problem.ctx = ctx  # type: ignore[attr-defined]
        raise


class Command(TyperCommand):
    """One command."""

    allow_extra_args = True  # so that the refusal is ours

    def get_params(self, ctx: Any) -> list[Any]:
        """The command's options and the shared ones."""
        return _with_shared(super().get_params(ctx), ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command's part of the line.

        Raises:
            UnexpectedArgumentError: if there are words left over.
        """
        from ehelse_cli.cli.questions import parsed

        with _naming(ctx):
            rest = parsed(ctx, args, super().parse_args)
        if rest and not ctx.resilient_parsing:
            raise UnexpectedArgumentError(rest, ctx.command_path)
        _hand_on(ctx)
        return rest


class Group(TyperGroup):
    """The program itself, or a command with commands below it."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The group's options and the shared ones."""
        return _with_shared(super().get_params(ctx), ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the group's part of the line."""
        with _naming(ctx):
            rest = super().parse_args(ctx, args)
        _hand_on(ctx)
        return rest

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the first word names.

        Raises:
            UnknownCommandError: if there is none.
        """
        name = args[0]
        if name not in self.commands:
            raise UnknownCommandError(name, nearest(name, tuple(self.commands)), ctx.command_path)
        return name, self.commands[name], args[1:]


class Offered(Mapping[str, Any]):
    """The commands and groups of a group, each loaded and built when it is asked for: a line names one of them."""

    def __init__(
        self,
        modules: Mapping[str, str],
        groups: Mapping[str, Callable[[], Any]],
        headings: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._modules, self._groups = modules, groups
        #: How the help page sorts them.
        self.headings = headings or {"Kommandoer": tuple(self)}

    def __getitem__(self, name: str) -> Any:
        return self._groups[name]() if name in self._groups else _built(name, module(self._modules[name]))

    def __iter__(self) -> Iterator[str]:
        yield from self._modules
        yield from self._groups

    def __len__(self) -> int:
        return len(self._modules) + len(self._groups)

    def help(self, name: str) -> str:
        """What the command says of itself."""
        return str(self._groups[name]().help if name in self._groups else module(self._modules[name]).HELP)


def module(name: str) -> ModuleType:
    """The module of a command: HELP, EXAMPLE and run."""
    return import_module(f"ehelse_cli.cli.{name}")


def _built(name: str, of: ModuleType) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command, add_help_option=False, help=of.HELP, epilog=of.EXAMPLE)(of.run)
    return as_typed(typer.main.get_command(app))


def as_typed(command: Any) -> Any:
    """The command, with text taken as it was typed: to find that text is text, typer loads all of pydantic.

    That takes as long as all else that a short command does; and of a long one, the reading may begin so much sooner.
    A typer that tells of its types in another way does as it always did.
    """
    for param in command.params:
        told = getattr(param, "type_descriptor", None)
        if getattr(told, "annotation", None) is str and not getattr(param, "multiple", False) and param.nargs == 1:
            param.get_runtime_param = _AsTyped
    return command


class _AsTyped:
    """What typer asks for what a word comes to."""

    def coerce(self, value: str | None, **_: Any) -> str | None:
        """The word as it is."""
        return value
