"""Where the repository of a data folder is, and what all who ask git about it must know. Git is not asked here."""

from __future__ import annotations

from pathlib import Path

from ehelse_cli.load.git_errors import NotARepositoryError
from ehelse_cli.load.tree import DATA

#: What the branch that others start from may be called, best first.
DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
#: A repository may name programs for these.
NO_PROGRAMS = ("--no-textconv", "--no-ext-diff", "--no-show-signature")


def find_repository(root: Path) -> tuple[Path, str]:
    """The top of the repository that holds the data folder below `root`, and the folder's path from there.

    Raises:
        NotARepositoryError: if there is none.
    """
    data = root.resolve() / DATA
    top = next((folder for folder in (data, *data.parents) if (folder / ".git").exists()), None)
    if top is None:
        raise NotARepositoryError(root)
    prefix = data.relative_to(top).as_posix()
    return top, "" if prefix == "." else f"{prefix}/"
