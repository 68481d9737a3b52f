"""A second process: where one can be had, and the pipe that brings home what it worked out."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from select import select
from typing import BinaryIO, NoReturn, TypeVar, cast

T = TypeVar("T")

#: Bytes that tell the length of what follows.
_LENGTH = 8


def can_divide() -> bool:
    """Windows cannot divide a process; one with several threads must not be; with one core there is nothing to win."""
    return hasattr(os, "fork") and threading.active_count() == 1 and cores() > 1


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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

    def fileno(self) -> int:
        """Where it sends, for whoever waits for several."""
        return self._pipe.fileno()

    def has_come(self) -> bool:
        """Whether something of what it sends is here, or it has ended: reading would not wait."""
        return bool(select([self._pipe], [], [], 0)[0])

    def receive(self) -> bytes:
        """The next packet (`send`), when it has come; nothing if it ended before that was whole."""
        length = int.from_bytes(self._read(_LENGTH))
        packet = self._read(length)
        return packet if len(packet) == length else b""

    def _read(self, length: int) -> bytes:
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
        with suppress(ChildProcessError):  # whoever started us may have said that nobody need wait for the dead
            os.waitpid(self.number, 0)


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Begin on something in a second process; the answer, when it is asked for.

    Where there is no such process, and when the answer is lost on the way, it is worked out here.
    """
    if not can_divide():
        return work
    second = Second(lambda pipe: send(pipe, pickle.dumps(work())))

    def answer() -> T:
        try:
            brought = second.receive()
        finally:
            second.end()
        return cast("T", pickle.loads(brought)) if brought else work()  # noqa: S301 (our own process sent it)

    return answer


def send(pipe: BinaryIO, packet: bytes) -> None:
    """Send something so that it can be told where it ends."""
    pipe.write(len(packet).to_bytes(_LENGTH))
    pipe.write(packet)


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
