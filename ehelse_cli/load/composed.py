"""What a YAML text comes to, without the parser that read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ehelse_cli.load.problem import Problem
from ehelse_cli.load.spans import SpanTree

Value: TypeAlias = "dict[str, Value] | list[Value] | str"


@dataclass(frozen=True, slots=True)
class Composed:
    """What a text holds: the value (None if empty or unreadable), the mistakes, and where everything stands."""

    value: Value | None
    problems: tuple[Problem, ...]
    spans: SpanTree
