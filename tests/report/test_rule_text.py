from __future__ import annotations

import pytest

from ehelse_cli.cli.rule_pages import pages
from ehelse_cli.report.rule_text import EXCEPTIONS, WHAT, WHY, paragraphs, sections
from ehelse_cli.rules import CATALOGUE


def test_sections_leave_out_the_examples_even_when_they_hold_headings() -> None:
    text = "# X\n\n## Hva\n\nEn.\n\n````markdown x.md\n## Ikke en\n```\n````\n\nTo.\n\n## Unntak\n\nTre.\n"
    assert sections(text) == {"Hva": "En.\n\n\nTo.", "Unntak": "Tre."}


def test_no_page_has_no_sections() -> None:
    assert sections("") == {}


@pytest.mark.parametrize(("code", "page"), pages(CATALOGUE).items())
def test_every_page_has_the_sections_that_are_told_elsewhere(code: str, page: str) -> None:
    text = sections(page)
    assert all(text[title] for title in (WHAT, WHY, EXCEPTIONS))
    assert "forvent:" not in "".join(text.values())


def test_a_paragraph_is_a_line() -> None:
    assert paragraphs("a\nb\n\n \nc\n") == ("a b", "c")
