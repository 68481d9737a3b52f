"""MAN: head against text, cap, evaluation, reference, beyond what the pages reach."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.raad import MANDAT, TRE, codes, findings, graded, hode, mandat, raad


def med(blokker: str, tekst: str, forum: str = "navn: Rådet\n") -> dict[str, str]:
    files = raad(blokker, forum)
    return files | {MANDAT: files[MANDAT] + tekst}


@pytest.mark.parametrize(
    ("blokker", "tekst", "expected"),
    [
        ("sammensetning: {punkt: a, seter: 17}", "Rådet har 17 medlemmer.", None),
        ("sammensetning: {punkt: a, seter: 17}", "Rådet har seksten medlemmer.", "16"),
        ("sammensetning: {punkt: a, seter: 17}", "Rådet består av 16 faste medlemer.", "16"),
        ("sammensetning: {punkt: a, seter: 17}", "Det har to medlemmer fra KS og har fem medlemmer fra byene.", None),
        ("sammensetning: {punkt: a, seter: 17}", "KS oppnevner fem medlemmer.", None),
        ("sammensetning: {punkt: a, seter: 15-17}", "Rådet har 16 medlemmer.", None),
        ("sammensetning: {seter: 17}", "Rådet har 16 medlemmer.", None),
        ("sammensetning: {punkt: b, seter: 17}", "Rådet har 17 medlemmer.\n\n## B\n\nDet har 9 medlemmer.", "9"),
        (
            "sammensetning: {grupper: [{id: ks, antall: 5, punkt: a-1}]}",
            "- KS oppnevner fire medlemmer\n- to medlemmer",
            "4",
        ),
        ("sammensetning: {grupper: [{id: ks, antall: 5, punkt: a-1}]}", "- KS oppnevner fem representanter", None),
        ("sammensetning: {punkt: a, grupper: [{id: ks, antall: 5}]}", "- KS oppnevner fire medlemmer", None),
        ("funksjonstid: {varer: {verdi: 2 aar, punkt: a}}", "Perioden er fire år.", "4"),
        ("funksjonstid: {varer: {verdi: 2 aar, punkt: a}}", "Perioden er to år, og etter fire år evalueres det.", None),
        ("funksjonstid: {varer: {verdi: 18 maaneder, punkt: a}}", "Perioden er to år.", None),
        ("frister: [{id: innkalling, frist: 3 uker foer moetet, punkt: a}]", "Senest to veker før møtet.", "2"),
        ("frister: [{id: innkalling, frist: 3 uker foer moetet, punkt: a}]", "Senest to uker, papirer tre uker.", None),
        ("frister: [{id: innkalling, frist: 3 uker foer moetet, punkt: a}]", "Senest 14 dager før.", None),
        ("frister: [{id: innkalling, frist: straks etter moetet, punkt: a}]", "Senest to uker før.", None),
        ("frister: [{id: innkalling, frist: 10 dager foer moetet, punkt: a}]", "Senest sju dager før.", "7"),
        ("frister: [{id: innkalling, frist: 10 virkedager foer moetet, punkt: a}]", "Senest sju virkedager før.", "7"),
        ("frister: [{id: innkalling, frist: 3 maaneder foer moetet, punkt: a}]", "Senest to månader før.", "2"),
        ("frister: [{id: innkalling, frist: 48 timer foer moetet, punkt: a}]", "Senest 24 timer før.", "24"),
        ("funksjonstid: {varer: {verdi: 2 aar, punkt: a}}", "Perioden er fire\når.", "4"),
        ("beslutningsdyktighet: {punkt: a, krav: [{id: x, antall: over 1/2}]}", "Minst to tredelar.", "2/3"),
        ("beslutningsdyktighet: {punkt: a, krav: [{id: x, antall: over 1/2}]}", "Mer enn halvparten.", None),
        ("beslutningsdyktighet: {punkt: a, krav: [{id: x, antall: alle}]}", "Halvparten.", None),
        ("beslutningsdyktighet: {punkt: a, krav: [{id: x, antall: minst 5}]}", "Halvparten.", None),
        ("beslutningsdyktighet: {punkt: a, krav: [{id: x, antall: minst 50 %}]}", "Minst 50 prosent.", None),
    ],
)
def test_the_head_has_the_numbers_of_the_clause(blokker: str, tekst: str, expected: str | None) -> None:
    found = [one for one in findings(med(blokker, f"## A\n\n{tekst}\n")) if one.rule.code == "MAN310"]
    assert [one.message.rpartition(" ")[2] for one in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("blokker", "tekst", "message", "sted"),
    [
        (
            "sammensetning: {punkt: a, seter: 17}",
            "Rådet har 16 medlemmer.",
            "hodet sier 17 seter, men teksten under «A» sier 16",
            "5:34",
        ),
        (
            "sammensetning: {grupper: [{id: ks, antall: 5, punkt: a}]}",
            "KS oppnevner fire medlemmer, fylkene tre representanter.",
            "hodet sier 5 medlemmer, men teksten under «A» sier 3 og 4",
            "5:44",
        ),
        (
            "funksjonstid: {varer: {verdi: 2 aar, punkt: a}}",
            "Perioden er fire år.",
            "hodet sier 2 år, men teksten under «A» sier 4",
            "5:31",
        ),
        (
            "frister: [{id: innkalling, frist: 3 maaneder foer moetet, punkt: a}]",
            "Senest to måneder før.",
            "hodet sier 3 måneder, men teksten under «A» sier 2",
            "5:35",
        ),
        (
            "beslutningsdyktighet: {punkt: a, krav: [{id: x, antall: over 1/2}]}",
            "Minst to tredeler.",
            "hodet sier 1/2 av dem som kan møte, men teksten under «A» sier 2/3",
            "5:57",
        ),
    ],
)
def test_the_finding_says_both_numbers_and_stands_at_the_heads(
    blokker: str, tekst: str, message: str, sted: str
) -> None:
    (one,) = (one for one in findings(med(blokker, f"## A\n\n{tekst}\n")) if one.rule.code == "MAN310")
    assert one.message == message
    assert one.label == f"teksten: {message.rpartition(' sier ')[2]}"
    assert str(one.location) == f"data/{MANDAT}:{sted}"
    assert one.related[0].label == "teksten som er vedtatt"


@pytest.mark.parametrize(
    ("forum", "tekst", "expected"),
    [
        ("nivaa: raad", "Rådet gir råd.", ["MAN309 advarsel praksis"]),
        ("nivaa: fagutvalg", "Utvalget gir råd.", ["MAN309 advarsel praksis"]),
        ("nivaa: arbeidsutvalg", "Utvalget gir råd.", ["MAN309 advarsel praksis"]),
        ("nivaa: utvalg", "Utvalget gir råd.", ["MAN309 advarsel praksis"]),
        ("nivaa: utvalg", "Modellen endrer ikke Styringslinjene.", []),
        ("nivaa: utvalg", "\n", []),
        ("nivaa: tilgrensende", "Utvalget gir råd.", []),
        ("kort: R", "Utvalget gir råd.", []),
    ],
)
def test_the_lines_of_government_are_named(forum: str, tekst: str, expected: list[str]) -> None:
    assert graded(med("", tekst, f"navn: Rådet\n{forum}\n")) == expected


def test_only_the_mandate_in_force_and_drafts_are_asked() -> None:
    utkast = mandat(fra="2027-01-01", status="utkast") + "Råd."
    nytt = mandat(fra="2025-01-01") + "Styringslinjene står."
    files = med("", "Utvalget gir råd.", "navn: Rådet\nnivaa: utvalg\n")
    files |= {"mandater/raad/2025-01-01.md": nytt, "mandater/raad/2027-01-01-utkast.md": utkast}
    assert [one.location.path for one in findings(files)] == ["data/mandater/raad/2027-01-01-utkast.md"]
    taket = "funksjonstid: {flere_perioder: ja}"
    files = raad(taket) | {"mandater/raad/2025-01-01.md": mandat(fra="2025-01-01")}
    assert codes(files) == []
    assert codes(files | {"mandater/raad/2027-01-01-utkast.md": mandat(taket, fra="2027-01-01", status="utkast")}) == [
        "MAN307"
    ]


@pytest.mark.parametrize(
    ("vedtatt", "expected"),
    [
        ("{dato: 2023-12-01}", ["MAN306"]),
        ("{dato: 2023-12-01, sak: 3/2023}", []),
        ("{dato: 2023-12-01, sak: ukjent}", []),
        ("{dato: ukjent}", []),
        ("{av: ukjent}", []),
    ],
)
def test_a_decision_was_made_in_some_case(vedtatt: str, expected: list[str]) -> None:
    assert codes(raad(f"vedtatt: {vedtatt}")) == expected


@pytest.mark.parametrize(
    ("evaluering", "dag", "expected"),
    [
        ("{hvert: 2 aar}", date(2025, 12, 31), []),
        ("{hvert: 2 aar}", date(2026, 1, 1), ["MAN308 feil mandat"]),
        ("{hvert: {verdi: 2 aar, norm: boer}}", date(2026, 1, 1), ["MAN308 advarsel mandat"]),
        ("{hvert: {verdi: 2 aar, norm: kan}}", date(2026, 1, 1), []),
        ("{hvert: jevnlig}", date(2026, 1, 1), []),
        ("{frist: 2025-06-30}", date(2025, 6, 30), []),
        ("{frist: 2025-06-30}", date(2025, 7, 1), ["MAN308 feil mandat"]),
        ("ikke_regulert", date(2026, 1, 1), []),
    ],
)
def test_an_evaluation_is_due(evaluering: str, dag: date, expected: list[str]) -> None:
    assert graded(raad(f"evaluering: {evaluering}"), dag) == expected


def test_a_case_about_the_mandate_or_its_draft_is_the_evaluation() -> None:
    files = raad("evaluering: {hvert: 2 aar}")
    sak = hode("tittel: Mandatet\ngjelder_mandat: raad@%s")
    utkast = {"mandater/raad/2027-01-01-utkast.md": mandat(fra="2027-01-01", status="utkast")}
    assert "MAN308" not in codes(files | {"saker/raad/2026-01.md": sak % "2024-01-01"})
    assert "MAN308" not in codes(files | utkast | {"saker/raad/2026-01.md": sak % "2027-01-01-utkast"})
    assert "MAN308" in codes(files | utkast)


@pytest.mark.parametrize(
    ("regel", "evaluert", "expected"),
    [
        ("{hvert: 2 aar}", "{dato: 2025-12-31, hva: mandat}", []),
        ("{hvert: 2 aar}", "{dato: 2024-01-01, hva: [sammensetning, mandat]}", ["MAN308"]),
        ("{hvert: 2 aar}", "{dato: 2025-12-31, hva: sammensetning}", ["MAN308"]),
        ("{hvert: 2 aar}", "{dato: 2023-12-31, hva: mandat}", ["MAN308"]),
        ("{hvert: 2 aar}", "{dato: 2026-12-31, hva: mandat}", ["MAN308"]),
        ("{hvert: 1 aar}", "[{dato: 2024-06-30, hva: mandat}, {dato: 2025-12-31, hva: mandat}]", []),
        ("{frist: 2025-06-30}", "{dato: 2025-05-30, hva: mandat}", []),
        ("{frist: 2025-06-30}", "{dato: 2023-05-30, hva: mandat}", ["MAN308"]),
    ],
)
def test_the_next_evaluation_is_counted_from_the_last_on_record(regel: str, evaluert: str, expected: list[str]) -> None:
    forum = f"{TRE}evalueringer: {evaluert}\n"
    found = codes(raad(f"evaluering: {regel}", forum), date(2026, 6, 1))
    assert [code for code in found if code == "MAN308"] == expected
