"""Measures whether the tests bite: makes one small mistake at a time in core/ and rules/, and asks if any test minds.

    make mutation                                                 all of it: under forty minutes on two cores
    python -m mutation.run ehelse_cli/core/mengde.py              one module, or one folder
    python -m mutation.run --andel 0.1                            one mistake in ten, the same ones each time

The score is the mistakes that a test minded, of all that were made. One that makes the tests run for ever is minded;
one that no test runs is not. All is done in a copy of the tree, so that work may go on beside it. Writes
mutation/out/result.json, and to the terminal every mistake nobody minded and a line for each family.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from mutation import apart, equal
from mutation.operators import Mutant, mutants
from mutation.outcome import MeasurementError, Outcomes, outcome, result, score, table
from mutation.pool import run_apart
from mutation.session import Runs, Session

WHERE = ("ehelse_cli/core", "ehelse_cli/rules")
TESTS = ("tests/core", "tests/rules", "tests/kropper")
#: What the tests read.
NEEDED = ("data", "docs", "ehelse_cli", "templates", "tests", "pyproject.toml")
OUT = Path("mutation/out/result.json")
GOAL = 0.85

#: Seconds of tests for each mistake, as they last when nothing is wrong; those nearest to it come first.
BUDGET = 3.0
#: The same for mistakes outside functions, where collecting the tests costs more than running them.
BUDGET_APART = 1.0


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the tests bite, 1 when they do not bite enough."""
    options = _options(arguments)
    begun = time.monotonic()
    out = OUT.absolute()
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path.cwd(), Path(folder).resolve())
        chosen = sampled(everywhere(root, options.where or WHERE), options.andel)
        outcomes = attempted(root, chosen, options.samtidig)
        os.chdir(out.anchor)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(result(outcomes), ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{table(outcomes)}\n{time.monotonic() - begun:.0f} s")
    return 0 if score(outcomes.values()) >= GOAL else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m mutation.run", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("where", nargs="*", help="files or folders; otherwise core/ and rules/")
    parser.add_argument("--andel", type=float, default=1.0, help="how much of it to try: 0.1 is one in ten")
    parser.add_argument("--samtidig", type=int, default=os.cpu_count() or 1, help="how many at once")
    return parser.parse_args(arguments)


def copied(tree: Path, folder: Path) -> Path:
    """A copy of what the tests need, where the work is done; it is imported instead of what is installed."""
    for source in (tree / name for name in NEEDED):
        if source.is_dir():
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, folder)
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    return folder


def everywhere(root: Path, where: Iterable[str]) -> list[Mutant]:
    """Every mistake that means something, in these files and folders."""
    found = []
    for one in where:
        path = root / one
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            name = file.relative_to(root).as_posix()
            found += [mutant for mutant in mutants(name, file.read_bytes()) if not equal.is_equal(mutant)]
    return found


def sampled(found: Iterable[Mutant], share: float) -> list[Mutant]:
    """A share of them, the same for the same code, wherever in the file it stands."""

    def draw(mutant: Mutant) -> float:
        text = f"{mutant.path} {mutant.function} {mutant.before} {mutant.after}"
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) / (1 << 32)

    return [mutant for mutant in found if draw(mutant) < share]


def attempted(root: Path, chosen: Sequence[Mutant], at_once: int) -> Outcomes:
    """What came of each: first those inside functions, then those that take a new import."""
    runs, outcomes = _in_session(root, chosen, at_once)
    rest = [mutant for mutant in chosen if outcomes.get(mutant, "apart") == "apart"]

    def work(mutant: Mutant) -> int:
        _silence()
        return apart.attempt(root, mutant, runs, BUDGET_APART)

    tell = _teller()
    for nr, (mutant, status) in enumerate(run_apart(rest, work, at_once, seconds=20), start=1):
        outcomes[mutant] = outcome(status)
        if nr % 50 == 0:
            tell(f"{nr} of {len(rest)} outside functions")
    return outcomes


def _in_session(root: Path, chosen: Sequence[Mutant], at_once: int) -> tuple[Runs, dict[Mutant, str]]:
    """In a copy of the process, so that this one never imports the package."""
    file = root / "outcomes"
    tell = _teller()

    def work(_: None) -> int:
        session = Session(root, chosen, at_once, BUDGET, tell)
        pytest.main([*apart.OPTIONS, *TESTS], plugins=[session])
        file.write_bytes(pickle.dumps((session.runs, session.outcomes)))
        return int(not session.done)

    for _, status in run_apart([None], work, 1, seconds=7200):
        if status:
            raise MeasurementError
    return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 (written above)


def _teller() -> Callable[[str], object]:
    """Writes to the terminal, also from within pytest, which takes the usual way there."""
    terminal = os.dup(2)
    return lambda what: os.write(terminal, f"{what}\n".encode())


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


if __name__ == "__main__":
    sys.exit(main())
