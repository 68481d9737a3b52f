from __future__ import annotations

from html import unescape

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ehelse_cli.render import markdown
from ehelse_cli.render.clean import clean_line
from ehelse_cli.render.errors import TooMuchTextError
from ehelse_cli.render.markdown import anchor, escape, settle, tidy, to_html
from tests.render.pages import Page

HOSTILE = [
    "# overskrift",
    "## d ##",
    "1. punkt",
    "2) punkt",
    "- strek",
    "+ pluss",
    "===",
    "---",
    "***",
    "> sitat",
    "*utheving* og _mer_ og ~~strek~~",
    "`kode` ``` og ~~~",
    "<script>alert(1)</script>",
    "a | b \\| c \\",
    "[lenke](https://example.org) ![bilde](x.png) <https://example.org>",
    "&lt;b&gt; &amp; &#35; R&D AT&T",
    "linje\n\nny linje\n    kode",
    "{{ 7 * 7 }} {% raw %} ${x} $y$",
    "C #",
    "\\",
    "2. desember 2026",
    "[ ] oppgave",
    "[^1]",
]
# Where a template places values; the text around the value has a word of its own on each side when there is any.
PLACES = [
    "{}\n",
    "# {}\n",
    "- {}\n",
    "1. {}\n",
    "> {}\n",
    "a {}\n",
    "**a** {} b\n",
    "| a | b |\n|---|---|\n| c | {} |\n",
]


def _read_back(document: str) -> str:
    return clean_line(Page(pyromark.html(document, options=pyromark.Options.ENABLE_TABLES)).text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_is_read_back_as_the_text_it_is(text: str, place: str) -> None:
    _is_read_back(text, place)


@given(st.text(st.sampled_from("ab1 \t\n#-+=*_`~<>[]()!|\\&;.)$:{}æ"), max_size=20), st.sampled_from(PLACES))
@example("0", "# {}\n")
def test_any_value_is_read_back_as_the_text_it_is(text: str, place: str) -> None:
    _is_read_back(text, place)


def _is_read_back(text: str, place: str) -> None:
    around = _read_back(place.format("midt")).split("midt")
    expected = " ".join(clean_line(around[0] + clean_line(text) + around[1]).split())
    assert " ".join(_read_back(settle(place.format(escape(text)))).split()) == expected


def test_a_number_is_escaped_only_where_it_would_make_a_list() -> None:
    assert settle(f"{escape('2. desember')}\n| {escape('2. desember')} |\n- **{escape('7/2020')}**") == (
        "2\\. desember\n| 2. desember |\n- **7/2020**"
    )


# --- bodies


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# A\n\n### B\n\n# C\n", "## A\n\n### B\n\n## C"),
        ("#### A\n\n## B\n", "## A\n\n## B"),
        ("A\n===\n\nto\nlinjer\n---\n\nx", "## A\n\n### to linjer\n\nx"),
        ("C #\n===\n", "## C \\#"),
        ("a <b>b</b> c", "a &lt;b>b&lt;/b> c"),
        ("a <!-- skjult --> b", "a   b"),
        ("<!-- over\n\nflere -->\n\na", " \n\na"),
        ("<div>\na <i>b\n</div>", "&lt;div>\na &lt;i>b\n&lt;/div>"),
        ("<<!-- -->script>", "< script>"),
        ("![Alt *tekst*](bilde.png)", "[Alt *tekst*](bilde.png)"),
        ("`<b>` og\n\n    <i>\n", "`<b>` og\n\n    <i>"),
        ("a\n\n```\n# kode", "a\n\n```\n# kode\n```"),
        ("a\n\n~~~~\n```\n", "a\n\n~~~~\n```\n~~~~"),
        ("a\u202eb\x1b", "ab"),
        ("", ""),
    ],
)
def test_a_body_stands_under_the_title(body: str, expected: str) -> None:
    assert tidy(body, 2) == expected


@given(st.text(st.sampled_from('a #<>!-/`~[]()\n&b=æ*\\" \t>'), max_size=40))
def test_a_body_has_no_html_and_swallows_nothing(body: str) -> None:
    tidied = tidy(body, 2)
    kinds = [str(event) for event in pyromark.events(tidied + "\n\n## slutt\n")]
    assert not [kind for kind in kinds if "Html" in kind]
    assert "slutt" in kinds[-2]


def test_html_of_a_body_is_an_allow_list() -> None:
    html = to_html(
        tidy("[a](javascript:x) [b](https://x.no) <img src=x onerror=y> <style>*{}</style>\n\n~~s~~", 2), "Tabell"
    )
    page = Page(html)
    assert {tag for tag, _ in page.tags} == {"p", "a"}
    assert [link.get("href") for link in page.all("a")] == [None, "https://x.no"]
    assert "<style>*{}</style>" in unescape(html)


def test_tables_scroll_and_say_what_their_heads_are() -> None:
    page = Page(to_html("| a | b |\n|---|---:|\n| 1 | 2 |", "Tabell"))
    assert page.all("div") == [{"class": "tabell", "role": "group", "tabindex": "0", "aria-label": "Tabell"}]
    assert page.all("th") == [{"scope": "col"}, {"scope": "col", "class": "right"}]


def test_headings_have_ids_of_their_own() -> None:
    page = Page(to_html("## Økonomi & risiko\n\n## Økonomi & risiko\n\n## Økonomi & risiko 2\n\n## 中", "Tabell"))
    assert page.ids == ["oekonomi-risiko", "oekonomi-risiko-2", "oekonomi-risiko-2-2", "avsnitt"]


def test_anchors_are_ascii() -> None:
    assert anchor("Åpne spørsmål: ære & <i>") == "aapne-spoersmaal-aere-i"


def test_thousands_of_headings_of_the_same_words_are_numbered_in_one_go() -> None:
    """By trying every number from one for each, this takes minutes."""
    assert '<h2 id="a-30000">' in to_html("## a\n\n" * 30_000, "x")


@pytest.mark.parametrize(
    "body",
    [
        ">" * 100_000,
        "1. " * 30_000 + "x",
        "ord " * 100_000,
        "".join(" " * 2 * n + "- x\n" for n in range(200)),
        "<!-- x -->" + ">" * 100_000,
    ],
    ids=["quotes", "lists", "long", "indented", "after a comment"],
)
def test_a_body_that_no_paper_can_hold_is_refused_at_once(body: str) -> None:
    with pytest.raises(TooMuchTextError, match="grensen er"):
        tidy(body, 2)


@pytest.mark.parametrize(
    "body", ["<!--" * 5_000, "![a](x) " * 10_000, "<" * 50_000], ids=["comments", "pictures", "signs"]
)
def test_a_hostile_body_is_laid_out_and_holds_no_html(body: str) -> None:
    assert "<!--" not in to_html(tidy(body, 2), "Tabell")


def test_html_that_grows_out_of_what_was_taken_away_ends_as_text() -> None:
    nested = "<!-" * 12 + "<!-- x -->" + "- x -->" * 12
    assert "<!--" not in to_html(tidy(nested, 2), "Tabell")


_PARTS = [
    "<",
    "<b>",
    "![",
    "a](x)",
    "```",
    "~~~",
    "`",
    "~",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "> ",
    "# ",
    "=",
    "1. ",
    "ord",
    "*",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=14).map("".join))
@example("- ```\n  ord")
@example("~~~\nord")
def test_signs_that_are_not_there_are_not_looked_for_in_vain(body: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_HTML_OR_PICTURE", "_FENCED"):
            patch.setattr(markdown, name, ("",))  # found everywhere: nothing is left out
        whole = tidy(body, 2)
    assert tidy(body, 2) == whole
