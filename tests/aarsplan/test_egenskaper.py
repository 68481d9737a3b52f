"""Over small invented years: every plan passes the rules themselves, and the same question has the same answer."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehelse_cli.aarsplan.bestilling import Bestilling
from ehelse_cli.aarsplan.plan import planlegg
from ehelse_cli.oversikt.aarsplan import Planlagt
from tests.aarsplan.aaret import Aaret, Raadet, data, funnene, lag

T = TypeVar("T")

pytestmark = pytest.mark.slow

#: Late in the year there is less to look through, and deadlines that are past.
DAG = date(2027, 7, 30)
HOEST = [date(2027, 8, 2) + timedelta(days=nr) for nr in range(150)]

_MOETER = st.sampled_from((
    "{hyppighet: 2 per aar}",
    "{hyppighet: minst 1 per aar}",
    "{hyppighet: 1 per kvartal}",
    "{hyppighet: hoeyst 2 per halvaar}",
    "{hyppighet: [{id: minst, verdi: minst 2 per aar}, {id: vanlig, verdi: 3 per aar, norm: normalt}]}",
    "{hyppighet: 2 per aar, varighet: 2 dager}",
    "{hyppighet: 2 per aar, maaneder: [september, oktober, november]}",
    "ikke_regulert",
))  # fmt: skip
_FRISTER = st.sampled_from((
    "[{id: saksdokumenter, frist: 10 virkedager foer moetet}]",
    "[{id: innkalling, frist: 3 uker foer moetet}, {id: saksdokumenter, frist: 10 virkedager foer moetet}]",
    "[{id: innmelding, frist: 15 virkedager foer moetet}, {id: saksdokumenter, frist: 3 uker foer moetet}]",
    "ikke_regulert",
))  # fmt: skip
_FASTE = st.sampled_from(("", "faste_saker:\n  plan: {tittel: Plan, naar: kvartal_4}\n"))


@st.composite
def _aarene(draw: st.DrawFn) -> Aaret:
    """One or two councils, with or without a secretariat in common, what is closed, and somebody who prepares."""
    raad = []
    for nr in range(draw(st.integers(1, 2))):
        forum = "moetenummer: N/AAAA\n" + draw(st.sampled_from(("", "sekretariat: ks\n"))) + draw(_FASTE)
        fjor = draw(st.sampled_from((("2026-03-11", "2026-09-16"), ("2026-10-14",), ())))
        i_aar = sorted(draw(st.sets(st.sampled_from(HOEST), max_size=1)))
        held = draw(st.sampled_from(((), ("2027-02-10",))))
        dager = (*fjor, *held, *map(str, i_aar))
        raad.append(Raadet(f"raad{nr}", draw(_MOETER), draw(_FRISTER), forum, dager))
    fra = draw(st.sampled_from(HOEST))
    til = fra + timedelta(days=draw(st.integers(0, 40)))
    rader = f"  - {{tittel: Stengt, slag: stengt, dato: {fra}/{til}}}\n"
    formoete = ""
    if "2026-09-16" in raad[0].dager and draw(st.booleans()):
        rad = "{tittel: Kommunene, slag: formoete, dato: 2026-09-09, foer: [raad0-2026-m2], trenger_papirer: ja}"
        formoete = f"hendelser:\n  - {rad}\n"
    return Aaret(tuple(raad), {2026: formoete, 2027: f"hendelser:\n{rader}"})


@pytest.mark.soak
@given(_aarene())
@settings(max_examples=40)
def test_no_rule_minds_a_plan(aaret: Aaret) -> None:
    filer = aaret.filer()
    made = lag(filer, 2027, DAG)
    if isinstance(made.plan, Planlagt):
        assert [f"{en.rule.code} {en.message}" for en in funnene(filer, made, DAG)] == []
        assert made.plan.funn == ()
    else:
        konflikt = made.plan.konflikt
        assert konflikt.binder
        for en in konflikt.alene:
            assert isinstance(lag(filer, 2027, DAG, uten=(en.id,)).plan, Planlagt)
        if not konflikt.alene:
            uten = tuple(en.id for en in konflikt.sammen)
            assert isinstance(lag(filer, 2027, DAG, uten=uten).plan, Planlagt)


@given(_aarene(), st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_the_order_things_are_read_in_changes_nothing(aaret: Aaret, tilfeldig: random.Random) -> None:
    lest = data(aaret)
    stokket = replace(
        lest,
        forum=_stokket(lest.forum, tilfeldig),
        mandater=_stokket(lest.mandater, tilfeldig),
        moeter=_stokket(lest.moeter, tilfeldig),
        aarshjul=_stokket(lest.aarshjul, tilfeldig),
        files=_stokket(lest.files, tilfeldig),
    )
    bestilt = Bestilling(2027, DAG)
    assert planlegg(lest, bestilt) == planlegg(stokket, bestilt)


def _stokket(rader: Mapping[str, T], tilfeldig: random.Random) -> dict[str, T]:
    noekler = list(rader)
    tilfeldig.shuffle(noekler)
    return {noekkel: rader[noekkel] for noekkel in noekler}
