"""Findings as JSON. `skjema` grows by one when a key changes its meaning or goes; new keys may come at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.place import Location
from ehelse_cli.report.coverage import statistics
from ehelse_cli.report.report import Comparison, Coverage, Report
from ehelse_cli.report.safe import json_safe
from ehelse_cli.report.screen import Screen

SKJEMA = 1


def as_json(report: Report, _screen: Screen) -> str:
    """One object: what was looked at, what came of it, and `funn`, a list in order of place."""
    counts = statistics(report.findings)
    document = {
        "skjema": SKJEMA,
        "versjon": report.versjon,
        "dag": report.dag.isoformat(),
        "revisjon": report.revisjon,
        "mot": _compared(report.mot),
        "tall": {
            "filer": report.files,
            "objekter": report.objects,
            "regler": report.rules,
            **{str(severity): report.count(severity) for severity in Severity},
        },
        "regler_uten_treff": [rule.code for rule in report.idle],
        "regler_som_stoppet": [{"kode": crash.rule.code, "aarsak": crash.error} for crash in report.crashes],
        "dekning": [_coverage(row, counts["regel"]) for row in report.coverage],
        "statistikk": counts,
        "funn": [_finding(finding) for finding in report.findings],
    }
    return json_safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _compared(mot: Comparison | None) -> dict[str, Any] | None:
    if mot is None:
        return None
    return {"denne": mot.here, "andre": mot.there, "fra_foer": mot.known, "uleste": mot.unread}


def _coverage(row: Coverage, found: Mapping[str, int]) -> dict[str, Any]:
    return {"kode": row.rule.code, "ser_paa": row.about, "antall": row.objects, "funn": found.get(row.rule.code, 0)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kode": finding.rule.code,
        "navn": finding.rule.name,
        "alvor": str(finding.severity),
        "kilde": str(finding.source),
        "melding": finding.message,
        **_place(finding.location),
        "merke": finding.label,
        "regnestykke": list(finding.values),
        "hjelp": finding.help,
        "tilknyttet": [
            {**_place(related.location), "merke": related.label, "tittel": related.title} for related in finding.related
        ],
        "fingeravtrykk": finding.fingerprint,
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "fil": location.path,
        "linje": location.line,
        "kolonne": location.column,
        "sluttlinje": location.end_line,
        "sluttkolonne": location.end_column,
    }
