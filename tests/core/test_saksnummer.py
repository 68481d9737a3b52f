from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.saksnummer import Saksnummer, Saksnummerordning, sak_id

ORDNINGER = ["N/AA", "N/AAAA", "NNN/AA T", "NN-AA", "BU AAAA/N", "AAAA/N", "NUFA NN/AAAA", "T NN/AA"]


@pytest.mark.parametrize(
    ("ordning", "bokstav", "skrevet"),
    [
        ("N/AA", None, "7/20"),
        ("N/AAAA", None, "7/2020"),
        ("NN-AA", None, "07-20"),
        ("NNN/AA T", "B", "007/20 B"),
        ("NNN/AA T", None, "007/20"),
        ("BU AAAA/N", None, "BU 2020/7"),
        ("AAAA/N", None, "2020/7"),
        ("NUFA NN/AAAA", None, "NUFA 07/2020"),
        ("T NN/AA", None, "07/20"),
        ("N/AAAA", "B", "7/2020"),
    ],
)
def test_printed(ordning: str, bokstav: str | None, skrevet: str) -> None:
    assert Saksnummerordning.parse(ordning).skriv(2020, 7, bokstav) == skrevet


@pytest.mark.parametrize(
    ("ordning", "skrevet"),
    [
        *(("N/AAAA", skrevet) for skrevet in ("7/20", "7/2020", "07/20", "007/2020", "7-20", "7 / 20")),
        *(("N/AA", skrevet) for skrevet in ("7/20", "7/2020")),
        *(("NN-AA", skrevet) for skrevet in ("07-20", "7-20", "7/20", "7/2020")),
        *(("NNN/AA T", skrevet) for skrevet in ("007/20 B", "7/20 b", "7/20B", "7/20")),
        *(("BU AAAA/N", skrevet) for skrevet in ("BU 2020/7", "2020/7", "20/7", "BU2020/07")),
        *(("AAAA/N", skrevet) for skrevet in ("2020/7", "20/7", "2020-07")),
        *(("NUFA NN/AAAA", skrevet) for skrevet in ("NUFA 07/2020", "7/20")),
    ],
)
def test_people_write_it_loosely(ordning: str, skrevet: str) -> None:
    assert Saksnummerordning.parse(ordning).les(skrevet) == Saksnummer(aar=2020, nummer=7)


def test_the_letter_is_read_but_tells_no_cases_apart() -> None:
    ordning = Saksnummerordning.parse("NNN/AA T")
    assert ordning.les("007/20 b").bokstav == "B"
    assert ordning.les("007/20 B") == ordning.les("7/20")


@pytest.mark.parametrize(
    ("ordning", "skrevet"),
    [
        ("N/AAAA", "2020/7"),
        ("N/AAAA", "2020/20"),
        ("AAAA/N", "7/2020"),
        ("N/AAAA", "7"),
        ("N/AAAA", "7/2"),
        ("N/AAAA", "7/202"),
        ("N/AAAA", "0/2020"),
        ("N/AAAA", "7/3020"),
        ("N/AAAA", "7/2020 B"),
        ("N/AAAA", "BU 7/2020"),
        ("N/AAAA", "7_2020"),
        ("N/AAAA", "٧/2020"),
        ("N/AAAA", "7/2020\n"),
        ("N/AAAA", ""),
    ],
)
def test_not_a_number_here(ordning: str, skrevet: str) -> None:
    with pytest.raises(ValueError, match=f"er ikke et saksnummer her. Numrene skrives {ordning}, for eksempel"):
        Saksnummerordning.parse(ordning).les(skrevet)


@pytest.mark.parametrize(
    "tekst", ["", "N", "AAAA", "N/AAA", "N/N", "NNNN/AA", "N/AA/AAAA", "n/aaaa", "N/AA T T", "NAA"]
)
def test_not_a_scheme(tekst: str) -> None:
    with pytest.raises(ValueError, match="er ikke en ordning for saksnummer"):
        Saksnummerordning.parse(tekst)


def test_two_digits_are_this_century() -> None:
    with pytest.raises(ValueError, match="1998 er ikke et 20-tall"):
        Saksnummerordning.parse("N/AA").skriv(1998, 7)
    assert Saksnummerordning.parse("N/AAAA").les("7/1998") == Saksnummer(1998, 7)


def test_the_id_holds_across_forums() -> None:
    assert sak_id("skate", 2020, 7) == "skate-2020-7"


@pytest.mark.parametrize("tekst", ORDNINGER)
def test_scheme_text_and_back(tekst: str) -> None:
    assert str(Saksnummerordning.parse(tekst)) == tekst


@given(st.sampled_from(ORDNINGER), st.integers(2000, 2099), st.integers(1, 999), st.sampled_from([None, "A", "Å"]))
def test_what_is_printed_is_read_back(tekst: str, aar: int, nummer: int, bokstav: str | None) -> None:
    ordning = Saksnummerordning.parse(tekst)
    lest = ordning.les(ordning.skriv(aar, nummer, bokstav))
    assert lest == Saksnummer(aar, nummer)
    assert lest.bokstav == (bokstav if "T" in tekst.split() else None)
