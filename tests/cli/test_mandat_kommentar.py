"""`--format github-kommentar` on a branch behind main: what the branch changes, and nothing of what main did since."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.report.github_kommentar import MERKE
from tests.ci.checkout import repository, run
from tests.cli.running import ehelse

_DRAFT = "data/mandater/nuit/2027-07-01-utkast.md"
_WHO = ("-c", "user.name=Prøve", "-c", "user.email=proeve@example.org", "-c", "commit.gpgsign=false")


def _commit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    run("git", *_WHO, "commit", "--quiet", "--all", "--message", "x", cwd=root)


@pytest.fixture
def branch(example: Path) -> Path:
    repository(example)
    run("git", "switch", "--quiet", "--create", "gren", cwd=example)
    _commit(example, _DRAFT, "seter: 18", "seter: 19")
    run("git", "switch", "--quiet", "main", cwd=example)
    _commit(example, "data/mandater/nehr/2024-01-01.md", "seter: 21", "seter: 22")
    run("git", "switch", "--quiet", "gren", cwd=example)
    return example


@pytest.mark.parametrize("command", ["diff", "plan"])
def test_the_comment_is_of_what_the_branch_changes(branch: Path, command: str) -> None:
    ran = ehelse("mandat", command, "main...HEAD", "--format", "github-kommentar")
    assert ran.code == 0, ran.err
    assert ran.out.startswith(f"{MERKE}\n\n### Mandatendringer: 1 vesentlig\n")
    assert "der HEAD" in ran.out
    assert "skilte lag med main" in ran.out
    assert "18 | 19" in ran.out
    assert "nehr@" not in ran.out
    assert ("## Plan for" in ran.out) is (command == "plan")


@pytest.mark.parametrize("command", ["diff", "plan"])
def test_nothing_changed(branch: Path, command: str) -> None:
    ran = ehelse("mandat", command, "HEAD..HEAD", "--format", "github-kommentar")
    assert ran.code == 0
    assert "### Ingen endringer i mandatene" in ran.out


def test_a_shallow_clone_is_told_what_to_fetch(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = branch / "grunn klone"
    run("git", "clone", "--quiet", "--depth=1", "--branch=gren", branch.as_uri(), clone, cwd=branch)
    monkeypatch.chdir(clone)
    ran = ehelse("mandat", "diff", "origin/main...HEAD", "--format", "github-kommentar")
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch" in ran.err
