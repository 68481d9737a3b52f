from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.load.problem import KINDS, Problem
from ehelse_cli.load.text import MAX_BYTES, count_breaks, decode, find_conflict, find_invisible, span_of


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        ("tittel: Råd\n".encode(), "tittel: Råd\n"),
        ("tittel: Ra\u030ad\n".encode(), "tittel: Råd\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),
        (b"a: b\r\nc: d\re: f\n", "a: b\r\nc: d\re: f\n"),
        ("a: 😀\tb\n".encode(), "a: 😀\tb\n"),
        ("─".encode() * 5000, "─" * 5000),
        ("linje\u2028skille i brødtekst\n".encode(), "linje\u2028skille i brødtekst\n"),
        (b"Overskrift\n=======\n", "Overskrift\n=======\n"),
        (b"a <<<<<<< b\n", "a <<<<<<< b\n"),
        (b"<<<<<<<<\n", "<<<<<<<<\n"),
    ],
)
def test_text_comes_out_as_nfc_with_its_line_breaks(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "kind", "place", "words"),
    [
        ("a: b\nc: blåbær\n".encode("cp1252"), "tegnkoding", (2, 6), "Windows-1252"),
        ("blå: b\nc: ".encode() + b"\xff\n", "tegnkoding", (2, 4), "0xFF"),
        ("a: b\n".encode("utf-16"), "tegnkoding", (1, 1), "UTF-16"),
        ("\ufeffa: b\n".encode("utf-16-be"), "tegnkoding", (1, 1), "UTF-16"),
        ("a: b\n".encode("utf-16-le"), "tegnkoding", (1, 2), "UTF-16"),
        ("a: blå\n".encode("utf-16-be"), "tegnkoding", (1, 12), "UTF-16"),
        (b"\xc3", "tegnkoding", (1, 1), "0xC3"),
        (b"\xed\xa0\x80", "tegnkoding", (1, 1), "0xED"),
        (b"\xc0\x80", "tegnkoding", (1, 1), "0xC0"),
        (b"a: lang nok tekst\n\x00", "ukjent-tegn", (2, 1), "NUL"),
        (b"a: b\r\n\x1b[31m", "ukjent-tegn", (2, 1), "U+001B"),
        (b"a\x7f", "ukjent-tegn", (1, 2), "U+007F"),
        ("a\x85b".encode(), "ukjent-tegn", (1, 2), "NEL"),
        ("å\x9b".encode(), "ukjent-tegn", (1, 2), "U+009B"),
        (b"a\x0cb", "ukjent-tegn", (1, 2), "U+000C"),
        (b"a: b\n<<<<<<< HEAD\na: c\n=======\na: d\n>>>>>>> grein\n", "flettekonflikt", (2, 1), "<<<<<<<"),
        (b"a: b\r\n>>>>>>> grein\r\n", "flettekonflikt", (2, 1), ">>>>>>>"),
        (b"<<<<<<<", "flettekonflikt", (1, 1), "<<<<<<<"),
        (b"a\nb" + "\u0301\u0327".encode() * 2_000_000, "ukjent-tegn", (2, 2), "tusen tegn"),
        (b"a\nb" + "\u0301\u200e\u0327".encode() * 1_000_000, "ukjent-tegn", (2, 2), "tusen tegn"),
        (b" " * (MAX_BYTES + 1), "for-stor", (1, 1), "10,0 MiB"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(raw: bytes, kind: str, place: tuple[int, int], words: str) -> None:
    problem = decode(raw)
    assert isinstance(problem, Problem)
    assert (problem.kind, (problem.span.line, problem.span.column)) == (kind, place)
    assert words in problem.message
    assert problem.help


def test_the_largest_file_is_read() -> None:
    assert decode(b" " * MAX_BYTES) == " " * MAX_BYTES


@given(st.binary())
def test_any_bytes_are_text_or_a_problem(raw: bytes) -> None:
    decoded = decode(raw)
    if isinstance(decoded, Problem):
        assert decoded.kind in KINDS
        assert decoded.span.line <= raw.count(b"\n") + raw.count(b"\r") + 1
    else:
        assert unicodedata.is_normalized("NFC", decoded)


@given(st.text())
def test_any_clean_text_survives_as_nfc(text: str) -> None:
    decoded = decode(text.encode("utf-8", "surrogatepass"))
    if not isinstance(decoded, Problem):
        assert decoded == unicodedata.normalize("NFC", text.removeprefix("\ufeff"))


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(break_: str) -> None:
    text = break_.join(["en", "", "tre"])
    span = span_of(text, text.index("tre"), len(text))
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 1, 3, 4)
    assert count_breaks(text) == 2


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\ufeff"])
def test_what_only_yaml_takes_for_a_line_break_is_found(character: str) -> None:
    problem = find_invisible(f"a: b\n# c{character}d: e")
    assert problem is not None
    assert (problem.span.line, problem.span.column) == (2, 4)


def test_a_finished_merge_is_no_problem() -> None:
    assert find_conflict("a: <<<<<<<\n") is None
