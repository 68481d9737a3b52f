"""The clock of an agenda: when each line begins and ends, by the planned minutes and the times that are fixed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from msgspec import Struct

_DOEGN = 24 * 60


class Linje(Struct, frozen=True):
    """What the clock needs to know of a line: its minutes, and the time it is fixed to. None: not known."""

    minutter: int | None = None
    kl: time | None = None


class Klokkeslett(Struct, frozen=True):
    """When a line begins and ends. None where it does not follow from what is written."""

    fra: time | None = None
    til: time | None = None


def regn_ut(start: time | None, linjer: Iterable[Linje]) -> tuple[Klokkeslett, ...]:
    """The times of one day's lines, in order.

    A fixed time holds over the sum of the minutes before it. After a line without minutes, and past midnight, nothing
    is known until the next fixed time: no clock rather than a guess.
    """
    naa = _minutt(start)
    tider = []
    for linje in linjer:
        fra = _minutt(linje.kl) if linje.kl else naa
        naa = None if fra is None or linje.minutter is None else fra + linje.minutter
        tider.append(Klokkeslett(_tid(fra), _tid(naa)))
    return tuple(tider)


def _minutt(tid: time | None) -> int | None:
    return None if tid is None else tid.hour * 60 + tid.minute


def _tid(minutt: int | None) -> time | None:
    return None if minutt is None or minutt >= _DOEGN else time(*divmod(minutt, 60))
