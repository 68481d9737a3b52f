"""What the rules tell people to type, exists: the commands and options that findings and rule pages name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.cli.running import ehelse
from tests.rules.pages import WRONG, load_files, pages, run

_NAMED = re.compile(r"`ehelse ([^`]+)`")
_RULES = Path(__file__).parents[2] / "docs" / "regler"


@cache
def _named() -> frozenset[tuple[tuple[str, ...], frozenset[str]]]:
    """Each command, as its words, with the options that are named with it."""
    said = [finding.help for page in pages() for finding in run(load_files(page.example(WRONG))).findings]
    said += [page.read_text(encoding="utf-8") for page in _RULES.glob("*.md")]
    return frozenset(_parted(line) for text in said for line in _NAMED.findall(text))


def _parted(line: str) -> tuple[tuple[str, ...], frozenset[str]]:
    words = line.split()
    path = re.match(r"(?:moete|sak|ny|medlem|mandat|lag|importer)? ?[a-z-]+", line)
    assert path, line
    return tuple(path[0].split()), frozenset(word for word in words if word.startswith("--"))


def test_findings_and_pages_name_commands() -> None:
    assert {" ".join(path) for path, _ in _named()} >= {
        "aarshjul",
        "medlem forny",
        "moete protokoller",
        "moete saksliste",
        "sak behandle",
        "sak foelg-opp",
        "sak utfyll",
    }


@pytest.mark.parametrize(("path", "options"), sorted((path, tuple(sorted(options))) for path, options in _named()))
def test_what_is_named_can_be_typed(path: tuple[str, ...], options: tuple[str, ...]) -> None:
    told = ehelse(*path, "--help")
    assert told.code == 0, told
    assert "Bruk\n  ehelse " + " ".join(path) in told.out
    assert [option for option in options if f" {option} " not in told.out] == []
