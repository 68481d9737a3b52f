"""Work in copies of the process: they answer, fail, hang and grow as they like."""

from __future__ import annotations

import os
import signal

import pytest

from mutation.pool import BROKEN, run_apart


def crash(_: int) -> int:
    raise ValueError


def hang(_: int) -> int:
    while True:
        pass


def grow(_: int) -> int:
    return len(bytearray(4 << 30))


def spoil(name: str) -> int:
    os.environ[name] = "1"
    return 0


def test_each_job_has_its_answer() -> None:
    assert dict(run_apart([0, 1, 7], lambda job: job, at_once=2, seconds=5)) == {0: 0, 1: 1, 7: 7}


@pytest.mark.parametrize("work", [crash, grow])
def test_what_goes_wrong_is_told_apart_from_an_answer(work, capfd: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    assert list(run_apart([1], work, at_once=1, seconds=5)) == [(1, BROKEN)]


@pytest.mark.slow
def test_what_never_ends_is_stopped() -> None:
    ((_, status),) = run_apart([1], hang, at_once=1, seconds=1)
    assert status in (-signal.SIGXCPU, -signal.SIGKILL)


def test_a_copy_spoils_nothing_here() -> None:
    before = dict(os.environ)
    assert list(run_apart(["X"], spoil, at_once=1, seconds=5)) == [("X", 0)]
    assert dict(os.environ) == before
