"""A list of who came, against the project's own meeting in December: who is meant, and what is asked."""

from __future__ import annotations

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.importer.ark.columns import FREMMOETE
from ehelse_cli.importer.fremmoete.malen import fremmoete_av
from ehelse_cli.importer.medlemmer.malen import filled
from ehelse_cli.load.edit.change import Append, Put
from ehelse_cli.report.oversikt_csv import csv_text
from tests.importer.samples import attendance, example, said

#: A meeting that has no attendance yet, and one that has.
AHEAD, HELD = "nehr-2026-m4", "nehr-2026-m2"


@pytest.fixture(scope="module")
def data() -> Dataset:
    return example()


def put(data: Dataset, text: str, moete: str = AHEAD, empty: str | None = None) -> object:
    outcome = attendance(data, text, moete, empty)
    assert [one for one in said(outcome.remarks) if one.startswith("feil")] == []
    (change,) = outcome.changes
    assert isinstance(change, Put)
    assert change.path == ("fremmoete",)
    return change.value


def test_members_stand_in_the_order_of_the_register_and_guests_by_their_role(data: Dataset) -> None:
    text = (
        "Navn;Virksomhet;Rolle;Møtte\n"
        "Per Gjest;FHI;invitert;ja\n"
        "Kari Moen;;;digitalt\n"
        "Grete Solheim;;leder;x\n"
        "Randi Lundby;;sekretariat;ja\n"
        "Sverre Midtgaard;;;forfall\n"
        "Tora Semb;KS;bisitter;nei\n"
    )
    assert put(data, text) == {
        "medlemmer": ["Grete Solheim", {"navn": "Kari Moen", "digitalt": "ja"}],
        "sekretariat": ["Randi Lundby"],
        "inviterte": [{"navn": "Per Gjest", "virksomhet": "fhi"}],
        "forfall": ["Sverre Midtgaard"],
    }


@pytest.mark.parametrize(
    "row",
    [
        "Kari Moen;vara;Ola Sandvik;;",
        "Kari Moen;forfall;Ola Sandvik;;",
        "Kari Moen;;Ola Sandvik;;",
        "Kari Moen;vara;;;",
        "Kari Moen;vara;;;Ola Sandvik",
        "Ola Sandvik;ja;;Kari Moen;",
        "Ola Sandvik;ja;;;",
        "Kari Moen;forfall;;;\nOla Sandvik;ja;;Kari Moen;",
    ],
)
def test_a_substitute_in_every_way_it_can_be_said(data: Dataset, row: str) -> None:
    value = put(data, f"Navn;Møtte;Vara som møtte;Vara for;Stedfortreder\n{row}\n")
    assert value == {"medlemmer": [{"navn": "Ola Sandvik", "for": "Kari Moen"}]}


def test_a_member_by_the_only_organisation_they_can_be_from(data: Dataset) -> None:
    assert put(data, "Organisasjon;Til stede\nTromsø kommune;ja\nFHI;nei\n") == {
        "medlemmer": ["Eli Fagerhaug"],
        "forfall": ["Sverre Midtgaard"],
    }


def test_hours_and_cases_are_those_of_the_line(data: Dataset) -> None:
    text = "Navn;Møtte;Fra kl;Til kl;Til og med sak\nKari Moen;ja;11.20;0,5;\nEli Fagerhaug;ja;;;10/2026\n"
    assert put(data, text) == {
        "medlemmer": [
            {"navn": "Kari Moen", "fra": "11:20", "til": "12:00"},
            {"navn": "Eli Fagerhaug", "tom_sak": "10/2026"},
        ]
    }


@pytest.mark.parametrize(
    ("empty", "value"),
    [
        ("moette", {"medlemmer": ["Kari Moen"], "forfall": ["Sverre Midtgaard"]}),
        ("forfall", {"forfall": ["Kari Moen", "Sverre Midtgaard"]}),
        ("ukjent", {"forfall": ["Sverre Midtgaard"]}),
    ],
)
def test_what_an_empty_cell_means_is_said(data: Dataset, empty: str, value: object) -> None:
    assert put(data, "Navn;Forfall\nKari Moen;\nSverre Midtgaard;x\n", empty=empty) == value


