"""Lists and papers as others send them: made here, so that a test shows what is in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.importer.ark.columns import FREMMOETE, MEDLEMMER
from ehelse_cli.importer.ark.csv_file import read_csv
from ehelse_cli.importer.fremmoete.importen import importer_fremmoete
from ehelse_cli.importer.medlemmer.importen import Outcome, importer_medlemmer
from ehelse_cli.importer.medlemmer.rader import Defaults
from ehelse_cli.importer.remark import Remark, Remarks
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree

ROOT = Path(__file__).parents[2]
DAG = date(2026, 11, 23)

MEMBERS = (
    "Navn;Virksomhet;Gruppe;Fra;Oppnevnt av;Vara for\n"
    "Turid Vik;Bodø kommune;kommuner;01.01.2028;KS;\n"
    "Ola Nordmann;Hamar kommune;;01.01.2028;;Turid Vik\n"
)
ATTENDANCE = "Navn;Møtte;Vara som møtte\nGrete Solheim;ja;\nKari Moen;vara;Ola Sandvik\nSverre Midtgaard;forfall;\n"


def example() -> Dataset:
    """The project's own data."""
    return load(DiskTree(ROOT)).dataset


def members(data: Dataset, text: str, forum: str = "nehr", defaults: Defaults | None = None) -> Outcome:
    sheet = read_csv("liste.csv", text.encode(), MEDLEMMER.judge)
    return importer_medlemmer(data, data.forum[forum], Remarks(sheet), defaults or Defaults(), DAG)


def attendance(data: Dataset, text: str, moete: str = "nehr-2026-m4", empty: str | None = None) -> Outcome:
    sheet = read_csv("liste.csv", text.encode(), FREMMOETE.judge)
    return importer_fremmoete(data, data.moeter[moete], Remarks(sheet), empty)


def said(remarks: Sequence[Remark]) -> list[str]:
    """One line for an assertion to compare."""
    return [f"{one.severity} {one.place.name}: {one.message}" for one in remarks]


def workbook(rows: Sequence[Sequence[Any]], merged: Sequence[str] = (), **others: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Liste"
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    for name, more in others.items():
        other = book.create_sheet(name)
        for row in more:
            other.append(list(row))
    return _saved(book)


def picture(shade: int = 0) -> bytes:
    """The smallest PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes([0, shade])))
        + chunk(b"IEND", b"")
    )


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paper(title: str = "Samiske navn i journalen", *, described: str = "Tre trinn") -> bytes:
    """A paper as they are written: title, numbered headings, a table, lists, a picture."""
    doc = Document()
    doc.add_paragraph(title, style="Title")
    doc.add_heading("1. Bakgrunn", 1)
    line = doc.add_paragraph("Rådet ba om «mer» – jf. sak 7/2020, ")
    line.add_run("innen").bold = True
    line.add_run(" 1. mai.")
    doc.add_heading("2. Saksframstilling", 1)
    table = doc.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("År", "Kroner", "2027", "12"), strict=True
    ):
        cell.text = text
    for point in ("ett", "to"):
        doc.add_paragraph(point, style="List Bullet")
    doc.add_picture(io.BytesIO(picture()))
    doc.inline_shapes[0]._inline.docPr.set("descr", described)
    doc.add_heading("3. Vurdering", 1)
    doc.add_paragraph("Det haster.")
    return _saved(doc)


def written(*paragraphs: str, after: Mapping[int, str] | None = None) -> bytes:
    """Paragraphs as they stand; `after` has XML to put at the end of some of them."""
    doc = Document()
    for number, text in enumerate(paragraphs):
        line = doc.add_paragraph(text)
        if after and number in after:
            line._p.append(parse_xml(after[number]))
    return _saved(doc)


def repacked(
    raw: bytes,
    new: Mapping[str, bytes] | None = None,
    *,
    without: Sequence[str] = (),
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """The package with parts taken out, put in or written anew."""
    new = new or {}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(target, "w", method) as made:
        for name in old.namelist():
            if name not in (*without, *new):
                made.writestr(name, old.read(name))
        for name, content in new.items():
            made.writestr(name, content)
    return target.getvalue()


def put_samples(folder: Path) -> None:
    """The files that the commands' own examples name."""
    (folder / "medlemmer.csv").write_bytes(MEMBERS.encode())
    (folder / "fremmoete.csv").write_bytes(ATTENDANCE.encode())
    (folder / "notat.docx").write_bytes(paper())


def _saved(made: Any) -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
