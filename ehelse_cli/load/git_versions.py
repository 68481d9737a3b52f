"""What git remembers of files: one walk through history for all of them, one process for all that is read."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from ehelse_cli.core.historie import Mangel
from ehelse_cli.load.git_errors import GitFailedError, GitMissingError
from ehelse_cli.load.repository import DEFAULT_BRANCHES, NO_PROGRAMS
from ehelse_cli.load.tree import MAX_BYTES, printable
from ehelse_cli.load.versions import Version

_WALK = (
    *("log", *NO_PROGRAMS, "-m", "--raw", "-z", "--no-abbrev", "--no-renames"),
    *("--no-color", "--encoding=UTF-8", "--format=%x01%H %cs"),
)
_FILES = ("100644", "100755", "100664")


class _Where(Struct, frozen=True):
    """What history to walk: the commit the tree is of, and the branch that others start from (the same, if unknown)."""

    commit: str = ""
    default: str = ""
    lacking: Mangel | None = None


_BROKEN = Mangel("git svarte med en feil", "Se hva «git status» og «git fsck» sier i mappen.")
_PARTIAL = Mangel("klonen mangler innholdet i gamle utgaver", "Kjør: git fetch --refetch origin")
_SHALLOW = Mangel("klonen har bare en del av historikken", "Kjør: git fetch --unshallow origin")


class GitVersions:
    """As `Versions` says, for a data folder at `prefix` in the repository at `top`, as of `revision`.

    Without a git program, or before the first commit, there are no versions.
    """

    def __init__(self, top: Path, prefix: str, revision: str = "HEAD") -> None:
        self._top = top
        self._prefix = prefix
        self._revision = revision
        self._failed: Mangel | None = None

    @property
    def lacking(self) -> Mangel | None:
        """As `Versions` says."""
        return self._failed or self._where.lacking

    def landed(self, paths: Iterable[str]) -> Sequence[Version]:
        """As `Versions` says: what a merge brought came in with the merge."""
        return self._walk("--first-parent", self._where.default, paths)

    def ever(self, paths: Iterable[str]) -> Sequence[Version]:
        """As `Versions` says."""
        return self._walk("--full-history", self._where.commit, paths)

    def read(self, versions: Sequence[Version]) -> Iterator[bytes | None]:
        """As `Versions` says."""
        from ehelse_cli.load.git_plain import blobs

        for content in blobs(self._top, [version.digest for version in versions], limit=MAX_BYTES):
            if content is None:
                self._failed = _PARTIAL
            yield content

    def _walk(self, how: str, commit: str, paths: Iterable[str]) -> Sequence[Version]:
        wanted = [self._prefix + path for path in paths]
        if not wanted or not commit:
            return ()
        from ehelse_cli.load.git_plain import ask

        try:
            said = ask(self._top, *_WALK, how, commit, "--", *wanted)
        except GitFailedError:
            self._failed = _BROKEN
            return ()
        return _parse(said, self._prefix)

    @cached_property
    def _where(self) -> _Where:
        """A name with its last letter in brackets is a pattern, which need not be there."""
        from ehelse_cli.load.git_plain import ask  # here and below: it is loaded when there is something to ask

        names = (f"refs/{'remotes' if '/' in name else 'heads'}/{name}" for name in DEFAULT_BRANCHES)
        globs = [f"--glob={name[:-1]}[{name[-1]}]" for name in names]
        try:
            said = ask(self._top, "rev-parse", "--is-shallow-repository", *globs, self._revision)
        except GitMissingError:
            return _Where()
        except GitFailedError as error:
            return _Where(lacking=self._refusal(error.said))
        shallow, *commits = said.decode().split()
        return _Where(commits[-1], commits[0], _SHALLOW if shallow == "true" else None)

    def _refusal(self, said: str) -> Mangel | None:
        """Why git would not, from its own (English) words. Before the first commit there is nothing to lack."""
        if "dubious ownership" in said:
            trust = f"git config --global --add safe.directory {shlex.quote(str(self._top))}"
            return Mangel("git leser ikke et repo som en annen bruker eier", f"Stoler du på det, kjør: {trust}")
        return None if "argument 'HEAD'" in said else _BROKEN


def _parse(said: bytes, prefix: str) -> Sequence[Version]:
    """A mark with commit and day, then for each file modes and digests, and its name. NUL ends each; newest first."""
    found: list[Version] = []
    commit, day, nr = "", date.min, 0
    fields = iter(said.split(b"\0"))
    for field in fields:
        word = field.decode("ascii", "replace").strip()
        if word.startswith("\x01"):
            commit, _, written = word[1:].partition(" ")
            day, nr = _day(written), nr + 1
        elif word.startswith(":"):
            mode, digest = word.split()[1], word.split()[3]
            path = printable(os.fsdecode(next(fields))).removeprefix(prefix)
            if mode in _FILES:
                found.append(Version(path, commit, day, -nr, digest))
    return tuple(reversed(found))


def _day(written: str) -> date:
    """The day of a commit; anybody may write any, and one that no calendar has is the first there is."""
    with suppress(ValueError):
        return date.fromisoformat(written)
    return date.min
