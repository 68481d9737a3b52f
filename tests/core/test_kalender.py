from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.kalender import (
    datotekst,
    er_virkedag,
    helligdag,
    helligdager,
    legg_til_maaneder,
    legg_til_timer,
    legg_til_virkedager,
    les_dato,
    oslo,
    oslo_dag,
)

dager = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("aar", range(1995, 2100))
def test_the_holidays_are_those_of_an_independent_calendar(aar: int) -> None:
    assert set(helligdager(aar)) == set(holidays.country_holidays("NO", years=aar))


def test_the_holidays_of_a_year_in_order() -> None:
    assert {dag.isoformat()[5:]: navn for dag, navn in helligdager(2026).items()} == {
        "01-01": "1. nyttårsdag",
        "04-02": "skjærtorsdag",
        "04-03": "langfredag",
        "04-05": "1. påskedag",
        "04-06": "2. påskedag",
        "05-01": "1. mai",
        "05-14": "Kristi himmelfartsdag",
        "05-17": "17. mai",
        "05-24": "1. pinsedag",
        "05-25": "2. pinsedag",
        "12-25": "1. juledag",
        "12-26": "2. juledag",
    }
    assert list(helligdager(2026)) == sorted(helligdager(2026))


@pytest.mark.parametrize(
    ("dag", "navn"),
    [
        (date(2008, 5, 1), "1. mai og Kristi himmelfartsdag"),
        (date(2027, 5, 17), "17. mai og 2. pinsedag"),
        (date(2026, 12, 24), None),
        (datetime(2026, 12, 25, 12, 0), "1. juledag"),  # noqa: DTZ001 — a clock time in Norway
    ],
)
def test_the_name_of_a_day(dag: date, navn: str | None) -> None:
    assert helligdag(dag) == navn


@pytest.mark.parametrize(
    ("dag", "virkedag", "med_loerdag"),
    [
        ("2026-06-17", True, True),
        ("2026-06-20", False, True),
        ("2026-06-21", False, False),
        ("2026-05-01", False, False),
        ("2026-12-26", False, False),
        ("2026-12-24", True, True),
    ],
)
def test_working_days(dag: str, virkedag: bool, med_loerdag: bool) -> None:
    assert er_virkedag(les_dato(dag)) is virkedag
    assert er_virkedag(les_dato(dag), loerdag=True) is med_loerdag


@given(dager.filter(er_virkedag), st.integers(-300, 300))
def test_working_days_forth_and_back(dag: date, antall: int) -> None:
    flyttet = legg_til_virkedager(dag, antall)
    assert er_virkedag(flyttet) or antall == 0
    assert legg_til_virkedager(flyttet, -antall) == dag


@given(dager, st.integers(1, 60), st.booleans())
def test_as_many_working_days_as_asked_for_lie_between(dag: date, antall: int, loerdag: bool) -> None:
    slutt = legg_til_virkedager(dag, antall, loerdag=loerdag)
    mellom = [dag + timedelta(days=n) for n in range(1, (slutt - dag).days + 1)]
    assert sum(er_virkedag(d, loerdag=loerdag) for d in mellom) == antall


@pytest.mark.parametrize(
    ("dag", "antall", "svar"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2026-06-17", 0, "2026-06-17"),
    ],
)
def test_months_stop_at_the_end_of_the_month(dag: str, antall: int, svar: str) -> None:
    assert legg_til_maaneder(les_dato(dag), antall) == les_dato(svar)


@given(dager, st.integers(-500, 500))
def test_months_land_in_the_right_month(dag: date, antall: int) -> None:
    flyttet = legg_til_maaneder(dag, antall)
    assert (flyttet.year - dag.year) * 12 + flyttet.month - dag.month == antall
    assert flyttet.day == dag.day or (flyttet.day < dag.day and (flyttet + timedelta(days=1)).day == 1)


def test_hours_are_real_hours_when_summer_time_begins() -> None:
    soendag = datetime(2026, 3, 30, 10, 0, tzinfo=oslo())
    assert legg_til_timer(soendag, -48).isoformat() == "2026-03-28T09:00:00+01:00"


def test_hours_are_real_hours_when_summer_time_ends() -> None:
    assert legg_til_timer(datetime(2026, 10, 24, 10, 0, tzinfo=oslo()), 24).isoformat() == "2026-10-25T09:00:00+01:00"


def test_a_clock_without_zone_is_norwegian_and_stays_so() -> None:
    assert legg_til_timer(datetime.fromisoformat("2026-03-30T10:00"), -48) == datetime.fromisoformat("2026-03-28T09:00")


def test_the_day_is_norwegian() -> None:
    assert oslo_dag(datetime(2026, 6, 16, 22, 30, tzinfo=UTC)) == date(2026, 6, 17)
    assert oslo_dag(datetime.fromisoformat("2026-06-17T00:30")) == date(2026, 6, 17)
    assert oslo_dag(date(2026, 6, 17)) == date(2026, 6, 17)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("2025-13-40", "finnes ikke i kalenderen"),
        ("2025-02-29", "finnes ikke i kalenderen"),
        ("20250101", "er ikke en dato"),
        ("2025-W01-1", "er ikke en dato"),
        ("2025-1-1", "er ikke en dato"),
        ("٢٠٢٥-٠١-٠١", "er ikke en dato"),
        ("2025-01-01\n", "er ikke en dato"),
        ("0202-01-01", "har et umulig år"),
        ("9999-12-31", "har et umulig år"),
    ],
)
def test_dates_that_are_none(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        les_dato(tekst)


@given(dager)
def test_date_text_and_back(dag: date) -> None:
    assert les_dato(str(dag)) == dag


def test_a_date_in_a_sentence() -> None:
    assert datotekst(date(2026, 12, 1)) == "1. desember 2026"


@pytest.mark.parametrize(
    ("maaned", "navn"),
    [
        (1, "januar"),
        (2, "februar"),
        (3, "mars"),
        (4, "april"),
        (5, "mai"),
        (6, "juni"),
        (7, "juli"),
        (8, "august"),
        (9, "september"),
        (10, "oktober"),
        (11, "november"),
        (12, "desember"),
    ],
)
def test_every_month_has_its_name(maaned: int, navn: str) -> None:
    assert datotekst(date(2026, maaned, 9)) == f"9. {navn} 2026"
