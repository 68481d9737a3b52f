"""Several files that change together: every one old, or every one new; a killed program leaves no half-written file.

What is to be done is written down first (`journal.py`), then all new content is written beside and made sure of, where
a full disk is met; then the files are swapped, one after the other. If anything is refused or the program is
interrupted, what was done is undone; if the program is killed, the next one that writes does it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_written
from ehelse_cli.load.edit.beside import write_beside
from ehelse_cli.load.edit.edits import Edits, FileEdit
from ehelse_cli.load.edit.journal import begin, end, leads_away, put_back


class NotEditedError(EhelseError):
    """Everything stands as it did."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"kan ikke skrive «data/{path}»: {why}", "Ingenting er endret.")


class ChangedMeanwhileError(EhelseError):
    """Somebody else wrote to the file while we thought."""

    def __init__(self, path: str) -> None:
        super().__init__(f"«data/{path}» ble endret av noen andre i mellomtiden", "Ingenting er endret. Prøv igjen.")


def write_all(folder: Path, edits: Edits) -> None:
    """Make the edits to the files below the data folder, which must be locked.

    Raises:
        ChangedMeanwhileError: if a file is not as it was read; nothing is changed then.
        NotEditedError: if the system refuses; nothing is changed then.
        HalfWayError: if it refuses in the middle, and again when what was done is to be undone.
    """
    # What goes, goes last: a file that moves is in both places before it is in one.
    real = sorted((one for one in edits.files if one.old != one.new), key=lambda one: one.new is None)
    for one in real:
        _see_that_nobody_wrote(folder, one)
    if real:
        _begin(folder, real)
        try:
            _do(folder, real)
        except BaseException:
            put_back(folder, real)
            raise
        end(folder, real)


def _begin(folder: Path, real: Sequence[FileEdit]) -> None:
    try:
        begin(folder, real)
    except OSError as problem:
        raise NotEditedError(real[0].path, why_not_written(problem)) from None


def _do(folder: Path, real: Sequence[FileEdit]) -> None:
    beside = {one.path: _prepare(folder / one.path, one.path, one.new) for one in real if one.new is not None}
    for one in real:
        _see_that_nobody_wrote(folder, one)
        try:
            _swap(folder / one.path, one, beside.get(one.path))
        except OSError as problem:
            raise NotEditedError(one.path, why_not_written(problem)) from None


def _see_that_nobody_wrote(folder: Path, one: FileEdit) -> None:
    path = folder / one.path
    if leads_away(folder, one.path):
        raise NotEditedError(one.path, "mappen er en lenke")
    try:
        found = path.read_bytes() if path.exists() or path.is_symlink() else None
    except OSError as problem:
        raise NotEditedError(one.path, why_not_written(problem)) from None
    if found != one.old:
        raise ChangedMeanwhileError(one.path)
    if path.is_symlink():
        raise NotEditedError(one.path, "det er en lenke")


def _prepare(file: Path, path: str, content: bytes) -> Path:
    """The new content on the disk beside the file, made sure of."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return write_beside(file, content)
    except OSError as problem:
        raise NotEditedError(path, why_not_written(problem)) from None


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
