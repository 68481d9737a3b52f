from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.plan.aarsak import Holder, aarsaker

Valg = frozenset[int]


def _delmengder(alle: Valg) -> list[Valg]:
    sortert = sorted(alle)
    return [frozenset(ett) for ett in chain.from_iterable(combinations(sortert, nr) for nr in range(len(sortert) + 1))]


@pytest.mark.parametrize(
    ("gir", "ventet"),
    [
        pytest.param(lambda valg: 1 in valg, ((1,),), id="one of two causes it"),
        pytest.param(lambda valg: {1, 2} <= valg, ((1, 2),), id="two needed together"),
        pytest.param(lambda valg: bool({1, 2} & valg), ((1,), (2,)), id="either suffices"),
        pytest.param(lambda valg: 1 in valg and bool({2, 3} & valg), ((1, 2), (1, 3)), id="one, and either of two"),
        pytest.param(lambda valg: {1, 2} <= valg or 3 in valg, ((3,),), id="the smaller of two ways"),
        pytest.param(lambda valg: {1, 2, 3, 4} <= valg, ((1, 2, 3, 4),), id="all of them"),
        pytest.param(
            lambda valg: valg == {1} or valg >= {1, 2, 3}, ((1, 2, 3),), id="one undoes it, another redoes it"
        ),
    ],
)
def test_the_smallest_sets(gir: Holder, ventet: tuple[tuple[int, ...], ...]) -> None:
    assert aarsaker(frozenset({1, 2, 3, 4}), gir) == ventet


def test_many_changes_that_each_suffice_are_each_told() -> None:
    assert aarsaker(frozenset(range(40)), bool) == tuple((nr,) for nr in range(40))


def test_where_too_many_sets_would_have_to_be_tried_one_is_found_by_leaving_out() -> None:
    """Any three of forty: no change is needed, and there are ten thousand sets of three."""
    funnet = aarsaker(frozenset(range(40)), lambda valg: len(valg) >= 3)
    assert funnet == ((0, 1, 2),)


@given(st.data())
def test_every_set_suffices_and_none_of_its_changes_can_be_left_out(data: st.DataObject) -> None:
    """Of any question at all, also one where a change undoes another."""
    alle = frozenset(range(1, data.draw(st.integers(1, 5)) + 1))
    mulige = [valg for valg in _delmengder(alle) if valg and valg != alle]
    som_gir = {alle, *data.draw(st.lists(st.sampled_from(mulige), max_size=8) if mulige else st.just([]))}
    funnet = aarsaker(alle, som_gir.__contains__)
    assert funnet
    for aarsak in map(frozenset, funnet):
        assert aarsak in som_gir
        assert not any(aarsak - {nr} in som_gir for nr in aarsak)


@given(st.sets(st.sets(st.integers(1, 6), min_size=1).map(frozenset), min_size=1, max_size=4))
def test_where_more_changes_never_undo_it_no_smaller_set_gives_it(grunner: set[Valg]) -> None:
    alle = frozenset(range(1, 7))

    def gir(valg: Valg) -> bool:
        return any(grunn <= valg for grunn in grunner)

    minst = min(len(valg) for valg in _delmengder(alle) if gir(valg))
    assert {len(aarsak) for aarsak in aarsaker(alle, gir)} == {minst}
