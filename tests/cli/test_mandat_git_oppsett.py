"""git shows mandates as a changelog: with git itself, on a path nobody would choose, and undone without a trace."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.ci.checkout import repository, run
from tests.cli.running import ehelse

_FILE = "data/mandater/nuit/2025-01-01.md"
_WHO = ("-c", "user.name=Prøve", "-c", "user.email=proeve@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def repo(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the data, in a folder with spaces and letters of ours."""
    root = example / "rådets mapper æøå" / "data og git"
    root.mkdir(parents=True)
    (example / "data").rename(root / "data")
    repository(root)
    monkeypatch.chdir(root)
    return root


def _git(root: Path, *arguments: str) -> str:
    return run("git", "-c", "core.quotePath=false", *arguments, cwd=root).stdout


def _change(root: Path, *changes: tuple[str, str], path: str = _FILE) -> None:
    file = root / path
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def _commit(root: Path, message: str) -> None:
    run("git", "add", "--all", cwd=root)
    run("git", *_WHO, "commit", "--quiet", "--message", message, cwd=root)


@pytest.mark.slow
def test_git_diff_and_log_read_as_a_changelog(repo: Path) -> None:
    assert ehelse("mandat", "git-oppsett").code == 0
    for seats in range(18, 25):
        _change(repo, (f"seter: {seats - 1} ", f"seter: {seats} "))
        _commit(repo, f"{seats} seter")
    _change(repo, ("NUIT møtes tre ganger", "NUIT møtes\nfire ganger"))
    said = _git(repo, "diff")
    assert "NUIT møtes [-tre-] {+fire+} ganger" in said
    assert "@@" not in said
    log = _git(repo, "log", "--patch", "--ext-diff", "--", _FILE)
    assert [f"{seats - 1} → {seats} (antall seter endret)" in log for seats in range(18, 25)] == [True] * 7
    assert "Mandatet nuit@2025-01-01 er nytt: NUIT, i kraft fra 1. januar 2025" in " ".join(log.split())


def test_without_ext_diff_the_rules_are_lines(repo: Path) -> None:
    assert ehelse("mandat", "git-oppsett").code == 0
    _change(repo, ("seter: 17 ", "seter: 18 "), ("sammensetning:\n", "sammensetning:   # en merknad\n"))
    _commit(repo, "x")
    said = [line for line in _git(repo, "log", "-1", "--patch", "--", _FILE).split("\n") if line.startswith(("+", "-"))]
    assert said[-2:] == ["-sammensetning.seter: 17", "+sammensetning.seter: 18"]


def test_noise_is_no_change(repo: Path) -> None:
    assert ehelse("mandat", "git-oppsett").code == 0
    _change(repo, ("Helse-\nog omsorgs", "Helse- og\nomsorgs"), ("  seter: 17 ", "  # merknad\n  seter: 17 "))
    assert "Ingen endringer" in _git(repo, "diff")


def test_a_file_that_moved_was_broken_or_went(repo: Path) -> None:
    assert ehelse("mandat", "git-oppsett").code == 0
    _commit(repo, "oppsett")
    moved = "data/mandater/nuit/2025-02-01.md"
    _git(repo, "mv", _FILE, moved)
    _change(repo, ("gjelder_fra: 2025-01-01", "gjelder_fra: 2025-02-01"), path=moved)
    said = _git(repo, "diff", "-M", "HEAD")
    assert f"{_FILE} → {moved}\n" in said
    assert "I kraft fra: 1. januar 2025 → 1. februar 2025" in said
    _commit(repo, "flyttet")
    _change(repo, ("status: vedtatt", "status: [vedtatt"), path=moved)
    said = _git(repo, "diff")
    assert "kan ikke leses" in said
    assert "+status: [vedtatt" in said
    (repo / moved).unlink()
    assert "er borte" in " ".join(_git(repo, "diff").split())


