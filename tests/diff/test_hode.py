from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.diff.endring import Endring, Nivaa
from ehelse_cli.diff.hode import finn_endringer, ukjent_i_begge
from ehelse_cli.diff.hodetre import LEDD, Node, les_hode
from ehelse_cli.diff.slag import SLAG
from ehelse_cli.diff.tekst import Fortelling

Hodeleser = Callable[[str], dict[str, Any]]


def _navn(id_: str, dag: date, *, kort: bool = False) -> str:
    return {"ks": "KS", "hod": "HOD" if kort else "Helse- og omsorgsdepartementet"}.get(id_, id_)


_ORD = Fortelling(_navn, date(2026, 1, 1), {})


def _diff(gammelt: Mapping[str, Any], nytt: Mapping[str, Any]) -> tuple[Endring, ...]:
    return finn_endringer(gammelt, nytt, _ORD, _ORD)


_GRUPPE = "sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a, b]}%s]}"
_QUORUM = "beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: %s}]}"
_FRIST = "frister: [{id: innkalling, frist: %s}]"

#: What the change is (and what it is the other way, where that differs), the old head, the new head.
TRIPLETTER = """
antall-seter-endret
    sammensetning: {seter: 16}
    sammensetning: {seter: 21}

gruppe-lagt-til / gruppe-fjernet
    sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a, b]}]}
    sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a, b]}, {id: ks, antall: 1}]}

sete-lagt-til / sete-fjernet
    sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a, b]}]}
    sammensetning: {grupper: [{id: kommuner, antall: 6, virksomheter: [a, b]}]}

gruppe-endret
    sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a, b]}]}
    sammensetning: {grupper: [{id: kommuner, antall: 4-6, virksomheter: [a, b]}]}

gruppens-virksomheter-endret
    sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a, b]}]}
    sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [a]}]}

navn-endret
    sammensetning: {grupper: [{id: a, navn: A}]}
    sammensetning: {grupper: [{id: a, navn: B}]}

leder-endret
    sammensetning: {leder: {sete: eget}}
    sammensetning: {leder: {sete: blant}}

nestleder-lagt-til / nestleder-fjernet
    sammensetning: {nestledere: [{id: a}]}
    sammensetning: {nestledere: [{id: a}, {id: b}]}

observatoer-lagt-til / observatoer-fjernet
    sammensetning: {observatoerer: [{id: a}]}
    sammensetning: {observatoerer: [{id: a}, {id: b}]}

observatoer-rett-endret
    sammensetning: {observatoerer: [{id: a, rett: [moete]}]}
    sammensetning: {observatoerer: [{id: a, rett: [moete, tale]}]}

oppnevner-endret
    sammensetning: {oppnevnes_av: ks}
    sammensetning: {oppnevnes_av: {sammen: [ks, hod]}}

krav-lagt-til / krav-fjernet
    sammensetning: {krav: [{id: a}]}
    sammensetning: {krav: [{id: a}, {id: b, antall: minst 1}]}

krav-skjerpet / krav-lempet
    sammensetning: {krav: [{id: a, antall: minst 1}]}
    sammensetning: {krav: [{id: a, antall: minst 2}]}

krav-endret
    sammensetning: {krav: [{id: a, egenskap: x}]}
    sammensetning: {krav: [{id: a, egenskap: y}]}

stedfortreder-gjort-personlig / stedfortreder-ikke-lenger-personlig
    stedfortreder: {ordning: fast}
    stedfortreder: {ordning: personlig}

stedfortreder-forbudt / stedfortreder-tillatt
    stedfortreder: {ordning: personlig}
    stedfortreder: {ordning: forbudt}

stedfortreder-ordning-endret
    stedfortreder: {ordning: fast}
    stedfortreder: {ordning: felles}

stedfortreder-antall-endret
    stedfortreder: {antall: 1}
    stedfortreder: {antall: 2}

stedfortreder-verv-endret
    stedfortreder: {arver_verv: ja}
    stedfortreder: {arver_verv: nei}

stedfortreder-endret
    stedfortreder: {bruk: begrenses}
    stedfortreder: {bruk: hoeyst 1 per aar}

funksjonstid-forlenget / funksjonstid-kortet
    funksjonstid: {varer: 2 aar}
    funksjonstid: {varer: 4 aar}

flere-perioder-utvidet / flere-perioder-innskrenket
    funksjonstid: {flere_perioder: hoeyst 2}
    funksjonstid: {flere_perioder: ja}

beslutningsdyktighet-skjerpet / beslutningsdyktighet-lempet
    beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: minst 1/2}]}
    beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: minst 2/3}]}

beslutningsdyktighet-endret
    beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: minst 6}]}
    beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: minst 1/2}]}

beslutningsdyktighet-lempet / beslutningsdyktighet-skjerpet
    beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: minst 6}]}
    beslutningsdyktighet: {teller: [medlem, stedfortreder], krav: [{id: x, antall: minst 6}]}

beslutningsdyktighet-regulert / beslutningsdyktighet-ikke-lenger-regulert
    beslutningsdyktighet: ikke_regulert
    beslutningsdyktighet: {teller: [medlem], krav: [{id: x, antall: minst 6}]}

virkning-endret
    beslutning: {virkning: raad}
    beslutning: {virkning: bindende}

mottaker-endret
    beslutning: {til: [a]}
    beslutning: {til: [a, b]}

avgjoerelse-endret
    beslutning: {avgjoeres_ved: konsensus}
    beslutning: {avgjoeres_ved: flertall}

forbehold-lagt-til / forbehold-fjernet
    beslutning: {forbehold: [{id: a, verdi: x}]}
    beslutning: {forbehold: [{id: a, verdi: x}, {id: b, verdi: x}]}

moetehyppighet-endret
    moeter: {hyppighet: 3 per aar}
    moeter: {hyppighet: 4 per aar}

moetehyppighet-endret
    moeter: {hyppighet: 4 per aar}
    moeter: {hyppighet: [{id: a, verdi: minst 2 per aar}, {id: b, verdi: 4 per aar}]}

frist-kortet / frist-forlenget
    frister: [{id: innkalling, frist: 2 uker foer moetet}]
    frister: [{id: innkalling, frist: 3 uker foer moetet}]

frist-endret
    frister: [{id: innkalling, frist: 2 uker foer moetet}]
    frister: [{id: innkalling, frist: foer moetet}]

frist-lagt-til / frist-fjernet
    frister: [{id: a}]
    frister: [{id: a}, {id: b, frist: foer moetet}]

fast-oppgave-lagt-til / fast-oppgave-fjernet
    faste_oppgaver: [{id: a}]
    faste_oppgaver: [{id: a}, {id: b}]

meldere-endret
    saker: {meldes_av: [medlemmer]}
    saker: {meldes_av: [medlemmer, leder]}

offentlighet-endret
    offentlighet: {moeter: lukkede}
    offentlighet: {moeter: aapne}

protokoll-endret
    protokoll: {foeres_av: a}
    protokoll: {foeres_av: b}

habilitet-endret
    habilitet: {inhabil: fratrer}
    habilitet: {inhabil: blir}

vedtar-mandat-for-endret
    vedtar_mandat_for: [nuit]
    vedtar_mandat_for: [nuit, nufa]

godkjenner-medlemmer-endret
    godkjenner_medlemmer_i: [nuit]
    {}

sekretariat-endret
    sekretariat: {virksomheter: [a]}
    sekretariat: {virksomheter: [b]}

underorgan-lagt-til / underorgan-fjernet
    underorganer: [{id: a}]
    underorganer: [{id: a}, {id: b}]

gjelder-endret
    moeter: {digitalt: ja}
    moeter: {digitalt: ja, gjelder: 2024-01-01/..}

ble-regulert / sluttet-aa-vaere-regulert
    protokoll: ikke_regulert
    protokoll: {nummereres: ja}

kilde-kjent / kilde-ukjent
    moeter: {ekstra: ukjent}
    moeter: {ekstra: {kreves_av: leder}}

kilden-taus / kilden-ulest
    moeter: {ekstra: ukjent}
    moeter: {ekstra: ikke_regulert}

taushet-skrevet / taushet-utelatt
    {}
    moeter: {ekstra: ikke_regulert}

skal-til-boer / boer-til-skal
    moeter: {hyppighet: 4 per aar}
    moeter: {hyppighet: {verdi: 4 per aar, norm: boer}}

punkt-flyttet
    moeter: {punkt: a, digitalt: ja}
    moeter: {punkt: b, digitalt: ja}

kildehenvisning-endret
    moeter: {digitalt: ja}
    moeter: {kilde: lov, digitalt: ja}

raa-endring
    noe: {helt: nytt}
    noe: {helt: annet}

beslutning-endret
    beslutning: {binder: [a]}
    beslutning: {binder: [b]}

dissens-endret
    beslutning: {dissens: {foeres_i: referat}}
    beslutning: {dissens: {foeres_i: protokoll}}

forbehold-endret
    beslutning: {forbehold: [{id: a, grupper: [x], verdi: q}]}
    beslutning: {forbehold: [{id: a, grupper: [y], verdi: q}]}

dagsorden-endret
    saker: {dagsorden_fastsettes_av: leder}
    saker: {dagsorden_fastsettes_av: raadet}

forbereder-for-endret
    saker: {forbereder_for: [a]}
    saker: {forbereder_for: [b]}

saksunderlag-endret
    saker: {underlag_skal_vise: [a]}
    saker: {underlag_skal_vise: [b]}

sakskrav-lagt-til / sakskrav-fjernet
    saker: {krav: [{id: a, kreves: x}]}
    saker: {krav: [{id: a, kreves: x}, {id: b, kreves: y}]}

saksregel-endret
    saker: {rekkefoelge: fast}
    saker: {rekkefoelge: fri}

ekstramoete-endret
    moeter: {ekstra: {kreves_av: [leder]}}
    moeter: {ekstra: {kreves_av: [leder, minst 1/4 av medlemmer]}}

moeter-endret
    moeter: {digitalt: ja}
    moeter: {digitalt: nei}

endringsmyndighet-endret
    sammensetning: {endres_av: a}
    sammensetning: {endres_av: b}

velger-endret
    sammensetning: {velges_av: a}
    sammensetning: {velges_av: b}

forslagsstiller-endret
    sammensetning: {foreslaas_av: a}
    sammensetning: {foreslaas_av: b}

medregning-endret
    sammensetning: {medregnet: [observatoerer]}
    sammensetning: {medregnet: ingen}

nestleder-endret
    sammensetning: {nestledere: [{id: a, side: x}]}
    sammensetning: {nestledere: [{id: a, side: y}]}

observatoer-endret
    sammensetning: {observatoerer: [{id: a, innbys_av: x}]}
    sammensetning: {observatoerer: [{id: a, innbys_av: y}]}

representasjon-lagt-til / representasjon-fjernet
    sammensetning: {representasjon: [{id: a, i: x}]}
    sammensetning: {representasjon: [{id: a, i: x}, {id: b, i: y}]}

representasjon-endret
    sammensetning: {representasjon: [{id: a, i: x, som: leder}]}
    sammensetning: {representasjon: [{id: a, i: x, som: medlem}]}

stedfortreder-rett-endret
    stedfortreder: {ved_siden_av: ja}
    stedfortreder: {ved_siden_av: nei}

funksjonstid-endret
    funksjonstid: {starter: januar}
    funksjonstid: {starter: juli}

faste-perioder-endret
    funksjonstid: {faste_perioder: [2018-01-01/2020-12-31]}
    funksjonstid: {faste_perioder: [2021-01-01/2023-12-31]}

flere-perioder-endret
    funksjonstid: {flere_perioder: hoeyst 3}
    funksjonstid: {flere_perioder: hoeyst 2 paa_rad}

fast-oppgave-endret
    faste_oppgaver: [{id: a, hyppighet: 1 per aar}]
    faste_oppgaver: [{id: a, hyppighet: 2 per aar}]

skriftlig-behandling-endret
    skriftlig_behandling: {krav: alle er enige}
    skriftlig_behandling: {krav: ingen ber om moete}

fullmakt-endret
    fullmakt: {til: a, saker: [x]}
    fullmakt: {til: a, saker: [x, y]}

vedtar-endret
    vedtar: [a]
    vedtar: [a, b]

rapporterer-til-endret
    rapporterer_til: [a]
    rapporterer_til: [b]

underorgan-endret
    underorganer: [{id: a, noe: x}]
    underorganer: [{id: a, noe: y}]

evaluering-endret
    evaluering: {hvert: 2 aar}
    evaluering: {hvert: 3 aar}

retningslinje-endret
    retningslinje_for_underliggende: {kan_fravikes: ja}
    retningslinje_for_underliggende: {kan_fravikes: nei}

overordnet-endret
    overordnet: a@2024-01-01
    overordnet: a@2025-01-01

hjemmel-endret
    hjemmel: en lov
    hjemmel: en annen lov

gjelder-for-endret
    gjelder_for: [a]
    gjelder_for: [a, b]

skal-til-normalt / normalt-til-skal
    moeter: {digitalt: ja}
    moeter: {digitalt: ja, norm: normalt}

skal-til-kan / kan-til-skal
    moeter: {digitalt: ja}
    moeter: {digitalt: ja, norm: kan}

boer-til-normalt / normalt-til-boer
    moeter: {digitalt: ja, norm: boer}
    moeter: {digitalt: ja, norm: normalt}

boer-til-kan / kan-til-boer
    moeter: {digitalt: ja, norm: boer}
    moeter: {digitalt: ja, norm: kan}

normalt-til-kan / kan-til-normalt
    moeter: {digitalt: ja, norm: normalt}
    moeter: {digitalt: ja, norm: kan}

forum-endret
    forum: a
    forum: b

opphoer-endret
    {}
    gjelder_til: 2025-12-31

kjent-per-endret
    kjent_per: 2020-06-02
    kjent_per: 2021-06-02

erstatter-endret
    erstatter: a@2020-01-01
    erstatter: b@2020-01-01

maalform-endret
    maalform: nb
    maalform: nn

ikrafttredelse-i-fortid / ikrafttredelse-ikke-lenger-i-fortid
    {gjelder_fra: 2024-06-01, vedtatt: {dato: 2024-03-01}}
    {gjelder_fra: 2024-01-01, vedtatt: {dato: 2024-03-01}}

status-endret
    status: utkast
    status: vedtatt

ikrafttredelse-endret
    gjelder_fra: ukjent
    gjelder_fra: 2024-01-01

vedtakelse-endret
    {}
    vedtatt: {av: ks}
"""


