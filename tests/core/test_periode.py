from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.periode import Periode

_dager = st.dates(date(1990, 1, 1), date(2050, 12, 31))


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


@given(_perioder(_dager))
def test_text_and_back(periode: Periode) -> None:
    assert Periode.parse(str(periode)) == periode
