from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.funksjonstid import (
    FlerePerioder,
    Forlengelse,
    Varighet,
    dekning,
    for_mange,
    siste_dag,
    slutt,
    slutt_for,
    telles_fra,
    varsel,
)
from ehelse_cli.core.kalender import MAANEDER
from ehelse_cli.core.periode import Periode

TO_AAR = Varighet.parse("2 aar")
SLUTT = date(2025, 12, 31)

varigheter = st.builds("{} {}".format, st.integers(1, 99), st.sampled_from(["aar", "maaneder", "maaned"]))
dager = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def _perioder(tekst: str) -> tuple[Periode, ...]:
    return tuple(Periode.parse(periode) for periode in tekst.split())


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


# ── length ──


@pytest.mark.parametrize(
    ("tekst", "maaneder", "kanonisk"),
    [
        ("2 aar", 24, "2 aar"),
        ("18 maaneder", 18, "18 maaneder"),
        ("24 maaneder", 24, "2 aar"),
        ("1 maaned", 1, "1 maaned"),
    ],
)
def test_length(tekst: str, maaneder: int, kanonisk: str) -> None:
    varighet = Varighet.parse(tekst)
    assert (varighet.maaneder, str(varighet)) == (maaneder, kanonisk)


@pytest.mark.parametrize("tekst", ["", "to aar", "2", "0 aar", "2 uker", "2,5 aar", "02 aar", "٢ aar"])
def test_not_a_length(tekst: str) -> None:
    with pytest.raises(ValueError, match="er ikke en varighet"):
        Varighet.parse(tekst)


def test_norwegian_letters_are_suggested_away() -> None:
    with pytest.raises(ValueError, match="Mente du «2 aar»"):
        Varighet.parse("2 år")


@pytest.mark.parametrize(
    ("tekst", "nb", "nn"),
    [("2 aar", "2 år", "2 år"), ("18 maaneder", "18 måneder", "18 månader"), ("1 maaned", "1 måned", "1 månad")],
)
def test_length_in_norwegian(tekst: str, nb: str, nn: str) -> None:
    varighet = Varighet.parse(tekst)
    assert (varighet.norsk(), varighet.norsk("nn")) == (nb, nn)


@given(varigheter)
def test_length_text_and_back(tekst: str) -> None:
    varighet = Varighet.parse(tekst)
    assert Varighet.parse(str(varighet)) == varighet


# ── the end of a term (9-oracle.md, Terms) ──


@pytest.mark.parametrize(
    ("start", "varighet", "svar"),
    [
        ("2024-01-01", "2 aar", "2025-12-31"),
        ("2024-02-29", "2 aar", "2026-02-28"),
        ("2024-02-29", "4 aar", "2028-02-28"),
        ("2024-03-10", "2 aar", "2026-03-09"),
        ("2024-01-01", "18 maaneder", "2025-06-30"),
        ("2024-08-31", "6 maaneder", "2025-02-28"),
        ("2023-08-31", "6 maaneder", "2024-02-29"),
        ("2024-03-01", "2 aar", "2026-02-28"),
        ("2024-12-31", "1 maaned", "2025-01-30"),
    ],
)
def test_end_of_a_term(start: str, varighet: str, svar: str) -> None:
    assert slutt(date.fromisoformat(start), Varighet.parse(varighet)) == date.fromisoformat(svar)


@given(dager, st.integers(1, 20))
def test_a_later_start_never_ends_sooner(start: date, aar: int) -> None:
    varighet = Varighet(12 * aar)
    assert slutt(start, varighet) <= slutt(start + timedelta(days=1), varighet)


@given(st.integers(1950, 2100), st.integers(1, 12), st.integers(1, 120))
def test_terms_from_the_first_of_a_month_follow_each_other(aar: int, maaned: int, maaneder: int) -> None:
    neste = slutt(date(aar, maaned, 1), Varighet(maaneder)) + timedelta(days=1)
    assert neste.day == 1
    assert (neste.year - aar) * 12 + neste.month - maaned == maaneder


@pytest.mark.parametrize(
    ("oppnevnt", "starter", "fra"),
    [
        ("2024-03-10", None, "2024-03-10"),
        ("2024-03-10", "januar", "2024-01-01"),
        ("2024-01-01", "januar", "2024-01-01"),
        ("2024-12-31", "januar", "2024-01-01"),
        ("2024-03-10", "august", "2023-08-01"),
        ("2024-08-01", "august", "2024-08-01"),
    ],
)
def test_where_a_term_is_counted_from(oppnevnt: str, starter: str | None, fra: str) -> None:
    assert telles_fra(date.fromisoformat(oppnevnt), starter) == date.fromisoformat(fra)