def tripletter() -> Iterator[tuple[str, str, str, str]]:
    for triplett in TRIPLETTER.strip().split("\n\n"):
        navn, gammelt, nytt = triplett.splitlines()
        frem, _, tilbake = navn.partition(" / ")
        yield gammelt, nytt, frem, tilbake or frem


@pytest.mark.parametrize(("gammelt", "nytt", "frem", "tilbake"), list(tripletter()))
def test_a_change_has_its_kind_and_its_mirror(
    hode: Hodeleser, gammelt: str, nytt: str, frem: str, tilbake: str
) -> None:
    assert [endring.id for endring in _diff(hode(gammelt), hode(nytt))] == [frem]
    assert [endring.id for endring in _diff(hode(nytt), hode(gammelt))] == [tilbake]


@pytest.mark.parametrize(
    ("gammelt", "nytt", "nivaa"),
    [
        ("funksjonstid: {varer: 4 aar}", "funksjonstid: {varer: 2 aar}", Nivaa.BRYTER),
        (_QUORUM % "minst 1/2", _QUORUM % "minst 2/3", Nivaa.BETINGET),
        ("vedtar_mandat_for: [nuit, nufa]", "vedtar_mandat_for: [nuit]", Nivaa.BRYTER),
        ("vedtar_mandat_for: [nuit]", "vedtar_mandat_for: [nuit, nufa]", Nivaa.VESENTLIG),
        ("sammensetning: {seter: 21}", "sammensetning: {seter: 16}", Nivaa.BETINGET),
        ("moeter: {punkt: a, digitalt: ja}", "moeter: {punkt: b, digitalt: ja}", Nivaa.REDAKSJONELL),
        ("noe: {helt: nytt}", "noe: {helt: annet}", Nivaa.UAVKLART),
    ],
)
def test_a_lost_right_breaks_and_a_stricter_rule_depends(
    hode: Hodeleser, gammelt: str, nytt: str, nivaa: Nivaa
) -> None:
    assert [endring.nivaa for endring in _diff(hode(gammelt), hode(nytt))] == [nivaa]


