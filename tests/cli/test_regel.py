from __future__ import annotations

import re
from pathlib import Path

import pytest

from ehelse_cli.rules.catalogue import CATALOGUE
from tests.cli.running import ehelse


def test_without_a_code_every_rule_is_listed_by_family(good: Path) -> None:
    ran = ehelse("regel")
    assert ran.code == 0
    assert set(re.findall(r"^  ([A-Z]{3}\d{3}) ", ran.out, re.MULTILINE)) == {rule.code for rule in CATALOGUE}
    assert "MOT  Møter" in ran.out


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    text = "# MOT501 ikke-beslutningsdyktig\n\n## Hva\n\nMøtet *må* ha nok.\n"
    (tmp_path / "MOT501.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr("ehelse_cli.cli.rule_pages.folder", lambda _: tmp_path)
    return text


@pytest.mark.parametrize("word", ["MOT501", "mot501", "ikke-beslutningsdyktig"])
def test_the_page_of_a_rule_by_code_or_name(page: str, word: str) -> None:
    assert ehelse("regel", word).out == page


def test_in_colours_the_page_is_typeset(page: str) -> None:
    ran = ehelse("regel", "MOT501", "--farge", "alltid")
    assert "\x1b[" in ran.out
    assert "*må*" not in ran.out


@pytest.mark.parametrize(("word", "said"), [("MOT999", "mente du «MOT50"), ("xyz", "det finnes ingen regel «xyz»\n")])
def test_an_unknown_rule_is_two_with_suggestions(good: Path, word: str, said: str) -> None:
    ran = ehelse("regel", word)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_page_that_does_not_come_along_is_two(page: str) -> None:
    ran = ehelse("regel", "MOT502")
    assert ran.code == 2
    assert "MOT502" in ran.err


def test_it_needs_no_tree(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ehelse("regel").code == 0
