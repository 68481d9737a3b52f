from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.plan.plan import Plan, Rammer, UtenForumError, plan
from ehelse_cli.plan.virkning import Merke
from tests.plan.raad import DAG, FORUM, GAMMEL, NY, PROSA, REGLER, bytt, les, planlegg, sagt


def test_nothing_comes_of_nothing() -> None:
    funnet = planlegg(les(REGLER))
    assert (funnet.endringer, funnet.virkninger, funnet.vedtak, funnet.nivaaer) == ((), (), (), frozenset())
    assert funnet.antall == {
        "seter": 2, "medlemmer": 5, "stedfortredere": 1, "observatoerer": 1, "moeter": 2, "saker": 0
    }  # fmt: skip
    assert funnet.uroerte("medlemmer") == 5


# --- members


def test_a_shorter_term_asks_for_a_decision_about_those_who_sit() -> None:
    funnet = planlegg(les(bytt("varer: 2 aar", "varer: 18 maaneder")))
    assert sagt(funnet, "medlemmer") == [
        f"! {navn}: perioden går ut 30. juni 2027, ikke 31. desember 2027 <- funksjonstid-kortet"
        for navn in ("Anne Aas", "Berit Bø", "Carl Dahl", "Dag Eide", "Eva Foss")
    ]
    assert "vedtaket" in funnet.virkninger[0].melding.hjelp


def test_a_longer_term_is_only_another_day() -> None:
    funnet = planlegg(les(bytt("varer: 2 aar", "varer: 4 aar")))
    assert {en.merke for en in funnet.i("medlemmer")} == {Merke.ENDRET}
    assert "kan vare til 31. desember 2029, ikke 31. desember 2027" in sagt(funnet, "medlemmer")[0]


def test_a_term_that_was_extended_by_decision_stands() -> None:
    forlenget = FORUM.replace(
        "{navn: Anne Aas, virksomhet: ks, periode: 2026-01-01}",
        "{navn: Anne Aas, virksomhet: ks, periode: 2026-01-01, forlenget: [{til: 2029-12-31, dato: 2026-10-01}]}",
    )
    funnet = planlegg(les(bytt("varer: 2 aar", "varer: 18 maaneder"), forum=forlenget))
    assert [en.navn for en in funnet.i("medlemmer")] == ["Berit Bø", "Carl Dahl", "Dag Eide", "Eva Foss"]


def test_one_without_a_period_cannot_be_told_and_the_place_is_named() -> None:
    uten = FORUM.replace("{navn: Berit Bø, virksomhet: ks, periode: 2026-01-01}", "{navn: Berit Bø, virksomhet: ks}")
    funnet = planlegg(les(bytt("varer: 2 aar", "varer: 4 aar"), forum=uten))
    [berit] = [en for en in funnet.virkninger if en.navn == "Berit Bø"]
    assert (berit.merke, berit.melding.mangler) == (Merke.UAVKLART, "periode")
    assert berit.melding.sted is not None
    assert (berit.melding.sted.path, berit.melding.sted.line) == ("data/forum/raad.yaml", 6)


def test_without_a_period_and_with_the_same_rule_there_is_nothing_to_ask() -> None:
    uten = FORUM.replace("{navn: Berit Bø, virksomhet: ks, periode: 2026-01-01}", "{navn: Berit Bø, virksomhet: ks}")
    assert not planlegg(les(bytt("3 uker foer", "2 uker foer"), forum=uten)).i("medlemmer")


def test_a_member_whose_group_is_gone_drops_out() -> None:
    uten_ks = bytt("    - {id: ks, antall: 2, virksomheter: [ks]}\n", "", "seter: 5", "seter: 3")
    funnet = planlegg(les(uten_ks))
    assert [en[:12] for en in sagt(funnet, "medlemmer")] == ["- Anne Aas: ", "- Berit Bø: "]
    assert all(en.endswith("<- gruppe-fjernet") for en in sagt(funnet, "medlemmer"))


def test_a_group_with_another_id_leaves_those_entered_under_the_old() -> None:
    funnet = planlegg(les(bytt("{id: rhf, antall: 3,", "{id: foretak, antall: 3, erstatter: rhf,", "3 uker", "5 uker")))
    assert {en.merke for en in funnet.i("medlemmer")} == {Merke.UTE}
    assert {linje.partition(" <- ")[2] for linje in sagt(funnet, "medlemmer")} == {"id-endret"}


