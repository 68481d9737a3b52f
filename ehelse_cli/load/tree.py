"""The files of a data folder: listed once, read when asked for. The same from disk and from a git revision."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_read
from ehelse_cli.load.names import NameProblem, name_problems
from ehelse_cli.load.problem import START, Problem
from ehelse_cli.load.text import MAX_BYTES, decode, too_large

if TYPE_CHECKING:
    from ehelse_cli.load.versions import Versions

__all__ = [
    "DATA",
    "JOURNAL",
    "MAX_BYTES",
    "DiskTree",
    "Entry",
    "FileUnreadableError",
    "NameProblem",
    "NoDataError",
    "OneFile",
    "Tree",
    "decode",
    "find_root",
    "is_listed",
    "name_problems",
    "printable",
    "read_text",
    "readable",
]

DATA = "data"
#: Where a command writes down what it is about to do (`edit/journal.py`); while it is there, something is half way.
JOURNAL = ".ehelse-endring.tmp"

#: Never opened by anything that lists a tree: what is exempt from public access has a tree of its own.
_EXEMPT = "skjermet"

_IGNORED_NAMES = frozenset(
    {
        ".DS_Store",
        ".directory",
        ".git",
        ".gitattributes",
        ".gitignore",
        ".gitkeep",
        ".hg",
        ".idea",
        ".svn",
        ".vscode",
        "Thumbs.db",
        "desktop.ini",
    }
)
_IGNORED_ENDINGS = ("~", ".swp", ".swo", ".swx", ".tmp")  # editors' copies, and ours while writing
_IGNORED_BEGINNINGS = (".#", "#", "._", ".~lock.", "~$")  # Emacs, macOS, LibreOffice, Word

_NO_TEXT = re.compile("[\ud800-\udfff]")

Kind = Literal["file", "link", "special", "unreadable"]


class Entry(Struct, frozen=True):
    """One thing below the data folder. `path` is posix from there; `size` is in bytes; only a `file` can be read."""

    path: str
    size: int
    kind: Kind


class Tree(Protocol):
    """A data folder as it is on disk or was in a revision; `name` says which, for messages."""

    @property
    def name(self) -> str:
        """`arbeidstreet`, or the revision as the user wrote it."""

    def files(self) -> Iterable[Entry]:
        """Everything below the data folder, sorted by path, without `skjermet/` and what editors leave behind."""

    def twins(self) -> Iterable[str]:
        """Where the open sibling of each file below `skjermet/` stands or would stand. No twin is ever opened."""

    def versions(self) -> Versions | None:
        """What the tree's repository remembers of its files; None where there is no repository."""

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
        """The bytes of a listed file.

        Raises:
            FileUnreadableError: if it is not listed, no regular file, over `limit` bytes, or the system refuses.
        """


class NoDataError(EhelseError):
    """There is no data folder here."""

    def __init__(self, start: str, where: str = "eller mappene over") -> None:
        super().__init__(
            f"fant ingen datamappe i «{start}» {where}",
            "Gå til mappen som har «data/datasett.yaml», eller oppgi den med --rot. "
            "Er det ingen ennå, lager `ehelse ny datasett` en.",
        )


class FileUnreadableError(EhelseError):
    """A file that cannot be read, and why."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"kan ikke lese «{DATA}/{path}»: {why}")
        self.why = why


def find_root(start: Path) -> Path:
    """The folder that holds `data/`: `start` itself or the nearest above; `start` may also be the data folder.

    Raises:
        NoDataError: if there is none, or `start` is no folder: whoever wrote a name wrong means no other place.
    """
    start = start.absolute()
    with suppress(OSError):  # a name that is too long, a folder nobody may look into
        if not start.is_dir():
            raise NoDataError(str(start), "– det er ingen mappe")
        if start.name == DATA and _is_data(start):
            return start.parent
        if (start / DATA).is_dir() and not (start / DATA).is_symlink():
            return start
        for folder in start.parents:
            if _is_data(folder / DATA):
                return folder
    raise NoDataError(str(start))


def _is_data(folder: Path) -> bool:
    return not folder.is_symlink() and ((folder / "datasett.yaml").is_file() or (folder / "forum").is_dir())


def read_text(tree: Tree, entry: Entry) -> str | Problem:
    """The text of an entry, or the one thing that is wrong with it."""
    if entry.kind != "file":
        return Problem(*_NOT_A_FILE[entry.kind], START)
    if entry.size > MAX_BYTES:
        return too_large(entry.size)
    try:
        return decode(tree.read(entry.path))
    except FileUnreadableError as error:
        return Problem("uleselig", f"filen kan ikke leses: {error.why}", error.help, START)


_NOT_A_FILE = {
    "link": (
        "lenke",
        "dette er en lenke (eller en git-modul), og lenker følges ikke",
        "Legg selve filen i datamappen.",
    ),
    "special": ("spesialfil", "dette er ikke en vanlig fil", "Fjern den fra datamappen."),
    "unreadable": ("uleselig", "filen eller mappen kan ikke leses", "Se på tilgangsrettighetene og navnet."),
}


def readable(entry: Entry | None, path: str, limit: int) -> Entry:
    """The entry, if its content may be asked for.

    Raises:
        FileUnreadableError: if it is not listed, no regular file, or too large.
    """
    if entry is None or entry.kind != "file":
        raise FileUnreadableError(path, "den er ikke en vanlig fil i treet")
    if entry.size > limit:
        raise FileUnreadableError(path, f"den er større enn {limit // 2**20} MiB")
    return entry


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is no part of the data: left by git, an editor or the system."""
    return name in _IGNORED_NAMES or name.endswith(_IGNORED_ENDINGS) or name.startswith(_IGNORED_BEGINNINGS)


