"""Several files at once: each system call that writes is refused in turn, and the files are all old or all new."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ehelse_cli.load.edit.change import Put
from ehelse_cli.load.edit.edits import AlreadyThereError, Desk, Edits, FileEdit, Overlaid
from ehelse_cli.load.edit.journal import BadJournalError, HalfWayError, UnfinishedError, begin, recover
from ehelse_cli.load.edit.lock import CannotLockError, LockedError, locked
from ehelse_cli.load.edit.writer import ChangedMeanwhileError, NotEditedError, write_all
from ehelse_cli.load.tree import JOURNAL, DiskTree
from tests.cli.running import write

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
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where nothing waits for the disk: these tests write some thousand times."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
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


#: Everything in `os` that changes what is on the disk. A path is opened, made, moved, removed, or made sure of.
WRITING = ("open", "fsync", "link", "unlink", "replace", "mkdir", "rmdir", "chmod")


class _Killed(BaseException):
    """Stands for the end of the program: nothing that comes after may touch the disk."""


def killing(monkeypatch: pytest.MonkeyPatch, number: int, after: bool) -> Callable[[], bool]:
    """From the `number`-th such call on, none is made (`after`: that one is the last); then whether it came so far."""
    made = 0

    def wrapped(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal made
            made += 1
            if made > number or (made == number and not after):
                raise _Killed
            done = real(*args, **kwargs)
            if made == number:
                raise _Killed
            return done

        return call

    for name in WRITING:
        monkeypatch.setattr(os, name, wrapped(getattr(os, name)))
    return lambda: made >= number


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("edits", ["EDITS", "MOVED"])
def test_killed_anywhere_the_next_command_puts_everything_back(
    folder: Path, edits: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every call that writes is in turn the last. No file is ever torn; then all are old, or all were new already."""
    what = {"EDITS": EDITS, "MOVED": MOVED}[edits]
    new = {one.path: one.new for one in what.files}
    done = {path: raw for path, raw in {**BEFORE, **new}.items() if raw is not None}
    for number in range(1, 200):
        with monkeypatch.context() as patched:
            came = killing(patched, number, after)
            with suppress(_Killed):
                write_all(folder, what)
            stopped = came()
        listed = {entry.path: (folder / entry.path).read_bytes() for entry in DiskTree(folder.parent).files()}
        assert all(raw in (BEFORE.get(path), new.get(path)) for path, raw in listed.items()), number
        told = recover(folder)
        assert content(folder) in (BEFORE, done), number
        assert not told or content(folder) == BEFORE
        assert recover(folder) == ()
        if not stopped:
            assert content(folder) == done
            return
        _as_it_was(folder)
    pytest.fail("there are more calls than the test tries")


def test_killed_while_it_is_put_back_the_next_one_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 200):
        begin(folder, EDITS.files)
        (folder / "forum/a.yaml").write_bytes(AFTER["forum/a.yaml"])
        write(folder.parent, {"data/saker/a/koe/ny.md": AFTER["saker/a/koe/ny.md"].decode()})
        with monkeypatch.context() as patched:
            came = killing(patched, number, False)
            with suppress(_Killed):
                recover(folder)
            stopped = came()
        recover(folder)
        assert content(folder) == BEFORE, number
        if not stopped:
            return
    pytest.fail("there are more calls than the test tries")


