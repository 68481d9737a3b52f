"""Each rule's page holds what it says: its wrong example gives the findings it marks, its right one gives none."""

from __future__ import annotations

import re

import pytest

from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.load.les import LES_RULES
from ehelse_cli.rules.catalogue import CATALOGUE, RULES
from tests.rules.pages import FOLDER, HEADINGS, RIGHT, WRONG, Page, expected, found, load_files, pages, run

PAGES = pages()
BY_CODE = {page.code: page for page in PAGES}
SEVERITIES = {Severity.FEIL: "Feil", Severity.ADVARSEL: "Advarsel", Severity.MERKNAD: "Merknad"}
SOURCES = {
    Source.MANDAT: "mandatet",
    Source.LOV: "loven",
    Source.PRAKSIS: "sekretariatets praksis",
    Source.FORMAT: "formatet",
}
each_page = pytest.mark.parametrize("page", PAGES, ids=[page.code for page in PAGES])


@each_page
def test_the_wrong_example_gives_what_it_marks(page: Page) -> None:
    files = page.example(WRONG)
    assert found(run(load_files(files))) == expected(files)


@each_page
def test_the_wrong_example_is_about_its_own_rule(page: Page) -> None:
    assert page.code in {code for code, _, _ in expected(page.example(WRONG))}


@each_page
def test_the_right_example_gives_nothing(page: Page) -> None:
    files = page.example(RIGHT)
    assert expected(files) == []
    assert found(run(load_files(files))) == []


@each_page
def test_every_finding_of_the_wrong_example_says_what_to_do(page: Page) -> None:
    findings = run(load_files(page.example(WRONG))).findings
    if page.code != "LES104":  # a wrong value says in its message what is right: there is no other way out
        assert [one.message for one in findings if one.rule.code == page.code and not one.help] == []


@each_page
def test_every_finding_lies_inside_its_file(page: Page) -> None:
    files = page.example(WRONG)
    for finding in run(load_files(files)).findings:
        for place in (finding.location, *(related.location for related in finding.related)):
            lines = files[place.path.removeprefix("data/")].text.splitlines() or [""]
            assert 1 <= place.line <= place.end_line <= len(lines)
            assert place.column >= 1
            assert place.end_column <= len(lines[place.end_line - 1]) + 1


@each_page
def test_the_headings_are_those_of_every_page(page: Page) -> None:
    assert tuple(page.sections) == HEADINGS
    assert all(text.strip() for text in page.sections.values())
    assert not re.search(r"^#|^```", page.prose, re.MULTILINE)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_the_page_bears_the_rules_name(rule: RuleInfo) -> None:
    page = BY_CODE[rule.code]
    assert page.name == rule.name
    assert page.subtitle == f"*{SEVERITIES[rule.severity]} · {SOURCES[rule.source]}*"


def test_there_is_one_page_for_each_rule_and_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(rule.code for rule in CATALOGUE)
    assert sorted(BY_CODE) == sorted(rule.code for rule in CATALOGUE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.info.code)
def test_a_rule_that_is_switched_off_is_missed(rule: object) -> None:
    code = next(one.info.code for one in RULES if one is rule)
    files = BY_CODE[code].example(WRONG)
    rest = [one for one in RULES if one is not rule]
    assert found(run(load_files(files), rest)) != expected(files)


@pytest.mark.parametrize("rule", LES_RULES, ids=lambda rule: rule.code)
def test_what_is_wrong_with_the_form_is_found_by_the_reader(rule: RuleInfo) -> None:
    loaded = load_files(BY_CODE[rule.code].example(WRONG))
    assert rule in {finding.rule for finding in loaded.findings}


def test_no_code_is_lost_or_used_again() -> None:
    """A code once used stays in codes.lock for ever; a rule that is taken away keeps its line there."""
    locked = [line.split(" ", 1) for line in (FOLDER / "codes.lock").read_text("utf-8").splitlines()]
    codes = [code for code, _ in locked]
    assert codes == sorted(set(codes))
    assert {rule.code: rule.name for rule in CATALOGUE}.items() <= dict(locked).items()
