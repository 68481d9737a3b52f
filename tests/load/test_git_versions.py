from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from ehelse_cli.load.git import open_revision
from ehelse_cli.load.git_versions import GitVersions
from ehelse_cli.load.tree import MAX_BYTES, DiskTree
from ehelse_cli.load.versions import Version, Versions
from tests.load.test_git_history import commit, git


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """`data/a.yaml` with 1 and then 2 on main."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "a: 1\n", "2026-01-05")
    commit(tmp_path, "a: 2\n", "2026-02-05")
    return tmp_path


def of(repo: Path, revision: str = "HEAD") -> GitVersions:
    return GitVersions(repo, "data/", revision)


def told(versions: Versions, found: Sequence[Version] | None = None) -> list[str]:
    """«day content» of each version of a.yaml that landed."""
    landed = versions.landed(["a.yaml"]) if found is None else found
    texts = [(raw or b"?").decode().strip() for raw in versions.read(landed)]
    return [f"{one.day} {text}" for one, text in zip(landed, texts, strict=True)]


def test_each_change_of_a_file_is_a_version_oldest_first(repo: Path) -> None:
    versions = of(repo)
    assert told(versions) == ["2026-01-05 a: 1", "2026-02-05 a: 2"]
    first, second = versions.landed(["a.yaml"])
    assert (first.path, first.commit) == ("a.yaml", git(repo, "rev-parse", "HEAD~1"))
    assert first.nr < second.nr
    assert first.digest == git(repo, "rev-parse", "HEAD~1:data/a.yaml")
    assert versions.lacking is None


def test_only_what_is_asked_for_is_told_and_a_folder_stands_for_all_in_it(repo: Path) -> None:
    for name in ("saker/x/1.md", "saker/x/2.md", "saker/xy.md", "saker/*.md"):
        (repo / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (repo / "data" / name).write_text("x\n", encoding="utf-8")
    commit(repo, "a: 2\n", "2026-03-05")
    assert [one.path for one in of(repo).landed(["saker/x"])] == ["saker/x/2.md", "saker/x/1.md"]
    assert [one.path for one in of(repo).landed(["saker/*.md"])] == ["saker/*.md"]
    assert of(repo).landed([]) == ()
    assert of(repo).landed(["finnes/ikke"]) == ()


def test_what_is_gone_or_is_a_link_has_no_version(repo: Path) -> None:
    (repo / "data/a.yaml").unlink()
    git(repo, "commit", "--quiet", "--all", "--message", "x")
    (repo / "data/a.yaml").symlink_to("b")
    git(repo, "add", "--all")
    git(repo, "commit", "--quiet", "--message", "x")
    assert told(of(repo)) == ["2026-01-05 a: 1", "2026-02-05 a: 2"]


def test_what_a_merge_brought_landed_with_the_merge_but_all_of_it_can_be_read(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "-b", "gren")
    commit(repo, "a: 3\n", "2026-03-05")
    commit(repo, "a: 4\n", "2026-03-06")
    assert told(of(repo)) == ["2026-01-05 a: 1", "2026-02-05 a: 2"]  # not landed yet
    git(repo, "checkout", "--quiet", "main")
    git(repo, "merge", "--quiet", "--no-ff", "--message", "x", "gren", day="2026-04-05")
    versions = of(repo)
    assert told(versions) == ["2026-01-05 a: 1", "2026-02-05 a: 2", "2026-04-05 a: 4"]
    ever = told(versions, versions.ever(["a.yaml"]))
    assert set(ever) >= {"2026-03-05 a: 3", "2026-03-06 a: 4"}


def test_what_a_branch_brought_and_took_away_again_is_not_forgotten(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "-b", "gren")
    commit(repo, "a: 3\n", "2026-03-05")
    commit(repo, "a: 2\n", "2026-03-06")
    git(repo, "checkout", "--quiet", "main")
    git(repo, "merge", "--quiet", "--no-ff", "--message", "x", "gren", day="2026-04-05")
    versions = of(repo)
    assert "2026-03-05 a: 3" in told(versions, versions.ever(["a.yaml"]))


def test_a_revision_remembers_what_led_to_it(repo: Path) -> None:
    versions = open_revision(repo, "HEAD~1").versions()
    assert told(versions, versions.ever(["a.yaml"])) == ["2026-01-05 a: 1"]


def test_what_the_remote_has_is_what_has_landed(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("klone")
    git(clone, "clone", "--quiet", repo.as_uri(), ".")
    commit(clone, "a: 3\n", "2026-03-05")
    versions = of(clone)
    assert told(versions) == ["2026-01-05 a: 1", "2026-02-05 a: 2"]
    assert len(versions.ever(["a.yaml"])) == 3


def test_without_a_known_branch_it_is_what_led_here_that_has_landed(repo: Path) -> None:
    git(repo, "branch", "--move", "main", "noe-annet")
    assert told(of(repo)) == ["2026-01-05 a: 1", "2026-02-05 a: 2"]


def test_a_shallow_clone_says_that_it_is(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("klone")
    git(clone, "clone", "--quiet", "--depth=1", repo.as_uri(), ".")
    versions = of(clone)
    assert told(versions) == ["2026-02-05 a: 2"]
    assert versions.lacking is not None
    assert versions.lacking.hjelp == "Kjør: git fetch --unshallow origin"
    git(clone, "fetch", "--quiet", "--unshallow", "origin")
    assert of(clone).lacking is None


def test_before_the_first_commit_nothing_is_lacking(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert of(tmp_path).landed(["a.yaml"]) == ()
    assert of(tmp_path).lacking is None


def test_a_folder_under_no_version_control_remembers_nothing(tmp_path: Path) -> None:
    assert DiskTree(tmp_path).versions() is None


def test_without_a_git_program_nothing_is_known(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert of(repo).landed(["a.yaml"]) == ()
    assert of(repo).lacking is None


def test_a_git_where_one_stands_is_not_run(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo / "git").write_text("#!/bin/sh\ntouch kjoert\n", encoding="utf-8")
    (repo / "git").chmod(0o755)
    monkeypatch.chdir(repo)
    monkeypatch.setenv("PATH", ".")
    assert of(repo).landed(["a.yaml"]) == ()
    assert not (repo / "kjoert").exists()


def test_a_repository_that_git_refuses_is_told_with_the_way_out(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    versions = of(repo)
    assert versions.landed(["a.yaml"]) == ()
    assert versions.lacking is not None
    assert versions.lacking.hjelp.endswith(f"git config --global --add safe.directory {repo}")


def test_a_repository_with_holes_is_no_success(repo: Path) -> None:
    lost = git(repo, "rev-parse", "HEAD~1")
    (repo / ".git/objects" / lost[:2] / lost[2:]).unlink()
    versions = of(repo)
    assert versions.landed(["a.yaml"]) == ()
    assert versions.lacking is not None
    assert "git fsck" in versions.lacking.hjelp


def test_content_that_is_missing_or_too_large_cannot_be_had(repo: Path) -> None:
    lost = git(repo, "rev-parse", "HEAD~1:data/a.yaml")
    (repo / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert told(of(repo)) == ["2026-01-05 ?", "2026-02-05 a: 2"]
    commit(repo, "x" * (MAX_BYTES + 1), "2026-03-05")
    commit(repo, "a: 5\n", "2026-04-05")
    assert [line[11:] for line in told(of(repo))] == ["?", "a: 2", "?", "?"]  # nothing after it is waited for


def test_more_versions_than_fit_in_a_pipe_are_read(repo: Path) -> None:
    for nr in range(3, 150):
        (repo / f"data/{nr}.md").write_text(f"{nr}\n" * 2000, encoding="utf-8")
    commit(repo, "a: 3\n", "2026-03-05")
    versions = of(repo)
    landed = versions.landed([f"{nr}.md" for nr in range(3, 150)])
    read = list(versions.read(landed))
    assert len(read) == 147
    assert all(raw == f"{one.path[:-3]}\n".encode() * 2000 for one, raw in zip(landed, read, strict=True))


def test_what_a_partial_clone_left_out_is_told(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    git(repo, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path_factory.mktemp("klone")
    git(clone, "clone", "--quiet", "--filter=blob:none", repo.as_uri(), ".")
    versions = of(clone)
    assert told(versions)[0] == "2026-01-05 ?"  # some gits give up there, others go on
    assert versions.lacking is not None
    assert versions.lacking.hjelp == "Kjør: git fetch --refetch origin"


def test_how_somebody_likes_their_log_changes_nothing(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "-b", "gren")
    commit(repo, "a: 3\n", "2026-03-05")
    git(repo, "checkout", "--quiet", "main")
    git(repo, "merge", "--quiet", "--no-ff", "--message", "x", "gren", day="2026-04-05")
    versions = of(repo)
    landed, ever = told(versions), told(versions, versions.ever(["a.yaml"]))
    for key, value in {
        "color.ui": "always",
        "diff.orderFile": "finnes-ikke",
        "i18n.logOutputEncoding": "UTF-16",
        "log.diffMerges": "combined",
        "log.follow": "true",
        "log.showRoot": "false",
    }.items():
        git(repo, "config", key, value)
    versions = of(repo)
    assert told(versions) == landed == ["2026-01-05 a: 1", "2026-02-05 a: 2", "2026-04-05 a: 3"]
    assert told(versions, versions.ever(["a.yaml"])) == ever


def test_a_day_that_no_calendar_has_is_no_crash(repo: Path) -> None:
    tree = git(repo, "rev-parse", "HEAD~1^{tree}")
    who = "x <x@example.org> 999999999999 +0000"
    raw = f"tree {tree}\nauthor {who}\ncommitter {who}\n\nx\n"
    write = ["git", "hash-object", "-t", "commit", "-w", "--stdin"]
    made = subprocess.run(write, cwd=repo, input=raw.encode(), check=True, capture_output=True).stdout.decode()
    git(repo, "update-ref", "refs/heads/main", made.strip())
    assert told(of(repo)) == ["0001-01-01 a: 1"]


@pytest.mark.skipif(os.name != "posix", reason="a program as text")
def test_no_program_of_the_repository_is_run(repo: Path) -> None:
    trap = repo / "felle.sh"
    trap.write_text(f'#!/bin/sh\ntouch {repo}/kjoert\ncat "$1"\n', encoding="utf-8")
    trap.chmod(0o755)
    (repo / ".gitattributes").write_text("*.yaml diff=felle filter=felle\n", encoding="utf-8")
    for key in ("diff.felle.textconv", "diff.felle.command", "diff.external", "gpg.program", "core.fsmonitor"):
        git(repo, "config", key, str(trap))
    git(repo, "config", "log.showSignature", "true")
    git(repo, "config", "core.pager", str(trap))
    (repo / "kjoert").unlink(missing_ok=True)
    assert told(of(repo)) == ["2026-01-05 a: 1", "2026-02-05 a: 2"]
    assert not (repo / "kjoert").exists()
