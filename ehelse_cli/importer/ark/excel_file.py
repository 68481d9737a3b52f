"""A workbook from Excel as sheets. A formula is what it came to when the file was saved; nothing is reckoned here."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ehelse_cli.importer.ark.sheet import EPOCH, MAX_COLUMNS, MAX_ROWS, Cell, Sheet
from ehelse_cli.importer.package import open_package
from ehelse_cli.importer.remark import CannotImportError, MissingReaderError, Remarks
from ehelse_cli.importer.text_of import plain

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EPOCH_1904 = date(1904, 1, 1)


def read_workbook(name: str, raw: bytes) -> tuple[Remarks, ...]:
    """The visible sheets that hold anything, each with what there is to say of its cells.

    Raises:
        CannotImportError: if it cannot be read.
        MissingReaderError: if the library is not installed.
    """
    open_package(name, raw, "Excel", "xlsx")
    values, formulas = _loaded(name, raw, values=True), _loaded(name, raw, values=False)
    epoch = _EPOCH_1904 if values.epoch.year == 1904 else EPOCH
    shown = [one for one in values.worksheets if one.sheet_state == "visible" and _size(name, one)]
    return tuple(_sheet(name, one, formulas[one.title], epoch, len(shown) > 1) for one in shown)


def _loaded(name: str, raw: bytes, *, values: bool) -> Any:
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError:
        raise MissingReaderError("Excel", "importer", "Eller lagre arket som CSV.") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it cannot keep when it writes, which nobody asks it to
            return load_workbook(BytesIO(raw), data_only=values, keep_links=False)
    except Exception as problem:  # noqa: BLE001 (the library raises whatever the part it stumbles over raises)
        raise CannotImportError(
            name, f"den er ikke en hel arbeidsbok ({type(problem).__name__})", "Åpne den i Excel, og lagre den på nytt."
        ) from None


def _size(name: str, sheet: Worksheet) -> bool:
    """Whether there is anything in it.

    Raises:
        CannotImportError: if there is more than any list holds.
    """
    filled = (
        [(cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")]
        if sheet.max_row <= MAX_ROWS * 200
        else [(sheet.max_row, 1)]
    )
    if any(row > MAX_ROWS or column > MAX_COLUMNS for row, column in filled):
        raise CannotImportError(name, f"arket «{sheet.title}» har over {MAX_ROWS} rader eller {MAX_COLUMNS} kolonner")
    return bool(filled)


def _sheet(name: str, values: Worksheet, formulas: Worksheet, epoch: date, named: bool) -> Remarks:  # noqa: FBT001
    last = min(values.max_row, MAX_ROWS), min(values.max_column, MAX_COLUMNS)
    rows = tuple(tuple(_cells(row)) for row in values.iter_rows(max_row=last[0], max_col=last[1]))
    remarks = Remarks(Sheet(name, rows, values.title if named else "", epoch))
    for row in formulas.iter_rows(max_row=len(rows), max_col=remarks.sheet.width):
        for cell in row:
            if cell.data_type == "f" and remarks.sheet.cell(cell.row, cell.column).text == "":
                remarks.error(
                    Cell(cell.row, cell.column),
                    "formelen har ingen lagret verdi",
                    "Åpne filen i Excel og lagre den, eller skriv verdien i stedet for formelen.",
                )
    for number, dimension in values.row_dimensions.items():
        if dimension.hidden and number <= len(rows) and any(cell.text for cell in rows[number - 1]):
            remarks.note(Cell(number, 0), "raden er skjult i Excel, men blir lest")
    return remarks


def _cells(row: Any) -> Iterator[Cell]:
    for number, cell in enumerate(row, 1):
        yield Cell(cell.row, number, plain(_text(cell.value)))


def _text(value: Any) -> str:
    """The value as one would write it; what is a date in Excel is one here."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nei"
        case datetime():
            whole = value.time() == time()
            return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return _clock(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
        case _:
            return str(value)


def _clock(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"
