"""The years of the real tree: planned as a secretary would, written, and judged by every rule."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ehelse

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture
def treet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def _uten(treet: Path, aar: int) -> None:
    """The tree as it was before anybody thought of the year."""
    for fil in [*treet.glob(f"data/moeter/*/{aar}-*.md"), *treet.glob(f"data/aarshjul/{aar}.yaml")]:
        fil.unlink()
    for fil in treet.glob("data/saker/*/koe/*.md"):
        fil.unlink()


def _publiser(treet: Path, aar: int, dag: str) -> None:
    fil = treet / "data" / "aarshjul" / f"{aar}.yaml"
    linjer = fil.read_text(encoding="utf-8").splitlines(keepends=True)
    fil.write_text("".join([linjer[0], f"publisert: {dag}\n", *linjer[1:]]), encoding="utf-8")


def _funn(koder: str = "") -> list[str]:
    """The findings of the tree as it stands, one a line."""
    return [line for line in ehelse("valider", "--format", "kort").out.splitlines() if koder in line]


@pytest.mark.parametrize("aar", [2028, 2029])
def test_a_year_nobody_has_planned_is_written_and_no_rule_finds_anything_new(treet: Path, aar: int) -> None:
    before = set(_funn())
    done = ehelse("aarshjul", "--planlegg", str(aar), "--skriv")
    assert done.code == 0, done.err
    _publiser(treet, aar, "2026-11-23")
    assert set(_funn()) - before == set()
    assert len(list(treet.glob(f"data/moeter/*/{aar}-m*.md"))) == 11


def test_2027_planned_anew_is_near_what_the_secretariat_made(treet: Path) -> None:
    egne = {fil.name: fil.read_text(encoding="utf-8") for fil in treet.glob("data/moeter/nehr/2027-*.md")}
    _uten(treet, 2027)
    done = ehelse("aarshjul", "--planlegg", "2027", "--skriv", "--per", "2026-10-01")
    assert done.code == 0, done.err
    _publiser(treet, 2027, "2026-11-23")
    assert [line for line in _funn("AAR") if "2027" in line] == []
    nye = {fil.name: fil.read_text(encoding="utf-8") for fil in treet.glob("data/moeter/nehr/2027-*.md")}
    assert nye.keys() == egne.keys()
    assert sum(nye[navn].splitlines()[1] == egne[navn].splitlines()[1] for navn in egne) >= 3


def test_2027_as_it_stands_needs_nothing(treet: Path) -> None:
    done = ehelse("aarshjul", "--planlegg", "2027", "--format", "csv")
    assert done.code == 0
    assert done.out.count("står fra før") == 11


def test_the_same_question_has_the_same_answer_byte_for_byte(treet: Path) -> None:
    svar = {
        subprocess.run(
            [sys.executable, "-m", "ehelse_cli", "aarshjul", "--planlegg", "2028", "--format", "json"],
            cwd=treet,
            env={**os.environ, "PYTHONHASHSEED": froe},
            capture_output=True,
            check=True,
        ).stdout
        for froe in ("0", "1", "2026")
    }
    assert len(svar) == 1
