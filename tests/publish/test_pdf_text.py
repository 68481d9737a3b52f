"""The words of a PDF as the search reads them, beside those that poppler reads."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.publish.pdf_text import texts
from ehelse_cli.publish.scan import Search
from ehelse_cli.render.papers import make, order


@cache
def _pdf(kind: str, id_: str) -> bytes:
    data = load(DiskTree(Path(__file__).parents[2])).dataset
    return make(kind, order(data, kind, id_, dag=date(2026, 11, 23)), "pdf")  # type: ignore[arg-type]


def _ord(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "id_"), [("saksframlegg", "nuit-2026-9"), ("referat", "nehr-2026-m3"), ("mandat", "nuit@2025-01-01")]
)
def test_it_reads_what_poppler_reads(kind: str, id_: str) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: tools/system")
    ran = subprocess.run(["pdftotext", "-layout", "-", "-"], input=_pdf(kind, id_), capture_output=True, check=True)
    poppler = _ord(ran.stdout.decode())
    assert len(poppler) > 100
    assert poppler - _ord("\n".join(texts(_pdf(kind, id_)))) == set()


def test_a_whole_sentence_is_found_by_the_search() -> None:
    soek = Search({"kommunene betaler ikke mer": "et vedlegg"}, {})
    innhold = _med_tekst("Kommunene betaler ikke mer.")
    assert [en.where for en in soek.find("papir/x.pdf", innhold)] == ["et vedlegg"]
    assert soek.find("papir/x.pdf", _med_tekst("Kommunene betaler mer.")) == ()


def test_a_word_that_is_drawn_in_two_pieces_is_one_word() -> None:
    soek = Search({"kommunene betaler ikke mer": "et vedlegg"}, {})
    innhold = _med_tekst("Kommunene bet", "aler ikke mer.")
    assert [en.where for en in soek.find("papir/x.pdf", innhold)] == ["et vedlegg"]


def _med_tekst(*biter: str) -> bytes:
    """A small PDF with one font whose glyphs are numbered from one, as typst numbers them."""
    tegn = sorted(set("".join(biter)))
    cmap = "".join(f"<{nr:04x}> <{ord(ett):04x}>\n" for nr, ett in enumerate(tegn, 1))
    tabell = f"{len(tegn)} beginbfchar\n{cmap}endbfchar".encode()
    glyfer = (b"".join(b"\\%03o\\%03o" % divmod(tegn.index(ett) + 1, 256) for ett in bit) for bit in biter)
    side = zlib.compress(b" ".join(b"BT /f0 11 Tf [(" + bit + b")]TJ ET" for bit in glyfer))
    deler = [
        b"<</Type/Page/Resources 2 0 R/Contents 5 0 R>>",
        b"<</Font<</f0 3 0 R>>>>",
        b"<</Type/Font/ToUnicode 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(tabell), zlib.compress(tabell)),
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(side), side),
    ]
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (nr, del_) for nr, del_ in enumerate(deler, 1))


@pytest.mark.parametrize(
    ("streng", "sagt"),
    [
        (b"(Hemmelig tittel)", "Hemmelig tittel"),
        (b"(\xfe\xff" + "Blåbær".encode("utf-16-be") + b")", "Blåbær"),
        (b"<FEFF" + "Blåbær".encode("utf-16-be").hex().encode() + b">", "Blåbær"),
        (b"(en \\(to\\) (tre) \\101)", "en (to) (tre) A"),
        (b"<48656>", "He`"),
    ],
)
def test_what_it_tells_of_itself_is_read(streng: bytes, sagt: str) -> None:
    assert sagt in "\n".join(texts(b"%PDF-1.7\n1 0 obj\n<</Title " + streng + b">>\nendobj\n"))


def test_a_range_of_glyphs_and_a_list_of_letters() -> None:
    cmap = b"2 beginbfrange\n<0001> <0003> <0041>\n<0004> <0005> [<0078> <0079>]\nendbfrange"
    deler = [
        b"<</Type/Page/Resources<</Font<</f0 2 0 R>>>>/Contents[4 0 R]>>",
        b"<</ToUnicode 3 0 R>>",
        b"<<>>stream\n" + cmap,
        b"<<>>stream\n/f0 9 Tf <00010002000300040005> Tj",
    ]
    fil = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (nr, del_) for nr, del_ in enumerate(deler, 1))
    assert "ABCxy" in list(texts(fil))


@given(st.binary(max_size=400))
def test_no_file_makes_it_stumble(rusk: bytes) -> None:
    list(texts(b"%PDF-1.7\n1 0 obj\n<</Contents 1 0 R/ToUnicode 1 0 R/Filter/FlateDecode>>stream\n" + rusk))
    list(
        texts(
            b"%PDF-1.7\n1 0 obj\n<</Contents 1 0 R/ToUnicode 1 0 R>>stream\n/f0 1 Tf "
            + rusk
            + b" Tj beginbfrange"
            + rusk
        )
    )
