"""One finding explained to the bottom: its numbers, the clause as the mandate words it, and what the rule is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from ehelse_cli.core.finding import Finding
from ehelse_cli.report.as_text import as_text
from ehelse_cli.report.report import Report
from ehelse_cli.report.rule_text import EXCEPTIONS, WHAT, WHY, paragraphs, sections
from ehelse_cli.report.screen import Screen


@dataclass(frozen=True, slots=True)
class Clause:
    """What a mandate says in the place a finding rests on: whose it is, and its blocks of Markdown."""

    mandate: str
    blocks: tuple[str, ...]


def explanation(
    report: Report, findings: Sequence[Finding], clauses: Mapping[Finding, Sequence[Clause]], screen: Screen
) -> str:
    """Each finding as it is always shown, then the clause in full, then the rule in its own words."""
    return "\n".join("\n".join(_explained(report, one, clauses.get(one, ()), screen)) + "\n" for one in findings)


def _explained(report: Report, finding: Finding, clauses: Sequence[Clause], screen: Screen) -> Iterator[str]:
    yield as_text(replace(report, findings=(finding,)), screen).rstrip("\n")
    for clause in clauses:
        yield from _part(f"Slik står det i mandatet {clause.mandate}", clause.blocks, screen)
    text = sections(report.pages.get(finding.rule.code, ""))
    for title, heading in ((WHAT, "Hva regelen sier"), (WHY, WHY), (EXCEPTIONS, EXCEPTIONS)):
        if title in text:
            yield from _part(heading, _blocks(text[title]), screen)
    yield from ("", f"`ehelse regel {finding.rule.code}` viser eksempler på feil og riktig.")


def _blocks(text: str) -> tuple[str, ...]:
    """The paragraphs and list items of a page, each on one line."""
    return tuple(block for part in text.replace("\n- ", "\n\n- ").split("\n\n") for block in paragraphs(part))


def _part(heading: str, blocks: Sequence[str], screen: Screen) -> Iterator[str]:
    yield from ("", screen.paint(heading, "fet"))
    for block in blocks:
        hang = 4 if block.startswith("- ") else 2
        first, *rest = screen.wrapped(block, hang, first=2) or [""]
        yield f"  {first}"
        yield from rest
