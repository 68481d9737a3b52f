"""The legal basis of an exemption, written as people write it: «offl. § 23 tredje ledd».

Source: offentleglova (19 May 2006 no. 16) §§ 13–26. Whether the `ledd` named is the right one is for a lawyer.
"""

from __future__ import annotations

import re

from msgspec import Struct

#: The sections by which a document or a piece of information may be kept back.
PARAGRAFER = range(13, 27)

TEIEPLIKT = 13
"""The section that only points on: the duty of secrecy itself stands in another law."""

MEROFFENTLIGHET = (14, 15)
"""The sections on internal documents: here wider access must always have been considered (§ 11)."""

_ORDENSTALL = "første|andre|annet|tredje|fjerde|femte|sjette"
_HJEMMEL = re.compile(
    rf"offl\. § (?P<paragraf>[1-9][0-9]?)(?: (?:{_ORDENSTALL}) ledd)?(?: (?:{_ORDENSTALL}) punktum)?"
    r"(?: bokstav [a-h])?(?: nr\. [1-9])?(?:,? jf\. (?P<jf>\S.*))?"
)
_REGEL = re.compile(r"\D*[^\W\d]\D*§§? ?[0-9]+")


class Hjemmel(Struct, frozen=True):
    """One section, and the rule it points on to («jf. fvl. § 13 første ledd nr. 2»)."""

    paragraf: int
    jf: str | None = None

    @property
    def nevner_taushetsregel(self) -> bool:
        """Whether `jf` names a section of some law."""
        return self.jf is not None and _REGEL.match(self.jf) is not None


def les_hjemmel(tekst: str) -> Hjemmel | None:
    """The legal basis; None when it is not written exactly, or is no section that gives an exemption."""
    treff = _HJEMMEL.fullmatch(" ".join(tekst.split()))
    if treff is None or int(treff["paragraf"]) not in PARAGRAFER:
        return None
    return Hjemmel(int(treff["paragraf"]), treff["jf"])
