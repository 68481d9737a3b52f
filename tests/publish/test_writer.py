from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.publish import manifest
from ehelse_cli.publish.disk import Disk, locked
from ehelse_cli.publish.errors import (
    BusyError,
    InTheWayError,
    NotAFolderError,
    NotOursError,
    NotPublishedError,
    TwiceError,
)
from ehelse_cli.publish.writer import Written, write_site
from tests.publish.stopping import Quick

ROOT = Path(__file__).parents[2]
A = {"index.html": "forside", "sak/1/index.html": "sak 1", "sak/2/index.html": "sak 2"}
B = {"index.html": "ny forside", "sak/1/index.html": "sak 1", "sak/3/index.html": "sak 3"}


def _write(folder: Path, files: Mapping[str, str], disk: Disk | None = None) -> Written:
    return write_site(folder, [(path, text.encode()) for path, text in files.items()], disk or Quick())


def _found(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _pages(folder: Path) -> dict[str, str]:
    return {name: text for name, text in _found(folder).items() if name != manifest.NAME}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    _write(tmp_path / "nettsted", A)
    return tmp_path / "nettsted"


def test_a_site_is_its_files_and_the_list_of_them(site: Path) -> None:
    assert _pages(site) == A
    assert set(manifest.read(site) or {}) == set(A)
    assert [path.name for path in site.parent.iterdir()] == ["nettsted"]


def test_what_is_as_it_was_keeps_its_file_and_the_rest_is_new(site: Path) -> None:
    before = {name: (site / name).stat().st_ino for name in A}
    assert _write(site, B) == Written(nye=2, uendret=1, fjernet=1)
    assert _pages(site) == B
    assert (site / "sak/1/index.html").stat().st_ino == before["sak/1/index.html"]
    assert (site / "index.html").stat().st_ino != before["index.html"]
    assert not (site / "sak/2").exists()


def test_nothing_is_written_when_nothing_changed(site: Path) -> None:
    class Untouched(Disk):
        def write(self, path: Path, content: bytes) -> None:
            raise AssertionError(path)

    before = [(path, path.stat().st_mtime_ns) for path in sorted(site.rglob("*"))] + [(site, site.stat().st_ino)]
    assert _write(site, dict(reversed(A.items())), Untouched()) == Written(0, 3, 0)
    assert before == [(path, path.stat().st_mtime_ns) for path in sorted(site.rglob("*"))] + [
        (site, site.stat().st_ino)
    ]


def test_a_page_that_somebody_changed_by_hand_is_put_right(site: Path) -> None:
    page = site / "sak/1/index.html"
    page.unlink()
    page.write_text("SAK 1")  # as long as it was
    assert _write(site, A).nye == 1
    assert _pages(site) == A


@pytest.mark.parametrize("files", [A, B, {}])
def test_what_others_put_there_stays(site: Path, files: dict[str, str]) -> None:
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    (site / "sak/2/notat.txt").write_text("min")
    (site / "tom").mkdir()
    (site / "lenke").symlink_to("ingensteds")
    _write(site, files)
    assert (site / ".git/HEAD").read_text() == "ref"
    assert (site / "sak/2/notat.txt").read_text() == "min"
    assert (site / "tom").is_dir()
    assert (site / "lenke").readlink() == Path("ingensteds")


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "viktig.txt").write_text("x")
    with pytest.raises(NotOursError, match="ikke tom"):
        _write(tmp_path, A)
    assert _found(tmp_path) == {"viktig.txt": "x"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir(mode=0o750)
    _write(tmp_path / "tom", A)
    assert _pages(tmp_path / "tom") == A
    assert (tmp_path / "tom").stat().st_mode & 0o777 == 0o750


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    with pytest.raises(NotAFolderError):
        _write(tmp_path / "fil", A)


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path, site: Path) -> None:
    (tmp_path / "lenke").symlink_to("nettsted")
    _write(tmp_path / "lenke", B)
    assert (tmp_path / "lenke").is_symlink()
    assert _pages(site) == B


@pytest.mark.parametrize("navn", ["sak/3/index.html", "index.html", "sak/1/index.html/min"])
def test_an_empty_folder_in_the_way_stops_it_in_words(site: Path, navn: str) -> None:
    (site / "index.html").unlink()
    (site / "sak/1/index.html").unlink()
    (site / navn).mkdir(parents=True)
    with pytest.raises(InTheWayError, match=navn.removesuffix("/min")):
        _write(site, B)
    assert (site / navn).is_dir()


def test_an_empty_folder_where_pages_are_to_be_is_in_nobodys_way(site: Path) -> None:
    (site / "sak/3").mkdir()
    _write(site, B)
    assert _pages(site) == B


