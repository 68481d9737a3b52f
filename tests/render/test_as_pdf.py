"""What a PDF of ours is: tagged, in its language, with a title, bookmarks, pictures in words, its fonts inside."""

from __future__ import annotations

import builtins
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec import structs
from pdfua import validate

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.render import as_pdf as module
from ehelse_cli.render import papers
from ehelse_cli.render.as_pdf import as_pdf
from ehelse_cli.render.document import Bullets, Cell, Document, Heading, Paragraph, Run, Table
from ehelse_cli.render.errors import MissingExtraError, NotSetError
from ehelse_cli.render.from_page import read
from ehelse_cli.render.papers import Kind
from ehelse_cli.render.pdf_tags import finished
from tests.render.council import COUNCIL
from tests.render.test_all_papers import MEANT
from tests.trees import load_clean

DAG = date(2026, 11, 23)
#: What no font of typst's own has.
EMOJI = "Åse 👩‍⚕️ 🚑 中文 Ŋáŋŋa"


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(COUNCIL)


def _document(data: Dataset, kind: Kind, id_: str, **options: Any) -> Document:
    return read(papers.page(kind, papers.order(data, kind, id_, dag=DAG, **options)))


def _opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def _tags(node: Any) -> Iterator[Any]:
    if "/S" in node:
        yield node
    inside = node.get("/K")
    for child in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(child, pikepdf.Dictionary):
            yield from _tags(child)


def words(content: bytes, how: str = "-layout") -> str:
    """The text as another program reads it: as it lies on the page, or with `-raw` as the file has it."""
    assert shutil.which("pdftotext"), "tools/system puts pdftotext in place"
    ran = subprocess.run(["pdftotext", how, "-", "-"], input=content, capture_output=True, check=True)
    return ran.stdout.decode()


def _joined(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad\u2060-]", "", text)


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_a_paper_is_tagged_and_tells_what_it_is(data: Dataset, which: tuple[Kind, str], maalform: str) -> None:
    document = _document(data, *which, maalform=maalform)
    pdf = _opened(as_pdf(document))
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang).split("-")[0] == maalform
    assert str(pdf.docinfo["/Title"]) == document.title
    tags = list(_tags(pdf.Root.StructTreeRoot))
    levels = [int(str(tag.S)[2:]) for tag in tags if re.fullmatch(r"/H\d", str(tag.S))]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert all(str(tag.get("/Alt", "")) for tag in tags if str(tag.S) == "/Figure")
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            described = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile3" in described or "/FontFile2" in described


@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_typst_finds_nothing_against_it_being_accessible(data: Dataset, which: tuple[Kind, str]) -> None:
    """Its own check of PDF/UA-1 refuses what has no language, title, text alternative or order of headings."""
    assert as_pdf(_document(data, *which), "ua-1").startswith(b"%PDF")


#: What a PDF/UA file says of itself, and ours never: it takes a person to find out.
_CLAIM = "UA-28-004"


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_pdfua_finds_nothing_but_that_we_claim_nothing(
    data: Dataset, which: tuple[Kind, str], maalform: str, tmp_path: Path
) -> None:
    """A second opinion: header cells in tables, a title that is shown, everything tagged or marked as decoration."""
    file = tmp_path / "papir.pdf"
    file.write_bytes(as_pdf(_document(data, *which, maalform=maalform)))
    assert [found.message for found in validate(str(file)).findings if found.rule_id != _CLAIM] == []


def _headers(pdf: pikepdf.Pdf) -> Iterator[list[str]]:
    """For each row of each table, the cells that are heads and what they head."""
    for tag in _tags(pdf.Root.StructTreeRoot):
        if str(tag.S) == "/TR":
            yield [f"{cell.S} {_scope(cell)}".strip() for cell in tag.K]


def _scope(cell: Any) -> str:
    return " ".join(str(one.Scope) for one in cell.get("/A", []) if "/Scope" in one)


def test_a_cell_that_heads_its_row_says_so(data: Dataset) -> None:
    rows = list(_headers(_opened(as_pdf(_document(data, "medlemsliste", "fag")))))
    assert rows[0] == ["/TH /Row", "/TD"]
    column = ["/TH /Column"] * 6
    assert rows[rows.index(column) + 1] == ["/TH /Row", *["/TD"] * 5]


def test_a_table_that_a_person_wrote_has_no_heads_but_those_above() -> None:
    head, cell = Cell((Run("a"),), heading=True), Cell((Run("1"),))
    tables = (Table((head, head), ((cell, cell),)), Table((), ((structs.replace(head), cell),), "fakta"))
    document = Document("t", "nb", "s", "", (Heading(1, (Run("t"),)), *tables))
    assert list(_headers(_opened(as_pdf(document)))) == [["/TH /Column"] * 2, ["/TD", "/TD"], ["/TH /Row", "/TD"]]


