"""MED: what the pages do not reach."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.raad import FORUM, MANDAT, MOETE, codes, findings, graded, hode, mandat, raad


def forum(*medlemmer: str, varaer: tuple[str, ...] = ()) -> str:
    rows = "".join(f"  - {{{rad}}}\n" for rad in medlemmer)
    subs = "".join(f"  - {{{rad}}}\n" for rad in varaer)
    return f"navn: Rådet\nmedlemmer:\n{rows}" + (f"stedfortredere:\n{subs}" if subs else "")


FRA = "periode: 2024-01-01"
KARI = f"navn: Kari Moen, gruppe: kommuner, {FRA}"
OLA = f"navn: Ola Sandvik, gruppe: kommuner, {FRA}"
LIV = f"navn: Liv Ek, gruppe: sykehus, {FRA}"
GRUPPER = "sammensetning: {seter: 3, grupper: [{id: kommuner, navn: kommunene, antall: 2%s}, {id: sykehus, antall: 1}]}"
TO_AAR = "funksjonstid: {varer: 2 aar%s}"


# --- how many


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("", ["MED401 feil mandat"]),
        (", norm: boer", ["MED401 advarsel mandat"]),
        (", norm: normalt", ["MED401 advarsel mandat"]),
        (", norm: kan", []),
        (", kilde: lov", ["MED401 feil lov"]),
        (", kilde: praksis", ["MED401 advarsel praksis"]),
    ],
)
def test_norm_and_source_say_how_grave_a_vacancy_is(norm: str, expected: list[str]) -> None:
    assert graded(raad(GRUPPER % norm, forum(KARI, LIV))) == expected


@pytest.mark.parametrize(
    ("antall", "medlemmer", "expected"),
    [
        ("2", (KARI, OLA), []),
        ("2", (KARI,), ["Rådet: ett sete er ledig for kommunene"]),
        ("3", (KARI,), ["Rådet: 2 seter er ledige for kommunene"]),
        ("1", (KARI, OLA), ["Rådet: det sitter én for mange for kommunene"]),
        ("1-2", (KARI, OLA), []),
        ("ukjent", (KARI,), []),
        ("ikke_regulert", (KARI, OLA), []),
    ],
)
def test_seats_are_counted_by_group(antall: str, medlemmer: tuple[str, ...], expected: list[str]) -> None:
    regel = f"sammensetning: {{grupper: [{{id: kommuner, navn: kommunene, antall: {antall}}}]}}"
    assert [one.message for one in findings(raad(regel, forum(*medlemmer)))] == expected


@pytest.mark.parametrize(
    ("medlemmer", "expected"),
    [
        (("navn: Kari Moen",), ["Rådet: ett sete er ledig"]),
        (("navn: Kari Moen", "navn: Ola Sandvik"), []),
        (("navn: Kari Moen", "navn: Ola Sandvik", "navn: Liv Ek"), ["Rådet: det sitter én for mange i rådet"]),
        (("navn: Kari Moen", "navn: Ola Sandvik", "navn: Liv Ek, rolle: observatoer"), []),
    ],
)
def test_without_groups_the_total_counts(medlemmer: tuple[str, ...], expected: list[str]) -> None:
    assert [one.message for one in findings(raad("sammensetning: {seter: 2}", forum(*medlemmer)))] == expected


def test_a_member_on_leave_still_holds_the_seat() -> None:
    assert codes(raad(GRUPPER % "", forum(KARI, f"{OLA}, permisjon: [2026-10-01/2026-12-31]", LIV))) == []


def test_members_not_known_are_no_vacancies() -> None:
    assert codes(raad(GRUPPER % "", "navn: Rådet\n")) == []
    assert codes(raad(GRUPPER % "", f"{forum(KARI)}medlemmer_kjent_fra: 2027-01-01\n")) == []


# --- one mistake, one finding


@pytest.mark.parametrize(
    ("medlemmer", "expected"),
    [
        ((KARI, f"navn: Ola Sandvik, {FRA}", LIV), ["MED412"]),
        ((KARI, f"navn: Ola Sandvik, {FRA}"), ["MED401", "MED401", "MED412"]),
        ((KARI, OLA.replace("kommuner", "kommunene"), LIV), ["REF201"]),
        ((KARI, KARI, LIV), ["MED408"]),
        ((KARI, OLA, LIV, LIV), ["MED408"]),
        ((KARI, OLA, f"navn: Ola Sandvik, gruppe: sykehus, {FRA}"), ["MED408"]),
        ((KARI, OLA, LIV, f"navn: Geir Aune, gruppe: sykehus, {FRA}"), ["MED402"]),
    ],
    ids=[
        "no group",
        "no group, two empty",
        "group misspelt",
        "twice",
        "twice in a full group",
        "two groups",
        "one more",
    ],
)
def test_a_row_that_is_wrong_is_not_a_vacancy_as_well(medlemmer: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(codes(raad(GRUPPER % "", forum(*medlemmer)))) == expected


@pytest.mark.parametrize(
    ("krav", "medlemmer", "expected"),
    [
        ("antall: minst 1, egenskap: ikt", (KARI, LIV), ["MED401"]),
        ("antall: minst 2, egenskap: ikt", (KARI, LIV), ["MED401", "MED405"]),
        ("antall: minst 1, egenskap: ikt", (KARI, OLA, LIV), ["MED405"]),
        ("antall: minst 1, egenskap: ikt", (f"{KARI}, egenskaper: [ikt]", OLA, LIV), []),
        ("antall: ingen, egenskap: ikt", (f"{KARI}, egenskaper: [ikt]", OLA, LIV), ["MED405"]),
        ("egenskap: ikt, naar: krise", (KARI, OLA, LIV), []),
        ("antall: minst 1, egenskap: ikt, norm: kan", (KARI, OLA, LIV), []),
    ],
)
def test_what_an_empty_seat_may_bring_is_not_missing(
    krav: str, medlemmer: tuple[str, ...], expected: list[str]
) -> None:
    regel = GRUPPER.replace("seter: 3", f"seter: 3, krav: [{{id: krav, {krav}}}]") % ""
    assert codes(raad(regel, forum(*medlemmer))) == expected


def test_an_empty_group_does_not_break_its_own_requirement_too() -> None:
    regel = "sammensetning: {grupper: [{id: leger, antall: 1, krav: [{id: en, antall: minst 1, egenskap: fastlege}]}]}"
    gone = f"navn: Liv Ek, gruppe: leger, fratraadt: 2026-01-31, {FRA}"
    assert codes(raad(regel, forum(gone))) == ["MED401"]


# --- terms

UTE = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("medlemmer", "expected"),
    [
        ((KARI, OLA, LIV), ["MED406", "MED406", "MED406"]),
        ((f"{KARI}, fratraadt: 2025-12-31", OLA.replace("2024", "2025"), LIV.replace("2024", "2025")), ["MED401"]),
        (
            (
                KARI,
                "navn: Geir Aune, gruppe: kommuner, periode: 2026-01-01",
                OLA.replace("2024", "2025"),
                LIV.replace("2024", "2025"),
            ),
            [],
        ),
        (
            (
                KARI,
                KARI.replace("2024-01-01", "2026-01-01"),
                OLA.replace("2024", "2025"),
                LIV.replace("2024", "2025"),
            ),
            [],
        ),
        (
            (
                f"{KARI}, forlenget: [{{til: 2027-12-31, dato: 2025-12-01}}]",
                OLA.replace("2024", "2025"),
                LIV.replace("2024", "2025"),
            ),
            [],
        ),
        (
            (
                f"{KARI}, forlenget: [{{til: 2027-12-31, dato: 2026-02-01}}]",
                OLA.replace("2024", "2025"),
                LIV.replace("2024", "2025"),
            ),
            ["MED413"],
        ),
    ],
    ids=["all lapsed", "left", "followed", "appointed again", "extended", "extended late"],
)
def test_a_term_that_ran_out(medlemmer: tuple[str, ...], expected: list[str]) -> None:
    assert codes(raad(f"{GRUPPER % ''}\n{TO_AAR % ''}", forum(*medlemmer)), date(2026, 3, 1)) == expected


def test_whoever_was_followed_is_not_the_one_who_stayed() -> None:
    """Two seats, two terms that ran out, and one who came in between: the other seat is the one not handed over."""
    rader = (
        KARI,
        OLA.replace("2024-01-01", "2024-03-01"),
        "navn: Geir Aune, gruppe: kommuner, periode: 2026-01-10",
        LIV.replace("2024", "2025"),
    )
    found = findings(raad(f"{GRUPPER % ''}\n{TO_AAR % ''}", forum(*rader)), date(2026, 3, 5))
    assert [(one.rule.code, one.key[1]) for one in found] == [("MED406", "Ola Sandvik")]


@pytest.mark.parametrize("norm", ["", ", norm: normalt", ", norm: boer", ", norm: kan"])
def test_sitting_past_the_end_is_always_a_mistake(norm: str) -> None:
    regel = f"sammensetning: {{seter: 1}}\nfunksjonstid: {{varer: {{verdi: 2 aar{norm}}}}}"
    assert graded(raad(regel, forum(f"navn: Kari Moen, {FRA}"))) == ["MED406 feil mandat"]


def test_a_term_is_counted_to_its_last_day() -> None:
    files = raad(f"sammensetning: {{seter: 1}}\n{TO_AAR % ''}", forum(f"navn: Kari Moen, {FRA}"))
    assert codes(files, date(2025, 12, 31)) == ["MED420"]
    assert codes(files, date(2026, 1, 1)) == ["MED406"]


def test_a_lapsed_leader_is_not_missing_as_well() -> None:
    regel = f"sammensetning: {{seter: 1, leder: {{sete: %s}}, grupper: [{{id: kommuner, antall: %s}}]}}\n{TO_AAR % ''}"
    egen = raad(regel % ("eget", "1"), forum(f"navn: Kari Moen, rolle: leder, {FRA}", OLA.replace("2024", "2026")))
    egen[MANDAT] = egen[MANDAT].replace("seter: 1", "seter: 2")
    assert codes(egen) == ["MED406"]
    blant = raad(regel % ("blant", "1"), forum(f"{KARI}, rolle: leder"))
    assert codes(blant) == ["MED406"]


def attended(*medlemmer: str, dag: str = "2026-02-10") -> str:
    return hode(f"tid: {dag}\nfremmoete:\n  medlemmer:\n" + "".join(f"    - {rad}\n" for rad in medlemmer))


@pytest.mark.parametrize(
    ("moette", "expected"),
    [
        (("Kari Moen", "Geir Aune"), ["MED406"]),
        (("{navn: Unni Vik, for: Kari Moen}", "Geir Aune"), ["MED406"]),
        (("Geir Aune",), []),
    ],
    ids=["herself", "a substitute", "did not"],
)
def test_whoever_came_after_the_term_is_one_mistake(moette: tuple[str, ...], expected: list[str]) -> None:
    """The seat has gone to another, so it is not vacant; the meeting itself has nothing more to say."""
    ny = "navn: Geir Aune, periode: 2026-01-01"
    files = raad(f"sammensetning: {{seter: 1}}\n{TO_AAR % ''}", forum(f"navn: Kari Moen, {FRA}", ny))
    found = findings(files | {MOETE: attended(*moette)})
    assert [one.rule.code for one in found] == expected
    assert codes(files | {MOETE: attended(*moette)}, date(2026, 2, 10)) == expected
    assert [related.label for one in found for related in one.related if "møtte" in related.label] == [
        "møtte i møtet i Rådet 10. februar 2026" for _ in expected
    ]


@pytest.mark.parametrize(
    ("dag", "expected"),
    [("2025-11-10", []), ("2026-02-10", ["MED406"]), ("2026-06-10", []), ("2026-12-10", [])],
    ids=["within the term", "between two terms", "within the next", "to come"],
)
def test_only_a_day_without_a_term_counts(dag: str, expected: list[str]) -> None:
    """The seat went to another, and later the member had a term of a few months again."""
    rader = (
        f"navn: Kari Moen, {FRA}",
        "navn: Kari Moen, periode: 2026-05-01/2026-08-31",
        "navn: Geir Aune, periode: 2026-01-01",
    )
    files = raad(f"sammensetning: {{seter: 1-2}}\n{TO_AAR % ''}", forum(*rader))
    moette = ["Kari Moen"] if dag == "2025-11-10" else ["Kari Moen", "Geir Aune"]
    assert codes(files | {MOETE: attended(*moette, dag=dag)}) == expected


def test_a_leader_from_the_wrong_side() -> None:
    regel = "sammensetning: {leder: {side: kommunal}, grupper: [{id: g, antall: 1, side: sykehus}]}"
    (finding,) = findings(raad(regel, forum(f"navn: Kari Moen, gruppe: g, rolle: leder, {FRA}")))
    assert finding.rule.code == "MED403"
    assert "kommunal" in finding.message


def test_a_meeting_in_the_gap_of_a_late_extension_is_one_mistake() -> None:
    rad = f"navn: Kari Moen, {FRA}, forlenget: [{{til: 2027-12-31, dato: 2026-03-01}}]"
    files = raad(f"sammensetning: {{seter: 1}}\n{TO_AAR % ''}", forum(rad))
    assert codes(files | {MOETE: attended("Kari Moen")}) == ["MED413"]


@pytest.mark.parametrize(
    ("regel", "periode", "expected"),
    [
        (TO_AAR % "", "2026-01-01/2027-12-31", []),
        (TO_AAR % "", "2026-01-01/2028-01-01", ["MED407 feil mandat"]),
        (TO_AAR % "", "2026-01-01/..", []),
        ("funksjonstid: {varer: {verdi: 2 aar, norm: normalt}}", "2026-01-01/2028-01-01", ["MED407 advarsel mandat"]),
        ("funksjonstid: {varer: {verdi: 2 aar, norm: kan}}", "2026-01-01/2028-01-01", []),
        ("funksjonstid: ikke_regulert", "2026-01-01/2036-01-01", []),
        ("funksjonstid: {varer: ukjent}", "2026-01-01/2036-01-01", []),
    ],
)
def test_a_written_period_is_no_longer_than_the_term(regel: str, periode: str, expected: list[str]) -> None:
    files = raad(f"sammensetning: {{seter: 1}}\n{regel}", forum(f"navn: Kari Moen, periode: {periode}"))
    assert graded(files) == expected


def test_a_groups_own_term_goes_before_the_whole_bodys() -> None:
    regel = "sammensetning: {grupper: [{id: kommuner, antall: 1, funksjonstid: {varer: 4 aar}}]}\n" + TO_AAR % ""
    files = raad(regel, forum("navn: Kari Moen, gruppe: kommuner, periode: 2026-01-01/2030-12-31"))
    (finding,) = findings(files)
    assert finding.rule.code == "MED407"
    assert finding.message == "perioden til Kari Moen er lengre enn 4 år, som er mandatets funksjonstid"
    assert files[MANDAT].splitlines()[finding.related[0].location.line - 1].startswith("sammensetning:")


@pytest.mark.parametrize(
    ("tak", "rader", "expected"),
    [
        ("nei", ("2024-01-01/2025-12-31", "2026-01-01"), ["MED409 feil mandat"]),
        ("hoeyst 2", ("2024-01-01/2025-12-31", "2026-01-01"), []),
        ("hoeyst 2", ("2022-01-01/2023-12-31", "2024-01-01/2025-12-31", "2026-01-01"), ["MED409 feil mandat"]),
        ("hoeyst 2 paa_rad", ("2020-01-01/2021-12-31", "2024-01-01/2025-12-31", "2026-01-01"), []),
        ("{verdi: hoeyst 1, norm: boer}", ("2024-01-01/2025-12-31", "2026-01-01"), ["MED409 advarsel mandat"]),
        ("{verdi: hoeyst 1, norm: kan}", ("2024-01-01/2025-12-31", "2026-01-01"), ["MED409 feil mandat"]),
        ("ja", ("2022-01-01/2023-12-31", "2024-01-01/2025-12-31", "2026-01-01"), ["MAN307 merknad mandat"]),
        ("ubegrenset", ("2022-01-01/2023-12-31", "2024-01-01/2025-12-31", "2026-01-01"), []),
        ("ikke_regulert", ("2022-01-01/2023-12-31", "2024-01-01/2025-12-31", "2026-01-01"), []),
        ("nei", ("2026-01-01, forlenget: [{til: 2028-12-31, dato: 2026-10-01}]",), ["MED409 feil mandat"]),
        ("nei", ("2026-01-01, fratraadt: 2026-05-31", "2026-06-01"), []),
        ("nei", ("2026-01-01, fratraadt: 2026-05-31", "2026-08-01"), ["MED409 feil mandat"]),
    ],
)
def test_terms_are_counted(tak: str, rader: tuple[str, ...], expected: list[str]) -> None:
    regel = f"sammensetning: {{seter: 1}}\nfunksjonstid: {{varer: 2 aar, flere_perioder: {tak}}}"
    assert graded(raad(regel, forum(*(f"navn: Kari Moen, periode: {rad}" for rad in rader)))) == expected


def test_nobody_asks_how_often_a_former_member_sat() -> None:
    regel = "sammensetning: {seter: 1}\nfunksjonstid: {varer: 2 aar, flere_perioder: nei}"
    rader = ["navn: Kari Moen, periode: 2020-01-01/2021-12-31", "navn: Kari Moen, periode: 2022-01-01/2023-12-31"]
    assert codes(raad(regel, forum(*rader, "navn: Ola Sandvik, periode: 2026-01-01"))) == []


@pytest.mark.parametrize(
    ("siste", "dag", "spurt"),
    [
        ("2026-01-01/2027-12-31", date(2027, 12, 31), True),
        ("2026-01-01/2027-12-31", date(2028, 1, 1), False),
        ("2026-01-01/..", date(2028, 1, 1), True),
    ],
)
def test_a_member_is_asked_to_the_last_day(siste: str, dag: date, spurt: bool) -> None:
    regel = "sammensetning: {seter: 1}\nfunksjonstid: {varer: 2 aar, flere_perioder: nei}"
    rader = ("navn: Kari Moen, periode: 2024-01-01/2025-12-31", f"navn: Kari Moen, periode: {siste}")
    assert ("MED409" in codes(raad(regel, forum(*rader)), dag)) is spurt


def test_the_day_of_the_term_too_many_is_told() -> None:
    regel = "sammensetning: {seter: 1}\nfunksjonstid: {varer: 2 aar, flere_perioder: nei}"
    rad = "navn: Kari Moen, periode: 2024-01-01, forlenget: [{til: 2027-12-31, dato: 2025-11-01}]"
    (finding,) = findings(raad(regel, forum(rad)))
    assert finding.message == "Kari Moen sitter i flere perioder enn mandatet tillater (bare én)"
    assert finding.values == ("perioden fra 1. januar 2026 er én for mye",)


# --- who

VIRKSOMHETER = {"virksomheter.yaml": "a: {navn: Aetaten}\nb: {navn: Betaten}\nab: {navn: Begge, bestaar_av: [a, b]}\n"}


@pytest.mark.parametrize(
    ("leder", "medlemmer", "expected"),
    [
        ("ikke_regulert", (f"navn: Kari Moen, {FRA}",), []),
        ("{sete: blant}", (f"navn: Kari Moen, {FRA}",), ["Rådet har ingen leder"]),
        ("{sete: uten}", (f"navn: Kari Moen, {FRA}",), ["Rådet har ingen leder"]),
        ("{sete: uten}", (f"navn: Kari Moen, {FRA}", f"navn: Liv Ek, rolle: leder, {FRA}"), []),
        ("{virksomheter: [ab]}", (f"navn: Kari Moen, virksomhet: b, rolle: leder, {FRA}",), []),
        (
            "{virksomheter: [a]}",
            (f"navn: Kari Moen, virksomhet: b, rolle: leder, {FRA}",),
            ["Kari Moen er leder i Rådet og kommer fra Betaten; det skal være en fra Aetaten"],
        ),
        ("{virksomheter: [a]}", (f"navn: Kari Moen, rolle: leder, {FRA}",), []),
    ],
)
def test_who_leads(leder: str, medlemmer: tuple[str, ...], expected: list[str]) -> None:
    files = raad(f"sammensetning: {{seter: 1, leder: {leder}}}", forum(*medlemmer), andre=VIRKSOMHETER)
    assert [one.message for one in findings(files)] == expected


def test_two_leaders_are_one_mistake() -> None:
    to = (f"navn: Kari Moen, rolle: leder, {FRA}", f"navn: Ola Sandvik, rolle: leder, {FRA}")
    (finding,) = findings(raad("sammensetning: {seter: 2, leder: {sete: blant}}", forum(*to)))
    assert finding.message == "Rådet har mer enn én leder: Kari Moen og Ola Sandvik"
    assert finding.location.line == 4


def test_a_leader_from_the_wrong_group() -> None:
    regel = (GRUPPER % "").replace("seter: 3", "seter: 3, leder: {grupper: [kommuner]}")
    (finding,) = findings(raad(regel, forum(KARI, OLA, f"{LIV}, rolle: leder")))
    assert finding.message == "Liv Ek er leder i Rådet; det skal være en av dem som sitter for kommunene"


@pytest.mark.parametrize(
    ("regel", "av", "expected"),
    [
        ("a", "a", []),
        ("a", "b", ["Kari Moen er oppnevnt av Betaten; det er Aetaten som oppnevner"]),
        ("egen_virksomhet", "b", []),
        ("egen_virksomhet", "a", ["Kari Moen er oppnevnt av Aetaten; det er Betaten som oppnevner"]),
        ("raadet", "a", ["Kari Moen er oppnevnt av Aetaten; det er Rådet som oppnevner"]),
        ("{en_av: [a, b]}", "b", []),
        ("{en_av: [a, ab]}", "b", ["Kari Moen er oppnevnt av Betaten; det er Aetaten eller Begge som oppnevner"]),
        ("{sammen: [a, ab]}", "b", ["Kari Moen er oppnevnt av Betaten; det er Aetaten og Begge som oppnevner"]),
        ("ikke_regulert", "b", []),
    ],
)
def test_who_appoints(regel: str, av: str, expected: list[str]) -> None:
    rad = f"navn: Kari Moen, virksomhet: b, gruppe: g, oppnevnt: {{av: {av}}}, {FRA}"
    for blokk in (
        f"sammensetning: {{grupper: [{{id: g, antall: 1, oppnevnes_av: {regel}}}]}}",
        f"sammensetning: {{oppnevnes_av: {regel}, grupper: [{{id: g, antall: 1}}]}}",
    ):
        found = findings(raad(blokk, forum(rad), andre=VIRKSOMHETER))
        assert [one.message for one in found] == expected
        assert {one.rule.code for one in found} <= {"MED404"}


@pytest.mark.parametrize(
    ("seter_for", "virksomhet", "expected"),
    [("[a]", "a", []), ("[a]", "b", ["MED411"]), ("[ab]", "b", []), ("[a, b]", "b", []), ("[a]", None, [])],
)
def test_a_seat_belongs_to_its_organisation(seter_for: str, virksomhet: str | None, expected: list[str]) -> None:
    rad = f"navn: Kari Moen, gruppe: g, {FRA}" + (f", virksomhet: {virksomhet}" if virksomhet else "")
    regel = f"sammensetning: {{grupper: [{{id: g, antall: 1, virksomheter: {seter_for}}}]}}"
    assert codes(raad(regel, forum(rad), andre=VIRKSOMHETER)) == expected


@pytest.mark.parametrize(
    ("fra", "expected"),
    [
        (("a", "b"), []),
        (("a", "a"), ["Rådet: det skal være 1 fra hver i gruppen g; der sitter 2 fra Aetaten"]),
        (("a",), ["Rådet: ett sete er ledig for g"]),
        (("a", "xx"), ["«xx» er verken en virksomhet eller et forum"]),
    ],
)
def test_one_from_each(fra: tuple[str, ...], expected: list[str]) -> None:
    regel = "sammensetning: {grupper: [{id: g, antall: 2, virksomheter: [ab], per_virksomhet: 1}]}"
    rader = [f"navn: Medlem {nr}, virksomhet: {id_}, gruppe: g, {FRA}" for nr, id_ in enumerate(fra)]
    assert [one.message for one in findings(raad(regel, forum(*rader), andre=VIRKSOMHETER))] == expected


@pytest.mark.parametrize(
    ("medlemmer", "expected"),
    [
        ((f"{KARI}, rolle: nestleder", OLA, LIV), []),
        ((KARI, OLA, LIV), ["Rådet har 0 nestledere, mandatet sier 1"]),
        (
            (KARI, OLA, f"{LIV}, rolle: nestleder"),
            ["Liv Ek er nestleder i Rådet; det skal være en av dem som sitter for kommunene"],
        ),
    ],
)
def test_who_is_deputy(medlemmer: tuple[str, ...], expected: list[str]) -> None:
    regel = (GRUPPER % "").replace("seter: 3", "seter: 3, nestledere: [{id: nest, grupper: [kommuner]}]")
    found = findings(raad(regel, forum(*medlemmer)))
    assert [one.message for one in found] == expected
    assert {one.rule.code for one in found} <= {"MED403"}


def test_the_leaders_own_appointer() -> None:
    regel = """
    sammensetning:
      leder: {sete: eget, oppnevnes_av: a}
      oppnevnes_av: b
      grupper: [{id: g, antall: 1}]
    """
    rad = f"navn: Kari Moen, rolle: leder, oppnevnt: {{av: b}}, {FRA}"
    (finding,) = findings(raad(regel, forum(rad, f"navn: Ola Sandvik, gruppe: g, {FRA}"), andre=VIRKSOMHETER))
    assert finding.message == "Kari Moen er oppnevnt av Betaten; det er Aetaten som oppnevner"


@pytest.mark.parametrize(
    ("seter", "medlemmer", "expected"),
    [
        ("4", (KARI, OLA, LIV), ["Rådet: ett sete er ledig"]),
        ("3", (KARI, LIV), ["Rådet: ett sete er ledig"]),
        ("3", (KARI,), ["Rådet: ett sete er ledig", "Rådet: ett sete er ledig for sykehus"]),
        ("2", (KARI,), ["Rådet: ett sete er ledig for sykehus"]),
        ("2", (KARI, OLA, LIV), ["Rådet: det sitter én for mange i rådet"]),
        ("3", (KARI, OLA, LIV), []),
    ],
)
def test_the_total_is_off_only_by_what_the_groups_do_not_tell(
    seter: str, medlemmer: tuple[str, ...], expected: list[str]
) -> None:
    regel = f"sammensetning: {{seter: {seter}, grupper: [{{id: kommuner, antall: 1-3}}, {{id: sykehus, antall: 1}}]}}"
    assert sorted(one.message for one in findings(raad(regel, forum(*medlemmer)))) == expected


def test_a_group_of_an_older_mandate_is_no_group_now() -> None:
    andre = {
        "mandater/raad/2020-01-01.md": mandat("sammensetning: {grupper: [{id: gamle, antall: 1}]}", fra="2020-01-01")
    }
    rad = f"navn: Geir Aune, gruppe: gamle, {FRA}"
    assert codes(raad(GRUPPER % "", forum(KARI, OLA, LIV, rad), andre=andre)) == ["MED412"]


# --- substitutes


@pytest.mark.parametrize(
    ("regel", "varaer", "expected"),
    [
        ("{ordning: forbudt}", ("navn: Geir Aune, for: Kari Moen",), ["MED410"]),
        ("{ordning: forbudt}", ("navn: Geir Aune, for: kommuner",), ["MED410"]),
        ("{ordning: forbudt}", ("navn: Geir Aune, for: raadet",), ["MED410"]),
        ("{ordning: forbudt}", ("navn: Geir Aune, for: Kari Moen, fratraadt: 2026-01-31",), []),
        ("{ordning: forbudt}", ("navn: Geir Aune, for: Kari Moen, periode: 2024-01-01/2025-12-31",), []),
        ("{antall: ingen}", ("navn: Geir Aune, for: Kari Moen",), ["MED410"]),
        ("{antall: 1, for: medlem, norm: kan}", ("navn: Geir Aune, for: Kari Moen",), []),
        (
            "{antall: 1, for: medlem, norm: kan}",
            ("navn: Geir Aune, for: Kari Moen", "navn: Unni Vik, for: Kari Moen"),
            ["MED410"],
        ),
        ("{antall: 1, for: gruppe}", ("navn: Geir Aune, for: Kari Moen", "navn: Unni Vik, for: Kari Moen"), []),
        ("{antall: ukjent}", ("navn: Geir Aune, for: Kari Moen", "navn: Unni Vik, for: Kari Moen"), []),
        ("ikke_regulert", ("navn: Geir Aune, for: Kari Moen",), []),
        ("ukjent", ("navn: Geir Aune, for: Kari Moen",), []),
    ],
)
def test_substitutes_where_the_mandate_has_them(regel: str, varaer: tuple[str, ...], expected: list[str]) -> None:
    files = raad(f"{GRUPPER % ''}\nstedfortreder: {regel}", forum(KARI, OLA, LIV, varaer=varaer))
    assert codes(files) == expected


def test_a_groups_own_word_on_substitutes_goes_first() -> None:
    regel = (GRUPPER % ", stedfortreder: {antall: ingen}") + "\nstedfortreder: {antall: 1, for: medlem}"
    varaer = ("navn: Geir Aune, for: Kari Moen", "navn: Unni Vik, for: Liv Ek")
    (finding,) = findings(raad(regel, forum(KARI, OLA, LIV, varaer=varaer)))
    assert finding.message == "Geir Aune er ført som stedfortreder for Kari Moen, men mandatet tillater ingen"


@pytest.mark.parametrize(
    ("ogsaa", "expected"), [("ja", ["MED405"]), ("nei", []), ("ikke_regulert", []), ("ukjent", [])]
)
def test_a_requirement_may_bind_the_substitute(ogsaa: str, expected: list[str]) -> None:
    krav = f"krav: [{{id: fastlege, egenskap: fastlege, ogsaa_stedfortreder: {ogsaa}}}]"
    files = raad(
        f"sammensetning: {{grupper: [{{id: leger, antall: 1, {krav}}}]}}",
        forum(f"navn: Liv Ek, gruppe: leger, egenskaper: [fastlege], {FRA}", varaer=("navn: Geir Aune, for: Liv Ek",)),
    )
    assert codes(files) == expected


def test_a_council_without_a_mandate_is_not_judged() -> None:
    assert codes({FORUM: forum(KARI, OLA)}) == []
