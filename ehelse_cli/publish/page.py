"""What every type of page is given, and what it gives: the interface between the public model and the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ehelse_cli.public.offentlig import Offentlig

T = TypeVar("T")

if TYPE_CHECKING:
    from ehelse_cli.publish.papirer import Papirer


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: its path from the root, and its bytes."""

    path: str
    content: bytes


#: The share that has what cannot be divided.
WHOLE = 0


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made of: what passed the gate, its attachments' bytes by path, whether there is a search.

    `tema` is the council's own style, laid after ours; `papirer` are the papers to send, where the site has them.
    """

    offentlig: Offentlig
    read: Callable[[str], bytes]
    soek: bool = False
    tema: bytes = b""
    papirer: Papirer | None = None
    #: Which share of the pages is to be made: number `nr` of `av`.
    nr: int = 0
    av: int = 1

    def mine(self, things: Sequence[T]) -> Sequence[T]:
        """Those of the things whose pages are in the share."""
        return things[self.nr :: self.av]


#: One type of page: pure but for the attachments it reads. The same site gives the same pages in the same order.
PageType = Callable[[Site], Iterable[Page]]


def html(address: str, text: str) -> Page:
    """A page by its address: `sak/nehr-2026-11/` is the file `index.html` in that folder."""
    return Page(f"{address}index.html", text.encode())


def root(address: str) -> str:
    """The way from a page to the root of the site: `../../`."""
    return "../" * address.count("/")
