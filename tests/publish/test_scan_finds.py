"""The search finds all that a slow and simple one finds, however it is written and wherever in the file it stands."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator, Sequence
from string import punctuation
from unittest.mock import patch
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.publish.scan import Search

# ── the slow and simple one ──────────────────────────────────────────────────────────────────────────────────────────


def _ord(tekst: str) -> str:
    return " ".join(re.findall(r"\w+", tekst.casefold()))


def _uten_tegn(tekst: str) -> str:
    """Folds, escapes and entities undone."""
    tekst = re.sub(r"\r\n[ \t]", "", tekst)
    tekst = re.sub(r"\\u([0-9a-fA-F]{4})", lambda treff: chr(int(treff[1], 16)), tekst)
    return html.unescape(re.sub(rf"\\([{re.escape(punctuation)}])", r"\1", re.sub(r"\\[nrt]", " ", tekst)))


def _innhold(fil: bytes) -> Iterator[bytes]:
    yield fil
    if fil.startswith(b"\x1f\x8b"):
        yield gzip.decompress(fil)
    if fil.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(fil)) as pakke:
            for navn in pakke.namelist():
                yield from (navn.encode(), pakke.read(navn))


def _sett(naaler: Sequence[str], fil: bytes) -> set[str]:
    """Every needle in every reading of the whole file."""
    tekster = [_uten_tegn(del_.decode(errors="ignore")) for del_ in _innhold(fil) if b"\0" not in del_[:4096]]
    lesninger = [ut for tekst in tekster for ut in (tekst, re.sub(r"<[^>]*>", " ", tekst), unquote(tekst))]
    return {naal for naal in naaler for lest in lesninger if f" {naal} " in f" {_ord(lest)} "}


def _funnet(naaler: Sequence[str], fil: bytes) -> set[str]:
    return {ett.where for ett in Search({naal: naal for naal in naaler}, {}).find("fil", fil)}


# ── texts, and the ways they are written ─────────────────────────────────────────────────────────────────────────────

#: Words of all kinds: what is folded into other letters, what has no letter of ASCII, what is common and what is not.
ORD: tuple[str, ...] = (
    "av",
    "sak",
    "hemmelig",
    "blåbærsyltetøy",
    "Straße",
    "MASSE",
    "ﬁnnes",
    "\N{KELVIN SIGN}elvin",
    "čállin",
    "łódź",
)
ORD += (
    "ἀρχή",
    "保密",
    "ålen",
    "ø",
    "prosjekt_x",
    "e-helse",
    "§",
    "2026",
    "3/26",
    "İstanbul",
    "Größe",
    "ſak",
    "É",
    "x²",
)


def _brettet(linje: str) -> str:
    """The line as calendars have it."""
    return "\r\n ".join(linje[fra : fra + 60] for fra in range(0, len(linje), 60))


WRITTEN: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "word by word": lambda tekst: tekst.replace(" ", " \r\n\n\t"),
    "with signs": lambda tekst: f"«{tekst.replace(' ', ', – ')}»",
    "in tags": lambda tekst: tekst.replace(" ", '</b> <b class="x y">'),
    "in half a tag": lambda tekst: f'{tekst.replace(" ", " <b>")} <i title="',
    "in an attribute": lambda tekst: f'<a title="{html.escape(tekst)}">',
    "as entities": lambda tekst: "".join(f"&#{ord(tegn)};" for tegn in tekst),
    "as hexadecimal entities": lambda tekst: "".join(f"&#x{ord(tegn):06x};" for tegn in tekst),
    "as named entities": lambda tekst: tekst.replace("å", "&aring;").replace("ø", "&oslash;").replace(" ", "&nbsp;"),
    "as JSON": lambda tekst: json.dumps({"a": f"\n{tekst}\t"}),
    "as JSON in letters": lambda tekst: json.dumps([tekst, '"'], ensure_ascii=False),
    "all escaped": lambda tekst: "".join(rf"\u{ord(tegn):04x}" for tegn in tekst),
    "as Markdown": lambda tekst: re.sub(r"([_§/-])", r"\\\1", tekst),
    "as an address": quote,
    "folded": lambda tekst: _brettet(f"DESCRIPTION:{'fyll ' * 11}{tekst.replace(',', chr(92) + ',')}"),
    "folded to shreds": "\r\n ".join,
}

_TEKST = st.lists(st.sampled_from(ORD), min_size=1, max_size=6).map(" ".join)
_SKREVET = st.builds(lambda maate, tekst: maate(tekst), st.sampled_from([*WRITTEN.values()]), _TEKST)


def _pakket(tekst: bytes) -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as pakke:
        pakke.writestr("blåbærsyltetøy/hemmelig.xml", b"<x>" + tekst)
        pakke.writestr("tom.xml", b"")
    return ut.getvalue()


_PAKKET = st.sampled_from([bytes, bytes, gzip.compress, _pakket])


@given(
    st.lists(_TEKST.map(_ord).filter(bool), min_size=1, max_size=40, unique=True),
    st.lists(_SKREVET, max_size=8),
    st.sampled_from([" ", "", "\n", ", ", "\r\n", "<br>", "%", "&", "\\", "\udc00"]),
    _PAKKET,
)
def test_the_same_is_found_as_by_all_needles_in_all_readings(
    naaler: list[str], deler: list[str], mellom: str, pakket: Callable[[bytes], bytes]
) -> None:
    fil = pakket(mellom.join(deler).encode(errors="surrogatepass"))
    assert _funnet(naaler, fil) == _sett(naaler, fil)


@given(st.lists(_TEKST.map(_ord).filter(bool), min_size=1, max_size=40), st.lists(_SKREVET, max_size=8), st.data())
def test_nothing_is_lost_between_the_pieces(naaler: list[str], deler: list[str], data: st.DataObject) -> None:
    # A piece may end in the middle of a word, which is then taken for another: more may be found, and never less.
    fil = " ".join(deler).encode()
    stykke = data.draw(st.integers(1, len(fil) + 1))
    with patch("ehelse_cli.publish.file_text._PIECE", stykke), patch("ehelse_cli.publish.scan._TAGS", 100):
        assert _funnet(naaler, fil) >= _sett(naaler, fil)


LANG = "Det som er hemmelig, står på «linje» nummer to, og prosjekt_x – koster mer enn Straße\N{KELVIN SIGN} åæø."


@pytest.mark.parametrize("maate", WRITTEN.values(), ids=WRITTEN)
def test_a_text_over_an_edge_is_found_wherever_it_is_cut(maate: Callable[[str], str]) -> None:
    naal = _ord(LANG)
    skrevet = maate(LANG).encode()
    soek = Search({naal: "et felt"}, {})
    stykke = 12_000
    for kant in (stykke, stykke + soek._overlap):
        for foer in range(kant - len(skrevet) - 1, kant + 2, 7):
            fil = b"x " * (foer // 2) + b" " * (foer % 2) + skrevet + b" y" * 500
            with patch("ehelse_cli.publish.file_text._PIECE", stykke):
                assert soek.find("fil", fil), foer


@pytest.mark.parametrize("foran", [0, 124_970, 125_000, 249_960, 999_990])
def test_a_long_file_is_taken_in_pieces_of_its_own(foran: int) -> None:
    fyll = ("fyll " * (foran // 5 + 1))[:foran]
    fil = f"{fyll} {WRITTEN['in tags'](LANG)} {'fyll ' * 200_000}".encode()
    assert _funnet([_ord(LANG)], fil)


# ── what makes it fast ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_letter_that_is_folded_into_others_hides_nothing() -> None:
    # An outline is made of ASCII alone, where nothing else is folded into it. All of Unicode is asked.
    foldet = [tegn for tegn in map(chr, range(sys.maxunicode + 1)) if tegn.casefold() != tegn]
    for tegn in foldet:
        tekst = f"hemmeli{tegn}g sa{tegn} {tegn}i ra{tegn}"
        assert _funnet([_ord(tekst)], tekst.encode()), tegn
    assert len(foldet) > 1000


@pytest.mark.parametrize("andre", [0, 50])
@pytest.mark.parametrize("tekst", ["ἀρχή 保密", "hemmelig\ud83dsak", "ßßßßßßßß", "øæå åøæ"])
def test_a_text_with_little_or_no_ascii_is_found_among_few_and_many(tekst: str, andre: int) -> None:
    naaler = [_ord(tekst), *(f"noe{nr} annet" for nr in range(andre))]
    for skrevet in (json.dumps({"a": tekst}), f"<b>{tekst.replace(' ', '<br>')}</b>"):
        assert _funnet(naaler, skrevet.encode(errors="replace")) == {_ord(tekst)}


@pytest.mark.parametrize("antall", [1, 100])
def test_searching_a_large_file_takes_little_memory(antall: int) -> None:
    linje = json.dumps(
        {"tittel": "Noe om “linjer” – og det som står på dem, for hemmelig er det ikke"}, ensure_ascii=False
    )
    fil = "\n".join(f"{linje}{nr}" for nr in range(100_000)).encode()
    soek = Search({f"hemmelig {nr} er det": "et felt" for nr in range(antall)}, {})
    tracemalloc.start()
    try:
        assert soek.find("data/alle.json", fil) == ()
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


# ── what cannot be read ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("pakket", [gzip.compress, _pakket])
def test_a_package_that_is_damaged_anywhere_is_read_as_far_as_it_goes(pakket: Callable[[bytes], bytes]) -> None:
    hel = pakket(LANG.encode() * 20)
    for sted in range(len(hel)):
        skadet = hel[:sted] + bytes([hel[sted] ^ 0xFF]) + hel[sted + 1 :]
        _funnet([_ord(LANG)], skadet)
        _funnet([_ord(LANG)], hel[:sted])


def test_what_is_in_a_package_has_a_name_there() -> None:
    assert _funnet(["blåbærsyltetøy hemmelig xml"], _pakket(b""))
