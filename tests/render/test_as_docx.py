"""What a Word file of ours is: real headings, lists and tables, languages, pictures in words, the same bytes."""

from __future__ import annotations

import builtins
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.render import papers
from ehelse_cli.render.as_docx import as_docx
from ehelse_cli.render.document import Block, Bullets, Document, Heading, Paragraph, Run
from ehelse_cli.render.errors import MissingExtraError
from ehelse_cli.render.from_page import read
from ehelse_cli.render.papers import Kind
from tests.render.council import COUNCIL
from tests.render.test_all_papers import MEANT
from tests.render.test_as_pdf import HOSTILE
from tests.trees import load_clean

DAG = date(2026, 11, 23)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(COUNCIL)


def _document(data: Dataset, kind: Kind, id_: str, **options: Any) -> Document:
    return read(papers.page(kind, papers.order(data, kind, id_, dag=DAG, **options)))


def _opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def _words(word: Any) -> str:
    """Every word of the body, tables and links too."""
    return "".join(_texts(word.element.body))


def _texts(element: Any) -> Iterator[str]:
    for node in element.iter(qn("w:t"), qn("w:p")):
        yield node.text or "" if node.tag == qn("w:t") else "\n"


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_a_paper_has_what_word_works_with(data: Dataset, which: tuple[Kind, str], maalform: str) -> None:
    document = _document(data, *which, maalform=maalform)
    word = _opened(as_docx(document))
    assert word.core_properties.title == document.title
    assert word.core_properties.language == f"{maalform}-NO"
    levels = [int(one.style.name[-1]) for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(facts.get("descr") for facts in word.element.body.iter(qn("wp:docPr")))


def test_the_head_of_a_table_comes_again_on_each_page(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "medlemsliste", "fag")))
    (seats,) = (table for table in word.tables if table.rows[0].cells[0].text == "Gruppe")
    marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in seats.rows]
    assert marked == [True] + [False] * (len(seats.rows) - 1)


def test_lists_are_lists_and_begin_anew(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "referat", "fag-2026-m1")))
    numbered = {
        one.text: one._p.pPr.numPr for one in word.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None
    }
    assert {"Nytt fra KS", "Fagrådet anbefaler å starte i 2029.", "Kommunene får hjelp."} <= set(numbered)
    first, second = (numbered[text].numId.val for text in ("Fagrådet anbefaler å starte i 2029.", "Nytt fra KS"))
    assert first != second


def test_a_list_inside_a_list_is_a_level_down() -> None:
    def item(text: str, *inside: Block) -> tuple[Block, ...]:
        return (Paragraph((Run(text),)), *inside)

    inner = Bullets((item("indre", Bullets((item("innerst"),))), item("neste")))
    word = _opened(as_docx(_written((Bullets((item("ytre", inner), item("siste")), ordered=True),))))
    listed = [one for one in word.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None]
    assert [(one.text, one.style.name, one._p.pPr.numPr.ilvl.val) for one in listed] == [
        ("ytre", "List Number", 0),
        ("indre", "List Bullet 2", 1),
        ("innerst", "List Bullet 3", 2),
        ("neste", "List Bullet 2", 1),
        ("siste", "List Number", 0),
    ]


def test_a_decision_stands_in_one_box(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "referat", "fag-2026-m1")))
    framed = [one.text.strip() for one in word.paragraphs if one._p.find(f".//{qn('w:shd')}") is not None]
    decision = framed[framed.index("Tilråding (endret i møtet)") :][:4]
    assert decision[1:3] == ["Fagrådet anbefaler å starte i 2029.", "Kommunene får hjelp."]
    assert decision[3] == "Forutsetning: Driften er finansiert."


def test_a_table_says_which_cells_are_heads(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "medlemsliste", "fag")))
    looks = [table._tbl.tblPr.find(qn("w:tblLook")) for table in word.tables[:2]]
    assert [(look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) for look in looks] == [("0", "1"), ("1", "1")]


def test_a_picture_and_what_it_shows_are_on_the_same_page(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "aarshjul", "aarshjul-2026")))
    pictures = [one for one in word.paragraphs if one._p.find(f".//{qn('w:drawing')}") is not None]
    assert [one.paragraph_format.keep_with_next for one in pictures] == [True] * len(pictures) != []


def _written(blocks: tuple[Block, ...]) -> Document:
    return Document("t", "nb", "s", "", (Heading(1, (Run("t"),)), *blocks))


