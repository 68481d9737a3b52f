"""The look-ups that rules, papers and pages share."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.dataset import Dataset
from tests.trees import load_clean, load_tree, text_at

FORUM = "navn: [{fra: 2020-01-01, verdi: Gamle}, {fra: 2024-01-01, verdi: Nye}]\nkort: N\nsaksnummer: N/AAAA\n"
TRE = {
    "forum/raad.yaml": FORUM,
    "virksomheter.yaml": """
        digdir:
          navn: [{fra: 2008-01-01, verdi: Difi AS}, {fra: 2020-01-01, verdi: Digitaliseringsdirektoratet}]
          kort: [{fra: 2020-01-01, verdi: Digdir}]
        regionene: {navn: Regionene, bestaar_av: [nord, vest]}
        """,
    "mandater/raad/2020-01-01.md": """
        ---
        forum: raad
        status: vedtatt
        gjelder_fra: 2020-01-01
        gjelder_til: 2023-06-30
        ---
        Første.
        """,
    "mandater/raad/2024-01-01.md": "---\nforum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\n---\n",
    "mandater/raad/2025-01-01-utkast.md": "---\nforum: raad\nstatus: utkast\ngjelder_fra: 2025-01-01\n---\n",
    "moeter/raad/2024-m2.md": "---\ntid: 2024-09-01\nsaksliste: [{sak: 2/2024}, {sak: 01/24}]\n---\n",
    "moeter/raad/2024-m1.md": "---\ntid: 2024-03-01\nsaksliste: [{sak: 1/24}, {tittel: Eventuelt}, {sak: tull}]\n---\n",
    "saker/raad/2024-02.md": "---\ntittel: To\n---\nTekst\n\nNederst",
    "saker/raad/2024-001.md": "---\ntittel: En\n---\n",
}


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(TRE)


@pytest.mark.parametrize(
    ("dag", "mandat"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), "raad@2020-01-01"),
        (date(2023, 6, 30), "raad@2020-01-01"),
        (date(2023, 7, 1), None),
        (date(2024, 1, 1), "raad@2024-01-01"),
        (date(2026, 1, 1), "raad@2024-01-01"),
    ],
)
def test_the_mandate_in_force_is_adopted_begun_and_not_past(data: Dataset, dag: date, mandat: str | None) -> None:
    funnet = data.mandat_for("raad", dag)
    assert (funnet and funnet.id) == mandat


def test_revisions_and_drafts_come_oldest_first(data: Dataset) -> None:
    assert [mandat.id for mandat in data.mandater_for("raad")] == [
        "raad@2020-01-01", "raad@2024-01-01", "raad@2025-01-01-utkast",
    ]  # fmt: skip
    assert data.mandater_for("ukjent") == ()


def test_meetings_come_by_day(data: Dataset) -> None:
    assert [moete.id for moete in data.moeter_for("raad")] == ["raad-2024-m1", "raad-2024-m2"]


@pytest.mark.parametrize("skrevet", ["1/2024", "1/24", "01/24", "001/2024", "1-24", "raad-2024-1"])
def test_a_case_is_found_as_people_write_it(data: Dataset, skrevet: str) -> None:
    assert data.sak_id("raad", skrevet) == "raad-2024-1"


@pytest.mark.parametrize("skrevet", ["tull", "2024/1", "1", ""])
def test_what_is_no_case_number_is_none(data: Dataset, skrevet: str) -> None:
    assert data.sak_id("raad", skrevet) is None


def test_a_case_is_where_it_was_treated(data: Dataset) -> None:
    assert [(moete.id, nr) for moete, nr in data.behandlinger("raad-2024-1")] == [
        ("raad-2024-m1", 0),
        ("raad-2024-m2", 1),
    ]
    assert data.behandlinger("raad-2024-9") == ()


@pytest.mark.parametrize(
    ("dag", "kort", "navn"),
    [
        (date(2010, 1, 1), False, "Difi AS"),
        (date(2010, 1, 1), True, "Difi AS"),
        (date(2021, 1, 1), False, "Digitaliseringsdirektoratet"),
        (date(2021, 1, 1), True, "Digdir"),
        (date(1999, 1, 1), False, "Digitaliseringsdirektoratet"),
    ],
)
def test_an_organisation_has_the_name_of_the_day(data: Dataset, dag: date, kort: bool, navn: str) -> None:
    assert data.virksomhetsnavn("digdir", dag, kort=kort) == navn


def test_what_nobody_has_named_is_called_by_its_id(data: Dataset) -> None:
    assert data.virksomhetsnavn("ukjent", date(2024, 1, 1)) == "ukjent"
    assert data.forumnavn("raad", date(2024, 1, 1)) == "Nye"


def test_a_set_stands_for_its_members(data: Dataset) -> None:
    assert data.medlemmer_av_sett("regionene") == {"regionene", "nord", "vest"}
    assert data.medlemmer_av_sett("digdir") == {"digdir"}


def test_a_value_is_found_in_its_file(data: Dataset) -> None:
    assert text_at(TRE, data.place("raad-2024-m1", "saksliste", 2, "sak")) == "tull"
    assert text_at(TRE, data.place("raad-2024-m1", "saksliste", 1, "tittel", key=True)) == "tittel"
    assert text_at(TRE, data.place("raad-2024-m1", "saksliste", 1, "vedtak")) == "{tittel: Eventuelt}"
    assert text_at(TRE, data.place("virksomheter", "digdir", "kort", 0, "verdi")) == "Digdir"


def test_a_line_of_the_body_is_found_in_its_file(data: Dataset) -> None:
    assert text_at(TRE, data.place_in_body("raad-2024-2", 0)) == "Tekst"
    assert text_at(TRE, data.place_in_body("raad-2024-2", 2)) == "Nederst"


def test_every_id_can_be_asked_for(data: Dataset) -> None:
    assert data.ider == tuple(
        sorted(
            [
                "raad", "digdir", "regionene", "raad-2024-1", "raad-2024-2", "raad-2024-m1", "raad-2024-m2",
                "raad@2020-01-01", "raad@2024-01-01", "raad@2025-01-01-utkast",
            ]
        )
    )  # fmt: skip


def test_what_could_not_be_read_is_known_to_be_there() -> None:
    lest = load_tree({**TRE, "saker/raad/2024-03.md": "---\ntull: x\n---\n"}).dataset
    assert lest.finnes("raad")
    assert not lest.finnes("noe-annet")
    assert lest.sak_id("raad", "3/2024") == "raad-2024-3"
    assert "raad-2024-3" in lest.broken
