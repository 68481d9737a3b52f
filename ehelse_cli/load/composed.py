"""What a YAML text comes to, without the parser that read it."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from ehelse_cli.load.problem import Problem
from ehelse_cli.load.spans import SpanTree

#: Keys that hold sentences, and keys that hold lists of them (format rule 8).
PROSE = frozenset({"tekst", "begrunnelse", "forutsetning"})
POINTS = frozenset({"vedtak", "forslag_til_vedtak", "spoersmaal"})

Value: TypeAlias = "dict[str, Value] | list[Value] | str"


class Composed(Struct, frozen=True):
    """What a text holds: the value (None if empty or unreadable), the mistakes, and where everything stands."""

    value: Value | None
    problems: tuple[Problem, ...]
    spans: SpanTree
