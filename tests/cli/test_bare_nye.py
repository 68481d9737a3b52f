"""`ehelse valider --bare-nye`: what this branch brings, and nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from ehelse_cli.cli import comparing
from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.rules.engine import Rule
from tests.cli.running import BAD, GOOD, ehelse, program, write

VIRKSOMHETER = "data/virksomheter.yaml"
#: Another mistake beside the one that was there.
WORSE = {VIRKSOMHETER: "\n" + BAD[VIRKSOMHETER] + "ny: {navn: Ny, nvn: x}\n"}


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return run.stdout.decode().strip()


@pytest.fixture
def branch(bad: Path) -> Path:
    """On a branch from main, where there is one mistake."""
    git(bad, "init", "--quiet", "--initial-branch=main")
    git(bad, "add", "--all")
    git(bad, "commit", "--quiet", "--message", "x")
    git(bad, "checkout", "--quiet", "-b", "gren")
    return bad


def test_what_was_there_before_is_not_shown(branch: Path) -> None:
    ran = ehelse("valider", "--bare-nye")
    assert (ran.code, ran.out) == (0, "")
    base = git(branch, "rev-parse", "main")[:10]
    told = " ".join(ran.err.split())
    assert f"ingen funn; bare nye funn: arbeidstreet mot {base}, der grenen skilte lag med main, 1 funn var der" in told


def test_what_is_new_is_one_wherever_the_old_has_moved(branch: Path) -> None:
    write(branch, WORSE)
    ran = ehelse("valider", "--bare-nye", "--format", "kort")
    assert ran.code == 1
    assert [line.split(":")[1] for line in ran.out.splitlines()] == ["4"]


def test_the_other_side_may_be_chosen(branch: Path) -> None:
    write(branch, WORSE)
    git(branch, "commit", "--quiet", "--all", "--message", "y")
    assert ehelse("valider", "--bare-nye", "--mot", "HEAD").code == 0
    assert ehelse("valider", "--bare-nye", "--mot", "main").code == 1
    assert ehelse("valider", "--bare-nye", "--mot", "HEAD", "--revisjon", "main").code == 0
    assert "mot «main» (" in " ".join(ehelse("valider", "--bare-nye", "--mot", "main").err.split())
    assert "revisjonen «main» mot «HEAD»" in " ".join(
        ehelse("valider", "--bare-nye", "--mot", "HEAD", "--revisjon", "main").err.split()
    )


def test_the_json_says_what_was_compared(branch: Path) -> None:
    write(branch, WORSE)
    told = json.loads(ehelse("valider", "--bare-nye", "--mot", "main", "--format", "json").out)
    commit = git(branch, "rev-parse", "main")[:10]
    assert told["mot"] == {"denne": "arbeidstreet", "andre": f"«main» ({commit})", "fra_foer": 1, "uleste": 1}
    assert json.loads(ehelse("valider", "--format", "json").out)["mot"] is None


def test_both_sides_are_judged_by_the_same_day(branch: Path) -> None:
    """A tree of its own day, changed on the branch, makes nothing new of what is old."""
    files = {
        "data/datasett.yaml": "dag: 2020-01-01\n",
        "data/virksomheter.yaml": "ks: {navn: KS}  # ehelse: unntak REF201 -- prøve (til 2021-01-01)\n",
    }
    write(branch, files)
    git(branch, "commit", "--quiet", "--all", "--message", "y")
    write(branch, {**files, "data/datasett.yaml": "dag: 2026-11-23\n"})
    assert "UNN004" in ehelse("valider", "--format", "kort").out
    assert ehelse("valider", "--bare-nye", "--mot", "HEAD", "--format", "kort").out == ""


def test_paths_choose_among_what_is_new(branch: Path) -> None:
    write(branch, WORSE)
    assert ehelse("valider", "data/datasett.yaml", "--bare-nye").code == 0
    assert ehelse("valider", VIRKSOMHETER, "--bare-nye").code == 1


def test_without_a_repository_it_is_two(bad: Path) -> None:
    ran = ehelse("valider", "--bare-nye")
    assert (ran.code, ran.out) == (2, "")
    assert "git-repo" in ran.err


def test_the_other_side_alone_is_a_mistake(branch: Path) -> None:
    ran = ehelse("valider", "--mot", "main")
    assert ran.code == 2
    assert "Skriv --bare-nye også." in ran.err


@pytest.mark.parametrize("revision", ["finnes-ikke", "main~1"])
def test_an_unknown_revision_is_two(branch: Path, revision: str) -> None:
    ran = ehelse("valider", "--bare-nye", "--mot", revision)
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch" in ran.err or "git log" in ran.err


def test_a_revision_without_data_is_two(branch: Path) -> None:
    git(branch, "checkout", "--quiet", "--orphan", "tom")
    git(branch, "rm", "-r", "--quiet", "--force", "data")
    git(branch, "commit", "--quiet", "--allow-empty", "--message", "tom")
    write(branch, GOOD)
    assert ehelse("valider", "--bare-nye", "--mot", "tom").code == 2


def test_a_shallow_clone_gets_the_command(branch: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write(branch, WORSE)
    git(branch, "commit", "--quiet", "--all", "--message", "y")
    clone = tmp_path_factory.mktemp("klone")
    git(branch, "checkout", "--quiet", "main")
    git(clone, "clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=gren", branch.as_uri(), ".")
    git(clone, "update-ref", "-d", "refs/remotes/origin/HEAD")
    ran = ehelse("--rot", str(clone), "valider", "--bare-nye")
    assert (ran.code, ran.out) == (2, "")
    assert "git fetch --unshallow origin" in ran.err
    git(clone, "fetch", "--quiet", "--unshallow", "origin")
    assert ehelse("--rot", str(clone), "valider", "--bare-nye").code == 1


def test_content_that_git_has_lost_is_two(branch: Path) -> None:
    blob = git(branch, "rev-parse", f"main:{VIRKSOMHETER}")
    (branch / ".git/objects" / blob[:2] / blob[2:]).unlink()
    ran = program("valider", "--bare-nye", cwd=branch)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert f"filer som ikke kan leses ({VIRKSOMHETER})" in " ".join(ran.stderr.decode().split())


def test_a_rule_that_stops_there_is_our_mistake(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> list[object]:
        raise RuntimeError("x")

    rule = Rule(RuleInfo("MOT599", "stopper", Severity.FEIL, Source.FORMAT), "moete", crash)  # type: ignore[arg-type]
    monkeypatch.setattr(comparing, "ALL_RULES", (rule,))
    assert ehelse("valider", "--bare-nye").code == 4
