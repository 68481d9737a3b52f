"""The hook as a user's repository has it: pre-commit installs us in an environment of its own, and runs the command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.checkout import ROOT, copy_of_ours, repository, run
from tests.cli.running import BAD, GOOD, write

CONFIG = """repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: ehelse-valider
"""


def test_the_hook_runs_once_on_the_whole_tree() -> None:
    hooks: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    (hook,) = hooks

    assert (hook["id"], hook["entry"], hook["language"]) == ("ehelse-valider", "ehelse valider", "python")
    assert hook["pass_filenames"] is False
    assert hook["files"] == "^data/"


@pytest.mark.slow
def test_the_hook_is_installed_and_run(tmp_path: Path) -> None:
    ours, theirs = copy_of_ours(tmp_path / "ours"), tmp_path / "theirs"
    config = CONFIG.format(repo=ours.as_posix(), rev=repository(ours))
    trap = {"ehelse_cli/__init__.py": "raise SystemExit(99)\n", "notat.txt": "ikke data\n"}
    write(theirs, {**GOOD, **trap, ".pre-commit-config.yaml": config})
    repository(theirs)
    env = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}
    hook = (sys.executable, "-m", "pre_commit", "run")

    assert "Passed" in run(*hook, "--all-files", cwd=theirs, env=env).stdout
    assert "Skipped" in run(*hook, "--files", "notat.txt", cwd=theirs, env=env).stdout
    write(theirs, BAD)
    run("git", "add", "--all", cwd=theirs)
    failed = run(*hook, cwd=theirs, env=env, code=1).stdout
    assert "exit code: 1" in failed
    assert "data/virksomheter.yaml:2:18" in failed
