from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from ehelse_cli.load import git as under_test
from ehelse_cli.load.git import GitTree, open_revision
from ehelse_cli.load.git_errors import (
    DubiousOwnershipError,
    GitFailedError,
    GitMissingError,
    NoDataInRevisionError,
    NotARepositoryError,
    ShallowCloneError,
    UnknownRevisionError,
)
from ehelse_cli.load.tree import DiskTree, FileUnreadableError, Tree


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, input=stdin)
    return run.stdout.decode().strip()


def _write(root: Path, path: str, content: bytes = b"") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _commit(folder: Path, message: str = "x") -> str:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return _git(folder, "rev-parse", "HEAD")


def _contents(tree: Tree) -> dict[str, object]:
    return {
        entry.path: (entry.size, entry.kind, tree.read(entry.path) if entry.kind == "file" else None)
        for entry in tree.files()
    }


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    _write(tmp_path, "data/datasett.yaml", b"eksempel: ja\n")
    _write(tmp_path, "data/saker/nehr/2026-01.md", b"---\ntittel: en\n---\n")
    _write(tmp_path, "utenfor.md", b"nei")
    _commit(tmp_path)
    return tmp_path


# ── the same as on disk ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_commit_reads_as_its_checkout(repo: Path) -> None:
    for path, content in {
        "data/crlf.md": b"---\r\na: b\r\n---\r\n",
        "data/tom.yaml": b"",
        "data/bytes.bin": bytes(range(256)) * 3,
        "data/linje.md": b"uten linjeskift",
        "data/å/ø.md": "æ".encode(),
        "data/saker/nehr-2/x.md": b"1\n\n",
        "data/" + unicodedata.normalize("NFD", "blå") + ".md": b"nfd",
        "data/med mellomrom\tog tab.md": b"x",
        "data/skjermet/hemmelig.md": b"nei",
        "data/.DS_Store": b"nei",
        "data/sak.md~": b"nei",
    }.items():
        _write(repo, path, content)
    _git(repo, "config", "core.autocrlf", "false")
    _commit(repo)
    tree = open_revision(repo, "HEAD")
    assert _contents(tree) == _contents(DiskTree(repo))
    assert list(_contents(tree)) == sorted(_contents(tree))
    assert "crlf.md" in _contents(tree)
    assert not [path for path in _contents(tree) if "hemmelig" in path or "DS_Store" in path]
    assert list(tree.twins()) == list(DiskTree(repo).twins()) == ["hemmelig.md"]


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_links_and_modules_are_told_in_both(repo: Path) -> None:
    (repo / "data/lenke.md").symlink_to("datasett.yaml")
    (repo / "data/mappe").symlink_to("saker")
    inner = repo / "data/modul"
    inner.mkdir()
    _git(inner, "init", "--quiet")
    _write(inner, "a.md")
    _commit(inner)
    _git(repo, "config", "advice.addEmbeddedRepo", "false")
    _commit(repo)
    for tree in (open_revision(repo, "HEAD"), DiskTree(repo)):
        kinds = {entry.path: entry.kind for entry in tree.files()}
        assert kinds == {
            "datasett.yaml": "file",
            "lenke.md": "link",
            "mappe": "link",
            "modul": "link",
            "saker/nehr/2026-01.md": "file",
        }
        with pytest.raises(FileUnreadableError):
            tree.read("lenke.md")


def test_the_working_tree_does_not_show_through(repo: Path) -> None:
    before = _contents(open_revision(repo, "HEAD"))
    _write(repo, "data/datasett.yaml", b"endret")
    _write(repo, "data/ny.md", b"ny")
    (repo / "data/saker/nehr/2026-01.md").unlink()
    _git(repo, "add", "data/ny.md")
    assert _contents(open_revision(repo, "HEAD")) == before
    assert _contents(DiskTree(repo)) != before


def test_an_older_commit_reads_as_it_was(repo: Path) -> None:
    first = _git(repo, "rev-parse", "HEAD")
    before = _contents(DiskTree(repo))
    _write(repo, "data/datasett.yaml", b"endret")
    _commit(repo)
    _git(repo, "tag", "v2")
    tree = open_revision(repo, "HEAD~1")
    assert (tree.commit, tree.name) == (first, "HEAD~1")
    assert _contents(tree) == before
    assert _contents(open_revision(repo, "v2")) == _contents(open_revision(repo, "main")) == _contents(DiskTree(repo))


