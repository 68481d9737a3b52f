"""The remarks on a file from outside, for a screen: where, what, and what to do, the gravest marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ehelse_cli.core.finding import Severity
from ehelse_cli.importer.remark import Remark
from ehelse_cli.report.as_text import COLOURS
from ehelse_cli.report.screen import Screen

_SEVERAL = {Severity.FEIL: "feil", Severity.ADVARSEL: "advarsler", Severity.MERKNAD: "merknader"}


def as_text(remarks: Sequence[Remark], screen: Screen) -> str:
    """All of them, and how many there are; nothing where there are none."""
    if not remarks:
        return ""
    lines = [line for one in remarks for line in _lines(one, screen)]
    return "\n".join([*lines, _count(remarks)]) + "\n"


def _lines(one: Remark, screen: Screen) -> Iterator[str]:
    """`feil: liste.csv C7 (Fra): …` and the way out below it."""
    head = f"{one.severity}: "
    first, *rest = screen.wrapped(f"{one.place}: {one.message}", 4, len(head))
    yield screen.paint(str(one.severity), "fet", COLOURS[one.severity]) + ": " + first
    yield from rest
    if one.help:
        yield from (f"    {line}" if nr == 0 else line for nr, line in enumerate(screen.wrapped(f"→ {one.help}", 6, 4)))


def _count(remarks: Sequence[Remark]) -> str:
    counted = Counter(one.severity for one in remarks)
    words = [
        f"{counted[grade]} {grade if counted[grade] == 1 else _SEVERAL[grade]}" for grade in Severity if counted[grade]
    ]
    return ", ".join(words)
