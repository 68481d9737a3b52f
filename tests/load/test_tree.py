from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ehelse_cli.load.problem import Problem
from ehelse_cli.load.tree import (
    MAX_BYTES,
    DiskTree,
    Entry,
    FileUnreadableError,
    NoDataError,
    find_root,
    is_listed,
    printable,
    read_text,
)

needs_posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and file modes")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    _write(tmp_path, "data/datasett.yaml", "eksempel: ja\n")
    return tmp_path


def _write(root: Path, path: str, text: str | bytes = "") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def _kinds(root: Path) -> dict[str, str]:
    return {entry.path: entry.kind for entry in DiskTree(root).files()}


# ── where the data is ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("start", [".", "data", "data/forum", "data/moeter/nehr"])
def test_the_root_is_found_from_wherever_one_stands(root: Path, start: str) -> None:
    (root / "data/forum").mkdir()
    (root / "data/moeter/nehr").mkdir(parents=True)
    assert find_root(root / start) == root


@pytest.mark.parametrize("start", ["finnes/ikke", "data/finnes-ikke"])
def test_a_folder_that_is_not_there_is_below_no_data_folder(root: Path, start: str) -> None:
    with pytest.raises(NoDataError, match=r"fant ingen datamappe i .* – det er ingen mappe"):
        find_root(root / start)


def test_a_forum_folder_is_enough_to_know_a_data_folder(tmp_path: Path) -> None:
    (tmp_path / "data/forum").mkdir(parents=True)
    (tmp_path / "notater").mkdir()
    assert find_root(tmp_path / "notater") == tmp_path


def test_any_data_folder_counts_where_one_stands_but_not_above(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "under").mkdir()
    assert find_root(tmp_path) == tmp_path
    with pytest.raises(NoDataError, match=r"fant ingen datamappe i .* eller mappene over") as refused:
        find_root(tmp_path / "under")
    assert "`ehelse ny datasett`" in str(refused.value.help)


@needs_posix
def test_a_data_folder_that_is_a_link_is_none(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "data").symlink_to(root / "data")
    with pytest.raises(NoDataError):
        find_root(other)
    with pytest.raises(NoDataError):
        DiskTree(other).files()


# ── listing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_files_are_sorted_by_path_whatever_the_disk_says(root: Path) -> None:
    for path in ("b/z.md", "b-c.md", "b/a/x.md", "a.md", "å.md", "Z.md"):
        _write(root, f"data/{path}")
    assert list(_kinds(root)) == ["Z.md", "a.md", "b-c.md", "b/a/x.md", "b/z.md", "datasett.yaml", "å.md"]


def test_the_exempt_tree_is_left_out_and_only_that(root: Path) -> None:
    _write(root, "data/skjermet/saker/hemmelig.md")
    _write(root, "data/saker/skjermet.md")
    assert list(_kinds(root)) == ["datasett.yaml", "saker/skjermet.md"]


@pytest.mark.parametrize("path", ["skjermet/a.md", "Skjermet/a.md", "SKJERMET/a.md", "skjermet"])
def test_the_exempt_tree_is_left_out_in_any_case(path: str) -> None:
    assert not is_listed(path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom modes stop")
def test_the_exempt_tree_is_not_opened(root: Path) -> None:
    (root / "data/skjermet").mkdir(mode=0)
    assert list(_kinds(root)) == ["datasett.yaml"]


def test_twins_are_known_by_the_path_of_their_open_sibling(root: Path) -> None:
    for path in ("saker/raad/2026-01.md", "moeter/raad/2026-m1.md", "saker/raad/2026-01/a.csv~", ".git/config"):
        _write(root, f"data/skjermet/{path}")
    assert list(DiskTree(root).twins()) == ["moeter/raad/2026-m1.md", "saker/raad/2026-01.md"]


def test_without_an_exempt_tree_there_are_no_twins(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert list(DiskTree(root).twins()) == []
    assert list(DiskTree(tmp_path_factory.mktemp("tom")).twins()) == []
    _write(root, "data/skjermet", "en fil")
    assert list(DiskTree(root).twins()) == []


@needs_posix
def test_an_exempt_tree_that_is_a_link_is_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = _write(tmp_path_factory.mktemp("lager"), "saker/raad/2026-01.md").parents[2]
    (root / "data/skjermet").symlink_to(other)
    assert list(DiskTree(root).twins()) == []


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "Thumbs.db",
        ".gitkeep",
        "sak.md~",
        ".sak.md.swp",
        ".#sak.md",
        "#sak.md#",
        "._sak.md",
        "~$sak.docx",
        ".~lock.tall.xlsx#",
        "sak.md.tmp",
        ".git/config",
    ],
)
def test_what_editors_and_systems_leave_behind_is_no_data(root: Path, name: str) -> None:
    _write(root, f"data/{name}")
    assert list(_kinds(root)) == ["datasett.yaml"]
    assert not is_listed(name)


def test_other_hidden_files_are_listed(root: Path) -> None:
    _write(root, "data/.skjult.md")
    assert ".skjult.md" in _kinds(root)


@needs_posix
def test_links_and_pipes_are_told_but_not_opened(root: Path) -> None:
    (root / "data/lenke.md").symlink_to("/etc/passwd")
    (root / "data/mappe").symlink_to("/etc")
    (root / "data/borte.md").symlink_to("finnes-ikke")
    (root / "data/runde").symlink_to(".")
    os.mkfifo(root / "data/roer.md")
    assert _kinds(root) == {
        "borte.md": "link",
        "datasett.yaml": "file",
        "lenke.md": "link",
        "mappe": "link",
        "roer.md": "special",
        "runde": "link",
    }
    tree = DiskTree(root)
    for path in ("lenke.md", "mappe/passwd", "roer.md"):
        with pytest.raises(FileUnreadableError):
            tree.read(path)


