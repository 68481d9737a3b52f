from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import Sheet, Table, Text, sheet_as_text

_ROWS = (
    ("leder (1)", "Grete Solheim", "Digitaliseringsdirektoratet", ""),
    ("", "Ola Sandvik", "De regionale helseforetakene i landet", ""),
)
SHEET = Sheet(
    "Nasjonalt e-helseråd",
    "per 23. november 2026",
    (("id", "nehr"), ("tomt", ""), ("tid", "onsdag\ntorsdag")),
    (
        Table("Seter", ("Gruppe", "Medlem", "Virksomhet", "Til"), _ROWS, note="Ikke alle."),
        Table("Ingen", ("A",), ()),
        Text("Vedtak", ("1. Rådet støtter alternativ 2 og ber om at arbeidet går videre så snart som mulig.",)),
        Text("Teksten", ("## Overskrift\n\n- punkt",), flows=False),
    ),
    "Eksempeldata.",
)


def test_a_sheet_is_aligned_and_leaves_out_what_is_empty(snapshot: SnapshotAssertion) -> None:
    text = sheet_as_text(SHEET, Screen(80))
    assert text == snapshot
    assert "tomt" not in text
    assert "Til" not in text
    assert "Ingen" not in text
    assert "## Overskrift\n\n- punkt" in text


@pytest.mark.parametrize("columns", [40, 60, 80, 160])
def test_everything_fits_the_width_and_nothing_is_lost(columns: int) -> None:
    lines = sheet_as_text(SHEET, Screen(columns)).splitlines()
    assert max(map(width, lines)) <= columns
    assert all(word in " ".join(lines) for word in ("Grete", "Sandvik", "helseforetakene"))


def test_a_word_is_broken_only_when_nothing_else_helps() -> None:
    assert "Digitaliseringsdirektoratet" in sheet_as_text(SHEET, Screen(60))


def test_a_broken_word_has_a_hyphen_and_an_id_has_none_of_ours() -> None:
    row = ("Digitaliseringsdirektoratet", "sekretariat-og-moeteplan")
    text = sheet_as_text(Sheet("a", "b", (), (Table("c", ("d", "e"), (row,)),)), Screen(24))
    assert [line.split() for line in text.splitlines()[-3:]] == [
        ["Digitalis-", "sekretaria"],
        ["eringsdir-", "t-og-moete"],
        ["ektoratet", "plan"],
    ]


def test_harmful_text_is_shown_harmless() -> None:
    assert "\x1b" not in sheet_as_text(Sheet("a\x1b[2J", "b", (("c", "d\x1b"),)), Screen())


def test_the_words_line_up_in_ascii_too() -> None:
    lines = sheet_as_text(Sheet("å", "b", (("på", "1"), ("ø", "2"))), Screen(encoding="ascii")).splitlines()
    assert lines[-2:] == ["  paa  1", "  oe   2"]


def test_a_long_title_of_a_part_is_broken_too() -> None:
    sheet = Sheet("a", "b", (), (Text("Orientering fra " + "arbeidet med " * 10, ("c",)),))
    assert max(map(width, sheet_as_text(sheet, Screen(60)).splitlines())) <= 60
