"""MOT: what is done at and after meetings, beyond what the pages reach."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.raad import codes, findings, graded, hode, raad

EN = "navn: Rådet\nmedlemmer_kjent_fra: 2024-01-01\nmedlemmer: [{navn: Kari Moen, periode: 2024-01-01/..}]\n"
VARA = EN + "stedfortredere: [{navn: Ola Sandvik, for: Kari Moen, periode: 2024-01-01}]\n"


def moeter(*rader: str) -> dict[str, str]:
    return {f"moeter/raad/2026-m{nr}.md": hode(linje) for nr, linje in enumerate(rader, start=1)}


def vara(*dager: str, selv: tuple[str, ...] = ()) -> dict[str, str]:
    alle = sorted((*dager, *selv))
    hvem = dict.fromkeys(dager, "{navn: Ola Sandvik, for: Kari Moen}") | dict.fromkeys(selv, "Kari Moen")
    return moeter(*(f"tid: {dag}\nfremmoete: {{medlemmer: [{hvem[dag]}]}}" for dag in alle))


# --- substitutes


@pytest.mark.parametrize(
    ("bruk", "dager", "expected"),
    [
        ("hoeyst 1 per aar", ("2026-03-12",), []),
        ("hoeyst 1 per aar", ("2025-03-12", "2026-03-12"), []),
        ("hoeyst 1 per aar", ("2025-03-13", "2026-03-12"), ["MOT511 feil mandat"]),
        ("{verdi: hoeyst 1 per aar, norm: boer}", ("2026-03-12", "2026-06-11"), ["MOT511 advarsel mandat"]),
        ("{verdi: hoeyst 1 per aar, norm: kan}", ("2026-03-12", "2026-06-11"), ["MOT511 feil mandat"]),
        ("hoeyst 1 per aar", ("2026-03-12", "2026-04-09", "2026-05-07"), ["MOT511 feil mandat"] * 2),
        ("hoeyst 1 per halvaar", ("2026-03-12", "2026-10-01"), []),
        ("hoeyst 1 per uke", ("2026-03-12", "2026-03-13"), []),
        ("minst 1 per aar", ("2026-03-12", "2026-03-13"), []),
        ("begrenses", ("2026-03-12", "2026-04-09", "2026-05-07"), []),
        ("etter_behov", ("2026-03-12", "2026-04-09"), []),
        ("ikke_regulert", ("2026-03-12", "2026-04-09"), []),
    ],
)
def test_the_mandate_says_how_often_a_substitute_may_come(
    bruk: str, dager: tuple[str, ...], expected: list[str]
) -> None:
    files = raad(f"stedfortreder: {{ordning: personlig, bruk: {bruk}}}", VARA, andre=vara(*dager))
    assert graded(files) == expected


def test_a_group_has_its_own_limit() -> None:
    regel = "{stedfortreder: {ordning: personlig, bruk: hoeyst 1 per aar}, id: a, antall: 1}"
    forum = VARA.replace("navn: Kari Moen,", "navn: Kari Moen, gruppe: a,")
    files = raad(f"sammensetning: {{grupper: [{regel}]}}", forum, andre=vara("2026-03-12", "2026-06-11"))
    (finding,) = findings(files)
    assert finding.message == (
        "Kari Moen møtte med stedfortreder for 2. gang 11. juni 2026; mandatet sier høyst 1 per år"
    )


@pytest.mark.parametrize(
    ("praksis", "dager", "selv", "expected"),
    [
        ("stedfortreder: hoeyst 1 per aar", ("2026-03-12", "2026-06-11"), (), 1),
        ("stedfortreder: hoeyst 2 per aar", ("2026-03-12", "2026-06-11"), (), 0),
        ("stedfortreder_paa_rad: 1", ("2026-03-12", "2026-06-11"), (), 1),
        ("stedfortreder_paa_rad: 1", ("2026-03-12", "2026-06-11"), ("2026-04-09",), 0),
        ("stedfortreder_paa_rad: 2", ("2026-03-12", "2026-06-11"), (), 0),
        ("{stedfortreder_paa_rad: 1, stedfortreder: hoeyst 1 per aar}", ("2026-03-12", "2026-06-11"), (), 1),
    ],
)
def test_the_secretariat_may_want_less(
    praksis: str, dager: tuple[str, ...], selv: tuple[str, ...], expected: int
) -> None:
    blokk = praksis if praksis.startswith("{") else f"{{{praksis}}}"
    files = raad(forum=f"{VARA}praksis: {blokk}\n", andre=vara(*dager, selv=selv))
    assert graded(files) == ["MOT511 advarsel praksis"] * expected


def test_the_mandates_limit_speaks_before_the_secretariats() -> None:
    regel = "stedfortreder: {ordning: personlig, bruk: hoeyst 1 per aar}"
    files = raad(regel, f"{VARA}praksis: {{stedfortreder: hoeyst 1 per aar}}\n", andre=vara("2026-03-12", "2026-06-11"))
    assert graded(files) == ["MOT511 feil mandat"]


def test_a_meeting_the_member_came_to_in_part_is_no_absence() -> None:
    linjer = "{navn: Kari Moen, tom_sak: 1/2026}, {navn: Ola Sandvik, for: Kari Moen, fom_sak: 2/2026}"
    delt = f"tid: 2026-06-11\nfremmoete: {{medlemmer: [{linjer}]}}"
    files = raad(
        forum=f"{VARA}praksis: {{stedfortreder_paa_rad: 1}}\n",
        andre=vara("2026-03-12") | {"moeter/raad/2026-m2.md": hode(delt)},
    )
    assert codes(files) == []


def test_a_member_nobody_mentioned_is_unknown_not_away() -> None:
    to = VARA.replace("]\nsted", ", {navn: Liv Ek, periode: 2024-01-01/..}]\nsted")
    files = raad(
        forum=f"{to}praksis: {{stedfortreder_paa_rad: 0}}\n",
        andre=moeter("tid: 2026-03-12\nfremmoete: {medlemmer: [Liv Ek]}"),
    )
    assert codes(files) == ["MOT503"]


# --- minutes


@pytest.mark.parametrize(
    ("regel", "praksis", "referat", "dag", "expected"),
    [
        ("[{id: referat, frist: 10 dager etter moetet}]", "", "{utkast_sendt: 2026-03-22}", 30, []),
        ("[{id: referat, frist: 10 dager etter moetet}]", "", "{utkast_sendt: 2026-03-23}", 30, ["MOT512 feil mandat"]),
        ("[{id: referat, frist: 10 dager etter moetet}]", "", "{publisert: 2026-03-22}", 30, []),
        ("[{id: referat, norm: boer, frist: 10 dager etter moetet}]", "", "{}", 23, ["MOT512 advarsel mandat"]),
        ("[{id: referat, norm: kan, frist: 10 dager etter moetet}]", "", "{}", 30, []),
        ("[{id: referat, frist: 10 dager etter moetet}]", "", "{}", 22, []),
        ("ikke_regulert", "10 dager etter moetet", "{}", 23, ["MOT512 advarsel praksis"]),
        ("ikke_regulert", "", "{}", 30, []),
        ("[{id: referat, frist: straks etter moetet}]", "", "{utkast_sendt: 2026-03-12}", 30, []),
        ("[{id: referat, frist: straks etter moetet}]", "", "{utkast_sendt: 2026-03-13}", 30, ["MOT512 feil mandat"]),
    ],
)
def test_minutes_come_in_time(regel: str, praksis: str, referat: str, dag: int, expected: list[str]) -> None:
    forum = f"{EN}praksis: {{referat: {praksis}}}\n" if praksis else EN
    head = f"tid: 2026-03-12\nfremmoete: {{medlemmer: [Kari Moen]}}\nreferat: {referat}"
    assert graded(raad(f"frister: {regel}", forum, andre=moeter(head)), date(2026, 3, dag)) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("tid: [2026-03-12, 2026-03-13]\nfremmoete: {medlemmer: [Kari Moen]}\nreferat: {utkast_sendt: 2026-03-14}", []),
        ("tid: 2026-03-12\nfremmoete: ikke_oppgitt", []),
        ("tid: 2026-03-12/2026-03-13\nfremmoete: {medlemmer: [Kari Moen]}", []),
        ("tid: 2026-03-12\nfremmoete: {medlemmer: [Kari Moen]}\nfrist_avvik: [{frist: referat, dato: 2026-12-01}]", []),
        ("tid: 2026-03-12\nfremmoete: {medlemmer: [Kari Moen]}", ["MOT512"]),
    ],
)
def test_when_there_are_minutes_to_wait_for(head: str, expected: list[str]) -> None:
    assert (
        codes(
            raad(
                "frister: [{id: referat, frist: 1 dag etter moetet}]".replace("1 dag ", "1 dager "),
                EN,
                andre=moeter(head),
            )
        )
        == expected
    )


FAST = EN + "faste_saker: {referat: {tittel: Referat}}\n"
MED = "fremmoete: {medlemmer: [Kari Moen]}"
FOER = f"tid: 2026-03-12\n{MED}"


@pytest.mark.parametrize(
    ("protokoll", "forum", "andre", "expected"),
    [
        ("{godkjennes: neste_moete}", EN, "saksliste: [{tittel: Plan}]", ["MOT513 feil mandat"]),
        (
            "{godkjennes: {verdi: skriftlig, norm: normalt}}",
            EN,
            "saksliste: [{tittel: Plan}]",
            ["MOT513 advarsel mandat"],
        ),
        ("{godkjennes: {verdi: skriftlig, norm: kan}}", EN, "saksliste: [{tittel: Plan}]", ["MOT513 merknad mandat"]),
        ("ikke_regulert", FAST, "saksliste: [{tittel: Plan}]", ["MOT513 advarsel praksis"]),
        ("ikke_regulert", EN, "saksliste: [{tittel: Plan}]", []),
        ("{godkjennes: ukjent}", EN, "saksliste: [{tittel: Plan}]", []),
        ("ikke_regulert", FAST, "saksliste: []", []),
        ("ikke_regulert", FAST, "type: ekstraordinaert\nsaksliste: [{tittel: Plan}]", []),
        ("ikke_regulert", FAST, "saksliste: [{fast: referat}]", []),
        ("ikke_regulert", FAST, "saksliste: [{fast: referat, gjelder: raad-2026-m1}]", []),
        ("ikke_regulert", FAST, "saksliste: [{fast: referat, gjelder: raad-2026-m1, utfall: utsatt}]", []),
        ("ikke_regulert", FAST, "saksliste: [{fast: referat, gjelder: 2026-03-12}]", []),
        ("ikke_regulert", FAST, "saksliste: [{fast: referat, gjelder: 2026-05-12}]", []),
        ("ikke_regulert", FAST, "saksliste: [{fast: referat, gjelder: 2025-12-03}]", ["MOT513 advarsel praksis"]),
    ],
)
def test_minutes_are_approved_by_the_next_meeting(protokoll: str, forum: str, andre: str, expected: list[str]) -> None:
    files = raad(
        f"protokoll: {protokoll}",
        forum,
        andre=moeter(FOER, f"tid: 2026-06-11\n{MED}\n{andre}\nreferat: {{godkjent: 2026-06-20}}"),
    )
    assert graded(files) == expected


def test_minutes_may_be_approved_before_the_meeting_is_over() -> None:
    slutten = "protokoll: {godkjennes: slutten_av_moetet}"
    assert codes(raad(slutten, EN, andre=moeter(FOER))) == ["MOT513"]
    assert (
        codes(raad(slutten, FAST, andre=moeter(f"{FOER}\nsaksliste: [{{fast: referat, gjelder: raad-2026-m1}}]"))) == []
    )
    assert codes(raad(slutten, EN, andre=moeter(f"{FOER}\nreferat: {{godkjent: 2026-03-12}}"))) == []


def test_there_is_time_until_the_next_meeting() -> None:
    assert codes(raad("protokoll: {godkjennes: neste_moete}", EN, andre=moeter(FOER))) == []
