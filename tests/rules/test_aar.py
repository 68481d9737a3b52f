"""AAR: what the pages do not reach."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.rules.aar_dager import dagene
from tests.rules.raad import MOETE, findings, graded, hode, mandat, raad, read

FORUM = "navn: Rådet\nsaksnummer: N/AAAA\n"
DAG = date(2026, 11, 23)


def familien(files: dict[str, str], dag: date = DAG) -> list[str]:
    """`AAR… severity source` of all that is found, other families left out."""
    return [rad for rad in graded(files, dag) if rad.startswith("AAR")]


def kodene(files: dict[str, str], dag: date = DAG) -> list[str]:
    """The codes alone."""
    return [rad.split()[0] for rad in familien(files, dag)]


def hjul(aar: int, innhold: str = "publisert: 2020-01-01", forum: str = "[raad]") -> dict[str, str]:
    """One calendar."""
    return {f"aarshjul/{aar}.yaml": f"forum: {forum}\n{innhold}\n"}


def moeter(*tider: str, forum: str = "raad") -> dict[str, str]:
    """One meeting for each time, which more of the head may follow."""
    return {
        f"moeter/{forum}/{tid.strip('[')[:4]}-m{nr}.md": hode(f"tid: {tid}") for nr, tid in enumerate(tider, start=1)
    }


# --- the calendar in time

FRIST = "frister: [{id: aarshjul, frist: %s}]"


@pytest.mark.parametrize(
    ("frist", "publisert", "expected"),
    [
        ("foer aarsskiftet", "2025-12-31", []),
        ("foer aarsskiftet", "2026-01-01", ["AAR701 feil mandat"]),
        ("foer aarsskiftet, norm: normalt", "2026-01-01", ["AAR701 advarsel mandat"]),
        ("foer aarsskiftet, norm: kan", "2026-01-01", []),
        ("foer aarsskiftet, hva: moeteplan", "2026-01-01", ["AAR701 feil mandat"]),
        ("foer aarsskiftet, hva: referat", "2026-01-01", []),
        ("4 uker foer aarsskiftet", "2025-12-04", []),
        ("4 uker foer aarsskiftet", "2025-12-05", ["AAR701 feil mandat"]),
        ("senest 12-01", "2025-12-01", []),
        ("senest 12-01", "2025-12-02", ["AAR701 feil mandat"]),
        ("ukjent", "2026-01-01", []),
    ],
)
def test_the_calendar_is_out_in_time(frist: str, publisert: str, expected: list[str]) -> None:
    assert familien(raad(FRIST % frist, FORUM, andre=hjul(2026, f"publisert: {publisert}"))) == expected


@pytest.mark.parametrize(
    ("dag", "expected"),
    [(date(2025, 12, 31), []), (date(2026, 1, 1), ["AAR701 feil mandat"])],
    ids=["still time", "late"],
)
def test_a_calendar_not_published_is_late_when_the_day_has_passed(dag: date, expected: list[str]) -> None:
    assert familien(raad(FRIST % "foer aarsskiftet", FORUM, andre=hjul(2026, "")), dag) == expected


@pytest.mark.parametrize(
    ("blokk", "publisert", "expected"),
    [
        ("frister: ikke_regulert", "2025-12-02", ["AAR701 advarsel praksis"]),
        ("frister: ikke_regulert", "2025-12-01", []),
        (FRIST % "foer aarsskiftet", "2025-12-02", ["AAR701 advarsel praksis"]),
        (FRIST % "foer aarsskiftet", "2026-01-02", ["AAR701 feil mandat"]),
    ],
)
def test_practice_may_want_it_earlier(blokk: str, publisert: str, expected: list[str]) -> None:
    praksis = f"{FORUM}praksis: {{aarshjul: senest 12-01}}\n"
    assert familien(raad(blokk, praksis, andre=hjul(2026, f"publisert: {publisert}"))) == expected


@pytest.mark.parametrize(
    ("andre", "dag", "expected"),
    [
        (hjul(2025), DAG, ["AAR702 feil mandat"]),
        (hjul(2025), date(2025, 12, 31), []),
        (hjul(2026), DAG, []),
        (hjul(2025) | {"aarshjul/2026.yaml": "forum: [\n"}, DAG, []),
        (hjul(2025, forum="[]"), DAG, []),
        ({}, DAG, []),
    ],
    ids=["missing", "not yet", "next year", "broken", "for nobody", "no calendars here"],
)
def test_next_year_has_a_calendar_too(andre: dict[str, str], dag: date, expected: list[str]) -> None:
    assert familien(raad(FRIST % "foer aarsskiftet", FORUM, andre=andre), dag) == expected


def test_the_year_after_the_last_calendar_is_missing_not_those_between() -> None:
    files = raad(FRIST % "foer aarsskiftet", FORUM, andre=hjul(2024) | hjul(2025))
    assert [(one.rule.code, one.location.path) for one in findings(files) if one.rule.code == "AAR702"] == [
        ("AAR702", "data/aarshjul/2025.yaml")
    ]


def test_a_mandate_of_the_year_itself_does_not_bind_what_was_due_before_it() -> None:
    nytt = mandat(FRIST % "foer aarsskiftet", fra="2026-01-01")
    files = {"forum/raad.yaml": FORUM, "mandater/raad/2026-01-01.md": nytt}
    assert familien(files | hjul(2026, "publisert: 2026-01-05")) == []
    assert familien(files | hjul(2027, "publisert: 2027-01-05")) == ["AAR701 feil mandat"]


def test_without_a_deadline_no_calendar_is_missing() -> None:
    assert kodene(raad(forum=FORUM, andre=hjul(2025))) == []


# --- how often

TO = ("2026-03-04", "2026-09-02")


@pytest.mark.parametrize(
    ("hyppighet", "dager", "expected"),
    [
        ("2 per aar", TO, []),
        ("2 per aar", TO[:1], ["AAR703 feil mandat"]),
        ("{verdi: 2 per aar, norm: normalt}", TO[:1], ["AAR703 advarsel mandat"]),
        ("{verdi: 2 per aar, norm: kan}", TO[:1], []),
        ("1 per aar", TO, ["AAR704 feil mandat"]),
        ("minst 1 per aar", TO, []),
        ("hoeyst 1 per aar", TO, ["AAR704 feil mandat"]),
        ("1 per halvaar", TO, []),
        ("1 per halvaar", ("2026-03-04", "2026-04-15"), ["AAR703 feil mandat", "AAR704 feil mandat"]),
        ("etter_behov", (), []),
        ("ikke_regulert", (), []),
        ("ukjent", (), []),
        (
            "[{id: minst, verdi: minst 1 per aar}, {id: vanlig, verdi: 3 per aar, norm: normalt}]",
            TO,
            ["AAR703 advarsel mandat"],
        ),
        ("2 per aar", (*TO, "2026-10-07\ntype: ekstraordinaert"), []),
        ("2 per aar", (*TO, "2026-10-07\ntype: skriftlig"), []),
        ("2 per aar", (*TO, "2026-10-07/2026-10-14"), []),
        ("2 per aar", (*TO, "2026-10-07\navlyst: 2026-10-01"), []),
        ("2 per aar", (TO[0], "2026-10-07\navlyst: 2026-10-01"), ["AAR703 feil mandat"]),
    ],
)
def test_as_many_meetings_as_the_mandate_says(hyppighet: str, dager: tuple[str, ...], expected: list[str]) -> None:
    blokk = f"moeter: {{hyppighet: {hyppighet}}}"
    assert sorted(familien(raad(blokk, FORUM, andre=hjul(2026) | moeter(*dager)))) == expected


@pytest.mark.parametrize(
    ("aarshjul", "dag", "expected"),
    [
        (hjul(2026), DAG, ["AAR703"]),
        (hjul(2026, forum="[]"), DAG, []),
        (hjul(2027, ""), DAG, []),
        (hjul(2027), DAG, ["AAR703"]),
        (hjul(2027, ""), date(2027, 1, 1), ["AAR703"]),
        ({}, DAG, []),
    ],
    ids=["known", "not this forum", "a draft", "published", "begun", "no calendar"],
)
def test_only_years_the_tree_knows_are_counted(aarshjul: dict[str, str], dag: date, expected: list[str]) -> None:
    assert kodene(raad("moeter: {hyppighet: 2 per aar}", FORUM, andre=aarshjul), dag) == expected


def test_a_meeting_that_can_not_be_read_may_be_the_missing_one() -> None:
    files = raad("moeter: {hyppighet: 1 per aar}", FORUM, andre=hjul(2026) | {MOETE: "---\ntid: [\n---\n"})
    assert kodene(files) == []


def test_a_year_with_two_mandates_is_left_to_a_person() -> None:
    ny = {"mandater/raad/2026-06-01.md": mandat("moeter: {hyppighet: 9 per aar}", fra="2026-06-01")}
    assert kodene(raad("moeter: {hyppighet: 2 per aar}", FORUM, andre=hjul(2026) | ny)) == []


@pytest.mark.parametrize(
    ("fordeling", "dager", "expected"),
    [
        ("1 per halvaar", TO, []),
        ("1 per kvartal", TO, ["AAR703"]),
        ("jevnt over året", TO, []),
    ],
)
def test_how_they_are_spread_is_counted_where_it_can_be(
    fordeling: str, dager: tuple[str, ...], expected: list[str]
) -> None:
    blokk = f"moeter: {{hyppighet: 2 per aar, fordeling: {fordeling}}}"
    assert kodene(raad(blokk, FORUM, andre=hjul(2026) | moeter(*dager))) == expected


def test_months_left_out_need_no_meeting() -> None:
    dager = tuple(f"2026-{maaned:02}-1{4 if maaned == 2 else 0}" for maaned in range(1, 13) if maaned != 7)
    regel = "moeter: {hyppighet: [{id: m, verdi: 1 per maaned%s}]}"
    andre = hjul(2026) | moeter(*dager)
    sent = date(2026, 12, 31)
    assert kodene(raad(regel % ", unntatt: [juli]", FORUM, andre=andre), sent) == []
    (finding,) = [one for one in findings(raad(regel % "", FORUM, andre=andre), sent) if one.rule.code == "AAR703"]
    assert finding.values == ("2026-07-01/2026-07-31",)
    assert finding.message == "Rådet har 11 ordinære møter i 2026; mandatet sier 1 per måned"


# --- standing items

FASTE = FORUM + "faste_saker: {veikart: {tittel: Veikart, naar: %s}}\n"
KALT = "2026-12-02\ninnkalt: 2026-11-12\n"


@pytest.mark.parametrize(
    ("moete", "expected"),
    [
        (f"{KALT}saksliste: [{{tittel: Nytt}}]", ["AAR705 advarsel praksis"]),
        (f"{KALT}saksliste: [{{fast: veikart}}]", []),
        (KALT, []),
        ("2026-12-02\nsaksliste: [{tittel: Nytt}]", []),
        (f"{KALT}type: ekstraordinaert\nsaksliste: [{{tittel: Nytt}}]", []),
        (f"{KALT}type: skriftlig\nsaksliste: [{{tittel: Nytt}}]", []),
        (f"{KALT}avlyst: 2026-11-20\nsaksliste: [{{tittel: Nytt}}]", []),
    ],
    ids=["missing", "there", "no agenda", "not called", "extra", "written", "cancelled"],
)
def test_what_comes_every_time_is_on_every_agenda(moete: str, expected: list[str]) -> None:
    assert familien(raad(forum=FASTE % "hvert_moete", andre=moeter(moete))) == expected


PAA = "%s\nsaksliste: [{sak: 1/2026, fast: veikart}]"


@pytest.mark.parametrize(
    ("naar", "dager", "expected"),
    [
        ("aarlig", (PAA % "2026-03-04",), []),
        ("aarlig", ("2026-03-04",), ["AAR705"]),
        ("aarlig", (), []),
        ("hvert_halvaar", (PAA % "2026-03-04", PAA % "2026-09-02"), []),
        ("hvert_halvaar", (PAA % "2026-03-04", "2026-09-02"), ["AAR705"]),
        ("hvert_halvaar", (PAA % "2026-03-04",), []),
        ("hvert_halvaar", (PAA % "2026-09-02",), ["AAR705"]),
        ("kvartal_1", (PAA % "2026-03-31",), []),
        ("kvartal_1", (PAA % "2026-04-08",), ["AAR705"]),
        ("kvartal_2", (PAA % "2026-04-01",), []),
        ("kvartal_2", (PAA % "2026-06-30",), []),
        ("kvartal_2", (PAA % "2026-07-01",), ["AAR705"]),
        ("kvartal_3", (PAA % "2026-09-30",), []),
        ("kvartal_3", (PAA % "2026-10-01",), ["AAR705"]),
        ("kvartal_1", (PAA % "2026-04-01",), ["AAR705"]),
        ("kvartal_4", (PAA % "2026-10-01",), []),
        ("kvartal_4", (PAA % "2026-12-31\navlyst: 2026-11-01",), []),
        ("kvartal_4", (), []),
    ],
)
def test_what_comes_in_a_season_is_planned_there(naar: str, dager: tuple[str, ...], expected: list[str]) -> None:
    assert kodene(raad(forum=FASTE % naar, andre=hjul(2026) | moeter(*dager))) == expected


@pytest.mark.parametrize("aarshjul", [{}, hjul(2027, ""), hjul(2026, forum="[]")], ids=["none", "draft", "not ours"])
def test_seasons_are_those_of_a_year_the_tree_knows(aarshjul: dict[str, str]) -> None:
    assert kodene(raad(forum=FASTE % "aarlig", andre=aarshjul | moeter("2026-03-04"))) == []


# --- days


@pytest.mark.parametrize(
    ("tid", "expected"),
    [
        ("2027-05-17", ["AAR708 advarsel praksis"]),
        ("2027-05-15", ["AAR708 advarsel praksis"]),
        ("2027-05-16", ["AAR708 advarsel praksis"]),
        ("2027-05-18", []),
        ("[2027-05-14, 2027-05-15]", ["AAR708 advarsel praksis"]),
        ("2027-05-17\navlyst: 2026-11-01", []),
        ("2027-05-17\ntype: skriftlig", []),
        ("2026-05-17", []),
    ],
    ids=["holiday", "saturday", "sunday", "tuesday", "second day", "cancelled", "written", "past"],
)
def test_people_work_on_the_day(tid: str, expected: list[str]) -> None:
    assert familien(raad(forum=FORUM, andre=moeter(tid))) == expected


STENGT = "hendelser: [{tittel: Ferie, slag: %s, dato: %s}]"


@pytest.mark.parametrize(
    ("slag", "dato", "tid", "expected"),
    [
        ("stengt", "2027-07-01/2027-07-31", "2027-07-01", ["AAR709 advarsel praksis"]),
        ("stengt", "2027-07-01/2027-07-31", "[2027-06-30, 2027-07-01]", ["AAR709 advarsel praksis"]),
        ("stengt", "2027-07-01/2027-07-31", "2027-08-02", []),
        ("stengt", "2027-07", "2027-07-30", ["AAR709 advarsel praksis"]),
        ("stengt", "2027-07", "2027-08-02", []),
        ("stengt", "2027", "2027-12-30", ["AAR709 advarsel praksis"]),
        ("stengt", "2027-12", "2027-12-30", ["AAR709 advarsel praksis"]),
        ("stengt", "2027-07-01", "2027-07-01", ["AAR709 advarsel praksis"]),
        ("stengt", "2027-07-01", "2027-07-02", []),
        ("stengt, hvem: raad", "2027-07-01", "2027-07-01", ["AAR709 advarsel praksis"]),
        ("stengt, hvem: etaten", "2027-07-01", "2027-07-01", []),
        ("anker", "2027-07-01", "2027-07-01", []),
        ("stengt", "2027-07-01", "2027-07-01\navlyst: 2026-11-01", []),
    ],
)
def test_closed_times_are_kept(slag: str, dato: str, tid: str, expected: list[str]) -> None:
    assert familien(raad(forum=FORUM, andre=hjul(2027, STENGT % (slag, dato)) | moeter(tid))) == expected


@pytest.mark.parametrize(
    ("dato", "dager"),
    [
        ("2027-07-01", "2027-07-01/2027-07-01"),
        ("2027-02", "2027-02-01/2027-02-28"),
        ("2028-02", "2028-02-01/2028-02-29"),
        ("2027-12", "2027-12-01/2027-12-31"),
        ("2027", "2027-01-01/2027-12-31"),
        ("2027-07-01/2027-08-15", "2027-07-01/2027-08-15"),
    ],
)
def test_an_event_is_on_any_of_its_days(dato: str, dager: str) -> None:
    data = read(hjul(2027, STENGT % ("stengt", dato))).dataset
    assert str(dagene(data.aarshjul["aarshjul-2027"].hendelser[0])) == dager


def test_the_closed_time_is_shown_in_the_calendar() -> None:
    rader = ("{tittel: Brev, slag: anker, dato: 2027-01}", "{tittel: Ferie, slag: stengt, dato: 2027-07-01}")
    innhold = "\n  - ".join(("hendelser:", *rader))
    (finding,) = findings(raad(forum=FORUM, andre=hjul(2027, innhold) | moeter("2027-07-01")))
    assert [(one.location.path, one.location.line) for one in finding.related] == [("data/aarshjul/2027.yaml", 4)]


def test_closed_times_are_those_of_the_councils_named() -> None:
    files = raad(forum=FORUM, andre=hjul(2027, STENGT % ("stengt", "2027-07-01"), forum="[]") | moeter("2027-07-01"))
    assert kodene(files) == []


INNKALLING = "frister: [{id: innkalling, frist: 2 uker foer moetet}]"


@pytest.mark.parametrize(
    ("tid", "expected"),
    [
        ("2027-01-15", ["AAR707 merknad praksis"]),
        ("2027-01-15\ninnkalt: 2026-11-20", []),
        ("2027-01-20", []),
        ("2027-01-15\nfrist_avvik: [{frist: innkalling, dato: 2027-01-04}]", []),
    ],
    ids=["new year's day", "done", "a wednesday", "moved"],
)
def test_deadlines_are_on_days_when_people_work(tid: str, expected: list[str]) -> None:
    assert familien(raad(INNKALLING, FORUM, andre=moeter(tid))) == expected


def test_a_deadline_that_has_passed_is_no_longer_a_plan() -> None:
    assert kodene(raad(INNKALLING, FORUM, andre=moeter("2027-01-15")), date(2027, 1, 1)) == []


KJEDE = "frister: [{id: innmelding, frist: %s}, {id: innkalling, frist: %s}, {id: saksdokumenter, frist: %s}]"


@pytest.mark.parametrize(
    ("kjede", "tid", "expected"),
    [
        (("5 uker", "3 uker", "2 uker"), "2027-03-10", []),
        (("3 uker", "3 uker", "3 uker"), "2027-03-10", []),
        (("2 uker", "3 uker", "1 uke"), "2027-03-10", ["AAR706 advarsel praksis"]),
        (("5 uker", "2 uker", "3 uker"), "2027-03-10", ["AAR706 advarsel praksis"]),
        (("1 uke", "2 uker", "3 uker"), "2027-03-10", ["AAR706 advarsel praksis"] * 2),
        (("5 uker", "2 uker", "10 virkedager"), "2027-03-10", []),
        (("5 uker", "2 uker", "10 virkedager"), "2027-04-07", ["AAR706 advarsel praksis"]),
        (("2 uker", "3 uker", "1 uke"), "2027-03-10\ninnkalt: 2026-11-20", []),
        (("2 uker", "3 uker", "1 uke"), "2026-12-09", []),
        (("2 uker", "3 uker", "1 uke"), "2027-03-10\navlyst: 2026-11-20", []),
    ],
    ids=["in order", "same day", "first", "second", "both", "an ordinary week", "easter", "done", "past", "cancelled"],
)
def test_deadlines_come_in_order(kjede: tuple[str, str, str], tid: str, expected: list[str]) -> None:
    blokk = KJEDE % tuple(f"{frist} foer moetet" for frist in kjede)
    assert [rad for rad in familien(raad(blokk, FORUM, andre=moeter(tid))) if "AAR707" not in rad] == expected


PAPIRER = "frister: [{id: saksdokumenter, frist: 2 uker foer moetet}]"


@pytest.mark.parametrize(
    ("dager", "expected"),
    [
        (("2027-03-03", "2027-03-10"), ["AAR714 advarsel praksis"]),
        (("2027-02-24", "2027-03-10"), ["AAR714 advarsel praksis"]),
        (("2027-02-23", "2027-03-10"), []),
        (("[2027-02-23, 2027-02-24]", "2027-03-10"), ["AAR714 advarsel praksis"]),
        (("2027-03-03\ntype: ekstraordinaert", "2027-03-10"), []),
        (("2027-03-03", "2027-03-10\npapirer_ute: 2026-11-20"), []),
    ],
)
def test_there_is_time_for_papers_between_two_meetings(dager: tuple[str, ...], expected: list[str]) -> None:
    assert familien(raad(PAPIRER, FORUM, andre=moeter(*dager))) == expected
    assert familien(raad(forum=FORUM, andre=moeter(*dager))) == []


# --- one before another

UTVALG = {"forum/utvalg.yaml": "navn: Utvalget\n"}


@pytest.mark.parametrize(
    ("utvalget", "raadet", "forum", "expected"),
    [
        ("2027-02-24", "2027-03-10", "[utvalg, raad]", ["AAR710 advarsel praksis"]),
        ("2027-02-23", "2027-03-10", "[utvalg, raad]", []),
        ("2027-03-09", "2027-03-10", "[utvalg, raad]", ["AAR710 advarsel praksis"]),
        ("2027-03-11", "2027-03-10", "[utvalg, raad]", []),
        ("2027-03-09", "2027-03-10", "[raad, utvalg]", []),
        ("2027-03-09", "2027-03-10", "[raad]", []),
        ("2027-03-09\ntype: ekstraordinaert", "2027-03-10", "[utvalg, raad]", []),
        ("2027-03-09", "2027-03-10\navlyst: 2026-11-20", "[utvalg, raad]", []),
    ],
)
def test_what_a_committee_says_reaches_the_council(utvalget: str, raadet: str, forum: str, expected: list[str]) -> None:
    andre = UTVALG | hjul(2027, "", forum) | moeter(raadet) | moeter(utvalget, forum="utvalg")
    assert familien(raad(PAPIRER, FORUM, andre=andre)) == expected
    assert familien(raad(forum=FORUM, andre=andre)) == []


def test_a_calendar_is_about_its_own_year() -> None:
    andre = UTVALG | hjul(2028, "", "[utvalg, raad]") | moeter("2027-03-10") | moeter("2027-03-09", forum="utvalg")
    assert kodene(raad(PAPIRER, FORUM, andre=andre)) == []


FORMOETE = "hendelser: [{tittel: K-NEHS, slag: formoete, dato: %s, foer: [raad-2027-m1]%s}]"


@pytest.mark.parametrize(
    ("dato", "trenger", "moete", "expected"),
    [
        ("2027-03-09", "", "2027-03-10", []),
        ("2027-03-10", "", "2027-03-10", ["AAR711 feil format"]),
        ("2027-03-11", "", "2027-03-10", ["AAR711 feil format"]),
        ("2027-03", "", "2027-03-10", []),
        ("2027-04", "", "2027-03-10", ["AAR711 feil format"]),
        ("2028", "", "2027-03-10", ["AAR711 feil format"]),
        ("2027-01-13/2027-06-15, hver: 2 uker", "", "2027-03-10", []),
        ("2027-03-11", "", "2027-03-10\navlyst: 2026-11-20", []),
        ("2027-02-25", "ja", "2027-03-10", []),
        ("2027-02-24", "ja", "2027-03-10", ["AAR712 advarsel praksis"]),
        ("2027-02-24", "nei", "2027-03-10", []),
        ("2027-03-10", "ja", "2027-03-10", ["AAR711 feil format"]),
        ("2027-02-24", "ja", "2027-03-10\npapirer_ute: 2027-02-23", []),
        ("2027-03-02", "ja", "2027-03-10\npapirer_ute: 2027-03-02", ["AAR712 advarsel praksis"]),
    ],
)
def test_preparatory_meetings_come_before_and_have_papers(
    dato: str, trenger: str, moete: str, expected: list[str]
) -> None:
    innhold = FORMOETE % (dato, f", trenger_papirer: {trenger}" if trenger else "")
    files = raad(PAPIRER, FORUM, andre=hjul(2027, innhold) | moeter(moete))
    assert [rad for rad in familien(files) if rad[:6] in ("AAR711", "AAR712")] == expected


def test_each_preparatory_meeting_is_asked_for_its_papers() -> None:
    linje = "{tittel: %s, slag: formoete, dato: 2027-02-24, foer: [raad-2027-m1], trenger_papirer: %s}"
    innhold = f"hendelser: [{linje % ('En', 'nei')}, {linje % ('To', 'ja')}]"
    files = raad(PAPIRER, FORUM, andre=hjul(2027, innhold) | moeter("2027-03-10"))
    assert [one.key[1] for one in findings(files) if one.rule.code == "AAR712"] == ["To"]


def test_nobody_knows_when_papers_come_without_a_deadline() -> None:
    innhold = FORMOETE % ("2027-01-04", ", trenger_papirer: ja")
    assert kodene(raad(forum=FORUM, andre=hjul(2027, innhold) | moeter("2027-03-10"))) == []


MEDLEMMER = "medlemmer_kjent_fra: 2024-01-01\nmedlemmer: [{navn: %s, periode: 2024-01-01/2027-12-31}]\n"
SAMME = "2027-03-10"


@pytest.mark.parametrize(
    ("raadet", "utvalget", "dager", "expected"),
    [
        ("", "", (SAMME, SAMME), []),
        (MEDLEMMER % "Liv Ek", MEDLEMMER % "Liv Ek", (SAMME, SAMME), ["AAR713 advarsel praksis"]),
        (MEDLEMMER % "Liv Ek", MEDLEMMER % "Liv Rud", (SAMME, SAMME), ["AAR713 advarsel praksis"]),
        (MEDLEMMER % "Liv Ek", MEDLEMMER % "Kari Moen", (SAMME, SAMME), []),
        (MEDLEMMER % "Liv Ek", MEDLEMMER % "Liv Ek", (SAMME, "2027-03-11"), []),
        (MEDLEMMER % "Liv Ek", MEDLEMMER % "Liv Ek", ("[2027-03-09, 2027-03-10]", SAMME), ["AAR713 advarsel praksis"]),
        (MEDLEMMER % "Liv Ek", MEDLEMMER % "Liv Ek", (SAMME, f"{SAMME}\navlyst: 2026-11-01"), []),
        (MEDLEMMER % "Liv Ek", (MEDLEMMER % "Liv Ek").replace("2027-12", "2026-12"), (SAMME, SAMME), []),
        ("sekretariat: etaten\n", "sekretariat: etaten\n", (SAMME, SAMME), ["AAR713 advarsel praksis"]),
        ("sekretariat: etaten\n", "sekretariat: byen\n", (SAMME, SAMME), []),
        ("sekretariat: etaten\n", "", (SAMME, SAMME), []),
    ],
)
def test_nobody_is_in_two_places(raadet: str, utvalget: str, dager: tuple[str, str], expected: list[str]) -> None:
    andre = {
        "forum/utvalg.yaml": f"navn: Utvalget\n{utvalget}",
        "personer.yaml": "- {navn: Liv Ek, tidligere: Liv Rud, byttet: 2026-06-01}\n",
        **moeter(dager[0]),
        **moeter(dager[1], forum="utvalg"),
    }
    assert familien(raad(forum=FORUM + raadet, andre=andre)) == expected


def test_two_meetings_of_one_council_do_not_collide() -> None:
    forum = FORUM + MEDLEMMER % "Liv Ek"
    assert kodene(raad(forum=forum, andre=moeter(SAMME, f"{SAMME}\ntype: ekstraordinaert"))) == []


def test_those_who_would_be_in_two_places_are_named() -> None:
    andre = {
        "forum/utvalg.yaml": f"navn: Utvalget\nsekretariat: raad\n{MEDLEMMER % 'Liv Ek'}",
        **moeter(SAMME),
        **moeter(SAMME, forum="utvalg"),
    }
    funn = findings(raad(forum=f"{FORUM}sekretariat: raad\n", andre=andre))
    (finding,) = [one for one in funn if one.rule.code == "AAR713"]
    assert finding.message.endswith("; sekretariatet i Rådet skal være begge steder")
