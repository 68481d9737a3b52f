"""The help page, in Norwegian: what the command does, how it is typed, and an example that works."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen

_LABEL_ROOM = 30


def help_page(ctx: Any, painter: Screen) -> str:
    """The page about the command or group that is being read."""
    return "\n".join(_page(ctx.command, ctx, painter)) + "\n"


def _page(command: Any, ctx: Any, painter: Screen) -> Iterator[str]:
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield from painter.wrapped(" ".join(paragraph.split()), 0)
        yield ""
    yield from _section("Bruk", [(_usage(command, ctx), "")], painter)
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    yield from _section("Argumenter", [(_name(param), param.help or "") for param in arguments], painter)
    yield from _children(getattr(command, "commands", None), painter)
    yield from _section("Valg", list(_options(command, ctx)), painter)
    yield from _section("Eksempel", [(line, "") for line in (command.epilog or "").splitlines()], painter, last=True)


def _children(offered: Any, painter: Screen) -> Iterator[str]:
    """The commands below this one under their headings, in columns that stand where they stand under the others."""
    if offered is not None:
        room = max(map(width, offered))
        for title, names in offered.headings.items():
            yield from _section(title, [(name, _first_line(offered.help(name))) for name in names], painter, room)


def _usage(command: Any, ctx: Any) -> str:
    arguments = [_in_usage(param) for param in command.params if param.param_type_name == "argument"]
    parts = [ctx.command_path, *arguments, *(["KOMMANDO"] if hasattr(command, "commands") else []), "[valg]"]
    return " ".join(parts)


def _in_usage(param: Any) -> str:
    name = _name(param)
    return name if param.required else f"[{name}]"


def _name(param: Any) -> str:
    return f"{param.metavar or param.name.upper()}{'…' if param.nargs == -1 else ''}"


def _options(command: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    for param in command.get_params(ctx):
        if param.param_type_name == "option" and not param.hidden:
            value = f" {param.metavar}" if param.metavar else ""
            yield ", ".join(sorted(param.opts, key=len)) + value, param.help or ""


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n")[0]


def _section(
    title: str, rows: list[tuple[str, str]], painter: Screen, room: int = 0, *, last: bool = False
) -> Iterator[str]:
    """A heading and its rows in two columns; a label too long for its column stands on a line of its own."""
    if not rows:
        return
    yield painter.paint(title, "fet")
    indent = min(max(room, *(width(label) for label, _ in rows)) + 4, _LABEL_ROOM, painter.width // 2)
    for label, text in rows:
        yield from _row(label, text, indent, painter)
    if not last:
        yield ""


def _row(label: str, text: str, indent: int, painter: Screen) -> Iterator[str]:
    shown = painter.paint(label, "cyan") if text else painter.plain(label)
    if not text:
        yield f"  {shown}"
        return
    lines = painter.wrapped(text, indent, first=indent)
    if width(label) + 4 > indent:
        yield f"  {shown}"
        yield " " * indent + lines[0]
    else:
        yield f"  {shown}{' ' * (indent - 2 - width(label))}{lines[0]}"
    yield from lines[1:]