def test_an_organisation_no_longer_in_the_group_has_no_place() -> None:
    funnet = planlegg(les(bytt("virksomheter: [rhf]", "virksomheter: [nsf]")))
    assert {en.merke for en in funnet.i("medlemmer")} == {Merke.UTE}
    assert {en.navn for en in funnet.i("medlemmer")} == {"Carl Dahl", "Dag Eide", "Eva Foss"}


def test_a_fact_that_is_not_on_file_is_asked_for_where_it_belongs() -> None:
    krav = "  krav: [{id: kjoenn, antall: minst 2, egenskap: kjoenn, er: kvinne}]\n  grupper:"
    funnet = planlegg(les(bytt("  grupper:", krav)))
    [ett] = funnet.i("mandatet")
    assert (ett.merke, ett.melding.mangler) == (Merke.UAVKLART, "kjoenn")
    assert ett.melding.sted is not None
    assert ett.melding.sted.path == "data/forum/raad.yaml"
    assert funnet.endringer[0].etter is Nivaa.BETINGET


# --- seats


def test_a_new_group_is_a_seat_to_fill_and_says_who_appoints() -> None:
    ny = "    - {id: nsf, antall: 1, virksomheter: [nsf]}\n  observatoerer:"
    funnet = planlegg(les(bytt("  observatoerer:", ny, "seter: 5", "seter: 6")))
    assert sagt(funnet, "seter") == ["+ NSF: ett sete å fylle fra 1. januar 2027, oppnevnes av NSF <- gruppe-lagt-til"]


def test_a_seat_less_than_those_who_sit_is_one_too_many() -> None:
    funnet = planlegg(les(bytt("id: rhf, antall: 3", "id: rhf, antall: 2", "seter: 5", "seter: 4")))
    assert sagt(funnet, "seter") == ["! RHF: ett medlem for mye <- sete-fjernet"]
    assert funnet.virkninger[0].melding.hjelp == "RHF må avgjøre hvem som går ut"


def test_fewer_seats_where_one_is_vacant_is_a_vacancy_less() -> None:
    fire = FORUM.replace("  - {navn: Eva Foss, virksomhet: rhf, periode: 2026-01-01}\n", "")
    ledig = planlegg(les(bytt("id: rhf, antall: 3", "id: rhf, antall: 2", "seter: 5", "seter: 4"), forum=fire))
    assert sagt(ledig, "seter") == ["~ RHF: ingen ledige seter lenger <- sete-fjernet"]


# --- those beside


def test_an_observer_whose_place_is_gone_drops_out() -> None:
    annen = bytt("id: hod, antall: 1, virksomheter: [hod]", "id: nsf, antall: 1, virksomheter: [nsf]")
    assert sagt(planlegg(les(annen)), "observatoerer") == [
        "- Frode Gran: har ikke lenger plass som observatør <- observatoer-fjernet"
    ]


def test_a_right_lost_is_more_than_a_right_gained() -> None:
    tapt = planlegg(les(bytt("rett: [moete, tale]", "rett: [moete]")))
    vunnet = planlegg(les(bytt("rett: [moete, tale]", "rett: [moete, tale, forslag]")))
    assert [en.merke for en in (*tapt.virkninger, *vunnet.virkninger)] == [Merke.HANDLING, Merke.ENDRET]


def test_a_silence_about_observers_leaves_theirs_open() -> None:
    taus = bytt("  observatoerer:\n    - {id: hod, antall: 1, virksomheter: [hod], rett: [moete, tale]}\n",
                "  observatoerer: ikke_regulert\n")  # fmt: skip
    [en] = planlegg(les(taus)).i("observatoerer")
    assert (en.merke, en.melding.mangler) == (Merke.UAVKLART, "sammensetning.observatoerer")


def test_a_substitute_where_there_may_be_none_drops_out() -> None:
    funnet = planlegg(les(bytt("ordning: fast, antall: 1", "ordning: forbudt")))
    [en] = funnet.i("stedfortredere")
    assert (en.merke, en.navn) == (Merke.UTE, "Guri Hjelm")
    assert sagt(funnet, "stedfortredere")[0].endswith("<- stedfortreder-forbudt")


@pytest.mark.parametrize(("ordning", "merke"), [("personlig", None), ("nummerert", Merke.HANDLING), ("felles", Merke.HANDLING)])  # fmt: skip  # noqa: E501
def test_a_substitute_entered_otherwise_than_the_arrangement_is(ordning: str, merke: Merke | None) -> None:
    funnet = planlegg(les(bytt("ordning: fast", f"ordning: {ordning}"))).i("stedfortredere")
    assert [en.merke for en in funnet] == ([merke] if merke else [])


