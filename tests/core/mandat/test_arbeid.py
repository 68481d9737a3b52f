"""How a decision is reached."""

from __future__ import annotations

import pytest

from ehelse_cli.core.mandat.arbeid import Beslutning


@pytest.mark.parametrize("tekst", ["konsensus", "soekt_enstemmighet", "flertall", "minst 2/3", "over 1/2"])
def test_how_a_decision_is_reached(tekst: str) -> None:
    assert Beslutning.model_validate({"avgjoeres_ved": tekst}).avgjoeres_ved == tekst
