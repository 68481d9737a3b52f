"""A list of members against the project's own council: what is new, what is the same, what is asked."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.importer.ark.columns import MEDLEMMER
from ehelse_cli.importer.ark.csv_file import read_csv
from ehelse_cli.importer.medlemmer.importen import Outcome
from ehelse_cli.importer.medlemmer.malen import empty, filled, medlemmer_av
from ehelse_cli.importer.medlemmer.rader import Defaults
from ehelse_cli.load.edit.change import Append, Put
from ehelse_cli.report.oversikt_csv import csv_text
from tests.importer.samples import MEMBERS, example, members, said


@pytest.fixture(scope="module")
def data() -> Dataset:
    return example()


def test_a_new_member_stands_after_the_last_of_the_group_and_the_substitute_last(data: Dataset) -> None:
    outcome = members(data, MEMBERS)
    assert outcome.changes == (
        Append(
            ("medlemmer",),
            {
                "navn": "Turid Vik",
                "virksomhet": "bodoe",
                "gruppe": "kommuner",
                "oppnevnt": {"av": "ks"},
                "periode": "2028-01-01",
            },
            9,
        ),
        Append(
            ("stedfortredere",),
            {"navn": "Ola Nordmann", "virksomhet": "hamar", "for": "Turid Vik", "periode": "2028-01-01"},
        ),
    )
    assert data.forum["nehr"].medlemmer[8].gruppe == "kommuner"


def where(outcome: Outcome) -> list[tuple[object, int | None]]:
    """Who is put in, and before which row."""
    new = [one for one in outcome.changes if isinstance(one, Append)]
    return [(one.value.get("navn"), one.before) for one in new if isinstance(one.value, dict)]


def test_those_that_are_new_stand_as_in_the_list(data: Dataset) -> None:
    text = "Navn;Virksomhet;Gruppe;Rolle;Fra\nA A;KS;kommuner;;1.1.2028\nB B;KS;kommuner;;1.1.2028\n"
    assert where(members(data, text)) == [("B B", 9), ("A A", 9)]  # each is put before what stands there
    text = "Navn;Rolle;Fra\nA A;observatør;1.1.2028\nB B;observatør;1.1.2028\n"
    assert where(members(data, text, "programstyrer")) == [("A A", None), ("B B", None)]


def test_who_is_not_in_the_list_is_told_and_left(data: Dataset) -> None:
    (told,) = said(members(data, MEMBERS).remarks)
    assert told.startswith("merknad : 21 som sitter i nehr, står ikke i arket: Grete Solheim, Kari Moen,")


@pytest.mark.parametrize(
    ("til", "periode"),
    [
        ("31.12.2029", "2028-01-01"),
        ("30.06.2029", "2028-01-01/2029-06-30"),
        ("ingen slutt", "2028-01-01/.."),
        ("", "2028-01-01"),
    ],
)
def test_the_last_day_is_written_only_where_the_mandate_gives_another(data: Dataset, til: str, periode: str) -> None:
    (change,) = members(data, f"Navn;Virksomhet;Fra;Til\nTurid Vik;FHI;1.1.2028;{til}\n").changes
    assert isinstance(change, Append)
    assert change.value == {"navn": "Turid Vik", "virksomhet": "fhi", "periode": periode}


@pytest.mark.parametrize(
    ("said_of", "id_"),
    [
        ("fhi", "fhi"),
        ("Folkehelseinstituttet", "fhi"),
        ("983 744 516", "fhi"),
        ("statens legemiddelverk", "dmp"),
        ("HDIR", "helsedirektoratet"),
    ],
)
def test_an_organisation_by_id_number_or_any_name_it_has_had(data: Dataset, said_of: str, id_: str) -> None:
    (change,) = members(data, f"Navn;Virksomhet;Gruppe;Fra\nTurid Vik;{said_of};{id_};1.1.2028\n").changes
    assert isinstance(change, Append)
    assert isinstance(change.value, dict)
    assert change.value["virksomhet"] == id_


def test_a_group_that_only_one_set_of_organisations_is_in_is_written(data: Dataset) -> None:
    (change,) = members(data, "Navn;Virksomhet;Fra\nTurid Vik;Helse Vest;1.1.2028\n").changes
    assert isinstance(change, Append)
    assert isinstance(change.value, dict)
    assert change.value["gruppe"] == "rhf"


def test_what_the_line_says_of_all_holds_for_those_the_list_says_nothing_of(data: Dataset) -> None:
    defaults = Defaults(date(2028, 1, 1), "ks", date(2027, 11, 1))
    (change,) = members(data, "Navn;Virksomhet\nTurid Vik;FHI\n", defaults=defaults).changes
    assert isinstance(change, Append)
    assert change.value == {
        "navn": "Turid Vik",
        "virksomhet": "fhi",
        "oppnevnt": {"av": "ks", "dato": "2027-11-01"},
        "periode": "2028-01-01",
    }


def test_what_the_file_lacks_is_filled_in(data: Dataset) -> None:
    headings = "Navn;Fra;Nivå;Oppnevnt av;Fratrådt;Egenskaper;Kjønn"
    text = f"{headings}\nJan Erik Torvund;2024-01-01;ledelse;NHN;31.12.2026;ikt, helsefag;m\n"
    nr = next(nr for nr, one in enumerate(data.forum["nehr"].medlemmer) if one.navn == "Jan Erik Torvund")
    assert members(data, text).changes == (
        Put(("medlemmer", nr, "stillingsnivaa"), "ledelse"),
        Put(("medlemmer", nr, "kjoenn"), "mann"),
        Put(("medlemmer", nr, "oppnevnt"), {"av": "nhn"}),
        Put(("medlemmer", nr, "fratraadt"), "2026-12-31"),
        Put(("medlemmer", nr, "egenskaper"), ["ikt", "helsefag"]),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Navn;Virksomhet;Fra\nKari Moen;Bergen kommune;2024-01-01\n",
            "feil B2: arket sier bergen om Kari Moen, filen sier kristiansand",
        ),
        (
            "Navn;Fra;Til\nKari Moen;2024-01-01;2029-12-31\n",
            "feil C2: arket sier at Kari Moen går ut 2029-12-31, filen sier 2027-12-31",
        ),
        (
            "Navn;Rolle;Fra\nKari Moen;nestleder;2024-01-01\n",
            "feil B2: arket sier nestleder om Kari Moen, filen sier medlem",
        ),
        ("Navn;Gruppe;Fra\nKari Moen;ks;2024-01-01\n", "feil B2: arket sier ks om Kari Moen, filen sier kommuner"),
        ("Navn;Oppnevnt av;Fra\nKari Moen;FHI;2024-01-01\n", "feil B2: arket sier fhi om Kari Moen, filen sier ks"),
        (
            "Navn;Virksomhet;Fra\nTurid Vik;Hdirr;1.1.2028\n",
            "feil B2: «Hdirr» finnes ikke i data/virksomheter.yaml; mente du «helsedirektoratet»?",
        ),
        (
            "Navn;Virksomhet;Orgnr;Fra\nTurid Vik;KS;983744516;1.1.2028\n",
            "feil C2: nummeret er fhi sitt, men virksomheten er ks",
        ),
        ("Navn;Virksomhet\nTurid Vik;FHI\n", "feil rad 2: fra hvilken dag er Turid Vik medlem?"),
        ("Navn;Virksomhet;Fra\nTurid Vik;Bodø kommune;1.1.2028\n", "feil rad 2: hvilken gruppe sitter Turid Vik for?"),
        (
            "Navn;Gruppe;Fra\nTurid Vik;kommunar;1.1.2028\n",
            "feil B2: «kommunar» finnes ikke i mandatet nehr@2024-01-01; mente du «kommuner»?",
        ),
        ("Navn;Virksomhet;Fra\nVik, Turid;FHI;1.1.2028\n", "feil A2: «Vik, Turid» har et komma"),
        ("Navn;Virksomhet;Fra\nKommuner;;\n", "feil A2: raden sier bare «Kommuner»"),
        ("Navn;Virksomhet;Fra\n;FHI;1.1.2028\n", "feil A2: raden sier ikke hvem den gjelder"),
        ("Navn;Fra;Til\nTurid Vik;1.1.2028;1.1.2027\n", "feil C2: perioden slutter før den begynner"),
        ("Navn;Virksomhet;Fra\nA B;FHI;1.1.2028\na  b;FHI;1.1.2028\n", "feil A3: a b står også i rad 2"),
        (
            "Navn;Rolle;Fra\nTurid Vik;kasserer;1.1.2028\n",
            "feil B2: «kasserer» er ikke leder, nestleder, medlem, observatoer, bisitter eller sekretariat",
        ),
        ("Navn;Virksomhet;Fra\nKari Moan;FHI;1.1.2028\n", "advarsel A2: Kari Moan er ny; mente du «Kari Moen»?"),
        (
            "Navn;Vara for;Fra\nOla;Kari Moan;1.1.2028\n",
            "feil B2: «Kari Moan» er verken medlem eller gruppe; mente du «Kari Moen»?",
        ),
        (
            "Navn;Virksomhet;Fra;Vara for\nOla;KS;1.1.2028;Kari Moen\nOla;FHI;1.1.2028;Kari Moen\n",
            "feil A3: Ola står også i rad 2",
        ),
        ("Navn;Rolle;Fra\nOla;vara;1.1.2028\n", "feil rad 2: hvem er Ola stedfortreder for?"),
        ("Navn;Vara for\nOla;Kari Moen\n", "feil rad 2: fra hvilken dag er Ola stedfortreder?"),
        ("Navn;Stedfortreder\nKari Moen;Nils Li\n", "feil B2: fra hvilken dag er Nils Li stedfortreder?"),
        (
            "Navn;Vara for;Fra;Til\nOla Sandvik;Kari Moen;2024-01-01;2026-12-31\n",
            "feil D2: arket sier 2024-01-01/2026-12-31 om Ola Sandvik, filen sier 2024-01-01/2027-12-31",
        ),
    ],
)
def test_in_doubt_it_is_asked(data: Dataset, text: str, told: str) -> None:
    assert told in said(members(data, text).remarks)


def test_every_cell_that_is_wrong_is_told_at_once(data: Dataset) -> None:
    text = "Navn;Virksomhet;Fra;Oppnevnt av\nA B;Tull;32.1.2028;Tøys\n;KS;x;\n"
    assert [one.place.name for one in members(data, text).remarks if one.severity == "feil"] == ["B2", "C2", "D2", "A3"]


def test_the_last_name_may_stand_first_of_somebody_who_is_known(data: Dataset) -> None:
    assert members(data, 'Navn;Virksomhet;Fra\n"Moen, Kari";Kristiansand kommune;2024-01-01\n').changes == ()


def test_a_person_is_known_by_the_name_they_had(data: Dataset) -> None:
    assert members(data, "Navn;Fra\nBerit Granlund;2024-01-01\n").changes == ()


def test_a_substitute_for_a_group_is_called_by_number(data: Dataset) -> None:
    (change,) = members(data, "Navn;Vara for;Nr;Fra\nOla;kommuner;2,0;1.1.2028\n").changes
    assert isinstance(change, Append)
    assert change.value == {"navn": "Ola", "for": "kommuner", "nr": "2", "periode": "2028-01-01"}


def test_a_substitute_beside_a_new_member_begins_with_the_member(data: Dataset) -> None:
    *_, change = members(data, "Navn;Virksomhet;Fra;Vara\nTurid Vik;FHI;1.1.2028;Nils Li\n").changes
    assert isinstance(change, Append)
    assert change.value == {"navn": "Nils Li", "for": "Turid Vik", "periode": "2028-01-01"}


@pytest.mark.parametrize("forum", ["nehr", "nuit", "nufa"])
def test_the_list_of_what_the_files_say_changes_nothing(data: Dataset, forum: str) -> None:
    text = csv_text(filled(MEDLEMMER, tuple(medlemmer_av(data, data.forum[forum]))))
    outcome = members(data, text, forum)
    assert (outcome.changes, outcome.remarks) == ((), ())
    assert len(text.splitlines()) == 1 + len(data.forum[forum].medlemmer) + len(data.forum[forum].stedfortredere)


def test_the_empty_list_has_headings_that_are_all_understood() -> None:
    (headings,) = empty("medlemmer")
    assert MEDLEMMER.judge([headings]) == len(headings)
    assert read_csv("mal.csv", csv_text(empty("medlemmer")).encode(), MEDLEMMER.judge).width == len(headings)
