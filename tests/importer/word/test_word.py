"""A paper from Word: what comes along, what is asked, and what is refused before anything of it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ehelse_cli.importer.remark import CannotImportError, MissingReaderError
from ehelse_cli.importer.word import pandoc
from ehelse_cli.importer.word.importen import Choices, Paper, importer_framlegg
from ehelse_cli.render.markdown import tidy
from tests.importer.samples import W, paper, picture, repacked, said, written

_INS = f'<w:ins {W} w:id="1" w:author="Kari"><w:r><w:t>tolv</w:t></w:r></w:ins>'
_DEL = f'<w:del {W} w:id="2" w:author="Ola"><w:r><w:delText>ti</w:delText></w:r></w:del>'
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_IN_A_BOX = "<w:txbxContent><w:p><w:r><w:t>Boksens ord</w:t></w:r></w:p></w:txbxContent>"
_BOX = (
    f'<w:r {W} xmlns:mc="{_MC}"><mc:AlternateContent>'
    f'<mc:Choice Requires="wps"><w:drawing>{_IN_A_BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{_IN_A_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def read(raw: bytes, choices: Choices | None = None) -> Paper:
    wanted = ("Bakgrunn", "Saksframstilling", "Vurdering")
    return importer_framlegg("notat.docx", raw, lambda _: "2027-02", wanted, choices or Choices())


def test_a_whole_paper() -> None:
    made = read(paper())
    assert made.title == "Samiske navn i journalen"
    assert made.body == (
        "## Bakgrunn\n\nRådet ba om «mer» – jf. sak 7/2020, **innen** 1. mai.\n\n"
        "## Saksframstilling\n\n| År   | Kroner |\n|------|--------|\n| 2027 | 12     |\n\n- ett\n- to\n\n"
        "*(Se vedlegget «Figur 1: Tre trinn».)*\n\n"
        "## Vurdering\n\nDet haster.\n"
    )
    assert [(one.file, one.title) for one in made.pictures] == [("figur-1.png", "Figur 1: Tre trinn")]
    assert made.pictures[0].content == picture()
    assert made.remarks == ()


def test_pictures_that_all_may_see_stand_in_the_text() -> None:
    body = read(paper(), Choices(show_pictures=True)).body
    assert "![Figur 1: Tre trinn](2027-02/figur-1.png)" in body
    assert "Figur 1: Tre trinn" in tidy(body, 2)


@pytest.mark.parametrize("described", ["", "image1.png", "Picture 2", "Et bilde som inneholder tekst"])
def test_a_picture_nobody_has_described_is_told(described: str) -> None:
    made = read(paper(described=described))
    assert made.pictures[0].title == "Figur 1"
    assert "advarsel : figur 1 har ingen alternativ tekst; skriv i Word hva den viser" in said(made.remarks)


def test_a_picture_no_browser_shows_is_refused() -> None:
    made = read(repacked(paper(), {"word/media/image1.png": b"\x01\x00\x00\x00EMF"}))
    assert said(made.remarks) == [
        "feil : figuren «image1.png» er verken PNG, JPEG eller GIF; lim den inn som et av dem"
    ]


def test_tracked_changes_are_refused_or_decided() -> None:
    raw = written("Det koster ", "Det kostet ", after={0: _INS, 1: _DEL})
    assert said(read(raw).remarks) == [
        "feil avsnitt 1: en sporet endring av Kari (nytt): «tolv»",
        "feil avsnitt 2: en sporet endring av Ola (slettet): «ti»",
    ]
    accepted, rejected = read(raw, Choices("godta")), read(raw, Choices("forkast"))
    assert (accepted.body, accepted.remarks) == ("Det koster tolv\n\nDet kostet\n", ())
    assert (rejected.body, rejected.remarks) == ("Det koster\n\nDet kostet ti\n", ())


def test_comments_are_refused_or_left_out() -> None:
    doc = Document()
    doc.add_heading("Bakgrunn", 1)
    line = doc.add_paragraph("Det koster tolv.")
    doc.add_comment(line.runs[0], text="Sikkert?", author="Ola")
    target = io.BytesIO()
    doc.save(target)
    assert said(read(target.getvalue()).remarks) == ["feil avsnitt 2: en kommentar av Ola: «Sikkert?»"]
    assert read(target.getvalue()).remarks[0].place.heading == "under «Bakgrunn»"
    made = read(target.getvalue(), Choices(leave_out_comments=True))
    assert (made.body, made.remarks) == ("## Bakgrunn\n\nDet koster tolv.\n", ())


def test_words_that_do_not_come_along_are_told() -> None:
    (told,) = said(read(written("Før boksen.", after={0: _BOX})).remarks)
    assert told == "feil : noe av teksten kom ikke med: «Boksens ord»"


def test_what_has_no_words_is_told() -> None:
    there = f"<w:r {W}><w:object/></w:r>"
    assert said(read(written("Se her:", after={0: there})).remarks) == ["feil avsnitt 1: her er et innebygd objekt"]


def test_notes_come_last_with_their_numbers() -> None:
    raw = pandoc._run(
        "x",
        "# En\n\nTekst[^1] og mer[^2].\n\n[^1]: Første.\n[^2]: Andre.\n".encode(),
        "--from",
        "markdown",
        "--to",
        "docx",
    )
    assert read(raw).body == "## En\n\nTekst\\[1\\] og mer\\[2\\].\n\n## Noter\n\n1.  Første.\n2.  Andre.\n"


@pytest.mark.parametrize(
    ("source", "body", "told"),
    [
        ("# A\n\n# C\n\n### B\n", "## A\n\n## C\n\n#### B\n", None),
        (
            "# A\n\n## B\n\n## C\n",
            "## B\n\n## C\n",
            "merknad : overskriften «A» er tatt som tittelen, og står ikke i teksten",
        ),
        ("# Bakgrunn\n\n## B\n", "## Bakgrunn\n\n### B\n", None),
        ("H~2~O og m^2^", "H₂O og m²\n", None),
        ("a^sup^", "asup\n", "advarsel : «sup» er hevet i Word, men står på linjen her"),
        ("før ~~bort~~", "før bort\n", "feil : «bort» er strøket over: skal det være med eller ikke?"),
        (
            "[nett](https://a.no) [fil](file:///x)",
            "[nett](https://a.no) fil\n",
            "advarsel : lenken «fil» gikk til «file:///x», og er nå bare tekst",
        ),
        ("a. en\nb. to", "1.  en\n2.  to\n", "advarsel : listen som begynner med «en», får tall og ikke bokstaver"),
        ("**Kostnader**", "**Kostnader**\n", "advarsel : «Kostnader» er bare uthevet; skal den ha stilen Overskrift?"),
        ("\\<b\\> \\*x\\* \\[y\\] 1\\. \\#", "\\<b\\> \\*x\\* \\[y\\] 1. \\#\n", None),
        ("1 < 2 & 3", "1 \\< 2 & 3\n", None),
    ],
)
def test_what_word_can_say_and_our_papers_cannot(source: str, body: str, told: str | None) -> None:
    made = read(pandoc._run("x", source.encode(), "--from", "markdown+subscript+superscript", "--to", "docx"))
    assert made.body == body
    assert said(made.remarks) == ([told] if told else [])


def test_merged_cells_and_cells_of_several_paragraphs_are_told() -> None:
    doc = Document()
    table = doc.add_table(rows=2, cols=3)
    for nr, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"c{nr}"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 2).add_paragraph("to|tre")
    target = io.BytesIO()
    doc.save(target)
    made = read(target.getvalue())
    assert re.sub(" +", " ", made.body).splitlines()[2] == "| c3 | c4 | c5; to\\|tre |"
    assert said(made.remarks) == [
        "advarsel : tabell 1 har en celle med flere avsnitt («c1»), satt etter hverandre",
        "advarsel : tabell 1 har en celle med flere avsnitt («c5»), satt etter hverandre",
        "advarsel : tabell 1 har sammenslåtte celler; teksten står i den første av dem",
    ]


def _damaged(raw: bytes) -> bytes:
    """The package with another byte in the middle of its largest part."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        largest = max(package.infolist(), key=lambda one: one.compress_size)
    middle = largest.header_offset + len(largest.filename) + 30 + largest.compress_size // 2
    return raw[:middle] + bytes([raw[middle] ^ 0xFF]) + raw[middle + 1 :]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"{\\rtf1 hei}", "den er ikke en docx-fil"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "den har passord, eller er i det gamle formatet"),
        (repacked(paper(), {"word/vbaProject.bin": b"x"}), "den har makroer"),
        (
            repacked(paper(), {"word/media/stor.bin": bytes(5 * 2**20)}),
            "den vokser over alle grenser når den pakkes ut",
        ),
        (
            repacked(
                paper(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}
            ),
            "delen «word/document.xml» i den er ikke som Office skriver dem",
        ),
        (repacked(paper(), {"word/document.xml": b"<a"}), "delen «word/document.xml» i den er skadet"),
        (repacked(paper(), without=["word/document.xml"]), "den er ikke et dokument fra Word"),
        (_damaged(repacked(paper(), method=zipfile.ZIP_LZMA)), "den er pakket på en annen måte enn Office gjør"),
    ],
    ids=["rtf", "old", "macros", "bomb", "entities", "broken", "no text", "packed"],
)
def test_what_is_no_safe_document_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(CannotImportError) as told:
        read(raw)
    assert why in told.value.message


