from __future__ import annotations

import pytest

from ehelse_cli.core.spraak import mente_du, noark


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [("Høyst 2", "hoeyst 2"), ("10  virkedager før møtet", "10 virkedager foer moetet"), ("7–10", "7-10"), ("å", "aa")],
)
def test_noark_spells_norwegian_letters_out(skrevet: str, lest: str) -> None:
    assert noark(skrevet) == lest


def test_a_suggestion_is_made_only_when_it_would_be_understood() -> None:
    assert mente_du("Å", lambda tekst: tekst) == " Mente du «aa»?"
    assert mente_du("aa", int) == ""
    assert mente_du("Å", int) == ""