@pytest.mark.parametrize("navn", ["sak/3", "sak/3/index.html", "SAK/3/INDEX.html", "sak"])
def test_a_strangers_file_in_the_way_stops_it(tmp_path: Path, navn: str) -> None:
    site = tmp_path / "nettsted"
    _write(site, {"index.html": "x"})
    (site / navn).parent.mkdir(parents=True, exist_ok=True)
    (site / navn).write_text("min")
    with pytest.raises(InTheWayError):
        _write(site, B)
    assert _pages(site) == {"index.html": "x", navn: "min"}
    assert [path.name for path in tmp_path.iterdir()] == ["nettsted"]


@pytest.mark.parametrize(
    "sti",
    [
        "", "/etc/x", "../x", "a/../b", "a//b", "./a", "a\\b", "con", "sak/AUX.html", "a:b", "a ", "a.", "a?", "x\n",
        ".ehelse-nettsted.json", ".ehelse-bygges",
    ],
)  # fmt: skip
def test_a_path_that_some_system_cannot_have_is_a_mistake_of_ours(site: Path, sti: str) -> None:
    with pytest.raises(ValueError, match="path"):
        _write(site, {sti: "x"})
    assert _pages(site) == A


@pytest.mark.parametrize("stier", [("a", "A"), ("a", "a/b"), ("a/b", "A"), ("å", "Å")])
def test_two_files_of_one_name_change_nothing(site: Path, stier: tuple[str, str]) -> None:
    with pytest.raises(TwiceError, match=stier[1]):
        _write(site, dict.fromkeys(stier, "x"))
    assert _pages(site) == A


def test_the_root_of_all_is_no_site_of_ours() -> None:
    with pytest.raises(NotOursError):
        _write(Path("/"), A)


def test_a_failure_on_the_way_changes_nothing(site: Path) -> None:
    def files() -> object:
        yield "index.html", b"ny"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_site(site, files())  # type: ignore[arg-type]  # a generator that fails
    assert _pages(site) == A
    assert [path.name for path in site.parent.iterdir()] == ["nettsted"]


@pytest.mark.parametrize("nummer", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("metode", ["make_folder", "write", "link", "sync", "exchange"])
def test_what_the_system_refuses_is_one_line_and_the_old_site_stands(site: Path, metode: str, nummer: int) -> None:
    class Refusing(Disk):
        pass

    calls = []

    def refuse(self: Disk, *args: Path) -> None:
        calls.append(args)
        if metode != "make_folder" or len(calls) > 1:
            raise OSError(nummer, os.strerror(nummer))
        getattr(Disk, metode)(self, *args)

    setattr(Refusing, metode, refuse)
    with pytest.raises(NotPublishedError) as raised:
        _write(site, B, Refusing())
    assert "\n" not in raised.value.message
    assert _pages(site) == A
    assert [path.name for path in site.parent.iterdir()] == ["nettsted"]


def test_an_old_site_that_cannot_be_taken_away_is_taken_the_next_time(site: Path) -> None:
    class Keeping(Disk):
        def remove_folder(self, path: Path) -> None:
            raise OSError(errno.EBUSY, "busy")

    _write(site, B, Keeping())
    assert _pages(site) == B
    assert len(list(site.parent.iterdir())) == 2
    _write(site, B)
    assert [path.name for path in site.parent.iterdir()] == ["nettsted"]


def test_without_hard_links_files_are_copied(site: Path) -> None:
    class Copying(Disk):
        def link(self, old: Path, new: Path) -> None:
            new.write_bytes(old.read_bytes())

    _write(site, B, Copying())
    assert _pages(site) == B


def test_two_at_once_are_one_too_many(site: Path) -> None:
    with locked(site), pytest.raises(BusyError):
        _write(site, B)
    assert _pages(site) == A


_TEXTS = st.sampled_from(["a", "b", "c", "ab"])
_SITES = st.dictionaries(st.sampled_from(["index.html", "a/1", "a/2", "a/b/3", "b.html", "c/d"]), _TEXTS)


@given(st.lists(_SITES, min_size=1, max_size=5))
def test_step_by_step_is_the_same_as_from_nothing(sites: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        for files in sites:
            _write(Path(folder) / "skritt", files)
        _write(Path(folder) / "helt", sites[-1])
        assert _found(Path(folder) / "skritt") == _found(Path(folder) / "helt")


@pytest.mark.slow
@pytest.mark.parametrize("way", ["exchange", "two"])
@pytest.mark.parametrize("before", [A, {}], ids=["over an old site", "from nothing"])
def test_killed_at_any_step_the_old_or_the_new_site_stands_and_the_next_run_repairs(
    tmp_path: Path, before: dict[str, str], way: str
) -> None:
    strangers = {".git/HEAD": "ref", "sak/2/notat.txt": "min"} if before else {}
    case = json.dumps({"before": before, "after": B, "strangers": strangers})
    done = subprocess.run(
        [sys.executable, "-m", "tests.publish.stopping", str(tmp_path), case, way],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")
    assert len(list(tmp_path.iterdir())) > 10
