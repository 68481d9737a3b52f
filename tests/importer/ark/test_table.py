"""Where the headings are, and what is said of the columns."""

from __future__ import annotations

import pytest

from ehelse_cli.importer.ark.columns import FORMS, MEDLEMMER, Form, plain_heading
from ehelse_cli.importer.ark.csv_file import read_csv
from ehelse_cli.importer.ark.table import Table, read_table
from ehelse_cli.importer.remark import Remarks
from tests.importer.samples import said


def read(text: str, form: Form = MEDLEMMER) -> tuple[Table, list[str]]:
    remarks = Remarks(read_csv("liste.csv", text.encode(), form.judge))
    return read_table(remarks, form), said(remarks.in_order)


def rows(table: Table, *keys: str) -> list[tuple[str, ...]]:
    return [tuple(row.text(key) for key in keys) for row in table.rows]


def test_columns_stand_in_any_order_under_any_of_their_names() -> None:
    table, told = read("F.o.m.;ORGANISASJON:;Fullt navn *;t.o.m. (dd.mm.åååå)\n1.1.2026;KS;Kari;2.1.2026\n")
    assert rows(table, "navn", "virksomhet", "fra", "til") == [("Kari", "KS", "1.1.2026", "2.1.2026")]
    assert told == []


def test_a_title_above_and_blank_rows_between_are_passed_over() -> None:
    table, told = read("Medlemmer i rådet;;\n;;\nNavn;Virksomhet;Fra\n;;\nKari;KS;\n;;\n;;\n")
    assert [(row.number, row.text("navn")) for row in table.rows] == [(5, "Kari")]
    assert told == []


def test_two_headings_under_one_that_is_merged() -> None:
    table, told = read("Navn;Periode;;KS\n;Fra;Til;\nKari;1.1.2026;2.1.2026;x\n")
    assert rows(table, "navn", "fra", "til") == [("Kari", "1.1.2026", "2.1.2026")]
    assert told == ["merknad D2: kolonnen «KS» blir ikke lest"]


def test_headings_that_are_printed_again_are_no_row() -> None:
    assert rows(read("Navn;Fra\nKari;x\nNavn;Fra\nOla;y\n")[0], "navn") == [("Kari",), ("Ola",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ola;KS\n", ["feil A1: fant ingen rad med overskrifter"]),
        ("Navn\n", ["feil A1: det er ingen rader under overskriftene"]),
        ("Navn;Medlem\nKari;Ola\n", ["feil B1: det er to kolonner for «Navn»"]),
        ("Navn;E-post\nKari;k@x.no\n", ["merknad B1: kolonnen «E-post» blir ikke lest: slikt hører ikke hjemme i git"]),
        ("Navn;Virksomhett\nKari;KS\n", ["advarsel B1: kolonnen «Virksomhett» blir ikke lest"]),
        ("Navn;Fra\nKari;#REF!\n", ["feil B2: «#REF!» er ingen verdi, men en feil i regnearket"]),
        ("Navn;Fra\nBjÃ¸rn;1\n", ["feil A2: «BjÃ¸rn» er lest i feil tegnsett; skal det stå «Bjørn»?"]),
        ("Navn;Fra\nKa\x07ri;1\n", ["feil A2: tegnet U+0007 kan ikke stå i en tekst"]),
    ],
)
def test_what_is_said_of_it(text: str, told: list[str]) -> None:
    assert read(text)[1] == told


def test_what_says_a_column_once_more_in_words_is_passed_over_only_beside_it() -> None:
    assert read("Navn;Oppnevnt;Oppnevnelse\nKari;1.1.2028;1. januar\n")[1] == []
    assert read("Navn;Oppnevnelse\nKari;1. januar\n")[1] == ["advarsel B1: kolonnen «Oppnevnelse» blir ikke lest"]


def test_a_name_of_a_column_means_one_column() -> None:
    for form in FORMS.values():
        names = [(plain_heading(name), one.key) for one in form.columns for name in {one.title, *one.also}]
        assert {name: form.by_heading[name] for name, _ in names} == dict(names)
