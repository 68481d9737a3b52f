"""What a comment in a head stands at, and which `#` begins one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from ehelse_cli.core.unntak import Feilskrevet, Unntak
from ehelse_cli.load.unntak_hode import find_unntak
from ehelse_cli.load.yaml_text import compose
from tests.trees import text_at

HER = "# ehelse: unntak XXX001 -- grunn"


def found(text: str, first_line: int = 1) -> list[Unntak | Feilskrevet]:
    composed = compose(text, first_line=first_line)
    assert composed.problems == ()
    return list(find_unntak("data/a.yaml", text, first_line, composed.spans))


def scopes(text: str) -> list[str]:
    """What the exceptions stand at."""
    text = dedent(text).removeprefix("\n")
    unntak = found(text)
    assert all(isinstance(one, Unntak) for one in unntak)
    return [text_at({"a.yaml": text}, one.omfang) for one in unntak if isinstance(one, Unntak)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (f"a: 1\nb: 2  {HER}\nc: 3\n", "b: 2"),
        (f"a: 1\n{HER}\nb: 2\nc: 3\n", "b: 2"),
        (f"a: 1\n{HER}\n\n# noe annet\nb: 2\nc: 3\n", "b: 2"),
        (f"a:  {HER}\n  b: 1\n  c: 2\nd: 3\n", f"a:  {HER}\n  b: 1\n  c: 2"),
        (f"a:\n  {HER}\n  b: 1\n  c: 2\n", "b: 1"),
        (f"a:\n  b: 1\n  {HER}\nc: 2\n", "c: 2"),
        (f"a:\n  - b: 1  {HER}\n    c: 2\n  - b: 3\n", f"b: 1  {HER}\n    c: 2"),
        (f"a:\n  - b: 1\n    c: 2  {HER}\n  - b: 3\n", "c: 2"),
        (f"a:\n  {HER}\n  - b: 1\n    c: 2\n  - b: 3\n", "b: 1\n    c: 2"),
        (f"a:\n  -  {HER}\n    b: 1\n    c: 2\n  - b: 3\n", "b: 1\n    c: 2"),
        (f"a:\n  - x  {HER}\n  - y\n", "x"),
        (f"a: {{b: 1, c: 2}}  {HER}\nd: 1\n", "a: {b: 1, c: 2}"),
        (f"a: {{b: 1,\n  c: 2, d: 3,  {HER}\n  e: 4}}\n", "c: 2, d: 3"),
        (f"a: [x,\n  y\n]  {HER}\nb: 1\n", "a: [x,\n  y\n]"),
        (f"a: [  {HER}\n]\nb: 1\n", f"a: [  {HER}\n]"),
        (f"a:\n  b: tekst\n    over to  {HER}\n  c: 1\n", "b: tekst\n    over to"),
        (f"a: tekst\n  over to  {HER}\nb: 1\n", "a: tekst\n  over to"),
        (f"a: |  {HER}\n  # ikke en\n  b\nc: 1\n", f"a: |  {HER}\n  # ikke en\n  b"),
        (f"a: 'b # c'  {HER}\nd: 1\n", "a: 'b # c'"),
        (f"a:  {HER}\nb: 1\n", "a:"),
        (f"a: 1  # noe annet  {HER}  # og mer\nb: 1\n", "a: 1"),
    ],
)
def test_a_comment_stands_at_what_begins_there(text: str, scope: str) -> None:
    assert scopes(text) == [scope]


@pytest.mark.parametrize(
    "text",
    [
        f"a: |\n  {HER}\n  b\nc: 1\n",
        f"a: >-\n  b\n  {HER}\nc: 1\n",
        f"a: 'b  {HER}'\n",
        f'a: "b\n  {HER}\n  c"\n',
        f'a: ["{HER}"]\nb: 1\n',
        "a: x#ehelse:unntak\n",
        f"a: 1  # se {HER}\n",
        f"a: 1  #{HER}\n",
        "ehelse: unntak\n",
    ],
)
def test_what_is_no_comment_is_no_exception(text: str) -> None:
    assert found(text) == []


def test_after_a_block_of_text_comes_a_comment() -> None:
    assert scopes(f"a: |\n  b\n{HER}\nc: 1\n") == ["c: 1"]


def test_two_comments_may_stand_together() -> None:
    assert scopes(f"a: 1\n{HER}\n{HER}\nb: 2  {HER}  {HER}\n") == ["b: 2"] * 4


@pytest.mark.parametrize("text", [f"a: 1\n{HER}\n", f"a: 1\n\n  {HER}\n\n# slutt\n"])
def test_below_the_last_line_there_is_nothing(text: str) -> None:
    (one,) = found(text)
    assert isinstance(one, Feilskrevet)
    assert one.feil == "unntaket står ikke ved noe"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_file(line_break: str) -> None:
    (one,) = found(f"a: 1\nbé: 2  {HER}, sak 4 (til 2026-12-31)\n".replace("\n", line_break), first_line=2)
    assert isinstance(one, Unntak)
    assert (one.sted.line, one.sted.column) == (3, 8)
    assert one.sted.end_column == 8 + len(HER) + len(", sak 4 (til 2026-12-31)")
    assert [(kode.sted.column, kode.sted.end_column) for kode in one.koder] == [(25, 31)]
    assert (one.omfang.line, one.omfang.column, one.omfang.end_column) == (3, 1, 6)


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        (f"{HER}\na: 1\nb: 2\n", ["a: 1\nb: 2"]),
        (f"a: 1\nb: 2  {HER}\n", []),
        (f"a:\n  {HER}\n  b: 1\n  c: 2\n", ["b: 1\n  c: 2"]),
        (f"a:\n  b: 1  {HER}\n  c: 2\n", [f"b: 1  {HER}\n  c: 2"]),
        (f"a:\n  b: 1\n  {HER}\n  c: 2\n", []),
        (f"a:\n  {HER}\n  - {{b: 1}}\n  - c\n", ["- {b: 1}\n  - c", "{b: 1}"]),
        (f"a:\n  - b\n  {HER}\n  - {{c: 1}}\n", ["{c: 1}"]),
    ],
)
def test_at_its_first_line_a_whole_block_may_be_meant(text: str, wholes: list[str]) -> None:
    (one,) = found(text)
    assert isinstance(one, Unntak)
    assert [text_at({"a.yaml": text}, place) for place in one.hele] == wholes


def test_a_mistake_is_told_where_the_comment_is() -> None:
    (one,) = found("a: 1\nb: 2  # ehelse: untak XXX001\n")
    assert isinstance(one, Feilskrevet)
    assert (one.sted.line, one.sted.column, one.sted.end_column) == (2, 7, 29)
