from __future__ import annotations

import pytest

from ehelse_cli.load import refusals
from ehelse_cli.load.problem import KINDS, START


@pytest.mark.parametrize("what", refusals._WORDS)
def test_every_refusal_has_a_known_kind_and_a_way_out(what: str) -> None:
    problem = refusals.refusal(what, START, "navn", 7)
    assert problem.kind in KINDS
    assert problem.help
    assert "{}" not in problem.message


def test_the_facts_stand_in_the_message() -> None:
    assert refusals.refusal("dobbel-noekkel", START, "tittel", 4).message == "nøkkelen «tittel» står også på linje 4"
    assert "«tekst» kan ikke stå i { }" in refusals.refusal("prosanøkkel", START, "tekst").message