def is_listed(path: str) -> bool:
    """Whether a path from the data folder is part of the tree. On some disks `Skjermet` is the same folder."""
    return sibling(path) is None and not any(map(is_ignored, path.split("/")))


def sibling(path: str) -> str | None:
    """Where the open file would stand that this one, below `skjermet/`, is the twin of; None for an open one."""
    top, _, below = path.partition("/")
    return below if top.casefold() == _EXEMPT else None


def printable(name: str) -> str:
    """A file name as text: what stands for bytes that are not UTF-8 becomes U+FFFD."""
    return _NO_TEXT.sub("\ufffd", name)


class OneFile(Struct, frozen=True):
    """A tree of one file, whose content is at hand."""

    name: str
    entry: Entry
    content: bytes

    def files(self) -> Iterable[Entry]:
        """As `Tree` says."""
        return (self.entry,)

    def twins(self) -> Iterable[str]:
        """As `Tree` says: none."""
        return ()

    def versions(self) -> None:
        """As `Tree` says: none are known."""

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:  # noqa: ARG002 (as every tree)
        """As `Tree` says, whatever the path."""
        return self.content


class DiskTree:
    """The data folder below `root`, as it is now. Links are never followed, pipes and devices never opened."""

    name = "arbeidstreet"

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / DATA

    def files(self) -> Iterable[Entry]:
        """As `Tree` says. Listed at the first call: a tree is a snapshot.

        Raises:
            NoDataError: if the data folder is missing, or a link to somewhere else.
        """
        return self._entries.values()

    def twins(self) -> Iterable[str]:
        """As `Tree` says. A `skjermet` that is a link to somewhere else, or that nobody may look into, has none."""
        try:
            with os.scandir(self._folder) as found:
                exempt = [item.path for item in found if sibling(item.name) is not None and not item.is_symlink()]
        except OSError:
            return ()
        return sorted(entry.path for folder in exempt for entry in _walk(folder) if entry.kind == "file")

    def versions(self) -> Versions | None:
        """As `Tree` says."""
        from ehelse_cli.load.git_errors import NotARepositoryError
        from ehelse_cli.load.git_versions import GitVersions
        from ehelse_cli.load.repository import find_repository

        try:
            return GitVersions(*find_repository(self.root))
        except NotARepositoryError:
            return None

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
        """As `Tree` says."""
        entry = readable(self._entries.get(path), path, limit)
        try:
            return _read_regular(f"{self._folder}/{path}", entry.size)
        except OSError as error:
            raise FileUnreadableError(path, why_not_read(error)) from error

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        if self._folder.is_symlink() or not self._folder.is_dir():
            raise NoDataError(str(self.root))
        return {entry.path: entry for entry in sorted(_walk(str(self._folder)), key=lambda entry: entry.path)}


def _walk(top: str) -> Iterator[Entry]:
    """Everything below `top`. A stack of folders, so that depth costs no more than breadth."""
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            with os.scandir(f"{top}/{prefix}") as found:
                items = [item for item in found if prefix or sibling(item.name) is None]
            if prefix and any(item.name == ".git" for item in items):
                yield Entry(printable(prefix[:-1]), 0, "link")  # another repository: in git, one entry
                continue
            for item in items:
                if is_ignored(item.name):
                    continue
                if item.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{item.name}/")
                else:
                    yield _entry(prefix + item.name, item)
        except OSError:
            yield Entry(printable(prefix[:-1]), 0, "unreadable")


def _entry(path: str, item: os.DirEntry[str]) -> Entry:
    status = item.stat(follow_symlinks=False)
    if not path.isascii() and printable(path) != path:
        return Entry(printable(path), status.st_size, "unreadable")
    return Entry(path, status.st_size, _kind(status.st_mode, item.path))


def _kind(mode: int, path: str) -> Kind:
    if stat.S_ISLNK(mode):
        return "link"
    if not stat.S_ISREG(mode):
        return "special"
    # Asking the system costs a call for each file; a file that all may read needs no asking.
    return "file" if mode & 0o444 == 0o444 or os.access(path, os.R_OK) else "unreadable"


def _read_regular(path: str, size: int) -> bytes:
    """The content of what was listed with this size.

    Raises:
        OSError: if it is something else by now, or the system refuses.
    """
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        content = file.read(size + 1) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    if content is None or len(content) != size:
        raise OSError(0, "den ble endret mens den ble lest")
    return content


# A pipe must not make the opening wait, and a link put there since the listing must not be followed.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
