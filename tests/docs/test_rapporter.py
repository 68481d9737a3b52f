"""docs/brukerveiledning/rapporter.md names every form, and its commands work as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.report.reporters import REPORTERS
from tests.cli.running import ehelse

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs" / "brukerveiledning" / "rapporter.md").read_text(encoding="utf-8")
_COMMANDS = [
    re.sub(r" +#.*| \|.*", "", line)
    for block in re.findall(r"^```sh\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
] + re.findall(r"(?:run|script): (ehelse .*)", _PAGE)


def test_every_form_is_told() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", _PAGE, re.MULTILINE)) == set(REPORTERS)


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_can_be_typed(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(_ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    ran = ehelse(*shlex.split(command)[1:])
    # The finding that the page explains is not in the example data.
    assert ran.code in ((3,) if "--ved" in command else (0, 1)), ran.err
    named = re.findall(r"--format \w+=(\S+)", command)
    assert all((tmp_path / file).is_file() for file in named)
