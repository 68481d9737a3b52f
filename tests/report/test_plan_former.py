"""A plan in its forms: what is told, how wide, and that nothing from the files does anything."""

from __future__ import annotations

import json
import re

import pytest

from ehelse_cli.plan.plan import Plan, Planer
from ehelse_cli.report.plan_former import PLANREPORTERS, report
from ehelse_cli.report.plan_ord import beroert, sammendrag
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen
from tests.plan.raad import DAG, FORUM, bytt, les, planlegg

_ALT = bytt(
    "antall: minst 1/2", "antall: minst 4/5", "varer: 2 aar", "varer: 18 maaneder", "3 uker foer", "12 uker foer",
    "virksomheter: [rhf]", "virksomheter: [nsf]", "rett: [moete, tale]", "rett: [moete]",
    "ordning: fast", "ordning: nummerert",
)  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> Plan:
    return planlegg(les(_ALT), DAG, "Anne Aas", "Carl Dahl")


@pytest.mark.parametrize("bredde", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(plan: Plan, bredde: int) -> None:
    linjer = PLANREPORTERS["tekst"](plan, Screen(bredde)).splitlines()
    assert max(map(width, linjer)) <= bredde
    assert all(linje == linje.rstrip() for linje in linjer)


def test_without_colours_every_effect_has_its_mark_and_its_cause(plan: Plan) -> None:
    text = " ".join(PLANREPORTERS["tekst"](plan, Screen(100)).split())
    for virkning in plan.virkninger:
        assert f"{virkning.melding.tekst} ← [{virkning.aarsaker[0][0]}]" in text
    assert "\x1b" not in text


def test_colours_change_nothing_but_the_colours(plan: Plan) -> None:
    painted = PLANREPORTERS["tekst"](plan, Screen(80, colours=True))
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == PLANREPORTERS["tekst"](plan, Screen(80))


def test_a_screen_without_norwegian_letters(plan: Plan) -> None:
    text = PLANREPORTERS["tekst"](plan, Screen(80, encoding="ascii"))
    assert text.isascii()
    assert "Moetet 10. mars 2027" in text
    assert "?" not in text.replace("[?]", "")


def test_those_to_whom_the_same_happens_are_told_of_together() -> None:
    text = PLANREPORTERS["tekst"](planlegg(les(bytt("varer: 2 aar", "varer: 4 aar"))), Screen(120))
    assert "5 i alt: Anne Aas, Berit Bø, Carl Dahl, Dag Eide og Eva Foss: perioden kan vare til" in " ".join(
        text.split()
    )


def test_the_summary_is_one_sentence_of_changes_and_one_of_people(plan: Plan) -> None:
    assert sammendrag(plan) == "6 endringer i reglene: 2 bryter, 3 betinget → bryter, 1 vesentlig"
    assert beroert(plan) == ("berørt: 5 av 5 medlemmer, 1 av 1 stedfortredere, 1 av 1 observatører, 2 av 2 møter")


def test_a_name_from_the_files_is_no_markup_and_no_command() -> None:
    forum = FORUM.replace("navn: Eva Foss", 'navn: "@eva ::error::<b>|x|*y*"')
    funnet = planlegg(les(bytt("virksomheter: [rhf]", "virksomheter: [nsf]"), forum=forum))
    markdown = PLANREPORTERS["markdown"](funnet)
    assert "<b>" not in markdown
    assert "\\|x\\|" in markdown
    assert not re.search(r"(?<!\w)@eva", markdown)
    document = json.loads(PLANREPORTERS["json"](funnet))
    assert "@eva ::error::<b>|x|*y*" in {en["navn"] for en in document["virkninger"]}


def test_every_row_of_a_table_has_its_columns(plan: Plan) -> None:
    tabellene = re.findall(r"(?:^\|.*\|\n)+", PLANREPORTERS["markdown"](plan), re.MULTILINE)
    assert len(tabellene) > 2
    for tabell in tabellene:
        assert len({len(re.findall(r"(?<!\\)\|", linje)) for linje in tabell.splitlines()}) == 1


def test_several_plans_are_one_object_and_one_text_after_the_other(plan: Plan) -> None:
    to = Planer((plan, plan), "main", "HEAD", ("nytt@2027-01-01",))
    document = json.loads(report(to, "json", Screen(80)))
    assert (len(document["planer"]), document["uten_plan"]) == (2, ["nytt@2027-01-01"])
    text = report(to, "tekst", Screen(80))
    assert text.count("Plan for ") == 2
    assert text.endswith("nytt@2027-01-01.\n")
    assert (
        report(Planer((), "main", "HEAD"), "markdown", Screen(80)) == "Ingen endringer i mandatene fra main til HEAD.\n"
    )
