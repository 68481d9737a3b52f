"""The questions, answered through a pseudo-terminal as a person answers them."""

from __future__ import annotations

import os
import pty
import select
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def talk(folder: Path, arguments: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the command on a terminal of its own, and answer each question when it comes: exit code, all it said."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": "100"}
        os.execvpe(sys.executable, [sys.executable, "-m", "ehelse_cli", *arguments], environment)
    said = ""
    try:
        for question, answer in answers:
            said += _until(terminal, question)
            os.write(terminal, f"{answer}\n".encode())
        said += _until(terminal, None)
    finally:
        os.close(terminal)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.replace("\r\n", "\n")


def _until(terminal: int, question: str | None) -> str:
    """What comes until the question is there; without one, until the end."""
    said, late = "", time.monotonic() + 60
    while question is None or question not in said:
        assert time.monotonic() < late, said
        if select.select([terminal], [], [], 1)[0]:
            try:
                part = os.read(terminal, 4096)
            except OSError:  # how Linux says that nobody is at the other end
                part = b""
            if not part:
                assert question is None, said
                return said
            said += part.decode("utf-8", "replace")
    return said


def test_what_is_missing_is_asked_for(example: Path) -> None:
    code, said = talk(
        example,
        ["ny", "sak", "nehr"],
        [("Tittel", "Felles liste"), ("Sakstype", "råd, drøfting"), ("Sakseier", "ks")],
    )
    assert code == 0, said
    head = (example / "data/saker/nehr/koe/felles-liste.md").read_text("utf-8")
    assert head.startswith("---\ntittel: Felles liste\nsakstype: [raad, droefting]\nsakseiere: ks\n---\n")


def test_a_wrong_answer_is_told_and_asked_for_again(example: Path) -> None:
    code, said = talk(
        example,
        ["ny", "sak", "nehr", "--sakseier", "ks", "--proev"],
        [("Tittel", "Felles liste"), ("Sakstype", "rod"), ("kan ikke være «rod»", ""), ("Sakstype", "")],
    )
    assert code == 0, said
    assert "+tittel: Felles liste" in said


def test_why_a_meeting_is_cancelled_is_asked_for(example: Path) -> None:
    code, _ = talk(example, ["moete", "avlys", "nuit-2027-m3"], [("Hvorfor", "For få saker")])
    assert code == 0
    assert "begrunnelse: |\n  For få saker\n" in (example / "data/moeter/nuit/2027-m3.md").read_text("utf-8")


def test_to_give_up_changes_nothing(example: Path) -> None:
    before = sorted((example / "data").rglob("*"))
    code, said = talk(example, ["ny", "sak", "nehr"], [("Tittel", "\x03")])
    assert code in (2, 130), said
    assert sorted((example / "data").rglob("*")) == before


def test_without_a_terminal_nobody_is_asked(example: Path) -> None:
    for command in (["ny", "sak", "nehr"], ["moete", "avlys", "nuit-2027-m3"], ["sak", "trekk", "nehr-2027-2"]):
        ran = ehelse(*command)
        assert (ran.code, ran.out) == (2, "")
        assert "mangler" in ran.err or "det er ikke sagt hvorfor" in ran.err