def test_a_changed_value_tells_its_strength_too(hode: Hodeleser) -> None:
    [endring] = _diff(
        hode("moeter: {hyppighet: 4 per aar}"), hode("moeter: {hyppighet: {verdi: 3 per aar, norm: normalt}}")
    )
    assert (endring.norm_fra, endring.norm_til, endring.retning) == ("skal", "normalt", "ukjent")
    assert endring.dekker == ("moeter.hyppighet", "moeter.hyppighet#norm")


def test_a_strength_that_changed_for_a_whole_block_is_one_change(hode: Hodeleser) -> None:
    gammelt = "stedfortreder: {ordning: fast, antall: 1}\nmoeter: {digitalt: ja}"
    [endring] = _diff(hode(gammelt), hode(gammelt.replace("ordning", "norm: kan, ordning")))
    assert (endring.id, endring.sti) == ("skal-til-kan", "stedfortreder")
    assert endring.til is not None
    assert endring.til.norsk == "fast, antall 1"


def test_what_a_half_read_mandate_does_not_mention_is_known_now_and_no_new_rule(hode: Hodeleser) -> None:
    nytt = hode("protokoll: ikke_regulert\nsekretariat: {virksomheter: [a]}")
    assert [e.id for e in _diff(hode("protokoll: ukjent"), nytt)] == ["kilden-taus", "kilde-kjent"]
    assert [e.id for e in _diff(hode("protokoll: ikke_regulert"), nytt)] == ["sekretariat-endret"]


