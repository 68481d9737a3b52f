from __future__ import annotations

from itertools import pairwise
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.ankre import ankre, blokker, kebab, klausul


@pytest.mark.parametrize(
    ("overskrift", "anker"),
    [
        ("Oppgaver og ansvar", "oppgaver-og-ansvar"),
        ("Møter og årshjul", "moeter-og-aarshjul"),
        ("Formål – hvorfor?", "formaal-hvorfor"),
        ("Ærlige Ønsker", "aerlige-oensker"),
        ("Cafe\u0301", "cafe"),
        ("a\u030ar", "aar"),
        ("**Utvalget** (NUFA)", "utvalget-nufa"),
        ("§ 3", "3"),
        ("—", ""),
    ],
)
def test_a_heading_becomes_ascii_kebab(overskrift: str, anker: str) -> None:
    assert kebab(overskrift) == anker


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("# Formål\n", {"formaal": 0}),
        ("Formål\n======\n\nMøter\n---\n", {"formaal": 0, "moeter": 3}),
        ("## Formål ##\n", {"formaal": 0}),
        ("## C#\n", {"c": 0}),
        ("## A\n\n- en\n- to\n", {"a": 0, "a-1": 2, "a-2": 3}),
        ("## A\n1. en\n2. to\n", {"a": 0, "a-1": 1, "a-2": 2}),
        ("## A\n- en\n\nMer tekst.\n\n- to\n", {"a": 0, "a-1": 1, "a-2": 5}),
        ("## A\n- en\n  - under\n  - til\n- to\n", {"a": 0, "a-1": 1, "a-1-1": 2, "a-1-2": 3, "a-2": 4}),
        ("## A\n- en\n\n## B\n- en\n", {"a": 0, "a-1": 1, "b": 3, "b-1": 4}),
        ("## Formål {#hvorfor}\n- en\n", {"hvorfor": 0, "hvorfor-1": 1}),
        ("## A\n- en {#viktig}\n- to\n", {"a": 0, "viktig": 1, "a-2": 2}),
        ("## A\n- en\n  gaar over\n  flere linjer\n- to\n", {"a": 0, "a-1": 1, "a-2": 4}),
        ("## A\n\n```\n## ikke\n- ikke\n```\n- en\n", {"a": 0, "a-1": 6}),
        ("- uten overskrift\n", {}),
        ("", {}),
    ],
)
def test_clauses_have_anchors_and_lines(tekst: str, ventet: dict[str, int]) -> None:
    assert {anker.id: anker.linje for anker in ankre(tekst).values()} == ventet


def test_a_heading_said_twice_gives_only_the_first_one_the_anchor() -> None:
    funnet = ankre("## A\n- en\n## B\n## A\n- to\n")
    assert {anker.id: anker.linje for anker in funnet.values()} == {"a": 0, "a-1": 1, "b": 2}


def test_a_list_item_is_called_by_its_heading_and_number() -> None:
    assert ankre("## Oppgaver\n- en\n  - under\n")["oppgaver-1-1"].tittel == "Oppgaver, punkt 1.1"


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Rådet gir råd.\n", "Rådet\ngir   råd."),
        ("- en\n- to\n", "* en\n\n* to\n"),
        ("1. en\n2. to\n", "3) en\n4) to\n"),
        ("- en lang\n  linje\n", "-   en\n    lang linje"),
        ("## A\n\ntekst", "## A ##\ntekst\r\n"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|-----|-----|\n| 1 | 2 |"),
        ("a\n\n---\n\nb", "a\n\nb"),
    ],
)
def test_how_lines_are_broken_and_marked_makes_no_difference(en: str, annen: str) -> None:
    assert [blokk.tekst for blokk in blokker(en)] == [blokk.tekst for blokk in blokker(annen)]


def test_a_year_at_the_start_of_a_line_is_no_list_item() -> None:
    tekst = "Nettsiden (sist oppdatert 4. april\n2018) og sak 7.\n\n- punkt fra\n  2019. Og mer.\n"
    assert [blokk.tekst for blokk in blokker(tekst)] == [
        "Nettsiden (sist oppdatert 4. april 2018) og sak 7.",
        "- punkt fra 2019. Og mer.",
    ]


def test_a_list_goes_on_with_any_number() -> None:
    assert [blokk.tekst for blokk in blokker("1. en\n2. to\n   mer\n3. tre")] == ["1. en", "1. to mer", "1. tre"]


