"""Every command that the page about papers shows can be typed, and it tells of every kind."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.render.papers import PAPERS
from tests.cli.running import ehelse

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs/brukerveiledning/dokumenter.md").read_text(encoding="utf-8")
_COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


def test_every_kind_is_told_of() -> None:
    assert re.findall(r"^\| `(\w+)` \|", _PAGE, re.MULTILINE) == list(PAPERS)


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_can_be_typed(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(_ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    ran = ehelse(*shlex.split(command)[1:])
    assert ran.code == 0, ran.err


def test_the_template_it_shows_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (source,) = re.findall(r"^```jinja\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
    shutil.copytree(_ROOT / "data", tmp_path / "data")
    folder = tmp_path / "data/maler/nehr"
    folder.mkdir(parents=True)
    (folder / "saksliste.html.j2").write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "Hilsen sekretariatet i Nasjonalt e-helseråd" in ehelse("lag", "saksliste", "nehr-2026-m4").out