def test_the_reason_is_never_read(data: Dataset) -> None:
    outcome = attendance(data, "Navn;Møtte;Årsak\nSverre Midtgaard;forfall;syk\n")
    assert "syk" not in repr(outcome.changes)
    assert "merknad C1: kolonnen «Årsak» blir ikke lest: slikt hører ikke hjemme i git" in said(outcome.remarks)


def test_an_older_name_is_written_as_the_person_was_called_that_day(data: Dataset) -> None:
    outcome = attendance(data, "Navn;Møtte\nBerit Nyvik;ja\n", "nehr-2026-m1")
    assert outcome.changes == ()  # the file has her as Berit Granlund


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Navn;Virksomhet\nKari Moen;\n", "feil A1: listen sier ikke hvem som møtte"),
        ("Navn;Møtte\nKari Moen;\n", "feil B2: det står ikke om Kari Moen møtte"),
        ("Navn;Møtte\nKari Moen;kanskje\n", "feil B2: «kanskje» sier ikke om noen møtte"),
        ("Navn;Møtte;Forfall\nKari Moen;ja;x\n", "feil C2: raden sier både møtt og forfall"),
        ("Virksomhet;Møtte\nHdir;ja\n", "feil A2: helsedirektoratet har 3 medlemmer"),
        ("Virksomhet;Møtte\nDFD;ja\n", "feil A2: dfd har ingen medlemmer i møtet"),
        (
            "Navn;Møtte\nKari Moan;ja\n",
            "feil A2: «Kari Moan» er verken medlem eller stedfortreder den dagen; mente du «Kari Moen»?",
        ),
        ("Navn;Møtte\nNils Ukjent;ja\n", "feil A2: «Nils Ukjent» er verken medlem eller stedfortreder den dagen"),
        ("Navn;Møtte;Vara\nKari Moen;forfall;Ola Sandvik\n", "feil C2: møtte Ola Sandvik i stedet?"),
        (
            "Navn;Møtte;Vara som møtte\nKari Moen;ja;Ola Sandvik\n",
            "feil C2: raden sier både at Kari Moen møtte og Ola Sandvik",
        ),
        ("Navn;Møtte\nBerit Nyvik;vara\n", "feil B2: hvem møtte for Berit Nyvik?"),
        (
            "Navn;Møtte;Vara for\nKari Moen;ja;\nOla Sandvik;ja;Kari Moen\n",
            "feil A3: Ola Sandvik og Kari Moen (rad 2) sitter i samme sete",
        ),
        (
            "Navn;Møtte;Vara for\nOla;ja;Kari Moan\n",
            "feil C2: «Kari Moan» er ikke medlem den dagen; mente du «Kari Moen»?",
        ),
        (
            "Navn;Møtte;Vara som møtte\nKari Moen;vara;Ola Sandvig\n",
            "advarsel C2: «Ola Sandvig» er ikke registrert som stedfortreder; mente du «Ola Sandvik»?",
        ),
        ("Navn;Møtte;Vara som møtte\nKari Moen;vara;Sandvik, Ola\n", "feil C2: «Sandvik, Ola» har et komma"),
        ("Navn;Møtte;Stedfortreder\nBerit Nyvik;vara;A B, C D\n", "feil B2: hvem møtte for Berit Nyvik?"),
        ("Navn;Møtte;Rolle\nTora Semb;vara;bisitter\n", "feil B2: Tora Semb har ikke noe sete"),
        ("Navn;Møtte;Fra kl\nKari Moen;ja;sent\n", "feil C2: «sent» er ikke et klokkeslett; skriv 11:20"),
        ("Navn;Møtte;Fra sak\nKari Moen;ja;åtte\n", "feil C2: «åtte» er ikke et saksnummer i nehr"),
        (";Møtte;Navn\n;ja;\n", "feil C2: raden sier ikke hvem den gjelder"),
    ],
)
def test_in_doubt_it_is_asked(data: Dataset, text: str, told: str) -> None:
    assert told in said(attendance(data, text).remarks)


