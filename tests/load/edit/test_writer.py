"""Several files at once: each system call that writes is refused in turn, and the files are all old or all new."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ehelse_cli.load.edit.change import Put
from ehelse_cli.load.edit.edits import AlreadyThereError, Desk, Edits, FileEdit, Overlaid
from ehelse_cli.load.edit.lock import CannotLockError, LockedError, locked
from ehelse_cli.load.edit.writer import ChangedMeanwhileError, HalfWayError, NotEditedError, write_all
from ehelse_cli.load.tree import DiskTree
from tests.cli.running import write

ROOT = Path(__file__).parents[3]
OLD = {"data/forum/a.yaml": "navn: A\n", "data/forum/b.yaml": "navn: B\n", "data/datasett.yaml": "dag: 2026-11-23\n"}
EDITS = Edits(
    (
        FileEdit("forum/a.yaml", b"navn: A\n", b"navn: A2\n"),
        FileEdit("forum/b.yaml", b"navn: B\n", b"navn: B2\n"),
        FileEdit("saker/a/koe/ny.md", None, b"---\ntittel: Ny\n---\n"),
    )
)
#: What the writer asks of the system, by module and name.
CALLS = ("os.fsync", "os.link", "os.unlink", "os.replace", "os.mkdir", "os.chmod", "tempfile.mkstemp", "os.fdopen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, OLD) / "data"


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


AFTER = {
    "forum/a.yaml": b"navn: A2\n",
    "forum/b.yaml": b"navn: B2\n",
    "datasett.yaml": b"dag: 2026-11-23\n",
    "saker/a/koe/ny.md": b"---\ntittel: Ny\n---\n",
}
BEFORE = {path.removeprefix("data/"): text.encode() for path, text in OLD.items()}


def test_everything_is_written(folder: Path) -> None:
    write_all(folder, EDITS)
    assert content(folder) == AFTER


def test_what_is_the_same_is_not_written(folder: Path) -> None:
    before = (folder / "forum/a.yaml").stat().st_mtime_ns
    write_all(folder, Edits((FileEdit("forum/a.yaml", b"navn: A\n", b"navn: A\n"),)))
    assert (folder / "forum/a.yaml").stat().st_mtime_ns == before


def test_who_may_read_the_file_stays(folder: Path) -> None:
    (folder / "forum/a.yaml").chmod(0o640)
    write_all(folder, EDITS)
    assert (folder / "forum/a.yaml").stat().st_mode & 0o777 == 0o640


def refusing(real: Callable[..., Any], number: int, code: int) -> Iterator[Callable[..., Any]]:
    """The call, refused the `number`-th time it is made; then whether it was."""
    made = 0

    def call(*args: Any, **kwargs: Any) -> Any:
        nonlocal made
        made += 1
        if made == number:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    yield call
    yield lambda: made >= number


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("name", CALLS)
def test_refused_anywhere_nothing_is_changed(
    folder: Path, name: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The n-th such call is refused, for every n there is."""
    import tempfile

    module = {"os": os, "tempfile": tempfile}[name.split(".", maxsplit=1)[0]]
    attribute = name.split(".")[1]
    for number in range(1, 20):
        steps = refusing(getattr(module, attribute), number, code)
        with monkeypatch.context() as patched:
            patched.setattr(module, attribute, next(steps))
            with suppress(NotEditedError):
                written = False
                write_all(folder, EDITS)
                written = True
        refused = next(steps)()
        assert content(folder) == (AFTER if written else BEFORE), (name, number)
        assert written or not (folder / "saker").exists()
        if written:
            write_all(folder, Edits((FileEdit("saker/a/koe/ny.md", AFTER["saker/a/koe/ny.md"], None),)))
            write(folder.parent, OLD)
            for empty in ("saker/a/koe", "saker/a", "saker"):
                (folder / empty).rmdir()
        if not refused:
            return
    pytest.fail("the call is made more often than the test tries")


