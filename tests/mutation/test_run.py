"""The whole of it on a tree of two modules: what is minded, what is not, and what no test runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mutation.operators import Mutant, mutants
from mutation.outcome import MeasurementError, family, outcome, score
from mutation.pool import BROKEN
from mutation.run import sampled
from mutation.session import Runs, is_near

REPO = Path(__file__).parents[2]

TREE = {
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = ['--import-mode=importlib']\nmarkers = ['slow: x']\n",
    "ehelse_cli/__init__.py": "",
    "ehelse_cli/core/__init__.py": "",
    "ehelse_cli/rules/__init__.py": "",
    "ehelse_cli/core/tall.py": """\
GRENSE = 3
NAVN = "ubrukt"


def er_stort(tall):
    return tall > GRENSE


def er_lite(tall):
    if tall < 0:
        raise ValueError(tall)
    return tall < 2


def ingen_kaller(tall):
    return not tall
""",
    "tests/core/test_tall.py": """\
from ehelse_cli.core.tall import er_lite, er_stort


def test_tall():
    assert er_stort(4)
    assert not er_stort(3)
    assert er_lite(1)
""",
    "tests/rules/test_x.py": "",
    "tests/kropper/test_x.py": "",
}


def measured(folder: Path, tree: dict[str, str]) -> subprocess.CompletedProcess[str]:
    for path, text in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    command = [sys.executable, "-m", "mutation.run", "--samtidig", "2"]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(REPO)}, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_what_nobody_minds_is_told(tmp_path: Path) -> None:
    ran = measured(tmp_path, TREE)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    result: dict[str, Any] = json.loads((tmp_path / "mutation/out/result.json").read_text("utf-8"))
    assert result["nobody minded"] == [
        "ehelse_cli/core/tall.py:2: \"ubrukt\" → ('ubruktX')",
        "ehelse_cli/core/tall.py:10: tall < 0 → (tall <= 0)",
        "ehelse_cli/core/tall.py:10: 0 → (1)",
        "ehelse_cli/core/tall.py:11: raise ValueError(tall) → pass",
        "ehelse_cli/core/tall.py:12: tall < 2 → (tall <= 2)",
        "ehelse_cli/core/tall.py:12: 2 → (3)",
        "ehelse_cli/core/tall.py:16: return not tall → return None",
        "ehelse_cli/core/tall.py:16: not tall → (tall)",
    ]
    minded = result["mistakes"] - 8
    assert result["families"] == {"core/tall": {"score": result["score"], "mistakes": result["mistakes"]}}
    assert result["score"] == round(minded / result["mistakes"], 4)
    assert minded == 4


@pytest.mark.slow
def test_red_tests_measure_nothing(tmp_path: Path) -> None:
    ran = measured(tmp_path, {**TREE, "tests/rules/test_x.py": "def test_x():\n    assert False\n"})
    assert ran.returncode != 0
    assert not (tmp_path / "mutation/out/result.json").exists()
    assert "fails as it is: tests/rules/test_x.py::test_x" in ran.stderr


@pytest.mark.parametrize(
    ("status", "came"), [(0, "survived"), (1, "killed"), (-24, "stopped"), (-9, "stopped"), (71, "apart")]
)
def test_the_end_of_a_copy_tells_what_came_of_it(status: int, came: str) -> None:
    assert outcome(status) == came


def test_a_copy_that_breaks_is_no_answer() -> None:
    with pytest.raises(MeasurementError):
        outcome(BROKEN)


def test_what_never_ends_is_minded_and_what_no_test_runs_is_not() -> None:
    assert score(["killed", "stopped", "survived", "no test runs it"]) == 0.5


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("ehelse_cli/core/mengde.py", "core/mengde"),
        ("ehelse_cli/core/mandat/regel.py", "core/mandat"),
        ("ehelse_cli/rules/med_rader.py", "rules/med"),
    ],
)
def test_a_mistake_belongs_to_a_family(path: str, name: str) -> None:
    assert family(path) == name


@pytest.mark.parametrize(
    ("test", "path", "near"),
    [
        ("tests/core/test_mengde.py::test_x", "ehelse_cli/core/mengde.py", True),
        ("tests/core/test_frist.py::test_x", "ehelse_cli/core/mengde.py", False),
        ("tests/core/test_sammensetning.py::test_x", "ehelse_cli/core/sammensetning/krav.py", True),
        ("tests/rules/test_med_rader.py::test_x", "ehelse_cli/rules/med_perioder.py", True),
        ("tests/rules/test_ref.py::test_x", "ehelse_cli/rules/references.py", True),
        ("tests/rules/test_pages.py::test_x[MED401]", "ehelse_cli/rules/med_perioder.py", True),
        ("tests/rules/test_pages.py::test_x[MOT501]", "ehelse_cli/rules/med_perioder.py", False),
    ],
)
def test_the_nearest_tests_are_those_written_for_the_module(test: str, path: str, near: bool) -> None:
    assert is_near(test, path) is near


def mistake(function: str, lines: tuple[int, int]) -> Mutant:
    return Mutant("ehelse_cli/core/mengde.py", 0, 0, "", "", lines, function)


RUNS = Runs(
    {
        "tests/rules/test_a.py::far": {"ehelse_cli/core/mengde.py": frozenset({1, 2, 3})},
        "tests/core/test_mengde.py::near": {"ehelse_cli/core/mengde.py": frozenset({2})},
        "tests/core/test_mengde.py::elsewhere": {"ehelse_cli/core/mengde.py": frozenset({9})},
        "tests/core/test_mengde.py::never": {},
    },
    {
        "tests/rules/test_a.py::far": 2.0,
        "tests/core/test_mengde.py::near": 2.0,
        "tests/core/test_mengde.py::elsewhere": 2.0,
        "tests/core/test_mengde.py::never": 2.0,
    },
)


@pytest.mark.parametrize(
    ("mutant", "budget", "chosen"),
    [
        (mistake("f", (2, 3)), 9, ["near", "far"]),
        (mistake("f", (2, 3)), 3, ["near"]),
        (mistake("f", (2, 3)), 1, ["near"]),
        (mistake("f", (4, 5)), 9, []),
        (mistake("", (4, 5)), 9, ["elsewhere", "near", "never", "far"]),
    ],
)
def test_the_tests_that_meet_a_mistake_are_run_the_nearest_first(
    mutant: Mutant, budget: float, chosen: list[str]
) -> None:
    assert [test.partition("::")[2] for test in RUNS.chosen_for(mutant, budget)] == chosen


def test_a_share_is_the_same_wherever_the_code_stands() -> None:
    source = "".join(f"x{nr} = {nr}\n" for nr in range(400))
    some = [one.before for one in sampled(mutants("a.py", source.encode()), 0.25)]
    moved = [one.before for one in sampled(mutants("a.py", f"\n\n{source}".encode()), 0.25)]
    assert some == moved
    assert 70 < len(some) < 130
