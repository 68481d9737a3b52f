"""A sign of life for work that takes its time: on a terminal only, on stderr, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

#: Nobody needs to be told of what is over before they look.
_SECONDS = 1.0


def counted(things: Iterable[T], what: str, *, quiet: bool) -> Iterator[T]:
    """The things as they come; while they do, how many there were, after the first second."""
    if quiet or not sys.stderr.isatty():
        yield from things
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"))
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task, start, shown = bar.add_task(what, total=None), monotonic(), False
    try:
        for thing in things:
            if not shown and monotonic() - start > _SECONDS:
                bar.start()
                shown = True
            yield thing
            bar.advance(task)
    finally:
        if shown:
            bar.stop()


@contextmanager
def waiting(what: str, *, quiet: bool) -> Iterator[None]:
    """Say what is waited for, after the first second, until it is there."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    bar = Progress(SpinnerColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True)
    bar.add_task(what, total=None)
    start = Timer(_SECONDS, bar.start)
    start.start()
    try:
        yield
    finally:
        start.cancel()
        start.join()
        bar.stop()
