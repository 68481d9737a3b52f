from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.mengde import Mengde

tall = st.integers(0, 999_999)
andeler = st.integers(1, 60).flatmap(lambda nevner: st.integers(0, nevner).map(lambda teller: (teller, nevner)))
prosenter = st.integers(0, 100)


def _grenser() -> st.SearchStrategy[str]:
    verdier = st.one_of(tall.map(str), andeler.map(lambda a: f"{a[0]}/{a[1]}"), prosenter.map(lambda p: f"{p} %"))
    ord_ = st.sampled_from(["minst", "hoeyst", "over", "under"])
    return st.tuples(ord_, verdier).map(" ".join).filter(_lar_seg_oppfylle)


def _lar_seg_oppfylle(tekst: str) -> bool:
    ord_, verdi = tekst.split(" ", 1)
    alt = verdi == "100 %" or ("/" in verdi and Fraction(verdi) == 1)
    ingenting = verdi == "0 %" or ("%" not in verdi and Fraction(verdi) == 0)
    return not (ord_ == "over" and alt) and not (ord_ == "under" and ingenting)


mengder = st.one_of(
    tall.map(str),
    st.tuples(tall, tall).map(lambda par: f"{min(par)}-{max(par)}"),
    _grenser(),
    st.sampled_from(["alle", "ingen", "ubegrenset"]),
)


@pytest.mark.parametrize(
    ("tekst", "base", "minste", "stoerste"),
    [
        ("5", None, 5, 5),
        ("7-10", None, 7, 10),
        ("minst 3", None, 3, None),
        ("hoeyst 2", None, 0, 2),
        ("over 3", None, 4, None),
        ("under 3", None, 0, 2),
        ("minst 1/2", 17, 9, None),
        ("minst 1/2", 16, 8, None),
        ("over 1/2", 16, 9, None),
        ("over 1/2", 17, 9, None),
        ("minst 2/3", 17, 12, None),
        ("minst 40 %", 9, 4, None),
        ("minst 40 %", 10, 4, None),
        ("minst 40 %", 11, 5, None),
        ("hoeyst 1/2", 5, 0, 2),
        ("hoeyst 40 %", 9, 0, 3),
        ("under 1/2", 4, 0, 1),
        ("under 1/2", 5, 0, 2),
        ("alle", 21, 21, 21),
        ("ingen", None, 0, 0),
        ("ubegrenset", None, 0, None),
    ],
)
def test_bounds(tekst: str, base: int | None, minste: int, stoerste: int | None) -> None:
    mengde = Mengde.parse(tekst)
    assert (mengde.minste(base), mengde.stoerste(base)) == (minste, stoerste)
    assert mengde.krever(base) == minste


@pytest.mark.parametrize(
    ("tekst", "antall", "base", "holder"),
    [
        ("minst 1/2", 8, 17, False),
        ("minst 1/2", 9, 17, True),
        ("over 1/2", 8, 16, False),
        ("minst 2/3", 11, 17, False),
        ("minst 2/3", 12, 17, True),
        ("7-10", 6, None, False),
        ("7-10", 10, None, True),
        ("7-10", 11, None, False),
        ("alle", 20, 21, False),
        ("ingen", 0, None, True),
        ("ingen", 1, None, False),
        ("ubegrenset", 1_000, None, True),
    ],
)
def test_holds(tekst: str, antall: int, base: int | None, holder: bool) -> None:
    assert Mengde.parse(tekst).holder(antall, base) is holder


@pytest.mark.parametrize(
    ("tekst", "kanonisk"),
    [
        ("minst 2/4", "minst 1/2"),
        ("7-7", "7"),
        ("0", "ingen"),
        ("0-0", "ingen"),
        ("minst 40%", "minst 40 %"),
        ("minst 40\u00a0%", "minst 40 %"),
        ("minst 3/3", "minst 1/1"),
        ("hoeyst 0", "hoeyst 0"),
    ],
)
def test_one_text_per_meaning(tekst: str, kanonisk: str) -> None:
    assert str(Mengde.parse(tekst)) == kanonisk


