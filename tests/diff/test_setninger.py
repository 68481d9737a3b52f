from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.diff.prosa import ordbiter, sammenlign
from ehelse_cli.diff.setninger import Setning, setninger


def _setninger(gammel: str, ny: str) -> list[tuple[str, str]]:
    [seksjon] = sammenlign(gammel, ny)
    return [(en.gammel, en.ny) for blokk in seksjon.endret for en in setninger(blokk)]


@pytest.mark.parametrize(
    ("gammel", "ny", "ventet"),
    [
        ("Vi er ti. Vi møtes.", "Vi er elleve. Vi møtes.", [("Vi er ti.", "Vi er elleve.")]),
        ("Vi er her. Vi møtes ofte.", "Vi er her. Nå regner det. Vi møtes ofte.", [("", "Nå regner det.")]),
        ("En to tre fire. Fem seks.", "En to tre fire.", [("Fem seks.", "")]),
        ("Uten punktum her ja", "Uten punktum der ja", [("Uten punktum her ja", "Uten punktum der ja")]),
    ],
)
def test_only_the_sentences_that_differ(gammel: str, ny: str, ventet: list[tuple[str, str]]) -> None:
    assert _setninger(gammel, ny) == ventet


def test_what_only_one_side_has_is_told_without_the_marks() -> None:
    en = Setning("Vi møtes, og drar.", "Vi møtes og spiser.")
    assert (en.borte, en.kom) == ("drar.", "spiser.")


_ORD = st.lists(st.sampled_from(["en", "to.", "tre", "fire!", "fem", "seks?"]), min_size=1, max_size=12)


@given(_ORD, _ORD)
def test_no_word_that_differs_is_left_out(a: list[str], b: list[str]) -> None:
    from ehelse_cli.diff.prosa import Blokkdiff

    blokk = Blokkdiff("endret", ordbiter(" ".join(a), " ".join(b)), 0, 0)
    borte = [ord_ for bit in blokk.bit if bit.slag == "borte" for ord_ in bit.tekst.split()]
    kom = [ord_ for bit in blokk.bit if bit.slag == "ny" for ord_ in bit.tekst.split()]
    gammel, ny = (
        " ".join(filter(None, (getattr(en, side) for en in setninger(blokk)))).split() for side in ("gammel", "ny")
    )
    assert all(gammel.count(ord_) >= borte.count(ord_) for ord_ in borte)
    assert all(ny.count(ord_) >= kom.count(ord_) for ord_ in kom)
