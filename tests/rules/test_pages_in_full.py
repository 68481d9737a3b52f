"""All that the rules say of their pages' wrong examples: where exactly, in which words, on which clause, by which key.

A change of a key is a change of a public name: to those who judge only what is new, every such finding would be new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.finding import Finding
from ehelse_cli.core.place import Location
from tests.rules.pages import WRONG, File, Page, load_files, pages, run
from tests.trees import text_at

PAGES = pages()
#: Those whose files hold what no snapshot can.
READABLE = [page for page in PAGES if all("\0" not in file.text for file in page.example(WRONG).values())]


@pytest.mark.parametrize("page", READABLE, ids=[page.code for page in READABLE])
def test_what_is_found_in_full(page: Page, snapshot: SnapshotAssertion) -> None:
    files = page.example(WRONG)
    found = [one for one in run(load_files(files)).findings if one.rule.code == page.code]
    assert found
    assert "\n".join(line for one in found for line in told(one, files)) == snapshot


def told(finding: Finding, files: Mapping[str, File]) -> Iterator[str]:
    """The finding, part by part."""
    yield f"{finding.rule.code} {finding.severity} {finding.source} {placed(finding.location, files)}"
    parts = (finding.message, finding.label, *finding.values, finding.help, " | ".join(finding.key))
    yield from (f"  {part}" for part in parts if part)
    for one in finding.related:
        yield "  " + " | ".join(filter(None, (placed(one.location, files), one.label, one.title, one.anchor)))


def placed(place: Location, files: Mapping[str, File]) -> str:
    """The place, and what stands there."""
    file = files.get(place.path.removeprefix("data/"))
    stands = text_at({file.path: file.raw}, place) if file is not None and "koding" not in file.facts else ""
    return f"{place} «{stands}»"