def test_per_cent_and_fraction_are_the_same_rule_but_keep_their_writing() -> None:
    prosent, broek = Mengde.parse("minst 50 %"), Mengde.parse("minst 1/2")
    assert prosent == broek
    assert hash(prosent) == hash(broek)
    assert (str(prosent), str(broek)) == ("minst 50 %", "minst 1/2")


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", "er ikke en mengde"),
        ("mange", "er ikke en mengde"),
        (" 5", "Mente du «5»"),
        ("5\n", "Mente du «5»"),
        ("Høyst 2", "Mente du «hoeyst 2»"),
        ("7–10", "Mente du «7-10»"),
        ("minst  2", "Mente du «minst 2»"),
        ("10-7", "Mente du «7-10»"),
        ("2/3", "Mente du «minst 2/3»"),
        ("40 %", "Mente du «minst 40 %»"),
        ("minst 1,5", "er et desimaltall"),
        ("minst 33.3 %", "er et desimaltall"),
        ("minst 3/2", "er mer enn alle"),
        ("minst 120 %", "er mer enn alle"),
        ("minst 1/0", "deler på null"),
        ("over 1/1", "kan aldri oppfylles"),
        ("over 100 %", "kan aldri oppfylles"),
        ("under 0", "kan aldri oppfylles"),
        ("-5", "er ikke en mengde"),
        ("minst -5", "er ikke en mengde"),
        ("014", "er ikke en mengde"),
        ("٣", "er ikke en mengde"),
        ("minst ٣", "er ikke en mengde"),
        ("³", "er ikke en mengde"),
        ("1_000", "er ikke en mengde"),
        ("9" * 5_000, "er ikke en mengde"),
        ("minst alle", "er ikke en mengde"),
    ],
)
def test_refused(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding.replace("?", r"\?")):
        Mengde.parse(tekst)


@pytest.mark.parametrize("tekst", ["minst 1/2", "alle", "hoeyst 40 %"])
def test_a_part_needs_a_base(tekst: str) -> None:
    mengde = Mengde.parse(tekst)
    assert mengde.relativ
    with pytest.raises(ValueError, match="må regnes av et antall"):
        mengde.holder(5)


@pytest.mark.parametrize(
    ("tekst", "nedre"),
    [
        ("minst 6", True),
        ("over 1/2", True),
        ("alle", True),
        ("6", False),
        ("7-10", False),
        ("hoeyst 2", False),
        ("under 1/2", False),
        ("ingen", False),
        ("ubegrenset", False),
    ],
)
def test_lower_bounds_alone_are_for_quorums(tekst: str, nedre: bool) -> None:
    assert Mengde.parse(tekst).er_nedre_grense is nedre


@pytest.mark.parametrize(
    ("tekst", "nb", "nn"),
    [
        ("hoeyst 2", "høyst 2", "høgst 2"),
        ("7-10", "7–10", "7–10"),
        ("minst 40 %", "minst 40\u00a0%", "minst 40\u00a0%"),
        ("ubegrenset", "ubegrenset", "uavgrensa"),
    ],
)
def test_norwegian(tekst: str, nb: str, nn: str) -> None:
    mengde = Mengde.parse(tekst)
    assert (mengde.norsk(), mengde.norsk("nn")) == (nb, nn)


@given(mengder)
def test_text_and_back(tekst: str) -> None:
    mengde = Mengde.parse(tekst)
    assert Mengde.parse(str(mengde)) == mengde
    assert str(Mengde.parse(str(mengde))) == str(mengde)


@given(andeler, st.integers(0, 500), st.integers(0, 500))
def test_parts_are_rounded_as_the_exact_arithmetic_says(andel: tuple[int, int], base: int, antall: int) -> None:
    teller, nevner = andel
    grense = Fraction(teller, nevner) * base
    assert Mengde.parse(f"minst {teller}/{nevner}").holder(antall, base) == (antall >= grense)
    assert Mengde.parse(f"hoeyst {teller}/{nevner}").holder(antall, base) == (antall <= grense)
    if teller < nevner:
        assert Mengde.parse(f"over {teller}/{nevner}").holder(antall, base) == (antall > grense)
    if teller:
        assert Mengde.parse(f"under {teller}/{nevner}").holder(antall, base) == (antall < grense)


@given(mengder, st.integers(0, 1_000))
def test_the_least_asked_for_is_enough_and_one_less_is_not(tekst: str, base: int) -> None:
    mengde = Mengde.parse(tekst)
    minste, stoerste = mengde.minste(base), mengde.stoerste(base)
    assert mengde.holder(minste, base) == (stoerste is None or minste <= stoerste)
    assert not mengde.holder(minste - 1, base)
