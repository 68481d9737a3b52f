"""What binds is a smallest set, and what is said to help does: over small invented models, tried day by day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehelse_cli.aarsplan.forklaring import forklar
from ehelse_cli.aarsplan.loeser import Loeser
from ehelse_cli.aarsplan.modell import Antall, Krav, Laast, Modell, Plass, Sperret, Utelukker, Vilkaar

pytestmark = pytest.mark.slow

DAGER = tuple(date(2027, 3, 1) + timedelta(days=nr) for nr in range(5))
HVEM = ("a", "b")
_DAG = st.sampled_from(DAGER)
_DAGENE = st.frozensets(_DAG, min_size=1)
_NAVN = st.sampled_from([f"v{nr}" for nr in range(6)])


@st.composite
def _modeller(draw: st.DrawFn) -> Modell:
    """Two councils with two places each, a handful of days, and demands at random under six names."""
    plasser = tuple(
        Plass(
            f"{hvem}/{nr}",
            hvem,
            DAGER,
            {dag: abs((dag - DAGER[2]).days) for dag in DAGER},
            savnes=draw(st.sampled_from((0, 50))),
        )
        for hvem in HVEM
        for nr in (1, 2)
    )
    krav: list[Krav] = []
    for _ in range(draw(st.integers(2, 8))):
        navn, hvem = draw(_NAVN), draw(st.sampled_from(HVEM))
        slag = draw(st.sampled_from((Sperret, Utelukker, Antall, Laast)))
        if slag is Sperret:
            krav.append(Sperret(tuple({navn: 0, draw(_NAVN): 0}), hvem, draw(_DAGENE)))
        elif slag is Utelukker:
            krav.append(Utelukker(navn, hvem, draw(_DAG), draw(st.sampled_from(HVEM)), draw(_DAGENE)))
        elif slag is Antall:
            minst = draw(st.integers(0, 2))
            krav.append(Antall(navn, hvem, DAGER[0], draw(_DAG), minst, draw(st.sampled_from((None, minst, 2)))))
        else:
            krav.append(Laast(navn, f"{hvem}/1", draw(_DAG)))
    vilkaar = tuple(Vilkaar(f"v{nr}", "", f"vilkår {nr}") for nr in range(6))
    return Modell(vilkaar, plasser, tuple(krav), tuple((f"{hvem}/1", f"{hvem}/2") for hvem in HVEM))


def _gaar(modell: Modell, vilkaar: Collection[str]) -> bool:
    """Whether these can hold, tried on every way to fill the places."""
    return any(
        _holder(modell, dict(zip([en.id for en in modell.plasser], valg, strict=True)), set(vilkaar))
        for valg in _alle()
    )


def _alle() -> list[tuple[date | None, ...]]:
    en = [(a, b) for a, b in product((None, *DAGER), repeat=2) if a is None or b is None or a < b]
    return [(*a, *b) for a in en for b in en]


def _holder(modell: Modell, valg: dict[str, date | None], vilkaar: set[str]) -> bool:
    paa = {hvem: {dag for id_, dag in valg.items() if id_.startswith(hvem) and dag is not None} for hvem in HVEM}
    return all(_ett(krav, valg, paa) for krav in modell.krav if set(_navnene(krav)) <= vilkaar)


def _navnene(krav: Krav) -> tuple[str, ...]:
    return krav.vilkaar if isinstance(krav, Sperret) else (krav.vilkaar,)


def _ett(krav: Krav, valg: dict[str, date | None], paa: dict[str, set[date]]) -> bool:
    match krav:
        case Sperret():
            return not paa[krav.hvem] & krav.dager
        case Utelukker():
            return krav.dag not in paa[krav.hvem] or not paa[krav.andre] & krav.dager
        case Antall():
            antall = sum(krav.fra <= dag <= krav.til for dag in paa[krav.hvem])
            return krav.minst <= antall and (krav.hoeyst is None or antall <= krav.hoeyst)
        case Laast():
            return valg[krav.plass] == krav.dag


@given(_modeller())
@settings(max_examples=60)
def test_the_solver_says_what_trying_every_way_says_and_its_plan_keeps_everything(modell: Modell) -> None:
    alle = {en.id for en in modell.vilkaar}
    svar = Loeser(modell).beste()
    assert (svar.utfall == "beste") == _gaar(modell, alle)
    if svar.utfall == "beste":
        assert _holder(modell, {en.id: svar.dager.get(en.id) for en in modell.plasser}, alle)


@given(_modeller())
@settings(max_examples=80)
def test_what_binds_is_smallest_and_what_helps_does(modell: Modell) -> None:
    alle = {en.id for en in modell.vilkaar}
    if _gaar(modell, alle):
        return
    konflikt = forklar(modell, Loeser(modell))
    binder, alene, sammen = ({en.id for en in rad} for rad in (konflikt.binder, konflikt.alene, konflikt.sammen))
    assert konflikt.sikkert
    assert not _gaar(modell, binder)
    assert all(_gaar(modell, binder - {en}) for en in binder)
    assert alene == {en for en in binder if _gaar(modell, alle - {en})}
    if alene:
        assert not sammen
    else:
        assert _gaar(modell, alle - sammen)
        assert not any(_gaar(modell, alle - set(faerre)) for faerre in combinations(alle, len(sammen) - 1))


def test_the_same_model_gives_the_same_answer() -> None:
    dager = dict.fromkeys(DAGER, 1)
    plasser = tuple(Plass(f"{hvem}/1", hvem, DAGER, dager, savnes=50) for hvem in HVEM)
    modell = Modell(
        (Vilkaar("v", "", "v"),), plasser, (Antall("v", "a", DAGER[0], DAGER[-1], 1, None),), (("a/1",), ("b/1",))
    )
    assert len({tuple(sorted(Loeser(modell).beste().dager.items())) for _ in range(5)}) == 1
