from __future__ import annotations

from typing import get_args

from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.finding import Severity
from ehelse_cli.report.coverage import KINDS, coverage_sheet, statistics_sheet
from ehelse_cli.report.report import Coverage, Report
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import Table, sheet_as_text
from ehelse_cli.rules.engine import About
from tests.report.findings import MED410, MOT501, NOT_QUORATE, TERM_ENDS, report

_IDLE = replace(MOT501, code="MOT502", name="uten-fremmoete")
_COVERAGE = (Coverage(MED410, "forum", 1), Coverage(MOT501, "moete", 12), Coverage(_IDLE, "moete", 0))


def _report() -> Report:
    return replace(report(TERM_ENDS, NOT_QUORATE, TERM_ENDS), coverage=_COVERAGE)


def _rows(table: object) -> tuple[tuple[str, ...], ...]:
    assert isinstance(table, Table)
    return table.rows


def test_coverage_tells_what_each_rule_looked_at_and_found(snapshot: SnapshotAssertion) -> None:
    sheet = coverage_sheet(_report())
    assert sheet_as_text(sheet, Screen()) == snapshot
    active, idle = map(_rows, sheet.parts)
    assert active == (
        ("MED410", "perioden-gaar-ut", "1 forum", "2"),
        ("MOT501", "ikke-beslutningsdyktig", "12 møter", "1"),
    )
    assert idle == (("MOT502", "uten-fremmoete", "møter"),)


def test_every_kind_of_thing_has_a_name() -> None:
    assert set(get_args(About)) <= set(KINDS)


def test_statistics_count_by_severity_family_rule_and_file(snapshot: SnapshotAssertion) -> None:
    elsewhere = replace(TERM_ENDS, location=replace(TERM_ENDS.location, path="data/a.yaml"), severity=Severity.MERKNAD)
    told = report(NOT_QUORATE, TERM_ENDS, TERM_ENDS, elsewhere)
    sheet = statistics_sheet(told)
    assert sheet_as_text(sheet, Screen()) == snapshot
    severities, families, rules, files = map(_rows, sheet.parts)
    assert severities == (("feil", "1"), ("advarsel", "2"), ("merknad", "1"))
    assert families == (("MED", "Medlemmer", "3"), ("MOT", "Møter", "1"))
    assert rules == (("MED410", "perioden-gaar-ut", "3"), ("MOT501", "ikke-beslutningsdyktig", "1"))
    assert files == (("data/moeter/nuit/2026-m3.md", "3"), ("data/a.yaml", "1"))


def test_the_order_is_the_same_whatever_order_the_findings_came_in() -> None:
    assert statistics_sheet(report(TERM_ENDS, NOT_QUORATE)) == statistics_sheet(report(NOT_QUORATE, TERM_ENDS))
