"""From the files as they are to a preview, and again each time they change."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ehelse_cli.cli.checking import check
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.opening import open_tree, tree_at
from ehelse_cli.cli.preview_internal import internal
from ehelse_cli.cli.preview_pages import Preview
from ehelse_cli.cli.releasing import release
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.publish.page import Site
from ehelse_cli.publish.pages import pages
from ehelse_cli.publish.soek import indexer
from ehelse_cli.publish.workers import site_files

_PAUSE = 0.3

#: Every file below data/, with what changes when it does.
_Seen = frozenset[tuple[str, int, int]]


def previews(shared: Felles, root: Path, *, intern: bool = False) -> Iterator[Preview]:
    """One preview now, and one each time a file is saved; ends with the program. With `intern`, what is closed too."""
    seen = _look(root)
    preview = build(shared, root, Preview(0), intern=intern)
    yield preview
    while True:
        time.sleep(_PAUSE)
        now = _look(root)
        if now != seen:
            seen = now
            preview = build(shared, root, preview, intern=intern)
            yield preview


def build(shared: Felles, root: Path, last: Preview, *, intern: bool = False) -> Preview:
    """The site by the same gate as when it is published; where it stops, the last pages with the reason."""
    number = last.versjon + 1
    try:
        opened = open_tree(shared)
        funn = check(opened, shared.revisjon).findings
    except EhelseError as problem:
        return replace(last, versjon=number, stoppet=str(problem))
    try:
        offentlig, search = release(opened, shared)
        tree = tree_at(root, shared.revisjon)
        program = indexer()
        site = Site(offentlig, lambda path: tree.read(path.removeprefix("data/")), program is not None)
        files = dict(site_files(site, pages, search, program))
        closed = internal(opened, site) if intern else None
    except EhelseError as problem:
        return Preview(number, last.sider, funn, str(problem).partition("\n")[0], opened.dag, last.internt)
    return Preview(number, files, funn, dag=opened.dag, internt=closed)


def _look(root: Path) -> _Seen:
    return frozenset(_stats(root / "data"))


def _stats(folder: Path) -> Iterator[tuple[str, int, int]]:
    """A file that goes away while one looks has changed the next time."""
    for path in folder.rglob("*"):
        try:
            stat = path.stat()
        except OSError:
            continue
        yield str(path), stat.st_mtime_ns, stat.st_size
