"""Links and pictures in a body of Markdown, with where they stand. Code is left out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

_LENKE = re.compile(
    r"(?P<bilde>!?)\[(?P<tekst>[^\[\]]*)\]\((?P<maal><[^<>]*>|[^\s()]*)(?:[ \t]+[\"'(][^\"')]*[\"')])?\)"
)
_GJERDE = re.compile(r" {0,3}(`{3,}|~{3,})")
_KODE = re.compile(r"`[^`]*`")
_ADRESSE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


class Lenke(Struct, frozen=True):
    """One link or picture; `linje` counts from 0 at the body's first line, `kolonne` from 1."""

    tekst: str
    maal: str
    linje: int
    kolonne: int
    lengde: int
    er_bilde: bool

    def fil(self, fra: str) -> str | None:
        """The file in the tree that a link in the file `fra` leads to; None for an address or a place on the page."""
        if not self.maal or _ADRESSE.match(self.maal):
            return None
        sti = unquote(self.maal.partition("#")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(fra), sti))


def lenker(tekst: str) -> Iterator[Lenke]:
    """Every link and picture, in order."""
    if "](" not in tekst:  # most bodies have none, and looking for that is cheap
        return
    for nr, linje in linjer_uten_kode(tekst):
        if "](" in linje:
            for treff in _LENKE.finditer(_KODE.sub(lambda kode: " " * len(kode[0]), linje)):
                yield Lenke(
                    treff["tekst"].strip(),
                    treff["maal"].strip("<>"),
                    nr,
                    treff.start() + 1,
                    treff.end() - treff.start(),
                    er_bilde=bool(treff["bilde"]),
                )


def linjer_uten_kode(tekst: str) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code, numbered from 0."""
    gjerde = ""
    for nr, linje in enumerate(tekst.split("\n")):
        treff = _GJERDE.match(linje)
        if gjerde:
            if treff and treff[1].startswith(gjerde) and not linje.strip(" `~"):
                gjerde = ""
        elif treff:
            gjerde = treff[1]
        else:
            yield nr, linje
