from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.export.csv_ import TABELLER, csv_, trygg
from ehelse_cli.export.fil import Valg
from tests.public.trees import offentlig


def _tabell(navn: str) -> list[dict[str, str]]:
    (fil,) = [fil for fil in csv_(offentlig(), Valg()) if fil.navn == f"{navn}.csv"]
    assert fil.innhold.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(fil.innhold.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_table_is_a_file_with_as_many_cells_as_headings() -> None:
    for navn in TABELLER:
        rader = _tabell(navn)
        assert rader or navn == "oppfoelging"
        assert all(None not in rad and None not in rad.values() for rad in rader)


def test_an_exempt_case_is_listed_by_number_and_legal_basis() -> None:
    (rad,) = [rad for rad in _tabell("saker") if rad["id"] == "raad-2026-2"]
    assert {verdi for verdi in rad.values() if verdi} == {
        "raad-2026-2", "raad", "2/2026", "Unntatt offentlighet, offl. § 23 tredje ledd", "offl. § 23 tredje ledd"
    }  # fmt: skip


@pytest.mark.parametrize("formel", ["=1+1", "+47", "-2", "@SUM(A1)", " =1", "\t=1", "＝1", "|cmd"])
def test_no_cell_is_a_formula(formel: str) -> None:
    assert trygg(formel).startswith("'")
    assert trygg(formel)[1:] == formel


@given(st.text())
def test_a_cell_never_begins_as_a_formula(tekst: str) -> None:
    assert not trygg(tekst).lstrip().startswith(("=", "+", "-", "@"))


def test_a_title_that_looks_like_a_formula_is_a_title() -> None:
    fil = next(f for f in csv_(offentlig({"saker/raad/2026-05.md": '---\ntittel: "=HYPERLINK(1)"\n---\n'}), Valg()) if f.navn == "saker.csv")  # fmt: skip # noqa: E501
    assert ";'=HYPERLINK(1);" in fil.innhold.decode()
