"""What is expected of a meeting is what its minutes would give, had those come who are expected."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.verdict import Answer
from ehelse_cli.plan.oppmoete import oppmoete
from ehelse_cli.plan.verden import Verden
from tests.raad import HALVPARTEN, LEDELSEN, forum, mandat, moete, tre
from tests.trees import load_clean

_NAVN = ["A", "B", "C", "D", "E"]
_RADER = ["{navn: A, rolle: leder}", "{navn: B, rolle: nestleder}", "C", "D", "E"]
_VARAER = ["{navn: VA, for: A}", "{navn: VC, for: C}", "{navn: V1, for: raadet, nr: 1}"]
_REGLER = [
    HALVPARTEN,
    LEDELSEN,
    HALVPARTEN.replace("[medlem, stedfortreder]", "[medlem]"),
    HALVPARTEN.replace("minst 1/2", "over 1/2"),
    "krav: [{id: flertall, antall: minst 1/2}]",
    "teller: [medlem], proeves: moetet, krav: [{id: noen}]",
    "ikke_regulert",
    "ukjent",
]


def _verden(regel: str, linjer: list[str], borte: list[str], varaer: list[str]) -> Verden:
    data = load_clean(tre(mandat(regel, seter="5"), forum(_RADER, varaer), moete(linjer, borte)))
    [ett] = data.mandater.values()
    return Verden(data, data, data.forum["raad"], ett)


@settings(max_examples=60)
@given(
    st.sampled_from(_REGLER),
    # Minutes without anybody are minutes where nobody has been entered.
    st.lists(st.sampled_from(_NAVN), unique=True, max_size=4),
    st.lists(st.sampled_from(_VARAER), unique=True),
)
def test_the_verdict_is_that_of_the_minutes(regel: str, borte: list[str], varaer: list[str]) -> None:
    """The substitutes: their own for A and C, then the council's for the first of the others."""
    egne = {"A": "VA", "C": "VC"}
    har = {navn: vara for navn, vara in egne.items() if navn in borte and f"{{navn: {vara}, for: {navn}}}" in varaer}
    resten = [navn for navn in _NAVN if navn in borte and navn not in har]
    if resten and _VARAER[2] in varaer:
        har[resten[0]] = "V1"
    linjer = [navn for navn in _NAVN if navn not in borte] + [
        f"{{navn: {vara}, for: {navn}}}" for navn, vara in har.items()
    ]
    verden = _verden(regel, linjer, sorted(borte), varaer)
    [ett] = verden.data.moeter.values()
    svar = oppmoete(verden, ett, borte)
    fasit = beslutningsdyktighet(verden.data, ett)
    assert svar.svar is fasit.answer
    if svar.svar is Answer.JA:
        assert svar.margin is None or svar.margin >= 0


@pytest.mark.parametrize(
    ("dag", "henger_paa"),
    [(date(2020, 1, 1), ("mandat",)), (date(2023, 6, 1), ("mandat",))],
)
def test_without_a_mandate_nobody_knows(dag: date, henger_paa: tuple[str, ...]) -> None:
    verden = _verden(HALVPARTEN, [], [], [])
    [ett] = verden.data.moeter.values()
    tidlig = ett.model_copy(update={"tid": type(ett.tid)((type(ett.tid.dager[0])(dag),))})
    svar = oppmoete(verden, tidlig, ())
    assert (svar.svar, svar.henger_paa, svar.margin) == (Answer.UKJENT, henger_paa, None)


def test_the_smallest_margin_is_the_one_that_is_told() -> None:
    verden = _verden(LEDELSEN, [], [], [])
    [ett] = verden.data.moeter.values()
    uten_ledelse = oppmoete(verden, ett, ["A", "B"])
    assert (uten_ledelse.svar, uten_ledelse.ventet, uten_ledelse.kreves, uten_ledelse.krav) == (
        Answer.NEI, 0, 1, "ledelse"
    )  # fmt: skip
