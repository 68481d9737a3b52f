from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.oversikt.flytting import flytteoversikt, fristoversikt_for
from ehelse_cli.oversikt.frister import fristene, fristoversikt
from ehelse_cli.oversikt.innspill import innspillsoversikt
from ehelse_cli.oversikt.involvering import involveringsoversikt
from ehelse_cli.oversikt.koe import koeoversikt
from ehelse_cli.oversikt.medlemsoversikt import medlemsoversikt
from ehelse_cli.oversikt.oppgaver import oppgaveoversikt
from ehelse_cli.oversikt.oppmoeteoversikt import oppmoeteoversikt
from ehelse_cli.oversikt.oversikt import Oversikt
from ehelse_cli.oversikt.prosess import prosessoversikt
from ehelse_cli.oversikt.raad import raadsoversikt
from ehelse_cli.oversikt.representasjon import representasjonsoversikt
from ehelse_cli.oversikt.sammensetning import sammensetningsoversikt
from ehelse_cli.oversikt.spor import kjeden, venter_paa
from ehelse_cli.oversikt.sporoversikt import sporoversikt
from ehelse_cli.oversikt.tiltak import tiltaksoversikt
from ehelse_cli.report.oversikt import FORMATS
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen
from tests.oversikt.modellen import DAG, MODELLEN, modellen
from tests.trees import load_tree

ALLE: Mapping[str, Callable[[Dataset], Oversikt]] = {
    "frister": lambda data: fristoversikt(data, DAG),
    "koe": lambda data: koeoversikt(data, DAG),
    "spor": lambda data: sporoversikt(data, data.saker["utvalg-2026-1"], DAG),
    "tiltak": lambda data: tiltaksoversikt(data, DAG),
    "innspill": lambda data: innspillsoversikt(data, DAG),
    "raad": lambda data: raadsoversikt(data, DAG),
    "prosess": lambda data: prosessoversikt(data, DAG),
    "oppgaver": lambda data: oppgaveoversikt(data, DAG),
    "involvering": lambda data: involveringsoversikt(data, DAG),
    "sammensetning": lambda data: sammensetningsoversikt(data, DAG),
    "oppmoete": lambda data: oppmoeteoversikt(data, data.forum["raad"], DAG),
    "representasjon": lambda data: representasjonsoversikt(data, DAG),
    "medlemmer": lambda data: medlemsoversikt(data, data.forum["raad"], DAG),
}


@pytest.fixture(scope="module")
def data() -> Dataset:
    return modellen()


def tekst(oversikt: Oversikt, bredde: int = 80) -> str:
    return FORMATS["tekst"](oversikt, Screen(bredde))


def ord_i(tekst_: str) -> str:
    return " ".join(tekst_.split())


def rader(oversikt: Oversikt, tabell: str) -> list[dict[str, object]]:
    (en,) = (en for en in oversikt.tabeller if en.id == tabell)
    return [{hode.noekkel: verdi for hode, verdi in zip(en.hoder, rad, strict=True)} for rad in en.rader]


def fakta(oversikt: Oversikt) -> dict[str, object]:
    return {fakt.noekkel: fakt.verdi for fakt in oversikt.fakta}


@pytest.mark.parametrize("navn", ALLE)
def test_it_is_told(data: Dataset, navn: str, snapshot: SnapshotAssertion) -> None:
    oversikt = ALLE[navn](data)
    assert oversikt.id == navn
    assert oversikt.tabeller[0].rader
    assert tekst(oversikt) == snapshot


@pytest.mark.parametrize("bredde", [60, 80, 120])
@pytest.mark.parametrize("navn", ALLE)
def test_it_fits_the_screen(data: Dataset, navn: str, bredde: int) -> None:
    assert max(map(width, tekst(ALLE[navn](data), bredde).splitlines())) <= bredde


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("navn", ALLE)
def test_what_is_exempt_is_in_no_form(data: Dataset, navn: str, form: str) -> None:
    assert "emmelig" not in FORMATS[form](ALLE[navn](data), Screen(120))


@pytest.mark.parametrize("navn", ALLE)
def test_nothing_at_all_is_an_overview_too(navn: str) -> None:
    if navn in ("spor", "oppmoete", "medlemmer"):
        return
    assert ALLE[navn](Dataset()).tabeller[0].rader == () or navn == "frister"


