"""Puts a site in its place: only what changed is written, and killed at any moment the old site or the new one stands.

The new site is built beside the old one, with a second name for every file that is as it was, brought to the disk with
one sync, and swapped in at one stroke. What we did not write is never taken away: it is in the new site as in the old.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ehelse_cli.publish import manifest
from ehelse_cli.publish.disk import Disk, locked
from ehelse_cli.publish.errors import InTheWayError, NotAFolderError, NotOursError, NotPublishedError, TwiceError
from ehelse_cli.publish.manifest import Entry
from ehelse_cli.publish.repair import UNDER_CONSTRUCTION, behind, beside, clear, files_below, folders_below, repair

#: What no name can be, or what Windows cannot have in one, or takes for a device.
_IMPOSSIBLE = re.compile(
    r'^$|[\x00-\x1f<>:"|?*\\]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$', re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it: how many files are new or changed, as they were, and gone; and the digest of their list."""

    nye: int
    uendret: int
    fjernet: int
    liste: str = field(default="", compare=False)

    @property
    def noe(self) -> bool:
        """Whether anything was written at all."""
        return bool(self.nye or self.fjernet)


def write_site(folder: Path, files: Iterable[tuple[str, bytes]], disk: Disk | None = None) -> Written:
    """Make the folder hold just these files (path from it, bytes), beside what others have put there.

    The files are taken as they come, so that no more than one need be in memory. If taking them raises, nothing is
    changed.

    Raises:
        NotOursError: there is something in the folder, and it is no site of ours.
        InTheWayError: a file of somebody else stands where one of these is to be.
        TwiceError: two of the files have one name.
        NotAFolderError, BusyError, NotPublishedError: as their names say.
        ValueError: a path no system can hold.
    """
    target = Path(os.path.realpath(folder))
    if not target.name:  # all that there is, and nothing beside it
        raise NotOursError(folder)
    system = disk or Disk()
    try:
        if target.exists() and not target.is_dir():
            raise NotAFolderError(folder)
        system.make_folder(target.parent)
        with locked(target):
            repair(target, system)
            return _Building(target, system, _what_we_wrote(target, folder)).run(files)
    except OSError as problem:
        raise NotPublishedError(folder, problem) from problem


def _what_we_wrote(target: Path, folder: Path) -> dict[str, Entry]:
    """The old site's list; nothing where there is no site yet."""
    ours = manifest.read(target)
    if ours is None and target.exists() and any(target.iterdir()):
        raise NotOursError(folder)
    return dict(ours or {})


class _Building:
    """One new site on its way. Nothing is made before the first file that is not as it was."""

    def __init__(self, target: Path, disk: Disk, old: dict[str, Entry]) -> None:
        self.target = target
        self.site = beside(target)
        self.disk = disk
        self.old = old
        self.new: dict[str, Entry] = {}
        self.waiting: list[str] = []
        self.begun = False
        self.changed = 0
        self.names = _Names()

    def run(self, files: Iterable[tuple[str, bytes]]) -> Written:
        """Take every file, then swap."""
        try:
            for path, content in files:
                self._take(path, content)
            gone = self.old.keys() - self.new.keys()
            listed = manifest.written(self.new)
            if gone or self.changed or not Entry.of(listed).is_at(self.target / manifest.NAME):
                self._finish(listed)
        except BaseException:
            self._discard()
            raise
        return Written(self.changed, len(self.new) - self.changed, len(gone), Entry.of(listed).sha256)

    def _take(self, path: str, content: bytes) -> None:
        self.names.add(path)
        entry = Entry.of(content)
        self.new[path] = entry
        if self.old.get(path) == entry and entry.is_at(self.target / path):
            self.waiting.append(path)
            return
        self._begin()
        there = self.site / path
        self.disk.make_folder(there.parent)
        self.disk.write(there, content)
        self.changed += 1

    def _begin(self) -> None:
        if not self.begun:
            self.begun = True
            self.disk.make_folder(self.site)
            self.disk.write(self.site / UNDER_CONSTRUCTION, b"")

    def _finish(self, listed: bytes) -> None:
        self._begin()
        for path in self.waiting:
            self._keep(path)
        for path in self._strangers():
            self._keep(path)
        self.disk.write(self.site / manifest.NAME, listed)
        if self.target.exists():
            self.site.chmod(self.target.stat().st_mode & 0o7777)
        self.disk.sync()
        self.disk.remove_file(self.site / UNDER_CONSTRUCTION)
        self._swap()

    def _keep(self, path: str) -> None:
        self.disk.make_folder((self.site / path).parent)
        self.disk.link(self.target / path, self.site / path)

    def _strangers(self) -> Iterator[str]:
        """What others have put in the old site. A file of theirs where one of ours is to be stops everything."""
        for path in files_below(self.target):
            name = path.relative_to(self.target).as_posix()
            if name not in self.old and name != manifest.NAME:
                if self.names.clashes(name):
                    raise InTheWayError(name)
                yield name
        for path in folders_below(self.target):
            if not any(path.iterdir()):
                name = path.relative_to(self.target).as_posix()
                if self.names.has_file(name):
                    raise InTheWayError(name)
                self.disk.make_folder(self.site / name)

    def _swap(self) -> None:
        if not self.target.exists():
            self.disk.rename(self.site, self.target)
        elif self.disk.exchange(self.site, self.target):
            self._clear(self.site)
        else:
            self.disk.rename(self.target, behind(self.target))
            self.disk.rename(self.site, self.target)
            self._clear(behind(self.target))
        self.disk.sync_folder(self.target.parent)

    def _clear(self, old: Path) -> None:
        """The new site stands: what of the old one cannot be taken away now, the next run takes."""
        with suppress(OSError):
            clear(old, self.target, self.disk)

    def _discard(self) -> None:
        """Leave nothing beside; what cannot be taken away now, the next run takes."""
        with suppress(OSError):
            repair(self.target, self.disk)


class _Names:
    """The paths taken so far, as the least able system tells them apart."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def add(self, path: str) -> None:
        """Take a path.

        Raises:
            ValueError: if it cannot be had on some system.
            TwiceError: if it is taken.
        """
        parts = path.split("/")
        if parts[0] in _OUR_OWN or any(map(_IMPOSSIBLE.search, parts)):
            raise ValueError(f"a site cannot have the path {path!r}")
        if self.clashes(path):
            raise TwiceError(path)
        folded = path.casefold()
        self._files.add(folded)
        self._folders.update(_above(folded))

    def clashes(self, path: str) -> bool:
        """Whether the path is taken, is a folder of another, or goes through one that is a file."""
        return path.casefold() in self._folders or self.has_file(path)

    def has_file(self, path: str) -> bool:
        """Whether a file has the path, or a part of the way to it."""
        folded = path.casefold()
        return folded in self._files or not self._files.isdisjoint(_above(folded))


_OUR_OWN = frozenset({manifest.NAME, UNDER_CONSTRUCTION})


def _above(path: str) -> Iterator[str]:
    """Every folder that a path goes through."""
    while path := path.rpartition("/")[0]:
        yield path
