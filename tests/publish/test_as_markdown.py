"""The site as Markdown: the same words, links that lead from file to file, and two lines of front matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pyromark
import pytest

from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.load.yaml_text import compose
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.publish.as_markdown import to_file, written
from ehelse_cli.publish.page import Site
from ehelse_cli.publish.pages import pages, pages_as_markdown
from ehelse_cli.render.page import Element, read_page
from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
_WORDS = re.compile(r"\w+")


@cache
def _site() -> Site:
    offentlig = slipp_ut(load(DiskTree(ROOT)).dataset, date(2026, 11, 23))
    return Site(offentlig, lambda path: (ROOT / path).read_bytes())


@cache
def _html() -> Mapping[str, str]:
    return {page.path: page.content.decode() for page in pages(_site()) if page.path.endswith(".html")}


@cache
def _files() -> Mapping[str, bytes]:
    return {page.path: page.content for page in pages_as_markdown(_site())}


def _parts(path: str) -> tuple[str, str]:
    """Front matter and body."""
    _, head, body = _files()[path].decode().split("---\n", 2)
    return head, body


def test_every_page_but_the_browsers_own_is_there() -> None:
    sider = {path.removesuffix("html") + "md" for path in _html()}
    assert sider - _files().keys() == {"404.md"}
    assert len(sider) > 95
    andre = {path for path in _files() if not path.endswith(".md")}
    assert {path.rpartition(".")[2] for path in andre} == {"ics", "atom", "json", "csv"}


def _links(body: str) -> Iterator[str]:
    yield from re.findall(r'<a href="([^"]*)"', pyromark.html(body, options=pyromark.Options.ENABLE_TABLES))


def test_every_link_leads_to_a_file_that_is_there() -> None:
    antall = 0
    for path in _files():
        if path.endswith(".md"):
            for href in _links(_parts(path)[1]):
                if not href.startswith(("https://", "mailto:")):
                    antall += 1
                    assert normpath(join(dirname(path), unquote(href.partition("#")[0]))) in _files(), (path, href)
    assert antall > 1000


_HIDDEN = {"svg", "figcaption", "form", "caption", "summary"}


def _shown(node: Element) -> Iterator[str]:
    """What is read on the page; a figure in words, and what opens a part by that part alone."""
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "svg":
            yield child.attributes["aria-label"]
        elif (
            child.tag not in _HIDDEN
            and not child.classes & {"skjult", "blad", "aarene"}
            and "aria-hidden" not in child.attributes
        ):
            yield from _shown(child)


def _words(text: str) -> Counter[str]:
    return Counter(_WORDS.findall(text.replace("\N{SOFT HYPHEN}", "")))


@pytest.mark.parametrize("path", [path for path in _html() if path != "404.html"])
def test_no_word_of_a_page_is_lost(path: str) -> None:
    side = _words(" ".join(_shown(read_page(_html()[path]).first("main"))))
    body = _parts(path.removesuffix("html") + "md")[1]
    html = pyromark.html(body, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH)
    assert side - _words(unescape(re.sub(r"<[^>]*>", " ", html))) == Counter()


def test_the_front_matter_is_the_title_and_the_language() -> None:
    for path in _files():
        if path.endswith(".md"):
            hode = compose(_parts(path)[0])
            assert hode.problems == ()
            assert isinstance(hode.value, dict)
            assert list(hode.value) == ["title", "lang"]
            assert hode.value["title"]
    assert 'title: "Sak 12/2026: Unntatt offentlighet, offl. § 23 tredje ledd' in _parts("sak/nehr-2026-12/index.md")[0]


def test_an_agenda_has_a_heading_for_each_case_and_says_when() -> None:
    body = _parts("moete/nehr-2026-m4/index.md")[1]
    assert "Sak 11/2026: [Kritisk informasjon om pasienter" in body
    assert "\n10.30 · Drøfting · Råd · 60 min\n" in body
    assert "\n*12.00 · Lunsj*\n" in body
    assert "Sak 12/2026: Unntatt offentlighet" in body


def test_what_was_struck_and_what_came_are_marked_as_such() -> None:
    body = _parts("forum/nuit/mandat/2025-01-01/endret-fra/2020-06-02/index.md")[1]
    assert "~~Styringsmodellen~~ **Modellen** endrer ikke styringslinjene" in body
    assert "(slutt)" not in body


@pytest.mark.parametrize(
    ("href", "fil"),
    [
        ("../../sak/nehr-2026-5/", "../../sak/nehr-2026-5/index.md"),
        ("./", "index.md"),
        ("../", "../index.md"),
        ("moete/#kommende", "moete/index.md#kommende"),
        ("moete.ics", "moete.ics"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:post@example.org", "mailto:post@example.org"),
        ("#bakgrunn", "#bakgrunn"),
    ],
)
def test_links_go_to_files(href: str, fil: str) -> None:
    assert to_file(href) == fil


def test_hostile_words_stay_words() -> None:
    """A title that is Markdown, a tag and the end of the front matter is the text it is."""
    ond = '] # * <script> --- `kode` _x_ | "sitat" 1. \\ ${x}'
    trygg = escape(ond)
    side = (
        f'<html lang="nb"><head><title>{trygg}</title></head><body><header><a href="./">o</a><nav></nav></header>'
        f'<main><h1>{trygg}</h1><p><a href="../x/">{trygg}</a></p></main>'
        "<footer><p>Vist</p><nav></nav></footer></body></html>"
    )
    _, hode, tekst = written(side).split("---\n", 2)
    assert compose(hode).value == {"title": ond, "lang": "nb"}
    html = unescape(pyromark.html(tekst))
    assert f"<h1>{ond}</h1>" in html
    assert f'<a href="../x/index.md">{ond}</a>' in html
    assert "<script" not in pyromark.html(tekst)


def test_the_command_writes_them_and_refuses_colours(tmp_path: Path) -> None:
    ran = ehelse("publiser", "--rot", str(ROOT), "--ut", str(tmp_path / "ut"), "--format", "md")
    assert ran.code == 0, ran.err
    skrevet = {
        fil.relative_to(tmp_path / "ut").as_posix(): fil for fil in (tmp_path / "ut").rglob("*") if fil.is_file()
    }
    assert skrevet.keys() - {".ehelse-nettsted.json"} == _files().keys()
    assert skrevet["index.md"].read_bytes() == _files()["index.md"]
    assert ehelse("publiser", "--ut", str(tmp_path / "x"), "--format", "md", "--tema", "x.css").code == 2
