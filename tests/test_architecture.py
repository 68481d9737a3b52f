"""What import-linter's contracts (pyproject.toml) cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "ehelse_cli").rglob("*.py"))
# Each costs more than the command line itself: a command loads what it needs when it is run.
HEAVY = {"babel", "ehelse_cli.core.dataset", "git", "jinja2", "nh3", "pydantic", "pyromark", "ruamel", "_ruamel_yaml"}


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.split(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.split(".")[0]


def _importers(*packages: str) -> set[str]:
    root = ROOT / "ehelse_cli"
    return {path.relative_to(root).as_posix() for path in MODULES if set(packages) & set(_imports(path))}


def test_core_needs_no_more_than_models_a_calendar_and_check_digits() -> None:
    used = {name for path in MODULES if path.is_relative_to(ROOT / "ehelse_cli" / "core") for name in _imports(path)}
    assert used - sys.stdlib_module_names <= {
        "babel",
        "dateutil",
        "ehelse_cli",
        "msgspec",
        "pydantic",
        "pydantic_core",
        "stdnum",
    }


def test_one_module_knows_the_yaml_library() -> None:
    assert _importers("ruamel", "_ruamel_yaml") <= {"load/yaml_text.py"}


def test_one_module_knows_the_git_library() -> None:
    assert _importers("git") <= {"load/git.py"}


def test_one_module_knows_the_solver() -> None:
    assert _importers("ortools") <= {"aarsplan/loeser.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_command_line_reads_the_clock(path: Path) -> None:
    if path.parent.name == "cli":
        return
    calls = [node.func for node in _nodes(path) if isinstance(node, ast.Call)]
    names = {called.attr for called in calls if isinstance(called, ast.Attribute)}
    assert not names & {"now", "today", "utcnow", "localtime"}


def test_the_command_line_starts_light() -> None:
    code = "import sys; from ehelse_cli.cli.app import main; main(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    loaded = done.stdout.splitlines()[-1].split()
    assert "ehelse_cli.cli.app" in loaded
    assert not HEAVY & set(loaded)
