"""Numbers in running text, in figures and in words, bokmål and nynorsk: «fem medlemmer», «to tredjedeler»."""

from __future__ import annotations

import re
from fractions import Fraction

_ENERE = (
    ("null",),
    ("én", "éin", "ett", "eitt", "en", "ein", "ei", "et"),
    ("to",),
    ("tre",),
    ("fire",),
    ("fem",),
    ("seks",),
    ("sju", "syv"),
    ("åtte",),
    ("ni",),
    ("ti",),
    ("elleve",),
    ("tolv",),
    ("tretten",),
    ("fjorten",),
    ("femten",),
    ("seksten",),
    ("sytten",),
    ("atten",),
    ("nitten",),
)
_TIERE = {20: "tjue", 30: "tretti", 40: "førti", 50: "femti", 60: "seksti", 70: "sytti", 80: "åtti", 90: "nitti"}

_TALL = {ord_: tall for tall, former in enumerate(_ENERE) for ord_ in former} | {
    f"{tier}{enere}": verdi + tall
    for verdi, tier in _TIERE.items()
    for tall, former in enumerate(_ENERE[:10])
    for enere in (former if tall else ("",))
}

_ORDENE = "|".join(sorted(_TALL, key=len, reverse=True))

_DELER = {
    2: "halv(?:part|del)(?:en|an|a)?",
    3: "tre(?:dje)?del(?:er|ar|en)?",
    4: "(?:fjerde|fire)del(?:er|ar|en)?",
    5: "fem(?:te)?del(?:er|ar|en)?",
}
_BROEK = re.compile(
    rf"(?:(?P<teller>\w+) )?(?:{'|'.join(rf'(?P<n{nevner}>{ord_})' for nevner, ord_ in _DELER.items())})\b"
    r"|(?P<over>[1-9])/(?P<under>[1-9])(?![0-9/])|(?P<prosent>[1-9][0-9]?) (?:prosent|%)",
    re.IGNORECASE,
)


def tall(ord_: str) -> int | None:
    """The number a word or figures stand for; None when they stand for none."""
    if ord_.isascii() and ord_.isdigit():
        return int(ord_)
    return _TALL.get(ord_.lower())


def tall_foer(tekst: str, hva: str, etter: str = "") -> tuple[int, ...]:
    """Every number that stands right before a word that matches `hva`: «fem medlemmer», «17 faste medlemmer».

    With `etter`, only those that stand right after such words: «består av 17 medlemmer».
    """
    moenster = re.compile(rf"\b(?:{etter})(?P<tall>[0-9]+|{_ORDENE}) (?:[a-zæøå]+e )?(?:{hva})", re.IGNORECASE)
    funnet = (tall(treff["tall"]) for treff in moenster.finditer(" ".join(tekst.split())))
    return tuple(ett for ett in funnet if ett is not None)


def broeker(tekst: str) -> frozenset[Fraction]:
    """Every part of a whole the text speaks of: «to tredjedeler», «halvparten», «2/3», «40 prosent»."""
    return frozenset(filter(None, map(_broek, _BROEK.finditer(" ".join(tekst.split())))))


def _broek(treff: re.Match[str]) -> Fraction | None:
    if treff["prosent"]:
        return Fraction(int(treff["prosent"]), 100)
    if treff["over"]:
        return Fraction(int(treff["over"]), int(treff["under"]))
    nevner = next(nevner for nevner in _DELER if treff[f"n{nevner}"])
    return Fraction(tall(treff["teller"] or "en") or 1, nevner)
