"""Where the program starts and ends: every way out has its exit code, and none shows a bare traceback.

0 good · 1 findings · 2 usage, configuration, what the system refuses · 3 nothing checked · 4 our bug · 130 interrupted
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NoReturn

# Nothing heavy here: an interrupt while the program loads must be met by main(), too.


INTERRUPTED = 130


def program() -> NoReturn:
    """Run as a program of its own, and leave at once when all is written.

    Taking the dataset apart object by object, or looking through it for garbage one last time, would take a fifth of
    the time; the system does it better.
    """
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a stream that is closed has been dealt with in main()
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and answer with its exit code; or tell the shell what the line may go on with."""
    # No code of strangers is loaded into the models, and looking for it would take a tenth of the start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _open_streams()
    if os.environ.get("_EHELSE_COMPLETE"):
        from ehelse_cli.cli.completion import answer

        return answer(os.environ)
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with _no_collector():
            code = _run(given)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as problem:  # noqa: BLE001 (the one net under everything: whatever else comes is our bug)
        code = _say_bug(given, problem)
    if code == INTERRUPTED:
        _say_interrupted()
    return code


def _open_streams() -> None:
    """Where a stream was closed before the start, what goes there goes nowhere: not into the next file opened."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (for the life of the program)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


@contextmanager
def _no_collector() -> Iterator[None]:
    """A run is short and keeps nearly all it makes: looking for garbage, over and over, takes a third of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _run(given: Sequence[str]) -> int:
    from ehelse_cli.cli.output import finish, prepare, say_error
    from ehelse_cli.core.errors import EhelseError

    prepare()
    try:
        code = _carried_out(given)
        finish()
    except EhelseError as problem:
        say_error(problem.message, problem.help)
        code = problem.exit_code
    return code


def _carried_out(given: Sequence[str]) -> int:
    """The command's exit code. A line that can be read at a glance needs no parser, which takes its time to load."""
    if given and given[0] == "publiser":
        from ehelse_cli.cli.plain_line import read

        if order := read(given[1:]):
            from ehelse_cli.cli.unchanged import carry_out_if_changed

            return carry_out_if_changed(order)
    from ehelse_cli.cli.program import run

    return run(given)


def _say_interrupted() -> None:
    from ehelse_cli.cli.output import say

    say("avbrutt")


def _say_bug(given: Sequence[str], problem: Exception) -> int:
    from ehelse_cli.cli.bug import describe
    from ehelse_cli.cli.output import say

    say(describe(given, problem))
    return 4
