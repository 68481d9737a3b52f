"""What typst cannot say in a PDF yet: which cells head a row, and that a reader should show the title.

`pdf.header-cell` is behind a switch that typst for Python does not have. The tags are plain objects in what typst
writes, so they are put right there: objects change, and the table of where each of them is, is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_XREF = re.compile(rb"xref\n0 (?P<count>\d+)\n(?P<rows>(?:\d{10} \d{5} [nf]\r?\n?\s?)+)")
_STARTXREF = re.compile(rb"startxref\n(?P<at>\d+)\n%%EOF\s*\Z")
_ROW = re.compile(rb"(?P<at>\d{10}) \d{5} (?P<kind>[nf])")
_ELEMENT = re.compile(rb"/Type/StructElem/S/(?P<tag>\w+)/P (?P<parent>\d+) 0 R")
_FIRST_CHILD = re.compile(rb"/K\[(?P<child>\d+) 0 R")
_ATTRIBUTES = re.compile(rb"/A\[<</O/Table")
_VIEWER = b"/ViewerPreferences<<"


def finished(pdf: bytes, row_headed: Sequence[bool]) -> bytes:
    """The file with the first cell of each row as the row's head, in the tables where `row_headed` says so.

    `row_headed` has one for each table, in the order of the paper. A file built in another way is left as it is.
    """
    objects = _objects(pdf)
    if objects is None:
        return pdf
    elements = {nr: match for nr, raw in objects.items() if (match := _ELEMENT.search(raw))}
    tables = [nr for nr, match in elements.items() if match["tag"] == b"Table"]
    if len(tables) == len(row_headed):
        headed = {nr for nr, is_headed in zip(tables, row_headed, strict=True) if is_headed}
        for nr in _row_heads(objects, elements, headed):
            objects[nr] = _as_row_head(objects[nr])
    told = {nr: raw.replace(_VIEWER, _VIEWER + b"/DisplayDocTitle true", 1) for nr, raw in objects.items()}
    return _written(pdf, told)


def _row_heads(
    objects: Mapping[int, bytes], elements: Mapping[int, re.Match[bytes]], headed: set[int]
) -> Iterator[int]:
    """The cells of data that are first in a row of one of the tables."""
    for nr, match in elements.items():
        if match["tag"] != b"TR" or not _ancestors(nr, elements) & headed:
            continue
        child = _FIRST_CHILD.search(objects[nr])
        if child is not None and elements[int(child["child"])]["tag"] == b"TD":
            yield int(child["child"])


def _ancestors(nr: int, elements: Mapping[int, re.Match[bytes]]) -> set[int]:
    """The table of a row, past its body."""
    above = int(elements[nr]["parent"])
    return {above, int(elements[above]["parent"])} if above in elements else set()


def _as_row_head(cell: bytes) -> bytes:
    cell = cell.replace(b"/S/TD/", b"/S/TH/", 1)
    if _ATTRIBUTES.search(cell):
        return _ATTRIBUTES.sub(b"/A[<</O/Table/Scope/Row", cell, count=1)
    if b"/A[" in cell:
        return cell.replace(b"/A[", b"/A[<</O/Table/Scope/Row>>", 1)
    return cell.replace(b"/K", b"/A[<</O/Table/Scope/Row>>]/K", 1)


# --- the file


def _objects(pdf: bytes) -> dict[int, bytes] | None:
    """Each object with its number, in the order of the file; None where the file tells of them in another way."""
    end = _STARTXREF.search(pdf)
    xref = _XREF.match(pdf, int(end["at"])) if end else None
    if xref is None:
        return None
    starts = sorted((at, nr) for nr, at in enumerate(_places(xref["rows"])) if at is not None)
    ends = [*(at for at, _ in starts[1:]), xref.start()]
    return {nr: pdf[at:stop] for (at, nr), stop in zip(starts, ends, strict=True)}


def _places(rows: bytes) -> Iterable[int | None]:
    for row in _ROW.finditer(rows):
        yield int(row["at"]) if row["kind"] == b"n" else None


def _written(pdf: bytes, objects: Mapping[int, bytes]) -> bytes:
    """The same file with other objects."""
    end = _STARTXREF.search(pdf)
    xref = _XREF.match(pdf, int(end["at"])) if end else None
    if end is None or xref is None:
        raise ValueError("the file has no table of its objects")
    parts, at, places = [pdf[: _first(xref)]], _first(xref), {}
    for nr, raw in objects.items():
        places[nr] = at
        parts.append(raw)
        at += len(raw)
    rows = iter(range(int(xref["count"])))
    told = _ROW.sub(lambda row: _row(row, places.get(next(rows))), xref["rows"])
    trailer = pdf[xref.end() : end.start()]
    head = pdf[xref.start() : xref.start("rows")]
    return b"".join([*parts, head, told, trailer, b"startxref\n%d\n%%%%EOF" % at])


def _first(xref: re.Match[bytes]) -> int:
    return min(at for at in _places(xref["rows"]) if at is not None)


def _row(row: re.Match[bytes], at: int | None) -> bytes:
    return row[0] if at is None else b"%010d 00000 n" % at
