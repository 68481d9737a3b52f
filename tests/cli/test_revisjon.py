"""`--revisjon` reads what was committed: the same findings as a checkout of it, whatever lies in the working tree."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ehelse


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", message)


def findings(*arguments: str) -> Any:
    """The report, without what says which tree it is about."""
    told = json.loads(ehelse("valider", "--format", "json", *arguments).out)
    return {key: value for key, value in told.items() if key != "revisjon"}


@pytest.fixture
def history(example: Path) -> Path:
    """The example with two commits, the older one with mistakes, and then a working tree full of new ones."""
    council = example / "data" / "forum" / "nehr.yaml"
    good = council.read_text(encoding="utf-8")
    git(example, "init", "-q")
    council.write_text(good.replace("gruppe: kommuner", "gruppe: komuner", 1), encoding="utf-8")
    commit(example, "a member in a group that is not there")
    council.write_text(good, encoding="utf-8")
    commit(example, "mended")
    council.write_text(f"{good}nonsens: ja\n", encoding="utf-8")
    (example / "data" / "forum" / "løst.txt").write_text("x", encoding="utf-8")
    return example


@pytest.mark.parametrize("revision", ["HEAD", "HEAD~1"])
def test_a_revision_is_judged_as_its_checkout(
    history: Path, tmp_path_factory: pytest.TempPathFactory, revision: str
) -> None:
    clean = tmp_path_factory.mktemp("clean") / "checkout"
    git(history, "worktree", "add", "-q", "--detach", str(clean), revision)
    from_git = findings("--revisjon", revision)
    assert from_git == findings("--rot", str(clean))
    assert ("feil" in {funn["alvor"] for funn in from_git["funn"]}) == (revision == "HEAD~1")


def test_the_working_tree_is_another_matter(history: Path) -> None:
    assert findings() != findings("--revisjon", "HEAD")
    assert {funn["kode"] for funn in findings()["funn"]} >= {"LES102", "LES109"}