# --- meetings


def test_the_margin_of_every_meeting_and_who_is_away() -> None:
    skjerpet = les(bytt("antall: minst 1/2", "antall: minst 4/5"))
    assert sagt(planlegg(skjerpet), "moeter") == [
        "~ Møtet 10. mars 2027: 5 ventet, 4 kreves (før 3), margin +1 <- beslutningsdyktighet-skjerpet",
        "~ Møtet 16. juni 2027: 5 ventet, 4 kreves (før 3), margin +1 <- beslutningsdyktighet-skjerpet",
    ]
    med_fravaer = planlegg(skjerpet, DAG, "Anne Aas", "Carl Dahl")
    assert sagt(med_fravaer, "moeter")[0] == (
        "! Møtet 10. mars 2027: 3 ventet, 4 kreves (før 3), margin −1 <- beslutningsdyktighet-skjerpet"
    )


def test_a_substitute_comes_where_substitutes_count() -> None:
    teller = bytt("teller: [medlem]", "teller: [medlem, stedfortreder]")
    data = les(bytt("antall: minst 1/2", "antall: minst 4/5", regler=teller), gamle=teller)
    assert "4 ventet, 4 kreves (før 3), margin +0" in sagt(planlegg(data, DAG, "Anne Aas", "Carl Dahl"), "moeter")[0]


def test_another_planned_day_that_is_better_is_offered() -> None:
    permisjon = FORUM.replace("virksomhet: ks, periode: 2026-01-01}",
                              "virksomhet: ks, periode: 2026-01-01, permisjon: [2027-01-01/2027-04-30]}")  # fmt: skip
    funnet = planlegg(les(bytt("antall: minst 1/2", "antall: minst 4/5"), forum=permisjon))
    [mars] = [en for en in funnet.i("moeter") if en.merke is Merke.HANDLING]
    assert (mars.navn, mars.melding.hjelp) == ("Møtet 10. mars 2027", "16. juni 2027 gir 5")


def test_without_such_a_day_the_first_with_enough_is() -> None:
    permisjon = FORUM.replace("virksomhet: ks, periode: 2026-01-01}",
                              "virksomhet: ks, periode: 2026-01-01, permisjon: [2027-01-01/2027-06-30]}")  # fmt: skip
    funnet = planlegg(les(bytt("antall: minst 1/2", "antall: minst 4/5"), forum=permisjon))
    assert {en.melding.hjelp for en in funnet.i("moeter")} == {"fra 1. juli 2027 er det 5 som ventes"}


def test_a_deadline_moves() -> None:
    funnet = planlegg(les(bytt("3 uker foer moetet", "5 uker foer moetet")))
    assert sagt(funnet, "moeter") == [
        "~ Møtet 10. mars 2027: fristen for innkallingen blir 3. februar 2027, ikke 17. februar 2027 <- frist-kortet",
        "~ Møtet 16. juni 2027: fristen for innkallingen blir 12. mai 2027, ikke 26. mai 2027 <- frist-kortet",
    ]


@pytest.mark.parametrize(
    ("frist", "dag", "tekst"),
    [
        ("12 uker", DAG, "det er før mandatet trer i kraft"),
        ("5 uker", date(2027, 2, 10), "den er alt ute"),
    ],
)
def test_a_deadline_nobody_could_keep_needs_a_decision(frist: str, dag: date, tekst: str) -> None:
    foerst = planlegg(les(bytt("3 uker foer", f"{frist} foer")), dag).i("moeter")[0]
    assert (foerst.merke, foerst.navn) == (Merke.HANDLING, "Møtet 10. mars 2027")
    assert tekst in foerst.melding.tekst


def test_a_notice_already_sent_is_held_against_the_new_deadline() -> None:
    sendt = {"moeter/raad/2027-m1.md": "---\ntid: 2027-03-10\ninnkalt: 2027-02-12\n---\n"}
    foerst = planlegg(les(bytt("3 uker foer", "5 uker foer"), andre=sendt), date(2027, 2, 14)).i("moeter")[0]
    assert foerst.merke is Merke.HANDLING
    assert "sendt 12. februar 2027, for sent" in foerst.melding.tekst


def test_a_meeting_that_is_cancelled_or_past_is_no_concern() -> None:
    andre = {
        "moeter/raad/2027-m1.md": "---\ntid: 2027-03-10\navlyst: 2026-11-01\n---\n",
        "moeter/raad/2026-m1.md": "---\ntid: 2026-05-05\n---\n",
    }
    assert {en.navn for en in planlegg(les(bytt("3 uker", "5 uker"), andre=andre)).i("moeter")} == {
        "Møtet 16. juni 2027"
    }


