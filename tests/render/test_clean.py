from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.render.clean import clean_line, clean_text, paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("a\u202ebc\u2066d\u200f", "abcd"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00\ufeff\x9b", "a"),
        ("a\u030a", "å"),
        ("👩\u200d⚕️ Åse\tLie", "👩\u200d⚕️ Åse\tLie"),
    ],
)
def test_text_keeps_what_can_be_read(text: str, expected: str) -> None:
    assert clean_text(text) == expected


def test_a_line_is_one_line() -> None:
    assert clean_line("  a\n\n b\t c ") == "a b c"


def test_a_blank_line_parts_paragraphs_and_a_fold_does_not() -> None:
    assert paragraphs("a\nb\n \nc\n\n\n") == ("a b", "c")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert "\n" not in clean_line(text)
