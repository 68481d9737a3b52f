from __future__ import annotations

from junitparser import Error, Failure, JUnitXml, Skipped
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.as_junit import as_junit
from ehelse_cli.report.report import Coverage, Report
from ehelse_cli.report.screen import Screen
from ehelse_cli.rules.engine import Crash
from tests.report.findings import MED410, MOT501, NOT_QUORATE, TERM_ENDS, report

_IDLE = replace(MOT501, code="MOT502", name="uten-fremmoete")
_GOOD = replace(MOT501, code="MOT503", name="sete-ikke-nevnt")
_STOPPED = replace(MOT501, code="MOT504", name="stopper")


def _report() -> Report:
    """A rule of each fate."""
    rules = (MED410, MOT501, _IDLE, _GOOD, _STOPPED)
    return replace(
        report(NOT_QUORATE, TERM_ENDS),
        coverage=tuple(Coverage(rule, "moete", 0 if rule is _IDLE else 3) for rule in rules),
        idle=(_IDLE,),
        crashes=(Crash(_STOPPED, "ValueError: x"),),
    )


def test_a_rule_is_a_test_with_its_fate(snapshot: SnapshotAssertion) -> None:
    printed = as_junit(_report(), Screen())
    assert printed == snapshot
    suites = list(JUnitXml.fromstring(printed.encode()))
    fates = {str(case.classname).split()[0]: case.result for suite in suites for case in suite}
    assert [suite.name for suite in suites] == ["MED Medlemmer", "MOT Møter"]
    assert {code: [type(one) for one in fate] for code, fate in fates.items()} == {
        "MED410": [Skipped],
        "MOT501": [Failure],
        "MOT502": [Skipped],
        "MOT503": [],
        "MOT504": [Error],
    }


def test_the_counts_are_those_of_the_tests_below() -> None:
    document = JUnitXml.fromstring(as_junit(_report(), Screen()).encode())
    counted = (document.tests, document.failures, document.errors, document.skipped)
    document.update_statistics()  # type: ignore[no-untyped-call]
    assert counted == (document.tests, document.failures, document.errors, document.skipped) == (5, 1, 1, 2)


def test_a_failure_tells_the_place_the_sum_and_the_way_out() -> None:
    printed = as_junit(report(NOT_QUORATE), Screen())
    assert "regnestykke: 17 seter → 8,5 → 9\n" in printed
    assert 'file="data/moeter/nuit/2026-m3.md" line="3"' in printed


def test_characters_that_xml_forbids_are_shown_by_their_codes() -> None:
    printed = as_junit(report(replace(NOT_QUORATE, message="a\x00\x0b\ufffe\ud800<&>]]>b")), Screen())
    case = next(case for suite in JUnitXml.fromstring(printed.encode()) for case in suite)
    assert case.result[0].message == r"a\u{0}\u{b}\u{fffe}\u{d800}<&>]]>b"
