"""Links and pictures in a body."""

from __future__ import annotations

import pytest

from ehelse_cli.core.lenker import Lenke, lenker

FRA = "data/saker/raad/2026-01.md"


def test_links_and_pictures_have_their_place() -> None:
    assert list(lenker('Se [tall](a.csv) og\n![kart](b.png "Kart")')) == [
        Lenke("tall", "a.csv", 0, 4, 13, er_bilde=False),
        Lenke("kart", "b.png", 1, 1, 21, er_bilde=True),
    ]


@pytest.mark.parametrize(
    "tekst",
    ["ingen", "`[a](b)`", "```\n[a](b)\n```", "~~~ md\n[a](b)\n~~~\n", "````\n```\n[a](b)\n````", "[a] (b)"],
)
def test_code_has_no_links(tekst: str) -> None:
    assert list(lenker(tekst)) == []


def test_after_the_code_there_are_links_again() -> None:
    assert [lenke.linje for lenke in lenker("```\n[a](b)\n```\n[a](b)")] == [3]


@pytest.mark.parametrize(
    ("maal", "expected"),
    [
        ("2026-01/a.csv", "data/saker/raad/2026-01/a.csv"),
        ("./2026-01/a%20b.csv#side", "data/saker/raad/2026-01/a b.csv"),
        ("../nuit/2026-02.md", "data/saker/nuit/2026-02.md"),
        ("https://example.org/a", None),
        ("mailto:post@example.org", None),
        ("//example.org", None),
        ("/rot", None),
        ("#bakgrunn", None),
        ("", None),
    ],
)
def test_a_link_leads_to_a_file_of_the_tree_or_away(maal: str, expected: str | None) -> None:
    assert Lenke("", maal, 0, 1, 1, er_bilde=False).fil(FRA) == expected