def test_no_such_month() -> None:
    with pytest.raises(ValueError, match="er ikke en måned"):
        telles_fra(date(2024, 1, 1), "January")


@given(dager, st.sampled_from(MAANEDER))
def test_counted_from_less_than_a_year_back(oppnevnt: date, starter: str) -> None:
    assert 0 <= (oppnevnt - telles_fra(oppnevnt, starter)).days <= 365


@pytest.mark.parametrize(
    ("varighet", "starter", "faste", "svar"),
    [
        ("2 aar", "januar", "", "2025-12-31"),
        ("2 aar", None, "", "2026-03-09"),
        (None, None, "", None),
        ("2 aar", "januar", "2020-01-01/2023-12-31 2024-01-01/2027-12-31", "2027-12-31"),
        ("2 aar", "januar", "2020-01-01/2023-12-31", "2025-12-31"),
        (None, None, "2020-01-01/2023-12-31", None),
    ],
)
def test_end_by_all_a_mandate_may_say(varighet: str | None, starter: str | None, faste: str, svar: str | None) -> None:
    lengde = Varighet.parse(varighet) if varighet else None
    assert slutt_for(date(2024, 3, 10), lengde, starter, _perioder(faste)) == _dag(svar)


# ── how many ──


@pytest.mark.parametrize(
    ("tekst", "tak", "paa_rad"),
    [
        ("nei", 1, False),
        ("ja", None, False),
        ("ubegrenset", None, False),
        ("hoeyst 2", 2, False),
        ("hoeyst 2 paa_rad", 2, True),
    ],
)
def test_more_terms(tekst: str, tak: int | None, paa_rad: bool) -> None:
    regel = FlerePerioder.parse(tekst)
    assert (regel.tak, regel.paa_rad) == (tak, paa_rad)
    assert str(regel) == tekst


