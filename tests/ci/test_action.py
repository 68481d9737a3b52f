"""action.yml as a runner runs it: its steps, taken out with a YAML reader, in a repository of somebody else's."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from ehelse_cli.report.github_kommentar import MERKE
from tests.ci.checkout import ROOT, copy_of_ours, repository, run
from tests.cli.running import BAD, GOOD, write

_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
_OUTPUT = re.compile(r"\$\{\{ steps\.([a-z]+)\.outputs\.([a-z]+) \}\}")

ACTION: dict[str, Any] = YAML(typ="safe").load(ROOT / "action.yml")
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]


def test_no_value_from_outside_stands_in_a_script() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert [step for step in STEPS if "uses" in step] == []
    assert [step["run"] for step in STEPS if "${{" in step["run"]] == []
    assert {step["shell"] for step in STEPS} == {"bash"}


def test_every_value_from_outside_is_one_that_is_told_of() -> None:
    in_env = {name for step in STEPS for value in step.get("env", {}).values() for name in _INPUT.findall(value)}
    in_if = {name for step in STEPS for name in re.findall(r"inputs\.([a-z-]+)", step.get("if", ""))}

    assert in_env | in_if == set(ACTION["inputs"])
    assert in_env & in_if == set()
    assert all(given["description"] and "default" in given for given in ACTION["inputs"].values())


def test_what_is_installed_is_locked_and_what_is_run_is_isolated() -> None:
    install, check, compare, comment = (step["run"] for step in STEPS)

    assert "--require-hashes" in (ROOT / "tools" / "venv").read_text("utf-8")
    assert {"--no-deps", "--no-build-isolation", "--no-index"} <= set(install.split())
    assert '/bin/python" -I -m ehelse_cli valider' in check
    assert '/bin/python" -I -m ehelse_cli)' in compare
    assert "python" not in comment


def test_what_comments_is_run_only_when_it_is_asked_for() -> None:
    assert [step.get("if", "") for step in STEPS] == [
        "",
        "inputs.gjoer == 'valider'",
        "inputs.gjoer == 'kommenter'",
        "inputs.gjoer == 'kommenter' && steps.mandat.outputs.kommentar",
    ]
    assert ACTION["inputs"]["gjoer"]["default"] == "valider"
    assert [bool(step.get("env", {}).get("GH_TOKEN")) for step in STEPS] == [False, False, False, True]


def test_the_mark_is_the_comments_first_line() -> None:
    assert MERKE in STEPS[3]["run"]


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

    def step(
        self,
        number: int,
        workspace: Path,
        given: Mapping[str, str] | None = None,
        surroundings: Mapping[str, str] | None = None,
    ) -> tuple[int, str]:
        """One step's exit code and what it printed."""
        for name in ("output", "summary.md"):
            (self.temp / name).write_text("")
        script = self.temp / "script.sh"
        script.write_text(STEPS[number]["run"], encoding="utf-8")
        env = {name: self._value(value, given or {}) for name, value in STEPS[number].get("env", {}).items()}
        env |= surroundings or {}
        # as a runner does for `shell: bash`
        command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
        done = run(*command, cwd=workspace, env={**self.environment(), **env}, code=None)
        return done.returncode, done.stdout + done.stderr

    def outputs(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in (self.temp / "output").read_text().splitlines())

    @staticmethod
    def _value(value: str, given: Mapping[str, str]) -> str:
        """With what the workflow gave; what an earlier step put out is given as `step.name`."""
        value = _OUTPUT.sub(lambda found: given[f"{found[1]}.{found[2]}"], value)
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
    _a_comment_is_made(runner, tmp_path / "mandater")


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


_MANDATE = "---\nforum: raadet\nstatus: vedtatt\ngjelder_fra: 2024-01-01\nsammensetning: {seter: 5}\n---\n"


def _a_comment_is_made(runner: Runner, workspace: Path) -> None:
    """Of what the branch changes, with both sides named; none where there has never been a mandate."""
    write(workspace, {"data/forum/raadet.yaml": "navn: Rådet\n"})
    repository(workspace)
    pull = {"GITHUB_BASE_REF": "main"}
    run("git", "update-ref", "refs/remotes/origin/main", "HEAD", cwd=workspace)
    assert runner.step(2, workspace, surroundings=pull)[0] == 0
    assert runner.outputs() == {}
    write(workspace, {"data/mandater/raadet/2024-01-01.md": _MANDATE})
    repository(workspace)
    run("git", "update-ref", "refs/remotes/origin/main", "HEAD", cwd=workspace)
    write(workspace, {"data/mandater/raadet/2024-01-01.md": _MANDATE.replace("seter: 5", "seter: 4")})
    repository(workspace)

    code, printed = runner.step(2, workspace, surroundings=pull)
    assert (code, printed) == (0, "")
    comment = Path(runner.outputs()["kommentar"]).read_text("utf-8")
    assert comment.startswith(f"{MERKE}\n")
    assert "5 | 4 |" in comment
    assert "5 | 4 |" in (runner.temp / "summary.md").read_text("utf-8")
    assert runner.step(2, workspace, {"mot": "finnes-ikke"}, pull)[0] == 2
    assert runner.step(2, workspace, {"mot": "$(touch stolen)"}, pull)[0] == 2
    assert list(workspace.parent.rglob("stolen")) == []


