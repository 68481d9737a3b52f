"""What the rules had to look at, and what was found, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.report.catalogue import family_name
from ehelse_cli.report.footer import counted, summary
from ehelse_cli.report.report import Coverage, Report
from ehelse_cli.report.sheet import Sheet, Table

#: What people call the things that rules look at.
KINDS: Mapping[str, tuple[str, str]] = {
    "aarshjul": ("årshjul", "årshjul"),
    "datasett": ("datatre", "datatrær"),
    "fil": ("fil", "filer"),
    "forum": ("forum", "forum"),
    "mandat": ("mandat", "mandater"),
    "moete": ("møte", "møter"),
    "person": ("person", "personer"),
    "sak": ("sak", "saker"),
    "virksomhet": ("virksomhet", "virksomheter"),
}


def coverage_sheet(report: Report) -> Sheet:
    """Each rule, how many things it looked at, and how much it found; those that met nothing stand by themselves."""
    active = [row for row in report.coverage if row.objects]
    idle = [row for row in report.coverage if not row.objects]
    found = Counter(finding.rule.code for finding in report.findings)
    title = f"{counted(len(active), 'regel', 'regler')} hadde noe å se på, {len(idle)} ikke"
    return Sheet(
        "Dekning",
        f"{title}, vurdert per {datotekst(report.dag)}",
        (),
        (
            Table("Regler", ("Kode", "Navn", "Så på", "Funn"), tuple(_row(row, found) for row in active)),
            Table(
                "Regler som ikke møtte noe",
                ("Kode", "Navn", "Ser på"),
                tuple((*_named(row), _kind(row)) for row in idle),
            ),
        ),
    )


def _row(row: Coverage, found: Mapping[str, int]) -> tuple[str, ...]:
    return (
        *_named(row),
        counted(row.objects, *KINDS.get(row.about, (row.about, row.about))),
        str(found[row.rule.code]),
    )


def _named(row: Coverage) -> tuple[str, str]:
    return row.rule.code, row.rule.name


def _kind(row: Coverage) -> str:
    return KINDS.get(row.about, (row.about, row.about))[1]


def statistics_sheet(report: Report) -> Sheet:
    """How many findings there are by severity, family, rule and file; the most first."""
    counts = statistics(report.findings)
    names = {rule.code: rule.name for rule in report.all_rules}
    severities = tuple((word, str(counts["alvor"][word])) for word in Severity if word in counts["alvor"])
    families = tuple((code, family_name(code), str(number)) for code, number in counts["familie"].items())
    rules = tuple((code, names[code], str(number)) for code, number in counts["regel"].items())
    files = tuple((path, str(number)) for path, number in counts["fil"].items())
    parts = (
        Table("Alvor", ("Alvor", "Funn"), severities),
        Table("Familie", ("Familie", "Navn", "Funn"), families),
        Table("Regel", ("Kode", "Navn", "Funn"), rules),
        Table("Fil", ("Fil", "Funn"), files),
    )
    return Sheet("Statistikk", f"{summary(report)}, vurdert per {datotekst(report.dag)}", (), parts)


def statistics(findings: Iterable[Finding]) -> Mapping[str, Mapping[str, int]]:
    """`alvor`, `familie`, `regel` and `fil` → what it is → how many findings, the most first, equals by name."""
    found = tuple(findings)
    return {name: _counted(map(key, found)) for name, key in _KEYS.items()}


_KEYS: Mapping[str, Callable[[Finding], str]] = {
    "alvor": lambda finding: str(finding.severity),
    "familie": lambda finding: finding.rule.code[:3],
    "regel": lambda finding: finding.rule.code,
    "fil": lambda finding: finding.location.path,
}


def _counted(words: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
