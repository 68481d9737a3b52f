"""A file with a list in it: CSV or Excel by what it holds, and the one sheet of it that the list is on."""

from __future__ import annotations

from collections.abc import Sequence

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.importer.ark.columns import Form
from ehelse_cli.importer.ark.csv_file import read_csv
from ehelse_cli.importer.ark.excel_file import read_workbook
from ehelse_cli.importer.ark.table import has_head
from ehelse_cli.importer.remark import CannotImportError, Remarks

_ZIP, _OLD_OFFICE = b"PK\x03\x04", bytes.fromhex("d0cf11e0")


class WhichSheetError(EhelseError):
    """The workbook has several sheets that may be meant, or none of the name."""

    def __init__(self, file: str, said: str | None, there: Sequence[str]) -> None:
        what = f"har ikke noe ark «{said}»" if said is not None else "har flere ark som kan være det"
        super().__init__(f"«{file}» {what}", f"Velg med --ark: {', '.join(f'«{name}»' for name in there)}.")


def read_sheet(file: str, raw: bytes, form: Form, tab: str | None) -> Remarks:
    """The sheet that `tab` names, or the only one with such headings; with what was seen in reading it.

    Raises:
        CannotImportError, MissingReaderError: if the file cannot be read.
        WhichSheetError: if no sheet, or more than one, may be meant.
    """
    if not raw.strip():
        raise CannotImportError(file, "den er tom")
    if raw.startswith((_ZIP, _OLD_OFFICE)):
        return _chosen(file, read_workbook(file, raw), form, tab)
    if tab is not None:
        raise WhichSheetError(file, tab, ())
    return Remarks(read_csv(file, raw, form.judge))


def _chosen(file: str, sheets: Sequence[Remarks], form: Form, tab: str | None) -> Remarks:
    names = [one.sheet.tab for one in sheets]
    if tab is not None:
        named = [one for one in sheets if one.sheet.tab.casefold() == tab.casefold()]
        if not named and len(sheets) > 1:
            raise WhichSheetError(file, tab, names)
        sheets = named or sheets
    likely = [one for one in sheets if has_head(one.sheet, form)] if len(sheets) > 1 else sheets
    if not sheets:
        raise CannotImportError(file, "den er tom")
    if len(likely) > 1:
        raise WhichSheetError(file, None, [one.sheet.tab for one in likely])
    return likely[0] if likely else sheets[0]