@pytest.mark.parametrize("sub", ["råd/styring", "a"])
def test_the_data_may_lie_below_the_top_of_the_repository(tmp_path: Path, sub: str) -> None:
    _git(tmp_path, "init", "--quiet")
    _write(tmp_path, "data/feil.md")
    _write(tmp_path, f"{sub}/data/a/b.md", b"1")
    _write(tmp_path, f"{sub}/data2/c.md", b"2")
    _commit(tmp_path)
    assert _contents(open_revision(tmp_path / sub, "HEAD")) == {"a/b.md": (1, "file", b"1")}


def test_the_data_folder_may_itself_be_the_repository(tmp_path: Path) -> None:
    _write(tmp_path, "data/a/b.md", b"1")
    _git(tmp_path / "data", "init", "--quiet")
    _commit(tmp_path / "data")
    assert _contents(open_revision(tmp_path, "HEAD")) == {"a/b.md": (1, "file", b"1")}


def test_a_repository_may_count_its_objects_in_longer_digits(tmp_path: Path) -> None:
    _git(tmp_path, "init", "--quiet", "--object-format=sha256")
    _write(tmp_path, "data/a.yaml", b"a: b\n")
    commit = _commit(tmp_path)
    assert _contents(open_revision(tmp_path, "HEAD")) == _contents(DiskTree(tmp_path))
    assert open_revision(tmp_path, commit).commit == commit


