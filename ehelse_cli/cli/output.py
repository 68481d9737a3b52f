"""Everything that is printed passes here: made harmless, spelt in letters the receiver has, silent on a closed pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_written
from ehelse_cli.report.safe import SPELT, clean
from ehelse_cli.report.screen import Screen

_PIPE_WIDTH = 120
_NARROWEST, _WIDEST = 40, 160


class NotPrintedError(EhelseError):
    """The receiver of the output refuses it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"kan ikke skrive ut: {why}", "Er disken full, eller filen bare til lesing?")


def prepare() -> None:
    """Let both streams spell out the letters their encoding lacks instead of failing on them."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=SPELT)


def screen(colours: str = "auto", stream: IO[str] | None = None) -> Screen:
    """The place that text goes: its width, its colours (`auto`, `alltid` or `aldri`), its encoding."""
    import shutil  # which not every command has use for

    target = stream or sys.stdout
    painted = colours == "alltid" or (colours == "auto" and _takes_colours(target))
    columns = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    return Screen(min(max(columns, _NARROWEST), _WIDEST), painted, getattr(target, "encoding", None) or "utf-8")


def _takes_colours(stream: IO[str]) -> bool:
    """A terminal that has colours, and a user who has not asked for none (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM"))


def show(text: str, *, colours: bool = False, commands: bool = False) -> None:
    """Print what was asked for; with `commands`, what a CI run is to obey."""
    _write(sys.stdout, clean(text, colours=colours, commands=commands))


def show_bytes(content: bytes) -> None:
    """Print a document byte for byte: its line ends and its encoding are part of it."""
    _write(sys.stdout, "", flush=True)
    try:
        sys.stdout.buffer.write(content)
    except BrokenPipeError:
        _close(sys.stdout)
    except OSError as problem:
        _close(sys.stdout)
        raise NotPrintedError(why_not_written(problem)) from None


#: Who listens to what is said: lists that each line is put in.
_listeners: list[list[str]] = []


@contextmanager
def overheard() -> Iterator[list[str]]:
    """What is said meanwhile, beside saying it."""
    said: list[str] = []
    _listeners.append(said)
    try:
        yield said
    finally:
        _listeners.pop()


def say(text: str, *, colours: bool = False) -> None:
    """Print on stderr what is not data: one or more lines."""
    for said in _listeners:
        said.append(text)
    _write(sys.stderr, clean(text.rstrip("\n"), colours=colours) + "\n")


def prompt(text: str) -> None:
    """A question on stderr, and the answer on the same line."""
    _write(sys.stderr, clean(text), flush=True)


def say_error(message: str, help_: str | None = None) -> None:
    """What makes it impossible to go on, and the way out."""
    painter = screen("auto", sys.stderr)
    lines = [f"{painter.paint('feil', 'fet', 'roed')}: {message}"]
    lines += [f"  {painter.paint('hjelp', 'fet')}: {help_}"] if help_ else []
    say("\n".join(lines), colours=painter.colours)


def finish() -> None:
    """Make sure that all of it got out."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, "", flush=True)


def _write(stream: IO[str], text: str, *, flush: bool = False) -> None:
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except BrokenPipeError:
        _close(stream)
    except OSError as problem:
        _close(stream)
        if stream is not sys.stderr:
            raise NotPrintedError(why_not_written(problem)) from None


def _close(stream: IO[str]) -> None:
    """Nobody listens any more: let the rest of it, also what Python flushes at the end, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
