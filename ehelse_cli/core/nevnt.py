"""Which cases a line of text names, however it writes their numbers: `Sak nr. 12/2026`, `12 / 26`, `nehr-2026-12`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ehelse_cli.core.dataset import Dataset

#: Number and year in some order, with the letter of a type of case; no part of a day or of a longer number.
_NUMMER = re.compile(r"(?<![\d/-])\d{1,4} ?[/-] ?\d{1,4}(?![\d/]|-\d)(?P<bokstav> ?[A-Za-zÆØÅæøå]\b)?")
_ID = re.compile(r"[a-zæøå0-9]+(?:-[a-zæøå0-9]+)+")


def nevnte_saker(data: Dataset, forum: str, rad: str) -> Iterator[tuple[str, str]]:
    """Each number in the line with the id of the case it is in the forum; an id counts as a number."""
    vanlig = unicodedata.normalize("NFKC", rad)
    if "/" not in vanlig and "-" not in vanlig:  # neither form is without one, and most lines are
        return
    vanlig = " ".join(vanlig.split())
    for treff in _NUMMER.finditer(vanlig):
        uten_bokstav = treff[0].removesuffix(treff["bokstav"] or "")
        id_ = data.sak_id(forum, treff[0]) or data.sak_id(forum, uten_bokstav)
        if id_ is not None:
            yield uten_bokstav, id_
    for treff in _ID.finditer(vanlig.lower()):
        if treff[0] in data.saker or treff[0] in data.broken:
            yield treff[0], treff[0]