def test_a_linked_working_tree_is_a_repository_too(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "tre"
    _git(repo, "worktree", "add", "--quiet", "--detach", str(other))
    assert _contents(open_revision(other, "HEAD")) == _contents(DiskTree(repo))


@pytest.mark.slow
def test_many_files_are_read_in_any_order(repo: Path) -> None:
    for number in range(300):
        _write(repo, f"data/moeter/nehr/{number:03}.md", f"{number}\n".encode() * (number % 7 * 3000))
    _commit(repo)
    tree, disk = open_revision(repo, "HEAD"), DiskTree(repo)
    paths = [entry.path for entry in tree.files()]
    assert all(tree.read(path) == disk.read(path) for path in paths)
    assert all(tree.read(path) == disk.read(path) for path in reversed(paths))


# ── what is no file there ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["finnes-ikke", "../utenfor.md", "saker", "HEAD:utenfor.md", "a\nb"])
def test_only_what_is_listed_can_be_read(repo: Path, path: str) -> None:
    with pytest.raises(FileUnreadableError, match="ikke en vanlig fil i treet"):
        open_revision(repo, "HEAD").read(path)


def test_a_large_file_is_read_only_by_those_who_ask_for_it(repo: Path) -> None:
    tree = open_revision(repo, "HEAD")
    with pytest.raises(FileUnreadableError, match="større enn"):
        tree.read("datasett.yaml", limit=5)
    assert tree.read("datasett.yaml", limit=13) == b"eksempel: ja\n"


def test_an_object_that_is_gone_is_told_and_the_rest_is_read(repo: Path) -> None:
    blob = _git(repo, "rev-parse", "HEAD:data/datasett.yaml")
    tree = open_revision(repo, "HEAD")
    tree.files()
    (repo / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(FileUnreadableError, match="git har ikke innholdet"):
        tree.read("datasett.yaml")
    assert tree.read("saker/nehr/2026-01.md") == b"---\ntittel: en\n---\n"


def test_a_git_that_dies_is_told(repo: Path) -> None:
    for number in range(200):
        _write(repo, f"data/moeter/{number:03}.md", b"x" * 2000)
    _commit(repo)
    tree = open_revision(repo, "HEAD")
    tree.read("datasett.yaml")
    tree._cat_file.proc.kill()
    tree._cat_file.proc.wait()
    with pytest.raises(FileUnreadableError, match="git har ikke innholdet"):
        tree.read("moeter/199.md")


def test_paths_that_climb_are_told_and_not_read(repo: Path) -> None:
    blob = _git(repo, "rev-parse", "HEAD:utenfor.md")
    inner = _git(repo, "mktree", stdin=f"100644 blob {blob}\t..\n".encode())
    data = _git(repo, "mktree", stdin=f"040000 tree {inner}\ta\n100644 blob {blob}\tb.md\n".encode())
    top = _git(repo, "mktree", stdin=f"040000 tree {data}\tdata\n".encode())
    commit = _git(repo, "commit-tree", top, "-m", "x")
    assert [(entry.path, entry.kind) for entry in open_revision(repo, commit).files()] == [
        ("a/..", "unreadable"),
        ("b.md", "file"),
    ]


def test_a_commit_without_data_is_told(repo: Path) -> None:
    _git(repo, "rm", "-r", "--quiet", "data")
    _commit(repo)
    (repo / "data").mkdir()
    with pytest.raises(NoDataInRevisionError, match="har ingen filer i «data/»"):
        open_revision(repo, "HEAD").files()


# ── what is no revision ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "revision",
    [
        "finnes-ikke",
        "",
        " ",
        "-",
        "--",
        "--all",
        "--help",
        "--git-dir=/etc",
        "-n1",
        "^HEAD",
        "HEAD..HEAD",
        "HEAD:data",
        "HEAD~5",
        "@{u}",
        "HEAD@{99}",
        "HEAD^9",
        "HEAD^{tree}",
        "HEAD\n--all",
        "\0",
        "x" * 300,
        "x" * 100_000,
        "'; id; '",
        "$(id)",
        "deadbeef",
        "0" * 40,
        "\ud800",
        "refs/heads/*",
    ],
)
def test_what_names_no_commit_is_told(repo: Path, revision: str) -> None:
    with pytest.raises(UnknownRevisionError, match="fant ingen revisjon"):
        open_revision(repo, revision)


def test_a_branch_that_may_be_fetched_comes_with_the_command(repo: Path) -> None:
    with pytest.raises(UnknownRevisionError) as caught:
        open_revision(repo, "origin/gren")
    assert (caught.value.help or "").endswith("git fetch origin gren")


@pytest.mark.parametrize(
    ("revision", "command"),
    [
        ("HEAD~1", "git fetch --deepen=1000"),
        ("v1", "git fetch origin v1"),
        ("origin/gren", "git fetch origin gren"),
    ],
)
def test_a_shallow_clone_comes_with_the_command_that_helps(
    repo: Path,
    tmp_path_factory: pytest.TempPathFactory,
    revision: str,
    command: str,
) -> None:
    _commit(repo)
    clone = tmp_path_factory.mktemp("clone")
    _git(clone, "clone", "--quiet", "--depth=1", repo.as_uri(), ".")
    assert _contents(open_revision(clone, "HEAD")) == _contents(DiskTree(repo))
    with pytest.raises(ShallowCloneError) as caught:
        open_revision(clone, revision)
    assert caught.value.help == f"Kjør: {command}"


def test_a_folder_under_no_version_control_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "data/a.md")
    with pytest.raises(NotARepositoryError, match="ikke i et git-repo"):
        open_revision(tmp_path, "HEAD")


def test_a_broken_repository_is_told_and_none_above_taken_for_it(repo: Path) -> None:
    _write(repo, "under/data/a.md")
    (repo / "under/.git").mkdir()
    with pytest.raises(NotARepositoryError):
        open_revision(repo / "under", "HEAD")


def test_a_repository_that_git_cannot_read_is_told_in_one_line(repo: Path) -> None:
    (repo / ".git/config").write_text("[core\n")
    with pytest.raises(GitFailedError) as caught:
        open_revision(repo, "HEAD")
    assert "bad config" in caught.value.message
    assert "\n" not in caught.value.message


