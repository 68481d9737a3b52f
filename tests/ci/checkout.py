"""What a user's CI gets of us: a copy of the checkout as it is now, and a repository of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
_WHAT_IS_INSTALLED = (
    "action.yml", ".pre-commit-hooks.yaml", "CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml",
    "docs/regler", "ehelse_cli", "requirements", "templates", "tools",
)  # fmt: skip


def run(
    *command: str | Path, cwd: Path, env: Mapping[str, str] | None = None, code: int | None = 0
) -> subprocess.CompletedProcess[str]:
    """Run a program with nothing of the test's own environment that git or Python would heed."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON", "GITHUB_"))
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**inherited, **(env or {})}, check=False, capture_output=True,
        encoding="utf-8",
    )  # fmt: skip
    assert code is None or done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def repository(folder: Path) -> str:
    """Make the folder a repository with all that is in it committed; the commit."""
    run("git", "init", "--quiet", "--initial-branch=main", cwd=folder)
    run("git", "add", "--all", cwd=folder)
    who = ("-c", "user.name=Prøve", "-c", "user.email=proeve@example.org", "-c", "commit.gpgsign=false")
    run("git", *who, "commit", "--quiet", "--message", "Alt", cwd=folder)
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


def copy_of_ours(folder: Path) -> Path:
    """The files that installing us takes."""
    for name in _WHAT_IS_INSTALLED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder
