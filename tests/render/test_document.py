"""A page is read as what it says; a page that is not ours is refused."""

from __future__ import annotations

import re

import pytest

from ehelse_cli.render.as_markdown import as_markdown
from ehelse_cli.render.columns import column_weights
from ehelse_cli.render.document import (
    Box,
    Bullets,
    Code,
    Document,
    Facts,
    Figure,
    Heading,
    Line,
    Paragraph,
    Quote,
    Run,
    Table,
    plain,
)
from ehelse_cli.render.from_page import read
from ehelse_cli.render.page import PageError

_FRAME = (
    '<!doctype html>\n<html lang="nb"><head><title>T: &amp;</title><style>a{}</style></head><body>'
    '<header class="topp"><p class="avsender">S</p>HEADER</header>\n<main>\nMAIN\n</main></body></html>'
)


def _read(main: str, header: str = "") -> Document:
    return read(_FRAME.replace("HEADER", header).replace("MAIN", main))


def test_a_page_is_its_title_its_sender_and_its_blocks() -> None:
    document = _read("<h1>Tittel</h1> løst <em>ord</em>", '<p class="varsel viktig"><strong>U</strong> v</p>')
    assert (document.title, document.lang, document.sender, document.draft) == ("T: &", "nb", "S", "")
    assert document.blocks == (
        Paragraph((Run("U", strong=True), Run(" v")), "viktig"),
        Heading(1, (Run("Tittel"),)),
        Paragraph((Run("løst "), Run("ord", emphasis=True))),
    )


def _p(text: str, **style: object) -> Paragraph:
    return Paragraph((Run(text, **style),))  # type: ignore[arg-type]


_SVG = '<svg viewBox="0 0 1 1" aria-label="alt"><circle r="1"></circle></svg>'
_BLOCKS: dict[str, tuple[object, ...]] = {
    "<p>a <strong>b</strong>  c\n d</p>": (Paragraph((Run("a "), Run("b", strong=True), Run(" c d"))),),
    "<p>a\xa0b<br>c</p>": (_p("a\xa0b\nc"),),
    "<p> <strong>a</strong> <span class='dempet'>b</span></p>": (
        Paragraph((Run("a", strong=True), Run(" "), Run("b", faint=True))),
    ),
    "<ol start='3'><li>a<ul><li>b</li></ul></li></ol>": (
        Bullets(((_p("a"), Bullets(((_p("b"),),))),), ordered=True, start=3),
    ),
    "<blockquote><p>a</p></blockquote><hr>": (Quote((_p("a"),)), Line()),
    "<pre><code>a\n  b</code></pre>": (Code("a\n  b"),),
    "<div lang='nn'><p>a</p></div>": (_p("a", lang="nn"),),
    "<section class='del'><h2 id='x'>a</h2></section>": (Box((Heading(2, (Run("a"),), "x"),), "", new_page=True),),
    "<dl><div><dt>a</dt><dd lang='nn'>b</dd></div></dl>": (Facts((((Run("a"),), (_p("b", lang="nn"),)),)),),
    f"<figure>{_SVG}<figcaption>c</figcaption></figure>": (Figure(_SVG, "alt", (Run("c"),)),),
}


@pytest.mark.parametrize(("html", "blocks"), _BLOCKS.items())
def test_what_the_blocks_are(html: str, blocks: tuple[object, ...]) -> None:
    assert _read(html).blocks == blocks


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<p>a", "</main> lukker <p>"),
        ("a</p>", "</p> lukker <main>"),
        ("<video></video>", "<video> kan ikke stå i et dokument"),
        ("<img src='x' alt='y'>", "</main> lukker <img>"),
        ("<figure></figure>", "<figure> har ingen <svg>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl> skal ha en <div>"),
        ("<ol class='agenda'><li>a</li></ol>", "<ol> mangler «data-kolonner»"),
        ("<ol start='x'><li>a</li></ol>", "<ol> sier start=x"),
        ("<table><tr><td colspan='99999999999'>a</td></tr></table>", "<td> sier colspan=999999999"),
        ("<table><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></table>", "<table> har rader med ulikt antall"),
        ("<nav class='innhold'><a href='#x'>a</a></nav>", "innholdslisten viser til «x»"),
    ],
)
def test_a_page_that_is_not_ours_is_refused(html: str, why: str) -> None:
    with pytest.raises(PageError, match=re.escape(why)):
        _read(html)


@pytest.mark.parametrize("html", ["<p>a</p>", "</p>", "<html><head><title>a</title></head><body></body></html>"])
def test_a_page_without_a_frame_is_refused(html: str) -> None:
    with pytest.raises(PageError):
        read(html)


def test_a_link_that_leads_nowhere_is_words() -> None:
    (_, lost, found) = _read("<h2 id='her'>a</h2><p><a href='#der'>b</a></p><p><a href='#her'>c</a></p>").blocks
    assert (lost, found) == (_p("b"), _p("c", href="#her"))


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org", ""])
def test_a_link_that_a_paper_should_not_have_is_words(href: str) -> None:
    assert _read(f"<p><a href='{href}'>a</a></p>").blocks == (_p("a"),)


def test_a_list_may_begin_where_markdown_says() -> None:
    (none, late) = _read("<ol start='0'><li>a</li></ol><ol start='999999999'><li>a</li></ol>").blocks
    assert isinstance(none, Bullets)
    assert isinstance(late, Bullets)
    assert (none.start, late.start) == (0, 999_999_999)


def test_a_table_without_cells_is_nothing() -> None:
    assert _read("<table><tr></tr></table>").blocks == ()


def test_tables_keep_heads_sides_and_spans() -> None:
    (table,) = _read(
        "<table aria-label='n'><thead><tr><th>a</th><th class='right'>b</th></tr></thead>"
        "<tbody><tr><td colspan='2'>c</td></tr></tbody></table>"
    ).blocks
    assert isinstance(table, Table)
    assert [(plain(cell.runs), cell.side) for cell in table.head] == [("a", "left"), ("b", "right")]
    assert (table.rows[0][0].span, table.label) == (2, "n")


def test_a_column_that_says_much_is_wider_and_none_is_too_narrow() -> None:
    (table,) = _read(f"<table><tr><td>1</td><td>{'ord ' * 60}</td><td>{'x' * 64}</td></tr></table>").blocks
    assert isinstance(table, Table)
    narrow, wide, checksum = column_weights([table])
    assert narrow == 5
    assert wide > checksum > narrow


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a *b* <code>c`d</code></p>", "a \\*b\\* `` c`d ``"),
        ("<p><a href='https://x.no/(y)'>e</a> <a href='#f'>f</a></p>", "[e](https://x.no/%28y%29) f"),
        ("<p><ins>n</ins> <del>g</del></p>", "**n** ~~g~~"),
        ("<ol><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>", "1. a\n    - b\n\n2. c\n\n    d"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre><code>```\na</code></pre>", "````\n```\na\n````"),
        ("<table><tr><td>a</td><td class='center'>b|c<br>d</td></tr></table>", "| a | b\\|c d |\n|---|:---:|"),
        ('<figure><svg aria-label="al*t"></svg></figure>', "*al\\*t*"),
        ("<hr>", "---"),
    ],
)  # fmt: skip
def test_markdown_of_what_is_seldom_there(html: str, markdown: str) -> None:
    assert as_markdown(_read(f"<h1>x</h1>{html}")) == f"# T: &\n\n{markdown}\n"
