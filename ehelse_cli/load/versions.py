"""Earlier versions of files, as a tree's repository has them: listed here, read in load/git_versions.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from ehelse_cli.core.historie import Mangel


class Version(Struct, frozen=True):
    """A file as a commit left it. `path` is from the data folder; `nr` the commit's place in history, oldest first."""

    path: str
    commit: str
    day: date
    nr: int
    digest: str


class Versions(Protocol):
    """What the repository of a tree remembers. Folders among the paths stand for all in them."""

    @property
    def lacking(self) -> Mangel | None:
        """Why not all of it is known; None when it is."""

    def landed(self, paths: Iterable[str]) -> Sequence[Version]:
        """The versions along the branch that others start from, oldest first."""

    def ever(self, paths: Iterable[str]) -> Sequence[Version]:
        """The versions in any commit that led to the tree, oldest first."""

    def read(self, versions: Sequence[Version]) -> Iterator[bytes | None]:
        """The content of each; None for what cannot be had."""
