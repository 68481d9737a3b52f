"""docs/brukerveiledning/mandatplan.md tells every mark, and what it shows is what the command prints."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.plan.virkning import Merke
from tests.cli.running import ehelse

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs" / "brukerveiledning" / "mandatplan.md").read_text(encoding="utf-8")
_COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(_ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def test_every_mark_is_told() -> None:
    assert set(re.findall(r"^\| `(.)` \|", _PAGE, re.MULTILINE)) == {str(merke) for merke in Merke}


def test_what_readme_shows_is_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    [(command, shown)] = re.findall(r"\$ (ehelse mandat plan [^\n]*)\n…\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    ran = ehelse(*shlex.split(command)[1:])
    assert ran.code == 0, ran.err
    assert shown in ran.out


def test_what_it_shows_is_what_is_printed() -> None:
    [(command, shown)] = re.findall(r"^```text\n\$ (ehelse [^\n]*)\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
    ran = ehelse(*shlex.split(command)[1:])
    assert ran.code == 0, ran.err
    assert ran.out == shown


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_can_be_typed(command: str) -> None:
    ran = ehelse(*shlex.split(command)[1:])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
