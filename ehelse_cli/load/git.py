"""A data folder as it was in a git revision.

A repository that comes with a pull request is hostile ground: its own configuration can name programs to run. So git is
told on every call to run none of them and to fetch nothing; a revision is turned into a commit's digits before it is
used; and only objects are read, never the working tree. The user's and the machine's configuration are trusted, as git
itself trusts them: that is where `safe.directory` must stand.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.git_errors import (
    DubiousOwnershipError,
    GitFailedError,
    GitMissingError,
    NoDataInRevisionError,
    NotARepositoryError,
    ShallowCloneError,
    UnknownRevisionError,
)
from ehelse_cli.load.repository import find_repository
from ehelse_cli.load.tree import (
    DATA,
    MAX_BYTES,
    Entry,
    FileUnreadableError,
    Kind,
    is_ignored,
    printable,
    readable,
    sibling,
)

if TYPE_CHECKING:
    from git import Git

    from ehelse_cli.load.versions import Versions

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")  # SHA-1 or SHA-256
_FATAL = re.compile(r"(?:fatal|error): ([^\n]*[^\n'])")
_UNKNOWN = re.compile(r"single revision|upstream|no such branch|log for|ambiguous|expected commit type")

#: A repository may set these; what is given on the command wins.
CONFIG = {
    "core.alternateRefsCommand": "",
    "core.askPass": "",
    "core.attributesFile": os.devnull,
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.sshCommand": "false",
    "diff.external": "",
    "diff.orderFile": os.devnull,
    "log.diffMerges": "separate",
    "log.follow": "false",
    "log.showRoot": "true",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
}

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LANGUAGE": "C",
    "LC_ALL": "C",
}

#: Files up to this many bytes are read ahead, as many at once as have names that fit in the smallest pipe (4 KiB).
_SMALL = 64 * 1024
_AT_ONCE = 96


class GitTree:
    """The data folder in one commit; `name` is what the user called it, `commit` its hex digits.

    `git` runs commands in its repository, but no program of the repository's; `prefix` is the data folder from its top.
    """

    def __init__(self, git: Git, name: str, commit: str, prefix: str) -> None:
        self.name = name
        self.commit = commit
        self.git = git
        self.prefix = prefix
        self._ahead: dict[str, bytes] = {}

    def files(self) -> Iterable[Entry]:
        """Everything below the data folder, as `Tree` says.

        Raises:
            NoDataInRevisionError: if there is nothing.
            GitFailedError: if the objects cannot be read.
        """
        return (entry for entry, _ in self._blobs.values())

    def versions(self) -> Versions:
        """As `Tree` says."""
        from ehelse_cli.load.git_versions import GitVersions

        return GitVersions(Path(self.git.working_dir or "."), self.prefix, self.commit)

    def twins(self) -> Iterable[str]:
        """As `Tree` says."""
        below = ((sibling(entry.path), entry.kind) for entry, _ in self._listing)
        return (path for path, kind in below if path and kind == "file")

    def read(self, path: str, *, limit: int = MAX_BYTES) -> bytes:
        """The bytes of a listed file, as they were committed: no line ending is changed, no filter run.

        Raises:
            FileUnreadableError: as `Tree` says, and if the object is missing.
        """
        entry, _ = self._blobs.get(path, (None, ""))
        readable(entry, path, limit)
        if path not in self._ahead:
            self._ahead = dict(self._read_ahead(path))
        if path not in self._ahead:
            raise FileUnreadableError(path, "git har ikke innholdet")
        return self._ahead[path]

    def close(self) -> None:
        """Let the process that reads objects go; it is started again if more is read."""
        self.__dict__.pop("_cat_file", None)

    def _read_ahead(self, path: str) -> Iterator[tuple[str, bytes]]:
        """This file, and the small ones that follow: they are read in order, and each question to git takes long.

        All are asked for before the first is answered: no more than fit in the smallest pipe, or both would wait.
        """
        wanted = self._window(path)
        process = self._cat_file
        try:
            process.stdin.write(b"".join(self._blobs[path][1].encode() + b"\n" for path in wanted))
            process.stdin.flush()
            for each in wanted:
                said = process.stdout.readline().split()
                size = int(said[2]) if len(said) == 3 else 0  # else «missing»
                content = process.stdout.read(size + 1) if len(said) == 3 else b""
                if len(content) == size + 1:
                    yield each, content[:-1]
        except OSError:  # git is gone: what was not read is missing
            return

    def _window(self, path: str) -> list[str]:
        following = islice(self._blobs, self._place[path] + 1, None)
        small = (each for each in following if self._blobs[each][0].size <= _SMALL)
        return [path, *islice(small, _AT_ONCE - 1)]

    @cached_property
    def _place(self) -> dict[str, int]:
        return {path: place for place, path in enumerate(self._blobs)}

    @cached_property
    def _cat_file(self) -> Any:
        return self.git.cat_file("--batch", istream=subprocess.PIPE, as_process=True)

    @cached_property
    def _blobs(self) -> dict[str, tuple[Entry, str]]:
        found = {entry.path: (entry, blob) for entry, blob in self._listing if sibling(entry.path) is None}
        if not found:
            raise NoDataInRevisionError(self.name, self.prefix or DATA)
        return found

    @cached_property
    def _listing(self) -> list[tuple[Entry, str]]:
        where = [self.prefix] if self.prefix else []
        listing = run_git(self.git, "ls_tree", "-r", "-z", "--long", "--full-tree", self.commit, *where)
        return sorted(_parse(listing, self.prefix), key=lambda pair: pair[0].path)


def open_revision(root: Path, revision: str) -> GitTree:
    """The data folder below `root` as it was in `revision`: a branch, a tag, a commit, `HEAD~3`.

    Raises:
        GitMissingError, NotARepositoryError, DubiousOwnershipError, UnknownRevisionError, ShallowCloneError,
        GitFailedError: each as its name says.
    """
    top, prefix = find_repository(root)
    git = _hardened(top)
    return GitTree(git, revision, _commit(git, revision, top), prefix)


def _hardened(top: Path) -> Git:
    try:
        from git import Git  # heavy, and it looks for the program when imported
    except ImportError as error:
        raise GitMissingError from error
    git = Git(top)
    git.set_persistent_git_options(c=[f"{key}={value}" for key, value in CONFIG.items()])
    git.update_environment(**environment(top))
    return git


def environment(top: Path) -> dict[str, str]:
    """What git is told on every call, besides `CONFIG`."""
    found = {**_ENVIRONMENT, "GIT_CEILING_DIRECTORIES": str(top.parent)}
    if "GIT_DIR" in os.environ:  # a hook's: it may mean another repository, or take where we stand for its top
        found |= {"GIT_DIR": str(top / ".git"), "GIT_WORK_TREE": str(top)}
    return found


def _commit(git: Git, revision: str, top: Path) -> str:
    """The hex digits of a commit: what `revision` means here, whatever it looks like."""
    if not revision.isprintable() or len(revision) > 250:
        raise UnknownRevisionError(revision[:250])
    try:
        answer = run_git(git, "rev_parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except GitFailedError as error:
        raise _diagnose(git, revision, top, error) from error
    if not _COMMIT.fullmatch(answer):
        raise UnknownRevisionError(revision)
    return answer


def _diagnose(git: Git, revision: str, top: Path, error: GitFailedError) -> EhelseError:
    """Which failure it is, from git's own (English) words."""
    if "dubious ownership" in error.said:
        return DubiousOwnershipError(top)
    if "not a git repository" in error.said:
        return NotARepositoryError(top)
    if not _UNKNOWN.search(error.said):
        return error
    return ShallowCloneError(revision) if is_shallow(git) else UnknownRevisionError(revision)


