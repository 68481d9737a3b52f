"""Single values: full match, no guessing, and a message that says what is right."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from stdnum.no import orgnr

from ehelse_cli.core.felter import (
    Dato,
    DelvisDato,
    DelvisDatoFelt,
    EllerIngen,
    Heltall,
    Id,
    JaNei,
    Klokkeslett,
    Liste,
    Ord,
    Orgnr,
    Taushet,
    Tekst,
)

_IdEllerIngen = EllerIngen[Id]


@pytest.mark.parametrize(
    ("felt", "skrevet", "lest"),
    [
        (Dato, "2026-11-23", date(2026, 11, 23)),
        (DelvisDatoFelt, "2026-03", DelvisDato(2026, 3)),
        (DelvisDatoFelt, "2026", DelvisDato(2026)),
        (Klokkeslett, "15:50", time(15, 50)),
        (Klokkeslett, "09.00", time(9)),
        (JaNei, "ja", True),
        (JaNei, "nei", False),
        (Heltall, "014", 14),
        (Id, "helse-vest", "helse-vest"),
        (Ord, "egen_virksomhet", "egen_virksomhet"),
        (Tekst, "no", "no"),
        (Liste[Tekst], "alene", ("alene",)),
        (Liste[Tekst], "ingen", ()),
        (_IdEllerIngen, "ingen", Taushet.INGEN),
    ],
)
def test_a_value_is_read(felt: Any, skrevet: str, lest: object) -> None:
    assert TypeAdapter(felt).validate_python(skrevet) == lest


@pytest.mark.parametrize(
    ("felt", "skrevet"),
    [
        (Dato, "2026-02-30"),
        (Dato, "2026-3-1"),
        (Dato, "23.11.2026"),
        (DelvisDatoFelt, "2026-13"),
        (Klokkeslett, "24:00"),
        (Klokkeslett, "9:00"),
        (JaNei, "Nei"),
        (JaNei, "true"),
        (Heltall, "1,5"),
        (Heltall, "٣"),
        (Id, "Helse-Vest"),
        (Id, "prøve"),
        (Id, "a--b"),
        (Ord, "to ord"),
        (Tekst, " "),
        (Tekst, ""),
        (Tekst, ["liste"]),
    ],
)
def test_nothing_else_is_guessed_at(felt: Any, skrevet: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(felt).validate_python(skrevet)


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_an_organisation_number_is_what_the_library_says(tall: int) -> None:
    nummer = f"{tall:09}"
    try:
        lest = TypeAdapter(Orgnr).validate_python(nummer)
    except ValidationError:
        lest = None
    assert (lest == nummer) == bool(orgnr.is_valid(nummer))


def test_an_organisation_number_may_be_grouped() -> None:
    assert TypeAdapter(Orgnr).validate_python("991 825 827") == "991825827"
    assert not orgnr.is_valid("991825828")
