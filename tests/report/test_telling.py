from __future__ import annotations

from ehelse_cli.core.finding import Related
from ehelse_cli.report.telling import related_text, told
from tests.report.findings import NOT_QUORATE, TERM_ENDS


def test_a_finding_in_lines() -> None:
    assert told(NOT_QUORATE) == (
        "møte nuit-2026-m3 er ikke beslutningsdyktig i sak 14/2026",
        "merket: 8 stemmeberettigede, 9 kreves",
        "regnestykke: 17 seter → 8,5 → 9",
        "regnestykke: til stede 7 medlemmer + 1 stedfortreder",
        "hjemmel: mandatet, «Beslutningsdyktighet» – gir 9 av 17 (data/mandater/nuit/2025-01-01.md:3:26)",
        "hjelp: Kall inn en stedfortreder, eller ta saken i et nytt møte.",
    )
    assert told(TERM_ENDS) == ("perioden til Kari Moen går ut",)


def test_a_place_beside_without_a_title_is_to_be_looked_at_too() -> None:
    assert related_text(Related(TERM_ENDS.location, "begynner 1. mai")) == "se også – begynner 1. mai"
