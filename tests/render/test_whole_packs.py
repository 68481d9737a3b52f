"""Whole papers in every format: nothing that people write steers them, and all of a pack can be found and followed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pyromark
import pytest
from docx.oxml.ns import qn

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.load.beside import Beside
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.render import papers
from ehelse_cli.render.as_docx import as_docx
from ehelse_cli.render.as_markdown import as_markdown
from ehelse_cli.render.as_pdf import as_pdf
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.clean import clean_line
from ehelse_cli.render.document import Document
from ehelse_cli.render.from_page import read
from ehelse_cli.render.papers import Kind
from tests.render.council import COUNCIL
from tests.render.pages import Page
from tests.render.test_all_papers import DAG, MEANT, _written
from tests.render.test_as_pdf import words
from tests.trees import load_clean

ROOT = Path(__file__).parents[2]

#: Everything that could be taken for something else than words, in one title.
EVIL = (
    "<script>alert(1)</script><b>fet</b> &amp; {{ 7 * 7 }}{% raw %} *a* _b_ `c` [d](javascript:e) ![f](g) # h | i ~j~ "
    '#panic(1) #import "x" $y$ <merke> @ref // nei \\ \u202ebidi\u2066 👩‍⚕️ Ŋ 中'
)
LONG = "langt " * 1_700
ONE_WORD = "x" * 10_000


def _document(data: Dataset, which: tuple[Kind, str], **options: Any) -> Document:
    return read(papers.page(which[0], papers.order(data, *which, dag=DAG, **options)))


def _hostile(text: str) -> Dataset:
    data = load_clean(COUNCIL)
    return replace(
        data,
        saker={id_: _written(sak, text) for id_, sak in data.saker.items()},
        moeter={id_: _written(moete, text) for id_, moete in data.moeter.items()},
        aarshjul={id_: _written(aar, text) for id_, aar in data.aarshjul.items()},
    )


@pytest.fixture(scope="module", params=[EVIL, LONG, ONE_WORD], ids=["everything at once", "long", "one long word"])
def hostile(request: pytest.FixtureRequest) -> tuple[str, Dataset]:
    return clean_line(request.param), _hostile(request.param)


#: The papers that tell of what was changed.
_TELLING = [which for which in MEANT if which[0] not in ("mandat", "medlemsliste", "endringsnotat")]


def _letters(text: str) -> str:
    """What any reader of the file must have: letters and signs, not where lines and words were broken."""
    return re.sub(r"[^!-~æøåÆØÅ]", "", text)


@pytest.mark.parametrize("which", _TELLING, ids="-".join)
def test_in_markdown_it_is_words(hostile: tuple[str, Dataset], which: tuple[Kind, str]) -> None:
    text, data = hostile
    html = pyromark.html(as_markdown(_document(data, which)), options=pyromark.Options.ENABLE_TABLES)
    page = Page(html.replace("<br />", "<br>").replace("<hr />", "<hr>"))
    assert not {"script", "b", "img"} & {tag for tag, _ in page.tags}
    assert not [link for link in page.all("a") if "javascript" in (link["href"] or "")]
    assert _letters(text) in _letters(page.text)


@pytest.mark.slow
@pytest.mark.parametrize("which", _TELLING, ids="-".join)
def test_in_pdf_it_is_words(hostile: tuple[str, Dataset], which: tuple[Kind, str]) -> None:
    text, data = hostile
    content = as_pdf(_document(data, which))
    told = _letters(words(content, "-raw")).replace("-", "")
    assert _letters(text).replace("-", "")[:300] in told
    assert list(_uris(content)) == [uri for uri in _uris(content) if uri.startswith(("https:", "http:", "mailto:"))]


@pytest.mark.parametrize("which", _TELLING, ids="-".join)
def test_in_word_it_is_words(hostile: tuple[str, Dataset], which: tuple[Kind, str]) -> None:
    text, data = hostile
    word = docx.Document(io.BytesIO(as_docx(_document(data, which))))
    assert text in " ".join(_texts(word.element.body)).replace("\n", " ")
    outside = [rel.target_ref for rel in word.part.rels.values() if rel.is_external]
    assert [ref for ref in outside if not ref.startswith(("https:", "http:", "mailto:"))] == []


def _texts(element: Any) -> Iterator[str]:
    for paragraph in element.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def _annotations(content: bytes) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            yield from (note for note in page.get("/Annots", []) if note.Subtype == "/Link")


def _uris(content: bytes) -> Iterator[str]:
    for note in _annotations(content):
        if "/A" in note and "/URI" in note.A:
            yield str(note.A.URI)


# --- the packs of the example


@pytest.fixture(scope="module")
def example() -> Dataset:
    return load(DiskTree(ROOT)).dataset


def _ordered(data: Dataset, id_: str, maalform: str) -> Bestilling:
    ordered = papers.order(data, "moetepakke", id_, dag=date(2026, 11, 23), maalform=maalform)  # type: ignore[arg-type]
    return replace(ordered, les_vedlegg=Beside(ROOT, None).attachment)


def _packs(data: Dataset) -> list[str]:
    """The meetings that have something to put in a pack."""
    return [id_ for id_, moete in data.moeter.items() if any(punkt.sak for punkt in moete.saksliste)]


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_every_link_in_every_pack_leads_somewhere(example: Dataset, maalform: str) -> None:
    packs = _packs(example)
    assert len(packs) > 15
    for id_ in packs:
        page = Page(papers.page("moetepakke", _ordered(example, id_, maalform)))
        inside = [link["href"] or "" for link in page.all("a") if (link["href"] or "").startswith("#")]
        assert inside
        assert [href for href in inside if href[1:] not in page.ids] == []
        assert len(page.ids) == len(set(page.ids))


_LARGE = ("nehr-2026-m4", "nufa-2026-m4", "nuit-2026-m3")


def _told_in(data: Dataset, id_: str) -> list[str]:
    """The numbers and titles of the cases that a pack must tell, and of what is exempt the number alone."""
    told = []
    for punkt in data.moeter[id_].saksliste:
        sak = data.saker.get(data.sak_id(data.forum_of(id_), punkt.sak) or "") if punkt.sak else None
        told += [punkt.sak] if punkt.sak else []
        told += [sak.tittel] if sak is not None and sak.tittel and not sak.er_unntatt else []
    return told


@pytest.mark.parametrize("id_", _LARGE)
def test_a_pack_in_pdf_tells_every_case_and_its_links_lead_to_pages(example: Dataset, id_: str) -> None:
    content = papers.make("moetepakke", _ordered(example, id_, "nb"), "pdf")
    text = re.sub(r"\s", "", words(content))
    assert [told for told in _told_in(example, id_) if re.sub(r"\s", "", told) not in text] == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = {page.objgen for page in pdf.pages}
        notes = [note for page in pdf.pages for note in page.get("/Annots", []) if "/URI" not in note.get("/A", {})]
        leads = [_target(pdf, note) for note in notes]
    assert leads
    assert set(leads) <= pages


def _target(pdf: pikepdf.Pdf, note: Any) -> tuple[int, int]:
    """The page that a link inside the file leads to."""
    lead = note.Dest if "/Dest" in note else note.A.D
    if isinstance(lead, pikepdf.String | pikepdf.Name):
        tree = pikepdf.NameTree(pdf.Root.Names.Dests)
        lead = tree[str(lead)]
    lead = lead.D if isinstance(lead, pikepdf.Dictionary) else lead
    found: tuple[int, int] = lead[0].objgen
    return found


@pytest.mark.parametrize("id_", _LARGE)
def test_a_pack_in_word_tells_every_case_and_its_links_lead_to_bookmarks(example: Dataset, id_: str) -> None:
    word = docx.Document(io.BytesIO(papers.make("moetepakke", _ordered(example, id_, "nb"), "docx")))
    text = " ".join(_texts(word.element.body))
    assert [told for told in _told_in(example, id_) if told not in text] == []
    marks = [node.get(qn("w:name")) for node in word.element.body.iter(qn("w:bookmarkStart"))]
    links = {node.get(qn("w:anchor")) for node in word.element.body.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= set(marks)
    assert len(marks) == len(set(marks))
