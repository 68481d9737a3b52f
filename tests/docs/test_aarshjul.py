"""docs/brukerveiledning/aarshjul.md: every command on the page is run, and what it shows is what is printed."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "brukerveiledning" / "aarshjul.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```text\n\$ (ehelse [^\n]*)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
LINES = tuple(dict.fromkeys(re.findall(r"(?:^|`)(ehelse [^`\n]+?)(?:`|$)", PAGE, re.MULTILINE)))


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def test_a_year_and_a_conflict_are_shown() -> None:
    assert [command.split()[2] for command, _ in SHOWN] == ["2027", "--planlegg"]


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_what_it_shows_is_what_is_printed(command: str, shown: str) -> None:
    assert ehelse(*shlex.split(command)[1:]).out == shown


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in LINES if line not in ("ehelse aarshjul", "ehelse moete flytt")])
def test_it_runs(line: str) -> None:
    ran = ehelse(*shlex.split(line)[1:])
    assert ran.code == 0, ran.err
    assert ran.out or "skrev" in ran.err
