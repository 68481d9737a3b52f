"""All rules, family by family."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ehelse_cli.core.finding import RuleInfo
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import Sheet, Table, sheet_as_text

_FAMILIES = {
    "LES": "Tekst og form",
    "REF": "Henvisninger",
    "MAN": "Mandater",
    "MED": "Medlemmer",
    "MOT": "Møter",
    "SAK": "Saker",
    "AAR": "Årshjul",
    "DOK": "Dokumenter",
    "PUB": "Offentlighet",
    "UNN": "Unntak fra reglene",
}


def catalogue(rules: Iterable[RuleInfo], screen: Screen) -> str:
    """Every rule's code, name, severity, and whose demand it is."""
    families = groupby(rules, key=lambda rule: rule.code[:3])
    tables = tuple(_family(code, tuple(members)) for code, members in families)
    total = sum(len(table.rows) for table in tables)
    return sheet_as_text(Sheet("Regler", f"{total} regler. `ehelse regel KODE` forklarer én.", (), tables), screen)


def family_name(code: str) -> str:
    """What the family of rules is about: `MOT` is «Møter»."""
    return _FAMILIES.get(code, "")


def _family(code: str, rules: tuple[RuleInfo, ...]) -> Table:
    rows = tuple((rule.code, rule.name, str(rule.severity), str(rule.source)) for rule in rules)
    return Table(f"{code}  {family_name(code)}", ("Kode", "Navn", "Alvor", "Kilde"), rows)
