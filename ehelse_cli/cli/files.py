"""Writing a file so that it is the old one or the new one, never half of it."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from ehelse_cli.core.errors import EhelseError


class NotWrittenError(EhelseError):
    """The file stands as it did."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"kan ikke skrive «{path}»: {why}", "Ingenting er endret.")


def write_file(path: Path, content: str | bytes) -> None:
    """Put the text or the bytes at `path`, replacing what was there; where `path` is a link, what it points at.

    Raises:
        NotWrittenError: if it is a folder or a device, or the system refuses; nothing is changed then.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise NotWrittenError(path, "det er en mappe")
        if target.exists() and not target.is_file():
            raise NotWrittenError(path, "det er ikke en vanlig fil")
        _replace(target, content.encode() if isinstance(content, str) else content)
    except OSError as problem:
        raise NotWrittenError(path, _why(problem)) from None


def make_folder(path: Path) -> None:
    """Make the folder, and those around it, where there is none.

    Raises:
        NotWrittenError: if there is something else there, or the system refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotWrittenError(path, "det er ikke en mappe") from None
    except OSError as problem:
        raise NotWrittenError(path, _why(problem)) from None


def is_folder(path: Path) -> bool:
    """Whether there is a folder there; not, if the system will not tell."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _replace(target: Path, content: bytes) -> None:
    """Write beside, make sure it is on the disk, and swap."""
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """The swap itself must survive a power cut; not every system lets one ask."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# What the system says in English, by its number.
_REASONS = {
    errno.ENOENT: "mappen finnes ikke",
    errno.ENOTDIR: "en del av stien er ikke en mappe",
    errno.EACCES: "du har ikke lov til å skrive der",
    errno.EPERM: "du har ikke lov til å skrive der",
    errno.EROFS: "disken kan bare leses",
    errno.ENOSPC: "disken er full",
    errno.ENAMETOOLONG: "navnet er for langt",
}


def _why(problem: OSError) -> str:
    return _REASONS.get(problem.errno or 0) or problem.strerror or str(problem)
