"""A paper's page as people meet it: on screens of every width, before an auditor of accessibility, fetching nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, sync_playwright

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.render import papers
from ehelse_cli.render.papers import Kind
from tests.render.council import COUNCIL
from tests.render.test_all_papers import DAG, MEANT
from tests.render.test_as_pdf import words
from tests.trees import load_clean

pytestmark = [pytest.mark.slow, pytest.mark.soak]

_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: Small, between the two layouts, and wide.
_WIDTHS = (320, 600, 790, 1280)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(COUNCIL)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "tools/system puts Chromium in place"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()


def test_on_paper_every_page_says_that_it_is_a_draft_and_internal(
    browser: Browser, data: Dataset, tmp_path: Path
) -> None:
    file = tmp_path / "papir.html"
    ordered = papers.order(data, "moetepakke", "fag-2026-m2", dag=DAG, utkast=True, intern=True)
    file.write_text(papers.page("moetepakke", ordered), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    printed = words(page.pdf(format="A4"), "-raw").rstrip("\f").split("\f")
    page.close()
    assert len(printed) > 3
    assert [text for text in printed if "UTKAST" not in text or "INTERNT" not in text] == []


def _opened(browser: Browser, data: Dataset, folder: Path, which: tuple[Kind, str], maalform: str) -> tuple[Any, Any]:
    file = folder / "papir.html"
    ordered = papers.order(data, *which, dag=DAG, maalform=maalform, utkast=True)  # type: ignore[arg-type]
    file.write_text(papers.page(which[0], ordered), encoding="utf-8")
    page = browser.new_page(bypass_csp=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    return page, asked


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_every_paper_can_be_read_by_everybody(
    browser: Browser, data: Dataset, tmp_path: Path, which: tuple[Kind, str], maalform: str
) -> None:
    page, asked = _opened(browser, data, tmp_path, which, maalform)
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate("tags => axe.run(document, {runOnly: tags})", _WCAG)
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert len(asked) == 1
    page.close()
