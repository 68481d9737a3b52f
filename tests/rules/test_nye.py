from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ehelse_cli.core.finding import Finding, Hit, RuleInfo, Severity, Source
from ehelse_cli.core.place import Location
from ehelse_cli.rules.nye import new_findings

RULE = RuleInfo("XXX001", "x", Severity.FEIL, Source.FORMAT)


def found(keys: str) -> list[Finding]:
    """A finding for each letter, each on its own line."""
    return [
        Finding.of(RULE, Hit("x", Location("data/a.yaml", line, 1, line, 2), (key,)))
        for line, key in enumerate(keys, start=1)
    ]


@pytest.mark.parametrize(
    ("here", "there", "new"),
    [
        ("abc", "abc", []),
        ("abc", "", [1, 2, 3]),
        ("", "abc", []),
        ("abc", "ca", [2]),
        ("aab", "ab", [2]),
        ("aaa", "aa", [3]),
        ("aa", "aaa", []),
    ],
)
def test_what_is_on_both_sides_is_not_new(here: str, there: str, new: list[int]) -> None:
    assert [one.location.line for one in new_findings(found(here), found(there))] == new


def test_where_it_stands_and_what_it_says_makes_nothing_new() -> None:
    (one,) = found("a")
    moved = replace(one, location=Location("data/b.yaml", 9, 1, 9, 2), message="y")
    assert new_findings([moved], [one]) == ()


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_new_and_known_make_up_the_whole(here: str, there: str) -> None:
    new = new_findings(found(here), found(there))
    known = sum(min(here.count(key), there.count(key)) for key in "abc")
    assert len(new) + known == len(here)
