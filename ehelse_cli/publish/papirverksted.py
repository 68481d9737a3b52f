"""Makes the papers of the site: each as a page, which is searched for what is closed, and then as files.

What the old site has of them is not made again. Typst works outside Python, so several are made at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from ehelse_cli.core import adresse
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.publish.errors import LeakError
from ehelse_cli.publish.papirer import Filformat, Papir, Papirer, Papirfil
from ehelse_cli.publish.papirlager import Papirlager, noekkelen
from ehelse_cli.publish.scan import Found, Search
from ehelse_cli.publish.workers import tidied
from ehelse_cli.render import papers
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.endringsnotat import NothingBeforeError
from ehelse_cli.render.innkalling import NothingNewError
from ehelse_cli.render.papers import Kind

#: So many papers are on their way at a time: no more than their pages are in memory.
_BUNKE = 32
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """What the papers are made of: what is open, of what no verdict is told, attachments, the tree's own templates."""

    aapent: Dataset
    tause: frozenset[str]
    les: Callable[[str], bytes]
    maler: Mapping[str, str] = field(default_factory=dict)

    def bestilling(self, slag: Kind, id_: str, dag: date) -> Bestilling:
        """The paper as it is ordered."""
        ordre = papers.order(self.aapent, slag, id_, dag=dag)
        return replace(ordre, les_vedlegg=self._vedlegg, egne_maler=self.maler, tause=self.tause)

    def _vedlegg(self, sti: str) -> bytes | None:
        return self.les(sti) if sti in self.aapent.attachments else None


@dataclass(frozen=True, slots=True)
class Side:
    """A paper as the page that its files are written from."""

    slag: Kind
    av: str
    html: str

    def sti(self, format_: str) -> str:
        """Where its file is on the site."""
        return adresse.papir(self.slag, self.av, format_)


@dataclass(slots=True)
class Verksted:
    """Where the papers of one site are made."""

    grunnlag: Grunnlag
    dag: date
    lager: Papirlager
    soek: Search
    formater: tuple[Filformat, ...]
    ikke_laget: list[tuple[Kind, str, str]] = field(default_factory=list)

    def lag(self, oensket: Iterable[tuple[Kind, str]]) -> Papirer:
        """The papers.

        Raises:
            LeakError: something closed is told in one of them.
        """
        alle: list[Papir] = []
        sider = self._sider(oensket)
        with _arbeidere() as arbeidere, tidied():
            while bunke := list(islice(sider, _BUNKE)):
                paa_vei = [
                    (side, [self._filen(side, format_, arbeidere) for format_ in self.formater]) for side in bunke
                ]
                alle += filter(None, (self._papiret(side, filer) for side, filer in paa_vei))
        return Papirer(tuple(alle), tuple(self.ikke_laget), self.lager)

    def _sider(self, oensket: Iterable[tuple[Kind, str]]) -> Iterator[Side]:
        """Each paper as a page, searched before any file is made of it."""
        funnet: list[Found] = []
        for slag, id_ in oensket:
            html = self._siden(slag, id_)
            if html is None:
                continue
            side = Side(slag, id_, html)
            her = self.soek.find(side.sti(""), html.encode())
            funnet += her
            if not her:
                yield side
        if funnet:
            raise LeakError([(en.path.rstrip("."), en.where) for en in funnet[:_SHOWN]])

    def _siden(self, slag: Kind, id_: str) -> str | None:
        """The page; None where there is nothing to tell, or it cannot be made."""
        try:
            return papers.page(slag, self.grunnlag.bestilling(slag, id_, self.dag))
        except (NothingNewError, NothingBeforeError):
            return None
        except EhelseError as problem:
            self.ikke_laget.append((slag, id_, str(problem)))
            return None

    def _filen(self, side: Side, format_: Filformat, arbeidere: ThreadPoolExecutor) -> _Filen:
        sti, noekkel = side.sti(format_), noekkelen(side.html, format_)
        byte = self.lager.behold(sti, noekkel)
        laget = arbeidere.submit(papers.written, side.html, format_) if byte is None else None
        return _Filen(format_, sti, noekkel, byte or 0, laget)

    def _papiret(self, side: Side, filer: list[_Filen]) -> Papir | None:
        """The paper when all its files are made; None where one of them cannot be."""
        try:
            return Papir(side.slag, side.av, tuple(en.ferdig(self.lager) for en in filer))
        except EhelseError as problem:
            self.ikke_laget.append((side.slag, side.av, str(problem)))
            return None


@dataclass(frozen=True, slots=True)
class _Filen:
    """One file that the old site has, or that somebody is making."""

    format: Filformat
    sti: str
    noekkel: str
    byte: int
    laget: Future[bytes] | None

    def ferdig(self, lager: Papirlager) -> Papirfil:
        byte = lager.legg(self.sti, self.noekkel, self.laget.result()) if self.laget else self.byte
        return Papirfil(self.format, self.sti, byte)


@contextmanager
def _arbeidere() -> Iterator[ThreadPoolExecutor]:
    """As many as there are processors. Who stops waits for what they have in hand, not for what they have not begun."""
    arbeidere = ThreadPoolExecutor(os.cpu_count() or 1)
    try:
        yield arbeidere
    finally:
        arbeidere.shutdown(cancel_futures=True)
