from __future__ import annotations

from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.explanation import Clause, explanation
from ehelse_cli.report.screen import Screen
from tests.report.findings import NOT_QUORATE, TERM_ENDS, report

_PAGE = "# MOT501 x\n\n## Hva\n\nFor få.\n\n## Hvorfor og hjemmel\n\nMandatet.\n\n## Unntak\n\n- En.\n- To,\n  delt.\n"
_CLAUSE = Clause("nuit@2025-01-01", ("## Beslutningsdyktighet", "Halvparten må være der. " * 8, "- Leder teller med."))


def test_the_finding_comes_first_then_the_clause_and_the_rule(snapshot: SnapshotAssertion) -> None:
    told = replace(report(NOT_QUORATE, TERM_ENDS), pages={"MOT501": _PAGE})
    text = explanation(told, [NOT_QUORATE], {NOT_QUORATE: [_CLAUSE]}, Screen(width=80))
    assert text == snapshot
    wanted = ["feil[MOT501", "= regnestykke: 17 seter", "Slik står det i mandatet nuit@2025-01-01", "Hva regelen sier"]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert "\n  - En.\n  - To, delt.\n" in text
    assert "MED410" not in text


def test_several_findings_are_explained_one_by_one() -> None:
    told = report(NOT_QUORATE, TERM_ENDS)
    text = explanation(told, told.findings, {}, Screen())
    assert text.index("feil[MOT501") < text.index("advarsel[MED410")
    assert "mandatet nuit" not in text