_KILLED = """
import os, sys, tempfile
from pathlib import Path
from ehelse_cli.load.edit.writer import write_all
from tests.load.edit.test_writer import EDITS
name, number = sys.argv[1].split("."), int(sys.argv[2])
module = {"os": os, "tempfile": tempfile}[name[0]]
real, made = getattr(module, name[1]), 0
def call(*args, **kwargs):
    global made
    made += 1
    if made == number:
        os._exit(9)
    return real(*args, **kwargs)
setattr(module, name[1], call)
write_all(Path(sys.argv[3]), EDITS)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["os.fsync", "os.link", "os.replace", "os.unlink"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_killed_anywhere_no_file_is_torn(folder: Path, name: str, number: int) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, name, str(number), str(folder)], cwd=ROOT, check=False, timeout=60)
    seen = {entry.path for entry in DiskTree(folder.parent).files()}
    for path, raw in content(folder).items():
        if path in seen:
            assert raw in (BEFORE.get(path), AFTER.get(path)), path
    assert seen <= set(AFTER)


def test_what_somebody_else_wrote_meanwhile_is_never_lost(folder: Path) -> None:
    (folder / "forum/b.yaml").write_text("navn: En annen\n")
    with pytest.raises(ChangedMeanwhileError):
        write_all(folder, EDITS)
    assert content(folder) == {**BEFORE, "forum/b.yaml": b"navn: En annen\n"}


def test_a_new_file_never_takes_the_place_of_another(folder: Path) -> None:
    write(folder.parent, {"data/saker/a/koe/ny.md": "min"})
    with pytest.raises(ChangedMeanwhileError):
        write_all(folder, EDITS)
    assert (folder / "saker/a/koe/ny.md").read_text() == "min"


def test_a_link_is_not_written_through(folder: Path) -> None:
    (folder / "forum/a.yaml").rename(folder / "forum/c.yaml")
    (folder / "forum/a.yaml").symlink_to("c.yaml")
    with pytest.raises(NotEditedError, match="lenke"):
        write_all(folder, EDITS)


def test_one_at_a_time(folder: Path) -> None:
    with locked(folder), pytest.raises(LockedError), locked(folder, wait=0.1):
        pass
    with locked(folder, wait=0.1):
        pass
    assert content(folder) == BEFORE


def test_the_tree_as_it_will_be(folder: Path) -> None:
    desk = Desk(DiskTree(folder.parent)).change("forum/a.yaml", Put(("navn",), "A2")).create("saker/a/koe/ny.md", "x")
    after = desk.after
    assert [entry.path for entry in after.files()] == [
        "datasett.yaml",
        "forum/a.yaml",
        "forum/b.yaml",
        "saker/a/koe/ny.md",
    ]
    assert (after.read("forum/a.yaml"), after.read("forum/b.yaml")) == (b"navn: A2\n", b"navn: B\n")
    assert desk.change("forum/a.yaml", Put(("kort",), "A")).edits.files[0].old == b"navn: A\n"
    with pytest.raises(AlreadyThereError):
        desk.create("forum/B.yaml", "x")
    assert [entry.path for entry in Overlaid(after, {"forum/a.yaml": None}).files()][:2] == [
        "datasett.yaml",
        "forum/b.yaml",
    ]


MOVED = Edits(
    (
        FileEdit("forum/a.yaml", b"navn: A\n", None),
        FileEdit("forum/b.yaml", b"navn: B\n", b"navn: B2\n"),
        FileEdit("forum/c.yaml", None, b"navn: A\n"),
    )
)


def test_what_moves_is_in_both_places_before_it_is_in_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(folder, MOVED)
    assert {path: raw for path, raw in content(folder).items() if path.startswith("forum/")} == {
        "forum/b.yaml": b"navn: B2\n",
        "forum/c.yaml": b"navn: A\n",
    }


def test_what_moves_is_put_back_when_it_cannot_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "a.yaml":
            raise OSError(errno.EACCES, "x")
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(NotEditedError, match=r"forum/a\.yaml"):
        write_all(folder, MOVED)
    assert content(folder) == BEFORE


def test_where_the_system_has_no_links_a_new_file_is_moved_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "x")

    monkeypatch.setattr(os, "link", link)
    write_all(folder, EDITS)
    assert content(folder) == AFTER


def test_when_it_can_be_neither_done_nor_undone_a_person_is_told_which_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made = Path.replace, 0

    def replace(path: Path, target: Path) -> Path:
        nonlocal made
        made += 1
        if made > 1:
            raise OSError(errno.EIO, "x")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(HalfWayError, match=r"forum/a\.yaml"):
        write_all(folder, EDITS)
    assert content(folder)["forum/b.yaml"] == BEFORE["forum/b.yaml"]


def test_a_folder_where_a_file_should_be_is_told(folder: Path) -> None:
    (folder / "forum/b.yaml").unlink()
    (folder / "forum/b.yaml").mkdir()
    with pytest.raises(NotEditedError, match=r"forum/b\.yaml"):
        write_all(folder, EDITS)


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(CannotLockError, match="kan ikke låse"), locked(tmp_path / "borte"):
        pass
