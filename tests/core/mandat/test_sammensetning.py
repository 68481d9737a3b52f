"""Whose turn it is to lead."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.mandat.sammensetning import Veksling

HELE = {"mellom": ["a", "b", "c"], "foerst": "b", "hver": "2 aar", "fra": "2023-02-28"}


@pytest.mark.parametrize(
    ("dag", "tur"),
    [
        ("2023-02-27", None),
        ("2023-02-28", "b"),
        ("2025-02-27", "b"),
        ("2025-02-28", "c"),
        ("2027-02-28", "a"),
        ("2029-02-28", "b"),
    ],
)
def test_each_has_a_turn_in_order(dag: str, tur: str | None) -> None:
    assert Veksling.model_validate(HELE).tur(date.fromisoformat(dag)) == tur


@pytest.mark.parametrize("mangler", ["foerst", "hver", "fra"])
def test_without_a_start_nobody_knows(mangler: str) -> None:
    tabell = {noekkel: verdi for noekkel, verdi in HELE.items() if noekkel != mangler}
    assert Veksling.model_validate(tabell).tur(date(2024, 1, 1)) is None


def test_one_who_is_not_among_them_is_not_first() -> None:
    assert Veksling.model_validate(HELE | {"foerst": "d"}).tur(date(2024, 1, 1)) is None
