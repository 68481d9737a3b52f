"""What a mandate's head says, where its strength comes from, and which rule stands for a group."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import (
    LEDERSETET,
    Ledd,
    Mandat,
    funksjonstid_for,
    grupper_i,
    krav_i,
    regulert,
    stedfortreder_for,
    verv_i,
)
from tests.trees import load_clean

HODE = "forum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\n"


def les(tekst: str, hode: str = HODE, navn: str = "2024-01-01") -> Mandat:
    (mandat,) = load_clean({f"mandater/raad/{navn}.md": f"---\n{hode}{tekst}\n---\nTekst.\n"}).mandater.values()
    return mandat


# --- short and long form


@pytest.mark.parametrize(
    ("kort", "lang"),
    [
        ("sammensetning: {seter: 7-10}", "sammensetning: {seter: {verdi: 7-10, norm: boer, punkt: x}}"),
        ("funksjonstid: {varer: 2 aar}", "funksjonstid: {varer: {verdi: 2 aar, norm: normalt, merknad: ja}}"),
        ("moeter: {hyppighet: 4 per aar}", "moeter: {hyppighet: {verdi: 4 per aar}}"),
        ("saker: {meldes_av: medlemmer}", "saker: {meldes_av: {verdi: [medlemmer], kilde: praksis}}"),
        ("beslutningsdyktighet: {teller: medlem}", "beslutningsdyktighet: {teller: {verdi: [medlem]}}"),
        ("stedfortreder: {arver_verv: nei}", "stedfortreder: {arver_verv: {verdi: nei, gjelder: 2024-01-01/..}}"),
        ("frister: ikke_regulert", "frister: {verdi: ikke_regulert, punkt: frister}"),
        ("sammensetning: {oppnevnes_av: ks}", "sammensetning: {oppnevnes_av: {verdi: ks}}"),
    ],
)
def test_short_and_long_form_mean_the_same(kort: str, lang: str) -> None:
    felt = kort.split(":", 1)[0]
    assert getattr(les(kort), felt) == getattr(les(lang), felt)


@pytest.mark.parametrize("ord_", ["ikke_regulert", "ukjent"])
@pytest.mark.parametrize(
    "felt", ["sammensetning", "stedfortreder", "funksjonstid", "beslutningsdyktighet", "frister", "moeter", "habilitet"]
)
def test_either_silence_may_stand_for_any_value(felt: str, ord_: str) -> None:
    verdi = getattr(les(f"{felt}: {ord_}"), felt)
    assert verdi is Taushet(ord_)
    assert not regulert(verdi)


def test_left_out_is_none() -> None:
    assert les("maalform: nn").sammensetning is None


def test_several_strengths_are_a_list_with_ids() -> None:
    moeter = les(
        "moeter: {hyppighet: [{id: minst, verdi: minst 2 per aar}, {id: vanlig, verdi: 4 per aar, norm: kan}]}"
    ).moeter
    assert not isinstance(moeter, Taushet)
    assert moeter is not None
    assert isinstance(moeter.hyppighet, tuple)
    assert [(styrke.id, str(styrke.verdi)) for styrke in moeter.hyppighet] == [
        ("minst", "minst 2 per aar"),
        ("vanlig", "4 per aar"),
    ]


@pytest.mark.parametrize(
    ("verdi", "ider", "maate", "personlig"),
    [
        ("ks", ("ks",), "en", False),
        ("egen_virksomhet", ("egen_virksomhet",), "en", False),
        ("{sammen: [a, b]}", ("a", "b"), "sammen", False),
        ("{en_av: [a, b]}", ("a", "b"), "en_av", False),
        ("{foerst: [a, b]}", ("a", "b"), "foerst", False),
        ("{hvem: a, personlig: ja}", ("a",), "en", True),
    ],
)
def test_who(verdi: str, ider: tuple[str, ...], maate: str, personlig: bool) -> None:
    sammensetning = les(f"sammensetning: {{oppnevnes_av: {verdi}}}").sammensetning
    hvem = getattr(sammensetning, "oppnevnes_av", None)
    assert (hvem.ider, hvem.maate, hvem.personlig) == (ider, maate, personlig)  # type: ignore[union-attr]


# --- when it holds


def test_the_day_in_force_may_be_unknown_and_then_it_judges_from_when_it_is_known() -> None:
    mandat = les("", "forum: raad\nstatus: vedtatt\ngjelder_fra: ukjent\nkjent_per: 2020-06-02\n", "2020-06-02")
    assert mandat.fra == date(2020, 6, 2)
    lang = les("gjelder_fra: {verdi: 2024-01-01, merknad: udatert}", "forum: raad\nstatus: vedtatt\n")
    assert lang.fra == date(2024, 1, 1)


# --- norm, clause, source


ARV = """\
kilde: Brev fra KS
sammensetning:
  punkt: sammensetning
  norm: boer
  seter: {verdi: 21, norm: skal}
  leder: {virksomheter: [a], punkt: leder}
  grupper:
    - {id: kommuner, antall: {verdi: 5, norm: normalt}, krav: [{id: lege, egenskap: lege, kilde: lov}]}
