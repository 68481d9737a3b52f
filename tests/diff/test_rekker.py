from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.diff import rekker
from ehelse_cli.diff.rekker import felles, hull, stigende

_REKKE = st.lists(st.sampled_from("abcde"), max_size=12) | st.permutations("abcdefgh")


@given(_REKKE, _REKKE, st.booleans())
def test_the_pairs_are_equal_and_go_forward(a: list[str], b: list[str], lang: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if lang:
            patch.setattr(rekker, "MANGE", 4)
        par = felles(a, b)
    assert all(a[i] == b[j] for i, j in par)
    assert all(en[0] < neste[0] and en[1] < neste[1] for en, neste in pairwise(par))


def test_in_long_texts_what_stands_once_shows_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rekker, "MANGE", 4)
    assert {(0, 0), (5, 5), (6, 6)} < set(felles(list("xaxbxcx"), list("xbyaxcx")))


def test_the_longest_run_keeps_its_order() -> None:
    assert stigende([(0, 3), (1, 0), (2, 1), (3, 4), (4, 2)]) in ([(1, 0), (2, 1), (4, 2)], [(1, 0), (2, 1), (3, 4)])
    assert stigende([]) == []


def test_what_lies_between_the_pairs() -> None:
    assert list(hull([(1, 0)], 3, 1)) == [(range(1), range(0)), (range(2, 3), range(1, 1))]
