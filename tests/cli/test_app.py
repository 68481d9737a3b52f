from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.load import dataset
from tests.cli.running import ehelse


def _raise(monkeypatch: pytest.MonkeyPatch, problem: BaseException) -> None:
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr(dataset, "load", fail)


@pytest.mark.parametrize(
    "problem", [ValueError("hemmelig"), KeyError("x"), RecursionError(), MemoryError(), OSError(5, "x")]
)
def test_our_own_bug_is_four_without_a_traceback(
    good: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    _raise(monkeypatch, problem)
    ran = ehelse("valider", "--stille")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f"dette er en feil i ehelse, ikke hos deg: {type(problem).__name__} (test_app.py, linje ")
    assert "kommando: ehelse valider --stille" in ran.err
    assert "Traceback" not in ran.err
    assert "hemmelig" not in ran.err


def test_more_is_shown_to_whoever_asks(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _raise(monkeypatch, ValueError("x"))
    monkeypatch.setenv("EHELSE_FEILSOEK", "1")
    assert "Traceback" in ehelse("valider").err


def test_an_interrupt_is_130(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _raise(monkeypatch, KeyboardInterrupt())
    ran = ehelse("valider")
    assert (ran.code, ran.out, ran.err) == (130, "", "avbrutt\n")
