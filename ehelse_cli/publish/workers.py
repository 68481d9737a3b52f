"""The pages made by several processes at once: each makes what it claims and searches it, and one takes what comes.

Making the pages takes longer than all the rest, and nearly every machine has a second core. A process that is
cut short costs nothing but time: what has not come from it is made here. Windows cannot divide a process.
"""

from __future__ import annotations

import gc
import marshal
import os
import selectors
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from ehelse_cli.load.process import Second, can_divide, cores, send
from ehelse_cli.publish.page import WHOLE, Page, Site
from ehelse_cli.publish.scan import Found, Search, passed
from ehelse_cli.publish.soek import with_index

#: Below this the start of a process costs more than it saves.
WORTH_IT = 300
#: Below this there is too little room to be had back for anybody to ask.
_MANY = 5000
#: Nobody wants all the cores of a large machine for a few seconds' work.
_MOST = 4
#: What the pages are parted in: so many that nobody waits long for the one who has the last.
_SHARES = 32
#: Pages sent at a time, and bytes that a pipe is asked to hold: nobody waits for the one who writes to the disk.
_AT_A_TIME, _IN_PIPE = 16, 2**20
#: Things that may lie about before somebody looks which of them are of no use: those of some ten pages.
_LEFT_LYING = 10_000

#: Makes the share of the pages that the site says.
Maker = Callable[[Site], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class Searched(Page):
    """A page, and what was found in it that must not be there."""

    found: tuple[Found, ...] = ()


def site_files(site: Site, make: Maker, search: Search, program: Path | None) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, with a search where there is a `program` to make its index. After the last:

    Raises:
        LeakError: if anything closed was found in any of them.
    """
    pages = made(site, make, search)
    return passed(
        (one.path, one.content, one.found if isinstance(one, Searched) else search.find(one.path, one.content))
        for one in (with_index(pages, program) if program else pages)
    )


def made(site: Site, make: Maker, search: Search) -> Iterator[Searched]:
    """Every page, searched; in no order where there are several processes."""
    others = _how_many(site) - 1
    work = _Work(site, make, search, _SHARES if others else 1)
    if others and _cases_and_meetings(site) >= _MANY:
        _give_back()
    with tidied():
        yield from _by_several(work, others)


def _by_several(work: _Work, others: int) -> Iterator[Searched]:
    """What comes from the others is taken between the pages that are made here: one process less in memory."""
    received = _Received(work.shares)
    seconds = [Second(work.send) for _ in range(others)]
    try:
        with selectors.DefaultSelector() as pipes:
            for second in seconds:
                _widen(second.fileno())
                pipes.register(second, selectors.EVENT_READ, second.receive)
            for nr in chain((WHOLE,), work.claimed()):
                for page in work.made(nr):
                    yield page
                    yield from received.from_those(pipes, wait=0)
                received.whole.add(nr)
            while pipes.get_map():
                yield from received.from_those(pipes, wait=None)
        for nr in received.missing():
            yield from (page for page in work.made(nr) if page.path not in received.paths)
    finally:
        for second in seconds:
            second.end()
        work.close()


@contextmanager
def tidied() -> Iterator[None]:
    """Take away what the making of each page leaves; what there was before is never looked at, and shared."""
    was_on, threshold = gc.isenabled(), gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_LEFT_LYING)
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
        if not was_on:
            gc.disable()


def _how_many(site: Site) -> int:
    """A process a core, where one can be had, and there is enough to do."""
    enough = _cases_and_meetings(site) >= WORTH_IT
    return min(cores(), _MOST) if enough and can_divide() else 1


def _cases_and_meetings(site: Site) -> int:
    """How many there are: their pages are nearly all of the work."""
    return len(site.offentlig.saker) + len(site.offentlig.moeter)


class _Work:
    """The shares, each made by the process that claims it: of what is in a pipe, every byte comes to one reader.

    The first process makes the one that has what is made of everything: that is large, and need not be sent.
    """

    def __init__(self, site: Site, make: Maker, search: Search, shares: int) -> None:
        self._site = site
        self._make = make
        self._search = search
        self.shares = shares
        self._unclaimed, sender = os.pipe()
        os.write(sender, bytes(nr for nr in range(shares) if nr != WHOLE))
        os.close(sender)

    def claimed(self) -> Iterator[int]:
        """One share after the other, until there are no more."""
        while number := os.read(self._unclaimed, 1):
            yield number[0]

    def made(self, nr: int) -> Iterator[Searched]:
        """The pages of a share."""
        for page in self._make(replace(self._site, nr=nr, av=self.shares)):
            yield Searched(page.path, page.content, self._search.find(page.path, page.content))

    def send(self, pipe: BinaryIO) -> None:
        """What another process does: makes what it claims, and tells of each share that it is whole."""
        for nr in self.claimed():
            pages = self.made(nr)
            while some := list(islice(pages, _AT_A_TIME)):
                _send(pipe, nr, [(one.path, one.content, [(it.path, it.where) for it in one.found]) for one in some])
            _send(pipe, nr, [])

    def close(self) -> None:
        """Nobody claims any more."""
        os.close(self._unclaimed)


def _send(pipe: BinaryIO, nr: int, pages: list[tuple[str, bytes, list[tuple[str, str]]]]) -> None:
    send(pipe, marshal.dumps((nr, pages)))


class _Received:
    """What has come: from a process that is cut short, the shares that it claimed are not whole."""

    def __init__(self, shares: int) -> None:
        self._shares = shares
        self.whole: set[int] = set()
        self.paths: set[str] = set()

    def from_those(self, pipes: selectors.BaseSelector, wait: float | None) -> Iterator[Searched]:
        """What is there now; who has no more to send, is not asked again."""
        for key, _ in pipes.select(wait) if pipes.get_map() else ():  # Windows cannot wait for nobody
            packet = key.data()
            if not packet:
                pipes.unregister(key.fileobj)
                continue
            nr, pages = marshal.loads(packet)  # noqa: S302 (our own process sent it)
            if not pages:
                self.whole.add(nr)
            for path, content, found in pages:
                self.paths.add(path)
                yield Searched(path, content, tuple(Found(*one) for one in found))

    def missing(self) -> Iterator[int]:
        """The shares that nobody made whole."""
        return (nr for nr in range(self._shares) if nr not in self.whole)


def _give_back() -> None:
    """What is free goes back to the system, where one may ask: of what is written to, every process has its own."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)


def _widen(pipe: int) -> None:
    """Let the pipe hold more than is usual, where one may ask."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _IN_PIPE)
