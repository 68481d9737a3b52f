"""Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read.

Columns are counted in characters, and the run says so. The fingerprint is ours: it stays while the mistake does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ehelse_cli.core.finding import Finding, Related, RuleInfo, Severity
from ehelse_cli.core.place import Location
from ehelse_cli.report.report import Report
from ehelse_cli.report.rule_text import EXCEPTIONS, WHAT, WHY, paragraphs, sections, unlinked
from ehelse_cli.report.safe import json_safe, one_line
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.telling import related_text, told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "ehelse/v1"
_LEVELS: Mapping[Severity, str] = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.MERKNAD: "note"}
# In a message `[text](target)` is a link; a bracket that does not begin one may stand as it is.
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def as_sarif(report: Report, _screen: Screen) -> str:
    """One run: every rule with its help, and what was found."""
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json_safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _run(report: Report) -> dict[str, Any]:
    index = {rule.code: nr for nr, rule in enumerate(report.all_rules)}
    rules = [_rule(rule, report.pages.get(rule.code, "")) for rule in report.all_rules]
    return {
        "tool": {"driver": {"name": "ehelse", "version": report.versjon, "language": "nb", "rules": rules}},
        "invocations": [_invocation(report, index)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule.code]) for finding in report.findings],
    }


def _invocation(report: Report, index: Mapping[str, int]) -> dict[str, Any]:
    """Whether all rules ran, and those that did not."""
    stopped = [
        {
            "level": "error",
            "message": {"text": _text(f"regelen {crash.rule.code} stoppet: {crash.error}")},
            "associatedRule": {"id": crash.rule.code, "index": index[crash.rule.code]},
        }
        for crash in report.crashes
    ]
    return {"executionSuccessful": not stopped, **({"toolExecutionNotifications": stopped} if stopped else {})}


def _rule(rule: RuleInfo, page: str) -> dict[str, Any]:
    """The rule, and what its page says of it."""
    about = {
        "id": rule.code,
        "name": rule.name,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [str(rule.source)]},
    }
    text = sections(page)
    if not text:
        return about
    prose = "\n\n".join(text[title] for title in (WHAT, WHY, EXCEPTIONS) if title in text)
    return {
        **about,
        "shortDescription": {"text": next(iter(paragraphs(text.get(WHAT, ""))), rule.name)},
        "fullDescription": {"text": "\n\n".join(paragraphs(text.get(WHAT, ""))) or rule.name},
        "help": {"text": prose or rule.name, "markdown": unlinked(page)},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(map(_text, told(finding)))},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "relatedLocations": [_related(nr, related) for nr, related in enumerate(finding.related, 1)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"kilde": str(finding.source)},
    }


def _related(nr: int, related: Related) -> dict[str, Any]:
    return {
        "id": nr,
        "physicalLocation": _place(related.location),
        "message": {"text": _text(related_text(related))},
    }


def _place(place: Location) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.path, errors="surrogatepass")},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }


def _text(text: str) -> str:
    return _LINK.sub(r"\\[", one_line(text))
