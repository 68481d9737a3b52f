"""What is worked out beside, and what becomes of it when the process that does it is lost."""

from __future__ import annotations

import os
import threading

import pytest

from ehelse_cli.load.process import begun

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="here a process cannot be divided")


@pytest.fixture(autouse=True)
def _may_be_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_the_answer_is_worked_out_in_another_process() -> None:
    there, answer = begun(lambda: (os.getpid(), {"æ": "ø" * 100_000}))()
    assert there != os.getpid()
    assert answer == {"æ": "ø" * 100_000}


def test_lost_on_the_way_it_is_worked_out_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(9)
        return os.getpid()

    assert begun(work)() == here


def test_what_goes_wrong_there_goes_wrong_here() -> None:
    with pytest.raises(ZeroDivisionError):
        begun(lambda: 1 // 0)()


def test_a_program_with_threads_works_it_out_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("divided"))
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert begun(os.getpid)() == os.getpid()
