"""When a stamp tells that a file is as it was, and when it is too early to say."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ehelse_cli.publish.stamps import Stamps, files_below

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there the bytes tell")

NOW = 1_800_000_000_123_456_789
SECOND = 1_000_000_000


def _rows(*paths: Path) -> list[object]:
    taken = Stamps()
    taken.add_all(map(str, paths))
    return [row for _, row in taken.rows]


def _write_back(file: Path) -> None:
    """Other bytes of the same number, and the time of writing set back."""
    status = file.stat()
    time.sleep(0.02)
    file.write_text("b")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _another(file: Path) -> None:
    """Another file of the same bytes in its place."""
    (file.parent / "new").write_text("a")
    (file.parent / "new").replace(file)


def _link(file: Path) -> None:
    file.rename(file.parent / "moved")
    file.symlink_to("moved")


@pytest.mark.parametrize("change", [_write_back, _another, _link, Path.unlink, lambda file: file.chmod(0o600)])
def test_whatever_is_done_to_a_file_its_stamp_is_another(tmp_path: Path, change: Callable[[Path], object]) -> None:
    file = tmp_path / "file"
    file.write_text("a")
    before = _rows(file)
    assert _rows(file) == before
    change(file)
    assert _rows(file) != before


@pytest.mark.parametrize(
    ("changed", "settled"),
    [
        (NOW - 25_000_000, True),
        (NOW - 19_000_000, True),  # after a tick's wait
        (NOW + SECOND, False),  # the disk's clock is ahead of ours
        (NOW // SECOND * SECOND, False),  # whole seconds: this may be one of those disks
        (NOW // SECOND * SECOND - SECOND, False),
        (NOW // SECOND * SECOND - 3 * SECOND, True),
    ],
)
def test_what_was_changed_a_moment_ago_may_be_changed_again_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: int, *, settled: bool
) -> None:
    clock = [NOW]
    monkeypatch.setattr(time, "time_ns", lambda: clock[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: clock.append(clock.pop() + int(seconds * SECOND)))
    status = os.stat_result((0o100644, 7, 0, 1, 0, 0, 1, 0, 0, 0), {"st_mtime_ns": 0, "st_ctime_ns": changed})
    monkeypatch.setattr(os, "lstat", lambda _: status)
    taken = Stamps()
    taken.add(str(tmp_path / "file"))
    assert taken.settled() is settled


def test_of_nothing_everything_is_known() -> None:
    assert Stamps().settled()


def test_a_fresh_file_is_settled_after_a_tick(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    taken = Stamps()
    taken.add(str(tmp_path / "file"))
    assert taken.settled()


def test_python_keeps_files_of_its_own_that_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a/__pycache__").mkdir(parents=True)
    for path in ("a/b.py", "a/__pycache__/b.pyc", "c"):
        (tmp_path / path).write_text("")
    (tmp_path / "way").symlink_to(tmp_path)
    assert sorted(files_below(tmp_path)) == [str(tmp_path / path) for path in ("a/b.py", "c", "way")]
