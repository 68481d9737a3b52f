"""Which cases a line of text names, however it writes their numbers: `Sak nr. 12/2026`, `12 / 26`, `nehr-2026-12`.

Also those that stand between two: `Sakene 10–12/2026`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.saksnummer import sak_id

#: Number and year in some order, with the letter of a type of case; no part of a day or of a longer number.
_NUMMER = re.compile(r"(?<![\d/-])\d{1,4} ?[/-] ?\d{1,4}(?![\d/]|-\d)(?P<bokstav> ?[A-Za-zÆØÅæøå]\b)?")
#: From one number to another: `10-12/2026`, `10/2026 til 12/2026`; and where the year comes first, `2026/10-12`.
_FORAN, _ETTER = r"(?<![\d/-])", r"(?![\d/]|-\d)"
_TIL = r" ?(?:-|til|t\.o\.m\.) ?"
_REKKER = tuple(
    re.compile(_FORAN + rekke + _ETTER)
    for rekke in (
        rf"(?P<fra>\d{{1,3}})(?: ?/ ?\d{{2,4}})?{_TIL}(?P<til>\d{{1,3}}) ?/ ?(?P<aar>\d{{4}}|\d\d)",
        rf"(?P<aar>\d{{4}}) ?/ ?(?P<fra>\d{{1,3}}){_TIL}(?:\d{{4}} ?/ ?)?(?P<til>\d{{1,3}})",
    )
)
#: Without one of these a line names nobody.
_KAN_NEVNE = re.compile(r"[\d-]")
#: What nobody sees, signs that are read as another, and marks that Markdown puts between signs.
_USYNLIG = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_LEST_SOM = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2044\u2215"), "/"),
    **dict.fromkeys(map(ord, "*_`\\")),
}
_ID = re.compile(r"[a-zæøå0-9]+(?:-[a-zæøå0-9]+)+")


def kan_nevne(rad: str) -> bool:
    """Whether the line may name a case at all: most do not, and that is cheap to see."""
    return _KAN_NEVNE.search(rad) is not None


def slik_det_leses(rad: str) -> str:
    """The line as its numbers are read; nothing where it can have none."""
    if not kan_nevne(rad):
        return ""
    lest = rad if rad.isascii() else _USYNLIG.sub("", unicodedata.normalize("NFKC", rad))
    return " ".join((html.unescape(lest) if "&" in lest else lest).translate(_LEST_SOM).split())


def nevnte_saker(data: Dataset, forum: str, rad: str) -> Iterator[tuple[str, str]]:
    """Each number in the line with the id of the case it is in the forum; an id counts as a number."""
    vanlig = slik_det_leses(rad)
    if "/" not in vanlig and "-" not in vanlig:  # neither form is without one, and most lines are
        return
    for treff in _NUMMER.finditer(vanlig):
        uten_bokstav = treff[0].removesuffix(treff["bokstav"] or "")
        id_ = data.sak_id(forum, treff[0]) or data.sak_id(forum, uten_bokstav)
        if id_ is not None:
            yield uten_bokstav, id_
    rekker = _REKKER if any(ord_ in vanlig for ord_ in ("-", "til", "t.o.m.")) else ()
    for treff in (treff for rekke in rekker for treff in rekke.finditer(vanlig)):
        aar = int(treff["aar"]) + (2000 if len(treff["aar"]) == 2 else 0)
        for nummer in range(int(treff["fra"]), int(treff["til"]) + 1):
            yield treff[0], sak_id(forum, aar, nummer)
    for treff in _ID.finditer(vanlig.lower()):
        if treff[0] in data.saker or treff[0] in data.broken:
            yield treff[0], treff[0]
