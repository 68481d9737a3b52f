"""docs/brukerveiledning/: the reading order names every page, and what the pages point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "brukerveiledning"
PAGES = sorted(FOLDER.glob("*.md"))
ORDER = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_reading_order_names_every_page_once_by_a_number() -> None:
    named = re.findall(r"^(\d+)\. \[[^\]]+\]\((\w+\.md)\)", ORDER, re.MULTILINE)
    assert [int(number) for number, _ in named] == list(range(1, len(named) + 1))
    assert sorted(page for _, page in named) == [page.name for page in PAGES if page.name != "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_place_it_points_to_is_there(page: Path) -> None:
    for target, _, anchor in re.findall(r"\]\(([^)#\s]*)(#([^)\s]+))?\)", page.read_text(encoding="utf-8")):
        if re.match(r"https?:", target):
            continue
        there = (page.parent / target) if target else page
        assert there.exists(), target
        assert not anchor or anchor in _anchors(there), f"{target}#{anchor}"


def _anchors(page: Path) -> set[str]:
    """What the headings are called in a link."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
