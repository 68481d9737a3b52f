"""Everything a report of findings is made from, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ehelse_cli.core.finding import Finding, RuleInfo, Severity
from ehelse_cli.rules.engine import Crash


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, by which day, and what was found.

    `texts` holds the files' text by path, to quote from. `idle` are the rules that met nothing to look at.
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
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity."""
        return sum(finding.severity is severity for finding in self.findings)
