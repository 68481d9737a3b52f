"""Is each effect led to the changes that cause it? Tried by making exactly those, and each of them less one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.plan import tavle
from ehelse_cli.plan.plan import Plan, Rammer, plan
from ehelse_cli.plan.utgaver import Utgaver
from ehelse_cli.plan.virkning import Merke, Virkning
from tests.plan.raad import DAG, GAMMEL, NY, REGLER, bytt, les, planlegg, sagt

_ROT = Path(__file__).parents[2]


def _hva(virkning: Virkning) -> tuple[str, str, str]:
    """What makes two effects the same.

    Of a finding, that it is found; of a meeting that falls below its quorum, that it does; of an observer, that the
    place is lost; of a seat, how many, whoever appoints.
    """
    tekst = virkning.melding.tekst.partition(", oppnevnes av")[0]
    if virkning.slag[-3:].isdecimal() or (virkning.slag == "oppmoete" and virkning.merke is Merke.HANDLING):
        tekst = str(virkning.merke)
    if virkning.slag == "observatoer" and virkning.merke in {Merke.UTE, Merke.UAVKLART}:
        tekst = "uten plass"
    return virkning.slag, virkning.objekt, tekst


def feil_i(data: Dataset, funnet: Plan, gammel: Mandat, ny: Mandat) -> Iterator[str]:
    """Every cause that the whole plan, made anew with only those changes, does not bear out."""
    utgaver = Utgaver(gammel, ny, funnet.diff, funnet.forum, funnet.i_kraft)
    rammer = Rammer(funnet.i_dag, funnet.i_kraft, fravaer=funnet.fravaer)

    def gir(valg: frozenset[int], virkning: Virkning) -> bool:
        mandat = utgaver.mandat(valg)
        assert mandat is not None
        return _hva(virkning) in {_hva(en) for en in plan(data, gammel, mandat, rammer).virkninger}

    for virkning in funnet.virkninger:
        for aarsak in map(frozenset, virkning.aarsaker):
            if not gir(aarsak, virkning):
                yield f"{sorted(aarsak)} gir ikke «{virkning.melding.tekst}»"
            yield from (
                f"[{nr}] trengs ikke for «{virkning.melding.tekst}»" for nr in aarsak if gir(aarsak - {nr}, virkning)
            )


_SKJERPET = ("antall: minst 1/2", "antall: over 1/2")
_SETER = ("seter: 5", "seter: 6")
_NSF = ("  observatoerer:", "    - {id: nsf, antall: 1, virksomheter: [nsf]}\n  observatoerer:")


def test_one_of_two_changes_causes_it() -> None:
    funnet = planlegg(les(bytt("varer: 2 aar", "varer: 4 aar", "3 uker foer", "5 uker foer")))
    assert {tuple(en.aarsaker) for en in funnet.i("medlemmer")} == {((2,),)}
    assert {tuple(en.aarsaker) for en in funnet.i("moeter")} == {((1,),)}


def test_two_changes_are_needed_together() -> None:
    """More than half of six is four; at least half of six, and more than half of five, is three."""
    funnet = planlegg(les(bytt(*_SKJERPET, *_SETER, *_NSF)))
    assert sagt(funnet, "moeter")[0].endswith(
        "5 ventet, 4 kreves (før 3), margin +1 <- beslutningsdyktighet-skjerpet + antall-seter-endret"
    )


def test_either_of_two_changes_suffices() -> None:
    """Four fifths of five is four, and so is any more than half of seven."""
    nye = bytt("antall: minst 1/2", "antall: minst 4/5", "av: seter}", "av: seter}, {id: fire, antall: minst 4}")
    funnet = planlegg(les(nye), DAG, "Anne Aas", "Carl Dahl")
    tekst = "Møtet 10. mars 2027: 3 ventet, 4 kreves (før 3), margin −1 (flertall)"
    assert f"! {tekst} <- beslutningsdyktighet-skjerpet eller beslutningsdyktighet-skjerpet" in sagt(funnet, "moeter")


_ENDRINGER = [
    _SKJERPET,
    _SETER,
    _NSF,
    ("varer: 2 aar", "varer: 18 maaneder"),
    ("funksjonstid: {", "funksjonstid: {flere_perioder: nei, "),
    ("3 uker foer", "5 uker foer"),
    ("ordning: fast", "ordning: nummerert"),
    ("rett: [moete, tale]", "rett: [moete]"),
    ("virksomheter: [rhf]", "virksomheter: [nsf]"),
    ("id: rhf, antall: 3", "id: rhf, antall: 2"),
    ("teller: [medlem]", "teller: [medlem, stedfortreder]"),
    ("proeves: moetet", "proeves: hver_sak"),
]


@pytest.mark.slow
@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(_ENDRINGER), min_size=1, max_size=5, unique=True),
    st.sets(st.sampled_from(["Anne Aas", "Berit Bø", "Carl Dahl", "Dag Eide"]), max_size=3),
)
def test_every_cause_gives_its_effect_and_none_of_its_changes_can_be_left_out(
    endringer: list[tuple[str, str]], fravaer: set[str]
) -> None:
    data = les(bytt(*(ord_ for endring in endringer for ord_ in endring)))
    funnet = planlegg(data, DAG, *sorted(fravaer))
    assert list(feil_i(data, funnet, data.mandater[GAMMEL], data.mandater[NY])) == []


@pytest.mark.slow
@pytest.mark.parametrize("fra", ["nuit@2025-01-01", "nuit@2020-06-02"])
def test_so_it_is_on_the_real_mandates(fra: str) -> None:
    data = load(DiskTree(_ROT)).dataset
    gammel, ny = data.mandater[fra], data.mandater["nuit@2027-07-01-utkast"]
    fravaer = ("Ida Nordskog", "Rune Dalseth", "Tor Arne Bleken", "Wenche Lysaker", "Nina Skogheim", "Magne Tveito")
    funnet = plan(data, gammel, ny, Rammer(DAG, fravaer=fravaer))
    assert any(len(aarsak) > 1 for en in funnet.virkninger for aarsak in en.aarsaker)
    assert list(feil_i(data, funnet, gammel, ny)) == []


Aarsaker = Callable[..., tuple[tuple[int, ...], ...]]


@pytest.mark.parametrize(
    "feilen",
    [
        pytest.param(lambda alle, _holder: (tuple(sorted(alle)),), id="every change is blamed"),
        pytest.param(lambda alle, _holder: ((min(alle),),), id="the first is blamed"),
        pytest.param(
            lambda alle, holder: (tuple(nr for nr in sorted(alle) if holder(frozenset({nr})))[:1] or (max(alle),),),
            id="one is blamed where two are needed",
        ),
    ],
)
def test_a_planted_error_is_caught(feilen: Aarsaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trial above is one that can fail."""
    data = les(bytt(*_SKJERPET, *_SETER, *_NSF, "varer: 2 aar", "varer: 18 maaneder"))
    gammel, ny = data.mandater[GAMMEL], data.mandater[NY]
    assert not list(feil_i(data, planlegg(data), gammel, ny))
    monkeypatch.setattr(tavle, "aarsaker", feilen)
    assert list(feil_i(data, planlegg(data), gammel, ny))


