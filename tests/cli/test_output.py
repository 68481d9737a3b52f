from __future__ import annotations

import io

import pytest

from ehelse_cli.cli import output
from ehelse_cli.cli.output import NotPrintedError, screen, show


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "wish", "painted"),
    [
        ({"TERM": "xterm"}, "auto", True),
        ({"TERM": "dumb"}, "auto", False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "auto", False),
        ({"TERM": "xterm", "NO_COLOR": ""}, "auto", True),
        ({"TERM": "xterm"}, "aldri", False),
        ({"TERM": "dumb", "NO_COLOR": "1"}, "alltid", True),
    ],
)
def test_who_gets_colours(monkeypatch: pytest.MonkeyPatch, env: dict[str, str], wish: str, painted: bool) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert screen(wish, _Terminal()).colours is painted
    assert screen("auto", io.StringIO()).colours is False


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("72", 72), ("900", 160)])
def test_the_width_has_bounds(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert screen(stream=io.StringIO()).width == width


def test_a_receiver_that_refuses_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "_close", lambda _: None)
    monkeypatch.setattr("sys.stdout", Full())
    with pytest.raises(NotPrintedError, match="kan ikke skrive ut"):
        show("x")