def test_words_in_the_other_language_say_so(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "saksframlegg", "fag-2026-2", maalform="nb")))
    spoken = {node.get(qn("w:val")) for node in word.element.body.iter(qn("w:lang"))}
    assert spoken == {"nn-NO"}


def test_headings_that_begin_alike_have_bookmarks_of_their_own() -> None:
    ids = [f"endringer-i-forskrift-om-pasientjournal-{nr}" for nr in ("og-reseptformidleren", "og-kjernejournal", "")]
    word = _opened(as_docx(_written(tuple(Heading(2, (Run(id_),), id_) for id_ in ids))))
    marks = [node.get(qn("w:name")) for node in word.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", mark) for mark in marks)


def test_links_lead_where_there_is_something(data: Dataset) -> None:
    word = _opened(as_docx(_document(data, "moetepakke", "fag-2026-m2")))
    marks = {node.get(qn("w:name")) for node in word.element.body.iter(qn("w:bookmarkStart"))}
    links = [node.get(qn("w:anchor")) for node in word.element.body.iter(qn("w:hyperlink")) if node.get(qn("w:anchor"))]
    fields = re.findall(r"PAGEREF (\S+)", "".join(node.text for node in word.element.body.iter(qn("w:instrText"))))
    assert links
    assert set(links) | set(fields) <= marks


def test_it_says_every_case_and_every_title(data: Dataset) -> None:
    text = _words(_opened(as_docx(_document(data, "moetepakke", "fag-2026-m2"))))
    for told in ("Sak 2/2026", "Sak 3/2026", "Ei sak på nynorsk", "Eventuelt", "unntatt offentlighet, offl. § 13"):
        assert told in text
    assert "hemmelig" not in text


@pytest.mark.parametrize("hostile", HOSTILE, ids=["typst", "html", "bidi", "emoji", "long", "one word"])
def test_a_title_is_the_text_it_is(data: Dataset, hostile: str) -> None:
    sak = data.saker["fag-2026-1"].model_copy(update={"tittel": hostile})
    changed = replace(data, saker={**data.saker, sak.id: sak})
    content = papers.make("saksframlegg", papers.order(changed, "saksframlegg", sak.id, dag=DAG), "docx")
    assert re.sub("[\u202e\u2066]", "", hostile).strip() in _words(_opened(content))


def test_a_draft_says_so_on_every_page(data: Dataset) -> None:
    """What is in the header of a section is on each of its pages, and there is one section."""
    word = _opened(as_docx(_document(data, "moetepakke", "fag-2026-m2", utkast=True)))
    assert [section.header.paragraphs[0].text for section in word.sections] == ["UTKAST"]
    internal = _opened(as_docx(_document(data, "moetepakke", "fag-2026-m2", intern=True)))
    assert internal.sections[0].header.paragraphs[0].text == "INTERNT"
    assert _opened(as_docx(_document(data, "moetepakke", "fag-2026-m2"))).sections[0].header.paragraphs[0].text == ""


def test_the_same_input_gives_the_same_bytes(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    document = _document(data, "aarshjul", "aarshjul-2026")
    first = as_docx(document)
    assert as_docx(document) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert as_docx(document) != first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_without_python_docx_the_way_out_is_told(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "docx":
            raise ImportError(name)
        return real(name, *rest, **named)

    document = _document(data, "saksliste", "fag-2026-m2")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match="python-docx") as raised:
        as_docx(document)
    assert "ehelse-cli[docx]" in str(raised.value.help)


def test_without_typst_a_picture_is_told_in_words(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ehelse_cli.render.as_docx._as_png", lambda _: None)
    text = _words(_opened(as_docx(_document(data, "aarshjul", "aarshjul-2026"))))
    assert "Årshjul for 2026 med møtene til hvert forum." in text


@pytest.mark.slow
def test_libreoffice_opens_them_all(data: Dataset, tmp_path: Path) -> None:
    assert shutil.which("soffice"), "tools/system puts LibreOffice in place"
    for kind, id_ in MEANT:
        (tmp_path / f"{kind}-{id_}.docx").write_bytes(as_docx(_document(data, kind, id_)))
    files = sorted(map(str, tmp_path.glob("*.docx")))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *files], capture_output=True, timeout=240, check=True)
    read_back = (tmp_path / "moetepakke-fag-2026-m2.txt").read_text(encoding="utf-8")
    assert "Ei sak på nynorsk" in read_back
    assert len(list(tmp_path.glob("*.txt"))) == len(MEANT)
