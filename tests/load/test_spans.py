from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.load.problem import Span
from ehelse_cli.load.yaml_text import compose

HEAD = """\
tid: 2024-11-27 10:00-15:00  # dagen
form:
fremmoete:
  medlemmer:
    - Grete Solheim
    - {navn: Ola Sandvik, for: Kari Moen}

  # mellom to nøkler
  forfall: [Mona Berg]
seter: {verdi: 7-10, norm: boer}
saksliste:
- sak: 21/2024
  vedtak:
    - tekst: |
        Innføringen kan starte: først
        i hjemmetjenesten.


    - en tekst
      over to linjer
  å: "ø"
"""


def _cut(text: str, span: Span) -> str:
    """What stands in the stretch."""
    lines = text.splitlines(keepends=True)[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "".join(lines)


@pytest.mark.parametrize(
    ("path", "stands"),
    [
        (["tid"], "2024-11-27 10:00-15:00"),
        (["form"], ""),
        (["fremmoete", "medlemmer", 0], "Grete Solheim"),
        (["fremmoete", "medlemmer", 1], "{navn: Ola Sandvik, for: Kari Moen}"),
        (["fremmoete", "medlemmer", 1, "for"], "Kari Moen"),
        (["fremmoete", "medlemmer"], "- Grete Solheim\n    - {navn: Ola Sandvik, for: Kari Moen}"),
        (["fremmoete", "forfall", 0], "Mona Berg"),
        (["fremmoete", "forfall"], "[Mona Berg]"),
        (["seter"], "7-10"),
        (["seter", "norm"], "boer"),
        (
            ["saksliste", 0, "vedtak", 0, "tekst"],
            "|\n        Innføringen kan starte: først\n        i hjemmetjenesten.",
        ),
        (["saksliste", 0, "vedtak", 1], "en tekst\n      over to linjer"),
        (["saksliste", 0, "å"], '"ø"'),
        ([], HEAD.rstrip("\n")),
    ],
)
def test_a_value_is_found_whole(path: Sequence[str | int], stands: str) -> None:
    assert _cut(HEAD, compose(HEAD).spans.find(path)) == stands


@pytest.mark.parametrize(
    ("path", "stands"),
    [
        (["tid"], "tid"),
        (["seter"], "seter"),
        (["fremmoete", "medlemmer", 1, "for"], "for"),
        (["fremmoete", "medlemmer", 0], "Grete Solheim"),
        (["saksliste", 0, "å"], "å"),
        (["saksliste", 0, "vedtak", 0, "tekst", "mangler"], "tekst"),
    ],
)
def test_a_key_is_found(path: Sequence[str | int], stands: str) -> None:
    assert _cut(HEAD, compose(HEAD).spans.find(path, key=True)) == stands


@pytest.mark.parametrize(
    "path",
    [
        ["tid", "mangler"],
        ["tid", 0],
        ["tid", "mangler", 3, "dypere"],
    ],
)
def test_a_path_that_ends_early_is_found_at_what_is_above(path: Sequence[str | int]) -> None:
    assert _cut(HEAD, compose(HEAD).spans.find(path)) == "2024-11-27 10:00-15:00"


@pytest.mark.parametrize("step", [5, -1, "x"])
def test_an_item_that_is_not_there_is_found_at_the_list(step: str | int) -> None:
    assert _cut(HEAD, compose(HEAD).spans.find(["fremmoete", "forfall", step])) == "[Mona Berg]"


@pytest.mark.parametrize("text", ["", "\n\n# tomt\n", "a: [", "---\n"])
def test_without_content_it_is_the_first_line(text: str) -> None:
    assert compose(text).spans.find(["a", 1]) == Span(1, 1, 1, 1)
    assert compose(text, first_line=4).spans.find([]) == Span(4, 1, 4, 1)


def test_lines_count_from_where_the_head_begins() -> None:
    assert compose("a: b\nc:\n  - d\n", first_line=2).spans.find(["c", 0]) == Span(4, 5, 4, 6)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_line_endings_move_nothing(break_: str) -> None:
    text = break_.join(["a: |", "  b", "  c", "", "d: 'e", "  f'", "g: h", ""])
    spans = compose(text).spans
    assert [spans.find([key]) for key in "adg"] == [Span(1, 4, 3, 4), Span(5, 4, 6, 5), Span(7, 4, 7, 5)]


def test_characters_are_counted_not_bytes() -> None:
    assert compose("å: [😀😀, æ]").spans.find(["å", 1]) == Span(1, 9, 1, 10)


_words = st.text("abcæøå 012.,()«»").map(lambda word: word.strip(" ,")).filter(bool)


@given(st.lists(_words, min_size=1, max_size=8))
def test_a_plain_text_of_one_line_stands_where_it_is_found(words: list[str]) -> None:
    text = "".join(f"noekkel_{number}:\n  - {word}\n" for number, word in enumerate(words))
    composed = compose(text)
    assert composed.problems == ()
    assert composed.value == {f"noekkel_{number}": [word] for number, word in enumerate(words)}
    for number, word in enumerate(words):
        assert _cut(text, composed.spans.find([f"noekkel_{number}", 0])) == word
