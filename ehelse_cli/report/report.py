"""Everything a report of findings is made from, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from ehelse_cli.core.finding import Finding, RuleInfo, Severity
from ehelse_cli.rules.engine import Crash


class Coverage(Struct, frozen=True):
    """What one rule had to look at: `objects` things of the kind `about`."""

    rule: RuleInfo
    about: str
    objects: int


class Comparison(Struct, frozen=True):
    """What a report was held against: the names of both sides, how many of the findings were there before.

    `unread` says how many things could not be read on the other side: nobody knows what the rules would say of them.
    """

    here: str
    there: str
    known: int = 0
    unread: int = 0


class Report(Struct, frozen=True):
    """What was looked at, by which day, and what was found.

    `texts` holds the files' text by path, to quote from; `pages` what is written about the rules, by code. `idle` are
    the rules that met nothing to look at. `mot` is there when only what is new is reported.
    """

    findings: tuple[Finding, ...]
    dag: date
    versjon: str
    revisjon: str | None = None
    files: int = 0
    objects: int = 0
    rules: int = 0
    idle: tuple[RuleInfo, ...] = ()
    crashes: tuple[Crash, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    coverage: tuple[Coverage, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    mot: Comparison | None = None

    @property
    def all_rules(self) -> tuple[RuleInfo, ...]:
        """The rules that were asked, then those that spoke or stopped without being on that list."""
        asked = {row.rule.code: row.rule for row in self.coverage}
        heard = {finding.rule.code: finding.rule for finding in self.findings}
        stopped = {crash.rule.code: crash.rule for crash in self.crashes}
        others = sorted({**heard, **stopped}.items())
        return tuple({**asked, **{code: rule for code, rule in others if code not in asked}}.values())

    @property
    def by_code(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each rule that found something."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.rule.code, []).append(finding)
        return {code: tuple(rows) for code, rows in found.items()}

    def count(self, severity: Severity) -> int:
        """How many findings of that severity."""
        return sum(finding.severity is severity for finding in self.findings)
