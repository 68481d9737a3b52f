"""A terminal of its own for a program: what a person sees there, and what a person types.

    answered(folder, ["ny", "sak", "nehr"], ("Tittel", "Felles liste"), ("Sakstype", "råd"))

runs the command, waits for each question, types the answer, and gives the exit code and all that was on the screen. For
anything else, `Terminal` is the screen and the keyboard: `wait_for`, `type`, `press`, `ended`.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

ROOT = Path(__file__).parents[2]

#: What a test that uses a terminal is marked with.
needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

#: Seconds until a program that says nothing more is taken to be stuck.
PATIENCE = 60

CTRL_C, CTRL_D, TAB, ENTER = "\x03", "\x04", "\t", "\r"

# A program gets the keys and Ctrl-C of a terminal only if its session has that terminal for its own. To do that between
# fork and exec would be unsafe in a process with threads; so a program in between does it, and becomes the one wanted.
_TAKE_THE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


@dataclass(frozen=True)
class Said:
    """How it ended, and all that was on the screen, what was typed among it."""

    code: int
    screen: str


class Terminal:
    """A program on a terminal of its own, `columns` wide; with `out`, its stdout goes to that file instead."""

    def __init__(
        self,
        program: Sequence[str],
        folder: Path,
        *,
        columns: int = 100,
        env: Mapping[str, str] | None = None,
        out: Path | None = None,
    ) -> None:
        import pty

        self._keys, screen = pty.openpty()
        _resize(screen, columns)
        stdout = out.open("wb") if out else None
        self._child = subprocess.Popen(
            [sys.executable, "-S", "-c", _TAKE_THE_TERMINAL, *program],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": str(columns), **(env or {})},
            stdin=screen,
            stdout=stdout or screen,
            stderr=screen,
            start_new_session=True,
        )
        os.close(screen)
        if stdout:
            stdout.close()
        self._raw = b""
        self._read_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._child.pid, 9)
        self._child.wait()
        os.close(self._keys)

    @property
    def screen(self) -> str:
        """All that came so far."""
        return self._raw.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait_for(self, text: str) -> str:
        """What came since the last wait, when the text is there."""
        late, wanted = time.monotonic() + PATIENCE, text.encode()
        while (found := self._raw.find(wanted, self._read_to)) < 0:
            assert self._more(late), f"«{text}» never came:\n{self.screen}"
        came, self._read_to = self._raw[self._read_to : found + len(wanted)], found + len(wanted)
        return came.decode("utf-8", "replace").replace("\r\n", "\n")

    def glance(self) -> None:
        """Read what there is, for a second at most: a program whose screen nobody reads may come to a stop."""
        self._more(time.monotonic() + PATIENCE)

    def press(self, keys: str) -> None:
        """Press the keys, and nothing after them."""
        os.write(self._keys, keys.encode())

    def type(self, line: str) -> None:
        """Write the line, and press enter."""
        self.press(f"{line}{ENTER}")

    def ended(self) -> Said:
        """When the program has come to its end."""
        late = time.monotonic() + PATIENCE
        while self._more(late):
            pass
        return Said(self._child.wait(PATIENCE), self.screen)

    def _more(self, late: float) -> bool:
        """Read what there is; False when nobody is at the other end any more."""
        assert time.monotonic() < late, f"nothing more came:\n{self.screen}"
        if not select.select([self._keys], [], [], 1)[0]:
            return True
        try:
            part = os.read(self._keys, 65536)
        except OSError:  # how Linux says that nobody is at the other end
            part = b""
        self._raw += part
        return bool(part)


def answered(
    folder: Path, arguments: Sequence[str], *answers: tuple[str, str], columns: int = 100, out: Path | None = None
) -> Said:
    """Run `ehelse` in the folder, and answer each question when it comes; a control key is pressed, all else typed."""
    with Terminal([sys.executable, "-m", "ehelse_cli", *arguments], folder, columns=columns, out=out) as terminal:
        for question, answer in answers:
            terminal.wait_for(question)
            if answer in (CTRL_C, CTRL_D):
                terminal.press(answer)
            else:
                terminal.type(answer)
        return terminal.ended()


def _resize(screen: int, columns: int) -> None:
    import fcntl
    import struct
    import termios

    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
