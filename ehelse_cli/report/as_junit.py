"""Findings as a test report in JUnit's XML: a suite for each family of rules, a test for each rule or finding.

A finding of severity feil is a failed test. A milder one is a skipped test with its message, so that what a CI system
counts as failed is what made the answer 1. A rule that found nothing is a passed test; one that met nothing to look at
is a skipped one, and one that stopped is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ehelse_cli.core.finding import Finding, RuleInfo, Severity
from ehelse_cli.report.catalogue import family_name
from ehelse_cli.report.report import Report
from ehelse_cli.report.safe import one_line, xml_safe
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.telling import told

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COUNTED = {
    "tests": "testcase",
    "failures": "testcase/failure",
    "errors": "testcase/error",
    "skipped": "testcase/skipped",
}


def as_junit(report: Report, _screen: Screen) -> str:
    """The whole document. Characters that XML forbids are shown by their codes, as everywhere."""
    from xml.etree import ElementTree as ET

    found = report.by_code
    root = ET.Element("testsuites", name="ehelse")
    for family, rules in groupby(report.all_rules, key=lambda rule: rule.code[:3]):
        suite = ET.SubElement(root, "testsuite", name=one_line(f"{family} {family_name(family)}".strip()))
        suite.extend(case for rule in rules for case in _cases(report, rule, found.get(rule.code, ())))
        _count(suite, [suite])
    _count(root, list(root))
    ET.indent(root)
    return xml_safe(f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n')


def _count(owner: Element, suites: list[Element]) -> None:
    for name, path in _COUNTED.items():
        owner.set(name, str(sum(len(suite.findall(path)) for suite in suites)))


def _cases(report: Report, rule: RuleInfo, found: Sequence[Finding]) -> Iterator[Element]:
    """What became of the rule."""
    stopped = [crash.error for crash in report.crashes if crash.rule == rule]
    yield from (_found(finding) for finding in found)
    yield from (_case(rule, "stoppet", "error", error) for error in stopped)
    if rule in report.idle and not found:
        yield _case(rule, "fant ingenting å sjekke", "skipped", "")
    elif not found and not stopped:
        yield _case(rule, "ingen funn")


def _found(finding: Finding) -> Element:
    failed = finding.severity is Severity.FEIL
    message, *rest = told(finding)
    place = one_line(str(finding.location))
    case = _case(finding.rule, place, "failure" if failed else "skipped", message)
    case.set("file", one_line(finding.location.path))
    case.set("line", str(finding.location.line))
    case[0].set("type", str(finding.severity))
    case[0].text = "\n".join((f"{place} {message}", *rest))
    return case


def _case(rule: RuleInfo, name: str, outcome: str = "", message: str = "") -> Element:
    from xml.etree import ElementTree as ET

    case = ET.Element("testcase", classname=f"{rule.code} {rule.name}", name=one_line(name))
    if outcome:
        ET.SubElement(case, outcome, message=one_line(message or name))
    return case
