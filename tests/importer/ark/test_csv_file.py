"""Bytes to a sheet: whatever Excel saved it as, the cells are the same."""

from __future__ import annotations

import pytest
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.importer.ark.columns import FREMMOETE, MEDLEMMER
from ehelse_cli.importer.ark.csv_file import read_csv
from ehelse_cli.importer.ark.sheet import MAX_COLUMNS, MAX_ROWS, Sheet, letters
from ehelse_cli.importer.ark.table import read_table
from ehelse_cli.importer.remark import CannotImportError, Remarks
from tests.importer.samples import said

_TEXT = "Navn;Virksomhet\r\nBjørn Ås;Ærfugl\r\n"


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def read(raw: bytes) -> Sheet:
    return read_csv("liste.csv", raw, MEDLEMMER.judge)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_letters_and_the_separator_are_found(encoding: str, separator: str) -> None:
    raw = _TEXT.replace(";", separator).encode(encoding)
    assert texts(read(raw)) == [["Navn", "Virksomhet"], ["Bjørn Ås", "Ærfugl"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    assert texts(read(_TEXT.replace("\r\n", end).encode()))[1] == ["Bjørn Ås", "Ærfugl"]


def test_commas_inside_the_cells_are_not_taken_for_separators() -> None:
    raw = b'Navn;Egenskaper\n"Moen; Kari";"fastlege, helsefag"\n'
    assert texts(read(raw))[1] == ["Moen; Kari", "fastlege, helsefag"]


def test_a_line_that_names_the_separator_is_no_row() -> None:
    sheet = read(b"sep=,\r\nNavn,Virksomhet\r\nKari,KS\r\n")
    assert sheet.rows[1][0].name == "A2"
    assert texts(sheet)[1] == ["Kari", "KS"]


def test_a_cell_of_several_lines_is_one_row_as_excel_shows_it() -> None:
    sheet = read(b'Navn;Egenskaper\nKari;"ikt\nhelsefag"\nOla;ikt\n')
    assert sheet.cell(3, 1).text == "Ola"
    assert sheet.cell(2, 2).text == "ikt\nhelsefag"


def test_what_looks_like_a_formula_is_text_and_the_exports_quote_is_no_part_of_it() -> None:
    assert texts(read(b"Navn\n=1+1\n'=1+1\n@SUM\n'Kari\n"))[1:] == [["=1+1"], ["=1+1"], ["@SUM"], ["'Kari"]]


def test_blanks_of_every_kind_are_one_and_letters_are_put_together() -> None:
    assert texts(read("Navn\n A\u030asne\u00a0 Lie\u200b \n".encode()))[1] == ["Åsne Lie"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b'Navn;Fra\n"Kari;1\nOla;2\n', "hermetegnene går ikke opp i rad 2"),
        (b"Navn\x00Fra\n", "den er ikke en tekstfil"),
        (b"\x81\x8d\x8f", "den er ikke en tekstfil"),
        (b"\xff\xfeN", "den er ikke en tekstfil"),
        (b"Navn\n" + b"Kari\n" * MAX_ROWS, f"den har over {MAX_ROWS} rader eller {MAX_COLUMNS} kolonner"),
        (b";" * MAX_COLUMNS, f"den har over {MAX_ROWS} rader eller {MAX_COLUMNS} kolonner"),
        (b"Navn\n" + b"x" * 40_000, "en celle har over 32767 tegn"),
    ],
)
def test_what_is_no_table_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(CannotImportError) as told:
        read(raw)
    assert why in told.value.message


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_called_as_in_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize("form", [MEDLEMMER, FREMMOETE], ids=lambda one: one.kind)
@given(raw=st.one_of(st.binary(max_size=300), st.text("Navn;Fra,\t\"\n\r'=æøå\x00 x1", max_size=200).map(str.encode)))
@tried(raw=b"Navn;Navn\n;x")
@tried(raw=b"sep=\n")
@tried(raw=b'"')
def test_no_bytes_make_it_fall_and_every_place_is_in_the_sheet(form: object, raw: bytes) -> None:
    assert form in (MEDLEMMER, FREMMOETE)
    kind = MEDLEMMER if form is MEDLEMMER else FREMMOETE
    try:
        remarks = Remarks(read_csv("liste.csv", raw, kind.judge))
    except CannotImportError:
        return
    table = read_table(remarks, kind)
    sheet = remarks.sheet
    for one in remarks.made:
        row, column = one.place.order
        assert one.place.name == "A1" or (1 <= row <= len(sheet.rows) and column <= sheet.width), said([one])
    assert all(1 <= row.number <= len(sheet.rows) for row in table.rows)