def test_a_cancelled_meeting_had_nobody_there(data: Dataset) -> None:
    told = said(attendance(data, "Navn;Møtte\nSigrun Aasgård;ja\n", "nuit-2026-m5").remarks)
    assert "feil : nuit-2026-m5 er avlyst 2026-11-19" in told


def test_where_nobody_knows_the_members_they_are_as_the_list_has_them(data: Dataset) -> None:
    text = "Navn;Virksomhet;Møtte;Vara\nPer Hansen;KS;ja;\nKari Li;NAV;forfall;\nOla Bo;FHI;vara;Liv Ek\n"
    assert put(data, text, "skate-2020-06-17") == {
        "medlemmer": [{"navn": "Per Hansen", "virksomhet": "ks"}, {"navn": "Liv Ek", "for": "Ola Bo"}],
        "forfall": ["Kari Li"],
    }
    told = said(attendance(data, "Navn;Møtte\nOla Bo;vara\n", "skate-2020-06-17").remarks)
    assert told == ["feil B2: hvem møtte for Ola Bo?"]


def test_those_the_list_says_nothing_of_are_named(data: Dataset) -> None:
    *_, told = said(attendance(data, "Navn;Møtte\nKari Moen;ja\n").remarks)
    assert told.startswith("advarsel : arket sier ikke om Grete Solheim, Eli Fagerhaug,")


def test_what_the_file_lacks_is_put_in_and_what_it_says_otherwise_is_asked(data: Dataset) -> None:
    text = "Navn;Virksomhet;Rolle;Møtte;Vara som møtte\nKari Moen;;;ja;\nNy Gjest;FHI;invitert;ja;\n"
    assert attendance(data, text, HELD).changes == (
        Append(("fremmoete", "inviterte"), {"navn": "Ny Gjest", "virksomhet": "fhi"}),
    )
    for row, told in (
        ("Kari Moen;;;forfall;", "arket sier «Kari Moen: forfall», møtefilen sier «Kari Moen: til stede»"),
        ("Hilde Ramsvik;;;ja;", "arket sier «Hilde Ramsvik: til stede», møtefilen sier «Hilde Ramsvik: forfall»"),
        (
            "Ragnvald Eikeland;;;ja;",
            (
                "arket sier «Ragnvald Eikeland: til stede», "
                "møtefilen sier «Solveig Tysse for Ragnvald Eikeland: til stede»"
            ),
        ),
    ):
        remarks = attendance(data, f"Navn;Virksomhet;Rolle;Møtte;Vara som møtte\n{row}\n", HELD).remarks
        assert f"feil D2: {told}" in said(remarks)


def test_the_list_of_every_meeting_that_was_held_changes_nothing(data: Dataset) -> None:
    tried = 0
    for moete in data.moeter.values():
        text = csv_text(filled(FREMMOETE, tuple(fremmoete_av(data, moete))))
        if moete.avlyst or not moete.fremmoete or "\n" not in text.strip():
            continue
        tried += 1
        outcome = attendance(data, text, moete.id, "ukjent")
        assert (moete.id, outcome.changes) == (moete.id, ())
        assert [one for one in said(outcome.remarks) if one.startswith("feil")] == []
    assert tried >= 10


def test_the_list_of_a_meeting_ahead_has_a_row_for_every_seat(data: Dataset) -> None:
    rows = list(fremmoete_av(data, data.moeter[AHEAD]))
    assert len(rows) == 21
    assert {row["moette"] for row in rows} == {""}
    kari = next(row for row in rows if row["navn"] == "Kari Moen")
    assert (kari["virksomhet"], kari["stedfortreder"]) == ("Kristiansand kommune", "Ola Sandvik")
