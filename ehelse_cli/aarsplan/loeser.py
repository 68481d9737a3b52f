"""The one module that knows the solver: a `Modell` in, days or a proof that there are none out.

The same model gives the same answer on the same version of the solver: one worker, a fixed seed, and a limit that is
counted in work and not in seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import date
from functools import singledispatchmethod
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ehelse_cli.aarsplan.modell import ALLTID, Antall, Krav, Laast, Modell, Plass, Sperret, Utelukker
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: Work in the solver's own unit, some three seconds on an ordinary machine: for a plan, and for a question.
GRENSE, GRENSE_SPOERSMAAL = 5.0, 2.0
#: More days than a year, with those before it and a long row of meetings that are not held, can be counted by.
_LENGST = 2_000


class NoSolverError(EhelseError):
    """The extra is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "planlegging trenger OR-tools, som ikke er installert", 'Kjør `pip install "ehelse-cli[planlegg]"`.'
        )


@dataclass(frozen=True, slots=True)
class Svar:
    """What came of it. `dager` are the places that got a day; `vilkaar` those that cannot all hold."""

    utfall: Literal["beste", "funnet", "umulig", "ukjent"]
    dager: dict[str, date]
    vilkaar: frozenset[str] = frozenset()


def har_loeser() -> bool:
    """Whether the extra is installed."""
    from importlib.util import find_spec

    return find_spec("ortools") is not None


def _loest(solver: cp_model.CpSolver, m: cp_model.CpModel) -> cp_model.CpSolverStatus:
    """What the solver comes to. It works beside us, so that whoever interrupts is heard at once."""
    with ThreadPoolExecutor(1) as beside:
        arbeidet = beside.submit(solver.solve, m)
        try:
            while not arbeidet.done():
                wait((arbeidet,), timeout=0.2)  # with a limit: else Windows would not hear either
        except KeyboardInterrupt:
            solver.stop_search()
            raise
        return arbeidet.result()