@given(st.integers(1, 99), st.booleans())
def test_cap_text_and_back(tak: int, paa_rad: bool) -> None:
    regel = FlerePerioder("hoeyst", tak, paa_rad)
    assert FlerePerioder.parse(str(regel)) == regel


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("kanskje", "sier ikke hvor mange perioder"),
        ("2", "sier ikke hvor mange perioder"),
        ("hoeyst 0", "sier ikke hvor mange perioder"),
        ("høyst 2 paa_rad", "Mente du «hoeyst 2 paa_rad»"),
        ("Ja", "Mente du «ja»"),
    ],
)
def test_not_a_cap(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        FlerePerioder.parse(tekst)


TRE_PAA_RAD = "2020-01-01/2021-12-31 2022-01-01/2023-12-31 2024-01-01/2025-12-31"
TREDJE_ETTER_EN_PERIODE_BORTE = "2018-01-01/2019-12-31 2020-01-01/2021-12-31 2024-01-01/2025-12-31"
TREDJE_ETTER_ET_AAR_BORTE = "2018-01-01/2019-12-31 2020-01-01/2021-12-31 2023-01-01/2024-12-31"


@pytest.mark.parametrize(
    ("perioder", "regel", "varighet", "utover"),
    [
        # 9-oracle.md: third in a row is wrong, third after a term away is right
        (TRE_PAA_RAD, "hoeyst 2 paa_rad", "2 aar", "2024-01-01/2025-12-31"),
        (TREDJE_ETTER_EN_PERIODE_BORTE, "hoeyst 2 paa_rad", "2 aar", ""),
        (TREDJE_ETTER_ET_AAR_BORTE, "hoeyst 2 paa_rad", "2 aar", "2023-01-01/2024-12-31"),
        (TREDJE_ETTER_EN_PERIODE_BORTE, "hoeyst 2", "2 aar", "2024-01-01/2025-12-31"),
        (TRE_PAA_RAD, "nei", "2 aar", "2022-01-01/2023-12-31 2024-01-01/2025-12-31"),
        (TRE_PAA_RAD, "ja", "2 aar", ""),
        (TRE_PAA_RAD, "ubegrenset", "2 aar", ""),
        ("2020-01-01/2021-12-31", "nei", "2 aar", ""),
        ("", "hoeyst 2 paa_rad", "2 aar", ""),
        # within the same term is in a row too, in whatever order the rows stand
        ("2022-01-01/2023-12-31 2020-01-01/2021-12-31 2023-06-01/..", "hoeyst 2 paa_rad", "2 aar", "2023-06-01/.."),
        # no length known: any day away breaks the row, the next day does not
        (TREDJE_ETTER_ET_AAR_BORTE, "hoeyst 2 paa_rad", None, ""),
        (TRE_PAA_RAD, "hoeyst 2 paa_rad", None, "2024-01-01/2025-12-31"),
    ],
)
def test_terms_beyond_the_cap(perioder: str, regel: str, varighet: str | None, utover: str) -> None:
    lengde = Varighet.parse(varighet) if varighet else None
    assert for_mange(_perioder(perioder), FlerePerioder.parse(regel), lengde) == _perioder(utover)


# ── extensions ──


def _forlengelser(*par: tuple[str, str | None]) -> tuple[Forlengelse, ...]:
    return tuple(Forlengelse(date.fromisoformat(til), _dag(besluttet)) for til, besluttet in par)


I_TIDE = _forlengelser(("2027-12-31", "2025-11-18"))
FOR_SENT = _forlengelser(("2027-12-31", "2026-01-20"))


@pytest.mark.parametrize(
    ("forlengelser", "dag", "dekket", "hull"),
    [
        # 9-oracle.md
        ((), "2025-12-31", True, ""),
        ((), "2026-02-01", False, "2026-01-01/.."),
        (I_TIDE, "2026-02-01", True, ""),
        (FOR_SENT, "2026-02-01", True, "2026-01-01/2026-01-19"),
        (FOR_SENT, "2026-01-20", True, "2026-01-01/2026-01-19"),
        (FOR_SENT, "2026-01-19", False, "2026-01-01/2026-01-19"),
        (FOR_SENT, "2025-12-31", True, ""),
        # the extension runs out
        (I_TIDE, "2028-01-01", False, "2028-01-01/.."),
        (FOR_SENT, "2028-01-01", False, "2026-01-01/2026-01-19 2028-01-01/.."),
        # two, the second decided first and the longer
        (_forlengelser(("2026-06-30", "2026-03-01"), ("2027-12-31", "2025-11-18")), "2026-02-01", True, ""),
        # two in a row, each with its gap
        (
            _forlengelser(("2026-12-31", "2026-01-11"), ("2028-12-31", "2027-01-06")),
            "2027-02-01",
            True,
            "2026-01-01/2026-01-10 2027-01-01/2027-01-05",
        ),
        # decided when it had already run out, and one that only shortens: nothing covered
        (_forlengelser(("2026-01-31", "2026-03-01")), "2026-01-15", False, "2026-01-01/.."),
        (_forlengelser(("2025-06-30", "2025-01-01")), "2025-12-31", True, ""),
        # the day of the decision is not known
        (_forlengelser(("2027-12-31", None)), "2026-02-01", True, ""),
    ],
)
def test_cover(forlengelser: tuple[Forlengelse, ...], dag: str, dekket: bool, hull: str) -> None:
    svar = dekning(SLUTT, forlengelser, date.fromisoformat(dag))
    assert (svar.dekket, svar.hull) == (dekket, _perioder(hull))


def test_a_term_without_end_covers_every_day() -> None:
    assert dekning(None, (), date(2099, 1, 1)).dekket
    assert siste_dag(None, FOR_SENT) is None


@pytest.mark.parametrize(("forlengelser", "siste"), [((), SLUTT), (I_TIDE, date(2027, 12, 31))])
def test_the_last_day_covered(forlengelser: tuple[Forlengelse, ...], siste: date) -> None:
    assert siste_dag(SLUTT, forlengelser) == siste


_datoer = st.dates(date(2025, 10, 1), date(2026, 6, 30))


@given(st.lists(st.builds(Forlengelse, _datoer, st.one_of(st.none(), _datoer)), max_size=5), _datoer)
def test_covered_exactly_when_the_term_or_an_extension_in_force_reaches(
    forlengelser: list[Forlengelse], dag: date
) -> None:
    fasit = dag <= SLUTT or any(f.til >= dag and (f.besluttet is None or f.besluttet <= dag) for f in forlengelser)
    assert dekning(SLUTT, forlengelser, dag).dekket == fasit


# ── forecast ──


@pytest.mark.parametrize(
    ("siste", "dag", "vindu"),
    [
        ("2026-12-31", "2026-09-15", 180),
        ("2026-12-31", "2026-07-04", 180),
        ("2026-12-31", "2026-07-03", None),
        ("2026-12-31", "2026-10-02", 90),
        ("2026-12-31", "2026-12-01", 30),
        ("2026-12-31", "2026-12-31", 30),
        ("2026-12-31", "2027-01-01", None),
    ],
)
def test_forecast(siste: str, dag: str, vindu: int | None) -> None:
    assert varsel(date.fromisoformat(siste), date.fromisoformat(dag)) == vindu
