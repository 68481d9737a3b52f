"""Remarks on a file from outside, as a person reads them."""

from __future__ import annotations

from ehelse_cli.core.finding import Severity
from ehelse_cli.importer.remark import Place, Remark
from ehelse_cli.report.importmerknader import as_text
from ehelse_cli.report.screen import Screen

_REMARKS = (
    Remark(
        Severity.FEIL, Place("liste.csv", "C7", "Fra"), "«31.02.2028» finnes ikke i kalenderen", "Skriv en annen dag."
    ),
    Remark(Severity.FEIL, Place("liste.csv", "A8"), "\x1b[31mraden sier ikke hvem den gjelder"),
    Remark(Severity.MERKNAD, Place("liste.csv"), "kolonnen blir ikke lest"),
)


def test_each_has_its_place_and_what_to_do_and_they_are_counted() -> None:
    assert as_text(_REMARKS, Screen(100)).splitlines() == [
        "feil: liste.csv C7 (Fra): «31.02.2028» finnes ikke i kalenderen",
        "    → Skriv en annen dag.",
        "feil: liste.csv A8: \\u{1b}[31mraden sier ikke hvem den gjelder",
        "merknad: liste.csv: kolonnen blir ikke lest",
        "2 feil, 1 merknad",
    ]


def test_nothing_is_said_of_nothing() -> None:
    assert as_text((), Screen(100)) == ""


def test_the_text_fits_the_screen_and_what_it_is_about_has_a_colour() -> None:
    assert max(map(len, as_text(_REMARKS, Screen(40)).splitlines())) <= 40
    assert as_text(_REMARKS, Screen(100, colours=True)).startswith("\x1b[1;31mfeil\x1b[0m: ")
