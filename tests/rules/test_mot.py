"""MOT: what the pages do not reach."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.raad import FORUM, MANDAT, MOETE, TRE, codes, findings, graded, hode, mandat, raad

FLERTALL = "sammensetning: {seter: 3}\nbeslutningsdyktighet: {krav: [{id: flertall, antall: over 1/2, av: seter%s}]}"
EN_MOETTE = "tid: 2026-03-12\nfremmoete: {medlemmer: [Kari Moen], forfall: [Ola Sandvik, Liv Ek]}"


# --- quorum


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("", ["MOT501 feil mandat"]),
        (", norm: skal", ["MOT501 feil mandat"]),
        (", norm: boer", ["MOT501 advarsel mandat"]),
        (", norm: normalt", ["MOT501 advarsel mandat"]),
        (", norm: kan", []),
    ],
)
def test_the_norm_says_how_grave_a_missing_quorum_is(norm: str, expected: list[str]) -> None:
    assert graded(raad(FLERTALL % norm, moete=EN_MOETTE)) == expected


@pytest.mark.parametrize("regel", ["ikke_regulert", "ukjent", "{krav: ikke_regulert}", "{krav: ukjent}"])
def test_without_a_rule_nobody_can_fail_it(regel: str) -> None:
    assert codes(raad(f"beslutningsdyktighet: {regel}", moete=EN_MOETTE)) == []
    assert codes(raad(f"beslutningsdyktighet: {regel}", moete="tid: 2026-03-12")) == []


@pytest.mark.parametrize(
    "head",
    [
        "tid: 2026-03-12\navlyst: 2026-03-01",
        "tid: 2026-03-12/2026-03-19",
        "tid: 2026-03-12\ntype: skriftlig",
        "tid: 2026-12-02",
        "tid: 2026-11-23",
    ],
    ids=["cancelled", "by period", "by type", "to come", "today"],
)
def test_a_meeting_that_nobody_came_to_is_not_missing_attendance(head: str) -> None:
    assert codes(raad(FLERTALL % "", moete=head)) == []


def test_a_cancelled_meeting_is_not_judged_whoever_came() -> None:
    assert codes(raad(FLERTALL % "", moete=f"{EN_MOETTE}\navlyst: 2026-03-12")) == []


def test_todays_meeting_is_judged_once_attendance_is_entered() -> None:
    assert codes(raad(FLERTALL % "", moete=EN_MOETTE), date(2026, 3, 12)) == ["MOT501"]


@pytest.mark.parametrize("fremmoete", ["", "\nfremmoete: ikke_oppgitt"])
def test_a_source_that_does_not_tell_who_came_leaves_it_unknown(fremmoete: str) -> None:
    assert graded(raad(FLERTALL % "", moete=f"tid: 2026-03-12{fremmoete}")) == ["MOT502 advarsel mandat"]


def test_before_the_members_are_known_there_is_nothing_to_judge() -> None:
    files = raad(FLERTALL % "", TRE.replace("kjent_fra: 2024-01-01", "kjent_fra: 2026-06-01"), EN_MOETTE)
    assert codes(files) == []


INHABIL = """
tid: 2026-03-12
fremmoete: {medlemmer: [Kari Moen, Ola Sandvik], forfall: [Liv Ek]}
saksliste:
  - {sak: 1/2026, tittel: Strategi}
  - {sak: 2/2026, tittel: Budsjett, habilitet: [{navn: Kari Moen, utfall: inhabil}]}