@given(st.lists(st.sampled_from(_ENDRINGER), max_size=4, unique=True))
def test_a_mandate_against_itself_does_nothing(endringer: list[tuple[str, str]]) -> None:
    regler = bytt(*(ord_ for endring in endringer for ord_ in endring)) if endringer else REGLER
    funnet = planlegg(les(regler, gamle=regler))
    assert (funnet.virkninger, funnet.endringer) == ((), ())


@given(st.lists(st.sampled_from(_ENDRINGER), min_size=1, max_size=6, unique=True))
def test_all_the_changes_are_the_new_mandate_and_none_the_old(endringer: list[tuple[str, str]]) -> None:
    data = les(bytt(*(ord_ for endring in endringer for ord_ in endring)))
    gammel, ny = data.mandater[GAMMEL], data.mandater[NY]
    funnet = planlegg(data)
    utgaver = Utgaver(gammel, ny, funnet.diff, "raad", funnet.i_kraft)
    for valg, mandat in ((utgaver.alle, ny), (frozenset[int](), gammel)):
        utgave = utgaver.mandat(valg)
        assert utgave is not None
        for felt in ("sammensetning", "stedfortreder", "funksjonstid", "beslutningsdyktighet", "frister"):
            assert getattr(utgave, felt) == getattr(mandat, felt)
