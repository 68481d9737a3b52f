from __future__ import annotations

import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.cli.command import module
from ehelse_cli.cli.commands import COMMANDS, EXAMPLE, GROUPS, HEADINGS
from tests.ci.checkout import run
from tests.cli.running import ehelse
from tests.importer.samples import put_samples

_ALL: dict[tuple[str, ...], ModuleType] = {
    **{(name,): module(file) for name, file in COMMANDS.items()},
    **{(group, name): module(file) for group, below in GROUPS.items() for name, file in below.commands.items()},
}
_EXAMPLES = [
    line
    for page in (
        *(command.EXAMPLE for command in _ALL.values()),
        *(below.example for below in GROUPS.values()),
        EXAMPLE,
    )
    for line in page.splitlines()
]


@pytest.mark.parametrize("words", _ALL, ids=" ".join)
def test_every_command_has_a_page_with_an_example(words: tuple[str, ...], snapshot: SnapshotAssertion) -> None:
    ran = ehelse(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot
    headings = [line for line in ran.out.splitlines() if re.fullmatch(r"\w+", line)]
    assert headings[0] == "Bruk"
    assert headings[-2:] == ["Valg", "Eksempel"]
    assert f"  ehelse {' '.join(words)} " in ran.out
    assert all(option in ran.out for option in ("--rot", "--per", "--revisjon", "--farge", "--stille", "--help"))
    assert not {"Options", "Arguments", "Usage:", "Show", "default"} & set(ran.out.split())


def test_every_command_stands_under_one_heading() -> None:
    assert sorted(name for names in HEADINGS.values() for name in names) == sorted([*COMMANDS, *GROUPS])


def test_the_first_page_lists_every_command(snapshot: SnapshotAssertion) -> None:
    ran = ehelse("--help")
    assert ran.out == snapshot
    assert all(re.search(rf"^  {words[0]} ", ran.out, re.MULTILINE) for words in _ALL)
    assert ran == ehelse("-h")


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_the_page_fits_the_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    # A label, and a line to copy, are never broken.
    prose = [
        line for line in ehelse("valider", "--help").out.splitlines() if not line.strip().startswith(("-", "ehelse"))
    ]
    assert max(map(len, prose)) <= min(int(columns), 160)


@pytest.mark.slow
@pytest.mark.parametrize("line", _EXAMPLES)
def test_every_example_works(example: Path, line: str) -> None:
    if "git-oppsett" in line:
        run("git", "init", "--quiet", cwd=example)
    put_samples(example)
    ran = ehelse(*shlex.split(line)[1:])
    assert ran.code == 0, ran.err
    assert ran.out or "vurdert per" in ran.err or "skrev " in ran.err
