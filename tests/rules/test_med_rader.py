"""MED: the rows over time, beyond what the pages reach."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.raad import codes, findings, graded, raad


def forum(*rader: str, mer: str = "", varaer: str = "") -> str:
    rows = "".join(f"  - {{{rad}}}\n" for rad in rader)
    return f"navn: Rådet\n{mer}\nmedlemmer:\n{rows}{varaer}"


VIRKSOMHETER = {"virksomheter.yaml": "etaten: {navn: Etaten, sektor: stat, avviklet: 2026-11-23}\n"}


@pytest.mark.parametrize(
    ("rad", "dag", "expected"),
    [
        ("periode: 2024-01-01/..", date(2026, 11, 23), ["MED415 feil format"]),
        ("periode: 2024-01-01/..", date(2026, 11, 22), []),
        ("periode: 2024-01-01/.., fratraadt: 2026-11-22", date(2026, 11, 23), []),
        ("rolle: observatoer, periode: 2024-01-01/..", date(2026, 11, 23), []),
    ],
)
def test_nobody_sits_for_what_is_gone(rad: str, dag: date, expected: list[str]) -> None:
    files = raad(forum=forum(f"navn: Kari Moen, virksomhet: etaten, {rad}"), andre=VIRKSOMHETER)
    assert graded(files, dag) == expected


def test_neither_does_a_substitute_and_the_heirs_are_named() -> None:
    vara = "stedfortredere:\n  - {navn: Ola Sandvik, virksomhet: etaten, for: Kari Moen}\n"
    andre = {
        "virksomheter.yaml": VIRKSOMHETER["virksomheter.yaml"] + "ny: {navn: Ny, sektor: stat, erstatter: [etaten]}\n"
    }
    (finding,) = findings(raad(forum=forum("navn: Kari Moen, periode: 2024-01-01/..", varaer=vara), andre=andre))
    assert finding.message == "Ola Sandvik sitter for Etaten, som ble avviklet 23. november 2026"
    assert finding.help.endswith("den nye virksomheten (ny).")


FOERST = "navn: Kari Moen, gruppe: a, periode: 2022-01-01/2023-12-31"


@pytest.mark.parametrize(
    ("foerste", "neste", "expected"),
    [
        (FOERST, "navn: Kari Moen, gruppe: a, periode: 2024-01-01/2025-12-31", 0),
        (FOERST, "navn: Kari Moen, gruppe: a, periode: 2024-01-02/2025-12-31", 1),
        (FOERST, "navn: Kari Moen, gruppe: a, periode: 2024-04-01/2025-12-31", 1),
        (FOERST, "navn: Kari Moen, gruppe: a, periode: 2024-04-02/2025-12-31", 0),
        (FOERST, "navn: Kari Moen, gruppe: a, periode: 2023-12-31/2025-12-31", 1),
        (FOERST, "navn: Kari Moen, gruppe: b, periode: 2024-02-01/2025-12-31", 0),
        (FOERST, "navn: Ola Sandvik, gruppe: a, periode: 2024-02-01/2025-12-31", 0),
        (f"{FOERST}, fratraadt: 2023-11-30", "navn: Kari Moen, gruppe: a, periode: 2024-01-01/2025-12-31", 0),
    ],
)
def test_rows_of_one_person_meet(foerste: str, neste: str, expected: int) -> None:
    assert codes(raad(forum=forum(neste, foerste)), date(2026, 6, 1)).count("MED416") == expected


@pytest.mark.parametrize(("dag", "expected"), [(date(2023, 11, 1), 1), (date(2023, 12, 15), 0), (date(2026, 6, 1), 1)])
def test_two_rows_that_both_hold_today_are_two_seats(dag: date, expected: int) -> None:
    neste = "navn: Kari Moen, gruppe: a, periode: 2023-12-01/2025-12-31"
    assert codes(raad(forum=forum(neste, FOERST)), dag).count("MED416") == expected


def test_a_person_who_changed_name_is_the_same() -> None:
    andre = {"personer.yaml": "- {navn: Kari Vik, tidligere: Kari Moen, byttet: 2023-05-01}\n"}
    files = raad(forum=forum(FOERST, "navn: Kari Vik, gruppe: a, periode: 2024-01-10/2025-12-31"), andre=andre)
    (finding,) = [one for one in findings(files, date(2026, 6, 1)) if one.rule.code == "MED416"]
    assert finding.message == "Kari Vik er ikke medlem fra 1. januar 2024 til 9. januar 2024"


@pytest.mark.parametrize(
    ("forlenget", "expected"),
    [
        ("{til: 2028-12-31}", ["MED414"]),
        ("{til: 2028-12-31, kilde: sak 3}", []),
        ("{til: 2028-12-31, dato: 2026-01-01}", []),
    ],
)
def test_an_extension_was_decided_some_time_or_somewhere(forlenget: str, expected: list[str]) -> None:
    assert (
        codes(raad(forum=forum(f"navn: Kari Moen, periode: 2024-01-01/2026-12-31, forlenget: [{forlenget}]")))
        == expected
    )


@pytest.mark.parametrize(
    ("annen", "expected"),
    [
        ("virksomhet: ks", ["MED417 advarsel praksis"]),
        ("virksomhet: ks, gruppe: b", []),
        ("virksomhet: nhn", []),
        ("gruppe: a", []),
        ("virksomhet: ks, fratraadt: 2026-01-01", []),
    ],
)
def test_one_from_each_is_a_wish_for_the_group_named(annen: str, expected: list[str]) -> None:
    gruppe = "" if "gruppe" in annen else ", gruppe: a"
    rader = ("navn: Kari Moen, virksomhet: ks, gruppe: a, periode: 2024-01-01/..",)
    files = raad(
        "sammensetning: {grupper: [{id: a, antall: 1-2}, {id: b, antall: 0-1}]}",
        forum(
            *rader, f"navn: Ola Sandvik, {annen}{gruppe}, periode: 2024-01-01/..", mer="praksis: {en_per_virksomhet: a}"
        ),
        andre={"virksomheter.yaml": "ks: {navn: KS, sektor: organisasjon}\nnhn: {navn: NHN, sektor: stat}\n"},
    )
    assert graded(files) == expected


@pytest.mark.parametrize(
    ("dag", "expected"),
    [
        (date(2026, 7, 3), []),
        (date(2026, 7, 4), ["MED420 merknad mandat"]),
        (date(2026, 11, 30), ["MED420 merknad mandat"]),
        (date(2026, 12, 1), ["MED420 advarsel mandat"]),
        (date(2026, 12, 31), ["MED420 advarsel mandat"]),
    ],
)
def test_a_term_is_told_of_half_a_year_before_its_end(dag: date, expected: list[str]) -> None:
    assert graded(raad(forum=forum("navn: Kari Moen, periode: 2025-01-01/2026-12-31")), dag) == expected


@pytest.mark.parametrize(
    "annen",
    [
        "navn: Kari Moen, gruppe: b, periode: 2027-01-01/2028-12-31",
        "navn: Ola Sandvik, gruppe: a, periode: 2027-01-01/2028-12-31",
    ],
)
def test_a_seat_that_is_filled_afterwards_is_no_matter(annen: str) -> None:
    files = raad(forum=forum("navn: Kari Moen, gruppe: a, periode: 2025-01-01/2026-12-31", annen))
    assert "MED420" not in codes(files)


@pytest.mark.parametrize(("dag", "naar"), [(31, "i dag"), (30, "i morgen"), (29, "om 2 dager")])
def test_how_soon_is_said(dag: int, naar: str) -> None:
    (finding,) = findings(raad(forum=forum("navn: Kari Moen, periode: 2025-01-01/2026-12-31")), date(2026, 12, dag))
    assert finding.message == f"perioden til Kari Moen går ut 31. desember 2026 ({naar})"
