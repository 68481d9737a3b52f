"""Values over time, and what the tree says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.virksomhet import siste_verdi, verdi_per
from tests.trees import load_clean, load_tree


def virksomhet(navn: str) -> dict[str, str]:
    return {"virksomheter.yaml": f"etaten: {{navn: {navn}}}\n"}


RADER = "[{verdi: Gamle}, {fra: 2020-01-01, verdi: Difi}, {fra: 2024-01-01, verdi: Digdir}]"


@pytest.mark.parametrize(
    ("navn", "dag", "verdi"),
    [
        ("Etaten", date(1990, 1, 1), "Etaten"),
        (RADER, date(2019, 12, 31), "Gamle"),
        (RADER, date(2020, 1, 1), "Difi"),
        (RADER, date(2023, 12, 31), "Difi"),
        (RADER, date(2024, 1, 1), "Digdir"),
        ("[{fra: 2020-01-01, verdi: Difi}]", date(2019, 12, 31), None),
    ],
)
def test_the_value_of_the_day(navn: str, dag: date, verdi: str | None) -> None:
    assert verdi_per(load_clean(virksomhet(navn)).virksomheter["etaten"].navn, dag) == verdi


def test_the_last_value_is_what_it_is_called_now() -> None:
    etaten = load_clean(virksomhet(RADER)).virksomheter["etaten"]
    assert siste_verdi(etaten.navn) == "Digdir"
    assert siste_verdi(etaten.kort) is None


@pytest.mark.parametrize("navn", ["[]", "[Etaten]", "[{verdi: A}, B]"])
def test_over_time_is_rows_with_days(navn: str) -> None:
    (finding,) = load_tree(virksomhet(navn)).findings
    assert finding.message.endswith("her skal det stå én verdi, eller rader med «fra» og «verdi»")


@pytest.mark.parametrize(
    ("tekst", "er_eksempel"), [("eksempel: ja\n", True), ("eksempel: nei\n", False), ("dag: 2026-01-01\n", False)]
)
def test_a_tree_may_be_an_example(tekst: str, er_eksempel: bool) -> None:
    assert load_clean({"datasett.yaml": tekst}).datasett.er_eksempel is er_eksempel