def test_a_list_that_is_known_is_whole(hode: Hodeleser) -> None:
    gammelt = "protokoll: ukjent\nsammensetning: {observatoerer: [{id: a}]}"
    ider = [endring.id for endring in _diff(hode(gammelt), hode(gammelt.replace("{id: a}", "{id: a}, {id: b}")))]
    assert ider == ["observatoer-lagt-til"]


def test_the_gravest_comes_first_then_the_order_of_the_head(hode: Hodeleser) -> None:
    gammelt = "saker: {meldes_av: [a]}\nmoeter: {digitalt: ja}\nfunksjonstid: {varer: 4 aar}\nsammensetning: {seter: 3}"
    nytt = (
        "moeter: {digitalt: nei}\nsaker: {meldes_av: [a, b]}\nfunksjonstid: {varer: 2 aar}\nsammensetning: {seter: 4}"
    )
    assert [endring.omraade for endring in _diff(hode(gammelt), hode(nytt))] == [
        "funksjonstid",
        "sammensetning",
        "moeter",
        "saker",
    ]


def test_values_are_told_in_norwegian_with_names(hode: Hodeleser) -> None:
    gruppe = "{id: ks, antall: 2, oppnevnes_av: {en_av: [ks, hod]}, krav: [{id: kjoenn, norm: boer, antall: minst 1}]}"
    [endring] = _diff(
        hode("sammensetning: {grupper: [{id: a}]}"), hode(f"sammensetning: {{grupper: [{{id: a}}, {gruppe}]}}")
    )
    assert endring.emne == "KS"
    assert endring.til is not None
    assert endring.til.norsk == "2 seter, oppnevnes av HOD eller KS, krav (kjønn: minst 1)"