@pytest.mark.parametrize(
    ("navn", "sagt"),
    [
        ("frister", "2.9.2026 82 dager over svar på rådet i sak raad-2026-1"),
        ("frister", "25.11.2026 om 2 dager saksdokumenter raad-2026-m3 praksis"),
        ("frister", "30.11.2026 om 7 dager formøte: Formøtet raad-2026-m3"),
        ("koe", "Mangler: videre saksprosess, konsekvenser for kommunene, forslag til vedtak"),
        ("koe", "2/2026 Utsatt sak Rådet utsatt raad-2026-m1"),
        ("spor", "venter på NHN (gjennomfører), 2027"),
        ("spor", "2. februar 2026 Utvalget 1/2026 innstilling gitt, videre til Rådet"),
        (
            "raad",
            "2.3.2026 Rådet 1/2026, 2 HOD ikke fulgt 20.5.2026 Rådet vil ha penger. Begrunnelse: Det er ikke råd.",
        ),
        ("raad", "videreført i raad-2026-1"),
        ("raad", "2026 Rådet 3 1 0 1 1 0 1 av 2 (50 %)"),
        ("tiltak", "20.11.2026 3 dager over NHN 1/2026 raad-2026-m1 Skrive plan"),
        ("oppgaver", "Rådet oppgaver-2 0 følge med"),
        ("involvering", "2.2.2026 1/2026 utredning Utvalget → Rådet 15.4.2026 20.5.2026 107"),
        ("oppmoete", "Kari Oslo kommune 2 0 2 2 av 1 0 må møte selv i raad-2026-m3, over mandatets grense"),
        ("representasjon", "NHN 2 1 3"),
        ("medlemmer", "kommuner 1 KS"),
        ("medlemmer", "31.12.2026 38 Kari kommuner KS raad-2027-m1"),
    ],
)
def test_what_is_told(data: Dataset, navn: str, sagt: str) -> None:
    assert sagt in ord_i(tekst(ALLE[navn](data)))


# --- the day decides


def test_an_answer_given_later_was_not_known(data: Dataset) -> None:
    assert fakta(raadsoversikt(data, date(2026, 5, 1)))["venter"] == 3
    assert fakta(raadsoversikt(data, DAG))["venter"] == 1


def test_input_handled_later_still_waits(data: Dataset) -> None:
    assert fakta(innspillsoversikt(data, DAG))["venter"] == 1
    assert fakta(innspillsoversikt(data, date(2026, 12, 11)))["venter"] == 0


def test_a_deadline_met_is_open_no_more(data: Dataset) -> None:
    frister = {(rad.gjelder, rad.hva): rad for rad in fristene(data, DAG)}
    assert frister["raad-2026-m3", "innkalling"].er_gjort(DAG)
    assert not frister["raad-2026-m3", "innkalling"].er_gjort(date(2026, 11, 17))
    assert frister["raad-2026-m2", "referat"].er_forfalt(DAG)
    assert not frister["aarshjul-2026", "TBUs notat"].er_forfalt(date(2027, 1, 2))


def test_an_assignment_is_met_when_all_that_carries_it_on_is_treated(data: Dataset) -> None:
    (oppdrag,) = (rad for rad in fristene(data, DAG) if rad.hva.startswith("oppdrag"))
    assert (oppdrag.gjort, oppdrag.dato, oppdrag.kilde) == (date(2026, 3, 2), date(2026, 12, 1), "HOD")


def test_a_vacant_seat_is_counted_and_told_who_fills_it(data: Dataset) -> None:
    foer = medlemsoversikt(data, data.forum["raad"], date(2026, 6, 30))
    etter = medlemsoversikt(data, data.forum["raad"], date(2026, 7, 1))
    assert (fakta(foer)["ledige"], fakta(etter)["ledige"]) == (0, 1)
    assert rader(foer, "ledige") == []
    assert rader(etter, "ledige") == [{"gruppe": "kommuner", "antall": 1, "oppnevnes_av": "KS"}]


def test_before_the_members_are_known_nothing_is_vacant(data: Dataset) -> None:
    senere = modellen({"forum/raad.yaml": MODELLEN["forum/raad.yaml"].replace("kjent_fra: 2025", "kjent_fra: 2030")})
    assert fakta(medlemsoversikt(senere, senere.forum["raad"], DAG))["ledige"] == "ikke kjent"
    assert tekst(oppmoeteoversikt(senere, senere.forum["raad"], DAG)).count("Ingen er ført") == 1


# --- a matter's way


@pytest.mark.parametrize("id_", ["utvalg-2026-1", "raad-2026-1"])
def test_the_way_is_the_same_from_every_case_of_it(data: Dataset, id_: str) -> None:
    assert [en.id for en in kjeden(data, data.saker[id_])] == ["utvalg-2026-1", "raad-2026-1"]
    assert [en.steg.hvem for en in venter_paa(data, data.saker[id_], DAG)] == ["nhn"]


def test_who_is_waited_for_follows_the_day(data: Dataset) -> None:
    sak = data.saker["raad-2026-1"]
    dager = {
        dag: [en.steg.hvem for en in venter_paa(data, sak, dag)] for dag in (date(2026, 4, 1), date(2026, 5, 1), DAG)
    }
    assert list(dager.values()) == [["ks"], ["hod"], ["nhn"]]


def test_cases_in_a_circle_end(data: Dataset) -> None:
    sti = "saker/utvalg/2026-01.md"
    rundt = modellen({sti: MODELLEN[sti].replace("tittel:", "fra_sak: raad-2026-1\n        tittel:", 1)})
    assert {en.id for en in kjeden(rundt, rundt.saker["raad-2026-1"])} == {"utvalg-2026-1", "raad-2026-1"}
    for bygg in ALLE.values():
        assert bygg(rundt).tabeller


# --- attendance


