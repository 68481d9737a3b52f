"""Several files that change together: every one old, or every one new; a killed program leaves no half-written file.

All new content is written beside and made sure of first, where a full disk is met; then the files are swapped, one
after the other. If a swap is refused, those that were made are undone.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.edit.beside import sync_folder, why, write_beside
from ehelse_cli.load.edit.edits import Edits, FileEdit


class NotEditedError(EhelseError):
    """Everything stands as it did."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"kan ikke skrive «data/{path}»: {why}", "Ingenting er endret.")


class HalfWayError(EhelseError):
    """Some files are new and some old, and could not be put back: the only case where a person must look."""

    def __init__(self, paths: Sequence[str]) -> None:
        names = ", ".join(f"data/{path}" for path in paths)
        super().__init__(
            f"bare noen av filene ble skrevet: {names}", "Se på dem med `git diff`, og gjør ferdig eller tilbake."
        )


class ChangedMeanwhileError(EhelseError):
    """Somebody else wrote to the file while we thought."""

    def __init__(self, path: str) -> None:
        super().__init__(f"«data/{path}» ble endret av noen andre i mellomtiden", "Ingenting er endret. Prøv igjen.")


def write_all(folder: Path, edits: Edits) -> None:
    """Make the edits to the files below the data folder.

    Raises:
        ChangedMeanwhileError: if a file is not as it was read.
        NotEditedError: if the system refuses; nothing is changed then.
        HalfWayError: if it refuses in the middle, and again when what was done is to be undone.
    """
    # What goes, goes last: a file that moves is in both places before it is in one.
    real = sorted((one for one in edits.files if one.old != one.new), key=lambda one: one.new is None)
    for one in real:
        _see_that_nobody_wrote(folder, one)
    made: list[Path] = []
    beside: dict[str, Path] = {}
    try:
        for one in real:
            if one.new is not None:
                beside[one.path] = _prepare(folder / one.path, one.path, one.new, made)
        _swap_all(folder, real, beside)
    except BaseException:
        _clear(beside.values())
        for empty in reversed(made):
            with suppress(OSError):
                empty.rmdir()
        raise
    _clear(beside.values())
    for parent in {*((folder / one.path).parent for one in real), *(one.parent for one in made)}:
        sync_folder(parent)


def _see_that_nobody_wrote(folder: Path, one: FileEdit) -> None:
    path = folder / one.path
    try:
        found = path.read_bytes() if path.exists() or path.is_symlink() else None
    except OSError as problem:
        raise NotEditedError(one.path, why(problem)) from None
    if found != one.old:
        raise ChangedMeanwhileError(one.path)
    if path.is_symlink():
        raise NotEditedError(one.path, "det er en lenke")


def _prepare(file: Path, path: str, content: bytes, made: list[Path]) -> Path:
    """The new content on the disk beside the file, made sure of."""
    try:
        _make_folders(file.parent, made)
        return write_beside(file, content)
    except OSError as problem:
        raise NotEditedError(path, why(problem)) from None


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _swap_all(folder: Path, real: Sequence[FileEdit], beside: dict[str, Path]) -> None:
    done: list[FileEdit] = []
    for one in real:
        try:
            _swap(folder / one.path, one, beside.get(one.path))
        except OSError as problem:
            _undo(folder, done)
            raise NotEditedError(one.path, why(problem)) from None
        done.append(one)


def _swap(path: Path, one: FileEdit, beside: Path | None) -> None:
    if beside is None:
        path.unlink()
    elif one.old is None:
        _put_new(path, beside)
    else:
        beside.replace(path)


def _put_new(path: Path, beside: Path) -> None:
    """Never in the place of a file that came meanwhile; a link is refused where there is one, a move is not."""
    try:
        os.link(beside, path)
    except OSError as problem:
        if problem.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK) or path.exists():
            raise
        beside.replace(path)


def _clear(beside: Iterable[Path]) -> None:
    """Take away what was written beside. One try more where the system refuses: the files are as they are."""
    for path in beside:
        for _ in range(2):
            with suppress(OSError):
                path.unlink(missing_ok=True)
                break


def _undo(folder: Path, done: Sequence[FileEdit]) -> None:
    """Put back what was there before."""
    stuck = []
    for one in reversed(done):
        path = folder / one.path
        try:
            if one.old is None:
                path.unlink()
            else:
                write_beside(path, one.old).replace(path)
        except OSError:
            stuck.append(one.path)
    if stuck:
        raise HalfWayError(stuck)
