from __future__ import annotations

import json
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ehelse_cli.report.safe import clean, json_safe, markdown_safe, one_line, spelt, width, xml_safe
from tests.report.runner import obeyed

_HARMFUL = set(map(chr, [*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x202E, 0x2066, 0x2028]))
_COMMANDLIKE = st.lists(st.sampled_from(["##", "[", "]", "::", ":", "vso", "error", " ", "\n", "\u00a0", "æ"])).map(
    "".join
)


@given(st.text())
def test_nothing_harmful_survives(text: str) -> None:
    assert not _HARMFUL & set(clean(text))
    assert not (_HARMFUL | set("\n\t")) & set(one_line(text))


@given(st.text())
def test_with_colours_only_changes_of_colour_survive(text: str) -> None:
    assert not _HARMFUL & set(
        clean(f"\x1b[1m{text}\x1b[0m", colours=True).replace("\x1b[1m", "").replace("\x1b[0m", "")
    )


@given(st.text())
def test_json_stays_the_same_document(text: str) -> None:
    document = json_safe(json.dumps({"a": text}, ensure_ascii=False))
    assert json.loads(document) == {"a": text}
    assert not _HARMFUL & set(document)


@given(_COMMANDLIKE)
def test_nothing_that_is_printed_is_a_command(text: str) -> None:
    assert obeyed(clean(text)) == obeyed(clean(text, colours=True)) == []


@given(_COMMANDLIKE)
@example("::::")
def test_documents_say_the_same_without_being_commands(text: str) -> None:
    document, xml = json_safe(json.dumps([text])), xml_safe(f"<a>{escape(text)}</a>")
    assert (json.loads(document), ET.fromstring(xml).text or "") == ([text], text)
    assert obeyed(document) == obeyed(xml) == obeyed(markdown_safe(text)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("##[error]x", r"##\[error]x"),
        ("a ##vso[b]", r"a ##vso\[b]"),
        ("  ::error::x", r"  \::error::x"),
        ("a\n::x::", "a\n\\::x::"),
    ],
)
def test_a_command_is_broken_as_markdown_would_have_it(text: str, shown: str) -> None:
    assert clean(text) == shown
    assert clean(text, commands=True) == text


@pytest.mark.parametrize(
    "text", ["Blåbær – «ja»\n\tPå 1/2 §\n", "C++ a::b", "## [x](y)", "# 1 [x]", ": a", "[#1]", "kl. 10:00"]
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_windows_line_ends_become_ours() -> None:
    assert clean("a\r\nb") == "a\nb"


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("æøå ÆØÅ", "ascii", "aeoeaa AeOeAa"),
        ("«x» – …", "ascii", '"x" - ...'),
        ("┌─ │", "cp1252", "+- |"),
        ("«æ» ┌", "latin-1", "«æ» +"),
        ("漢", "ascii", "?"),
        ("æ ┌─", "utf-8", "æ ┌─"),
    ],
)
def test_what_an_encoding_lacks_is_spelt_out(text: str, encoding: str, expected: str) -> None:
    assert spelt(text, encoding) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_can_be_spelt_in_ascii(text: str) -> None:
    assert spelt(text, "ascii").isascii()


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("æøå", 3), ("漢字", 4), ("e\u0301", 1), ("", 0)])
def test_width_is_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns
