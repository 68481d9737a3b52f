"""Which changes an effect is due to: leave one out; where several are needed together, the smallest set of them.

An effect is known by a question: is it there when only these changes are made? None of them never gives it, all of them
always do. Nothing is assumed of what lies between: one change may undo another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, combinations

Valg = frozenset[int]
Holder = Callable[[Valg], bool]

#: More sets of one size than this are not tried; then a set is found by leaving out what can be left out.
_FLEST = 500


def aarsaker(alle: Valg, holder: Holder) -> tuple[tuple[int, ...], ...]:
    """The smallest sets of changes that give the effect, each in order; several where either of them suffices.

    A set holds every change that cannot be left out of the whole. Every set gives the effect, and no set does without
    any one of its changes.
    """
    trengs = frozenset(nr for nr in alle if not holder(alle - {nr}))
    if trengs and holder(trengs):
        return (_nedover(trengs, holder),)
    resten = sorted(alle - trengs)
    for antall in range(1, len(resten) + 1):
        utvalg = list(_utvalg(resten, antall))
        if len(utvalg) > _FLEST:
            break
        funnet = [trengs | set(valgte) for valgte in utvalg if holder(trengs | set(valgte))]
        if funnet:
            return tuple(sorted({_nedover(valg, holder) for valg in funnet}))
    return (_nedover(alle, holder),)


def _utvalg(resten: list[int], antall: int) -> Iterator[tuple[int, ...]]:
    """The sets of that size, and one more than are tried."""
    alle = combinations(resten, antall)
    return chain.from_iterable((valg,) for _, valg in zip(range(_FLEST + 1), alle, strict=False))


def _nedover(valg: Valg, holder: Holder) -> tuple[int, ...]:
    """The set without whatever can be left out, the last first: then nothing in it can."""
    while True:
        mindre = next((valg - {nr} for nr in sorted(valg, reverse=True) if len(valg) > 1 and holder(valg - {nr})), None)
        if mindre is None:
            return tuple(sorted(valg))
        valg = mindre
