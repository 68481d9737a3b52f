"""Reads ahead: a second process takes the files of a large tree apart while this one is still loading the models.

An ordinary start spends a fifth of its time on loading code, and reading a large tree half. Neither needs the other,
and nearly every machine has a second core. What the other process sends is what `take_apart` would have given; what it
cannot send (a file with mistakes, one it did not see), and everything where there is no second process, is read here.
The first process does not wait either: it takes files apart from the other end until something has come.
"""

from __future__ import annotations

import marshal
import threading
from collections.abc import Iterable, Iterator, Sequence
from mmap import mmap
from queue import SimpleQueue
from typing import Any, BinaryIO, Protocol, TypeAlias

from ehelse_cli.load.document import Document, faultless, take_apart
from ehelse_cli.load.front_matter import FrontMatter
from ehelse_cli.load.kinds import Kind, place
from ehelse_cli.load.process import Second, can_divide, send
from ehelse_cli.load.tree import DiskTree, Entry, Tree

#: Below this the start of a process costs more than it saves.
WORTH_IT = 300

#: Files sent at a time: enough that sending is nothing beside reading, few enough that both are always busy.
_AT_A_TIME = 50


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
    files = tuple(_known(tree.files())) if isinstance(tree, DiskTree) and can_divide() else ()
    if len(files) < WORTH_IT:
        return NOTHING_AHEAD
    work = _Work(files)
    return _Received(tree, work, Second(lambda pipe: _send(tree, work, pipe)))


_File: TypeAlias = tuple[Entry, Kind]


def _known(entries: Iterable[Entry]) -> Iterator[_File]:
    for entry in entries:
        placed = place(entry.path)
        if placed is not None and placed.kind.shape not in ("attachment", "template"):
            yield entry, placed.kind


class _Work:
    """The files nobody has begun with, for both processes. If both reach for the last at once, they are read twice."""

    def __init__(self, files: Sequence[_File]) -> None:
        self.files = files
        #: The first not begun from the front, and the first begun from the back: in memory that both processes see.
        self._ends = memoryview(mmap(-1, 16)).cast("q")
        self._ends[1] = len(files)

    def from_front(self) -> Sequence[_File]:
        begun, last = self._ends
        batch = self.files[begun : min(begun + _AT_A_TIME, last)]
        self._ends[0] = begun + len(batch)
        return batch

    def from_back(self) -> Sequence[_File]:
        """One, or none."""
        begun, last = self._ends
        self._ends[1] = max(begun, last - 1)
        return self.files[max(begun, last - 1) : last]


# ── the second process ───────────────────────────────────────────────────────────────────────────────────────────────


def _send(tree: Tree, work: _Work, pipe: BinaryIO) -> None:
    """Files are taken apart while earlier ones wait in the pipe: it holds less than the first process is behind."""
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    writer = threading.Thread(target=_send_all, args=(pipe, waiting))
    writer.start()
    while batch := [_sendable(tree, *one) for one in work.from_front()]:
        waiting.put(marshal.dumps(batch))
    waiting.put(None)
    writer.join()


def _send_all(pipe: BinaryIO, waiting: SimpleQueue[bytes | None]) -> None:
    for packet in iter(waiting.get, None):
        send(pipe, packet)


def _sendable(tree: Tree, entry: Entry, kind: Kind) -> tuple[str, Any]:
    """The document as values that cross a pipe; None in its place if it has mistakes."""
    document = take_apart(tree, entry, kind)
    if not isinstance(document, Document) or document.composed.problems:
        return entry.path, None
    return entry.path, (document.text, _places(document.text, document.parts), document.composed.value)


def _places(text: str, parts: FrontMatter) -> tuple[int, ...]:
    """Where in the text its halves stand, and their lines: so that no word crosses the pipe twice."""
    head, body = text.index(parts.head), len(text) - len(parts.body)
    return head, head + len(parts.head), parts.head_line, body, parts.body_line


def _parts(text: str, places: tuple[int, ...]) -> FrontMatter:
    """The halves that stand there."""
    head, end, head_line, body, body_line = places
    return FrontMatter(text[head:end], head_line, text[body:], body_line)


# ── the first process ────────────────────────────────────────────────────────────────────────────────────────────────


class _Received:
    """What has been taken apart: what comes out of the pipe, in the order of the tree, and what is done here."""

    def __init__(self, tree: Tree, work: _Work, second: Second) -> None:
        self._tree = tree
        self._work = work
        self._second = second
        self._coming = len(work.files)
        self._ready: dict[str, Any] = {}

    def get(self, path: str) -> Document | None:
        while path not in self._ready and self._coming:
            if self._second.has_come() or not self._done_here():
                self._receive()
        sent = self._ready.pop(path, None)
        if sent is None:
            return None
        text, places, value = sent
        return faultless(text, _parts(text, places), value)

    def _done_here(self) -> bool:
        """One of the last files, while nothing has come; False when none is left."""
        taken = [_sendable(self._tree, *one) for one in self._work.from_back()]
        self._take(taken)
        return bool(taken)

    def _receive(self) -> None:
        if packet := self._second.receive():
            self._take(marshal.loads(packet))  # noqa: S302 (our own process sent it)
        else:  # it is no more: what has not come, is read here
            self._end()

    def _take(self, taken: Sequence[tuple[str, Any]]) -> None:
        self._ready.update(taken)
        self._coming -= len(taken)
        if self._coming <= 0:
            self._end()

    def _end(self) -> None:
        self._coming = 0
        self._second.end()
