from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ehelse_cli.plan.hva_om import StedError, sett

Hodeleser = Callable[[str], dict[str, Any]]

_HODE = """
funksjonstid: {varer: {verdi: 2 aar, norm: normalt}, flere_perioder: ja}
beslutningsdyktighet: {krav: [{id: halvparten, antall: minst 1/2, av: seter}]}
sammensetning:
  verdi:
    seter: 5
    grupper: [{id: ks, antall: 2}, {id: rhf, antall: 3}]
  norm: boer
frister: [{id: innkalling, frist: 3 uker foer moetet}]
"""


@pytest.mark.parametrize(
    ("felt", "verdi", "blokk", "blir"),
    [
        ("funksjonstid.flere_perioder", "nei", "funksjonstid",
         {"varer": {"verdi": "2 aar", "norm": "normalt"}, "flere_perioder": "nei"}),
        ("funksjonstid.varer", "4 aar", "funksjonstid",
         {"varer": {"verdi": "4 aar", "norm": "normalt"}, "flere_perioder": "ja"}),
        ("beslutningsdyktighet.minst", "2/3", "beslutningsdyktighet",
         {"krav": [{"id": "halvparten", "antall": "minst 2/3", "av": "seter"}]}),
        ("beslutningsdyktighet.krav[halvparten].antall", "over 1/2", "beslutningsdyktighet",
         {"krav": [{"id": "halvparten", "antall": "over 1/2", "av": "seter"}]}),
        ("beslutningsdyktighet.krav.av", "medlemmer", "beslutningsdyktighet",
         {"krav": [{"id": "halvparten", "antall": "minst 1/2", "av": "medlemmer"}]}),
        ("sammensetning.seter", "7", "sammensetning",
         {"verdi": {"seter": "7", "grupper": [{"id": "ks", "antall": "2"}, {"id": "rhf", "antall": "3"}]},
          "norm": "boer"}),
        ("sammensetning.grupper[rhf].antall", "4", "sammensetning",
         {"verdi": {"seter": "5", "grupper": [{"id": "ks", "antall": "2"}, {"id": "rhf", "antall": "4"}]},
          "norm": "boer"}),
        ("sammensetning.hoeyst", "9", "sammensetning",
         {"verdi": {"seter": "hoeyst 9", "grupper": [{"id": "ks", "antall": "2"}, {"id": "rhf", "antall": "3"}]},
          "norm": "boer"}),
        ("frister.frist", "5 uker foer moetet", "frister", [{"id": "innkalling", "frist": "5 uker foer moetet"}]),
        ("habilitet", "ikke_regulert", "habilitet", "ikke_regulert"),
    ],
)  # fmt: skip
def test_one_value_is_another_and_the_rest_as_it_was(
    hode: Hodeleser, felt: str, verdi: str, blokk: str, blir: object
) -> None:
    foer = hode(_HODE)
    etter = sett(foer, felt, verdi)
    assert etter[blokk] == blir
    assert {noekkel: rest for noekkel, rest in etter.items() if noekkel != blokk} == {
        noekkel: rest for noekkel, rest in foer.items() if noekkel != blokk
    }
    assert foer == hode(_HODE)


@pytest.mark.parametrize(
    ("felt", "sier"),
    [
        ("Funksjonstid varer", "stedet kan ikke leses"),
        ("", "stedet kan ikke leses"),
        ("funksjonstd.varer", "mandatet har ikke «funksjonstd»"),
        ("sammensetning.grupper.antall", "det er 2 rader her"),
        ("sammensetning.grupper[hod].antall", r"ingen rad heter \[hod\]"),
        ("funksjonstid.minst", "her er det ikke noe tall"),
        ("sammensetning.seter.antall", "det står ikke noe under «antall»"),
    ],
)
def test_a_place_that_is_not_there(hode: Hodeleser, felt: str, sier: str) -> None:
    with pytest.raises(StedError, match=sier):
        sett(hode(_HODE), felt, "1")
