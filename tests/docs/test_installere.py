"""docs/brukerveiledning/installere.md: its commands are understood, its extras are there, and no host is named."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "brukerveiledning" / "installere.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"^```(?:sh|powershell)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
LINES = [line for block in _BLOCKS for line in block.splitlines()]
#: Also those that stand in a sentence or a table.
INLINE = re.findall(r"`((?:ehelse|pip|pipx|uv|py) [^`]+)`", PAGE)
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_table_has_every_extra_and_no_other() -> None:
    table = PAGE.partition("## Tillegg")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [*PYPROJECT["project"]["optional-dependencies"]]


def test_what_is_installed_is_ours_with_extras_that_are_there() -> None:
    named = re.findall(r"ehelse-cli\[([\w,]+)\]", PAGE)
    assert named
    assert {one for extras in named for one in extras.split(",")} <= set(PYPROJECT["project"]["optional-dependencies"])
    assert PYPROJECT["project"]["name"] == "ehelse-cli"


def test_the_oldest_python_is_the_one_we_need() -> None:
    oldest = PYPROJECT["project"]["requires-python"].removeprefix(">=")
    assert PAGE.count(f"Python {oldest} eller nyere") == 1
    assert f"Python er eldre enn {oldest}" in PAGE


def test_no_place_to_get_packages_from_is_named() -> None:
    hosts = set(re.findall(r"https?://([^/\s`)\"]+)", PAGE))
    assert hosts <= {"git.example.org"}


def test_each_system_has_its_part_and_all_that_can_be_installed_can_be_removed() -> None:
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert headings[:3] == ["Windows", "macOS", "Linux"]
    assert {"Når det ikke går", "Oppgradere", "Fjerne", "Tillegg", "Fullføring"} <= set(headings)
    for tool in ("pipx ", "uv tool "):
        for verb in ("install", "upgrade", "uninstall"):
            assert f"{tool}{verb} " in PAGE, f"{tool}{verb}"


@pytest.mark.slow
def test_our_own_commands_run_in_the_order_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/bash")
    monkeypatch.setattr(sys, "platform", "linux")
    ours = [line for line in LINES if line.startswith("ehelse ")]
    assert len(ours) >= 8
    for line in ours:
        ran = ehelse(*shlex.split(line)[1:])
        assert ran.code == 0, f"{line}\n{ran.out}{ran.err}"
    assert not (tmp_path / ".bashrc").exists()


@pytest.mark.parametrize("line", sorted({one for one in (*LINES, *INLINE) if one.startswith("uv ")}))
def test_uv_understands_its_lines(line: str) -> None:
    words = [word for word in shlex.split(line)[1:] if not word.startswith("ehelse")]
    verb = [word for word in words if not word.startswith("-")]
    told = subprocess.run(
        [Path(sys.executable).with_name("uv"), *verb, "--help"], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert all(option in told.stdout for option in words if option.startswith("--"))


@pytest.mark.parametrize("line", sorted({one for one in INLINE if one.startswith("pip ")}))
def test_pip_understands_its_options(line: str) -> None:
    words = shlex.split(line)
    told = subprocess.run(
        [sys.executable, "-m", "pip", words[1], "--help"], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert all(option in told.stdout for option in words if option.startswith("-"))
