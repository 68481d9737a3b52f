"""Numbers in running text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ehelse_cli.core.tallord import broeker, tall, tall_foer


@pytest.mark.parametrize(
    ("ord_", "expected"),
    [
        ("7", 7),
        ("syv", 7),
        ("sju", 7),
        ("Én", 1),
        ("éin", 1),
        ("tjue", 20),
        ("tjueto", 22),
        ("førtifem", 45),
        ("mange", None),
        ("²", None),
    ],
)
def test_a_number_in_words(ord_: str, expected: int | None) -> None:
    assert tall(ord_) == expected


UNDER_TI = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni")
FRA_TI = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
TIERNE = ("tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti")


def test_every_number_below_a_hundred_is_known() -> None:
    resten = (f"{tier}{ener}" for tier in TIERNE for ener in ("", *UNDER_TI[1:]))
    ordene = [*UNDER_TI, *FRA_TI, *resten]
    assert [tall(ord_) for ord_ in ordene] == list(range(100))


@pytest.mark.parametrize("ord_", ["én", "éin", "ett", "eitt", "en", "ein", "ei", "et"])
def test_one_is_written_in_many_ways(ord_: str) -> None:
    assert tall(ord_) == tall(ord_.upper()) == 1
    assert tall(f"tretti{ord_}") == 31


@pytest.mark.parametrize(
    ("tekst", "hva", "etter", "expected"),
    [
        ("Rådet har fem medlemmer og\n17 faste representanter.", "medlem|representant", "", (5, 17)),
        ("Rådet har fem medlemmer, to medlemmer fra KS.", "medlem", "har ", (5,)),
        ("Senest tre uker og 10 virkedager før", "uke|veke", "", (3,)),
        ("Tre uker, fire veker", "uke|veke", "", (3, 4)),
        ("et medlem av noe, mange medlemmer", "medlemmer", "", ()),
        ("fjorten dagar", "dag", "", (14,)),
    ],
)
def test_the_number_before_a_word(tekst: str, hva: str, etter: str, expected: tuple[int, ...]) -> None:
    assert tall_foer(tekst, hva, etter) == expected


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("minst to tredjedeler", {Fraction(2, 3)}),
        ("to\ntredelar", {Fraction(2, 3)}),
        ("meir enn halvparten", {Fraction(1, 2)}),
        ("over halvdelen, tre fjerdedeler", {Fraction(1, 2), Fraction(3, 4)}),
        ("ein firedel og en femtedel", {Fraction(1, 4), Fraction(1, 5)}),
        ("40 prosent, 50 %", {Fraction(2, 5), Fraction(1, 2)}),
        ("2/3 av 2024/25", {Fraction(2, 3)}),
        ("et halvår, en del, 12/2024", set()),
    ],
)
def test_a_part_of_the_whole(tekst: str, expected: set[Fraction]) -> None:
    assert broeker(tekst) == expected
