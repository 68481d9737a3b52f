from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ehelse_cli.core.mandat import Ledd, Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.diff.hode import finn_endringer
from ehelse_cli.diff.hodetre import blader, les_hode
from ehelse_cli.diff.tekst import Fortelling
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.plan.hodeskriver import skriv_node, uten_pakker
from ehelse_cli.plan.lapp import Lapper

_ROT = Path(__file__).parents[2]
_MANDATER = load(DiskTree(_ROT)).dataset.mandater
Hodeleser = Callable[[str], dict[str, Any]]


def _blader(hode: Mapping[str, Any]) -> dict[str, object]:
    return dict(blader(les_hode(hode)))


def _ulike(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[str]:
    """Every leaf that differs; what it rests on where both sides have it."""
    fra, til = _blader(a), _blader(b)
    return [
        navn
        for navn in dict.fromkeys((*fra, *til))
        if fra.get(navn) != til.get(navn) and ("#" not in navn or (navn in fra and navn in til))
    ]


def _ventet(a: Mapping[str, Any], b: Mapping[str, Any], valgte: set[str]) -> dict[str, object]:
    """The leaves one by one, as a person would pick them."""
    fra, til = _blader(a), _blader(b)

    def leaves() -> Iterator[tuple[str, object]]:
        for navn in dict.fromkeys((*fra, *til)):
            verdi, _, del_ = navn.partition("#")
            felles = del_ and navn in fra and navn in til
            kilde = til if (navn if felles or not del_ else verdi) in valgte else fra
            if navn in kilde:
                yield navn, kilde[navn]

    return dict(leaves())


def _navn(id_: str, dag: date, *, kort: bool = False) -> str:
    return id_


_ORD = Fortelling(_navn, date(2026, 1, 1), {})


def _noen_av_endringene(data: st.DataObject, a: Mapping[str, Any], b: Mapping[str, Any]) -> set[str]:
    """The leaves of some of the changes, as the comparison finds them."""
    endringer = finn_endringer(a, b, _ORD, _ORD)
    # Entries under another id are tried by themselves, below.
    assume(not any(navn.endswith("#id") for endring in endringer for navn in endring.dekker))
    valgte = data.draw(st.lists(st.sampled_from(endringer), unique_by=id)) if endringer else []
    return {navn for endring in valgte for navn in endring.dekker}


def _mandat(hode: Mapping[str, Any]) -> Mandat:
    verdi = {"forum": "nuit", "status": "vedtatt", "gjelder_fra": "2025-01-01", **hode}
    return Mandat.model_validate({**uten_pakker(verdi), FIL_ID: "nuit@2025-01-01", FIL_TEKST: "", FIL_HODE: verdi})


_PAR = [("nuit@2025-01-01", "nuit@2027-07-01-utkast"), ("nuit@2025-01-01", "nufa@2025-01-01"),
        ("nehs@2016-01-01", "nehr@2024-01-01"), ("nuit@2020-06-02", "nuit@2025-01-01")]  # fmt: skip


@pytest.mark.parametrize(("fra", "til"), _PAR)
def test_none_is_the_old_and_all_is_the_new(fra: str, til: str) -> None:
    a, b = _MANDATER[fra].hode, _MANDATER[til].hode
    assert Lapper(a, b).med(()) is a
    assert _blader(Lapper(a, b).med(_ulike(a, b))) == _blader(b)


@given(st.data())
def test_any_of_the_changes_are_exactly_those(data: st.DataObject) -> None:
    """On real mandates: what is chosen is as the new one has it, everything else as the old, strengths and all."""
    fra, til = data.draw(st.sampled_from(_PAR))
    a, b = _MANDATER[fra].hode, _MANDATER[til].hode
    valgte = _noen_av_endringene(data, a, b)
    assert _blader(Lapper(a, b).med(valgte)) == _ventet(a, b, valgte)


_NORMER = st.sampled_from(["skal", "boer", "kan"])
_REGEL = st.one_of(
    st.sampled_from(["ikke_regulert", "ukjent"]),
    st.fixed_dictionaries(
        {},
        optional={
            "norm": _NORMER,
            "punkt": st.sampled_from(["a", "b"]),
            "varer": st.sampled_from(["2 aar", "4 aar"]),
            "flere_perioder": st.one_of(
                st.sampled_from(["ja", "nei"]),
                st.fixed_dictionaries({"verdi": st.just("hoeyst 2"), "norm": _NORMER}),
            ),
        },
    ),
)
_GRUPPE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"id": st.sampled_from(["ks", "rhf", "kommuner"]), "antall": st.sampled_from(["1", "2", "minst 3"])},
    optional={"norm": _NORMER, "virksomheter": st.just(["a", "b"]), "funksjonstid": _REGEL},
)
_HODER = st.fixed_dictionaries(
    {},
    optional={
        "funksjonstid": _REGEL,
        "kilde": st.sampled_from(["lov", "brev"]),
        "sammensetning": st.fixed_dictionaries(
            {"grupper": st.lists(_GRUPPE, min_size=1, max_size=3, unique_by=lambda rad: rad["id"])},
            optional={"seter": st.sampled_from(["3", "5"]), "norm": _NORMER, "punkt": st.just("c")},
        ),
    },
)


@given(_HODER, _HODER, st.data())
def test_so_is_it_of_heads_with_strengths_and_sources_at_every_level(
    a: dict[str, Any], b: dict[str, Any], data: st.DataObject
) -> None:
    valgte = _noen_av_endringene(data, a, b)
    lappet = Lapper(a, b).med(valgte)
    assert _blader(lappet) == _ventet(a, b, valgte)
    assert _mandat(lappet).hode


