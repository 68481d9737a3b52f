from __future__ import annotations

import re

from ehelse_cli.diff.slag import SLAG
from tests.diff.test_ekko import PROSATRIPLETTER
from tests.diff.test_hode import tripletter
from tests.diff.test_opphav import TRIPLETTER


def test_a_kind_is_a_kebab_word_with_words_for_people() -> None:
    assert len(SLAG) >= 90
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", id_) and slag.hva for id_, slag in SLAG.items())


def test_the_mirror_of_a_mirror_is_itself_and_goes_the_other_way() -> None:
    for slag in SLAG.values():
        speil = SLAG[slag.speil or slag.id]
        assert (speil.speil or speil.id) == slag.id
        assert (speil.retning and speil.retning.snudd) == slag.retning


def test_every_kind_has_a_triplet() -> None:
    vist = {navn for *_, frem, tilbake in tripletter() for navn in (frem, tilbake)}
    vist |= {navn for frem, tilbake, *_ in PROSATRIPLETTER for navn in (frem, tilbake)}
    vist |= {navn for frem, tilbake, *_ in TRIPLETTER for navn in (*frem, *tilbake)}
    assert vist == set(SLAG)
