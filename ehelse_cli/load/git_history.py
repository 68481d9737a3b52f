"""What git remembers: where a branch began, and when a line came in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ehelse_cli.load.git import GitTree, is_shallow, open_revision, run_git
from ehelse_cli.load.git_errors import (
    GitFailedError,
    NoDataInRevisionError,
    NoDefaultBranchError,
    NoMergeBaseError,
    ShallowCloneError,
    UnknownRevisionError,
)
from ehelse_cli.load.repository import DEFAULT_BRANCHES, NO_PROGRAMS
from ehelse_cli.load.tree import FileUnreadableError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def open_base(root: Path, revision: str = "HEAD") -> GitTree:
    """The data folder as it was where `revision` left the default branch; its name says so.

    Raises:
        NoDefaultBranchError, NoMergeBaseError: as their names say.
        EhelseError: what `open_revision` raises.
    """
    head = open_revision(root, revision)
    branch = _default_branch(root, head)
    try:
        commit = run_git(head.git, "merge_base", head.commit, branch.commit).decode().strip()
    except GitFailedError:
        raise NoMergeBaseError(revision, branch.name, shallow=is_shallow(head.git)) from None
    return GitTree(head.git, f"{commit[:10]}, der grenen skilte lag med {branch.name}", commit, head.prefix)


def _default_branch(root: Path, head: GitTree) -> GitTree:
    for name in DEFAULT_BRANCHES:
        try:
            return open_revision(root, name)
        except (UnknownRevisionError, ShallowCloneError):
            continue
    raise NoDefaultBranchError(shallow=is_shallow(head.git))


def day_of(tree: GitTree, path: str, text: str) -> date | None:
    """The day the text last came into the file, as of the tree's commit; None where that is not known.

    It is not in the file as committed, or the clone is shallow: all that is older would seem to come with its last.
    """
    where = f":(top,literal){tree.prefix}{path}"
    try:
        if text.encode() not in tree.read(path) or is_shallow(tree.git):
            return None
        said = run_git(tree.git, "log", *NO_PROGRAMS, "-n1", "--format=%cs", f"-S{text}", tree.commit, "--", where)
    except (FileUnreadableError, GitFailedError, NoDataInRevisionError):
        return None
    day = said.decode().strip()
    return date.fromisoformat(day) if _DAY.fullmatch(day) else None
