from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from ehelse_cli.load.git import open_revision
from ehelse_cli.load.git_errors import NoDefaultBranchError, NoMergeBaseError
from ehelse_cli.load.git_history import day_of, open_base


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    env = {**os.environ, "GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    run = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=env)
    return run.stdout.decode().strip()


def commit(folder: Path, text: str, day: str = "2026-01-01") -> str:
    file = folder / "data/a.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x", "--allow-empty", day=day)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Two commits on main; a branch `gren` from the first."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "a: 1\n", "2026-01-05")
    git(tmp_path, "branch", "gren")
    commit(tmp_path, "a: 2\n", "2026-02-05")
    return tmp_path


def test_a_branch_began_where_it_left_main(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD~1")
    git(repo, "checkout", "--quiet", "gren")
    commit(repo, "a: 3\n")
    tree = open_base(repo)
    assert tree.commit == first
    assert tree.read("a.yaml") == b"a: 1\n"
    assert tree.name == f"{first[:10]}, der grenen skilte lag med main"
    assert open_base(repo, "main").commit == git(repo, "rev-parse", "main")


def test_what_the_remote_calls_its_head_goes_first(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    git(repo, "branch", "utvikling", "gren")
    git(repo, "symbolic-ref", "HEAD", "refs/heads/utvikling")
    clone = tmp_path_factory.mktemp("klone")
    git(clone, "clone", "--quiet", repo.as_uri(), ".")
    git(clone, "checkout", "--quiet", "-b", "main", "origin/main")
    tree = open_base(clone)
    assert tree.name.endswith("origin/HEAD")
    assert tree.commit == git(repo, "rev-parse", "gren")


def test_without_a_branch_to_compare_with_the_way_out_is_said(repo: Path) -> None:
    git(repo, "branch", "--move", "main", "noe-annet")
    with pytest.raises(NoDefaultBranchError) as caught:
        open_base(repo)
    assert "git fetch origin main:refs/remotes/origin/main" in (caught.value.help or "")


def test_a_shallow_clone_comes_with_the_command_that_helps(
    repo: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git(repo, "checkout", "--quiet", "gren")
    commit(repo, "a: 3\n")
    git(repo, "checkout", "--quiet", "main")
    clone = tmp_path_factory.mktemp("klone")
    git(clone, "clone", "--quiet", "--depth=1", "--branch=gren", repo.as_uri(), ".")
    git(clone, "update-ref", "-d", "refs/remotes/origin/HEAD")
    with pytest.raises(NoDefaultBranchError) as no_branch:
        open_base(clone)
    assert (no_branch.value.help or "").startswith("Kjør: git fetch --unshallow origin\n")
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    with pytest.raises(NoMergeBaseError) as no_base:
        open_base(clone)
    assert no_base.value.help == "Kjør: git fetch --unshallow origin"
    git(clone, "fetch", "--quiet", "--unshallow", "origin")
    assert open_base(clone).commit == git(repo, "rev-parse", "main~1")


def test_two_without_a_common_past_are_told(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "--orphan", "ny")
    commit(repo, "a: 4\n")
    with pytest.raises(NoMergeBaseError, match="ingen felles historikk"):
        open_base(repo)


# --- when a line came in


def test_the_day_is_that_of_the_commit_that_brought_the_text(repo: Path) -> None:
    commit(repo, "a: 2  # hvorfor\n", "2026-03-05")
    commit(repo, "# først\nb: 1\na: 2  # hvorfor\n", "2026-04-05")
    tree = open_revision(repo, "HEAD")
    assert day_of(tree, "a.yaml", "# hvorfor") == date(2026, 3, 5)
    assert day_of(tree, "a.yaml", "# først") == date(2026, 4, 5)
    assert day_of(tree, "a.yaml", "# finnes ikke") is None
    assert day_of(tree, "b.yaml", "# hvorfor") is None


def test_what_came_back_counts_from_then(repo: Path) -> None:
    commit(repo, "a: 2  # hvorfor\n", "2026-03-05")
    commit(repo, "a: 2\n", "2026-04-05")
    commit(repo, "a: 2  # hvorfor\n", "2026-05-05")
    assert day_of(open_revision(repo, "HEAD"), "a.yaml", "# hvorfor") == date(2026, 5, 5)
    assert day_of(open_revision(repo, "HEAD~2"), "a.yaml", "# hvorfor") == date(2026, 3, 5)


def test_a_shallow_clone_does_not_know(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("klone")
    git(clone, "clone", "--quiet", "--depth=1", repo.as_uri(), ".")
    assert day_of(open_revision(clone, "HEAD"), "a.yaml", "a: 2") is None


@pytest.mark.skipif(os.name != "posix", reason="a program as text")
def test_no_program_of_the_repository_is_run(repo: Path) -> None:
    """Neither to show a file, to compare two, nor to check a signature."""
    trap = repo / "felle.sh"
    trap.write_text(f'#!/bin/sh\ntouch {repo}/kjoert\ncat "$1"\n', encoding="utf-8")
    trap.chmod(0o755)
    (repo / ".gitattributes").write_text("*.yaml diff=felle\n", encoding="utf-8")
    for key in ("diff.felle.textconv", "diff.felle.command", "diff.external", "gpg.program"):
        git(repo, "config", key, str(trap))
    git(repo, "config", "log.showSignature", "true")
    commit(repo, "a: 2  # hvorfor\n")
    assert day_of(open_revision(repo, "HEAD"), "a.yaml", "# hvorfor") == date(2026, 1, 1)
    open_base(repo)
    assert not (repo / "kjoert").exists()