_MARKDOWN = st.lists(
    st.sampled_from(
        ["# A", "## B {#b}", "- en", "  - to", "1. tre", "2) fire", "tekst", "", "---", "===", "```", "| a |"]
    )
    | st.text(max_size=12),
    max_size=25,
).map("\n".join)


@given(_MARKDOWN)
def test_any_text_gives_blocks_in_order_with_anchors_of_their_own(tekst: str) -> None:
    funnet = blokker(tekst)
    assert all(a.linje < b.linje for a, b in pairwise(funnet))
    assert all("\n" not in blokk.tekst and blokk.tekst == " ".join(blokk.tekst.split()) for blokk in funnet)
    anker = [blokk.anker for blokk in funnet if blokk.anker]
    assert len(anker) == len(set(anker))


def test_a_hostile_page_is_read_in_no_time() -> None:
    assert len(blokker("# " + " " * 200_000 + "#")) == 1
    assert len(blokker(dedent("- a\n") * 20_000)) == 20_000


_MANDAT = """
## Oppgaver

Rådet gir råd.

- Første.
  - Under første.
- Andre.

### Nærmere

Mer.

## Møter

Fire.
"""


@pytest.mark.parametrize(
    ("anker", "ord_"),
    [
        (
            "oppgaver",
            ("## Oppgaver", "Rådet gir råd.", "- Første.", "- Under første.", "- Andre.", "### Nærmere", "Mer."),
        ),
        ("oppgaver-1", ("- Første.", "- Under første.")),
        ("oppgaver-2", ("- Andre.",)),
        ("naermere", ("### Nærmere", "Mer.")),
        ("moeter", ("## Møter", "Fire.")),
        ("finnes-ikke", ()),
    ],
)
def test_a_clause_is_all_that_stands_under_its_anchor(anker: str, ord_: tuple[str, ...]) -> None:
    assert klausul(_MANDAT, anker) == ord_


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Formål\n======\n", [("overskrift", "# Formål", 1)]),
        ("Formål\n------\n", [("overskrift", "## Formål", 2)]),
        ("Formål\n  ===\n", [("overskrift", "# Formål", 1)]),
        ("### Formål\n", [("overskrift", "### Formål", 3)]),
        ("Formål over\nto linjer\n", [("avsnitt", "Formål over to linjer", 0)]),
        ("| a | b |\n", [("rad", "| a | b |", 0)]),
        ("```\n- a\n```\n", [("kode", "``` - a ```", 0)]),
        ("- a\n\t- b\n", [("punkt", "- a", 0), ("punkt", "- b", 1)]),
        ("    - a\n\t- b\n", [("punkt", "- a", 0), ("punkt", "- b", 0)]),
        ("- a\n\n\tmer\n\n  - b\n", [("punkt", "- a", 0), ("avsnitt", "mer", 0), ("punkt", "- b", 1)]),
        ("- a\n\nmer\n\n  - b\n", [("punkt", "- a", 0), ("avsnitt", "mer", 0), ("punkt", "- b", 0)]),
    ],
)
def test_each_block_is_of_its_kind(tekst: str, ventet: list[tuple[str, str, int]]) -> None:
    assert [(blokk.slag, blokk.tekst, blokk.nivaa) for blokk in blokker(tekst)] == ventet


@pytest.mark.parametrize(
    ("aapner", "inni"),
    [("```", "~~~"), ("~~~", "```"), ("````", "```"), ("```", "``` yaml"), ("```", "## a")],
)
def test_a_fence_is_closed_by_its_own_kind_alone(aapner: str, inni: str) -> None:
    tekst = f"{aapner}\n{inni}\n## b\n{aapner}\n## c\n"
    assert [(blokk.slag, blokk.linje) for blokk in blokker(tekst)] == [("kode", 0), ("overskrift", 4)]


def test_a_fence_that_nobody_closes_goes_to_the_end() -> None:
    assert [blokk.slag for blokk in blokker("```\n## a\n- b\n")] == ["kode"]


def test_an_item_without_a_heading_is_called_by_its_own_anchor() -> None:
    en, to = blokker("- en {#viktig}\n- to\n")
    assert (en.anker, en.tittel) == ("viktig", "viktig")
    assert (to.anker, to.tittel) == (None, "")


@given(_MARKDOWN)
def test_every_anchor_has_its_words(tekst: str) -> None:
    assert all(klausul(tekst, anker) for anker in ankre(tekst))
