"""The few things that the writer asks of the system, each a method: so that a test can stop it before any of them."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ehelse_cli.publish.errors import BusyError

_NO_LINKS = frozenset({errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EXDEV, errno.ENOSYS, errno.EACCES, errno.EINVAL})
_NO_EXCHANGE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)


class Disk:
    """The file system. Every method that changes something may raise OSError."""

    def make_folder(self, path: Path) -> None:
        """A new folder, and those around it."""
        path.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, content: bytes) -> None:
        """A new file. What is there already is never opened: it may be the old site's, under another name."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            while content:
                content = content[os.write(descriptor, content) :]
            if not hasattr(os, "sync"):
                os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def link(self, old: Path, new: Path) -> None:
        """The same file under a second name; a copy where the disk has no such thing. A link stays a link."""
        if old.is_symlink():
            new.symlink_to(old.readlink())
            return
        try:
            os.link(old, new)
        except OSError as problem:
            if problem.errno not in _NO_LINKS:
                raise
            shutil.copy2(old, new)

    def sync(self) -> None:
        """Wait until all that was written is on the disk: once for the whole site."""
        if hasattr(os, "sync"):
            os.sync()

    def exchange(self, one: Path, other: Path) -> bool:
        """Let two folders change places at one stroke; False where the system cannot."""
        return _exchange(one, other)

    def rename(self, old: Path, new: Path) -> None:
        """Move a file or a folder to a name that is free."""
        old.rename(new)

    def remove_file(self, path: Path) -> None:
        """Take a file away."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Take an empty folder away."""
        path.rmdir()

    def sync_folder(self, path: Path) -> None:
        """Let the swap itself survive a power cut, where the system lets one ask."""
        if not hasattr(os, "O_DIRECTORY"):
            return
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _exchange(one: Path, other: Path) -> bool:
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes  # for this alone

    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        else:
            failed = libc.renamex_np(*names, _RENAME_SWAP)
    except AttributeError:  # a C library older than the call
        return False
    number = ctypes.get_errno()
    if failed and number not in _NO_EXCHANGE:
        raise OSError(number, os.strerror(number), str(one))
    return not failed


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Alone with the folder's neighbourhood. The lock dies with the program, so nobody has to clear it away.

    Raises:
        BusyError: if somebody else has it.
    """
    descriptor = _open_lock(target)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        raise BusyError(target) from None
    try:
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _open_lock(target: Path) -> int:
        return os.open(target.with_name(f".{target.name}.laas"), os.O_RDWR | os.O_CREAT)

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open_lock(target: Path) -> int:
        return os.open(target.parent, os.O_RDONLY)

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