beslutningsdyktighet:
  verdi:
    krav: {id: alene, antall: minst 1/2, norm: kan}
  norm: normalt
frister: ikke_regulert
"""


@pytest.mark.parametrize(
    ("sti", "ledd"),
    [
        ((), Ledd("skal", None, "Brev fra KS")),
        (("sammensetning",), Ledd("boer", "sammensetning", "Brev fra KS")),
        (("sammensetning", "seter"), Ledd("skal", "sammensetning", "Brev fra KS")),
        (("sammensetning", "leder", "virksomheter"), Ledd("boer", "leder", "Brev fra KS")),
        (("sammensetning", "grupper", 0, "antall"), Ledd("normalt", "sammensetning", "Brev fra KS")),
        (("sammensetning", "grupper", 0, "krav", 0), Ledd("boer", "sammensetning", "lov")),
        (("sammensetning", "grupper", 9, "krav"), Ledd("boer", "sammensetning", "Brev fra KS")),
        (("beslutningsdyktighet", "krav", 0), Ledd("kan", None, "Brev fra KS")),
        (("frister",), Ledd("skal", None, "Brev fra KS")),
    ],
)
def test_norm_clause_and_source_are_inherited_from_outside(sti: tuple[str | int, ...], ledd: Ledd) -> None:
    assert les(ARV).ledd(*sti) == ledd


def test_at_the_top_it_is_skal_by_the_mandate() -> None:
    assert les("").ledd("stedfortreder") == Ledd("skal", None, "mandat")


# --- the rule for a group

LAG = """\
stedfortreder: {ordning: fast, antall: 1, arver_verv: nei}
funksjonstid: {varer: 2 aar, flere_perioder: ja}
sammensetning:
  stedfortreder: {arver_verv: ja}
  leder: {sete: eget, funksjonstid: {varer: 4 aar}}
  grupper:
    - {id: vanlig, antall: 1}
    - {id: egen, antall: 1, stedfortreder: {antall: ingen}, funksjonstid: {varer: 1 aar}}
    - {id: taus, antall: 1, stedfortreder: ikke_regulert}
"""


@pytest.mark.parametrize(
    ("gruppe", "ordning", "antall", "arver"),
    [
        ("vanlig", "fast", "1", True),
        ("egen", "fast", "ingen", True),
        ("taus", "fast", "1", True),
        (LEDERSETET, "fast", "1", True),
        (None, "fast", "1", True),
    ],
)
def test_a_group_overrides_key_by_key(gruppe: str | None, ordning: str, antall: str, arver: bool) -> None:
    regel = stedfortreder_for(les(LAG), gruppe)
    assert regel is not None
    assert (regel.ordning, str(regel.antall), regel.arver_verv) == (ordning, antall, arver)


@pytest.mark.parametrize(("gruppe", "varer"), [("vanlig", "2 aar"), ("egen", "1 aar"), (LEDERSETET, "4 aar")])
def test_a_term_is_the_groups_own_or_the_bodys(gruppe: str, varer: str) -> None:
    regel = funksjonstid_for(les(LAG), gruppe)
    assert regel is not None
    assert (str(regel.varer), str(regel.flere_perioder)) == (varer, "ja")


def test_where_nothing_is_said_there_is_no_rule() -> None:
    mandat = les("sammensetning: ukjent\nstedfortreder: ukjent")
    assert (stedfortreder_for(mandat, "x"), funksjonstid_for(mandat, "x"), verv_i(mandat)) == (None, None, None)
    assert (grupper_i(mandat), krav_i(mandat)) == ((), ())
    assert krav_i(les("sammensetning: {krav: ikke_regulert, grupper: ukjent}")) == ()


def test_the_leader_and_the_requirements_are_found() -> None:
    mandat = les("sammensetning: {leder: {sete: eget}, krav: [{id: a}, {id: b, antall: minst 1}]}")
    verv = verv_i(mandat)
    assert verv is not None
    assert verv.sete == "eget"
    assert [krav.id for krav in krav_i(mandat)] == ["a", "b"]
