"""Reads ahead: a second process takes the files of a large tree apart while this one is still loading the models.

An ordinary start spends a fifth of its time on loading code, and reading a large tree half. Neither needs the other,
and nearly every machine has a second core. What the other process sends is what `take_apart` would have given; what it
cannot send (a file with mistakes, one it did not see), and everything where there is no second process, is read here.
"""

from __future__ import annotations

import marshal
import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from queue import SimpleQueue
from typing import Any, BinaryIO, Protocol

from ehelse_cli.load.document import Document, faultless, take_apart
from ehelse_cli.load.front_matter import FrontMatter
from ehelse_cli.load.kinds import Kind, place
from ehelse_cli.load.process import Second, can_divide
from ehelse_cli.load.tree import DiskTree, Entry, Tree

#: Below this the start of a process costs more than it saves.
WORTH_IT = 300

#: Files sent at a time: enough that sending is nothing beside reading, few enough that both are always busy.
_AT_A_TIME = 50

#: Bytes that tell the length of what follows.
_LENGTH = 8


class Ahead(Protocol):
    """What has been read already."""

    def get(self, path: str) -> Document | None:
        """The document at `path` (from the data folder), or None when it must be read here. Asked for once."""


class _Nothing:
    def get(self, path: str) -> Document | None:  # noqa: ARG002 (the protocol's)
        return None


NOTHING_AHEAD: Ahead = _Nothing()


def read_ahead(tree: Tree) -> Ahead:
    """Begin to read the tree in a second process, where that can be done and pays."""
    work = tuple(_work(tree.files())) if isinstance(tree, DiskTree) and can_divide() else ()
    if len(work) < WORTH_IT:
        return NOTHING_AHEAD
    return _Received(Second(lambda pipe: _send(tree, work, pipe)), len(work))


def _work(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Kind]]:
    for entry in entries:
        placed = place(entry.path)
        if placed is not None and placed.kind.shape not in ("attachment", "template"):
            yield entry, placed.kind


# ── the second process ───────────────────────────────────────────────────────────────────────────────────────────────


def _send(tree: Tree, work: Iterable[tuple[Entry, Kind]], pipe: BinaryIO) -> None:
    """Files are taken apart while earlier ones wait in the pipe: it holds less than the first process is behind."""
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    writer = threading.Thread(target=lambda: pipe.writelines(iter(waiting.get, None)))
    writer.start()
    files = iter(work)
    while batch := [_sendable(tree, *one) for one in islice(files, _AT_A_TIME)]:
        packet = marshal.dumps(batch)
        waiting.put(len(packet).to_bytes(_LENGTH))
        waiting.put(packet)
    waiting.put(None)
    writer.join()


def _sendable(tree: Tree, entry: Entry, kind: Kind) -> tuple[str, Any]:
    """The document as values that cross a pipe; None in its place if it has mistakes."""
    document = take_apart(tree, entry, kind)
    if not isinstance(document, Document) or document.composed.problems:
        return entry.path, None
    parts = document.parts
    halves = (parts.head, parts.head_line, parts.body, parts.body_line)
    return entry.path, (document.text, halves, document.composed.value)


# ── the first process ────────────────────────────────────────────────────────────────────────────────────────────────


class _Received:
    """What comes out of the pipe, in the order the tree is read in."""

    def __init__(self, second: Second, files: int) -> None:
        self._second = second
        self._coming = files
        self._ready: dict[str, Any] = {}

    def get(self, path: str) -> Document | None:
        while path not in self._ready and self._coming:
            self._receive()
        sent = self._ready.pop(path, None)
        if sent is None:
            return None
        text, halves, value = sent
        return faultless(text, FrontMatter(*halves), value)

    def _receive(self) -> None:
        length = int.from_bytes(self._second.pipe.read(_LENGTH))
        packet = self._second.pipe.read(length)
        whole = length > 0 and len(packet) == length
        batch = marshal.loads(packet) if whole else []  # noqa: S302 (our own process sent it)
        self._ready.update(batch)
        self._coming -= len(batch)
        if not (whole and self._coming):  # it has sent all, or is no more: what has not come, is read here
            self._coming = 0
            self._second.end()
