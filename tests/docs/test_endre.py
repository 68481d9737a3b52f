"""docs/brukerveiledning/endre.md: every command on the page is run, and what it makes is judged."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.cli.commands import GROUPS
from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "brukerveiledning" / "endre.md").read_text(encoding="utf-8")
LINES = tuple(dict.fromkeys(re.findall(r"(?:^|`)(ehelse [^`\n]+?)(?:`|$)", PAGE, re.MULTILINE)))


def test_every_command_that_changes_files_is_on_the_page() -> None:
    named = {tuple(line.split()[1:3]) for line in LINES}
    assert {(group, name) for group in ("ny", "medlem", "moete", "sak") for name in GROUPS[group].commands} <= named


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_it_runs_and_leaves_no_mistake(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    ran = ehelse(*shlex.split(line)[1:])
    assert ran.code == 0, ran.out + ran.err
    assert ehelse("valider", "--feil-ved", "feil").code == 0
