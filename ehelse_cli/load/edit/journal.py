"""What a command is about to swap, written down first: if it is stopped half way, the next one puts it back.

The file says what each file was and becomes. It is made sure of before the first swap and taken away after the last, so
a folder without it is whole. Only commands that write heed it: whoever merely reads is told that it is there, since a
file that came with a pull request must not change what is judged.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_written
from ehelse_cli.load.edit.beside import sync_folder, write_beside
from ehelse_cli.load.edit.edits import FileEdit
from ehelse_cli.load.tree import JOURNAL, sibling


class HalfWayError(EhelseError):
    """Some files are new and some old, and the system lets nobody put them back."""

    def __init__(self, paths: Sequence[str], problem: str) -> None:
        super().__init__(
            f"bare noen av filene ble skrevet, og de lar seg ikke sette tilbake ({problem}): {_named(paths)}",
            "Når disken er i orden, gjør neste kommando som endrer noe, dem om. `git diff` viser hvor de står.",
        )


class UnfinishedError(EhelseError):
    """A command was stopped half way, and somebody has written to its files since: nobody can choose for them."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(
            f"en tidligere endring ble avbrutt midt i, og filene er endret siden: {_named(paths)}",
            "De står som de er. Se på dem med `git diff`, og kjør kommandoen på nytt.",
        )


class BadJournalError(EhelseError):
    """What stands there is no journal of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"«{path}» skulle si hva en avbrutt endring gjelder, men kan ikke leses", "Se på den, og slett den."
        )


def _named(paths: Sequence[str]) -> str:
    return ", ".join(f"data/{path}" for path in paths)


def begin(folder: Path, files: Sequence[FileEdit]) -> None:
    """Write down what is to be done, and make sure of it.

    Raises:
        OSError: if the system refuses; nothing is left then.
    """
    said = [{"sti": one.path, "gammel": _packed(one.old), "ny": _packed(one.new)} for one in files]
    beside = write_beside(folder / JOURNAL, json.dumps({"versjon": 1, "filer": said}).encode())
    try:
        beside.replace(folder / JOURNAL)
    except BaseException:
        _remove(beside)
        raise
    sync_folder(folder)


def end(folder: Path, files: Sequence[FileEdit]) -> None:
    """All is done or undone: make sure of that, and only then take the journal away."""
    clear(folder, files)
    for parent in {up for one in files for up in (folder / one.path).parents if up.is_relative_to(folder)}:
        sync_folder(parent)
    _remove(folder / JOURNAL)
    sync_folder(folder)


def put_back(folder: Path, files: Sequence[FileEdit]) -> None:
    """Every file that is new, as it was; what is neither is somebody else's. Then the journal is taken away.

    Raises:
        HalfWayError: if the system refuses; the journal stays.
    """
    stuck: list[tuple[str, str]] = []
    for one in reversed(files):
        try:
            if one.old != one.new and _content(folder, one) == one.new:
                _restore(folder / one.path, one.old)
        except OSError as problem:
            stuck.append((one.path, why_not_written(problem)))
    if stuck:
        raise HalfWayError([path for path, _ in stuck], stuck[0][1])
    end(folder, files)


def clear(folder: Path, files: Sequence[FileEdit]) -> None:
    """Take away what was written beside the files, and the folders that were made for them and are empty."""
    names: dict[Path, set[str]] = {folder: {JOURNAL}}
    for one in files:
        names.setdefault((folder / one.path).parent, set()).add(PurePosixPath(one.path).name)
    for parent, own in names.items():
        for left in _beside(parent, own):
            _remove(left)
    for one in files:
        if one.old is None:
            _without_empty(folder, (folder / one.path).parent)


def recover(folder: Path) -> tuple[str, ...]:
    """Put back what a stopped command left in the data folder, which must be locked: the paths of those files.

    Raises:
        HalfWayError: if the system lets nobody do so.
        UnfinishedError: if somebody has written to one of the files since; nothing is touched, and it is told once.
        BadJournalError: if the journal cannot be read.
    """
    files = _read(folder)
    if not files:
        clear(folder, ())
        return ()
    states = [_state(folder, one) for one in files]
    if None in states:
        end(folder, files)
        raise UnfinishedError([one.path for one in files])
    if all(states):  # done, all of it, but for the journal
        end(folder, files)
        return ()
    put_back(folder, files)
    return tuple(one.path for one in files)


def _state(folder: Path, one: FileEdit) -> bool | None:
    """Whether the file is new (True) or old (False); None where it is neither."""
    try:
        found = _content(folder, one)
    except OSError:
        return None
    return None if found not in (one.old, one.new) else found == one.new


def _content(folder: Path, one: FileEdit) -> bytes | None:
    path = folder / one.path
    return path.read_bytes() if os.path.lexists(path) else None


def _restore(path: Path, old: bytes | None) -> None:
    if old is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_beside(path, old).replace(path)


def _read(folder: Path) -> tuple[FileEdit, ...]:
    """What the journal says; nothing where there is none."""
    path = folder / JOURNAL
    if not os.path.lexists(path):
        return ()
    try:
        if path.is_symlink() or not path.is_file():
            raise BadJournalError(path)
        files = tuple(_entries(json.loads(path.read_bytes())))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadJournalError(path) from None
    if not all(_is_ours(folder, one.path) for one in files):
        raise BadJournalError(path)
    return files


def _entries(said: Any) -> Iterator[FileEdit]:
    for one in said["filer"]:
        yield FileEdit(str(one["sti"]), _unpacked(one["gammel"]), _unpacked(one["ny"]))


def _is_ours(folder: Path, path: str) -> bool:
    """Whether the path leads to a file in the folder, past no link, and not to what git keeps or what is exempt."""
    parts = PurePosixPath(path).parts
    odd = not parts or path.startswith("/") or "\\" in path or sibling(path) is not None
    return not odd and not {"..", ".git"}.intersection(parts) and not leads_away(folder, path)


def leads_away(folder: Path, path: str) -> bool:
    """Whether one of the folders on the way from `folder` to the file is a link, to wherever it may lead."""
    parents = PurePosixPath(path).parents
    return any((folder / parent).is_symlink() for parent in parents if parent.parts)


def _packed(raw: bytes | None) -> str | None:
    return None if raw is None else base64.b64encode(raw).decode()


def _unpacked(said: str | None) -> bytes | None:
    return None if said is None else base64.b64decode(said, validate=True)


#: How `write_beside` calls what it writes.
_BESIDE = re.compile(r"\.(.+)\.[^.]+\.tmp")


def _beside(folder: Path, names: Collection[str]) -> Iterator[Path]:
    """What `write_beside` may have left there of files with these names."""
    with suppress(OSError):
        for path in tuple(folder.iterdir()):
            match = _BESIDE.fullmatch(path.name)
            if match and match[1] in names:
                yield path


def _remove(path: Path) -> None:
    """Take away what is only in the way. One try more where the system refuses."""
    for _ in range(2):
        with suppress(OSError):
            path.unlink(missing_ok=True)
            break


def _without_empty(folder: Path, path: Path) -> None:
    """Remove the empty folders from `path` upwards, below the data folder."""
    with suppress(OSError):
        while path != folder:
            with suppress(FileNotFoundError):
                path.rmdir()
            path = path.parent
