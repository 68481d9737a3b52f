"""What happens inside one pytest session: first all tests, to see which lines each runs; then each mistake, in a copy.

A function is changed where it lives: its code object is exchanged, so that all who have imported it get the mistake.
"""

from __future__ import annotations

import gc
import pickle
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import coverage
import pytest

from mutation.operators import Mutant
from mutation.outcome import APART, MeasurementError, outcome
from mutation.pool import run_apart

#: Test → file → the lines of it that the test runs.
Lines = Mapping[str, Mapping[str, frozenset[int]]]


@dataclass(frozen=True, slots=True)
class Runs:
    """What the tests do when nothing is wrong."""

    lines: Lines
    seconds: Mapping[str, float]

    def chosen_for(self, mutant: Mutant, budget: float) -> tuple[str, ...]:
        """The tests that meet the mistake, the nearest first, as many as take `budget` seconds together.

        Near is first the module's own tests, then those that run most lines of it in a second. A mistake outside
        functions is met by all who use the module, and by its own tests, which may need no more than import it; the
        quickest first.
        """
        within = set(range(mutant.lines[0], mutant.lines[1] + 1)) if mutant.function else None
        met = [
            (
                not is_near(test, mutant.path),
                self.seconds[test] / (len(run or ()) if within else 1),
                self.seconds[test],
                test,
            )
            for test, files in self.lines.items()
            if ((run := files.get(mutant.path)) and (within is None or not within.isdisjoint(run)))
            or (within is None and is_near(test, mutant.path))
        ]
        spent = 0.0
        chosen: list[str] = []
        for *_, seconds, test in sorted(met):
            spent += seconds
            if chosen and spent > budget:
                break
            chosen.append(test)
        return tuple(chosen)


def is_near(test: str, path: str) -> bool:
    """Whether the test is written for the module; for `rules/med_x.py`: test_med*.py, and the pages of MED.

    What many rules share is tried by the family it is named after: `references.py` by test_ref.py.
    """
    module = Path(path).with_suffix("")
    family = module.name.split("_")[0]
    names = {module.name, module.parent.name} if "core" in module.parts else {family}
    file, _, rest = test.partition("::")
    stem = Path(file).stem.removeprefix("test_")
    return stem in names or family.startswith(stem.split("_")[0]) or f"[{family.upper()}" in rest


class Session:
    """A pytest plugin that runs the mistakes in the place of the tests."""

    def __init__(
        self, root: Path, mutants: Sequence[Mutant], at_once: int, budget: float, tell: Callable[[str], object]
    ) -> None:
        self.root = root
        self.mutants = mutants
        self.at_once = at_once
        self.budget = budget
        self.tell = tell
        self.runs = Runs({}, {})
        self.outcomes: dict[Mutant, str] = {}
        self.done = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure, then try."""
        reporter = session.config.pluginmanager.unregister(name="terminalreporter")
        self.runs = self._measured(session)
        items = {item.nodeid: item for item in session.items}
        chosen = {mutant: self.runs.chosen_for(mutant, self.budget) for mutant in self.mutants}
        self.outcomes |= {mutant: "no test runs it" for mutant, tests in chosen.items() if not tests}
        codes = Codes(self.root, {mutant.path for mutant in self.mutants})

        def attempt(mutant: Mutant) -> int:
            if not codes.exchange(mutant):
                return APART
            return run(session, [items[test] for test in chosen[mutant]])

        met = [mutant for mutant, tests in chosen.items() if tests and mutant.function]
        for mutant, status in run_apart(met, attempt, self.at_once, seconds=8):
            self.outcomes[mutant] = outcome(status)
            if self.outcomes[mutant] == "survived":
                self.tell(str(mutant))
            if len(self.outcomes) % 250 == 0:
                self.tell(f"{len(self.outcomes)} of {len(self.mutants)}")
        session.config.pluginmanager.register(reporter, "terminalreporter")
        self.done = True
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Name what is red before anything is changed."""
        if report.failed and not self.runs.seconds:
            self.tell(f"fails as it is: {report.nodeid}")

    def _measured(self, session: pytest.Session) -> Runs:
        file = self.root / "runs"

        def measure(_: None) -> int:
            runs, status = measured(session, self.root, sorted({mutant.path for mutant in self.mutants}))
            file.write_bytes(pickle.dumps(runs))
            return status

        for _, status in run_apart([None], measure, 1, seconds=600):
            if status:
                raise MeasurementError
        return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 (written above)


def run(session: pytest.Session, items: Sequence[pytest.Item]) -> int:
    """Run the tests, up to the first that fails: how many did."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def measured(session: pytest.Session, root: Path, paths: Iterable[str]) -> tuple[Runs, int]:
    """Run all tests and see which lines each runs, and how long it takes."""
    watch = coverage.Coverage(data_file=None, config_file=False, include=[str(root / path) for path in paths])
    watch.set_option("run:core", "ctrace")  # what Python 3.14 measures with by itself, cannot tell tests apart
    seconds: dict[str, float] = {}
    watch.start()
    for item, following in zip(session.items, [*session.items[1:], None], strict=True):
        watch.switch_context(item.nodeid)
        before = process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        seconds[item.nodeid] = process_time() - before
    watch.stop()
    lines: dict[str, dict[str, set[int]]] = {item.nodeid: {} for item in session.items}
    for file in watch.get_data().measured_files():
        path = Path(file).relative_to(root).as_posix()
        for line, tests in watch.get_data().contexts_by_lineno(file).items():
            for test in tests:
                if test:
                    lines[test].setdefault(path, set()).add(line)
    frozen = {test: {path: frozenset(run) for path, run in files.items()} for test, files in lines.items()}
    return Runs(frozen, seconds), int(session.testsfailed > 0)


class Codes:
    """The functions that are alive, by file, name and first line."""

    def __init__(self, root: Path, paths: Iterable[str]) -> None:
        self.root = root
        files = {str(root / path): path for path in paths}
        self.alive: dict[tuple[str, str, int], list[types.FunctionType]] = {}
        for one in gc.get_objects():
            if isinstance(one, types.FunctionType) and (path := files.get(one.__code__.co_filename)):
                code = one.__code__
                self.alive.setdefault((path, code.co_qualname, code.co_firstlineno), []).append(one)

    def exchange(self, mutant: Mutant) -> bool:
        """Give the function the code with the mistake in it. False where it cannot be done."""
        file = self.root / mutant.path
        module = compile(mutant.applied(file.read_bytes()), str(file), "exec")
        new = {(code.co_qualname, code.co_firstlineno): code for code in _codes(module)}
        code = new[mutant.function, mutant.first]
        alive = self.alive.get((mutant.path, mutant.function, mutant.first), [])
        if any(len(function.__code__.co_freevars) != len(code.co_freevars) for function in alive):
            return False
        for function in alive:
            function.__code__ = code
        return bool(alive)


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield constant
            yield from _codes(constant)
