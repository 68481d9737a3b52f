"""Which entry came from which: said, the same, nearly the same, and never guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ehelse_cli.diff.endring import Endring
from ehelse_cli.diff.hode import finn_endringer
from ehelse_cli.diff.tekst import Fortelling

Hodeleser = Callable[[str], dict[str, Any]]


def _navn(id_: str, dag: date, *, kort: bool = False) -> str:
    return id_


_ORD = Fortelling(_navn, date(2026, 1, 1), {})
_A = "{id: a, antall: 2, virksomheter: [x], oppnevnes_av: ks, representerer: q}"
_KRAV = "sammensetning: {grupper: [{id: a, krav: [%s{id: g, egenskap: y}]}], krav: [{id: z, egenskap: q}%s]}"


def _grupper(*rader: str) -> str:
    return f"sammensetning: {{grupper: [{', '.join(rader)}]}}"


def _diff(gammelt: dict[str, Any], nytt: dict[str, Any]) -> tuple[Endring, ...]:
    return finn_endringer(gammelt, nytt, _ORD, _ORD)


#: What is found, and the other way; the old head; the new head.
TRIPLETTER = [
    (["sete-lagt-til", "id-endret"], ["sete-fjernet", "id-endret"],
     _grupper("{id: a, antall: 2}"), _grupper("{id: b, antall: 3, erstatter: a}")),
    (["id-endret"], ["id-endret"], _grupper(_A), _grupper(_A.replace("id: a", "id: b"))),
    (["sete-lagt-til", "id-antatt"], ["sete-fjernet", "id-antatt"],
     _grupper(_A), _grupper(_A.replace("id: a, antall: 2", "id: b, antall: 3"))),
    (["gruppe-fjernet", "gruppe-lagt-til"], ["gruppe-fjernet", "gruppe-lagt-til"],
     _grupper(_A), _grupper(_A.replace("id: a", "id: b").replace("[x]", "[y]"))),
    (["gruppe-fjernet", "gruppe-lagt-til"], ["gruppe-fjernet", "gruppe-lagt-til"],
     _grupper("{id: ks, antall: 1, oppnevnes_av: ks}"), _grupper("{id: hod, antall: 1, oppnevnes_av: ks}")),
    (["oppfoering-delt"], ["oppfoering-slaatt-sammen"],
     _grupper("{id: a, antall: 5}"), _grupper("{id: a, antall: 3, delt_i: [a, b]}", "{id: b, antall: 2}")),
    (["oppfoering-delt"], ["oppfoering-slaatt-sammen"],
     _grupper("{id: a, antall: 5}"),
     _grupper("{id: b, antall: 3, erstatter: a}", "{id: c, antall: 2, erstatter: a}")),
    (["oppfoering-slaatt-sammen"], ["oppfoering-delt"],
     _grupper("{id: a, antall: 5}", "{id: b, antall: 1}"), _grupper("{id: c, antall: 6, erstatter: [a, b]}")),
    (["oppfoering-uavklart"], ["oppfoering-uavklart"],
     _grupper(_A, _A.replace("id: a", "id: b")), _grupper(_A.replace("id: a", "id: c"))),
    (["regel-flyttet"], ["regel-flyttet"],
     _KRAV % ("{id: f, egenskap: x}, ", ""),
     _KRAV % ("", ", {id: f, egenskap: x, flyttet_fra: 'sammensetning.grupper[a].krav[f]'}")),
]  # fmt: skip


@pytest.mark.parametrize(("frem", "tilbake", "gammelt", "nytt"), TRIPLETTER)
def test_what_belongs_together_and_the_mirror(
    hode: Hodeleser, frem: list[str], tilbake: list[str], gammelt: str, nytt: str
) -> None:
    assert sorted(en.id for en in _diff(hode(gammelt), hode(nytt))) == sorted(frem)
    assert sorted(en.id for en in _diff(hode(nytt), hode(gammelt))) == sorted(tilbake)


@pytest.mark.parametrize(("frem", "tilbake", "gammelt", "nytt"), TRIPLETTER)
def test_nothing_is_accounted_for_twice(
    hode: Hodeleser, frem: list[str], tilbake: list[str], gammelt: str, nytt: str
) -> None:
    assert frem
    assert tilbake
    dekket = Counter(navn for en in _diff(hode(gammelt), hode(nytt)) for navn in en.dekker)
    assert set(dekket.values()) == {1}


def test_a_split_tells_both_sides_whole(hode: Hodeleser) -> None:
    gammelt = _grupper("{id: kommuner, antall: 5}")
    nytt = _grupper("{id: kommuner, antall: 3, delt_i: [kommuner, fylker]}", "{id: fylker, antall: 2}")
    [en] = _diff(hode(gammelt), hode(nytt))
    assert en.fra is not None
    assert en.til is not None
    assert (en.fra.norsk, en.til.norsk) == ("kommuner: 5 seter", "fylker: 2 seter; kommuner: 3 seter")
    assert set(en.dekker) == {"sammensetning.grupper[kommuner].antall", "sammensetning.grupper[fylker].antall"}


def test_a_hint_that_names_nothing_is_no_difference(hode: Hodeleser) -> None:
    rad = "{id: a, antall: 2}"
    assert not _diff(hode(_grupper(rad)), hode(_grupper(rad[:-1] + ", erstatter: finnes-ikke, flyttet_fra: intet}")))


@pytest.mark.parametrize("nytt", [rad[3] for rad in TRIPLETTER])
def test_what_is_said_of_an_earlier_change_is_none_now(hode: Hodeleser, nytt: str) -> None:
    en = hode(nytt)
    assert not _diff(en, en)
    uten = hode(re.sub(r", (?:erstatter|delt_i|flyttet_fra): (?:\[[^\]]*\]|'[^']*'|\w+)", "", nytt))
    assert not _diff(en, uten)
    assert not _diff(uten, en)
