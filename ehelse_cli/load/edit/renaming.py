"""A case that gets another id: its file and attachments move, and everything that names it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehelse_cli.load.edit.edits import Desk
from ehelse_cli.load.kinds import place

_WITH_TEXT = ("yaml", "markdown")


def renamed(desk: Desk, old: str, new: str, old_id: str, new_id: str) -> Desk:
    """The desk with the file at `new`, its attachments beside it, and the new id wherever the old one stood alone.

    Raises:
        AlreadyThereError: if there is a file at the new place.
    """
    for path in tuple(_moving(desk, old)):
        desk = desk.move(path, new if path == old else new.removesuffix(".md") + path.removeprefix(old[:-3]))
    word = _word(old_id)
    for path in tuple(_naming(desk, word)):
        desk = desk.rewrite(path, word.sub(new_id.encode(), desk.raw(path)))
    return desk


def _moving(desk: Desk, old: str) -> Iterator[str]:
    """The paper, and what stands in the folder of the same name."""
    folder = f"{old.removesuffix('.md')}/"
    yield from (entry.path for entry in desk.after.files() if entry.path == old or entry.path.startswith(folder))


def _naming(desk: Desk, word: re.Pattern[bytes]) -> Iterator[str]:
    """The files in which the id stands as a word of its own."""
    for entry in desk.after.files():
        placed = place(entry.path)
        has_text = entry.kind == "file" and placed is not None and placed.kind.shape in _WITH_TEXT
        if has_text and word.search(desk.raw(entry.path)):
            yield entry.path


def _word(id_: str) -> re.Pattern[bytes]:
    """The id, not as a part of a longer one, nor of a path."""
    return re.compile(rb"(?<![\w/-])" + re.escape(id_.encode()) + rb"(?![\w/-])")
