"""One writer at a time: the data folder is locked while a command reads, judges and writes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_written

#: So long one waits for another command; none takes more than a few seconds.
WAIT = 15.0
_STEP = 0.05


class LockedError(EhelseError):
    """Another command is writing."""

    def __init__(self) -> None:
        super().__init__("en annen kommando holder på å endre filene", "Vent til den er ferdig, og prøv igjen.")


class CannotLockError(EhelseError):
    """The folder cannot be locked, so nobody can know that nobody else writes."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"kan ikke låse «{folder}»: {why}", "Ingenting er endret.")


@contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the folder alone. The system lets go when the program ends, however it ends.

    Raises:
        LockedError: if another has not let go within `wait` seconds.
        CannotLockError: if the system refuses.
    """
    try:
        descriptor = _open(folder)
    except OSError as problem:
        raise CannotLockError(folder, why_not_written(problem)) from None
    try:
        _acquire(descriptor, wait)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, wait: float) -> None:
    until = time.monotonic() + wait
    while not _try(descriptor):
        if time.monotonic() > until:
            raise LockedError
        time.sleep(_STEP)


if sys.platform == "win32":  # a folder cannot be opened there, so a file beside the others is locked
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".laas.tmp", os.O_RDWR | os.O_CREAT)

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