def test_a_picture_that_is_somewhere_else_is_refused() -> None:
    part = "word/_rels/document.xml.rels"
    row = (
        b'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        b' Target="https://a.no/spor.png" TargetMode="External"/></Relationships>'
    )
    raw = paper()
    rels = zipfile.ZipFile(io.BytesIO(raw)).read(part).replace(b"</Relationships>", row)
    told = said(read(repacked(raw, {part: rels})).remarks)
    assert told == ["feil : et bilde ligger ikke i dokumentet, men på «https://a.no/spor.png»"]


def test_without_pandoc_one_is_told_which_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    pandoc._program.cache_clear()
    with pytest.raises(MissingReaderError) as told:
        read(paper())
    pandoc._program.cache_clear()
    assert told.value.exit_code == 2
    assert 'pip install "ehelse-cli[saksframlegg]"' in str(told.value.help)


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Co", "Cn"]), max_size=30)


@settings(max_examples=12)
@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_no_word_of_any_paragraph_gets_lost(paragraphs: list[str]) -> None:
    made = read(written(*paragraphs))
    assert not [one for one in said(made.remarks) if one.startswith("feil")]
    left = re.sub(r"[^\w]", "", made.body)
    assert all(word in left for text in paragraphs for word in re.findall(r"[a-zæøåA-ZÆØÅ0-9]+", text))


def nested(depth: int) -> bytes:
    """Tables in tables."""
    inner = "<w:p/>"
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()


def test_tables_in_tables_without_end_are_refused() -> None:
    with pytest.raises(CannotImportError):
        read(repacked(paper(), {"word/document.xml": nested(2_000)}))


_WHOLE = paper()


@pytest.mark.slow
@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_broken_document_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(_WHOLE)
    for place, byte in changes:
        raw[place] = byte
    with suppress(CannotImportError):
        assert read(bytes(raw)).body.endswith("\n")