def test_another_repository_inside_is_one_entry(root: Path) -> None:
    _write(root, "data/saker/modul/.git", "gitdir: x")
    _write(root, "data/saker/modul/sak.md")
    assert _kinds(root) == {"datasett.yaml": "file", "saker/modul": "link"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom modes stop")
def test_what_the_system_refuses_is_told(root: Path) -> None:
    _write(root, "data/fil.md").chmod(0)
    (root / "data/mappe").mkdir(mode=0)
    assert _kinds(root) == {"datasett.yaml": "file", "fil.md": "unreadable", "mappe": "unreadable"}


def test_what_the_system_refuses_at_reading_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = DiskTree(root)
    entries = list(tree.files())

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    problem = read_text(tree, entries[0])
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.message) == ("uleselig", "filen kan ikke leses: du har ikke lov til å lese den")


def test_a_folder_that_the_system_refuses_hides_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(root, "data/lukket/a.md")
    _write(root, "data/åpen/b.md")
    scandir = os.scandir

    def refuse(path: str) -> os._ScandirIterator[str]:
        if "lukket" in path:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert _kinds(root) == {"datasett.yaml": "file", "lukket": "unreadable", "åpen/b.md": "file"}


@pytest.mark.skipif(sys.platform != "linux", reason="a file system that takes any bytes")
def test_a_name_that_is_no_text_is_told(root: Path) -> None:
    name = b"data/bl\xe5.md"
    Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_bytes(b"")
    assert _kinds(root) == {"bl\ufffd.md": "unreadable", "datasett.yaml": "file"}
    assert printable(os.fsdecode(name)) == "data/bl\ufffd.md"


@needs_posix
def test_a_folder_deeper_than_the_system_can_name_ends_in_one_entry(root: Path) -> None:
    here = os.open(root / "data", os.O_RDONLY)
    for _ in range(5000):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    deepest, shallow = sorted(DiskTree(root).files(), key=lambda entry: entry.kind, reverse=True)
    subprocess.run(["rm", "-rf", root / "data/d"], check=True)
    assert (deepest.kind, shallow.path) == ("unreadable", "datasett.yaml")


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_bytes_come_as_they_are(root: Path) -> None:
    raw = b"\xef\xbb\xbfa: b\r\n\x00\xff"
    _write(root, "data/a.bin", raw)
    tree = DiskTree(root)
    assert tree.read("a.bin") == raw
    assert tree.name == "arbeidstreet"


@pytest.mark.parametrize("path", ["finnes-ikke.md", "../hemmelig", "/etc/passwd", "", "forum", "skjermet/a.md", "a\0b"])
def test_only_what_is_listed_can_be_read(root: Path, path: str) -> None:
    (root / "data/forum").mkdir()
    _write(root, "hemmelig")
    _write(root, "data/skjermet/a.md")
    with pytest.raises(FileUnreadableError, match="ikke en vanlig fil i treet"):
        DiskTree(root).read(path)


@pytest.mark.parametrize("change", [b"", b"eksempel: nei, og mer\n"])
def test_a_file_that_changes_size_after_the_listing_is_not_read(root: Path, change: bytes) -> None:
    tree = DiskTree(root)
    tree.files()
    _write(root, "data/datasett.yaml", change)
    with pytest.raises(FileUnreadableError, match="endret"):
        tree.read("datasett.yaml")


@needs_posix
def test_a_link_or_pipe_put_there_after_the_listing_is_not_opened(root: Path) -> None:
    tree = DiskTree(root)
    tree.files()
    file = root / "data/datasett.yaml"
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(FileUnreadableError, match="endret"):
        tree.read("datasett.yaml")
    file.unlink()
    file.symlink_to("/etc/passwd")
    with pytest.raises(FileUnreadableError):
        tree.read("datasett.yaml")
    file.unlink()
    with pytest.raises(FileUnreadableError):
        tree.read("datasett.yaml")


def test_text_is_read_or_its_problem_told(root: Path) -> None:
    _write(root, "data/a.yaml", "a: ra\u030ad\n")
    _write(root, "data/b.yaml", b"\xff")
    tree = DiskTree(root)
    entries = {entry.path: entry for entry in tree.files()}
    problem = read_text(tree, entries["b.yaml"])
    assert read_text(tree, entries["a.yaml"]) == "a: råd\n"
    assert isinstance(problem, Problem)
    assert problem.kind == "tegnkoding"


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (Entry("a", 0, "link"), "lenke"),
        (Entry("a", 0, "special"), "spesialfil"),
        (Entry("a", 0, "unreadable"), "uleselig"),
        (Entry("a", MAX_BYTES + 1, "file"), "for-stor"),
    ],
)
def test_what_cannot_be_text_is_not_even_opened(root: Path, entry: Entry, kind: str) -> None:
    problem = read_text(DiskTree(root), entry)
    assert isinstance(problem, Problem)
    assert problem.kind == kind


def test_a_large_file_is_read_only_by_those_who_ask_for_it(root: Path) -> None:
    with (root / "data/film.mp4").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    tree = DiskTree(root)
    with pytest.raises(FileUnreadableError, match="større enn 10 MiB"):
        tree.read("film.mp4")
    assert len(tree.read("film.mp4", limit=2 * MAX_BYTES)) == MAX_BYTES + 1
