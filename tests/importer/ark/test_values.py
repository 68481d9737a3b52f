"""One cell at a time: what is a day, a number, a clock time or a yes, and what is none."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.importer.ark import values
from ehelse_cli.importer.ark.sheet import EPOCH


@pytest.mark.parametrize(
    "text",
    [
        "15.09.2026",
        "15.9.2026",
        "15. 9. 2026",
        "2026-09-15",
        "2026-09-15 00:00:00",
        "15.09.2026 00:00",
        "15. september 2026",
        "15 sep 2026",
        "15/9-2026",
        "46280",
        "46280,0",
    ],
)
def test_a_day_in_every_form_a_sheet_has_it(text: str) -> None:
    assert values.day(text) == date(2026, 9, 15)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31.02.2026", "«31.02.2026» finnes ikke i kalenderen"),
        ("15.09.26", "«15.09.26» sier ikke hvilket århundre; skriv året med fire sifre: 15.09.2026"),
        ("9/10/2026", "«9/10/2026» kan leses på flere måter; skriv dagen som 15.09.2026"),
        ("9-10-2026", "«9-10-2026» kan leses på flere måter; skriv dagen som 15.09.2026"),
        ("2026", "«2026» er ikke en dato; skriv den som 15.09.2026"),
        ("snart", "«snart» er ikke en dato; skriv den som 15.09.2026"),
        ("2026-09-15 10:30", "«2026-09-15 10:30» er ikke en dato; skriv den som 15.09.2026"),
        ("29999", "«29999» er ikke en dato; skriv den som 15.09.2026"),
        ("١٥.09.2026", "«١٥.09.2026» er ikke en dato; skriv den som 15.09.2026"),
    ],
)
def test_what_is_no_day_says_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as told:
        values.day(text)
    assert str(told.value) == why


def test_a_mac_counts_its_days_from_another_year() -> None:
    assert values.day("44818", date(1904, 1, 1)) == date(2026, 9, 15)


@given(st.integers(30_000, 99_999))
def test_the_number_of_a_day_is_the_day(number: int) -> None:
    day = values.day(str(number))
    assert day == EPOCH + timedelta(days=number)
    assert values.day(f"{day.day}.{day.month}.{day.year}") == day == values.day(day.isoformat())


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("01.01.2024–31.12.2025", (date(2024, 1, 1), date(2025, 12, 31))),
        ("01.01.2024 - 31.12.2025", (date(2024, 1, 1), date(2025, 12, 31))),
        ("2024-01-01/2025-12-31", (date(2024, 1, 1), date(2025, 12, 31))),
        ("1. januar 2024 til 31. desember 2025", (date(2024, 1, 1), date(2025, 12, 31))),
        ("2024-01-01", (date(2024, 1, 1), None)),
    ],
)
def test_a_term_is_two_days_or_one(text: str, both: tuple[date, date | None]) -> None:
    assert values.span(text) == both


def test_a_number_may_have_a_comma_that_says_nothing() -> None:
    assert [values.number(text) for text in ("2", "2,0", "2.00", " 12 ")] == [2, 2, 2, 12]
    with pytest.raises(ValueError, match="«2,5» er ikke et helt tall"):
        values.number("2,5")


@pytest.mark.parametrize(
    ("text", "clock"), [("11:20", "11:20"), ("kl. 9.05", "09:05"), ("0,4722222", "11:20"), ("0.5", "12:00")]
)
def test_a_clock_time(text: str, clock: str) -> None:
    assert values.clock(text) == clock


def test_yes_and_no_in_the_ways_people_tick_them_off() -> None:
    assert [values.yes(text) for text in ("x", "JA", "1", "✓", "nei", "0", "–")] == [True] * 4 + [False] * 3
    with pytest.raises(ValueError, match="verken ja eller nei"):
        values.yes("kanskje")


def test_several_stand_on_lines_or_with_commas_between() -> None:
    assert values.several("fastlege, helsefag\nikt; ikt") == ("fastlege", "helsefag", "ikt")


@given(st.text())
def test_no_text_makes_a_reader_fall(text: str) -> None:
    for read in (values.day, values.span, values.number, values.clock, values.yes):
        with suppress(ValueError):
            assert read(text) is not None
