"""How often, when some months are left out; and how a decision is reached."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.mandat.arbeid import Beslutning, HyppighetStyrke
from ehelse_cli.core.periode import Periode


@pytest.mark.parametrize(
    ("dag", "vindu"),
    [
        (date(2025, 6, 30), "2025-06-01/2025-06-30"),
        (date(2025, 7, 1), None),
        (date(2025, 7, 31), None),
        (date(2025, 8, 1), "2025-08-01/2025-08-31"),
    ],
)
def test_a_month_that_is_left_out_has_no_stretch(dag: date, vindu: str | None) -> None:
    styrke = HyppighetStyrke.model_validate({"id": "maanedlig", "verdi": "1 per maaned", "unntatt": "juli"})
    assert styrke.vindu(dag) == (Periode.parse(vindu) if vindu else None)


@pytest.mark.parametrize("tekst", ["konsensus", "soekt_enstemmighet", "flertall", "minst 2/3", "over 1/2"])
def test_how_a_decision_is_reached(tekst: str) -> None:
    assert Beslutning.model_validate({"avgjoeres_ved": tekst}).avgjoeres_ved == tekst
