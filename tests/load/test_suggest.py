from __future__ import annotations

import pytest

from ehelse_cli.load.suggest import closest


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("møtedato", ["tid", "moetedato"], "moetedato"),
        ("Fra Sak", ["fra_sak"], "fra_sak"),
        ("sakseier", ["sakstype", "sakseiere"], "sakseiere"),
        ("fjord_tilsynet", ["fjord-tilsynet"], "fjord-tilsynet"),
        ("a.csv", ["b.csv", "A.csv"], "A.csv"),
        ("noe helt annet", ["tid", "sted"], None),
        ("tid", [], None),
    ],
)
def test_the_same_in_noarks_spelling_comes_first_then_the_nearest(
    word: str,
    known: list[str],
    guess: str | None,
) -> None:
    assert closest(word, known) == guess