def test_a_shallow_clone(repo: Path) -> None:
    assert ehelse("mandat", "git-oppsett").code == 0
    for seats in (18, 19):
        _change(repo, (f"seter: {seats - 1} ", f"seter: {seats} "))
        _commit(repo, "x")
    clone = repo / "grunn klone"
    run("git", "clone", "--quiet", "--depth=1", repo.as_uri(), clone, cwd=repo)
    assert ehelse("--rot", str(clone), "mandat", "git-oppsett").code == 0
    _change(clone, ("seter: 19 ", "seter: 20 "))
    assert "19 → 20 (antall seter endret)" in _git(clone, "diff")


# --- setting it up, and taking it away


def _state(root: Path) -> tuple[str | None, str]:
    file = root / ".gitattributes"
    return file.read_bytes().decode() if file.exists() else None, (root / ".git/config").read_text("utf-8")


@pytest.mark.parametrize("before", [None, "", "*.pdf binary\n", "*.pdf binary", "*.pdf binary\r\n*.md text\r\n"])
def test_it_is_undone_without_a_trace(repo: Path, before: str | None) -> None:
    if before is not None:
        (repo / ".gitattributes").write_bytes(before.encode())
    was = _state(repo)
    for _ in range(2):
        assert ehelse("mandat", "git-oppsett").code == 0
        assert (_state(repo)[0] or "").startswith(before or "")
        assert (_state(repo)[0] or "").count("diff=ehelse-mandat") == 1
        assert _git(repo, "check-attr", "diff", "--", _FILE).endswith(": ehelse-mandat\n")
    assert ehelse("mandat", "git-oppsett", "--fjern").code == 0
    text, config = _state(repo)
    assert config == was[1]
    assert (text or "").removesuffix("\n") == (before or "").removesuffix("\n")
    assert "oppsettet er ikke her" in ehelse("mandat", "git-oppsett", "--fjern").err


@pytest.mark.parametrize("arguments", [[], ["--fjern"]])
def test_the_preview_changes_nothing(repo: Path, arguments: list[str]) -> None:
    if arguments:
        assert ehelse("mandat", "git-oppsett").code == 0
    was = _state(repo)
    ran = ehelse("mandat", "git-oppsett", *arguments, "--proev")
    assert (ran.code, _state(repo)) == (0, was)
    assert ("-" if arguments else "+") + "data/mandater/*/*.md diff=ehelse-mandat" in ran.out
    assert f"{'-' if arguments else '+'}git config diff.ehelse-mandat.command = " in ran.out
    assert ran.out == ehelse("mandat", "git-oppsett", *arguments).out


def test_nothing_in_the_folder_is_run(repo: Path) -> None:
    for name in ("ehelse_cli.py", "typer.py", "json.py", "data/ehelse_cli.py", "sitecustomize.py"):
        (repo / name).write_text("import pathlib; pathlib.Path('stolen').touch()\n", "utf-8")
    (repo / "data/mandater/nuit/--hjelp.md").write_text("$(touch stolen)\n`touch stolen`\n", "utf-8")
    assert ehelse("mandat", "git-oppsett").code == 0
    _commit(repo, "x")
    _change(repo, ("seter: 17 ", "seter: 18 "))
    _change(repo, ("touch", "touch -c"), path="data/mandater/nuit/--hjelp.md")
    said = _git(repo, "diff", "--", "data/mandater")
    assert "17 → 18" in said
    assert "+$(touch -c stolen)" in said
    assert list(repo.rglob("stolen")) == []
    assert f"{Path(sys.executable).as_posix()} -I -m ehelse_cli mandat git-driver --\n" in _state(repo)[1].replace(
        '"', ""
    ).replace("'", "")


def test_outside_a_repository(example: Path) -> None:
    ran = ehelse("mandat", "git-oppsett", "--proev")
    assert (ran.code, ran.out) == (2, "")


def test_what_git_never_gives(repo: Path) -> None:
    assert ehelse("mandat", "git-driver", "a", "b").code == 2
    assert "flettingen er ikke ferdig" in ehelse("mandat", "git-driver", _FILE).out
    assert ehelse("mandat", "git-oppsett", "--revisjon", "HEAD").code == 2