def test_somebody_elses_repository_is_told_with_the_way_out(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(DubiousOwnershipError) as caught:
        open_revision(repo, "HEAD")
    assert f"safe.directory {repo.resolve()}" in (caught.value.help or "")


def test_a_repository_the_user_trusts_is_read(repo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    settings = _write(tmp_path, "gitconfig", f"[safe]\n\tdirectory = {repo.resolve()}\n".encode())
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert "datasett.yaml" in _contents(open_revision(repo, "HEAD"))


def test_a_machine_without_git_is_told(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import git

    monkeypatch.setattr(git.Git, "GIT_PYTHON_GIT_EXECUTABLE", "finnes-ikke-git")
    with pytest.raises(GitMissingError, match="finner ikke programmet git"):
        open_revision(repo, "HEAD")


def test_a_package_that_finds_no_git_is_told(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "git", None)
    with pytest.raises(GitMissingError):
        open_revision(repo, "HEAD")


def test_a_machine_without_git_is_told_at_the_first_import(repo: Path) -> None:
    code = (
        "from pathlib import Path; from ehelse_cli.load.git import open_revision, GitMissingError\n"
        f"try: open_revision(Path({str(repo)!r}), 'HEAD')\nexcept GitMissingError: print('told')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "", "PYTHONPATH": str(Path(under_test.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("told\n", "")


# ── hostile repositories ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def trap(repo: Path) -> Path:
    """A program that leaves a trace if it is run; every setting we know of that names a program names it."""
    trace = repo / "trace"
    program = _write(repo, ".git/trap", f"#!/bin/sh\necho run >> '{trace}'\ncat\n".encode())
    program.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "core.editor",
        "core.askPass",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
        "filter.x.process",
        "diff.x.textconv",
        "diff.x.command",
        "pager.rev-parse",
        "pager.ls-tree",
        "pager.cat-file",
        "alias.rev-parse",
        "alias.ls-tree",
        "alias.cat-file",
        "credential.helper",
        "gpg.program",
        "uploadpack.packObjectsHook",
    ):
        _git(repo, "config", key, f"!{program}" if key.startswith("alias") else str(program))
    _git(repo, "config", "core.hooksPath", str(repo / ".git"))
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (repo / ".git" / hook).write_bytes(program.read_bytes())
        (repo / ".git" / hook).chmod(0o755)
    return trace


def test_no_program_that_a_repository_names_is_run(repo: Path, trap: Path) -> None:
    (repo / ".gitattributes").write_text("* filter=x diff=x\n")
    subprocess.run(
        [
            "git",
            "-c",
            "filter.x.clean=cat",
            "-c",
            "filter.x.process=",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "add",
            ".",
        ],
        cwd=repo,
        check=True,
    )
    trap.unlink(missing_ok=True)
    assert _contents(open_revision(repo, "HEAD"))["datasett.yaml"] == (13, "file", b"eksempel: ja\n")
    assert not trap.exists()


def test_nothing_is_fetched_for_an_object_that_is_missing(repo: Path, trap: Path) -> None:
    for key, value in {
        "remote.origin.url": f"ext::{repo / '.git/trap'}",
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
        "protocol.ext.allow": "always",
    }.items():
        _git(repo, "config", key, value)
    blob = _git(repo, "rev-parse", "HEAD:data/datasett.yaml")
    (repo / ".git/objects" / blob[:2] / blob[2:]).unlink()
    trap.unlink(missing_ok=True)
    with pytest.raises((GitFailedError, FileUnreadableError)):
        open_revision(repo, "HEAD").read("datasett.yaml")
    assert not trap.exists()


def test_a_replaced_object_is_not_taken_for_the_committed_one(repo: Path) -> None:
    blob = _git(repo, "rev-parse", "HEAD:data/datasett.yaml")
    other = _git(repo, "hash-object", "-w", "utenfor.md")
    _git(repo, "replace", blob, other)
    assert open_revision(repo, "HEAD").read("datasett.yaml") == b"eksempel: ja\n"


@pytest.mark.parametrize("work_tree", [None, "under"])
def test_a_hooks_surroundings_do_not_point_elsewhere(
    repo: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    work_tree: str | None,
) -> None:
    _write(repo, "under/data/a.md", b"1")
    _commit(repo)
    other = tmp_path_factory.mktemp("other")
    _git(other, "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    if work_tree:
        monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert _contents(open_revision(repo / "under", "HEAD")) == {"a.md": (1, "file", b"1")}


def test_a_bare_repository_hidden_in_the_tree_is_not_used(repo: Path) -> None:
    bare = repo / "data/saker"
    for name in ("HEAD", "config"):
        (bare / name).write_bytes((repo / ".git" / name).read_bytes())
    for name in ("objects", "refs"):
        (bare / name).mkdir()
    assert open_revision(repo, "HEAD").commit == _git(repo, "rev-parse", "HEAD")


def test_every_tree_is_a_tree(repo: Path) -> None:
    trees: tuple[Tree, Tree] = (DiskTree(repo), open_revision(repo, "HEAD"))
    assert [tree.name for tree in trees] == ["arbeidstreet", "HEAD"]
    assert isinstance(trees[1], GitTree)
