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