def test_what_both_do_not_know_is_told(hode: Hodeleser) -> None:
    a = hode("protokoll: ukjent\nmoeter: {ekstra: ukjent, digitalt: ukjent}\nvedtatt: {av: ukjent}")
    assert ukjent_i_begge(a, a | {"moeter": {"ekstra": "ukjent"}}, _ORD) == ("Protokoll", "Møter › ekstra møte")


# --- the invariants

_ORDET = st.sampled_from(["1", "2", "a", "b", "ja", "nei", "minst 2", "ukjent", "ikke_regulert", "2 aar", "4 per aar"])
_NORM = st.sampled_from(["skal", "boer", "normalt", "kan"])
_NOEKLER = [
    *("sammensetning", "seter", "antall", "grupper", "krav", "oppnevnes_av", "stedfortreder", "varer", "protokoll"),
    *("rett", "beslutningsdyktighet", "hyppighet", "frister", "frist", "til", "gjelder", "leder", "vedtatt", "noe"),
]


def _tabell(under: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    egne = st.dictionaries(st.sampled_from(_NOEKLER), under, max_size=5)
    ledd = st.fixed_dictionaries({}, optional={"norm": _NORM, "punkt": st.sampled_from("pq"), "verdi": _ORDET})
    return st.builds(lambda a, b: a | b, egne, ledd)


def _rader(under: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    rad = st.builds(lambda id_, tabell: {"id": id_} | tabell, st.sampled_from("xyz"), _tabell(under))
    return st.lists(rad, max_size=3)


_INNHOLD = st.recursive(
    _ORDET | st.lists(_ORDET, max_size=3), lambda under: _tabell(under) | _rader(under), max_leaves=12
)
_HODE = st.dictionaries(st.sampled_from(_NOEKLER), _INNHOLD, max_size=6)


def _flatt(node: Node, sti: str = "") -> dict[str, Any]:
    """The leaves, flattened without the code that is tested."""
    ut: dict[str, Any] = {}
    if node.verdi is not None:
        ut[sti] = node.verdi
        if node.verdi not in (("ukjent",), ("ikke_regulert",)):
            ut |= {f"{sti}#{del_}": getattr(node.ledd, del_) for del_ in LEDD}
    for noekkel, barn in node.barn.items():
        ut |= _flatt(barn, f"{sti}{noekkel}" if noekkel.startswith("[") or not sti else f"{sti}.{noekkel}")
    return ut


def _er_forskjell(a: dict[str, Any], b: dict[str, Any], navn: str) -> bool:
    if "#" in navn:
        om_revisjonen = navn.startswith("vedtatt")
        return navn in a and navn in b and a[navn] != b[navn] and not om_revisjonen
    return a.get(navn) != b.get(navn)


@given(_HODE, _HODE)
def test_every_leaf_that_differs_belongs_to_exactly_one_change(gammelt: dict[str, Any], nytt: dict[str, Any]) -> None:
    a, b = _flatt(les_hode(gammelt)), _flatt(les_hode(nytt))
    dekket = Counter(navn for endring in _diff(gammelt, nytt) for navn in endring.dekker)
    assert {navn for navn in {*a, *b} if _er_forskjell(a, b, navn)} == set(dekket)
    assert all(antall == 1 for antall in dekket.values())


@given(_HODE, _HODE)
def test_the_comparison_the_other_way_is_the_mirror(gammelt: dict[str, Any], nytt: dict[str, Any]) -> None:
    frem = {
        (SLAG[e.id].speil or e.id, e.sti, e.til, e.fra, e.norm_til, e.norm_fra, e.retning.snudd, frozenset(e.dekker))
        for e in _diff(gammelt, nytt)
    }
    tilbake = {
        (e.id, e.sti, e.fra, e.til, e.norm_fra, e.norm_til, e.retning, frozenset(e.dekker))
        for e in _diff(nytt, gammelt)
    }
    assert frem == tilbake


@given(_HODE, st.randoms(use_true_random=False))
def test_the_order_of_keys_and_remarks_are_no_change(hode_: dict[str, Any], tilfeldig: random.Random) -> None:
    assert not _diff(hode_, hode_)
    assert not _diff(hode_, _stokket(hode_, tilfeldig))


def _stokket(verdi: Any, tilfeldig: random.Random) -> Any:
    if isinstance(verdi, list):
        if len({rad["id"] for rad in verdi if isinstance(rad, dict)}) < sum(isinstance(rad, dict) for rad in verdi):
            return verdi
        return tilfeldig.sample([_stokket(rad, tilfeldig) for rad in verdi], len(verdi))
    if not isinstance(verdi, dict):
        return verdi
    par = [(noekkel, _stokket(under, tilfeldig)) for noekkel, under in verdi.items()]
    merknad = {"merknad": "sett på nytt"} if "id" in verdi else {}
    return dict(tilfeldig.sample(par, len(par))) | merknad
