"""Whatever stands in the cells: nothing falls, every remark is about a place in the sheet, and once is enough."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.importer.ark.columns import FREMMOETE, MEDLEMMER, Column, Form
from ehelse_cli.importer.ark.csv_file import read_csv
from ehelse_cli.importer.ark.sheet import Cell, Sheet
from ehelse_cli.importer.fremmoete.importen import importer_fremmoete
from ehelse_cli.importer.medlemmer.importen import Outcome, importer_medlemmer
from ehelse_cli.importer.medlemmer.rader import Defaults
from ehelse_cli.importer.remark import Remarks, errors
from ehelse_cli.load.dataset import load
from ehelse_cli.load.edit.edits import Desk
from ehelse_cli.load.tree import DiskTree
from tests.importer.samples import DAG, ROOT, example

_NAMES = ("Kari Moen", "Moen, Kari", "Turid Vik", "Ola Sandvik", "Berit Granlund", "LEDIG", "Å", "A, B", "")
_WORDS = (
    "FHI",
    "ks",
    "Hdir",
    "Tull",
    "983744516",
    "kommuner",
    "rhf",
    "leder",
    "vara",
    "ja",
    "x",
    "forfall",
    "kanskje",
    "2",
)
_DAYS = (
    "01.01.2028",
    "2024-01-01",
    "2027-12-31",
    "46753",
    "31.02.2028",
    "1.1.28",
    "ingen slutt",
    "11:20",
    "7/2026",
    "",
)
_CELLS = st.one_of(st.sampled_from((*_NAMES, *_WORDS, *_DAYS)), st.text(max_size=8))


@cache
def data() -> Dataset:
    return example()


def sheets(form: Form) -> st.SearchStrategy[Sheet]:
    """Some of the form's headings, and rows of anything below them."""
    keys = st.lists(st.sampled_from(form.columns), min_size=1, max_size=8, unique=True)

    def filled(columns: list[Column]) -> st.SearchStrategy[Sheet]:
        headings = [one.title for one in columns]
        rows = st.lists(st.lists(_CELLS, min_size=len(headings), max_size=len(headings)), max_size=4)
        return rows.map(lambda below: _sheet([headings, *below]))

    return keys.flatmap(filled)


def _sheet(rows: list[list[str]]) -> Sheet:
    cells = (
        tuple(Cell(nr, column, text.strip()) for column, text in enumerate(row, 1)) for nr, row in enumerate(rows, 1)
    )
    return Sheet("liste.csv", tuple(cells))


def is_inside(outcome: Outcome, sheet: Sheet) -> bool:
    places = [one.place.order for one in outcome.remarks]
    return all(
        (row > len(sheet.rows) and column == 0) or (1 <= row <= len(sheet.rows) and column <= sheet.width)
        for row, column in places
    )


@settings(max_examples=150)
@given(sheets(MEDLEMMER))
def test_no_list_of_members_makes_it_fall(sheet: Sheet) -> None:
    outcome = importer_medlemmer(data(), data().forum["nehr"], Remarks(sheet), Defaults(), DAG)
    assert is_inside(outcome, sheet)


@settings(max_examples=150)
@given(sheets(FREMMOETE), st.sampled_from(("nehr-2026-m4", "nehr-2026-m2", "nuit-2026-m5", "skate-2020-06-17")))
def test_no_list_of_who_came_makes_it_fall(sheet: Sheet, moete: str) -> None:
    outcome = importer_fremmoete(data(), data().moeter[moete], Remarks(sheet), "ukjent")
    assert is_inside(outcome, sheet)


@settings(max_examples=80)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("Kari Moen", "Ola Sandvik", "Tora Semb", "Nils Ukjent", "Grete Solheim", "")),
            st.sampled_from(("FHI", "Hdir", "KS", "")),
            st.sampled_from(("", "bisitter", "invitert", "leder")),
            st.sampled_from(("ja", "vara", "digitalt")),
            st.sampled_from(("", "Ola Sandvik", "Liv Ek")),
            st.sampled_from(("", "Kari Moen", "Per Ukjent")),
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(("nehr-2026-m4", "skate-2020-06-17")),
)
def test_everybody_who_came_has_a_line_or_a_question(rows: list[tuple[str, ...]], moete: str) -> None:
    headings = "Navn;Virksomhet;Rolle;Møtte;Vara som møtte;Vara for"
    sheet = read_csv("liste.csv", "\n".join([headings, *map(";".join, rows), ""]).encode(), FREMMOETE.judge)
    outcome = importer_fremmoete(data(), data().moeter[moete], Remarks(sheet), None)
    asked = {one.place.order[0] for one in outcome.remarks if one.severity == "feil"}
    written = repr(outcome.changes)
    for number, (name, where, _, _, instead, _) in enumerate(rows, 2):
        told = any(one and one in written for one in (name, instead)) or (where and not name and outcome.changes)
        assert told or number in asked, rows[number - 2]


_PEOPLE = st.sampled_from(
    ("Kari Moen", "Turid Vik", "Ola Nordmann", "Åse Ødegård", "Anne: Lie #2", "- Per", "ja", "2028")
)
_ROWS = st.lists(
    st.tuples(
        _PEOPLE,
        st.sampled_from(("FHI", "Hdir", "Bodø kommune", "NSF")),
        st.sampled_from(("kommuner", "fhi", "helsedirektoratet")),
        st.sampled_from(("01.01.2028", "01.07.2029")),
        st.sampled_from(("", "31.12.2031", "ingen slutt")),
        st.sampled_from(("", "ikt", "ikt, helsefag")),
        st.sampled_from(("", "", "Kari Moen", "kommuner")),
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.slow
@settings(max_examples=25)
@given(_ROWS)
def test_what_is_put_in_is_there_and_once_more_changes_nothing(rows: list[tuple[str, ...]]) -> None:
    text = "\n".join(["Navn;Virksomhet;Gruppe;Fra;Til;Egenskaper;Vara for", *(";".join(row) for row in rows), ""])
    sheet = read_csv("liste.csv", text.encode(), MEDLEMMER.judge)
    first = importer_medlemmer(data(), data().forum["nehr"], Remarks(sheet), Defaults(), DAG)
    assume(not errors(first.remarks))
    desk = Desk(DiskTree(ROOT)).change("forum/nehr.yaml", *first.changes)
    after = load(desk.after).dataset
    assert "nehr" in after.forum
    again = importer_medlemmer(after, after.forum["nehr"], Remarks(sheet), Defaults(), DAG)
    assert (again.changes, errors(again.remarks)) == ((), 0)
    forum = after.forum["nehr"]
    named = {one.navn for one in forum.medlemmer} | {one.navn for one in forum.stedfortredere}
    assert {row[0] for row in rows} <= named
