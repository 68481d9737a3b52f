from __future__ import annotations

import json

from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.as_gitlab import as_gitlab
from ehelse_cli.report.screen import Screen
from tests.report.findings import NOT_QUORATE, TERM_ENDS, report


def test_an_issue_has_what_gitlab_asks_for(snapshot: SnapshotAssertion) -> None:
    printed = as_gitlab(report(NOT_QUORATE, TERM_ENDS), Screen())
    assert printed == snapshot
    issues = json.loads(printed)
    assert all({"description", "check_name", "fingerprint", "severity", "location"} <= set(one) for one in issues)
    assert [one["severity"] for one in issues] == ["major", "minor"]
    assert issues[0]["fingerprint"] == NOT_QUORATE.fingerprint
    assert len({one["fingerprint"] for one in issues}) == 2


def test_nothing_found_is_an_empty_list() -> None:
    assert as_gitlab(report(), Screen()) == "[]\n"
