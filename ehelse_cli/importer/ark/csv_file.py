"""CSV as Norwegian Excel writes it, and as others do: the bytes as a sheet, whatever the letters and the separator."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from ehelse_cli.importer.ark.sheet import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Cell, Sheet
from ehelse_cli.importer.remark import CannotImportError
from ehelse_cli.importer.text_of import plain

_SEPARATORS = ";\t,|"
#: Excel's own line that says which separator follows; it shows no row for it.
_SEP = re.compile(r"(?:sep=)(?P<sign>.)(?:\r\n|\n|\r)", re.IGNORECASE)
_LOOKED_AT = 40

#: How well the first rows look as the head of a table.
Judge = Callable[[Sequence[Sequence[str]]], int]


def read_csv(name: str, raw: bytes, judge: Judge) -> Sheet:
    """The sheet, with the separator that gives the most headings `judge` knows.

    Raises:
        CannotImportError: if it is no text, or not a table.
    """
    text = _decoded(name, raw)
    said = _SEP.match(text)
    if said:
        return _sheet(name, text[said.end() :], said["sign"])
    return _sheet(name, text, max(_SEPARATORS, key=lambda sign: _fit(text, sign, judge)))


def _decoded(name: str, raw: bytes) -> str:
    """UTF-8 where it can be, UTF-16 where it says so, else what Windows calls ANSI here."""
    for encoding in ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise CannotImportError(name, "den er ikke en tekstfil", "Lagre den som «CSV UTF-8 (semikolondelt)» fra Excel.")


def _fit(text: str, sign: str, judge: Judge) -> tuple[int, int]:
    """How many headings are known with this separator; the columns there are decide between equals."""
    rows = []
    try:
        for row in _records(text, sign):
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                break
    except csv.Error:
        pass  # told when the separator is chosen
    return judge(rows), max(map(len, rows), default=0)


def _records(text: str, sign: str) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CELL * 4)
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)


def _sheet(name: str, text: str, sign: str) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    try:
        for number, record in enumerate(_records(text, sign), 1):
            if number > MAX_ROWS or len(record) > MAX_COLUMNS:
                raise CannotImportError(name, f"den har over {MAX_ROWS} rader eller {MAX_COLUMNS} kolonner")
            rows.append(tuple(Cell(number, column, plain(said)) for column, said in enumerate(record, 1)))
    except csv.Error:
        raise CannotImportError(
            name,
            f"hermetegnene går ikke opp i rad {len(rows) + 1}",
            'Et " inne i en celle skrives to ganger, og cella har ett foran og ett bak.',
        ) from None
    if any(len(cell.text) > MAX_CELL for row in rows for cell in row):
        raise CannotImportError(name, f"en celle har over {MAX_CELL} tegn", "Mangler det et hermetegn?")
    return Sheet(name, tuple(rows))
