from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ehelse_cli.export.fil import Valg
from ehelse_cli.export.ical import _brettet, ical
from tests.public.trees import DAG, FILES, offentlig

OSLO = ZoneInfo("Europe/Oslo")
M2 = FILES["moeter/raad/2026-m2.md"]
ALLE = Valg()


def _raa(endret: Mapping[str, str] = {}, dag: date = DAG, valg: Valg = ALLE) -> str:
    (fil,) = ical(offentlig(endret, dag), valg)
    return fil.innhold.decode()


def _hendelser(endret: Mapping[str, str] = {}, dag: date = DAG, valg: Valg = ALLE) -> list[Any]:
    kalender = Calendar.from_ical(_raa(endret, dag, valg))
    assert kalender.errors == []
    hendelser = list(kalender.walk("VEVENT"))
    assert [hendelse.errors for hendelse in hendelser] == [[] for _ in hendelser]
    return hendelser


def _en(endret: Mapping[str, str], slutt: str = "Rådet for prøver", dag: date = DAG) -> Any:
    return next(
        en for en in _hendelser(endret, dag) if "2/2026" in str(en["SUMMARY"]) and str(en["SUMMARY"]).endswith(slutt)
    )


def test_another_program_reads_it() -> None:
    kalender = Calendar.from_ical(_raa())
    assert str(kalender["X-WR-CALNAME"]) == "Prøvemodellen (eksempeldata)"
    assert [str(sone["TZID"]) for sone in kalender.walk("VTIMEZONE")] == ["Europe/Oslo"]
    foerste, neste = _hendelser()
    assert foerste["DTSTART"].dt == datetime(2026, 9, 9, 10, tzinfo=OSLO)
    assert neste["DTEND"].dt == datetime(2026, 12, 2, 14, tzinfo=OSLO)
    assert str(neste["SUMMARY"]) == "Møte 2/2026 – Rådet for prøver"
    assert str(neste["URL"]) == "https://example.org/raad/moete/raad-2026-m2/"
    assert "Sak 2/2026: Unntatt offentlighet, offl. § 23 tredje ledd" in str(foerste["DESCRIPTION"])


def test_the_time_zone_is_right_in_summer_and_winter() -> None:
    vinter, sommer = _hendelser()[1], _hendelser()[0]
    assert vinter["DTSTART"].dt.utcoffset().total_seconds() == 3600
    assert sommer["DTSTART"].dt.utcoffset().total_seconds() == 7200


def test_a_moved_meeting_is_the_same_with_a_higher_sequence() -> None:
    flyttet = M2.replace(
        "tid: 2026-12-02", "flyttet: [{opprinnelig: 2026-12-02, dato: 2026-11-17}]\n        tid: 2026-12-09"
    )
    foer, etter = _en({}), _en({"moeter/raad/2026-m2.md": flyttet})
    assert foer["UID"] == etter["UID"]
    assert (foer["SEQUENCE"], etter["SEQUENCE"]) == (0, 1)
    assert etter["DTSTART"].dt.date() == date(2026, 12, 9)


def test_a_cancelled_meeting_stays_and_says_so() -> None:
    avlyst = M2.replace("innkalt:", "avlyst: 2026-11-20\n        begrunnelse: Det kolliderte.\n        innkalt:")
    hendelse = _en({"moeter/raad/2026-m2.md": avlyst})
    assert (str(hendelse["STATUS"]), hendelse["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(hendelse["SUMMARY"]).startswith("Avlyst: ")
    assert str(hendelse["DESCRIPTION"]).startswith("Det kolliderte.")


def test_a_day_that_a_move_took_away_is_cancelled() -> None:
    kortere = M2.replace(
        "tid: 2026-12-02", 'flyttet: [{opprinnelig: ["2026-12-01", "2026-12-02"]}]\n        tid: 2026-12-02'
    )
    dager = [en for en in _hendelser({"moeter/raad/2026-m2.md": kortere}) if "2/2026" in str(en["SUMMARY"])]
    assert [str(en["STATUS"]) for en in dager] == ["CONFIRMED", "CANCELLED"]
    assert len({str(en["UID"]) for en in dager}) == 2


def test_a_planned_meeting_is_tentative_and_takes_the_day() -> None:
    (hendelse,) = [
        en for en in _hendelser({"aarshjul/2027.yaml": "publisert: 2026-11-01\n"}) if "1/2027" in str(en["SUMMARY"])
    ]
    assert str(hendelse["STATUS"]) == "TENTATIVE"
    assert (hendelse["DTSTART"].dt, hendelse["DTEND"].dt) == (date(2027, 3, 10), date(2027, 3, 11))


def test_deadlines_come_when_asked_for() -> None:
    assert not [en for en in _hendelser() if "Frist" in str(en["SUMMARY"])]
    frister = [en for en in _hendelser(valg=Valg(frister=True)) if "Frist" in str(en["SUMMARY"])]
    assert [(en["DTSTART"].dt, str(en["TRANSP"])) for en in frister] == [
        (date(2026, 8, 26), "TRANSPARENT"),
        (date(2026, 11, 18), "TRANSPARENT"),
    ]


def test_the_deadlines_of_a_cancelled_meeting_are_cancelled_in_every_calendar() -> None:
    """They do not only go: a calendar that has them would keep them."""
    avlyst = M2.replace("innkalt:", "avlyst: 2026-11-20\n        innkalt:")

    def frister(endret: dict[str, str]) -> dict[str, tuple[str, int, date, str]]:
        alle = _hendelser(endret, valg=Valg(frister=True))
        return {
            str(en["UID"]): (str(en.get("STATUS", "")), en["SEQUENCE"], en["DTSTART"].dt, str(en["SUMMARY"])[:14])
            for en in alle
            if "Frist" in str(en["SUMMARY"])
        }

    foer, etter = frister({}), frister({"moeter/raad/2026-m2.md": avlyst})
    assert foer.keys() == etter.keys()
    assert {(status, nr) for status, nr, *_ in foer.values()} == {("", 0)}
    falt_bort = {uid: en for uid, en in etter.items() if en != foer[uid]}
    assert [en[:2] for en in falt_bort.values()] == [("CANCELLED", 1)]
    assert [en[3] for en in falt_bort.values()] == ["Avlyst: Frist:"]
    assert [en[2] for en in falt_bort.values()] == [foer[uid][2] for uid in falt_bort]
    assert frister({"moeter/raad/2026-m2.md": avlyst.replace("2026-11-20", "2026-12-01")}) == foer  # not known yet


def test_no_participant_is_named() -> None:
    assert not {"ATTENDEE", "ORGANIZER", "Anne Lie", "hemmelig"} & set(_raa().replace(":", "\n").splitlines())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_a_folded_line_is_no_longer_than_it_may_be_and_reads_back(tekst: str) -> None:
    rader = _brettet(f"SUMMARY:{tekst}").removesuffix(b"\r\n").split(b"\r\n ")
    assert max(len(rad) + (nr > 0) for nr, rad in enumerate(rader)) <= 75
    assert "".join(rad.decode() for rad in rader) == f"SUMMARY:{tekst}"  # each is text by itself


@pytest.mark.parametrize("tittel", ["A; b, c\\ d", "æøå " * 40])
def test_what_people_write_is_what_others_read(tittel: str) -> None:
    sak = f"---\ntittel: |\n  {tittel}\n---\n"
    beskrivelse = str(_en({"saker/raad/2026-05.md": sak})["DESCRIPTION"])
    assert tittel.strip() in beskrivelse
