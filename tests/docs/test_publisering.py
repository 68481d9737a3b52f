"""What the guide on publication says is what the commands and the gate do."""

from __future__ import annotations

import re
from pathlib import Path

from ehelse_cli.cli.commands import COMMANDS
from ehelse_cli.export.csv_ import TABELLER
from ehelse_cli.export.eksporter import EKSPORTER
from ehelse_cli.publish.manifest import NAME

PAGE = (Path(__file__).parents[2] / "docs" / "brukerveiledning" / "publisering.md").read_text(encoding="utf-8")


def test_every_format_has_its_row() -> None:
    assert re.findall(r"^\| `ehelse eksporter (\w+)", PAGE, re.MULTILINE) == list(EKSPORTER)


def test_every_command_it_names_is_one() -> None:
    assert {ord_ for ord_ in re.findall(r"ehelse (\w+)", PAGE) if ord_ in ("publiser", "eksporter")} <= set(COMMANDS)


def test_the_numbers_and_names_are_right() -> None:
    assert len(TABELLER) == 7
    assert "| sju tabeller |" in PAGE
    assert f"`{NAME}`" in PAGE
