"""Workbooks: what Excel shows is what is read, and nothing is reckoned."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehelse_cli.importer.ark.columns import MEDLEMMER
from ehelse_cli.importer.ark.opening import WhichSheetError, read_sheet
from ehelse_cli.importer.remark import CannotImportError, MissingReaderError, Remarks
from tests.importer.samples import repacked, said, workbook

_LIST: list[list[object]] = [["Navn", "Fra"], ["Kari", date(2026, 9, 15)]]


def read(raw: bytes, tab: str | None = None) -> Remarks:
    return read_sheet("liste.xlsx", raw, MEDLEMMER, tab)


def texts(remarks: Remarks) -> list[list[str]]:
    return [[cell.text for cell in row] for row in remarks.sheet.rows]


def test_values_are_the_texts_one_would_write() -> None:
    values = [
        *(date(2026, 9, 15), datetime(2026, 9, 15, 10, 30), time(11, 20), 46280, 1.5, 12.0),  # noqa: DTZ001 (as Excel has it)
        *(True, False, None, " Kari\u00a0Moen "),
    ]
    assert texts(read(workbook([["Navn"], values])))[1] == [
        *("2026-09-15", "2026-09-15 10:30", "11:20", "46280", "1.5", "12"),
        *("ja", "nei", "", "Kari Moen"),
    ]


def test_a_formula_is_what_it_came_to_and_nothing_where_nobody_saved_that() -> None:
    raw = workbook([["Navn", "Fra"], ["Kari", "=1+45000"]])
    remarks = read(raw)
    assert texts(remarks)[1] == ["Kari", ""]
    assert said(remarks.made) == ["feil B2: formelen har ingen lagret verdi"]
    xml = zipfile.ZipFile(BytesIO(raw)).read("xl/worksheets/sheet1.xml")
    assert b"</f><v" in xml
    saved = re.sub(rb"</f><v\s*(?:/>|></v>)", b"</f><v>46280</v>", xml)
    remarks = read(repacked(raw, {"xl/worksheets/sheet1.xml": saved}))
    assert (texts(remarks)[1], remarks.made) == (["Kari", "46280"], [])


def test_a_text_that_begins_like_a_formula_is_a_text() -> None:
    raw = workbook([["Navn"], ["PLUSS"]])
    parts = zipfile.ZipFile(BytesIO(raw))
    (name,) = (one for one in parts.namelist() if b"PLUSS" in parts.read(one))
    changed = repacked(raw, {name: parts.read(name).replace(b"PLUSS", b"=1+1")})
    assert texts(read(changed))[1] == ["=1+1"]


def test_merged_cells_hold_their_text_once() -> None:
    raw = workbook([["Medlemmer", None], ["Navn", "Fra"], ["Kari", None]], ["A1:B1"])
    assert texts(read(raw)) == [["Medlemmer", ""], ["Navn", "Fra"], ["Kari", ""]]


def test_the_only_sheet_with_such_headings_is_the_one_that_is_meant() -> None:
    raw = workbook(_LIST, Notater=[["Husk kaffe"]])
    assert read(raw).sheet.tab == "Liste"
    assert read(raw, "notater").sheet.tab == "Notater"


def test_of_two_that_may_be_meant_one_is_asked_which() -> None:
    with pytest.raises(WhichSheetError) as told:
        read(workbook(_LIST, Gamle=_LIST))
    assert told.value.help == "Velg med --ark: «Liste», «Gamle»."
    with pytest.raises(WhichSheetError, match="«Nye»"):
        read(workbook(_LIST, Gamle=_LIST), "Nye")


def test_a_csv_file_has_no_sheets_to_choose_among() -> None:
    with pytest.raises(WhichSheetError):
        read_sheet("liste.csv", b"Navn\nKari\n", MEDLEMMER, "Ark1")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "den er tom"),
        (b" \r\n", "den er tom"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "den har passord, eller er i det gamle formatet"),
        (b"PK\x03\x04 og ikke mer", "den er ikke en xlsx-fil"),
        (repacked(workbook(_LIST), {"xl/vbaProject.bin": b"x"}), "den har makroer"),
        (repacked(workbook(_LIST), without=["xl/workbook.xml"]), "den er ikke en hel arbeidsbok"),
        (repacked(workbook(_LIST), {"xl/worksheets/sheet1.xml": b"<x"}), "den er ikke en hel arbeidsbok"),
        (
            repacked(workbook(_LIST), {"xl/bombe.bin": bytes(5 * 2**20)}),
            "den vokser over alle grenser når den pakkes ut",
        ),
        (
            repacked(workbook(_LIST), {"xl/styles.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "delen «xl/styles.xml» i den er ikke som Office skriver dem",
        ),
        (workbook([["Navn"], *([["Kari"]] * 5_000)]), "arket «Liste» har over 5000 rader eller 200 kolonner"),
    ],
    ids=["nothing", "blanks", "old", "broken", "macros", "no book", "no sheet", "bomb", "entities", "long"],
)
def test_what_is_no_safe_workbook_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(CannotImportError) as told:
        read(raw)
    assert why in told.value.message


def test_an_encrypted_part_is_a_password() -> None:
    raw = bytearray(workbook(_LIST))
    start = raw.index(b"PK\x01\x02")
    raw[start + 8] |= 1
    with pytest.raises(CannotImportError, match="den har passord"):
        read(bytes(raw))


def test_without_the_library_one_is_told_which_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = workbook(_LIST)
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(MissingReaderError) as told:
        read(raw)
    assert told.value.exit_code == 2
    assert 'pip install "ehelse-cli[importer]"' in str(told.value.help)


_WHOLE = workbook(_LIST)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_broken_workbook_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    raw = bytearray(_WHOLE)
    for place, byte in changes:
        raw[place] = byte
    try:
        remarks = read(bytes(raw))
    except (CannotImportError, WhichSheetError):
        return
    assert all(cell.row >= 1 for row in remarks.sheet.rows for cell in row)
