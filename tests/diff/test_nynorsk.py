"""The comparison told in nynorsk: every phrase of ours, and the same changes in other words."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from pathlib import Path

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff import mandat
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.diff.nynorsk import paa_nynorsk
from ehelse_cli.diff.ordliste import INNLEDNING, KILDER, NOEKLER, OM_REVISJONEN, OMRAADER, ORD, RADER, UTTRYKK
from ehelse_cli.diff.slag import SLAG
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from tests.bokmaal import bokmaal_i

_TABLES = (OMRAADER, OM_REVISJONEN, NOEKLER, INNLEDNING, UTTRYKK, KILDER, RADER, ORD)
_PHRASES = dict.fromkeys([*(word for table in _TABLES for word in table.values()), *(en.hva for en in SLAG.values())])


@pytest.mark.parametrize("frase", _PHRASES)
def test_every_phrase_of_ours_is_nynorsk(frase: str) -> None:
    assert bokmaal_i(paa_nynorsk(frase).replace("«erstatter»", "")) == []


def test_a_capital_letter_stays() -> None:
    assert (paa_nynorsk("Møter"), paa_nynorsk("møter"), paa_nynorsk("")) == ("Møte", "møte", "")


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load(DiskTree(Path(__file__).parents[2])).dataset


def _pairs(data: Dataset) -> list[tuple[Mandat, Mandat]]:
    return [pair for forum in data.forum for pair in pairwise(data.mandater_for(forum))]


def _without_words(funnet: Mandatdiff) -> list[object]:
    return [dataclasses.replace(en, emne="", hva="", fra=None, til=None) for en in funnet.endringer]


def test_the_same_changes_are_told(data: Dataset) -> None:
    pairs = _pairs(data)
    assert len(pairs) > 5
    for old, new in pairs:
        nb = diff(old, new, data.virksomhetsnavn)
        nn = mandat.paa_nynorsk(nb, old, new, data.virksomhetsnavn)
        assert _without_words(nn) == _without_words(nb)
        assert [bokmaal_i(en.hva) for en in nn.endringer if bokmaal_i(en.hva)] == []
        for en, annen in zip(nb.endringer, nn.endringer, strict=True):
            assert (en.fra and en.fra.raa, en.til and en.til.raa) == (
                annen.fra and annen.fra.raa,
                annen.til and annen.til.raa,
            )


def test_what_a_person_wrote_stays_as_it_is(data: Dataset) -> None:
    old, new = data.mandater["nuit@2025-01-01"], data.mandater["nuit@2027-07-01-utkast"]
    nn = mandat.paa_nynorsk(diff(old, new, data.virksomhetsnavn), old, new, data.virksomhetsnavn)
    told = {f"{en.emne}: {en.til.norsk if en.til else ''}" for en in nn.endringer}
    assert "seter i alt: 18" not in told
    assert "sete i alt: 18" in told
    assert ": krav når ingen medlemmer ber om møte" in told
