"""What README shows is what the command prints."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
#: The eight members who are taken off the attendance.
GONE = (
    "Wenche Lysaker", "Rune Dalseth", "Jonas Ruud Hegge", "Tor Arne Bleken", "Bjørnar Melhus", "Cecilie Frøland",
    "Mari Kjøsnes", "Roar Ellingsrud",
)  # fmt: skip


@pytest.fixture
def eight_fewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a copy of the example where eight members sent word instead of coming to NUIT's meeting."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    meeting = tmp_path / "data" / "moeter" / "nuit" / "2026-m3.md"
    text = meeting.read_text(encoding="utf-8")
    for name in GONE:
        text = text.replace(f"    - {name}\n", "", 1)
    meeting.write_text(text.replace("forfall: [", f"forfall: [{', '.join(GONE)}, ", 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.usefixtures("eight_fewer")
def test_the_finding_is_a_real_one() -> None:
    shown = re.search(r"\$ ehelse valider\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    *finding, footer = shown[1].splitlines()
    ran = ehelse("valider")
    assert "\n".join(finding) in ran.out
    assert (ran.code, ran.err.strip()) == (1, footer)


def test_the_comparison_is_a_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "120")
    shown = re.search(r"\$ ehelse mandat diff (\S+)\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    ran = ehelse("mandat", "diff", shown[1])
    first, *others = shown[2].split("…\n")
    assert ran.code == 0
    assert ran.out.startswith(first)
    assert [part for part in others if part not in ran.out] == []
    assert all(level in first for level in ("BRYTER", "BETINGET", "VESENTLIG", "UAVKLART", "REDAKSJONELL"))


def test_every_place_it_points_to_is_there() -> None:
    places = re.findall(r"\]\(([^)#]+)\)", README)
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []
