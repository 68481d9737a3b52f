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


@pytest.mark.parametrize(("first", "last"), [(0, 0x3000), (0xD800, 0xE000), (0xFE00, 0x10000), (0xE0000, 0xE0200)])
def test_no_sign_is_treated_otherwise_for_being_with_others(first: int, last: int) -> None:
    # A text of printable signs and line ends takes a short cut; one with a tab in it never does.
    for sign in map(chr, range(first, last)):
        assert clean_text(f"{sign}x") == clean_text(f"{sign}x\t").removesuffix("\t")
        assert clean_line(f"a{sign}x") == clean_line(f"a{sign}x\t")
