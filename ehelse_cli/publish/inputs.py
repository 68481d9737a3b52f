"""Everything that a site is made of, as one digest: if it is as it was, the site would be as it is.

Of the data every byte counts. Of what makes the pages (our code and templates, the packages we use, the repository's
history) it is enough to know that nobody has written to it since: times of change that no program can set.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ehelse_cli import resources
from ehelse_cli.load.tree import DiskTree, FileUnreadableError

#: What in a repository tells which versions there are.
_HISTORY = ("HEAD", "packed-refs", "refs", "reftable")


def digest(root: Path, choices: Iterable[object], files: Iterable[Path] = ()) -> str | None:
    """The digest of the tree below `root`, of what was chosen, and of the files named; None where it cannot be had.

    Of `skjermet/` only the names are counted, as the rules about twins do; nothing there is opened.
    """
    whole = hashlib.sha256()
    try:
        for part in _parts(root, choices, files):
            whole.update(len(part).to_bytes(8))
            whole.update(part)
    except (OSError, FileUnreadableError):
        return None
    return whole.hexdigest()


def _parts(root: Path, choices: Iterable[object], files: Iterable[Path]) -> Iterator[bytes]:
    yield repr((sys.version, os.environ.get("SOURCE_DATE_EPOCH"), *map(str, choices))).encode()
    yield from (file.read_bytes() for file in files)
    for folder in (Path(__file__).parents[1], resources.folder("templates")):
        yield repr(sorted(_stamps(folder))).encode()
    yield repr(sorted(_packages())).encode()
    yield repr(sorted(_history(root))).encode()
    yield from _data(DiskTree(root))


def _data(tree: DiskTree) -> Iterator[bytes]:
    yield repr(list(tree.twins())).encode()
    for entry in tree.files():
        yield repr((entry.path, entry.kind)).encode()
        if entry.kind == "file":
            yield tree.read(entry.path)


def _packages() -> Iterator[str]:
    """Every package that is installed, with its version: the name of its folder says both."""
    for place in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208


def _history(root: Path) -> Iterator[tuple[str, int, int, int]]:
    """What changes when the repository around the tree gets or loses a version.

    Raises:
        OSError: if it keeps its versions elsewhere.
    """
    for folder in (root.absolute(), *root.absolute().parents):
        git = folder / ".git"
        if git.is_file():
            raise OSError(f"{git} is no folder")
        for name in _HISTORY if git.is_dir() else ():
            yield from (_stamps(git / name) if (git / name).is_dir() else _stamp(git / name))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """When each file below the folder was last written to."""
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for item in found:
                if item.is_dir() and item.name != "__pycache__":
                    waiting.append(item.path)
                elif item.is_file():
                    yield from _stamp(Path(item.path))


def _stamp(path: Path) -> Iterator[tuple[str, int, int, int]]:
    if path.exists():
        status = path.stat()
        yield str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns
