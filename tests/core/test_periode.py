from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.periode import Periode, verdi_per

_dager = st.dates(date(1990, 1, 1), date(2050, 12, 31))
_korte = st.dates(date(2024, 1, 1), date(2024, 2, 1))


def _perioder(dager: st.SearchStrategy[date]) -> st.SearchStrategy[Periode]:
    lukket = st.tuples(dager, dager).map(lambda par: Periode(min(par), max(par)))
    return st.one_of(lukket, dager.map(lambda dag: Periode(dag, None)))


@pytest.mark.parametrize(
    ("tekst", "periode"),
    [
        ("2024-01-01/2025-12-31", Periode(date(2024, 1, 1), date(2025, 12, 31))),
        ("2024-01-01/2024-01-01", Periode(date(2024, 1, 1), date(2024, 1, 1))),
        ("2024-01-01/..", Periode(date(2024, 1, 1), None)),
    ],
)
def test_read(tekst: str, periode: Periode) -> None:
    assert Periode.parse(tekst) == periode
    assert str(periode) == tekst


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("2025-12-31/2024-01-01", "slutter før den begynner"),
        ("2024-01-01", "er ikke en periode"),
        ("2024-01-01/", "«» er ikke en dato"),
        ("../2024-01-01", "«..» er ikke en dato"),
        ("2024-01-01/2025-12-31/2026-01-01", "er ikke en dato"),
        ("2024-13-01/..", "finnes ikke i kalenderen"),
        ("2024-01-01 / ..", "er ikke en dato"),
    ],
)
def test_refused(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        Periode.parse(tekst)


@pytest.mark.parametrize(
    ("tekst", "dag", "inne"),
    [
        ("2024-01-01/2025-12-31", "2024-01-01", True),
        ("2024-01-01/2025-12-31", "2025-12-31", True),
        ("2024-01-01/2025-12-31", "2026-01-01", False),
        ("2024-01-01/2025-12-31", "2023-12-31", False),
        ("2024-01-01/..", "2099-01-01", True),
    ],
)
def test_both_ends_are_inside(tekst: str, dag: str, inne: bool) -> None:
    assert Periode.parse(tekst).inneholder(date.fromisoformat(dag)) is inne


@given(_perioder(_korte), _perioder(_korte))
def test_periods_overlap_when_they_share_a_day(en: Periode, annen: Periode) -> None:
    dager = [date(2024, 1, 1) + timedelta(days=n) for n in range(40)]
    delt = any(en.inneholder(dag) and annen.inneholder(dag) for dag in dager)
    assert en.overlapper(annen) == annen.overlapper(en) == delt


@given(_perioder(_dager))
def test_text_and_back(periode: Periode) -> None:
    assert Periode.parse(str(periode)) == periode


@pytest.mark.parametrize(
    ("dag", "navn"),
    [("2007-12-31", None), ("2008-01-01", "Difi"), ("2019-12-31", "Difi"), ("2020-01-01", "Digdir")],
)
def test_a_value_holds_until_the_next(dag: str, navn: str | None) -> None:
    rader = ((date(2020, 1, 1), "Digdir"), (date(2008, 1, 1), "Difi"))
    assert verdi_per(rader, date.fromisoformat(dag)) == navn


def test_no_rows_no_value() -> None:
    assert verdi_per((), date(2026, 1, 1)) is None
