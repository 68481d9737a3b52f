"""A tree with a part missing or unreadable is what the rules meet at the worst of times: none may stop at it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from tests.rules.raad import DAG
from tests.trees import load_tree

pytestmark = pytest.mark.slow

_DATA = Path(__file__).parents[2] / "data"
_PARTS = ("aarshjul", "datasett.yaml", "forum", "forum/nehr.yaml", "mandater", "moeter", "personer.yaml", "saker")


@pytest.fixture(scope="module")
def example() -> Mapping[str, bytes]:
    """The project's own data."""
    return {path.relative_to(_DATA).as_posix(): path.read_bytes() for path in _DATA.rglob("*") if path.is_file()}


@pytest.mark.parametrize("part", [*_PARTS, "virksomheter.yaml"])
@pytest.mark.parametrize("missing", [True, False], ids=["missing", "unreadable"])
def test_no_rule_stops_when_a_part_of_the_tree_is(example: Mapping[str, bytes], part: str, missing: bool) -> None:
    hit = {path for path in example if path.startswith(part)}
    kept = {path: raw for path, raw in example.items() if path not in hit or not missing}
    loaded = load_tree({path: b"\xff" if path in hit else raw for path, raw in kept.items()})
    assert hit
    assert judge(loaded.findings, loaded.dataset, DAG, RULES).crashes == ()
