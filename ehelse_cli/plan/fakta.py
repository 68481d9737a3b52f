"""What is asked of each world: facts about its members, seats, meetings and cases, each of one object on one day.

Two worlds differ in an object when its facts do. A fact is compared by its value alone; what it takes to tell of it
goes along. Every reader is a pure function of the world and the day.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ehelse_cli.plan.verden import Verden


@dataclass(frozen=True, slots=True)
class Faktum:
    """One thing that is so of an object."""

    verdi: Hashable
    med: Any = field(default=None, compare=False)
    """What it takes to tell of it."""


#: Object → what is so of it. An object that is left out has nothing of the kind.
Fakta = Mapping[str, Faktum]
Leser = Callable[[Verden, date], Fakta]


@dataclass(frozen=True, slots=True)
class Spoersmaal:
    """One thing to ask of a world, and the blocks of the mandate that the answer may hang on (None: any of them).

    A change of other blocks is not tried for it; tests/plan/test_spoersmaal.py holds every question to its word.
    """

    les: Leser
    blokker: frozenset[str] | None
    avtrykk: Callable[[Verden, date], Hashable] | None = None
    """Where worlds with the same imprint give the same answer, whichever changes they are made with."""
