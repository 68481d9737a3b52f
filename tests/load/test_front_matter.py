from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.problem import Problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nTekst\n", FrontMatter("a: b\n", 2, "Tekst\n", 4)),
        ("---\n---\nTekst", FrontMatter("", 2, "Tekst", 3)),
        ("---\n---", FrontMatter("", 2, "", 3)),
        ("---  \r\na: b\r\n---\t\r\n\r\nTekst\r\n", FrontMatter("a: b\r\n", 2, "\r\nTekst\r\n", 4)),
        ("---\ra: b\r---\rTekst", FrontMatter("a: b\r", 2, "Tekst", 4)),
        ("---\na: |\n  ---\n  b\n---\n---\nTekst", FrontMatter("a: |\n  ---\n  b\n", 2, "---\nTekst", 6)),
        ("---\na: b ---\nc: d\n---\n", FrontMatter("a: b ---\nc: d\n", 2, "", 5)),
        ("---\na: b\n----\n--- x\n---\n", FrontMatter("a: b\n----\n--- x\n", 2, "", 6)),
    ],
)
def test_head_and_body_are_kept_character_for_character(text: str, expected: FrontMatter) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "begynner ikke"),
        ("a: b\n---\n", "begynner ikke"),
        ("\n---\na: b\n---\n", "begynner ikke"),
        (" ---\na: b\n---\n", "begynner ikke"),
        ("--- # hode\na: b\n---\n", "begynner ikke"),
        ("----\na: b\n---\n", "begynner ikke"),
        ("---", "aldri avsluttet"),
        ("---\na: b\n", "aldri avsluttet"),
        ("---\na: b\n ---\n", "aldri avsluttet"),
    ],
)
def test_a_missing_fence_is_told(text: str, words: str) -> None:
    problem = split(text)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.span.line) == ("hode", 1)
    assert words in problem.message


@pytest.mark.parametrize(
    ("body", "line", "key"),
    [
        ("b: c\n", 4, "b"),
        ("\n\n  b_c:\n", 6, "b_c"),
        ("b:\r\n", 4, "b"),
        ("b:", 4, "b"),
        ("---\nb: c\n---\nTekst\n", 5, "b"),
        ("\n--- \r\n\r\n---\r\nb: c\r\n", 8, "b"),
    ],
)
def test_a_key_below_the_head_is_told_where_it_stands(body: str, line: int, key: str) -> None:
    problem = split(f"---\na: b\n---\n{body}")
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.span.line) == ("hode", line)
    assert problem.span.end_column - problem.span.column == len(key)
    assert f"«{key}»" in problem.message


@pytest.mark.parametrize("body", ["## A: b\n", "Merk: b\n", "a b: c\n", "http://x\n", "- a: b\n", "a\nb: c\n", ""])
def test_prose_below_the_head_is_prose(body: str) -> None:
    assert isinstance(split(f"---\na: b\n---\n{body}"), FrontMatter)


@given(st.text(alphabet="-ab: \t\r\n"))
def test_lines_add_up_whatever_the_text(text: str) -> None:
    parts = split("---\n" + text)
    if isinstance(parts, FrontMatter):
        assert ("---\n" + text).startswith("---\n" + parts.head)
        assert text.endswith(parts.body)
        assert parts.body_line >= 3
