from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

import pytest

from ehelse_cli.publish import manifest
from ehelse_cli.publish.disk import Disk
from ehelse_cli.publish.errors import NotOursError
from ehelse_cli.publish.writer import write_site
from tests.publish.stopping import Quick


class TwoSteps(Quick):
    """A disk where folders cannot change places."""

    def exchange(self, one: Path, other: Path) -> bool:
        return False


def _refusing(number: int) -> object:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("number", [errno.EPERM, errno.EXDEV, errno.EMLINK])
def test_where_there_are_no_links_there_are_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "a").write_text("x")
    monkeypatch.setattr(os, "link", _refusing(number))
    Disk().link(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "x"
    assert (tmp_path / "b").stat().st_ino != (tmp_path / "a").stat().st_ino


def test_a_full_disk_is_no_reason_to_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("x")
    monkeypatch.setattr(os, "link", _refusing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        Disk().link(tmp_path / "a", tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(FileExistsError):
        Disk().write(tmp_path / "a", b"y")
    assert (tmp_path / "a").read_text() == "x"


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="two steps there")
def test_folders_change_places(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "i").write_text(name)
    assert Disk().exchange(tmp_path / "a", tmp_path / "b")
    assert [(tmp_path / name / "i").read_text() for name in ("a", "b")] == ["b", "a"]


@pytest.mark.skipif(sys.platform != "linux", reason="the call is another there")
@pytest.mark.parametrize(("number", "raised"), [(errno.EINVAL, False), (errno.ENOSYS, False), (errno.EBUSY, True)])
def test_a_system_that_cannot_says_so_and_one_that_will_not_is_heard(
    monkeypatch: pytest.MonkeyPatch, number: int, raised: bool
) -> None:
    class Library:
        def renameat2(self, *_: object) -> int:
            ctypes.set_errno(number)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library())
    if raised:
        with pytest.raises(OSError, match="busy"):
            Disk().exchange(Path("a"), Path("b"))
    else:
        assert not Disk().exchange(Path("a"), Path("b"))


def test_an_old_library_and_an_unknown_system_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    assert not Disk().exchange(Path("a"), Path("b"))
    monkeypatch.setattr(sys, "platform", "win32")
    assert not Disk().exchange(Path("a"), Path("b"))


def test_in_two_steps_the_site_is_the_same(tmp_path: Path) -> None:
    write_site(tmp_path / "n", [("a", b"1"), ("b", b"2")], TwoSteps())
    (tmp_path / "n" / "min").write_text("x")
    write_site(tmp_path / "n", [("a", b"1"), ("c", b"3")], TwoSteps())
    assert {path.name for path in (tmp_path / "n").iterdir()} == {"a", "c", "min", manifest.NAME}
    assert [path.name for path in tmp_path.iterdir()] == ["n"]


@pytest.mark.parametrize("there", [True, False])
def test_an_old_site_on_its_way_out_is_put_back_or_taken_away(tmp_path: Path, there: bool) -> None:
    write_site(tmp_path / "n", [("a", b"gammel")], Quick())
    (tmp_path / "n").rename(tmp_path / ".n.gammel")
    if there:
        write_site(tmp_path / "ny", [("a", b"ny")], Quick())
        (tmp_path / "ny").rename(tmp_path / "n")
    write_site(tmp_path / "n", [("a", b"ny")], Quick())
    assert (tmp_path / "n" / "a").read_text() == "ny"
    assert [path.name for path in tmp_path.iterdir()] == ["n"]


def test_a_strangers_file_that_came_while_the_site_was_swapped_is_saved(tmp_path: Path) -> None:
    write_site(tmp_path / "n", [("a", b"1")], Quick())
    write_site(tmp_path / "gammel", [("a", b"0"), ("b", b"0")], Quick())
    (tmp_path / "gammel" / "sent").mkdir()
    (tmp_path / "gammel" / "sent" / "min").write_text("x")
    (tmp_path / "gammel").rename(tmp_path / ".n.ny")
    write_site(tmp_path / "n", [("a", b"1")], Quick())
    assert (tmp_path / "n" / "sent" / "min").read_text() == "x"
    assert not (tmp_path / "n" / "b").exists()  # that one was ours
    assert [path.name for path in tmp_path.iterdir()] == ["n"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"versjon": 2, "filer": {}}', '{"versjon": 1, "filer": {"a": 1}}', "\xff"]
)
def test_a_list_that_is_not_ours_makes_no_site_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / manifest.NAME).write_text(text, encoding="latin-1")
    assert manifest.read(tmp_path) is None
    with pytest.raises(NotOursError):
        write_site(tmp_path, [("a", b"1")], Quick())
    assert not (tmp_path / "a").exists()


def test_a_file_that_is_gone_is_not_as_it_was(tmp_path: Path) -> None:
    assert not manifest.Entry.of(b"x").is_at(tmp_path / "borte")
    (tmp_path / "lenke").symlink_to("x")
    assert not manifest.Entry.of(b"x").is_at(tmp_path / "lenke")


@pytest.mark.parametrize("name", [".n.ny", ".n.gammel"])
def test_a_strangers_folder_of_our_name_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "min").write_text("x")
    with pytest.raises(NotOursError, match="ikke tom"):
        write_site(tmp_path / "n", [("a", b"1")], Quick())
    assert (tmp_path / name / "min").read_text() == "x"
    assert not (tmp_path / "n").exists()
