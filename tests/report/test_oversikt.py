from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.oversikt.oversikt import Andel, Fakt, Forloep, Kolonne, Oversikt, Verdi, tabell
from ehelse_cli.report.oversikt import FORMATS, NoSuchTableError, chosen
from ehelse_cli.report.oversikt_celle import for_maskin, i_ord
from ehelse_cli.report.screen import Screen

DAG = date(2026, 11, 23)


def oversikt(*celler: Verdi, under: bool = False) -> Oversikt:
    """An overview of one table of one row, whose columns are named a, b, c …"""

    def kolonne(nr: int) -> Kolonne[tuple[Verdi, ...]]:
        under_ = 1000 if under and nr > 0 else 0
        return Kolonne[tuple[Verdi, ...]](chr(97 + nr), chr(65 + nr), lambda rad: rad[nr], under=under_)

    kolonner = [kolonne(nr) for nr in range(len(celler))]
    return Oversikt("ting", "Ting", DAG, (tabell("en", "En", kolonner, [celler], tom="Ingen."),), (Fakt("n", "N", 1),))


def som_csv(*celler: Verdi) -> list[list[str]]:
    tekst = FORMATS["csv"](oversikt(*celler), Screen())
    assert tekst.startswith("\ufeff")
    return list(csv.reader(io.StringIO(tekst.removeprefix("\ufeff"), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("celle", "ord_", "maskin"),
    [
        (None, "", None),
        ("tekst", "tekst", "tekst"),
        (7, "7", 7),
        (date(2026, 2, 1), "1.2.2026", "2026-02-01"),
        (Andel(2, 3), "2 av 3 (67 %)", 67),
        (Andel(0, 0), "–", None),
        (("a", "b"), "a\nb", "a\nb"),
        (Forloep(date(2026, 1, 1), date(2026, 12, 31), date(2026, 7, 2)), "███░░░░░", 50),
        (Forloep(date(2026, 1, 1), date(2026, 12, 31), date(2030, 1, 1)), "████████", 100),
        (Forloep(date(2026, 1, 1), date(2026, 12, 31), date(2020, 1, 1)), "░░░░░░░░", 0),
        (Forloep(date(2026, 1, 1), None, DAG), "", None),
        (Forloep(date.min, DAG, DAG), "", None),
    ],
)
def test_a_cell(celle: Verdi, ord_: str, maskin: object) -> None:
    assert (i_ord(celle), for_maskin(celle)) == (ord_, maskin)


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_share_is_rounded_to_the_nearest(antall: int, av: int) -> None:
    prosent = Andel(antall, av).prosent
    assert prosent is not None
    assert abs(prosent - 100 * antall / av) <= 0.5


@given(st.text())
def test_no_text_is_a_formula_in_a_spreadsheet(tekst: str) -> None:
    celle = FORMATS["csv"](oversikt(tekst, "x"), Screen()).split("\r\n", 1)[1]
    assert not celle.removeprefix('"').startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_what_is_written_as_csv_is_read_again(tekst: str) -> None:
    ((lest, x),) = som_csv(tekst, "x")[1:]
    assert (lest.removeprefix("'") == tekst.removeprefix("'"), x) == (True, "x")


def test_a_number_below_zero_is_a_number() -> None:
    assert som_csv(-3, Andel(1, 2)) == [["a", "b", "b_av"], ["-3", "1", "2"]]


def test_json_keeps_what_the_cells_are() -> None:
    funnet = json.loads(FORMATS["json"](oversikt(DAG, Andel(1, 2), ("x",), Forloep(DAG, None, DAG), None), Screen()))
    assert funnet["tabeller"] == {
        "en": [
            {
                "a": "2026-11-23",
                "b": {"antall": 1, "av": 2},
                "c": ["x"],
                "d": {"fra": "2026-11-23", "til": None},
                "e": None,
            }
        ]
    }
    assert (funnet["oversikt"], funnet["dag"], funnet["fakta"], funnet["skjema"]) == ("ting", "2026-11-23", {"n": 1}, 1)


def test_markdown_shows_text_as_it_stands() -> None:
    tekst = FORMATS["markdown"](oversikt("a|b", "<b>*x*</b>", 3), Screen())
    assert "| a\\|b | &lt;b&gt;\\*x\\*&lt;/b&gt; | 3 |" in tekst
    assert "| --- | --- | ---: |" in tekst


def test_prose_stands_under_its_row() -> None:
    linjer = FORMATS["tekst"](oversikt("kort", "Lang tekst.", "Grunn", under=True), Screen(40)).splitlines()
    assert linjer[-3:] == ["  kort", "      Lang tekst.", "      C: Grunn"]


def test_numbers_stand_to_the_right() -> None:
    assert FORMATS["tekst"](oversikt("x", 12), Screen()).splitlines()[-2:] == ["  A   B", "  x  12"]


def test_the_bar_is_told_where_there_are_no_blocks() -> None:
    halvt = Forloep(date(2026, 1, 1), date(2026, 12, 31), date(2026, 7, 2))
    assert "###....." in FORMATS["tekst"](oversikt("x", halvt), Screen(encoding="ascii"))


def test_an_empty_table_says_so() -> None:
    tom = Oversikt("ting", "Ting", DAG, (tabell("en", "En", (), (), tom="Ingen."),))
    assert "Ingen." in FORMATS["tekst"](tom, Screen())
    assert "Ingen." in FORMATS["markdown"](tom, Screen())
    assert FORMATS["csv"](tom, Screen()).strip("\ufeff\r\n") == ""


def test_what_cannot_be_read_is_told_in_every_form_people_read() -> None:
    delvis = Oversikt("ting", "Ting", DAG, (), uleselig=("data/forum/nehr.yaml",))
    for form in ("tekst", "json", "markdown"):
        assert "data/forum/nehr.yaml" in FORMATS[form](delvis, Screen(120))


def test_a_table_is_chosen_by_its_name() -> None:
    assert chosen(oversikt("x"), "en") == oversikt("x").tabeller
    with pytest.raises(NoSuchTableError, match="to"):
        chosen(oversikt("x"), "to")
