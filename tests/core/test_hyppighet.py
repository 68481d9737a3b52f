from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mengde import Mengde

_ENHETER = ["uke", "uker", "maaned", "maaneder", "kvartal", "kvartaler", "halvaar", "aar"]
_hver = st.one_of(st.just(""), st.integers(1, 99).map(lambda n: f"{n} "))
_antall = st.one_of(
    st.integers(0, 99).map(str), st.integers(1, 99).map(lambda n: f"minst {n}"), st.sampled_from(["ingen", "2-4"])
)
hyppigheter = st.one_of(
    st.just("etter_behov"),
    st.tuples(_antall, _hver, st.sampled_from(_ENHETER)).map(lambda deler: f"{deler[0]} per {deler[1]}{deler[2]}"),
)


@pytest.mark.parametrize(
    ("tekst", "mengde", "hver", "enhet"),
    [
        ("4 per aar", "4", 1, "aar"),
        ("minst 1 per maaned", "minst 1", 1, "maaned"),
        ("1 per 2 uker", "1", 2, "uke"),
        ("2-4 per halvaar", "2-4", 1, "halvaar"),
        ("hoeyst 1 per aar", "hoeyst 1", 1, "aar"),
        ("1 per 3 aar", "1", 3, "aar"),
    ],
)
def test_read(tekst: str, mengde: str, hver: int, enhet: str) -> None:
    hyppighet = Hyppighet.parse(tekst)
    assert (hyppighet.mengde, hyppighet.hver, hyppighet.enhet) == (Mengde.parse(mengde), hver, enhet)
    assert str(hyppighet) == tekst


def test_as_needed_asks_for_nothing() -> None:
    hyppighet = Hyppighet.parse("etter_behov")
    assert hyppighet.mengde is None
    assert hyppighet.vindu(date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("tekst", "maaneder"),
    [
        ("4 per aar", 12),
        ("1 per 2 aar", 24),
        ("1 per kvartal", 3),
        ("1 per 2 maaneder", 2),
        ("1 per 2 uker", None),
        ("etter_behov", None),
    ],
)
def test_over_how_many_months_it_is_counted(tekst: str, maaneder: int | None) -> None:
    assert Hyppighet.parse(tekst).maaneder == maaneder


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("ofte", "er ikke en hyppighet"),
        ("4", "er ikke en hyppighet"),
        ("4 per dag", "er ikke en hyppighet"),
        ("4 per år", "Mente du «4 per aar»"),
        ("1 per 0 uker", "er ikke en hyppighet"),
        ("1 per 9999 aar", "er ikke en hyppighet"),
        ("etter behov", "er ikke en hyppighet"),
        ("fire per aar", "«fire» er ikke en mengde"),
        ("minst 1/2 per aar", "er ikke et antall ganger"),
        ("alle per aar", "er ikke et antall ganger"),
        ("ubegrenset per aar", "er ikke et antall ganger"),
    ],
)
def test_refused(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        Hyppighet.parse(tekst)


@pytest.mark.parametrize(
    ("tekst", "vindu"),
    [
        ("4 per aar", "2026-01-01/2026-12-31"),
        ("2 per halvaar", "2026-07-01/2026-12-31"),
        ("1 per kvartal", "2026-10-01/2026-12-31"),
        ("1 per maaned", "2026-11-01/2026-11-30"),
        ("1 per 2 maaneder", "2026-11-01/2026-12-31"),
        ("1 per uke", "2026-11-23/2026-11-29"),
        ("1 per 2 aar", "2026-01-01/2027-12-31"),
    ],
)
def test_the_stretch_in_which_it_must_hold(tekst: str, vindu: str) -> None:
    assert str(Hyppighet.parse(tekst).vindu(date(2026, 11, 23))) == vindu


@pytest.mark.parametrize(
    ("tekst", "nb", "nn"),
    [
        ("4 per aar", "4 per år", "4 per år"),
        ("minst 1 per maaned", "minst 1 per måned", "minst 1 per månad"),
        ("1 per 2 uker", "1 per 2 uker", "1 per 2 veker"),
        ("hoeyst 2 per halvaar", "høyst 2 per halvår", "høgst 2 per halvår"),
        ("etter_behov", "etter behov", "etter behov"),
    ],
)
def test_norwegian(tekst: str, nb: str, nn: str) -> None:
    hyppighet = Hyppighet.parse(tekst)
    assert (hyppighet.norsk(), hyppighet.norsk("nn")) == (nb, nn)


@pytest.mark.parametrize(
    ("tekst", "unntatt", "antall", "foerste", "siste"),
    [
        ("4 per aar", "", 1, "2025-01-01/2025-12-31", "2025-01-01/2025-12-31"),
        ("1 per kvartal", "", 4, "2025-01-01/2025-03-31", "2025-10-01/2025-12-31"),
        ("1 per kvartal", "juli", 4, "2025-01-01/2025-03-31", "2025-10-01/2025-12-31"),
        ("1 per kvartal", "juli august september", 3, "2025-01-01/2025-03-31", "2025-10-01/2025-12-31"),
        ("1 per maaned", "", 12, "2025-01-01/2025-01-31", "2025-12-01/2025-12-31"),
        ("1 per maaned", "januar juli", 10, "2025-02-01/2025-02-28", "2025-12-01/2025-12-31"),
        ("1 per uke", "", 51, "2025-01-06/2025-01-12", "2025-12-22/2025-12-28"),
        ("1 per uke", "juli", 48, "2025-01-06/2025-01-12", "2025-12-22/2025-12-28"),
    ],
)
def test_the_stretches_of_a_year(tekst: str, unntatt: str, antall: int, foerste: str, siste: str) -> None:
    vinduer = list(Hyppighet.parse(tekst).vinduer(2025, unntatt.split()))
    assert (len(vinduer), str(vinduer[0]), str(vinduer[-1])) == (antall, foerste, siste)


@pytest.mark.parametrize("tekst", ["etter_behov", "1 per 2 aar"])
def test_no_stretch_is_inside_the_year(tekst: str) -> None:
    assert list(Hyppighet.parse(tekst).vinduer(2025)) == []


@given(hyppigheter)
def test_text_and_back(tekst: str) -> None:
    hyppighet = Hyppighet.parse(tekst)
    assert Hyppighet.parse(str(hyppighet)) == hyppighet


@given(st.integers(1, 40), st.sampled_from(_ENHETER), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_every_day_is_in_one_stretch_and_they_meet(hver: int, enhet: str, dag: date) -> None:
    hyppighet = Hyppighet.parse(f"1 per {hver} {enhet}")
    vindu = hyppighet.vindu(dag)
    assert vindu is not None
    assert vindu.til is not None
    assert vindu.inneholder(dag)
    assert hyppighet.vindu(vindu.fra) == vindu == hyppighet.vindu(vindu.til)
    neste = hyppighet.vindu(vindu.til + timedelta(days=1))
    assert neste is not None
    assert neste.fra == vindu.til + timedelta(days=1)
