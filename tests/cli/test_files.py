from __future__ import annotations

import os
from pathlib import Path

import pytest

from ehelse_cli.cli.files import NotWrittenError, write_file


def test_a_new_file_and_one_replaced(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    for text in ("blåbær\n", "ny\r\n"):
        write_file(file, text)
        assert file.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="other rights there")
def test_rights_are_kept_and_otherwise_the_usual(tmp_path: Path) -> None:
    file, usual = tmp_path / "x", tmp_path / "y"
    file.write_text("", encoding="utf-8")
    file.chmod(0o640)
    usual.write_text("", encoding="utf-8")
    new = tmp_path / "z"
    for path in (file, new):
        write_file(path, "x")
    assert file.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="no such links")
def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_file(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text(encoding="utf-8") == "x"


def test_a_folder_a_device_and_a_name_too_long_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull), tmp_path / ("n" * 300)):
        with pytest.raises(NotWrittenError):
            write_file(path, "x")


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_whatever_fails_the_old_file_stands_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    file = tmp_path / "x"
    file.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, fail)
    with pytest.raises(NotWrittenError, match="disken er full"):
        write_file(file, "new")
    monkeypatch.undo()
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupt_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "x", "new")
    assert list(tmp_path.iterdir()) == []
