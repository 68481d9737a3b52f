"""docs/brukerveiledning/ci.md: the workflow is safe, the templates are YAML, and what they run can be run."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.ci.checkout import ROOT, copy_of_ours, repository, run
from tests.cli.running import BAD, write

_PAGE = (ROOT / "docs" / "brukerveiledning" / "ci.md").read_text(encoding="utf-8")
_BLOCKS = dict(re.findall(r"^```yaml (\S+)\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL))
_GITLAB: dict[str, Any] = YAML(typ="safe").load(_BLOCKS[".gitlab-ci.yml"])["valider"]


def test_zizmor_has_nothing_to_say(tmp_path: Path) -> None:
    """Of the action, of the workflow in the page, and of our own workflows if we have any."""
    write(tmp_path, {".github/workflows/valider.yml": _BLOCKS[".github/workflows/valider.yml"]})
    own = [path for path in (ROOT / ".github" / "workflows",) if path.is_dir()]
    zizmor = Path(sys.executable).with_name("zizmor")

    told = run(zizmor, "--offline", "--persona=auditor", ROOT / "action.yml", tmp_path, *own, cwd=tmp_path, code=None)

    assert told.returncode == 0, told.stdout
    assert "No findings" in told.stdout


def test_every_input_and_output_of_the_action_is_told_of() -> None:
    action = YAML(typ="safe").load(ROOT / "action.yml")

    assert set(re.findall(r"^\| `([\w-]+)` \|", _PAGE, re.MULTILINE)) == set(action["inputs"])
    assert all(f"`{name}`" in _PAGE for name in action["outputs"])


def test_the_hook_is_ours() -> None:
    ours = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    (repo,) = YAML(typ="safe").load(_BLOCKS[".pre-commit-config.yaml"])["repos"]

    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in ours]


@pytest.mark.slow
def test_the_gitlab_template_runs(tmp_path: Path) -> None:
    ours, theirs = copy_of_ours(tmp_path / "ours"), write(tmp_path / "theirs", BAD)
    env = {"EHELSE": ours.as_posix(), "EHELSE_COMMIT": repository(ours), "PYTHON": sys.executable}
    lines = [line.replace("/tmp/", f"{tmp_path}/") for line in (*_GITLAB["before_script"], *_GITLAB["script"])]

    for line in lines[:-1]:
        run("sh", "-c", line, cwd=theirs, env=env)
    told = run("sh", "-c", lines[-1], cwd=theirs, env=env, code=1)

    assert "data/virksomheter.yaml:2:18" in told.stdout
    assert all((theirs / file).is_file() for file in _GITLAB["artifacts"]["reports"].values())
