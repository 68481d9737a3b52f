from __future__ import annotations

import pytest

from ehelse_cli.core.ankre import blokker
from ehelse_cli.diff.kobling import koble


@pytest.mark.parametrize(
    ("gammel", "ny", "par", "flyttet"),
    [
        ("# A\n\nen to tre", "# A\n\nen to fire", {0: 0, 1: 1}, set()),
        ("# A\n\nen to tre", "# B\n\nhelt annen tekst", {}, set()),
        (
            "# A\n\nen to tre\n\n# B\n\nfire fem seks",
            "# B\n\nfire fem seks\n\n# A\n\nen to tre",
            {0: 2, 1: 3, 2: 0, 3: 1},
            {2, 3},
        ),
        ("# A\n\nen to tre\n\n# B", "# A\n\n# B\n\nen to tre", {0: 0, 1: 2, 2: 1}, {2}),
        ("en to", "fire\n\nen to", {0: 1}, set()),
    ],
)
def test_which_block_is_which(gammel: str, ny: str, par: dict[int, int], flyttet: set[int]) -> None:
    kobling = koble(blokker(gammel), blokker(ny))
    assert (kobling.par, len(kobling.flyttet)) == (par, len(flyttet))
    assert koble(blokker(ny), blokker(gammel)) == kobling.snudd()


def test_two_that_are_equally_alike_are_never_guessed_at() -> None:
    kobling = koble(blokker("# A\n\nen to tre fire"), blokker("# A\n\nen to tre fem\n\nen to tre seks"))
    assert kobling.par == {0: 0}


_FOER = "## A\n\nen to tre\n\n- fire fem\n\n## B\n\nseks sju"
_ETTER = "## A\n\nen to tre\n\n## C\n\nnoe helt annet\n\n## B\n\nseks sju"


def test_what_is_said_to_be_one_is_one_though_no_word_is_the_same() -> None:
    a, b = blokker(_FOER), blokker(_ETTER.replace("noe helt annet", "- noe helt annet"))
    assert 2 not in koble(a, b).par
    kobling = koble(a, b, [("a-1", "c-1")])
    assert kobling.par[2] == 3
    assert 2 in kobling.flyttet
    assert koble(b, a, [("c-1", "a-1")]) == kobling.snudd()


def test_what_is_said_of_an_earlier_change_is_none_now() -> None:
    a = blokker(_FOER)
    assert koble(a, a, [("b", "a"), ("a-1", "b")]).par == {nr: nr for nr in range(len(a))}


def test_an_anchor_of_its_own_makes_it_the_same_clause() -> None:
    a, b = blokker("## A {#x}\n\nen to tre"), blokker("## Helt annet navn {#x}\n\nfire fem seks")
    assert koble(a, b).par[0] == 0
    assert koble(blokker("## A\n\nen to tre"), blokker("## Helt annet navn\n\nfire fem seks")).par == {}
