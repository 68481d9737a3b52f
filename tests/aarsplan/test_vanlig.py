"""What is usual, and where that is in another year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.aarsplan.vanlig import (
    Vanlig,
    ledige_oensker,
    oenskede_dager,
    samme_uke,
    samme_ukedag,
    vanlig,
    vanligste,
)
from tests.aarsplan.aaret import Aaret, Raadet, data


@pytest.mark.parametrize(
    ("dag", "aar", "samme"),
    [
        ("2026-03-11", 2027, "2027-03-10"),
        ("2027-03-10", 2028, "2028-03-08"),
        ("2027-01-01", 2028, "2028-01-07"),  # the nearest Friday is in the year before
        ("2026-12-31", 2027, "2027-12-30"),
        ("2028-02-29", 2029, "2029-02-27"),
        ("2026-12-30", 2032, "2032-12-29"),
    ],
)
def test_the_same_weekday_nearest_to_the_date(dag: str, aar: int, samme: str) -> None:
    assert samme_ukedag(date.fromisoformat(dag), aar) == date.fromisoformat(samme)


@given(st.dates(date(2000, 1, 1), date(2080, 12, 31)), st.integers(2000, 2080))
def test_it_is_in_the_year_on_the_same_weekday_and_less_than_a_week_and_a_half_away(dag: date, aar: int) -> None:
    funnet = samme_ukedag(dag, aar)
    assert (funnet.year, funnet.weekday()) == (aar, dag.weekday())
    assert abs((funnet - date(aar, dag.month, min(dag.day, 28))).days) <= 10


@pytest.mark.parametrize(
    ("dag", "aar", "samme"),
    [("2026-02-16", 2027, "2027-02-22"), ("2026-12-30", 2027, "2027-12-29"), ("2021-01-01", 2022, "2022-12-30")],
)
def test_the_same_week(dag: str, aar: int, samme: str) -> None:
    assert samme_uke(date.fromisoformat(dag), aar) == date.fromisoformat(samme)


def test_the_usual_is_the_last_year_with_meetings() -> None:
    raadet = Raadet("raadet", dager=("2024-03-13", "2025-03-12 10:00-12:00", "2025-06-10 10:00-12:00", "2025-09-17"))
    lest = data(Aaret((raadet,)))
    funnet = vanlig(lest, "raadet", 2027, None)
    assert (funnet.aar, funnet.ukedag) == (2025, 2)
    assert [str(dag) for dag in funnet.dager] == ["2025-03-12", "2025-06-10", "2025-09-17"]
    assert [str(en) for en in funnet.form[0][1:]] == ["10:00:00", "12:00:00"]


def test_nothing_is_usual_where_nobody_has_met() -> None:
    assert vanlig(data(Aaret()), "raadet", 2027, None) == Vanlig(None, (), None, ((0, None, None),))


@pytest.mark.parametrize(("antall", "maaneder"), [(0, []), (1, [7]), (2, [4, 10]), (4, [2, 5, 8, 11])])
def test_what_is_not_usual_is_spread_evenly(antall: int, maaneder: list[int]) -> None:
    assert [dag.month for dag in oenskede_dager(Vanlig(None, (), None, ((0, None, None),)), antall, 2027)] == maaneder


def test_each_day_that_is_taken_meets_one_wish() -> None:
    mars, juni = date(2027, 3, 10), date(2027, 6, 9)
    assert ledige_oensker((mars, juni), (date(2027, 6, 2),)) == (mars,)
    assert ledige_oensker((mars,), (mars, juni)) == ()


def test_the_first_of_those_there_are_most_of() -> None:
    assert vanligste(["b", "a", "b", "a"]) == "b"
    assert vanligste([]) is None
