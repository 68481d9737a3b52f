from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from time import sleep

import pytest

from ehelse_cli.cli import progress
from ehelse_cli.cli.progress import counted, waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch, seconds: float = -1.0) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_SECONDS", seconds)
    return stream


def test_work_that_takes_its_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    assert list(counted(range(3), "Lager sidene", quiet=False)) == [0, 1, 2]
    assert "Lager sidene" in terminal.getvalue()


def test_work_that_is_soon_over_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch, 60.0)
    assert list(counted(range(3), "Lager sidene", quiet=False)) == [0, 1, 2]
    assert terminal.getvalue() == ""


def test_neither_does_work_that_is_to_be_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    assert list(counted(range(3), "Lager sidene", quiet=True)) == [0, 1, 2]
    assert terminal.getvalue() == ""


def test_nor_where_nobody_looks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_SECONDS", -1.0)
    assert list(counted(range(3), "Lager sidene", quiet=False)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_what_fails_on_the_way_leaves_a_clean_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)

    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("brått")

    with pytest.raises(ValueError, match="brått"):
        list(counted(failing(), "Lager sidene", quiet=False))
    assert terminal.getvalue().endswith("\x1b[2K")


def test_what_is_waited_for_is_told_after_the_first_second(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch, 0.0)
    with waiting("leter etter dager", quiet=False):
        for _ in range(100):
            if "leter etter dager" in terminal.getvalue():
                break
            sleep(0.05)
    assert "leter etter dager" in terminal.getvalue()


@pytest.mark.parametrize(("seconds", "quiet"), [(60.0, False), (0.0, True)])
def test_nor_is_what_is_there_at_once_or_is_to_be_quiet(
    monkeypatch: pytest.MonkeyPatch, seconds: float, quiet: bool
) -> None:
    terminal = _terminal(monkeypatch, seconds)
    with waiting("leter etter dager", quiet=quiet):
        pass
    assert terminal.getvalue() == ""
