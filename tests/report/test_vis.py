from __future__ import annotations

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import Table, sheet_as_text
from ehelse_cli.report.vis import ForumUnreadableError, vis
from ehelse_cli.report.vis_moete import status
from tests.report.small import DAG, SMALL, small
from tests.trees import load_tree


@pytest.fixture(scope="module")
def data() -> Dataset:
    return small()


def _shown(data: Dataset, id_: str, dag: date = DAG) -> str:
    return sheet_as_text(vis(data, id_, dag), Screen(120))


def _table(data: Dataset, id_: str, title: str, dag: date = DAG) -> tuple[tuple[str, ...], ...]:
    return next(
        part.rows for part in vis(data, id_, dag).parts if isinstance(part, Table) and part.title.startswith(title)
    )


@pytest.mark.parametrize("id_", ["raad", "raad-2026-m1", "raad-2026-1", "raad-koe-senere", "raad@2024-01-01", "ny"])
def test_the_sheets_as_they_look(data: Dataset, id_: str, snapshot: SnapshotAssertion) -> None:
    text = _shown(data, id_)
    assert text == snapshot
    assert text.splitlines()[1] == "per 23. november 2026"
    assert id_ in text


def test_a_councils_seats_and_the_empty_one(data: Dataset) -> None:
    assert _table(data, "raad", "Seter") == (
        ("KS (3)", "Kari Moen, leder", "KS", "31.12.2027", ""),
        ("", "Ola Sandvik", "KS", "ingen slutt", ""),
        ("", "ledig", "", "", ""),
        ("NE (1)", "Liv Ek", "Nye etat", "31.12.2027", "Per Dal"),
    )
    assert _table(data, "raad", "Stedfortredere") == (("KS", "1", "Siri Vik", "KS"),)


def test_before_the_members_are_known_no_seat_is_called_empty(data: Dataset) -> None:
    assert "ledig" not in _shown(data, "raad", date(2023, 5, 1))
    assert "ingen kjente mandater gjelder denne dagen" in _shown(data, "raad", date(2023, 5, 1))


def test_an_agenda_goes_by_the_clock_of_each_day(data: Dataset) -> None:
    assert [(row[0], row[1], row[3]) for row in _table(data, "raad-2026-m1", "Saksliste")] == [
        ("10.00", "", "5"),
        ("10.05", "01/26", "60"),
        ("11.30", "", "30"),
        ("12.00", "02/26", "20"),
        ("", "", ""),
        ("", "", ""),
        ("09.00", "03/26", "10"),
    ]


def test_quorum_is_told_case_by_case_with_its_sum(data: Dataset) -> None:
    told = {row[0]: row[1:] for row in _table(data, "raad-2026-m1", "Beslutningsdyktig")}
    assert told["01/26"][0] == "ja"
    assert told["03/26"][0] == "nei"
    assert "1 medlem + 1 stedfortreder" in told["03/26"][1]


def test_of_an_exempt_case_there_is_the_number_only(data: Dataset) -> None:
    meeting, case = _shown(data, "raad-2026-m1"), _shown(data, "raad-2026-2")
    assert "Hemmelig" not in meeting
    assert "02/26" in meeting
    assert case.splitlines()[0] == "Det lille rådet, sak 02/26: unntatt offentlighet"
    assert "offl. § 14" in case


def test_what_was_decided_as_proposed_is_told_in_full(data: Dataset) -> None:
    text = _shown(data, "raad-2026-m1")
    assert "1. Rådet støtter alternativ 2." in text
    assert "2. Arbeidet starter i 2027. Forutsetning: Det er penger." in text
    assert "votering: 2 for, 1 mot, lederens stemme avgjorde" in text


@pytest.mark.parametrize(
    ("id_", "dag", "expected"),
    [
        ("raad-2026-m1", date(2026, 8, 9), "planlagt"),
        ("raad-2026-m1", date(2026, 8, 10), "innkalt 10. august 2026"),
        ("raad-2026-m1", date(2026, 9, 1), "pågår"),
        ("raad-2026-m1", date(2026, 9, 2), "pågår"),
        ("raad-2026-m1", date(2026, 9, 3), "holdt"),
        ("raad-2027-m1", date(2027, 1, 21), "ikke ført"),
        ("raad-2027-m2", date(2026, 10, 31), "planlagt"),
        ("raad-2027-m2", date(2026, 11, 1), "avlyst 1. november 2026"),
    ],
)
def test_where_a_meeting_stands_is_a_matter_of_the_day(data: Dataset, id_: str, dag: date, expected: str) -> None:
    assert status(data.moeter[id_], dag) == expected


def test_a_case_tells_where_it_has_been_and_goes(data: Dataset) -> None:
    assert [row[:4] for row in _table(data, "raad-2026-1", "Behandling")] == [
        ("1.–2. september 2026", "raad-2026-m1", "raad-2026-1", "anbefalt"),
        ("20. januar 2027", "raad-2027-m1", "raad-2026-1", "planlagt"),
    ]
    assert _table(data, "raad-2026-1", "Oppfølging") == (
        ("1", "delvis fulgt", "Helse- og omsorgsdepartementet", "1. november 2026", "Brev"),
    )


def test_an_organisation_is_called_what_it_was_called_that_day(data: Dataset) -> None:
    assert vis(data, "ny", date(2021, 1, 1)).title == "Gamle etat"
    assert ("erstattet av", "Nye etat") in vis(data, "borte", DAG).facts
    assert ("består av", "KS, Nye etat") in vis(data, "alle", DAG).facts
    assert len(_table(data, "alle", "Seter")) == 3


def test_a_meeting_of_a_council_that_cannot_be_read_is_not_shown() -> None:
    data = load_tree(SMALL | {"forum/raad.yaml": "navn: [\n"}).dataset
    with pytest.raises(ForumUnreadableError, match=r"«raad-2026-m1» kan ikke vises, for forumet «raad»"):
        vis(data, "raad-2026-m1", DAG)
    assert vis(data, "raad-2026-1", DAG).facts