def test_a_rule_that_is_gone_is_told_as_gone() -> None:
    regel = next(linje for linje in REGLER.splitlines() if linje.startswith("beslutningsdyktighet:"))
    funnet = planlegg(les(bytt(regel, "beslutningsdyktighet: ikke_regulert")))
    assert {en.melding.tekst for en in funnet.i("moeter")} == {
        "mandatet sier ikke lenger når rådet er beslutningsdyktig"
    }


def test_what_only_a_reading_decides_cannot_be_told() -> None:
    aapen = bytt("teller: [medlem], ", "", "antall: minst 1/2", "antall: minst 4/5")
    funnet = planlegg(les(aapen), DAG, "Anne Aas", "Carl Dahl")
    assert {(en.merke, en.melding.mangler) for en in funnet.i("moeter")} == {(Merke.UAVKLART, "teller")}


# --- cases


_SAK = "---\ntittel: Noe\nmandatpunkt: oppgaver-2\n---\n"


def test_an_open_case_whose_task_is_gone() -> None:
    prosa = (PROSA, "## Oppgaver\n\n- Rådet gir råd om økonomi.\n")
    andre = {
        "saker/raad/2027-01.md": _SAK,
        "saker/raad/koe/noe.md": "---\ntittel: Annet\nmandatpunkt: oppgaver-1\n---\n",
    }
    funnet = planlegg(les(REGLER, prosa=prosa, andre=andre))
    assert sagt(funnet, "saker") == [
        "! raad-2027-1: oppgaven saken hviler på, er borte: «Oppgaver, punkt 2» <- teksten"
    ]
    assert (funnet.antall["saker"], funnet.uroerte("saker")) == (2, 1)


def test_a_task_in_other_words_is_for_a_person() -> None:
    prosa = (PROSA, PROSA.replace("råd om innføring", "råd om avvikling"))
    [en] = planlegg(les(REGLER, prosa=prosa, andre={"saker/raad/2027-01.md": _SAK})).i("saker")
    assert (en.merke, en.melding.mangler) == (Merke.UAVKLART, "mandatpunkt")


def test_a_case_that_is_finished_is_no_concern() -> None:
    prosa = (PROSA, "## Oppgaver\n\n- Rådet gir råd om økonomi.\n")
    ferdig = "---\ntid: 2026-05-05\nsaksliste:\n  - {sak: 1/2026, utfall: behandlet}\n---\n"
    andre = {"saker/raad/2026-01.md": _SAK, "moeter/raad/2026-m1.md": ferdig}
    assert not planlegg(les(REGLER, prosa=prosa, andre=andre)).i("saker")


# --- the rules and the levels


def _niveaer(funnet: Plan) -> list[tuple[str, str]]:
    return [(str(en.nivaa), str(en.etter)) for en in funnet.endringer]


def test_a_change_that_depends_on_the_facts_is_settled_with_a_day() -> None:
    data = les(bytt("antall: minst 1/2", "antall: minst 4/5"))
    assert _niveaer(planlegg(data)) == [("betinget", "None")]
    brutt = planlegg(data, DAG, "Anne Aas", "Carl Dahl")
    assert _niveaer(brutt) == [("betinget", "bryter")]
    assert brutt.endringer[0].fra == date(2027, 3, 10)


def test_what_the_plan_does_not_see_is_never_called_fine() -> None:
    funnet = planlegg(les(bytt("frister:", "habilitet: {inhabil: fratrer}\nfrister:"),
                          gamle=bytt("frister:", "habilitet: {inhabil: varsler}\nfrister:")))  # fmt: skip
    assert _niveaer(funnet) == [("betinget", "betinget")]


def test_where_the_members_are_not_on_file_nothing_is_called_fine() -> None:
    ukjent = FORUM.replace("medlemmer_kjent_fra: 2025-01-01", "medlemmer_kjent_fra: 2030-01-01")
    funnet = planlegg(les(bytt("antall: minst 1/2", "antall: minst 4/5"), forum=ukjent))
    assert not funnet.medlemmer_er_kjent
    assert _niveaer(funnet) == [("betinget", "betinget")]


