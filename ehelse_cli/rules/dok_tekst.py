"""DOK: tables that can be read aloud, and text in the målform it says it is in."""

import re
from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.lenker import linjer_uten_kode
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.rules.broedtekst import bodies, maalformen

_RAD = re.compile(r" {0,3}\|.*\|[ \t]*")
_DELELINJE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def tabell_uten_hode(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A table whose columns have no names."""
    for id_, tekst in bodies(data):
        if "|" not in tekst:
            continue
        for linje in _tabeller_uten_hode(tekst):
            yield Hit(
                "tabellen har ikke navn på kolonnene",
                data.place_in_body(id_, linje),
                (id_, tekst.split("\n")[linje].strip()),
                help="Skriv navnene i første rad, og «|---|---|» under. Da kan tabellen leses opp, og den blir en "
                "tabell på papiret.",
            )


def _tabeller_uten_hode(tekst: str) -> Iterator[int]:
    """The first line of each such table: its first row is empty, or no line of dashes follows it."""
    rader: list[tuple[int, str]] = []
    for nr, linje in (*linjer_uten_kode(tekst), (-1, "")):
        if _RAD.fullmatch(linje):
            rader.append((nr, linje))
            continue
        if len(rader) > 1 and not (_DELELINJE.fullmatch(rader[1][1]) and rader[0][1].strip(" \t|")):
            yield rader[0][0]
        rader = []


# --- målform

#: Words that are everyday ones in one målform and wrong in the other.
_ORDPAR = (
    ("ikke", "ikkje"),
    ("fra", "frå"),
    ("en", "ein"),
    ("et", "eit"),
    ("noen", "nokon"),
    ("noe", "noko"),
    ("hva", "kva"),
    ("hvordan", "korleis"),
    ("hvem", "kven"),
    ("bare", "berre"),
    ("mer", "meir"),
    ("være", "vere"),
    ("flere", "fleire"),
    ("uten", "utan"),
)
_ORD: dict[Maalform, tuple[str, ...]] = {
    "nb": tuple(f" {nb} " for nb, _ in _ORDPAR),
    "nn": tuple(f" {nn} " for _, nn in _ORDPAR),
}
_NAVN: dict[Maalform, str] = {"nb": "bokmål", "nn": "nynorsk"}

#: With fewer such words than this, a text is too short to be told.
_MINST = 6


def feil_maalform(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A body that is plainly in the other målform: two in three of the telling words, and at least six of them."""
    for id_, tekst in bodies(data):
        sagt = maalformen(data, id_)
        annen: Maalform = "nn" if sagt == "nb" else "nb"
        andre = sum(map(tekst.count, _ORD[annen]))
        if andre < _MINST:
            continue
        rette = sum(map(tekst.count, _ORD[sagt]))
        if andre > 2 * rette:
            yield Hit(
                f"teksten ser ut til å være på {_NAVN[annen]}, men filen sier {_NAVN[sagt]}",
                data.place_in_body(id_, _foerste_linje(tekst, annen)),
                (id_, annen),
                values=(f"{andre} ord på {_NAVN[annen]}, {rette} på {_NAVN[sagt]}",),
                help=f"Skriv «maalform: {annen}» i hodet. Da blir overskriftene og datoene på papiret riktige.",
            )


def _foerste_linje(tekst: str, maalform: Maalform) -> int:
    return next(nr for nr, linje in enumerate(tekst.split("\n")) if any(ord_ in linje for ord_ in _ORD[maalform]))
