"""One list of every rule, and every command asks that one."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from ehelse_cli.cli.all_rules import ALL_RULES
from ehelse_cli.load.les import LES_RULES
from ehelse_cli.rules.catalogue import CATALOGUE
from ehelse_cli.rules.unntak import UBRUKT
from tests.cli.running import ehelse

CLI = Path(__file__).parents[2] / "ehelse_cli/cli"


def test_every_rule_in_the_catalogue_is_asked_once() -> None:
    asked = [rule.info.code for rule in ALL_RULES]
    assert sorted(asked) == sorted({one.code for one in CATALOGUE} - {one.code for one in LES_RULES} - {UBRUKT.code})
    assert {"MAN314", "DOK810"} <= set(asked)


def test_no_command_asks_the_shorter_list() -> None:
    found = {
        path.name
        for path in CLI.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "ehelse_cli.rules"
        and any(name.name == "RULES" for name in node.names)
    }
    assert found == set()


@pytest.mark.slow
def test_the_forecast_tells_of_an_acceptance_that_runs_out(example: Path) -> None:
    diff = json.loads(ehelse("mandat", "diff", "nuit@2027-07-01-utkast", "--format", "json").out)
    mark = diff["endringer"][0]["fingeravtrykk"]
    why = ("--grunn", "Ønsket av rådet", "--sak", "nehr-2027-2", "--til", "2026-12-31")
    assert ehelse("mandat", "godta", mark, *why).code == 0
    assert "MAN314" not in ehelse("valider", "--format", "kort").out
    ran = ehelse("valider", "--prognose", "--horisont", "2", "--format", "kort")
    assert "MAN314 fra 1. januar 2027: godkjenningen gikk ut 31. desember 2026" in ran.out