def test_a_table_inside_a_list_is_set_too() -> None:
    cell = Cell((Run("celle"),), heading=True)
    blocks = (Heading(1, (Run("t"),)), Bullets(((Paragraph((Run("p"),)), Table((cell,), ((cell,),))),)))
    assert "celle" in words(as_pdf(Document("t", "nb", "s", "", blocks)))


def test_a_file_that_is_built_in_another_way_is_left_as_it_is() -> None:
    assert finished(b"%PDF-1.7 noe annet", ()) == b"%PDF-1.7 noe annet"


def test_it_does_not_say_that_it_conforms(data: Dataset) -> None:
    assert b"pdfuaid" not in as_pdf(_document(data, "saksliste", "fag-2026-m2"))


def test_the_same_input_gives_the_same_bytes(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    document = _document(data, "aarshjul", "aarshjul-2026")
    first = as_pdf(document)
    assert as_pdf(document) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = as_pdf(document)
    assert dated != first
    assert dated == as_pdf(document)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "i dag")
    assert as_pdf(document) == first


def test_it_says_every_case_and_every_title(data: Dataset) -> None:
    ordered = papers.order(data, "moetepakke", "fag-2026-m2", dag=DAG)
    text = _joined(words(papers.make("moetepakke", ordered, "pdf")))
    for told in ("2/2026", "3/2026", "Ei sak på nynorsk", "Eventuelt", "unntatt offentlighet, offl. § 13", "Side 1 av"):
        assert _joined(told) in text
    assert "hemmelig" not in text


def test_the_contents_have_the_numbers_of_the_pages(data: Dataset) -> None:
    text = words(papers.make("moetepakke", papers.order(data, "moetepakke", "fag-2026-m2", dag=DAG), "pdf"))
    contents = dict(re.findall(r"^ *(\S.*?\S)[ .]+(\d+)$", text.split("\f")[0], re.MULTILINE))
    pages = text.split("\f")
    assert "Saksliste" in pages[int(contents["Saksliste"]) - 1]
    assert "Ei sak på nynorsk" in pages[int(contents["Sak 2/2026: Ei sak på nynorsk"]) - 1]


def test_a_draft_says_so_on_every_page(data: Dataset) -> None:
    content = as_pdf(_document(data, "moetepakke", "fag-2026-m2", utkast=True))
    pages = words(content).rstrip("\f").split("\f")
    assert len(pages) == len(_opened(content).pages) > 2
    assert all("UTKAST" in page for page in pages)
    assert "UTKAST" not in words(as_pdf(_document(data, "moetepakke", "fag-2026-m2")))


def test_what_is_internal_says_so_on_every_page(data: Dataset) -> None:
    pages = (
        words(as_pdf(_document(data, "moetepakke", "fag-2026-m2", utkast=True, intern=True))).rstrip("\f").split("\f")
    )
    assert all("UTKAST · INTERNT" in page for page in pages)


HOSTILE = [
    '#panic(1) #import "x" $x$ `r` *b* _e_ <label> @ref // kommentar',
    "</script><b>fet</b> {{ 7 * 7 }} [lenke](x)",
    "a\u202eb\u2066c",
    EMOJI,
    "lang " * 2_000,
    "x" * 10_000,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=["typst", "html", "bidi", "emoji", "long", "one word"])
def test_a_title_is_the_text_it_is(data: Dataset, hostile: str) -> None:
    sak = data.saker["fag-2026-1"].model_copy(update={"tittel": hostile})
    changed = replace(
        data,
        saker={**data.saker, sak.id: sak},
    )
    content = papers.make("saksframlegg", papers.order(changed, "saksframlegg", sak.id, dag=DAG), "pdf")
    read_back = _joined(words(content))
    assert [part for part in re.split(r"[^\x20-\u02ff]+", hostile) if _joined(part)[:200] not in read_back] == []


def test_what_typst_has_no_letters_for_may_be_set_with_the_machines_fonts() -> None:
    assert module._is_covered("Blåbær → – «Čáhci»")
    assert not module._is_covered(EMOJI)


def test_without_typst_the_way_out_is_told(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest, **named)

    document = _document(data, "saksliste", "fag-2026-m2")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match="typst") as raised:
        as_pdf(document)
    assert raised.value.exit_code == 2
    assert "ehelse-cli[pdf]" in str(raised.value.help)


def test_what_cannot_be_set_is_a_failure_with_a_reason() -> None:
    broken = Document("t", "nb", "s", "", (Paragraph((Run("a", href="#finnes-ikke"),)), Heading(1, (Run("t"),))))
    with pytest.raises(NotSetError, match="finnes-ikke"):
        as_pdf(broken)