class Loeser:
    """A model, read by the solver once and asked several times: which vilkår hold is said each time."""

    def __init__(self, modell: Modell) -> None:
        """Read it.

        Raises:
            NoSolverError: if the extra is not installed.
        """
        if not har_loeser():
            raise NoSolverError
        from ortools.sat.python import cp_model

        self._cp = cp_model
        self._modell = modell
        self._m = cp_model.CpModel()
        self._holder = {en.id: self._m.new_bool_var(en.id) for en in modell.vilkaar}
        self._valgt: dict[str, dict[date, cp_model.IntVar]] = {}
        self._dagen: dict[str, cp_model.IntVar] = {}
        self._til_stede: dict[str, cp_model.IntVar] = {}
        self._paa: dict[tuple[str, date], cp_model.LiteralT] = {}
        self._kostnader: list[cp_model.LinearExprT] = []
        self._foerste = min((dag for plass in modell.plasser for dag in plass.dager), default=date.min)
        self._bygg()

    # --- what is asked

    def beste(self, uten: Collection[str] = ()) -> Svar:
        """The days that cost least, with every vilkår but these."""
        m = self._m.clone()
        for id_, var in self._holder.items():
            m.add(var == (id_ not in uten))
        m.minimize(sum(self._kostnader))
        return self._spoer(m, GRENSE)

    def kan(self, vilkaar: Iterable[str]) -> Svar:
        """Whether these alone can hold; where they cannot, some of them that cannot."""
        m = self._m.clone()
        m.add_assumptions([self._holder[id_] for id_ in sorted(vilkaar)])
        return self._spoer(m, GRENSE_SPOERSMAAL)

    def faerrest_brutt(self, uten: Collection[str] = ()) -> frozenset[str] | None:
        """The fewest more than these to set aside for the rest to hold; None where the limit came first."""
        m = self._m.clone()
        m.minimize(sum(1 - var for id_, var in self._holder.items() if id_ not in uten))
        solver = self._solver(GRENSE)
        if _loest(solver, m) != self._cp.OPTIMAL:
            return None
        return frozenset(id_ for id_, var in self._holder.items() if id_ not in uten and not solver.value(var))

    def _spoer(self, m: cp_model.CpModel, grense: float) -> Svar:
        solver = self._solver(grense)
        status = _loest(solver, m)
        if status == self._cp.INFEASIBLE:
            navn = {var.index: id_ for id_, var in self._holder.items()}
            skyld = frozenset(navn[nr] for nr in solver.sufficient_assumptions_for_infeasibility() if nr in navn)
            return Svar("umulig", {}, skyld)
        if status not in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            return Svar("ukjent", {})
        dager = {
            id_: dag for id_, valg in self._valgt.items() for dag, var in valg.items() if solver.boolean_value(var)
        }
        return Svar("beste" if status == self._cp.OPTIMAL else "funnet", dager)

    def _solver(self, grense: float) -> cp_model.CpSolver:
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = grense
        solver.parameters.catch_sigint_signal = False
        solver.parameters.cp_model_probing_level = 0  # it takes ten times as long as the answer does
        return solver

    # --- how it is read

    def _bygg(self) -> None:
        for plass in self._modell.plasser:
            self._plass(plass)
        self._per_dag()
        for rekke in self._modell.rekker:
            self._rekken(rekke)
        for krav in self._modell.krav:
            self._krav(krav)

    def _plass(self, plass: Plass) -> None:
        """One day or none; what each costs."""
        m, valg = self._m, {dag: self._m.new_bool_var(f"{plass.id} {dag}") for dag in plass.dager}
        til_stede = m.new_bool_var(plass.id)
        m.add(sum(valg.values()) == til_stede)
        self._valgt[plass.id], self._til_stede[plass.id] = valg, til_stede
        self._dagen[plass.id] = dagen = m.new_int_var(0, _LENGST, f"dagen {plass.id}")
        m.add(dagen == sum(self._nr(dag) * var for dag, var in valg.items())).only_enforce_if(til_stede)
        self._kostnader += [plass.oensker.get(dag, 0) * var for dag, var in valg.items() if plass.oensker.get(dag, 0)]
        self._kostnader.append(plass.savnes * (1 - til_stede) + plass.brukes * til_stede)

    def _per_dag(self) -> None:
        """Whether any of theirs begins that day: one at most, unless more are set to it already."""
        per: dict[tuple[str, date], list[cp_model.IntVar]] = {}
        hvem_er = {plass.id: plass.hvem for plass in self._modell.plasser}
        laast = Counter((hvem_er[en.plass], en.dag) for en in self._modell.krav if isinstance(en, Laast))
        for plass in self._modell.plasser:
            for dag, var in self._valgt[plass.id].items():
                per.setdefault((plass.hvem, dag), []).append(var)
        for noekkel, varene in per.items():
            self._paa[noekkel] = noen = self._m.new_bool_var(f"{noekkel[0]} {noekkel[1]}")
            self._m.add_max_equality(noen, varene) if laast[noekkel] > 1 else self._m.add(sum(varene) == noen)
            self._m.add(sum(varene) <= max(laast[noekkel], 1))

    def _rekken(self, rekke: Sequence[str]) -> None:
        """Each begins when the one before is over. One that stands empty has a day that nobody sees."""
        lengder = {plass.id: plass.lengde for plass in self._modell.plasser}
        for foer, etter in pairwise(rekke):
            self._m.add(self._dagen[foer] + lengder[foer] <= self._dagen[etter])

    def _nr(self, dag: date) -> int:
        """The day as a small number."""
        return (dag - self._foerste).days

    def _naar(self, *vilkaar: str) -> list[cp_model.LiteralT]:
        return [self._holder[id_] for id_ in vilkaar if id_ != ALLTID]

    def _har(self, hvem: str, dager: Iterable[date]) -> list[cp_model.LiteralT]:
        return [self._paa[hvem, dag] for dag in sorted(dager) if (hvem, dag) in self._paa]

    @singledispatchmethod
    def _krav(self, krav: Krav) -> None:
        raise TypeError(krav)

    @_krav.register
    def _(self, krav: Sperret) -> None:
        dager = sorted(krav.dager)
        valg = self._valgt[krav.plass] if krav.plass else {}
        varene = [valg[dag] for dag in dager if dag in valg] if krav.plass else self._har(krav.hvem, dager)
        if varene:
            self._m.add_bool_and([~var for var in varene]).only_enforce_if(self._naar(*krav.vilkaar))

    @_krav.register
    def _(self, krav: Utelukker) -> None:
        den, andre = self._har(krav.hvem, (krav.dag,)), self._har(krav.andre, krav.dager)
        if den and andre:
            self._m.add_bool_and([~var for var in andre]).only_enforce_if([*den, *self._naar(krav.vilkaar)])

    @_krav.register
    def _(self, krav: Antall) -> None:
        egne = (self._valgt[plass.id] for plass in self._modell.plasser if plass.hvem == krav.hvem)
        sum_ = sum(var for valg in egne for dag, var in valg.items() if krav.fra <= dag <= krav.til)
        self._m.add(sum_ >= krav.minst).only_enforce_if(self._naar(krav.vilkaar))
        if krav.hoeyst is not None:
            self._m.add(sum_ <= krav.hoeyst).only_enforce_if(self._naar(krav.vilkaar))

    @_krav.register
    def _(self, krav: Laast) -> None:
        self._m.add(self._valgt[krav.plass][krav.dag] == 1).only_enforce_if(self._naar(krav.vilkaar))