def is_shallow(git: Git) -> bool:
    """Whether the clone was made without all of its history."""
    return run_git(git, "rev_parse", "--is-shallow-repository").strip() == b"true"


def run_git(git: Git, command: str, *arguments: str) -> bytes:
    """What a git command printed.

    Raises:
        GitMissingError: if there is no git.
        GitFailedError: if the command fails.
    """
    from git.exc import GitCommandError, GitCommandNotFound

    try:
        output: bytes = getattr(git, command)(*arguments, stdout_as_string=False, strip_newline_in_stdout=False)
    except GitCommandNotFound as error:
        raise GitMissingError from error
    except GitCommandError as error:
        said = _FATAL.search(str(error.stderr))
        raise GitFailedError(said[1] if said else f"kode {error.status}") from error
    return output


_KINDS: dict[bytes, Kind] = {b"100644": "file", b"100755": "file", b"100664": "file"}


def _parse(listing: bytes, prefix: str) -> Iterator[tuple[Entry, str]]:
    """The entries of `ls-tree -z --long`, with the object that holds each."""
    for line in listing.split(b"\0")[:-1]:
        facts, _, name = line.partition(b"\t")
        mode, _, blob, size = facts.split()
        raw = os.fsdecode(name)
        path = printable(raw).removeprefix(prefix)
        if any(map(is_ignored, path.split("/"))):
            continue
        kind: Kind = "link" if mode in (b"120000", b"160000") else _KINDS.get(mode, "special")
        if path != raw.removeprefix(prefix) or {".", ".."} & set(path.split("/")):
            kind = "unreadable"
        yield Entry(path, int(size) if size.isdigit() else 0, kind), blob.decode()
