from __future__ import annotations

import os
import selectors
import threading
from collections.abc import Iterator

import pytest

from ehelse_cli.publish import workers
from ehelse_cli.publish.page import Page, Site
from ehelse_cli.publish.pages import pages, pages_as_markdown
from ehelse_cli.publish.scan import Search
from ehelse_cli.publish.workers import Maker, Searched, made
from tests.public.trees import FILES, offentlig

NOTHING = Search({}, {})
NEEDLE = Search({"rådet støtter prøven": "«vedtak» i data/x.md"}, {})


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(workers, "WORTH_IT", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    return Site(offentlig(), lambda path: FILES[path.removeprefix("data/")].encode())


def _one(site: Site, make: Maker = pages, search: Search = NOTHING) -> list[Searched]:
    found = (Searched(page.path, page.content, search.find(page.path, page.content)) for page in make(site))
    return sorted(found, key=lambda page: page.path)


def _several(site: Site, make: Maker = pages, search: Search = NOTHING) -> list[Searched]:
    return sorted(made(site, make, search), key=lambda page: page.path)


def _children() -> bool:
    """Whether a process is left that nobody has waited for."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


@pytest.mark.parametrize("make", [pages, pages_as_markdown])
@pytest.mark.parametrize("search", [NOTHING, NEEDLE], ids=["nothing closed", "something closed"])
def test_several_processes_make_what_one_would(site: Site, make: Maker, search: Search) -> None:
    assert _several(site, make, search) == _one(site, make, search)
    assert any(page.found for page in _several(site, make, search)) == (search is NEEDLE)
    assert not _children()


@pytest.mark.parametrize("number", [1, 2, 3, 7, 100])
def test_the_shares_are_the_whole_and_no_page_is_in_two(site: Site, number: int) -> None:
    whole = [page.path for page in pages(site)]
    shares = [
        page.path
        for nr in range(number)
        for page in pages(Site(site.offentlig, site.read, nr=nr, av=number))
    ]  # fmt: skip
    assert sorted(shares) == sorted(whole)


@pytest.mark.parametrize("after", [0, 1, 5, 17])
def test_what_a_process_that_dies_did_not_make_is_made_here(
    site: Site, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(workers, "_AT_A_TIME", 2)
    here = os.getpid()

    def make(site: Site) -> Iterator[Page]:
        for nr, page in enumerate(pages(site)):
            if nr == after and os.getpid() != here:
                os._exit(9)
            yield page

    assert _several(site, make) == _one(site)
    assert not _children()


def test_what_goes_wrong_in_a_process_is_told_as_if_it_went_wrong_here(site: Site) -> None:
    def make(site: Site) -> Iterator[Page]:
        yield from pages(site)
        if site.nr == 1:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _several(site, make)
    assert not _children()


def test_nobody_is_left_when_nobody_listens(site: Site) -> None:
    pages_ = made(site, pages, NOTHING)
    assert next(pages_).path
    assert isinstance(pages_, Iterator)
    pages_.close()  # type: ignore[attr-defined]  # it is a generator
    assert not _children()


def test_a_program_with_threads_is_not_divided(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("divided"))
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert _several(site) == _one(site)


def test_where_nobody_can_be_waited_for_nobody_is(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows: it has no fork, and its select refuses an empty list."""

    class Windows(selectors.SelectSelector):
        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            assert self.get_map()
            return super().select(timeout)

    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr(selectors, "DefaultSelector", Windows)
    assert _several(site) == _one(site)


def test_a_small_site_is_made_by_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("divided"))
    monkeypatch.setattr(workers, "WORTH_IT", 10_000)
    assert _several(site) == _one(site)
