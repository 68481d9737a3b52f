from __future__ import annotations

from ehelse_cli.load.problem import KINDS, Problem, Span


def test_moving_a_problem_moves_both_ends() -> None:
    problem = Problem("syntaks", "feil", None, Span(1, 2, 3, 4))
    assert problem.moved(10).span == Span(11, 2, 13, 4)
    assert problem.moved(0) == problem


def test_the_kinds_are_sorted_and_told_once() -> None:
    assert list(KINDS) == sorted(set(KINDS))
