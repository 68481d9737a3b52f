from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.matching import kan_dekkes

A, B, AB = frozenset({0}), frozenset({1}), frozenset({0, 1})
SKILT = {frozenset({0, 1})}
DEN_TREDJE = {frozenset({0, 2}), frozenset({1, 2})}


@pytest.mark.parametrize(
    ("behov", "personer", "skilt", "svar"),
    [
        ([], [], (), True),
        ([1], [], (), False),
        ([1, 1], [AB], (), True),
        ([1, 1], [AB], SKILT, False),
        ([1, 1], [AB, A], SKILT, True),
        ([1, 3], [AB, B, B, B], SKILT, True),
        ([1, 3], [A, B, B, AB], SKILT, True),
        ([1, 3], [A, A, B, B], SKILT, False),
        ([0, -1], [], SKILT, True),
        # Two others than leader and doctor, who may be one and the same.
        (
            [1, 1, 2],
            [frozenset({0, 1, 2}), frozenset({2}), frozenset({2})],
            DEN_TREDJE,
            True,
        ),
        ([1, 1, 2], [frozenset({0, 1, 2}), frozenset({2})], DEN_TREDJE, False),
    ],
)
def test_persons_are_spent_where_they_count(
    behov: list[int], personer: list[frozenset[int]], skilt: set[frozenset[int]], svar: bool
) -> None:
    assert kan_dekkes(behov, personer, skilt) is svar


def test_many_requirements_all_set_apart_take_no_longer_than_few() -> None:
    """By following every way, 25 persons for 8 requirements are millions of states."""
    alle = frozenset(range(8))
    skilt = {frozenset({en, annen}) for en in alle for annen in alle if en != annen}
    assert kan_dekkes([3] * 8, [alle] * 25, skilt)
    assert not kan_dekkes([3] * 7 + [5], [alle] * 25, skilt)
    assert not kan_dekkes([10**12] * 8, [alle] * 300, skilt)


KRAV = st.integers(0, 2)


@given(
    st.lists(st.integers(0, 3), min_size=3, max_size=3),
    st.lists(st.frozensets(KRAV), max_size=5),
    st.sets(st.sampled_from([frozenset({0, 1}), frozenset({0, 2}), frozenset({1, 2})])),
)
def test_every_way_to_spend_them_is_tried(
    behov: list[int], personer: list[frozenset[int]], skilt: set[frozenset[int]]
) -> None:
    delmengder = [[frozenset(valg) for valg in _delmengder(sorted(kan))] for kan in personer]
    lovlige = [[valg for valg in alle if not any(par <= valg for par in skilt)] for alle in delmengder]
    fasit = any(
        all(sum(nr in valg for valg in brukt) >= antall for nr, antall in enumerate(behov))
        for brukt in product(*lovlige)
    )
    assert kan_dekkes(behov, personer, skilt) is fasit


def _delmengder(alle: list[int]) -> list[list[int]]:
    return [
        [en for en, med in zip(alle, valg, strict=True) if med] for valg in product([False, True], repeat=len(alle))
    ]
