"""The short way of `publiser`: when it may be taken, and everything that makes it the long one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

import pytest

from ehelse_cli import resources
from ehelse_cli.cli import publishing
from ehelse_cli.cli.opening import Opening
from ehelse_cli.cli.unchanged import Done, Order
from ehelse_cli.publish import memory
from ehelse_cli.publish.manifest import Entry
from tests.cli.running import Ran, ehelse, write
from tests.public.trees import FILES

SAK = "data/saker/raad/2026-01.md"
TVILLING = "data/skjermet/saker/raad/2026-02.md"
# Without the guest who was there for the exempt case: that stops everything.
TREE = {f"data/{path}": re.sub(".*Kari Gjest.*\n", "", dedent(text).lstrip("\n")) for path, text in FILES.items()}
GIT = ("git", "-c", "commit.gpgsign=false")


@pytest.fixture(autouse=True)
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council's tree that has been published once."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(write(tmp_path / "rot", {**TREE, TVILLING: "Hemmelig.\n"}))
    assert _publiser().code == 0
    return tmp_path / "rot"


def _publiser(*valg: str) -> Ran:
    return ehelse("publiser", "--ut", "nettsted", "--uten-soek", "--uten-papirer", *valg)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*"))}


@contextmanager
def _counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Order]]:
    """The times the long way was taken meanwhile."""
    times: list[Order] = []

    def carry_out(order: Order, opening: Opening) -> Done:
        times.append(order)
        return original(order, opening)

    original = publishing.carry_out
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "carry_out", carry_out)
        yield times


def test_what_stands_is_left_alone_and_nothing_is_read_as_data(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _stamps(rot / "nettsted")
    with _counted(monkeypatch) as times:
        ran = _publiser()
    assert (ran.code, ran.out, times) == (0, "", [])
    antall = len(_files(rot / "nettsted")) - 1
    last = f"ingenting er endret, {antall} filer står som før; vurdert per 23. november 2026"
    assert ran.err.splitlines()[-1] == f"skrev nettstedet i nettsted: {last}"
    assert _stamps(rot / "nettsted") == before


def test_every_page_is_read_once_and_then_none_until_one_is_touched(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = Entry.is_at

    def noted(self: Entry, path: Path | str) -> bool:
        read.append(str(path))
        return original(self, path)

    monkeypatch.setattr(Entry, "is_at", noted)
    _publiser()
    assert {*map(os.path.realpath, read)} == {str(rot / "nettsted" / path) for path in _files(rot / "nettsted")}
    read.clear()
    _publiser()
    assert read == []
    (rot / "nettsted/index.html").touch()
    _publiser()
    assert len(read) > 1


def _same_size(path: Path) -> None:
    """A change that neither the size nor the time of change tells of."""
    stat = path.stat()
    before, _, after = path.read_bytes().rpartition(b"e")
    path.write_bytes(before + b"a" + after)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _make_a_link(path: Path, kopi: Path) -> None:
    path.rename(kopi)
    path.symlink_to(kopi)


def _commit(rot: Path) -> None:
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "x"]):
        subprocess.run([*GIT, *command], cwd=rot, check=True, capture_output=True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter of a case": lambda rot: _same_size(rot / SAK),
    "a comment": lambda rot: _append(rot / "data/virksomheter.yaml", "# x\n"),
    "a new file": lambda rot: (rot / "data/saker/raad/2026-09.md").write_text("---\ntittel: Ny\n---\n"),
    "a file that is gone": lambda rot: (rot / "data/saker/raad/2026-04.md").unlink(),
    "an attachment": lambda rot: (rot / "data/saker/raad/2026-01/tall.csv").write_text("aar;sum\n2026;99\n"),
    "a new commit": _commit,
    "a page that is gone": lambda rot: (rot / "nettsted/index.html").unlink(),
    "a page that somebody wrote to": lambda rot: _same_size(rot / "nettsted/sak/raad-2026-1/index.html"),
    "a page that is a link": lambda rot: _make_a_link(rot / "nettsted/index.html", rot / "kopi"),
    "the list is gone": lambda rot: shutil.rmtree(rot / "nettsted"),
    "the list is another": lambda rot: _append(rot / "nettsted/.ehelse-nettsted.json", "\n"),
    "something was cut short": lambda rot: (rot / ".nettsted.ny").mkdir(),
    "nothing is remembered": lambda rot: shutil.rmtree(rot.parent / "cache"),
    "what is remembered is spoilt": lambda rot: next((rot.parent / "cache/ehelse/nettsted").iterdir()).write_text("{"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_the_site_is_as_if_made_anew(
    rot: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    CHANGES[change](rot)
    with _counted(monkeypatch) as times:
        assert _publiser().code == 0
        assert len(times) == 1
        assert ehelse("publiser", "--ut", "anew", "--uten-soek", "--uten-papirer").code == 0
        assert _files(rot / "nettsted") == _files(rot / "anew")
        assert _publiser().code == 0
        assert len(times) == 2  # the new site, and not the one that stands again
    assert not list(rot.glob(".nettsted*"))


@pytest.mark.parametrize("valg", [("--per", "2026-11-24"), ("--format", "md"), ("--tema", "tema.css"), ("--stille",)])
def test_another_wish_is_another_site(rot: Path, monkeypatch: pytest.MonkeyPatch, valg: tuple[str, ...]) -> None:
    (rot / "tema.css").write_text("a { color: red }")
    with _counted(monkeypatch) as times:
        assert [_publiser(*valg).code, _publiser(*valg).code] == [0, 0]
        assert len(times) == 1
        (rot / "tema.css").write_text("a { color: tan }")
        _publiser(*valg)
        assert len(times) == (2 if "--tema" in valg else 1)


def test_the_search_is_a_wish_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "indexer", lambda: None)
    with _counted(monkeypatch) as times:
        first, again = (ehelse("publiser", "--ut", "nettsted", "--uten-papirer") for _ in range(2))
    assert len(times) == 1
    assert "nettstedet har ikke søk" in first.err
    assert "nettstedet har ikke søk" in again.err


def test_a_changed_template_makes_every_page_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = shutil.copytree(resources.folder("templates"), tmp_path / "templates")
    monkeypatch.setattr(resources, "folder", lambda name: own if name == "templates" else tmp_path)
    with _counted(monkeypatch) as times:
        _publiser(), _publiser()
        assert len(times) == 1
        _same_size(own / "nettsted" / "stil.css")
        _publiser()
    assert len(times) == 2


def test_another_package_or_another_day_does_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _counted(monkeypatch) as times:
        (tmp_path / "site" / "jinja2-99.dist-info").mkdir(parents=True)
        monkeypatch.syspath_prepend(str(tmp_path / "site"))
        _publiser(), _publiser()
        assert len(times) == 1
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782172800")
        _publiser()
    assert len(times) == 2


def test_what_must_be_put_right_stops_it_every_time_until_it_is(rot: Path) -> None:
    good = (rot / "data/saker/raad/2026-02.md").read_text()
    site = _files(rot / "nettsted")
    (rot / "data/saker/raad/2026-02.md").write_text(good.replace("omfang: hele", "omfang: Hele"))
    for _ in range(2):
        ran = _publiser()
        assert (ran.code, "LES104" in ran.err) == (1, True)
        assert _files(rot / "nettsted") == site
    (rot / "data/saker/raad/2026-02.md").write_text(good)
    assert "ingenting er endret" in _publiser().err
    assert _files(rot / "nettsted") == site


def test_of_what_is_exempt_only_the_names_count(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    original = os.open

    def noted(path: str, *rest: int) -> int:
        opened.append(str(path))
        return original(path, *rest)

    monkeypatch.setattr(os, "open", noted)
    with _counted(monkeypatch) as times:
        (rot / TVILLING).write_text("Noe annet hemmelig.\n")
        assert _publiser().code == 0
        assert times == []
        (rot / TVILLING).rename(rot / TVILLING.replace("2026-02", "2026-03"))
        ran = _publiser()  # a twin whose open sibling does not say that anything is exempt
        assert ran.code == 1
        assert "PUB910" in ran.err
    assert any("data/saker" in path for path in opened)
    assert not any("skjermet" in path for path in opened)


def test_the_site_itself_does_not_tell_what_it_was_made_of(rot: Path) -> None:
    before = _files(rot / "nettsted")
    _append(rot / "data/saker/raad/2026-03.md", "Mer tekst som venter.\n")
    assert _publiser().code == 0
    assert _files(rot / "nettsted") == before


def test_what_was_said_is_said_again(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _append(rot / SAK, "\nSpør kari.moen@example.org.\n")
    first = _publiser()
    with _counted(monkeypatch) as times:
        again = _publiser()
    assert "advarsler om offentlighet i data/moeter/raad/2026-m1.md, data/saker/raad/2026-01.md" in first.err
    assert first.err.splitlines()[:-1] == again.err.splitlines()[:-1]
    assert times == []


def test_a_revision_is_always_read(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _commit(rot)
    with _counted(monkeypatch) as times:
        assert [_publiser("--revisjon", "HEAD").code for _ in range(2)] == [0, 0]
    assert len(times) == 2


def test_killed_before_it_could_be_remembered_nothing_is_taken_for_what_it_is_not(rot: Path, tmp_path: Path) -> None:
    first, text = _files(rot / "nettsted"), (rot / SAK).read_text()
    shutil.copytree(tmp_path / "cache", tmp_path / "as it was")
    (rot / SAK).write_text(text.replace("Prøve av deling", "Noe ganske annet"))
    assert _publiser().code == 0
    assert _files(rot / "nettsted") != first
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "as it was").rename(tmp_path / "cache")
    (rot / SAK).write_text(text)
    assert _publiser().code == 0
    assert _files(rot / "nettsted") == first


@pytest.mark.parametrize("cache", ["", "relativ", "/dev/null/x"])
def test_where_nothing_can_be_kept_the_long_way_is_taken(monkeypatch: pytest.MonkeyPatch, cache: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    monkeypatch.setenv("HOME", "/dev/null")
    with _counted(monkeypatch) as times:
        assert [_publiser().code for _ in range(2)] == [0, 0]
    assert len(times) == 2


def test_a_worktree_whose_versions_are_elsewhere_takes_the_long_way(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (rot / ".git").write_text("gitdir: /somewhere/else\n")
    with _counted(monkeypatch) as times:
        assert [_publiser().code for _ in range(2)] == [0, 0]
    assert len(times) == 2


def test_what_is_remembered_is_for_nobody_else(tmp_path: Path) -> None:
    (file,) = (tmp_path / "cache/ehelse/nettsted").iterdir()
    assert memory.standing(tmp_path / "rot/nettsted", lambda: "another") is None
    assert file.parent.stat().st_mode & 0o077 == 0
