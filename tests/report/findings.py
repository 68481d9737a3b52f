"""Findings and reports to print, with everything a finding can have."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.finding import Finding, Hit, Related, RuleInfo, Severity, Source
from ehelse_cli.core.place import Location
from ehelse_cli.report.report import Report

MOETE = "data/moeter/nuit/2026-m3.md"
MANDAT = "data/mandater/nuit/2025-01-01.md"

MOT501 = RuleInfo("MOT501", "ikke-beslutningsdyktig", Severity.FEIL, Source.MANDAT)
MED410 = RuleInfo("MED410", "perioden-gaar-ut", Severity.ADVARSEL, Source.MANDAT)

TEXTS = {
    MOETE: "---\ntid: 2026-11-04\nfremmoete:\n  medlemmer: [Kari Moen]\n---\n",
    MANDAT: "---\nbeslutningsdyktighet:\n  krav: [{id: flertall, antall: minst 1/2, av: seter}]\n---\n",
}

NOT_QUORATE = Finding.of(
    MOT501,
    Hit(
        "møte nuit-2026-m3 er ikke beslutningsdyktig i sak 14/2026",
        Location(MOETE, 3, 1, 3, 10),
        ("nuit-2026-m3", "nuit-2026-14"),
        label="8 stemmeberettigede, 9 kreves",
        related=(Related(Location(MANDAT, 3, 26, 3, 43), "gir 9 av 17", "hjemmel: mandatet, «Beslutningsdyktighet»"),),
        values=("17 seter → 8,5 → 9", "til stede 7 medlemmer + 1 stedfortreder"),
        help="Kall inn en stedfortreder, eller ta saken i et nytt møte.",
    ),
)
TERM_ENDS = Finding.of(MED410, Hit("perioden til Kari Moen går ut", Location(MOETE, 4, 15, 4, 24), ("kari",)))


def report(*findings: Finding, texts: dict[str, str] | None = None) -> Report:
    """A report of these findings, judged on one day."""
    return Report(
        findings, date(2026, 11, 23), "0.1.0", files=41, objects=97, rules=38, texts=TEXTS if texts is None else texts
    )


def at(text: str, column: int, end: int, message: str = "noe er galt") -> Report:
    """A report of one finding, at these columns of a file with the one line."""
    place = Location("data/x.yaml", 1, column, 1, end)
    return report(Finding.of(MOT501, Hit(message, place, ())), texts={"data/x.yaml": text})
