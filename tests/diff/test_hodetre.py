from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ehelse_cli.diff.hodetre import FRAVAER, blader, les_hode

Hodeleser = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("sammensetning: {seter: 21}", "sammensetning: {seter: {verdi: 21}}"),
        ("beslutning: {til: sakseier}", "beslutning: {til: [sakseier]}"),
        ("beslutning: {til: [a, b]}", "beslutning: {til: [b, a, a]}"),
        ("a: {x: 1, y: 2}", "a: {y: 2, x: 1}"),
        (
            "frister: [{id: a, frist: 2 uker foer moetet}, {id: b}]",
            "frister: [{id: b}, {id: a, frist: 2 uker foer moetet}]",
        ),
        ("frister: {id: a, frist: 2 uker foer moetet}", "frister: [{id: a, frist: 2 uker foer moetet}]"),
        ("frister: [{id: a}]", "frister: {verdi: [{id: a}]}"),
        ("moeter: {hyppighet: 4 per aar}", "moeter: {hyppighet: [{id: regel, verdi: 4 per aar}]}"),
        ("krav: [{id: a, antall: minst 1/2}]", "krav: [{id: a, antall: minst 50 %}]"),
        ("funksjonstid: {varer: 2 aar}", "funksjonstid: {varer: 24 maaneder}"),
        ("stedfortreder: {bruk: hoeyst 1 per aar}", "stedfortreder:\n  bruk: |\n    hoeyst 1\n    per aar\n"),
        ("frister: []", "frister: ingen"),
        ("a: {oppnevnes_av: ks}", "a: {oppnevnes_av: {hvem: ks}}"),
        ("a: {oppnevnes_av: {sammen: [ks, hod]}}", "a: {oppnevnes_av: {sammen: [hod, ks]}}"),
        ("a: {x: 1, merknad: noe}", "a: {x: {verdi: 1, merknad: annet}}"),
        ("funksjonstid: {varer: {verdi: 2 aar, norm: boer}}", "funksjonstid: {norm: boer, varer: 2 aar}"),
        ("a: {x: {verdi: 1, punkt: p, kilde: lov}}", "a: {punkt: p, kilde: lov, x: 1}"),
        ("a: {norm: skal, x: 1}", "a: {x: 1}"),
        ("kilde: mandat\na: {x: 1}", "a: {x: 1}"),
        ("a: {x: {verdi: ukjent, merknad: spurt}}", "a: {x: ukjent}"),
        ("a: {x: 1}   # en kommentar", "a:\n    x:   1\n"),
    ],
)
def test_two_ways_of_writing_the_same_are_equal(hode: Hodeleser, en: str, annen: str) -> None:
    assert dict(blader(les_hode(hode(en)))) == dict(blader(les_hode(hode(annen))))


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("leder: {veksler: {mellom: [a, b]}}", "leder: {veksler: {mellom: [b, a]}}"),
        ("a: {oppnevnes_av: {foerst: [ks, hod]}}", "a: {oppnevnes_av: {foerst: [hod, ks]}}"),
        ("a: {oppnevnes_av: {sammen: [ks, hod]}}", "a: {oppnevnes_av: {en_av: [ks, hod]}}"),
        ("a: {oppnevnes_av: ks}", "a: {oppnevnes_av: {hvem: ks, personlig: ja}}"),
        ("a: {x: 1}", "a: {norm: boer, x: 1}"),
        ("a: {x: 1, gjelder: 2024-01-01/..}", "a: {x: 1}"),
        ("skriftlig_behandling: {norm: kan}", "{}"),
        ("skriftlig_behandling: {norm: kan}", "skriftlig_behandling: {norm: skal}"),
        ("a: ukjent", "a: ikke_regulert"),
        ("krav: [{id: a}]", "krav: [{id: b}]"),
        ("krav: [{id: a, antall: minst 3}]", "krav: [{id: a, antall: 3}]"),
    ],
)
def test_what_means_another_thing_is_different(hode: Hodeleser, en: str, annen: str) -> None:
    assert dict(blader(les_hode(hode(en)))) != dict(blader(les_hode(hode(annen))))


def test_entries_of_a_list_go_by_id_and_an_id_used_twice_is_not_lost(hode: Hodeleser) -> None:
    tre = les_hode(hode("nestledere: [{id: a, side: x}, {side: y}, {id: a, side: z}]"))
    assert [navn for navn, _ in blader(tre) if "#" not in navn] == [
        "nestledere[a].side",
        "nestledere[2].side",
        "nestledere[a~3].side",
    ]


def test_norm_clause_and_source_are_inherited_but_not_the_time(hode: Hodeleser) -> None:
    blad = dict(blader(les_hode(hode("kilde: lov\na: {norm: boer, punkt: p, gjelder: 2024-01-01/.., x: 1}"))))
    assert (blad["a.x#norm"], blad["a.x#punkt"], blad["a.x#kilde"]) == ("boer", "p", "lov")
    assert "a.x.gjelder" not in blad


def test_the_absent_node_has_no_leaves() -> None:
    assert FRAVAER.form == "fravaer"
    assert not list(blader(FRAVAER))
