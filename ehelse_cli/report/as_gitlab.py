"""Findings as GitLab's report of code quality: a list, which a merge request shows against that of its target."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.report.report import Report
from ehelse_cli.report.safe import json_safe, one_line
from ehelse_cli.report.screen import Screen

_SEVERITIES: Mapping[Severity, str] = {Severity.FEIL: "major", Severity.ADVARSEL: "minor", Severity.MERKNAD: "info"}


def as_gitlab(report: Report, _screen: Screen) -> str:
    """One object for each finding. What GitLab knows it again by is our own fingerprint."""
    found = [_issue(finding) for finding in report.findings]
    return json_safe(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    place = finding.location
    label = f" – {finding.label}" if finding.label else ""
    return {
        "type": "issue",
        "check_name": finding.rule.code,
        "description": one_line(f"{finding.rule.name}: {finding.message}{label}"),
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": place.path,
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }
