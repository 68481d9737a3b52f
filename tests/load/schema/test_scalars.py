"""A pattern never refuses what the parser accepts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from ehelse_cli.core.felter import Dato, DelvisDatoFelt, Heltall, JaNei, Klokkeslett, Orgnr, PeriodeFelt
from ehelse_cli.core.forum import PeriodeForMedlem
from ehelse_cli.core.mandat.arbeid import AvgjoeresVed, FristFelt, HyppighetFelt
from ehelse_cli.core.mandat.regel import MengdeFelt
from ehelse_cli.core.mandat.sammensetning import FlerePerioderFelt, Maaned, VarighetFelt
from ehelse_cli.core.moete import MoetetidFelt
from ehelse_cli.load.schema.shapes import Shapes

#: Text that each takes, and text that the pattern alone is to refuse.
TYPES: dict[str, tuple[Any, tuple[str, ...], tuple[str, ...]]] = {
    "dato": (Dato, ("2026-11-23", "2024-02-29"), ("2026", "23.11.2026", "2026-13-01", "2026-1-1", "20261123")),
    "delvis dato": (DelvisDatoFelt, ("2026-11-23", "2026-11", "2026"), ("11/2026", "2026-13", "26")),
    "klokkeslett": (Klokkeslett, ("15:50", "15.50", "00:00"), ("24:00", "1550", "9:30")),
    "ja eller nei": (JaNei, ("ja", "nei"), ("Ja", "no", "true")),
    "heltall": (Heltall, ("0", "014", "123456789"), ("-1", "1.5", "tre", "1234567890")),
    "orgnr": (Orgnr, ("991825827", "991 825 827"), ("99182582", "NO991825827")),
    "periode": (PeriodeFelt, ("2024-01-01/2025-12-31", "2024-01-01/.."), ("2024-01-01", "2024/2025", "../2024-01-01")),
    "medlemsperiode": (PeriodeForMedlem, ("2024-01-01", "2024-01-01/.."), ("2024", "fra 2024-01-01")),
    "mengde": (
        MengdeFelt,
        ("5", "7-10", "minst 1/2", "over 1/2", "hoeyst 2", "minst 40 %", "minst 40%", "alle", "ingen", "ubegrenset"),
        ("1/2", "høyst 2", "minst  2", "1.5", "05", "omtrent 5", "minst alle"),
    ),
    "hyppighet": (
        HyppighetFelt,
        ("4 per aar", "minst 1 per maaned", "1 per 2 uker", "3-4 per halvaar", "etter_behov", "ingen per aar"),
        ("4 i året", "minst 1/2 per aar", "alle per aar", "4 per år", "4"),
    ),
    "frist": (
        FristFelt,
        (
            "3 uker foer moetet", "48 timer foer moetet", "minst 10 virkedager_med_loerdag etter referat_utkast",
            "1 dag etter a-b", "straks etter moetet", "foer aarsskiftet", "senest 12-01", "senest 2026-12-01",
        ),
        ("3 uker", "10 hverdager foer moetet", "senest 1. desember", "3 uker før møtet"),
    ),
    "varighet": (VarighetFelt, ("2 aar", "18 maaneder", "1 maaned"), ("2 år", "2", "0 aar")),
    "flere perioder": (FlerePerioderFelt, ("nei", "ja", "ubegrenset", "hoeyst 2 paa_rad"), ("2", "høyst 2")),
    "måned": (Maaned, ("januar", "desember"), ("jan", "Januar", "1")),
    "avgjøres ved": (AvgjoeresVed, ("konsensus", "minst 2/3"), ("enighet",)),
    "møtetid": (
        MoetetidFelt,
        ("2026-12-02", "2026-12-02 10:00-15:00", "2026-12-02 10.00", "2026-12-01 / 2026-12-02"),
        ("10:00", "2026-12-02 kl. 10", "2. desember"),
    ),
}  # fmt: skip


def _accepts(name: str, value: object) -> bool:
    return Draft202012Validator(Shapes().of(TYPES[name][0])).is_valid(value)


def _reads(name: str, value: object) -> bool:
    try:
        TypeAdapter(TYPES[name][0]).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", TYPES)
def test_both_take_what_is_right_and_refuse_what_is_not(name: str) -> None:
    _, right, wrong = TYPES[name]

    assert [text for text in right if not (_accepts(name, text) and _reads(name, text))] == []
    assert [text for text in wrong if _accepts(name, text) or _reads(name, text)] == []


_TEXTS = [text for _, right, wrong in TYPES.values() for text in (*right, *wrong)]
_BITS = sorted({bit for text in _TEXTS for bit in re.findall(r"\w+|\W", text)})


@given(st.sampled_from(sorted(TYPES)), st.lists(st.sampled_from(_BITS), max_size=7).map("".join))
def test_what_the_pattern_refuses_the_parser_refuses(name: str, text: str) -> None:
    assert _accepts(name, text) or not _reads(name, text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mengde", 21),
        ("heltall", 14),
        ("delvis dato", 2026),
        ("klokkeslett", 15.5),
        ("orgnr", 991825827),
        ("avgjøres ved", 3),
    ],
)
def test_a_number_as_an_editor_reads_it(name: str, value: object) -> None:
    assert _accepts(name, value)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("value", [None, "", [], {}])
def test_nothing_is_no_value(name: str, value: object) -> None:
    assert not _accepts(name, value)