"""


def test_one_case_without_a_quorum_is_named() -> None:
    found = findings(raad(FLERTALL.replace("{krav", "{proeves: hver_sak, krav") % "", moete=INHABIL))
    assert [one.rule.code for one in found] == ["MOT501"]
    assert found[0].message == "møtet i Rådet 12. mars 2026 var ikke beslutningsdyktig i sak 2/2026"
    assert found[0].values == ("over 1/2 av 3 seter → 2 kreves; til stede 1 medlem",)


def test_a_clock_without_a_place_on_the_agenda_leaves_the_case_unknown() -> None:
    head = """
    tid: 2026-03-12 10:00-14:00
    fremmoete:
      medlemmer: [Kari Moen, {navn: Ola Sandvik, til: "11:00"}]
      forfall: [Liv Ek]
    saksliste: [{sak: 1/2026, tittel: Strategi}]
    """
    found = findings(raad(FLERTALL % "", moete=head))
    assert [one.rule.code for one in found] == ["MOT502"]
    assert "«kl»" in found[0].help
    assert codes(raad(FLERTALL % "", moete=head.replace("tittel: Strategi", 'tittel: Strategi, kl: "10:30"'))) == []


def test_what_the_mandate_leaves_unknown_is_to_be_looked_up_there() -> None:
    head = attendance("Kari Moen", "{navn: Geir Aune, for: Liv Ek}", forfall="[Ola Sandvik]")
    forum = f"{TRE}stedfortredere: [{{navn: Geir Aune, for: Liv Ek}}]\n"
    regel = FLERTALL.replace("{krav", "{teller: ukjent, krav") % ""
    found = findings(raad(regel, forum, head))
    assert [one.rule.code for one in found] == ["MOT502"]
    assert found[0].help == "Finn ut hva mandatet sier, og rett data/mandater/raad/2024-01-01.md."
    assert codes(raad(regel.replace("ukjent", "ikke_regulert"), forum, head)) == []


def test_a_member_nobody_mentioned_is_one_finding_and_tells_what_follows() -> None:
    found = findings(raad(FLERTALL % "", moete="tid: 2026-03-12\nfremmoete: {medlemmer: [Kari Moen]}"))
    assert [one.rule.code for one in found] == ["MOT503"]
    assert found[0].message.startswith("Ola Sandvik og Liv Ek er verken")
    assert found[0].message.endswith("derfor er det ukjent om møtet var beslutningsdyktig")


def test_a_member_nobody_mentioned_may_make_no_difference() -> None:
    head = "tid: 2026-03-12\nfremmoete: {medlemmer: [Kari Moen, Ola Sandvik]}"
    (found,) = findings(raad(FLERTALL % "", moete=head))
    assert found.message == "Liv Ek er verken ført som møtt eller med forfall i møtet i Rådet 12. mars 2026"


# --- who was there

STEDFORTREDERE = f"{TRE}stedfortredere:\n  - {{navn: Geir Aune, for: Liv Ek}}\n"


def attendance(*medlemmer: str, saker: str = "", forfall: str = "[]") -> str:
    rows = "".join(f"    - {rad}\n" for rad in medlemmer)
    return f"tid: 2026-03-12\nfremmoete:\n  medlemmer:\n{rows}  forfall: {forfall}\n{saker}"


TO_SAKER = "saksliste: [{sak: 1/2026, tittel: Strategi}, {sak: 2/2026, tittel: Budsjett%s}]"


@pytest.mark.parametrize(
    ("blokk", "forum", "medlem", "expected"),
    [
        ("ikke_regulert", STEDFORTREDERE, "Geir Aune, for: Liv Ek", []),
        ("ikke_regulert", STEDFORTREDERE, "Unni Vik, for: Liv Ek", ["MOT507 advarsel mandat"]),
        ("{ordning: forbudt}", TRE, "Unni Vik, for: Liv Ek", ["MOT507 feil mandat"]),
        ("ikke_regulert", STEDFORTREDERE.replace("for: Liv Ek", "for: raadet"), "Geir Aune, for: Liv Ek", []),
        ("ikke_regulert", TRE, "Unni Vik, for: Mette Ski", ["MOT506 feil mandat"]),
        ("ikke_regulert", TRE, "Unni Vik, virksomhet: etaten", ["MOT506 feil mandat"]),
    ],
    ids=["registered", "not registered", "forbidden", "for the whole council", "for no member", "no member"],
)
def test_whoever_came_is_looked_up(blokk: str, forum: str, medlem: str, expected: list[str]) -> None:
    head = attendance("Kari Moen", "Ola Sandvik", f"{{navn: {medlem}}}", forfall="[Liv Ek]")
    assert graded(raad(f"stedfortreder: {blokk}", forum, head)) == expected


@pytest.mark.parametrize(
    ("liv", "geir", "sak", "expected"),
    [
        ("Liv Ek", "", "", ["MOT508"]),
        ("{navn: Liv Ek, tom_sak: 1/2026}", ", fom_sak: 2/2026", "", []),
        ("{navn: Liv Ek, tom_sak: 2/2026}", ", fom_sak: 2/2026", "", ["MOT508"]),
        ("Liv Ek", ", saker: [2/2026]", "", ["MOT508"]),
        ("Liv Ek", ", saker: [2/2026]", ", habilitet: [{navn: Liv Ek, utfall: inhabil}]", []),
        ('{navn: Liv Ek, til: "11:00"}', ', fra: "11:00"', "", []),
    ],
    ids=["whole meeting", "took over", "one case too many", "for one case", "inhabil in that case", "by the clock"],
)
def test_a_seat_counts_once_in_each_case(liv: str, geir: str, sak: str, expected: list[str]) -> None:
    head = attendance("Kari Moen", "Ola Sandvik", liv, f"{{navn: Geir Aune, for: Liv Ek{geir}}}", saker=TO_SAKER % sak)
    assert codes(raad(forum=STEDFORTREDERE, moete=head)) == expected


def test_an_unregistered_substitute_beside_the_member_is_one_mistake() -> None:
    head = attendance("Kari Moen", "Ola Sandvik", "Liv Ek", "{navn: Unni Vik, for: Liv Ek}")
    assert codes(raad(forum=TRE, moete=head)) == ["MOT508"]


def test_whoever_changed_name_is_known_by_both() -> None:
    andre = {"personer.yaml": "- {navn: Liv Ek, tidligere: Liv Rud, byttet: 2026-06-01}\n"}
    head = attendance("Kari Moen", "Ola Sandvik", "Liv Rud")
    assert codes(raad(moete=head, andre=andre)) == []
    head = attendance("Kari Moen", "Ola Sandvik", "Liv Rud", "{navn: Geir Aune, for: Liv Ek}")
    assert codes(raad(moete=head, andre=andre)) == ["MOT508"]


# --- deadlines

UKER = "frister: [{id: innkalling, frist: 3 uker foer moetet%s}]"
PRAKSIS = "navn: Rådet\npraksis: {innkalling: 4 uker foer moetet}\n"


@pytest.mark.parametrize(
    ("regel", "forum", "innkalt", "expected"),
    [
        (UKER % "", "navn: Rådet\n", "2026-02-19", []),
        (UKER % "", "navn: Rådet\n", "2026-02-20", ["MOT504 feil mandat"]),
        (UKER % ", norm: boer", "navn: Rådet\n", "2026-02-20", ["MOT504 advarsel mandat"]),
        (UKER % ", norm: kan", "navn: Rådet\n", "2026-03-11", []),
        (UKER % ", kilde: lov", "navn: Rådet\n", "2026-02-20", ["MOT504 feil lov"]),
        (UKER % ", kilde: praksis", "navn: Rådet\n", "2026-02-20", ["MOT504 advarsel praksis"]),
        ("frister: ikke_regulert", PRAKSIS, "2026-02-12", []),
        ("frister: ikke_regulert", PRAKSIS, "2026-02-13", ["MOT504 advarsel praksis"]),
        (UKER % "", PRAKSIS, "2026-02-13", ["MOT504 advarsel praksis"]),
        (UKER % "", PRAKSIS, "2026-02-20", ["MOT504 feil mandat"]),
        ("frister: [{id: innkalling, frist: ukjent}]", "navn: Rådet\n", "2026-03-11", []),
        ("frister: ikke_regulert", "navn: Rådet\n", "2026-03-11", []),
    ],
)
def test_a_notice_is_late_by_the_mandate_or_by_practice(
    regel: str, forum: str, innkalt: str, expected: list[str]
) -> None:
    assert graded(raad(regel, forum, f"tid: 2026-03-12\ninnkalt: {innkalt}")) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("tid: 2026-12-02", ["MOT504"]),
        ("tid: 2026-12-14", []),
        ("tid: 2026-12-02\navlyst: 2026-11-20", []),
        ("tid: 2026-12-02/2026-12-09", []),
        ("tid: 2026-03-12", []),
        ("tid: 2026-12-02\nfrist_avvik: [{frist: innkalling, dato: 2026-11-25}]", []),
        ("tid: 2026-12-02\nfrist_avvik: [{frist: saksdokumenter, dato: 2026-11-25}]", ["MOT504"]),
        ("tid: 2026-12-02\ninnkalt: 2026-11-26\nfrist_avvik: [{frist: innkalling, dato: 2026-11-25}]", ["MOT504"]),
    ],
    ids=["not sent", "in time still", "cancelled", "written", "past", "moved", "another moved", "late even so"],
)
def test_a_notice_not_sent_is_late_when_its_deadline_has_passed(head: str, expected: list[str]) -> None:
    assert codes(raad(UKER % "", "navn: Rådet\n", head)) == expected


def test_a_deadline_for_this_kind_of_meeting_goes_before_one_for_all() -> None:
    regel = """
    frister:
      - {id: innkalling, frist: 3 uker foer moetet}
      - {id: hast, hva: innkalling, for: ekstraordinaert, frist: 48 timer foer moetet}
    """
    head = "tid: 2026-03-12\ninnkalt: 2026-03-10\n"
    assert codes(raad(regel, "navn: Rådet\n", head)) == ["MOT504"]
    assert codes(raad(regel, "navn: Rådet\n", head + "type: ekstraordinaert")) == []


@pytest.mark.parametrize(
    ("frist", "papirer", "expected"),
    [
        ("1 uke etter innkalling", "2026-02-26", []),
        ("1 uke etter innkalling", "2026-02-27", ["MOT505"]),
        ("2 uker etter referat_utkast", "2026-03-11", []),
        ("senest 03-01", "2026-03-02", ["MOT505"]),
    ],
)
def test_a_deadline_is_reckoned_from_the_point_it_names(frist: str, papirer: str, expected: list[str]) -> None:
    head = f"tid: 2026-03-12\ninnkalt: 2026-02-19\npapirer_ute: {papirer}"
    assert codes(raad(f"frister: [{{id: saksdokumenter, frist: {frist}}}]", "navn: Rådet\n", head)) == expected


def test_practice_is_never_called_mandate() -> None:
    (finding,) = findings(raad("", PRAKSIS, "tid: 2026-03-12\ninnkalt: 2026-03-01"))
    assert finding.related[0].title == "hjemmel: sekretariatets praksis"
    assert finding.related[0].location.path == f"data/{FORUM}"


# --- mandate and agenda


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({MOETE: hode("tid: 2023-03-12")}, ["MOT509"]),
        ({MOETE: hode("tid: 2023-03-12\navlyst: 2023-03-01")}, []),
        ({MOETE: hode("tid: 2023-03-12"), MANDAT: mandat(status="utkast")}, ["LES113"]),
        ({"mandater/raad/2020-01-01.md": "---\nforum: [\n---\n", MOETE: hode("tid: 2023-03-12")}, ["LES101"]),
    ],
    ids=["before the first", "cancelled", "draft only", "a mandate that is broken"],
)
def test_a_meeting_needs_a_mandate(files: dict[str, str], expected: list[str]) -> None:
    assert codes(raad(forum="navn: Rådet\n") | files) == expected


@pytest.mark.parametrize(
    ("punkt", "expected"),
    [
        ("sak: 3/2026", []),
        ("sak: 03/26", []),
        ("sak: raad-2026-3", []),
        ("sak: 4/2026", ["MOT510"]),
        ("sak: tre", ["MOT510"]),
        ("sak: 4/2026, tittel: Eventuelt", []),
        ("sak: 4/2026, fast: veikart", []),
        ("sak: 4/2026, skjerming: {hjemmel: offl. § 23, omfang: hele}", []),
        ("sak: 5/2026", ["LES101"]),
        ("tittel: Eventuelt", []),
    ],
)
def test_a_number_on_the_agenda_has_something_behind_it(punkt: str, expected: list[str]) -> None:
    forum = "navn: Rådet\nsaksnummer: N/AAAA\nfaste_saker: {veikart: {tittel: Veikart}}\n"
    andre = {"saker/raad/2026-03.md": hode("tittel: Strategi")}
    if "5/2026" in punkt:
        andre["saker/raad/2026-05.md"] = "---\ntittel: [\n---\n"
    head = f"tid: 2026-03-12\nsaksliste:\n  - {{{punkt}}}"
    assert codes(raad(forum=forum, moete=head, andre=andre)) == expected
