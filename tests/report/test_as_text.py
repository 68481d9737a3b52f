from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.as_text import as_text
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen
from tests.report.findings import NOT_QUORATE, TERM_ENDS, at, report


def test_a_finding_shows_the_line_the_clause_the_sum_and_the_way_out(snapshot: SnapshotAssertion) -> None:
    text = as_text(report(NOT_QUORATE, TERM_ENDS), Screen())
    assert text == snapshot
    lines = text.splitlines()
    assert lines[0] == "feil[MOT501 ikke-beslutningsdyktig]: møte nuit-2026-m3 er ikke beslutningsdyktig i sak 14/2026"
    assert lines[3] == "  │ ^^^^^^^^^ 8 stemmeberettigede, 9 kreves"
    assert "   hjemmel: mandatet, «Beslutningsdyktighet»" in lines[4]


def test_nothing_found_is_no_text() -> None:
    assert as_text(report(), Screen()) == ""


def test_colours_come_only_when_asked_for_and_leave_the_text_as_it_was(snapshot: SnapshotAssertion) -> None:
    plain, coloured = (as_text(report(NOT_QUORATE), Screen(colours=on)) for on in (False, True))
    assert "\x1b" not in plain
    assert coloured == snapshot
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_an_encoding_without_boxes_and_letters_gets_others() -> None:
    text = as_text(report(NOT_QUORATE), Screen(encoding="ascii"))
    assert text.isascii()
    assert text.splitlines()[0].endswith(
        "moete nuit-2026-m3 er ikke beslutningsdyktig i sak 14/2026".replace("moete", "moete")
    )
    assert "?" not in text


@pytest.mark.parametrize(
    ("text", "column", "end", "marked"),
    [
        ("navn: Kari", 7, 11, "Kari"),
        ("navn:\tKari", 7, 11, "Kari"),
        ("navn: 漢字 Kari", 10, 14, "Kari"),
        ("navn: a\u0308a\u0308 Kari", 12, 16, "Kari"),
        ("navn: \x1b[31mKari", 12, 16, "Kari"),
        ("navn: \u202eKari", 8, 12, "Kari"),
        ("æ: Kari", 4, 8, "Kari"),
        ("lang " * 80 + "Kari og " + "mer " * 80, 401, 405, "Kari"),
        ("Kari " + "mer " * 80, 1, 5, "Kari"),
        ("lang " * 80 + "Kari", 401, 405, "Kari"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_the_carets_stand_under_what_is_marked(text: str, column: int, end: int, marked: str, encoding: str) -> None:
    shown = as_text(at(text, column, end), Screen(width=80, encoding=encoding))
    _, _, line, carets = shown.splitlines()[:4]
    before = width(carets[: carets.index("^")])
    assert width(line[: line.index(marked)]) == before
    assert carets.count("^") == len(marked)
    assert max(map(width, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("text", "column", "end"),
    [("", 1, 1), ("navn:", 6, 6), ("navn:", 40, 44), ("   ", 1, 1), ("a\n", 1, 1)],
)
def test_a_place_at_the_end_or_outside_is_shown_as_well_as_can_be(text: str, column: int, end: int) -> None:
    assert "data/x.yaml:1:" in as_text(at(text, column, end), Screen())


def test_a_line_that_is_not_there_is_not_quoted() -> None:
    shown = as_text(report(TERM_ENDS, texts={}), Screen())
    assert shown.splitlines()[1] == "  ┌─ data/moeter/nuit/2026-m3.md:4:15"
    assert "^" not in shown


def test_nothing_harmful_gets_out() -> None:
    shown = as_text(at("navn: \x9b2J\u202e\x07\u2066", 7, 8, "stygt: \x1b]0;tittel\x07\r\n::error::\u202e"), Screen())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert shown.splitlines()[0].startswith("feil[MOT501 ikke-beslutningsdyktig]: stygt: \\u{1b}]0;tittel")
