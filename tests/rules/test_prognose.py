"""The forecast: the first day a rule breaks if nothing is done."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.prognose import Varsel, prognose
from tests.rules.raad import hode, raad, read

DAG = date(2026, 11, 23)


def varsler(files: dict[str, str], maaneder: int = 18, dag: date = DAG) -> list[Varsel]:
    return list(prognose(read(files).dataset, dag, maaneder, RULES))


def korte(files: dict[str, str], maaneder: int = 18) -> list[tuple[str, str]]:
    return [(str(varsel.dag), varsel.finding.rule.code) for varsel in varsler(files, maaneder)]


FORUM = "navn: Rådet\nmedlemmer: [{navn: Kari Moen, periode: 2025-07-01}]\n"
MANDAT = "sammensetning: {seter: 1}\nfunksjonstid: {varer: 2 aar}"


@pytest.mark.parametrize(
    ("maaneder", "expected"), [(7, []), (8, [("2027-07-01", "MED406")]), (60, [("2027-07-01", "MED406")])]
)
def test_a_term_ends_if_nobody_extends_it(maaneder: int, expected: list[tuple[str, str]]) -> None:
    assert korte(raad(MANDAT, FORUM), maaneder) == expected


def test_what_is_found_today_is_not_foretold() -> None:
    assert korte(raad(MANDAT, FORUM.replace("2025-07-01", "2024-01-01"))) == []


def test_a_notice_is_late_from_the_day_after_the_deadline_and_only_until_the_meeting() -> None:
    moete = {"moeter/raad/2027-m1.md": hode("tid: 2027-03-15")}
    files = raad("frister: [{id: innkalling, frist: 3 dager foer moetet}]", andre=moete)
    assert korte(files) == [("2027-03-13", "MOT504")]
    assert korte(files, 3) == []


def test_so_are_the_papers() -> None:
    moete = {"moeter/raad/2027-m1.md": hode("tid: 2027-03-15")}
    files = raad("frister: [{id: saksdokumenter, frist: 3 dager foer moetet}]", andre=moete)
    assert korte(files) == [("2027-03-13", "MOT505")]


@pytest.mark.parametrize(
    ("blokk", "expected"),
    [
        ("evaluering: {hvert: 3 aar}", [("2027-01-01", "MAN308")]),
        ("evaluering: {frist: 2027-02-10}", [("2027-02-11", "MAN308")]),
        ("evaluering: {hvert: jevnlig}", []),
    ],
)
def test_a_day_that_is_no_event_is_found_by_halving(blokk: str, expected: list[tuple[str, str]]) -> None:
    assert korte(raad(blokk)) == expected


def test_a_mandate_that_ends_leaves_the_meetings_after_it_without() -> None:
    andre = {
        "moeter/raad/2027-m1.md": hode("tid: 2027-03-15"),
        "saker/raad/2026-01.md": hode("skjerming: {hjemmel: offl. § 23, omfang: hele, opphoerer: 2027-02-01}"),
    }
    files = raad(andre=andre)
    assert korte(files) == [("2027-02-02", "PUB909")]


def test_what_only_the_meeting_itself_can_give_is_not_foretold() -> None:
    quorum = "sammensetning: {seter: 3}\nbeslutningsdyktighet: {krav: [{id: a, antall: over 1/2, av: seter}]}"
    files = raad(quorum, andre={"moeter/raad/2027-m1.md": hode("tid: 2027-03-15")})
    assert korte(files) == []


def test_a_forecast_says_from_when_and_warns_at_most() -> None:
    (varsel,) = varsler(raad(MANDAT, FORUM))
    funn = varsel.som_funn
    assert varsel.finding.severity == "feil"
    assert funn.severity == "advarsel"
    assert funn.message.startswith("fra 1. juli 2027: perioden til Kari Moen gikk ut 30. juni 2027")
    assert funn.fingerprint == varsel.finding.fingerprint


def test_what_lies_ahead_comes_in_order() -> None:
    files = raad(MANDAT + "\nevaluering: {frist: 2027-02-10}", FORUM)
    assert [code for _, code in korte(files)] == ["MAN308", "MED406"]
