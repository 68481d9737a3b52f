"""docs/brukerveiledning/oversikter.md: every command on the page is run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.cli.commands import COMMANDS, GROUPS
from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "brukerveiledning" / "oversikter.md").read_text(encoding="utf-8")
LINES = tuple(dict.fromkeys(re.findall(r"(?:^|`)(ehelse [^`\n]+?)(?:`|$)", PAGE, re.MULTILINE)))


def test_every_overview_is_on_the_page() -> None:
    named = {word for line in LINES for word in line.split()[1:3]}
    assert set(GROUPS["rapport"].commands) <= named
    overviews = {
        name for name in COMMANDS if "show_overview" in (ROOT / "ehelse_cli" / "cli" / f"{name}.py").read_text("utf-8")
    }
    assert overviews <= named


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_it_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    ran = ehelse(*shlex.split(line)[1:])
    assert (ran.code, bool(ran.out or "skrev" in ran.err)) == (0, True)