def _as_it_was(folder: Path) -> None:
    for path in content(folder):
        (folder / path).unlink()
    write(folder.parent, OLD)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_what_cannot_be_put_back_now_is_put_back_by_the_next_command(
    folder: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From one call on, whichever it is, the disk takes nothing more."""
    half_way_ones = 0
    for number in range(1, 100):
        with monkeypatch.context() as patched:
            refused = refusing_from(patched, number, code)
            with suppress(NotEditedError):
                try:
                    write_all(folder, EDITS)
                except HalfWayError:
                    half_way_ones += 1
        recover(folder)
        assert content(folder) in (BEFORE, AFTER), number
        if not refused():
            assert half_way_ones
            return
        _as_it_was(folder)
    pytest.fail("there are more calls than the test tries")


def refusing_from(monkeypatch: pytest.MonkeyPatch, number: int, code: int) -> Callable[[], bool]:
    """From the `number`-th call that writes on, all are refused; then whether it came so far."""
    made = 0

    def wrapped(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal made
            made += 1
            if made >= number:
                raise OSError(code, os.strerror(code))
            return real(*args, **kwargs)

        return call

    for name in ("replace", "link", "unlink", "fsync", "mkdir"):
        monkeypatch.setattr(os, name, wrapped(getattr(os, name)))
    return lambda: made >= number


def test_an_interrupt_in_the_middle_undoes_what_was_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", interrupted)  # after the two files that were there
    with pytest.raises(KeyboardInterrupt):
        write_all(folder, EDITS)
    assert content(folder) == BEFORE


def half_way(folder: Path) -> None:
    begin(folder, EDITS.files)
    (folder / "forum/a.yaml").write_bytes(AFTER["forum/a.yaml"])


def test_what_somebody_wrote_after_the_kill_is_never_lost(folder: Path) -> None:
    half_way(folder)
    (folder / "forum/b.yaml").write_text("navn: Min\n")
    with pytest.raises(UnfinishedError, match=r"data/forum/a\.yaml"):
        recover(folder)
    assert content(folder) == {**BEFORE, "forum/a.yaml": AFTER["forum/a.yaml"], "forum/b.yaml": b"navn: Min\n"}
    assert recover(folder) == ()


@pytest.mark.parametrize(
    "path", ["../utenfor.yaml", "/etc/x", "forum/../../x", ".git/config", "skjermet/x.md", "Skjermet/x.md", "", "a\\b"]
)
def test_a_journal_leads_nowhere_else(folder: Path, path: str) -> None:
    begin(folder, (FileEdit("forum/a.yaml", b"onde\n", b"navn: A\n"), FileEdit(path, b"x", None)))
    before = content(folder)
    with pytest.raises(BadJournalError):
        recover(folder)
    assert content(folder) == before


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"filer": [{"sti": "forum/a.yaml"}]}', "[" * 100_000, "\xff"])
def test_what_is_no_journal_is_told(folder: Path, text: str) -> None:
    (folder / JOURNAL).write_text(text, encoding="latin-1")
    with pytest.raises(BadJournalError):
        recover(folder)


def test_past_a_link_nothing_is_written_and_nothing_is_put_back(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "annet").mkdir()
    (folder / "saker").symlink_to(tmp_path / "annet")
    with pytest.raises(NotEditedError, match="lenke"):
        write_all(folder, EDITS)
    begin(folder, EDITS.files)
    with pytest.raises(BadJournalError):
        recover(folder)
    assert list((tmp_path / "annet").iterdir()) == []


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
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if made := [*seen, target]:
            seen[:] = made
        if len(seen) > 2:  # the journal, and the first of the files
            raise OSError(errno.EIO, "x")
        real(source, target)

    seen: list[Any] = []
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replace)
        with pytest.raises(HalfWayError, match=r"forum/a\.yaml"):
            write_all(folder, EDITS)
    assert content(folder)["forum/b.yaml"] == BEFORE["forum/b.yaml"]
    assert recover(folder) == ("forum/a.yaml", "forum/b.yaml", "saker/a/koe/ny.md")
    assert content(folder) == BEFORE


def test_a_folder_where_a_file_should_be_is_told(folder: Path) -> None:
    (folder / "forum/b.yaml").unlink()
    (folder / "forum/b.yaml").mkdir()
    with pytest.raises(NotEditedError, match=r"forum/b\.yaml"):
        write_all(folder, EDITS)


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(CannotLockError, match="kan ikke låse"), locked(tmp_path / "borte"):
        pass
