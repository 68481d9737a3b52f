from __future__ import annotations

from msgspec.structs import replace

from ehelse_cli.report.footer import counted, footer
from ehelse_cli.report.screen import Screen
from tests.report.findings import MED410, NOT_QUORATE, TERM_ENDS, report


def test_it_says_what_was_looked_at_and_what_came_of_it() -> None:
    told = replace(report(NOT_QUORATE, TERM_ENDS, TERM_ENDS), idle=(MED410,))
    assert footer(told, Screen(200)) == (
        "41 filer, 97 objekter, 38 regler (1 fant ingenting å sjekke: MED410), vurdert per 23. november 2026: "
        "1 feil, 2 advarsler\n"
    )


def test_many_idle_rules_are_left_to_the_table() -> None:
    told = replace(report(), idle=tuple(replace(MED410, code=f"MED41{nr}") for nr in range(6)))
    assert " (6 uten noe å se på), " in footer(told, Screen(200))


def test_nothing_found_is_said() -> None:
    assert footer(report(), Screen(200)).endswith("vurdert per 23. november 2026: ingen funn\n")


def test_a_revision_is_named() -> None:
    assert "i revisjonen «HEAD~1», vurdert" in footer(replace(report(), revisjon="HEAD~1"), Screen(200))


def test_one_is_not_many() -> None:
    assert counted(1, "fil", "filer") == "1 fil"
    assert counted(0, "fil", "filer") == "0 filer"
