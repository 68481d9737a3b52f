"""action.yml as a runner runs it: its steps, taken out with a YAML reader, in a repository of somebody else's."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.checkout import ROOT, copy_of_ours, repository, run
from tests.cli.running import BAD, GOOD, write

_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")

ACTION: dict[str, Any] = YAML(typ="safe").load(ROOT / "action.yml")
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]


def test_no_value_from_outside_stands_in_a_script() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert [step for step in STEPS if "uses" in step] == []
    assert [step["run"] for step in STEPS if "${{" in step["run"]] == []
    assert {step["shell"] for step in STEPS} == {"bash"}


def test_every_value_from_outside_is_one_that_is_told_of() -> None:
    used = {name for step in STEPS for value in step.get("env", {}).values() for name in _INPUT.findall(value)}

    assert used == set(ACTION["inputs"])
    assert all(given["description"] and "default" in given for given in ACTION["inputs"].values())


def test_what_is_installed_is_locked_and_what_is_run_is_isolated() -> None:
    install, check = (step["run"] for step in STEPS)

    assert "--require-hashes" in (ROOT / "tools" / "venv").read_text("utf-8")
    assert {"--no-deps", "--no-build-isolation", "--no-index"} <= set(install.split())
    assert '/bin/python" -I -m ehelse_cli valider' in check


@dataclass(frozen=True)
class Runner:
    """A machine that runs the action's steps on a repository."""

    action: Path
    temp: Path

    def environment(self) -> dict[str, str]:
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "RUNNER_TEMP": str(self.temp),
            "PYTHON": sys.executable,
        }

    def step(self, number: int, workspace: Path, given: Mapping[str, str] | None = None) -> tuple[int, str]:
        """One step's exit code and what it printed."""
        for name in ("output", "summary.md"):
            (self.temp / name).write_text("")
        script = self.temp / "script.sh"
        script.write_text(STEPS[number]["run"], encoding="utf-8")
        env = {name: self._value(value, given or {}) for name, value in STEPS[number].get("env", {}).items()}
        # as a runner does for `shell: bash`
        command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
        done = run(*command, cwd=workspace, env={**self.environment(), **env}, code=None)
        return done.returncode, done.stdout + done.stderr

    def outputs(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in (self.temp / "output").read_text().splitlines())

    @staticmethod
    def _value(value: str, given: Mapping[str, str]) -> str:
        return _INPUT.sub(lambda found: given.get(found[1], ACTION["inputs"][found[1]]["default"]), value)


@pytest.mark.slow
def test_the_steps_run(tmp_path: Path) -> None:
    """All in one, since installing takes the time."""
    runner = Runner(copy_of_ours(tmp_path / "action"), tmp_path / "temp")
    runner.temp.mkdir()
    workspace = tmp_path / "workspace"
    trap = {"ehelse_cli/__init__.py": "raise SystemExit(99)\n", "json.py": "raise SystemExit(99)\n"}
    write(workspace, {**GOOD, **trap})
    repository(workspace)

    code, printed = runner.step(0, workspace)
    assert code == 0, printed
    _nothing_wrong(runner, workspace)
    _something_wrong(runner, workspace)
    _values_are_no_commands(runner, workspace)
    _nothing_there(runner, tmp_path)


def _nothing_wrong(runner: Runner, workspace: Path) -> None:
    code, printed = runner.step(1, workspace)
    assert code == 0, printed
    assert "::error" not in printed
    assert runner.outputs() == {"svar": "0", "sarif": str(runner.temp / "ehelse.sarif")}


def _something_wrong(runner: Runner, workspace: Path) -> None:
    write(workspace, BAD)
    code, printed = runner.step(1, workspace)
    assert code == 1
    assert re.search(r"^::error file=data/virksomheter\.yaml,line=2,.*col=18", printed, re.MULTILINE), printed
    assert runner.outputs()["svar"] == "1"
    report = json.loads(Path(runner.outputs()["sarif"]).read_text("utf-8"))
    assert [result["ruleId"] for result in report["runs"][0]["results"]] == ["LES102"]
    assert "LES102" in (runner.temp / "summary.md").read_text("utf-8")
    assert runner.step(1, workspace, {"feil-ved": "aldri"})[0] == 0
    assert runner.step(1, workspace, {"mot": "HEAD"})[0] == 1
    repository(workspace)
    assert runner.step(1, workspace, {"mot": "HEAD"})[0] == 0


def _values_are_no_commands(runner: Runner, workspace: Path) -> None:
    for name, svar in (("feil-ved", 2), ("per", 2), ("mot", 2)):
        code, printed = runner.step(1, workspace, {name: '$(touch ../../stolen)"; touch stolen #'})
        assert code == svar, printed
        assert runner.outputs()["svar"] == str(svar)
    assert list(workspace.parent.rglob("stolen")) == []


def _nothing_there(runner: Runner, folder: Path) -> None:
    empty = folder / "empty" / "data"
    empty.mkdir(parents=True)
    assert runner.step(1, empty.parent)[0] == 3
    assert runner.outputs()["svar"] == "3"