def test_the_levels_are_those_of_changes_and_of_what_they_do() -> None:
    assert planlegg(les(bytt("varer: 2 aar", "varer: 4 aar"))).nivaaer == {Nivaa.VESENTLIG}
    assert Nivaa.BRYTER in planlegg(les(bytt("virksomheter: [rhf]", "virksomheter: [nsf]"))).nivaaer


def test_what_is_known_now_and_was_not_is_told_apart() -> None:
    ukjent = bytt("funksjonstid: {varer: 2 aar}", "funksjonstid: ukjent")
    funnet = planlegg(les(REGLER, gamle=ukjent))
    assert len(funnet.bare_kjent_naa) == 5
    assert not funnet.i("medlemmer")
    assert funnet.nivaaer == {Nivaa.UAVKLART}


# --- the frames


def test_the_horizon_and_the_day_in_force() -> None:
    data = les(bytt("3 uker foer", "5 uker foer"))
    assert {en.navn for en in planlegg(data, maaneder=4).i("moeter")} == {"Møtet 10. mars 2027"}
    senere = planlegg(data, i_kraft=date(2027, 5, 1))
    assert {en.navn for en in senere.i("moeter")} == {"Møtet 16. juni 2027"}
    assert (senere.i_kraft, senere.dager.fra, senere.dager.til) == (
        date(2027, 5, 1), date(2027, 5, 1), date(2028, 10, 31)
    )  # fmt: skip


def test_a_mandate_that_is_in_force_is_judged_from_today_on() -> None:
    assert planlegg(les(bytt("3 uker", "5 uker")), date(2027, 4, 1)).dager.fra == date(2027, 4, 1)


def test_going_back_to_the_old_one_takes_force_today() -> None:
    data = les(bytt("3 uker foer", "5 uker foer"))
    tilbake = plan(data, data.mandater[NY], data.mandater[GAMMEL], Rammer(DAG))
    assert (tilbake.i_kraft, tilbake.endringer[0].endring and tilbake.endringer[0].endring.id) == (
        DAG,
        "frist-forlenget",
    )


def test_there_must_be_a_council() -> None:
    data = les(REGLER)
    fremmed = data.mandater[NY].model_copy(update={"forum": "ukjent"})
    with pytest.raises(UtenForumError, match=r"data/forum/ukjent\.yaml"):
        plan(data, data.mandater[GAMMEL], fremmed, Rammer(DAG))


def test_what_could_not_be_read_is_named() -> None:
    from tests.trees import load_tree

    filer = {
        "forum/raad.yaml": FORUM,
        "moeter/raad/2027-m3.md": "---\ntid: aldri\n---\n",
        "mandater/raad/2025-01-01.md": "---\nforum: raad\nstatus: vedtatt\ngjelder_fra: 2025-01-01\n---\n",
    }
    data = load_tree(filer).dataset
    ett = data.mandater[GAMMEL]
    assert plan(data, ett, ett, Rammer(DAG)).ulest == ("data/moeter/raad/2027-m3.md",)


def test_the_order_is_the_same_every_time() -> None:
    nye = bytt("varer: 2 aar", "varer: 18 maaneder", "virksomheter: [rhf]", "virksomheter: [nsf]", "3 uker", "5 uker")
    en, annen = (planlegg(les(nye)) for _ in range(2))
    assert en.virkninger == annen.virkninger
    assert [virkning.omraade for virkning in en.virkninger] == sorted(
        (virkning.omraade for virkning in en.virkninger), key=["medlemmer", "moeter"].index
    )


def test_sides_that_are_in_no_file_of_the_tree() -> None:
    """As from another git revision: what is found rests on mandates that have no place here."""
    lang = FORUM.replace("{navn: Berit Bø, virksomhet: ks, periode: 2026-01-01}",
                         "{navn: Berit Bø, virksomhet: ks, periode: 2026-01-01/2031-12-31}")  # fmt: skip
    data = les(bytt("varer: 2 aar", "varer: 8 aar", "virksomheter: [rhf]", "virksomheter: [nsf]"), forum=lang)
    uten = {id_: fil for id_, fil in data.files.items() if id_ not in (GAMMEL, NY)}
    bare_live = replace(data, mandater={}, files=uten)
    funnet = plan(bare_live, data.mandater[GAMMEL], data.mandater[NY], Rammer(DAG))
    assert {"periode", "MED411"} <= {en.slag for en in funnet.virkninger}
    assert [(en.slag, en.objekt, en.melding.tekst, en.aarsaker) for en in funnet.virkninger] == [
        (en.slag, en.objekt, en.melding.tekst, en.aarsaker) for en in planlegg(data).virkninger
    ]
