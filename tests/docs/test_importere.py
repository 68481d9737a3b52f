"""docs/brukerveiledning/importere.md: every command on the page is run, and every column on it is understood."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.cli.commands import GROUPS
from ehelse_cli.importer.ark.columns import FORMS
from tests.cli.running import ehelse
from tests.importer.samples import put_samples

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "brukerveiledning" / "importere.md").read_text(encoding="utf-8")
LINES = tuple(dict.fromkeys(re.findall(r"(?:^|`)(ehelse (?!oppmoete`)[^`\n…]+?)(?:`|$)", PAGE, re.MULTILINE)))


def test_every_import_is_on_the_page() -> None:
    named = {line.split()[2] for line in LINES if line.startswith("ehelse importer") and len(line.split()) > 2}
    assert GROUPS["importer"].commands.keys() <= named


@pytest.mark.parametrize("kind", FORMS)
def test_every_column_on_the_page_is_understood(kind: str) -> None:
    heading = {"medlemmer": "Medlemmer", "fremmoete": "Fremmøte"}[kind]
    table = PAGE.partition(f"| {heading} | Betyr |\n|---|---|\n")[2].partition("\n\n")[0]
    said = [
        one for row in table.splitlines() for one in re.split(r", eller |, | og (?!med)| \(", row.split("|")[1].strip())
    ]
    names = [one.rstrip(")… ") for one in said if "når" not in one or one.startswith("Virksomhet")]
    names = [one.partition(" når ")[0] for one in names if one]
    assert len(names) > 8
    assert [one for one in names if FORMS[kind].key(one) is None] == []


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_it_runs_and_leaves_no_mistake(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    put_samples(tmp_path)
    monkeypatch.chdir(tmp_path)
    if line == "ehelse importer":
        return
    ran = ehelse(*shlex.split(line)[1:])
    assert ran.code == 0, ran.out + ran.err
    assert ehelse("valider", "--feil-ved", "feil").code == 0
