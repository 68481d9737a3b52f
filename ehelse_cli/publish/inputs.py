"""Everything that a site is made of, as one digest: if it is as it was, the site would be as it is.

Of the data, and of what makes the pages (our code and templates, the packages we use, the repository's history), it is
enough to know that nobody has written to it since.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ehelse_cli import resources
from ehelse_cli.load.tree import DATA, DiskTree, sibling
from ehelse_cli.publish.stamps import Stamps, files_below

#: What in a repository tells which versions there are.
_HISTORY = ("HEAD", "packed-refs", "refs", "reftable")


def digest(root: Path, choices: Iterable[object], files: Iterable[Path] = ()) -> str | None:
    """The digest of the tree below `root`, of what was chosen, and of the files named; None where it cannot be had.

    Of `skjermet/` only the names are counted, as the rules about twins do; nothing there is opened.
    """
    stamps = Stamps()
    try:
        for folder in (Path(__file__).parents[1], resources.folder("templates")):
            stamps.add_all(files_below(folder))
        stamps.add_all(_history(root))
        stamps.add_all(_data(root))
        stamps.add_all(map(os.path.realpath, files))
        names = (*map(str, choices), *sorted(_packages()), *DiskTree(root).twins())
    except OSError:
        return None
    return stamps.digest(sys.version, os.environ.get("SOURCE_DATE_EPOCH"), names)


def _data(root: Path) -> Iterator[str]:
    """All that lies in the data folder, but for what is exempt."""
    folder = str(root / DATA)
    below = len(folder) + 1
    return (path for path in files_below(folder) if sibling(path[below:].replace(os.sep, "/")) is None)


def _packages() -> Iterator[str]:
    """Every package that is installed, with its version: the name of its folder says both."""
    for place in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208


def _history(root: Path) -> Iterator[str]:
    """What changes when the repository around the tree gets or loses a version.

    Raises:
        OSError: if it keeps its versions elsewhere.
    """
    for folder in (root.absolute(), *root.absolute().parents):
        git = folder / ".git"
        if git.is_file():
            raise OSError(f"{git} is no folder")
        for name in _HISTORY if git.is_dir() else ():
            yield from files_below(git / name) if (git / name).is_dir() else (str(git / name),)
