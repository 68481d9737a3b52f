"""Trees with anything in them: no rule stops, findings can be shown, an exception hides one, layout means nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ehelse_cli.core.finding import Finding
from ehelse_cli.core.place import Location
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from ehelse_cli.rules.unntak import kan_unntas
from tests.rules import spoilt
from tests.rules.pages import WRONG, Page, pages
from tests.rules.raad import DAG
from tests.trees import load_tree

pytestmark = pytest.mark.slow

REAL = spoilt.real_files()
PAGES = pages()

seeds = st.integers(0, 1 << 32).map(Random)
times = st.integers(1, 4)
each_page = pytest.mark.parametrize("page", PAGES, ids=[page.code for page in PAGES])

#: A tree is read and judged in a tenth of a second.
fewer = settings(max_examples=min(50, settings().max_examples), suppress_health_check=[HealthCheck.too_slow])


def found_in(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Everything that is found; no rule stopped."""
    loaded = load_tree(files)
    outcome = judge(loaded.findings, loaded.dataset, loaded.dataset.datasett.dag or DAG, RULES)
    assert outcome.crashes == ()
    return outcome.findings


def prints(found: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    """What tells findings apart from day to day."""
    return Counter((one.rule.code, one.location.path, one.fingerprint) for one in found)


def assert_inside(files: Mapping[str, bytes], place: Location) -> None:
    """The place is one an editor could show."""
    raw = files.get(place.path.removeprefix("data/"))
    if raw is None:  # a folder, or a file that should have been there
        assert place == Location(place.path, 1, 1, 1, 1)
        return
    lines = spoilt.lines_of(raw)
    assert 1 <= place.line <= place.end_line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 1
    assert (place.line, place.column) <= (place.end_line, place.end_column)


@given(chance=seeds, times=times)
@fewer
def test_no_rule_stops_and_every_finding_lies_inside_its_file(chance: Random, times: int) -> None:
    files, _ = spoilt.spoilt(REAL, chance, spoilt.ROUGH, times)
    if chance.random() < 0.3:
        files = spoilt.displaced(files, chance)
    for finding in found_in(files):
        for place in (finding.location, *(related.location for related in finding.related)):
            assert_inside(files, place)


@given(chance=seeds, times=times, alone=st.booleans())
@fewer
def test_one_exception_removes_exactly_one_finding(chance: Random, times: int, alone: bool) -> None:
    files, _ = spoilt.spoilt(REAL, chance, spoilt.GENTLE, times)
    found = found_in(files)
    if mine := [one for one in found if can_be_excepted(one)]:
        assert_removed(files, found, chance.choice(mine), alone=alone)


@each_page
def test_one_exception_removes_exactly_one_finding_of_any_rule(page: Page) -> None:
    files = {path: file.raw for path, file in page.example(WRONG).items()}
    found = found_in(files)
    for one in found:
        if can_be_excepted(one):
            assert_removed(files, found, one, alone=True)


def can_be_excepted(finding: Finding) -> bool:
    """An attachment holds no comments."""
    return kan_unntas(finding.rule.code) and finding.location.path.endswith((".md", ".yaml"))


def assert_removed(files: Mapping[str, bytes], found: tuple[Finding, ...], one: Finding, *, alone: bool) -> None:
    """With an exception at it, the finding is gone; all others stand, but for those of its rule below the same line."""
    path = one.location.path.removeprefix("data/")
    text = spoilt.with_exception(path, files[path].decode(), one, alone=alone)
    left = prints(found_in({**files, path: text.encode()}))
    gone = prints(found) - left
    assert left - prints(found) == Counter()
    assert gone[one.rule.code, one.location.path, one.fingerprint]
    twins = prints(other for other in found if (other.rule, other.location.path) == (one.rule, one.location.path))
    assert gone <= twins


@given(chance=seeds, times=times)
@fewer
def test_the_order_of_keys_and_the_indent_change_no_fingerprint(chance: Random, times: int) -> None:
    files, changed = spoilt.spoilt(REAL, chance, spoilt.GENTLE, times)
    found = found_in(files)
    unreadable = {one.location.path.removeprefix("data/") for one in found if one.rule.code.startswith("LES")}
    assert prints(found_in(rewritten(files, changed - unreadable, chance))) == prints(found)


@each_page
def test_of_any_rule_neither(page: Page) -> None:
    files = {path: file.raw for path, file in page.example(WRONG).items()}
    readable = [path for path, file in page.example(WRONG).items() if "koding" not in file.facts]
    assert prints(found_in(rewritten(files, readable, Random(page.code)))) == prints(found_in(files))


def rewritten(files: Mapping[str, bytes], which: Iterable[str], chance: Random) -> dict[str, bytes]:
    """The tree with some of its files written otherwise."""
    done = {path: spoilt.otherwise_written(path, files[path].decode(), chance).encode() for path in sorted(which)}
    return {**files, **done}


def test_the_spoilers_spoil() -> None:
    """What is tried is not the tree as it was: many rules speak of one spoilt tree or another; files are rewritten."""
    chance = Random(1)
    text = REAL["forum/nehr.yaml"].decode()
    for spoiler in spoilt.ROUGH:
        assert any(spoiler(text, chance) != text for _ in range(20)), spoiler.__name__
    assert spoilt.otherwise_written("forum/nehr.yaml", text, chance) != text
    trees = (spoilt.spoilt(REAL, chance, spoilt.GENTLE, 8)[0] for _ in range(12))
    assert len({one.rule.code for tree in trees for one in found_in(tree)}) > 20
