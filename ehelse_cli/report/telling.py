"""What a finding says, line by line, for the forms that have no fields of their own for it."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.core.finding import Finding, Related
from ehelse_cli.report.safe import one_line


def told(finding: Finding) -> tuple[str, ...]:
    """The message first, then what is marked, the sum, the clause and the way out; each harmless and on one line."""
    return tuple(map(one_line, _told(finding)))


def _told(finding: Finding) -> Iterator[str]:
    yield finding.message
    if finding.label:
        yield f"merket: {finding.label}"
    yield from (f"regnestykke: {value}" for value in finding.values)
    yield from (f"{related_text(related)} ({related.location})" for related in finding.related)
    yield from (f"hjelp: {line}" for line in finding.help.splitlines())


def related_text(related: Related) -> str:
    """What a place beside the finding is, and what is marked there."""
    return " – ".join(part for part in (related.title or "se også", related.label) if part)