def test_the_limit_of_the_secretariat_speaks_where_the_mandate_has_none(data: Dataset) -> None:
    mandat = MODELLEN["mandater/raad/2025-01-01.md"].replace(", bruk: hoeyst 1 per aar", "")
    forum = MODELLEN["forum/raad.yaml"].replace("praksis:", "praksis:\n          stedfortreder: hoeyst 2 per aar")
    endret = modellen({"mandater/raad/2025-01-01.md": mandat, "forum/raad.yaml": forum})
    oversikt = oppmoeteoversikt(endret, endret.forum["raad"], DAG)
    assert fakta(oversikt)["grense"] == "høyst 2 per år (praksis)"
    assert "må møte selv i raad-2026-m3, sekretariatets grense er nådd" in ord_i(tekst(oversikt))


def test_a_share_is_of_those_it_is_known_of(data: Dataset) -> None:
    uten = MODELLEN["moeter/raad/2026-m2.md"].replace("          forfall: [Ane]\n", "")
    endret = modellen({"moeter/raad/2026-m2.md": uten})
    oversikt = oppmoeteoversikt(endret, endret.forum["raad"], DAG)
    (ane,) = (rad for rad in rader(oversikt, "medlemmer") if rad["navn"] == "Ane")
    assert (ane["moeter"], ane["selv"], ane["ukjent"]) == (2, 1, 1)
    assert str(ane["andel_selv"]) == "Andel(antall=1, av=1)"


def test_only_the_months_that_are_asked_for(data: Dataset) -> None:
    assert fakta(oppmoeteoversikt(data, data.forum["raad"], DAG, maaneder=3))["moeter"] == 1


# --- moving a meeting


def flyttet(tid: str, **endret: str) -> Oversikt:
    foer = modellen(endret)
    sti = "moeter/raad/2026-m3.md"
    gammel = {**MODELLEN, **endret}[sti]
    return flytteoversikt(
        foer, modellen({**endret, sti: gammel.replace("tid: 2026-12-02", f"tid: {tid}")}), "raad-2026-m3", DAG
    )


def test_the_chain_moves_with_the_meeting_and_what_is_sent_is_sent() -> None:
    kjede = {rad["hva"]: rad for rad in rader(flyttet("2026-12-24"), "kjede")}
    assert kjede["innkalling"]["merk"] == "alt sendt"
    assert (kjede["saksdokumenter"]["foer"], kjede["saksdokumenter"]["etter"]) == (
        date(2026, 11, 25),
        date(2026, 12, 17),
    )
    assert kjede["møte"]["ukedag"] == "torsdag"
    assert {rad["hva"]: rad["merk"] for rad in rader(flyttet("2026-12-26"), "kjede")}["møte"] == "2. juledag"
    assert {rad["hva"]: rad["merk"] for rad in rader(flyttet("2026-11-27"), "kjede")}["saksdokumenter"] == "alt passert"


def test_what_else_is_that_day_and_who_leaves_before_it() -> None:
    oversikt = flyttet("2027-02-03")
    assert [rad["hva"] for rad in rader(oversikt, "kollisjoner")] == ["møte i Rådet (raad-2027-m1)"]
    assert [rad["navn"] for rad in rader(oversikt, "gaar")] == ["Ane", "Kari"]
    assert [rad["hva"] for rad in rader(flyttet("2026-11-30"), "kollisjoner")] == ["formøte: Formøtet"]


def test_those_who_have_sent_word_are_counted_out() -> None:
    meldt = MODELLEN["moeter/raad/2026-m3.md"].replace(
        "saksliste:", "fremmoete: {forfall: [Ane, Kari]}\n        saksliste:"
    )
    sagt = fakta(flyttet("2026-12-09", **{"moeter/raad/2026-m3.md": meldt}))
    assert (sagt["medlemmer"], sagt["forfall"]) == (3, ("Kari", "Ane"))
    assert str(sagt["dyktig"]).startswith("nei")


def test_the_deadlines_of_one_meeting() -> None:
    oversikt = fristoversikt_for(modellen(), "raad-2026-m3", DAG)
    assert [rad["hva"] for rad in rader(oversikt, "frister")] == ["innkalling", "saksdokumenter"]


@pytest.mark.parametrize(("dager", "tittel"), [(1, "Det neste døgnet"), (30, "De neste 30 dagene")])
def test_the_deadlines_say_how_far_they_look(dager: int, tittel: str) -> None:
    (tabellen,) = fristoversikt(Dataset(), DAG, dager=dager).tabeller
    assert tabellen.tittel == tittel
    assert tittel.lower() in str(tabellen.tom)


def test_a_case_may_wish_for_a_meeting_of_a_council_that_has_no_file() -> None:
    data = load_tree(
        {
            "forum/a.yaml": "navn: A\n",
            "moeter/b/2026-m1.md": "---\ntid: 2026-12-02\n---\n",
            "saker/a/koe/ny.md": "---\ntittel: Ny\noensket_moete: b-2026-m1\n---\n",
        }
    ).dataset
    (rad,) = rader(koeoversikt(data, DAG), "koe")
    assert (rad["moete"], rad["frist"]) == ("b-2026-m1", None)
