from __future__ import annotations

import json
from datetime import date

import pytest

from ehelse_cli.core.finding import Finding, Hit, RuleInfo, Severity, Source
from ehelse_cli.core.place import Location
from ehelse_cli.core.unntak import Feilskrevet, Unntak, Unntakskode
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import sheet_as_text
from ehelse_cli.report.unntak import Oversikt, Rad, unntak_as_json, unntak_sheet
from ehelse_cli.rules.unntak import Bruk

PLACE = Location("data/a.yaml", 4, 7, 4, 30)
DAG = date(2026, 11, 23)


def rad(
    *found: str,
    codes: tuple[str, ...] = ("XXX001",),
    grunn: str = "vedtatt",
    til: date | None = None,
    siden: date | None = None,
) -> Rad:
    unntak = Unntak(PLACE, PLACE, tuple(Unntakskode(code, PLACE) for code in codes), grunn, til)
    funn = tuple(
        Finding.of(RuleInfo(code, "x", Severity.FEIL, Source.FORMAT), Hit("hemmelig", PLACE, ())) for code in found
    )
    return Rad(Bruk(unntak, unntak.gjelder(DAG), funn), siden)


@pytest.mark.parametrize(
    ("one", "whole", "word", "text"),
    [
        (rad("XXX001"), True, "i_bruk", "i bruk (1 funn)"),
        (rad(), True, "ubrukt", "brukes ikke"),
        (rad(), False, "ukjent", "ukjent: ikke alt kan leses"),
        (rad("XXX001", codes=("XXX001", "XXX002")), True, "delvis", "XXX002 brukes ikke"),
        (rad(til=date(2026, 11, 22)), True, "utloept", "utløpt"),
        (rad("XXX001", til=DAG), False, "i_bruk", "i bruk (1 funn)"),
    ],
)
def test_what_it_is_good_for_is_said(one: Rad, whole: bool, word: str, text: str) -> None:
    seen = Oversikt((one,), (), DAG, whole)
    assert text in sheet_as_text(unntak_sheet(seen), Screen(200))
    assert json.loads(unntak_as_json(seen))["unntak"][0]["status"] == word


def test_a_row_holds_place_reason_end_and_age() -> None:
    one = rad(til=date(2026, 12, 31), siden=date(2026, 11, 13))
    text = sheet_as_text(unntak_sheet(Oversikt((one,), (), DAG)), Screen(200))
    assert "1 unntak, vurdert per 23. november 2026" in text
    assert "data/a.yaml:4  XXX001  vedtatt  31. desember 2026  13. november 2026 (10 dager)  brukes ikke" in text


def test_what_is_not_known_is_said() -> None:
    text = sheet_as_text(unntak_sheet(Oversikt((rad(grunn=""),), (), DAG)), Screen(200))
    assert "mangler  uten siste dag  ukjent" in text


def test_none_is_said_and_what_is_written_wrong_is_named() -> None:
    wrong = Feilskrevet(PLACE, "grunnen skal stå etter «--»", "x")
    text = sheet_as_text(unntak_sheet(Oversikt((), (wrong,), DAG)), Screen(200))
    assert "ingen unntak, vurdert per" in text
    assert "kan ikke dette leses som unntak: data/a.yaml:4." in text


def test_the_json_holds_all_of_it() -> None:
    wrong = Feilskrevet(PLACE, "feil", "x")
    told = json.loads(unntak_as_json(Oversikt((rad("XXX001", siden=date(2026, 11, 13)),), (wrong,), DAG)))
    assert told == {
        "skjema": 1,
        "dag": "2026-11-23",
        "unntak": [
            {
                "fil": "data/a.yaml", "linje": 4, "kolonne": 7, "koder": ["XXX001"], "grunn": "vedtatt", "til": None,
                "siden": "2026-11-13", "alder_dager": 10, "status": "i_bruk",
                "funn": [{"kode": "XXX001", "linje": 4}],
            }
        ],
        "feilskrevne": [{"fil": "data/a.yaml", "linje": 4, "kolonne": 7, "feil": "feil"}],
    }  # fmt: skip
