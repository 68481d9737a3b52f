"""What a plan is: the days that keep everything, nearest to what is usual."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.aarsplan.loeser import NoSolverError
from ehelse_cli.aarsplan.plan import UnknownConditionError
from ehelse_cli.cli.planning import YearOverError
from ehelse_cli.core.kalender import er_virkedag
from ehelse_cli.oversikt.aarsplan import Planlagt
from tests.aarsplan.aaret import Aaret, Raadet, dagene, konflikt, lag, lagt, plan
from tests.rules.raad import mandat

pytestmark = pytest.mark.slow

I_FJOR = ("2026-03-11 10:00-15:00", "2026-06-10 10:00-15:00", "2026-09-16 10:00-15:00", "2026-12-02 10:00-15:00")
VANLIG = Aaret((Raadet("raadet", dager=I_FJOR),))


def test_the_days_are_those_of_the_same_weeks_as_the_year_before() -> None:
    forslag = plan(VANLIG)
    assert dagene(forslag) == [date(2027, 3, 10), date(2027, 6, 9), date(2027, 9, 15), date(2027, 12, 1)]
    assert forslag.beste
    assert [en.id for en in forslag.moeter] == [f"raadet-2027-m{nr}" for nr in (1, 2, 3, 4)]


def test_meetings_keep_their_clock_and_their_length() -> None:
    to_dager = Raadet("raadet", dager=('["2026-03-11 10:00-16:00", "2026-03-12 09:00-14:00"]',) * 1)
    (moete, *_) = plan(Aaret((to_dager,))).moeter
    assert [(str(en.fra), str(en.til)) for en in moete.tid.dager] == [
        ("10:00:00", "16:00:00"),
        ("09:00:00", "14:00:00"),
    ]
    assert (moete.tid.siste_dag - moete.tid.dato).days == 1


def test_the_mandate_says_how_long_a_meeting_is() -> None:
    lange = Raadet("raadet", moeter="{hyppighet: 4 per aar, varighet: 2 dager}", dager=I_FJOR)
    assert {len(en.tid.dager) for en in plan(Aaret((lange,))).moeter} == {2}


def test_nobody_who_has_not_met_before_meets_on_a_day_off() -> None:
    forslag = plan(Aaret())
    assert len(forslag.moeter) == 4
    assert all(er_virkedag(dag) for dag in dagene(forslag))
    assert [dag.month for dag in dagene(forslag)] == [2, 5, 8, 11]  # spread over the year


@pytest.mark.parametrize(
    ("moeter", "antall"),
    [
        ("{hyppighet: 2 per aar}", 2),
        ("{hyppighet: minst 2 per aar}", 4),  # as many as the year before
        ("{hyppighet: minst 5 per aar}", 5),
        ("{hyppighet: hoeyst 3 per aar}", 3),
        ("{hyppighet: 2 per halvaar}", 4),
        ("{hyppighet: [{id: minst, verdi: minst 2 per aar}, {id: vanlig, verdi: 3 per aar, norm: normalt}]}", 3),
        ("{hyppighet: {verdi: 6 per aar, norm: kan}}", 4),  # what may be is no demand
        ("{hyppighet: etter_behov}", 4),
        ("ikke_regulert", 4),
        ("{hyppighet: minst 2 per aar, fordeling: 1 per kvartal}", 4),
    ],
)
def test_as_many_meetings_as_the_mandate_says(moeter: str, antall: int) -> None:
    forslag = plan(Aaret((Raadet("raadet", moeter=moeter, dager=I_FJOR),)))
    assert len(forslag.moeter) == antall


def test_what_nobody_regulates_and_nobody_has_done_is_not_guessed() -> None:
    forslag = plan(Aaret((Raadet("raadet", moeter="ikke_regulert"),)))
    assert forslag.moeter == ()
    assert forslag.grunnlag[0].antall == "ikke regulert, og ingen møter fra før: si det med --antall"
    assert len(plan(Aaret((Raadet("raadet", moeter="ikke_regulert"),)), antall=("raadet=3",)).moeter) == 3


def test_where_the_mandate_changes_in_the_year_no_number_is_anybodys() -> None:
    filer = VANLIG.filer() | {
        "mandater/raadet/2027-07-01.md": mandat("moeter: {hyppighet: 2 per aar}", forum="raadet", fra="2027-07-01")
    }
    made = lagt(filer)
    assert isinstance(made.plan, Planlagt)
    assert made.plan.forslag.grunnlag[0].antall == "4 (mandatet skifter i året), som i 2026"
    assert len(made.plan.forslag.moeter) == 4


def test_one_meeting_in_each_quarter_where_the_mandate_says_so() -> None:
    raadet = Raadet(
        "raadet", moeter="{hyppighet: 4 per aar, fordeling: 1 per kvartal}", dager=("2026-01-14", "2026-02-11")
    )
    assert [(dag.month - 1) // 3 for dag in dagene(plan(Aaret((raadet,))))] == [0, 1, 2, 3]


def test_the_months_of_the_mandate() -> None:
    raadet = Raadet("raadet", moeter="{hyppighet: 2 per aar, maaneder: [april, oktober]}", dager=I_FJOR)
    assert {dag.month for dag in dagene(plan(Aaret((raadet,))))} <= {4, 10}


# --- what is closed


STENGT = "hendelser:\n  - {tittel: Vinterferie, slag: stengt, dato: 2026-02-16/2026-02-27, merknad: uke 8 og 9}\n"


def test_a_closed_time_of_the_year_before_closes_the_same_weeks() -> None:
    raadet = Raadet("raadet", dager=("2026-02-18 10:00", "2026-06-10 10:00", "2026-09-16 10:00", "2026-12-02 10:00"))
    made = lagt(Aaret((raadet,), {2026: STENGT}).filer())
    assert "dato: 2027-02-22/2027-03-05" in made.desk.text("aarshjul/2027.yaml")
    assert "må bekreftes" in made.desk.text("aarshjul/2027.yaml")
    foerste = dagene(plan(Aaret((raadet,), {2026: STENGT})))[0]
    assert foerste == date(2027, 2, 17)  # the week of the year before is open now


def test_a_closed_time_that_is_said_is_kept() -> None:
    forslag = plan(VANLIG, stengt=("Ombygging 2027-03-01/2027-03-31",))
    assert not [dag for dag in dagene(forslag) if dag.month == 3]


def test_one_that_is_said_takes_the_place_of_the_one_from_the_year_before() -> None:
    made = lag(Aaret(VANLIG.raad, {2026: STENGT}).filer(), stengt=("Vinterferie 2027-02-15/2027-02-19",))
    assert made.desk.text("aarshjul/2027.yaml").count("Vinterferie") == 1
    assert "2027-02-15/2027-02-19" in made.desk.text("aarshjul/2027.yaml")


def test_a_calendar_that_says_what_is_closed_says_all_of_it() -> None:
    egen = "hendelser:\n  - {tittel: Flytting, slag: stengt, dato: 2027-03-08/2027-03-12}\n"
    made = lagt(Aaret(VANLIG.raad, {2026: STENGT, 2027: egen}).filer())
    assert "Vinterferie" not in made.desk.text("aarshjul/2027.yaml")


def test_easter_moves_with_easter() -> None:
    paaske = "hendelser:\n  - {tittel: Påske, slag: stengt, dato: 2026-03-30/2026-04-06}\n"
    made = lag(Aaret(VANLIG.raad, {2026: paaske}).filer())
    assert "dato: 2027-03-22/2027-03-29" in made.desk.text("aarshjul/2027.yaml")


# --- between councils


TO = (
    Raadet("utvalget", dager=("2026-03-11", "2026-06-10", "2026-09-16", "2026-11-18")),
    Raadet("raadet", dager=("2026-03-11", "2026-06-10", "2026-09-16", "2026-11-18")),
)


def test_two_councils_with_one_secretariat_never_meet_on_one_day_and_the_first_is_done_in_time() -> None:
    lagt(Aaret(TO).filer())
    forslag = plan(Aaret(TO))
    assert not set(dagene(forslag, "utvalget")) & set(dagene(forslag, "raadet"))


def test_a_meeting_of_a_council_outside_the_plan_is_in_the_way() -> None:
    andre = {
        "forum/naboen.yaml": "navn: Naboen\nsekretariat: ks\n",
        "moeter/naboen/2027-m1.md": "---\ntid: 2027-03-10\n---\n",
    }
    made = lagt({**VANLIG.filer(), **andre})
    assert "moeter/raadet/2027-m1.md" in {en.path for en in made.desk.edits.files}
    assert "2027-03-10" not in made.desk.text("moeter/raadet/2027-m1.md")


# --- before the meetings


FORMOETE = (
    "hendelser:\n"
    "  - {tittel: Kommunene, slag: formoete, hvem: knehs, dato: 2026-03-04, foer: [raadet-2026-m1], "
    "trenger_papirer: ja}\n"
)


def test_who_prepared_one_meeting_prepares_the_same_one_after_the_papers_and_before_the_meeting() -> None:
    lagt(Aaret(VANLIG.raad, {2026: FORMOETE}).filer())
    (formoetet,) = plan(Aaret(VANLIG.raad, {2026: FORMOETE})).formoeter
    assert (formoetet.foer, formoetet.dag, formoetet.hvem) == ("raadet-2027-m1", date(2027, 3, 3), "knehs")


def test_who_prepared_all_prepares_all() -> None:
    rader = [f"  - {{tittel: Kommunene, slag: formoete, dato: {dag}, foer: [raadet-2026-m{nr}]}}\n" for nr, dag in
             enumerate(("2026-03-04", "2026-06-03", "2026-09-09", "2026-11-25"), 1)]  # fmt: skip
    forslag = plan(Aaret(VANLIG.raad, {2026: "hendelser:\n" + "".join(rader)}), antall=("raadet=4",))
    assert [en.foer for en in forslag.formoeter] == [en.id for en in forslag.moeter]


def test_a_preparatory_meeting_that_is_set_decides_the_day_of_the_meeting() -> None:
    satt = (
        "hendelser:\n"
        "  - {tittel: Kommunene, slag: formoete, hvem: knehs, dato: 2027-03-17, foer: [raadet-2027-m1], "
        "trenger_papirer: ja}\n"
    )
    forslag = plan(Aaret(VANLIG.raad, {2026: FORMOETE, 2027: satt}))
    assert dagene(forslag)[0] > date(2027, 3, 17)
    (formoetet,) = forslag.formoeter
    assert (formoetet.dag, formoetet.staar) == (date(2027, 3, 17), True)


# --- what stands


def test_a_meeting_that_is_set_up_stands_and_the_others_are_found_around_it() -> None:
    raadet = Raadet("raadet", dager=(*I_FJOR, "2027-06-02"))
    made = lagt(Aaret((raadet,)).filer())
    forslag = plan(Aaret((raadet,)))
    assert [en.staar for en in forslag.moeter] == [False, True, False, False]
    assert date(2027, 6, 2) in dagene(forslag)
    assert sorted(en.path for en in made.desk.edits.files if en.path.startswith("moeter")) == [
        f"moeter/raadet/2027-m{nr}.md" for nr in (2, 3, 4)
    ]


def test_two_meetings_on_one_day_are_nobodys_choice_any_more() -> None:
    raadet = Raadet("raadet", dager=("2027-06-02 09:00-11:00", "2027-06-02 12:00-15:00"))
    forslag = plan(Aaret((raadet,)))
    assert [en.staar for en in forslag.moeter].count(True) == 2
    assert len(forslag.moeter) == 4


def test_on_the_last_day_but_one_what_is_missing_cannot_be_found() -> None:
    sagt = konflikt(Aaret((Raadet("raadet", dager=I_FJOR),), {2027: ""}), dag=date(2027, 12, 30))
    assert "hyppighet-raadet" in {en.id for en in sagt.binder}


def test_a_year_that_is_planned_gets_nothing_new() -> None:
    raadet = Raadet("raadet", dager=(*I_FJOR, "2027-03-10", "2027-06-09", "2027-09-15", "2027-12-01"))
    made = lag(Aaret((raadet,), {2026: "", 2027: ""}).filer())
    assert made.desk.edits.files == ()


def test_in_the_middle_of_a_year_only_what_is_left_is_planned() -> None:
    raadet = Raadet("raadet", dager=(*I_FJOR, "2027-02-03"))
    dag = date(2027, 5, 20)
    forslag = plan(Aaret((raadet,), {2026: "", 2027: "publisert: 2026-12-01\n"}), dag=dag)
    assert len(forslag.moeter) == 4
    assert all(en.staar or en.tid.dato > dag for en in forslag.moeter)


def test_what_comes_back_is_on_the_agenda_of_a_meeting_in_its_time() -> None:
    saker = "  plan: {tittel: Plan, naar: kvartal_4}\n  rapport: {tittel: Rapport, naar: aarlig}\n"
    forum = f"sekretariat: ks\nfaste_saker:\n{saker}"
    raadet = Raadet("raadet", forum=forum, dager=I_FJOR[:3], moeter="{hyppighet: 3 per aar}")
    lagt(Aaret((raadet,)).filer())
    forslag = plan(Aaret((raadet,)))
    assert [en.saker for en in forslag.moeter] == [("rapport",), (), ("plan",)]
    assert forslag.moeter[2].tid.dato.month >= 10


# --- what is asked for


def test_the_weekday_that_is_asked_for() -> None:
    forslag = plan(VANLIG, ukedag=("raadet=tirsdag,tor",))
    assert {dag.weekday() for dag in dagene(forslag)} <= {1, 3}


def test_what_is_set_aside_is_not_kept_and_is_told() -> None:
    aaret = Aaret(VANLIG.raad, {2026: STENGT})
    forslag = plan(aaret, stengt=("Ombygging 2027-03-01/2027-03-31",), uten=("stengt-2",))
    assert dagene(forslag)[0] == date(2027, 3, 10)
    assert [en.kode for en in forslag.satt_til_side] == ["AAR709"]


def test_an_unknown_condition_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownConditionError, match="hyppighett-raadet") as refused:
        plan(VANLIG, uten=("hyppighett-raadet",))
    assert "hyppighet-raadet" in (refused.value.help or "")


def test_a_year_that_is_over_is_refused() -> None:
    with pytest.raises(YearOverError):
        plan(VANLIG, 2025)
    with pytest.raises(YearOverError):
        plan(VANLIG, 2027, date(2027, 12, 31))


def test_without_the_solver_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ehelse_cli.aarsplan.loeser.har_loeser", lambda: False)
    with pytest.raises(NoSolverError, match="OR-tools"):
        plan(VANLIG)


# --- when there is none


def test_a_number_the_mandate_does_not_allow() -> None:
    sagt = konflikt(VANLIG, antall=("raadet=6",))
    assert [en.id for en in sagt.binder] == ["antall-raadet", "hyppighet-raadet"]
    assert sagt.alene == sagt.binder
    mandatets = sagt.binder[1]
    assert mandatets.tekst == "Raadet: mandatet sier 4 per år"
    assert mandatets.steder[0].location.path == "data/mandater/raadet/2024-01-01.md"


def test_all_that_takes_the_days_is_named() -> None:
    raadet = Raadet("raadet", moeter="{hyppighet: 1 per kvartal}", dager=I_FJOR)
    sagt = konflikt(Aaret((raadet,)), stengt=("Ombygging 2027-01-01/2027-03-31",))
    assert {en.id for en in sagt.binder} == {"hyppighet-raadet", "stengt-1"}
    assert sagt.alene == sagt.binder


def test_a_meeting_that_stands_can_be_what_binds() -> None:
    forum = "sekretariat: ks\nfaste_saker:\n  plan: {tittel: Plan, naar: kvartal_4}\n"
    raadet = Raadet("raadet", "{hyppighet: 2 per aar}", forum=forum, dager=("2027-02-10", "2027-05-12"))
    sagt = konflikt(Aaret((raadet,)))
    assert {en.id for en in sagt.binder} == {
        "hyppighet-raadet",
        "fast-sak-raadet-plan-10",
        "moete-raadet-2027-m1",
        "moete-raadet-2027-m2",
    }
    assert sagt.alene == sagt.binder


def test_two_conflicts_that_have_nothing_in_common_must_both_give_way() -> None:
    raadene = (Raadet("utvalget", dager=I_FJOR), Raadet("raadet", dager=I_FJOR))
    sagt = konflikt(Aaret(raadene), antall=("raadet=6", "utvalget=6"))
    assert sagt.alene == ()
    assert len(sagt.sammen) == 2
    uten = tuple(en.id for en in sagt.sammen)
    assert len(plan(Aaret(raadene), antall=("raadet=6", "utvalget=6"), uten=uten).moeter) in (8, 10, 12)
