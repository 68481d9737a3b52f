"""The pages made by several processes at once: each makes its share and searches it, and one takes what comes.

Making a page takes twenty times as long as writing it, and nearly every machine has a second core. A process that is
cut short costs nothing but time: what has not come from it is made here. Windows cannot divide a process.
"""

from __future__ import annotations

import gc
import marshal
import os
import selectors
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NoReturn

from ehelse_cli.publish.page import Page, Site
from ehelse_cli.publish.scan import Found, Search, passed
from ehelse_cli.publish.soek import with_index

#: Below this the start of a process costs more than it saves.
WORTH_IT = 300
#: Nobody wants all the cores of a large machine for a few seconds' work.
_MOST = 4
#: Pages sent at a time, and bytes that a pipe is asked to hold: nobody waits for the one who writes to the disk.
_AT_A_TIME, _IN_PIPE = 16, 2**20
#: Things that may lie about before somebody looks which of them are of no use: those of some ten pages.
_LEFT_LYING = 10_000
#: Bytes that tell the length of what follows; nothing follows the last.
_LENGTH = 8

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
    number = _how_many(site)
    shares = [_Share(replace(site, nr=nr, av=number), make, search) for nr in range(number)]
    with tidied():
        yield from _by_several(shares[0], shares[1:])


def _by_several(own: _Share, others: Sequence[_Share]) -> Iterator[Searched]:
    """The first share is made here, and what comes from the others is taken in between: one process less in memory."""
    for share in others:
        share.start()
    try:
        with selectors.DefaultSelector() as pipes:
            for share in others:
                pipes.register(share.pipe, selectors.EVENT_READ, share)
            for page in own.made():
                yield page
                yield from _what_has_come(pipes, wait=0)
            while pipes.get_map():
                yield from _what_has_come(pipes, wait=None)
        for share in others:
            yield from share.rest()
    finally:
        for share in others:
            share.stop()


def _what_has_come(pipes: selectors.BaseSelector, wait: float | None) -> Iterator[Searched]:
    for key, _ in pipes.select(wait):
        yield from key.data.receive()
        if key.data.done:
            pipes.unregister(key.fileobj)


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
    """A process a core, where the system can divide one, nothing else goes on in it, and there is enough to do."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    enough = len(site.offentlig.saker) + len(site.offentlig.moeter) >= WORTH_IT
    return min(cores, _MOST) if hasattr(os, "fork") and threading.active_count() == 1 and enough else 1


class _Share:
    """What one of the processes makes."""

    pipe: BinaryIO

    def __init__(self, site: Site, make: Maker, search: Search) -> None:
        self.site = site
        self.make = make
        self.search = search
        self.process = 0
        self.done = False
        self._whole = False
        self._received: set[str] = set()

    def made(self) -> Iterator[Searched]:
        """All of it, made here."""
        for page in self.make(self.site):
            yield Searched(page.path, page.content, self.search.find(page.path, page.content))

    # ── in the first process ─────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Let another process begin."""
        receiver, sender = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(receiver)
            self._live_for(sender)
        os.close(sender)
        _widen(receiver)
        self.pipe = os.fdopen(receiver, "rb")

    def receive(self) -> Iterator[Searched]:
        """What it sends now."""
        head = self.pipe.read(_LENGTH)
        packet = self.pipe.read(int.from_bytes(head))
        self._whole = head == bytes(_LENGTH)
        self.done = self._whole or not packet or len(packet) != int.from_bytes(head)
        for path, content, found in () if self.done else marshal.loads(packet):  # noqa: S302 (our own process sent it)
            self._received.add(path)
            yield Searched(path, content, tuple(Found(*one) for one in found))

    def rest(self) -> Iterator[Searched]:
        """What did not come, if it was cut short."""
        if not self._whole:
            yield from (page for page in self.made() if page.path not in self._received)

    def stop(self) -> None:
        """Nobody listens any more."""
        self.pipe.close()
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)

    # ── in the other ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _live_for(self, sender: int) -> NoReturn:
        """The whole life of the process. It says nothing, and ends when nobody listens or somebody interrupts."""
        try:
            for number in (signal.SIGINT, signal.SIGPIPE):
                signal.signal(number, signal.SIG_DFL)
            os.closerange(0, 3)  # whoever reads what the command prints, must not wait for this process
            with os.fdopen(sender, "wb") as pipe:
                pages = self.made()
                while some := list(islice(pages, _AT_A_TIME)):
                    found = [(one.path, one.content, [(it.path, it.where) for it in one.found]) for one in some]
                    packet = marshal.dumps(found)
                    pipe.write(len(packet).to_bytes(_LENGTH))
                    pipe.write(packet)
                pipe.write(bytes(_LENGTH))
        finally:
            os._exit(0)


def _widen(pipe: int) -> None:
    """Let the pipe hold more than is usual, where one may ask."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _IN_PIPE)
