"""docs/brukerveiledning/redigering.md: its commands work, and its settings name the schemas there are."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from ehelse_cli.load.schema import FILES
from tests.cli.running import ehelse, write

_PAGE = (Path(__file__).parents[2] / "docs" / "brukerveiledning" / "redigering.md").read_text(encoding="utf-8")
_COMMANDS = [line.partition("#")[0] for line in re.findall(r"^ehelse .*", _PAGE, re.MULTILINE)]


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_works(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert ehelse(*shlex.split(command)[1:]).code == 0


def test_the_settings_name_every_schema_of_yaml_files() -> None:
    settings = re.search(r"^```json [^\n]*\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
    assert settings

    assert json.loads(settings[1])["yaml.schemas"] == {
        f".skjema/{kind}.schema.json": glob
        for kind, (globs, _) in FILES.items()
        for glob in globs
        if glob.endswith(".yaml")
    }


def test_the_line_is_the_one_that_the_command_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"data/datasett.yaml": "eksempel: ja\n"}))
    line = re.search(r"^# yaml-language-server.*", _PAGE, re.MULTILINE)
    assert line

    assert line[0] in ehelse("skjema").out


def test_the_kinds_in_markdown_are_told_of() -> None:
    in_markdown = [kind for kind, (globs, _) in FILES.items() if globs[0].endswith(".md")]

    assert all(f"`{kind}`" in _PAGE for kind in in_markdown)