# --- gh, as far as the last step knows it: the comments of one pull request in a file, and jq for --jq

_GH = """\
#!{python}
import json, subprocess, sys
from pathlib import Path

state = Path({state!r})
comments = json.loads(state.read_text("utf-8"))
given = sys.argv[2:]
named = dict(zip(given, given[1:]))
method = named.get("--method", "GET")
where = next(word for word in given if word.startswith("repos/"))
if method != "GET" and Path({readonly!r}).exists():
    sys.exit("gh: Resource not accessible by integration (HTTP 403)")
if method == "GET":
    assert where == "repos/eier/raad/issues/7/comments?per_page=100", where
    told = subprocess.run(["jq", "-r", named["--jq"]], input=json.dumps(comments), capture_output=True, text=True)
    sys.stdout.write(told.stdout)
    sys.exit(told.returncode)
body = Path(named["--field"].removeprefix("body=@")).read_text("utf-8")
if method == "PATCH":
    (one,) = [one for one in comments if where == f"repos/eier/raad/issues/comments/{{one['id']}}"]
    one["body"] = body
else:
    assert where == "repos/eier/raad/issues/7/comments", where
    login = "github-actions[bot]"
    comments.append({{"id": 100 + len(comments), "user": {{"login": login}}, "body": body}})
state.write_text(json.dumps(comments), "utf-8")
"""


@dataclass(frozen=True)
class Pull:
    """A pull request with comments, and the last step run on it."""

    runner: Runner
    folder: Path

    def told(self, body: str, ref: str = "refs/pull/7/merge") -> tuple[int, str]:
        file = self.folder / "kommentar med mellomrom.md"
        file.write_text(body, encoding="utf-8")
        surroundings = {
            "GITHUB_REF": ref,
            "GITHUB_REPOSITORY": "eier/raad",
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        }
        return self.runner.step(3, self.folder, {"mandat.kommentar": str(file), "token": "x"}, surroundings)

    @property
    def comments(self) -> list[tuple[str, str]]:
        found = json.loads((self.folder / "state.json").read_text("utf-8"))
        return [(one["user"]["login"], one["body"]) for one in found]


@pytest.fixture
def pull(tmp_path: Path) -> Pull:
    others = [
        {"id": 1, "user": {"login": "ond"}, "body": f"{MERKE}\nikke rør"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "noe annet"},
    ]
    (tmp_path / "state.json").write_text(json.dumps(others), "utf-8")
    facts = {"state": str(tmp_path / "state.json"), "readonly": str(tmp_path / "readonly")}
    gh = write(tmp_path, {"bin/gh": _GH.format(python=sys.executable, **facts)}) / "bin" / "gh"
    gh.chmod(0o755)
    (tmp_path / "temp").mkdir()
    return Pull(Runner(tmp_path, tmp_path / "temp"), tmp_path)


needs_jq = pytest.mark.skipif(shutil.which("jq") is None, reason="jq stands for gh's own")


@needs_jq
def test_one_comment_is_put_there_and_then_updated(pull: Pull) -> None:
    first, second = f"{MERKE}\n\n### Mandatendringer: 1 bryter\n", f"{MERKE}\n\n### Ingen endringer i mandatene\n"
    for body in (first, f"{first}mer", second):
        code, printed = pull.told(body)
        assert code == 0, printed
        assert pull.comments[2:] == [("github-actions[bot]", body)]
    assert [body for _, body in pull.comments[:2]] == [f"{MERKE}\nikke rør", "noe annet"]


@needs_jq
def test_nothing_changed_is_not_said_where_nothing_was_said_before(pull: Pull) -> None:
    assert pull.told(f"{MERKE}\n\n### Ingen endringer i mandatene\n")[0] == 0
    assert len(pull.comments) == 2


@needs_jq
def test_from_a_fork_it_is_told_that_it_cannot_be_written(pull: Pull) -> None:
    (pull.folder / "readonly").touch()
    code, printed = pull.told(f"{MERKE}\n\n### Mandatendringer: 1 bryter\n")
    assert (code, len(pull.comments)) == (0, 2)
    assert "::warning::Kommentaren kan ikke skrives" in printed


@pytest.mark.parametrize("ref", ["refs/heads/main", "refs/pull/$(touch stolen)/merge", ""])
def test_what_is_no_pull_request_gets_no_comment(pull: Pull, ref: str) -> None:
    code, printed = pull.told(f"{MERKE}\n", ref)
    assert (code, len(pull.comments)) == (0, 2)
    assert "::notice::" in printed
    assert list(pull.folder.rglob("stolen")) == []
