"""A mistake outside functions: tables, defaults and models are made at import, so all is imported anew, in a copy."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import pytest
from hypothesis import Phase, settings

from mutation.operators import Mutant
from mutation.session import Runs

# A failing example need not be the smallest.
settings.register_profile(
    "mistakes", derandomize=True, database=None, deadline=None, max_examples=40, phases=[Phase.explicit, Phase.generate]
)
OPTIONS = (
    *("-q", "--no-header", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-m", "not slow"),
    "--hypothesis-profile=mistakes",
)


class Mistaken(MetaPathFinder):
    """Imports one module with the mistake in it."""

    def __init__(self, root: Path, mutant: Mutant) -> None:
        self.root = root
        self.mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module's own spec, with a loader that changes it."""
        spec = PathFinder.find_spec(fullname, path, target)
        file = self.root / self.mutant.path
        if spec is None or spec.origin != str(file):
            return None
        spec.loader = _Loader(fullname, str(file), self.mutant)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, mutant: Mutant) -> None:
        super().__init__(fullname, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        file = Path(self.get_filename(fullname))
        return compile(self.mutant.applied(file.read_bytes()), str(file), "exec")


class Only:
    """A pytest plugin that keeps these tests, and those that were not there when nothing was wrong."""

    def __init__(self, wanted: Collection[str], known: Mapping[str, object]) -> None:
        self.wanted = frozenset(wanted)
        self.known = known

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        items[:] = [item for item in items if item.nodeid in self.wanted or item.nodeid not in self.known]


def attempt(root: Path, mutant: Mutant, runs: Runs, budget: float) -> int:
    """Run the tests that meet the mistake in this process, which has not imported the package: 0 when none minds."""
    sys.meta_path.insert(0, Mistaken(root, mutant))
    wanted = runs.chosen_for(mutant, budget)
    files = sorted({test.partition("::")[0] for test in wanted})
    status = pytest.main([*OPTIONS, "-x", *files], plugins=[Only(wanted, runs.seconds)])
    return int(status != pytest.ExitCode.OK)
