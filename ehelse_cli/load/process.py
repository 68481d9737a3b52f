"""A second process: where one can be had, and the pipe that brings home what it worked out."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from select import select
from typing import BinaryIO, NoReturn


def can_divide() -> bool:
    """Windows cannot divide a process; one with several threads must not be; with one core there is nothing to win."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and threading.active_count() == 1 and cores > 1


class Second:
    """A copy of this process that does one piece of work, and is gone when it is done."""

    def __init__(self, work: Callable[[BinaryIO], object]) -> None:
        receiver, sender = os.pipe()
        self.number = os.fork()
        if self.number == 0:
            os.close(receiver)
            _live_for(work, sender)
        os.close(sender)
        self._pipe = os.fdopen(receiver, "rb", buffering=0)

    def has_come(self) -> bool:
        """Whether something of what it sends is here, or it has ended: reading would not wait."""
        return bool(select([self._pipe], [], [], 0)[0])

    def read(self, length: int) -> bytes:
        """So many bytes, when they have come; fewer if it ended before."""
        parts = []
        while length > 0 and (part := self._pipe.read(length)):
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def read_all(self) -> bytes:
        """All it sends, when it has ended."""
        return self._pipe.read()

    def end(self) -> None:
        """Nothing more is wanted of it."""
        self._pipe.close()
        os.waitpid(self.number, 0)


def _live_for(work: Callable[[BinaryIO], object], sender: int) -> NoReturn:
    """The whole life of the second process. It says nothing, and ends when nobody listens or somebody interrupts."""
    try:
        for number in (signal.SIGINT, signal.SIGPIPE):
            signal.signal(number, signal.SIG_DFL)
        os.closerange(0, 3)  # whoever reads what the command prints, must not wait for this process
        with os.fdopen(sender, "wb") as pipe:
            work(pipe)
    finally:
        os._exit(0)
