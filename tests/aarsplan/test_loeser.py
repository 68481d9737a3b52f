"""The solver beside us: interrupted, without time, and not there."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Event
from time import monotonic

import pytest

from ehelse_cli.aarsplan import loeser
from ehelse_cli.aarsplan.loeser import Loeser, NoSolverError
from ehelse_cli.aarsplan.modell import ALLTID, Antall, Laast, Modell, Plass, Vilkaar
from ehelse_cli.aarsplan.plan import NotFinishedError
from tests.aarsplan.aaret import Aaret, Raadet, plan

DAGER = tuple(date(2027, 3, 1) + timedelta(days=nr) for nr in range(5))
PLASSER = tuple(Plass(f"a/{nr}", "a", DAGER, dict.fromkeys(DAGER, 1), savnes=50) for nr in (1, 2))
TO = Antall("to", "a", DAGER[0], DAGER[-1], 2, 2)
MODELL = Modell((Vilkaar("to", "", "to møter"),), PLASSER, (TO,), (("a/1", "a/2"),))


class _Endless:
    """A solver that goes on until it is stopped."""

    def __init__(self) -> None:
        self._stopped = Event()

    def solve(self, _: object) -> bool:
        return self._stopped.wait(60)

    def stop_search(self) -> None:
        self._stopped.set()


def test_who_interrupts_is_heard_and_the_solver_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loeser, "wait", interrupted)
    start = monotonic()
    with pytest.raises(KeyboardInterrupt):
        loeser._loest(_Endless(), None)  # type: ignore[arg-type]
    assert monotonic() - start < 30


def test_without_time_nothing_is_said_of_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loeser, "GRENSE", 0.0)
    monkeypatch.setattr(loeser, "GRENSE_SPOERSMAAL", 0.0)
    with pytest.raises(NotFinishedError, match="verken funnet en plan for 2027 eller vist at det ikke finnes noen"):
        plan(Aaret((Raadet("raadet", dager=("2026-03-11", "2026-06-10", "2026-09-16")), Raadet("utvalget"))))


def test_without_the_extra_it_is_said_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loeser, "har_loeser", lambda: False)
    with pytest.raises(NoSolverError):
        Loeser(MODELL)


def test_what_is_set_to_one_day_already_is_counted_twice_there() -> None:
    laast = tuple(Laast(ALLTID, en.id, DAGER[2]) for en in PLASSER)
    svar = Loeser(Modell(MODELL.vilkaar, PLASSER, (TO, *laast))).beste()
    assert svar.dager == {"a/1": DAGER[2], "a/2": DAGER[2]}


def test_an_unknown_kind_of_demand_is_our_own_mistake() -> None:
    with pytest.raises(TypeError):
        Loeser(Modell(MODELL.vilkaar, PLASSER, ("noe",)))  # type: ignore[arg-type]
