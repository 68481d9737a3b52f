"""MAN: what the pages do not reach."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.raad import MANDAT, codes, findings, graded, mandat, raad

FORUM = "navn: Rådet\n"


def man(blokker: str, **more: str) -> dict[str, str]:
    return raad(forum=FORUM) | {MANDAT: mandat(blokker, **more)}


# --- seats

HOD = "observatoerer: [{id: hod, antall: 1}], "
TO_OG_EN = "grupper: [{id: kommuner, antall: 2}, {id: sykehus, antall: %s}]"


@pytest.mark.parametrize(
    ("sammensetning", "expected"),
    [
        ("seter: 3, " + TO_OG_EN % "1", []),
        ("seter: 4, " + TO_OG_EN % "1", ["MAN301 feil mandat"]),
        ("seter: 2, " + TO_OG_EN % "1", ["MAN301 feil mandat"]),
        ("seter: 4, " + TO_OG_EN % "1-2", []),
        ("seter: 5, " + TO_OG_EN % "1-2", ["MAN301 feil mandat"]),
        ("seter: 5-7, " + TO_OG_EN % "1-3", []),
        ("seter: minst 3, " + TO_OG_EN % "1", []),
        ("seter: 9, " + TO_OG_EN % "minst 1", []),
        ("seter: 9, " + TO_OG_EN % "ukjent", []),
        ("seter: ukjent, " + TO_OG_EN % "1", []),
        ("seter: 9", []),
        ("seter: 4, leder: {sete: eget}, " + TO_OG_EN % "1", []),
        ("seter: 3, leder: {sete: eget}, " + TO_OG_EN % "1", ["MAN301 feil mandat"]),
        ("seter: 3, leder: {sete: blant}, " + TO_OG_EN % "1", []),
        ("seter: 5, leder: {sete: eget}, nestledere: [{id: nest, sete: eget}], " + TO_OG_EN % "1", []),
        ("seter: 4, " + HOD + TO_OG_EN % "1", ["MAN301 feil mandat"]),
        ("seter: 4, medregnet: [observatoerer], " + HOD + TO_OG_EN % "1", []),
        ("seter: 5, medregnet: [observatoerer], " + HOD + TO_OG_EN % "1", ["MAN301 feil mandat"]),
    ],
)  # fmt: skip
def test_groups_and_own_seats_come_to_the_number_of_seats(sammensetning: str, expected: list[str]) -> None:
    assert graded(man(f"sammensetning: {{{sammensetning}}}")) == expected


def test_the_sum_is_shown_with_names() -> None:
    regel = "sammensetning: {seter: 9, leder: {sete: eget}, grupper: [{id: kommuner, navn: kommunene, antall: 2-3}]}"
    (finding,) = findings(man(regel))
    assert finding.message == "mandatet for Rådet har 9 seter, men gruppene gir 3–4"
    assert finding.values == ("kommunene 2–3 + ledelsens egne seter 1 = 3–4",)


# --- what must be said


def test_each_block_left_out_is_named_once() -> None:
    text = "\n".join(line for line in mandat().splitlines() if not line.startswith(("habilitet", "frister"))) + "\n"
    (finding,) = findings(raad(forum=FORUM) | {MANDAT: text})
    assert finding.message == "det står ikke hva mandatet sier om «frister» og «habilitet»"


def test_a_draft_may_leave_blocks_out() -> None:
    text = "---\nforum: raad\nstatus: utkast\ngjelder_fra: 2024-01-01\n---\n"
    assert codes({"forum/raad.yaml": FORUM, "mandater/raad/2024-01-01-utkast.md": text}) == []


# --- adopted by whom

OVER = {
    "forum/over.yaml": "navn: Overrådet\n",
    "mandater/over/2020-01-01.md": mandat("vedtar_mandat_for: [raad]", forum="over", fra="2020-01-01"),
    "virksomheter.yaml": "etaten: {navn: Etaten}\n",
}


@pytest.mark.parametrize(
    ("vedtatt", "expected"),
    [
        ("{av: over}", []),
        ("{av: etaten}", ["MAN303"]),
        ("{av: ukjent}", []),
        ("{dato: 2023-12-01, sak: ukjent}", []),
        ("{av: etaten, dato: 2019-12-31, sak: ukjent}", []),
    ],
    ids=["right", "wrong", "unknown", "not said", "before there was such a right"],
)
def test_the_right_body_adopts(vedtatt: str, expected: list[str]) -> None:
    assert codes(man(f"vedtatt: {vedtatt}") | OVER) == expected


def test_either_of_two_that_may_adopt_will_do() -> None:
    andre = {
        "forum/side.yaml": "navn: Siderådet\n",
        "mandater/side/2020-01-01.md": mandat("vedtar_mandat_for: [raad]", forum="side", fra="2020-01-01"),
    }
    for av in ("over", "side"):
        assert codes(man(f"vedtatt: {{av: {av}}}") | OVER | andre) == []


def test_a_draft_is_adopted_by_nobody() -> None:
    files = man("vedtatt: {av: etaten}", status="utkast") | OVER
    files["mandater/raad/2024-01-01-utkast.md"] = files.pop(MANDAT)
    assert codes(files) == []


# --- in force


def revisions(*til: str) -> dict[str, str]:
    """Three revisions, the first of each year from 2024, with these ends."""
    return {
        "forum/raad.yaml": FORUM,
        **{
            f"mandater/raad/{aar}-01-01.md": mandat(f"gjelder_til: {slutt}" if slutt else "", fra=f"{aar}-01-01")
            for aar, slutt in zip(range(2024, 2027), til, strict=True)
        },
    }


@pytest.mark.parametrize(
    ("til", "expected"),
    [
        (("", "", ""), []),
        (("2024-12-31", "2025-12-31", ""), []),
        (("2024-12-31", "2025-12-31", "2026-12-31"), []),
        (("2024-11-30", "", ""), ["Rådet har ikke noe mandat fra 1. desember 2024 til 31. desember 2024"]),
        (("2025-01-31", "", ""), ["Rådet har to mandater fra 1. januar 2025 til 31. januar 2025"]),
        (("", "2024-06-30", ""), ["mandatet for Rådet slutter å gjelde før det begynner"]),
    ],
)
def test_one_mandate_at_a_time(til: tuple[str, ...], expected: list[str]) -> None:
    found = findings(revisions(*til))
    assert [one.message for one in found] == expected
    assert {one.rule.code for one in found} <= {"MAN304"}


def test_a_draft_overlaps_nothing() -> None:
    files = revisions("2024-12-31", "", "") | {
        "mandater/raad/2024-06-01-utkast.md": mandat(fra="2024-06-01", status="utkast")
    }
    assert codes(files) == []


# --- quorum

UMULIG = "kravet «regel» kan aldri oppfylles: {} må være der, og det finnes bare {} seter å møte for"
FEM = "sammensetning: {seter: 5, grupper: [{id: kommuner, antall: 3}, {id: sykehus, antall: 2}]}\n"


@pytest.mark.parametrize(
    ("krav", "expected"),
    [
        ("antall: minst 5", []),
        ("antall: minst 6", [UMULIG.format(6, 5)]),
        ("antall: over 5", [UMULIG.format(6, 5)]),
        ("antall: over 1/2, av: seter", []),
        ("antall: minst 100 %, av: seter", []),
        ("antall: alle", []),
        ("antall: minst 2, blant: [sykehus]", []),
        (
            "antall: minst 3, blant: [sykehus]",
            [UMULIG.format(3, 2)],
        ),
        ("antall: minst 4, blant: [sykehus, kommuner]", []),
        ("antall: minst 1, blant: [leder, nestleder]", []),
        ("antall: 3", ["kravet «regel» sier 3; et krav til fremmøtet må være et minstetall"]),
        ("antall: hoeyst 3", ["kravet «regel» sier høyst 3; et krav til fremmøtet må være et minstetall"]),
        ("egenskap: ikt", ["kravet «regel» til fremmøtet sier ikke hvor mange som må være der"]),
        ("antall: ukjent", []),
    ],
)  # fmt: skip
def test_a_quorum_can_be_met(krav: str, expected: list[str]) -> None:
    found = findings(man(f"{FEM}beslutningsdyktighet: {{krav: [{{id: regel, {krav}}}]}}"))
    assert [one.message for one in found] == expected
    assert {one.rule.code for one in found} <= {"MAN305"}


@pytest.mark.parametrize(("antall", "hjelp"), [("3", "Mente du «minst 3»?"), ("hoeyst 3", "Skriv for eksempel «minst")])
def test_the_help_asks_what_was_meant(antall: str, hjelp: str) -> None:
    (finding,) = findings(man(f"{FEM}beslutningsdyktighet: {{krav: [{{id: regel, antall: {antall}}}]}}"))
    assert finding.help.startswith(hjelp)


def test_without_seats_no_quorum_is_impossible() -> None:
    assert codes(man("beslutningsdyktighet: {krav: [{id: regel, antall: minst 60}]}"), date(2026, 1, 1)) == []