@pytest.mark.parametrize("id_", sorted(_MANDATER))
def test_a_head_written_out_from_its_one_shape_is_the_same_head(id_: str) -> None:
    """The models read it alike too."""
    mandat = _MANDATER[id_]
    skrevet = skriv_node(les_hode(mandat.hode), "", Ledd())
    assert _blader(skrevet) == _blader(mandat.hode)
    lest = _mandat({**mandat.hode, **skrevet})
    for blokk in ("sammensetning", "stedfortreder", "funksjonstid", "beslutningsdyktighet", "frister", "moeter"):
        assert _uten_paategninger(getattr(lest, blokk)) == _uten_paategninger(getattr(mandat, blokk))


def _uten_paategninger(regel: Any) -> Any:
    """The rule as the models have it, without what it rests on and in no order that says nothing."""
    if hasattr(regel, "model_fields_set"):
        felter = type(regel).model_fields.keys() - {"norm", "punkt", "kilde", "merknad"}
        return {felt: _uten_paategninger(getattr(regel, felt)) for felt in felter}
    if isinstance(regel, tuple):
        return sorted(map(repr, map(_uten_paategninger, regel)))
    return regel


def test_a_strength_can_be_changed_without_the_value(hode: Hodeleser) -> None:
    a = hode("funksjonstid: {varer: 2 aar, flere_perioder: ja}")
    b = hode("funksjonstid: {varer: 4 aar, flere_perioder: ja, norm: boer}")
    mandat = _mandat(Lapper(a, b).med({"funksjonstid.varer#norm"}))
    assert mandat.ledd("funksjonstid", "varer").norm == "boer"
    assert mandat.ledd("funksjonstid", "flere_perioder").norm == "skal"
    assert str(getattr(mandat.funksjonstid, "varer", "")) == "2 aar"


# --- entries with another id, or in another place


def _grupper(hode: Mapping[str, Any]) -> dict[str, str]:
    """Each group with its number."""
    return {rad["id"]: rad["antall"] for rad in uten_pakker(hode)["sammensetning"]["grupper"]}


def test_a_group_gets_its_new_id_with_that_change_and_no_other(hode: Hodeleser) -> None:
    a = hode("sammensetning: {grupper: [{id: kommune, antall: 4, virksomheter: [ks]}, {id: rhf, antall: 2}]}")
    b = hode(
        "sammensetning: {grupper: [{id: kommuner, antall: 5, virksomheter: [ks], erstatter: kommune}, "
        "{id: rhf, antall: 3}]}"
    )
    endringer = {endring.id: endring.dekker for endring in finn_endringer(a, b, _ORD, _ORD)}
    assert set(endringer) == {"id-endret", "sete-lagt-til"}
    lapper = Lapper(a, b)
    rhf = {"sammensetning.grupper[rhf].antall"}
    assert _grupper(lapper.med(endringer["id-endret"])) == {"kommuner": "4", "rhf": "2"}
    assert _grupper(lapper.med(rhf)) == {"kommune": "4", "rhf": "3"}
    assert _grupper(lapper.med({"sammensetning.grupper[kommuner].antall"})) == {"kommune": "5", "rhf": "2"}
    assert _grupper(lapper.med({*rhf, *endringer["id-endret"]})) == {"kommuner": "4", "rhf": "3"}


def test_a_group_split_in_two_is_one_change(hode: Hodeleser) -> None:
    a = hode("sammensetning: {grupper: [{id: kommuner, antall: 4}, {id: rhf, antall: 2}]}")
    b = hode(
        "sammensetning: {grupper: [{id: store, antall: 3, erstatter: kommuner}, "
        "{id: smaa, antall: 2, erstatter: kommuner}, {id: rhf, antall: 3}]}"
    )
    [delt] = [en for en in finn_endringer(a, b, _ORD, _ORD) if en.id == "oppfoering-delt"]
    lapper = Lapper(a, b)
    assert _grupper(lapper.med(delt.dekker)) == {"store": "3", "smaa": "2", "rhf": "2"}
    assert _grupper(lapper.med({"sammensetning.grupper[rhf].antall"})) == {"kommuner": "4", "rhf": "3"}


def test_a_rule_that_moved_stands_where_it_was_until_it_is_moved(hode: Hodeleser) -> None:
    a = hode("sammensetning: {krav: [{id: fast, antall: 1, egenskap: fastlege}], "
             "grupper: [{id: leger, antall: 2, krav: [{id: annet, antall: 1, egenskap: lege}]}]}")  # fmt: skip
    b = hode("sammensetning: {krav: ingen, grupper: [{id: leger, antall: 3, krav: "
             "[{id: annet, antall: 1, egenskap: lege}, "
             "{id: fast, antall: 1, egenskap: fastlege, flyttet_fra: 'sammensetning.krav[fast]'}]}]}")  # fmt: skip
    endringer = finn_endringer(a, b, _ORD, _ORD)
    assert "regel-flyttet" in {endring.id for endring in endringer}
    lapper = Lapper(a, b)
    bare_antall = _blader(lapper.med({"sammensetning.grupper[leger].antall"}))
    assert "sammensetning.krav[fast].egenskap" in bare_antall
    assert "sammensetning.grupper[leger].krav[fast].egenskap" not in bare_antall
    flyttet = _blader(lapper.med({n for en in endringer if en.id == "regel-flyttet" for n in en.dekker}))
    assert "sammensetning.grupper[leger].krav[fast].egenskap" in flyttet
    assert "sammensetning.krav[fast].egenskap" not in flyttet
    assert _blader(lapper.med({n for en in endringer for n in en.dekker})) == _blader(b)
