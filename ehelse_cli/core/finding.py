"""A finding: what is wrong, where, which clause it rests on, and what to do about it."""

import hashlib
from enum import StrEnum

from msgspec import Struct

from ehelse_cli.core.place import Location


class Severity(StrEnum):
    """How bad it is. The order of the members is the order of gravity, worst first."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    MERKNAD = "merknad"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Source(StrEnum):
    """Whose demand it is. Practice never poses as mandate."""

    MANDAT = "mandat"
    LOV = "lov"
    PRAKSIS = "praksis"
    FORMAT = "format"


class RuleInfo(Struct, frozen=True):
    """A rule's identity: the code is stable for ever, the name is what people say."""

    code: str
    name: str
    severity: Severity
    source: Source


class Related(Struct, frozen=True):
    """Another place that matters: the mandate's clause, or the place this one conflicts with.

    `anchor` is the clause's name in the mandate's prose (core/ankre.py), where it has one.
    """

    location: Location
    label: str
    title: str = ""
    anchor: str = ""


class Hit(Struct, frozen=True):
    """What a rule saw. The engine stamps it with the rule's identity and makes it a Finding.

    `key` holds the ids and canonical arguments that tell this finding from the rule's others: never a line
    number, never a sentence. `severity` and `source` override the rule's own where the clause's norm decides.
    """

    message: str
    location: Location
    key: tuple[str, ...]
    label: str = ""
    related: tuple[Related, ...] = ()
    values: tuple[str, ...] = ()
    help: str = ""
    severity: Severity | None = None
    source: Source | None = None


class Finding(Struct, frozen=True):
    """A stamped hit, ready to report."""

    rule: RuleInfo
    severity: Severity
    source: Source
    message: str
    location: Location
    key: tuple[str, ...]
    label: str = ""
    related: tuple[Related, ...] = ()
    values: tuple[str, ...] = ()
    help: str = ""

    @staticmethod
    def of(rule: RuleInfo, hit: Hit) -> "Finding":
        """The hit with the rule's identity. Practice warns at most, whatever the hit says."""
        source = hit.source or rule.source
        severity = hit.severity or rule.severity
        if source is Source.PRAKSIS and severity is Severity.FEIL:
            severity = Severity.ADVARSEL
        return Finding(
            rule, severity, source, hit.message, hit.location, hit.key, hit.label, hit.related, hit.values, hit.help
        )

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits that stay the same while the mistake does: no line numbers, no language."""
        text = "\x1f".join((self.rule.code, *self.key))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def order(self) -> tuple[str, int, int, str, tuple[str, ...]]:
        """Where it stands in a report: by place, then code."""
        return (self.location.path, self.location.line, self.location.column, self.rule.code, self.key)
