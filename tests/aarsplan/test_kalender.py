"""The calendar of a year that has none: closed times moved from the one before, each said to be unconfirmed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ehelse_cli.aarsplan.kalender import StengtTid, forrige, ikke_overfoert, staar_stengt, stengte_tider
from ehelse_cli.core.periode import Periode
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.rules.aar_dager import dagene
from tests.aarsplan.aaret import Aaret, data

EKTE = load(DiskTree(Path(__file__).parents[2])).dataset


def test_the_closed_times_of_2026_moved_to_2027_are_those_the_secretariat_wrote() -> None:
    uten_2027 = replace(EKTE, aarshjul={"aarshjul-2026": EKTE.aarshjul["aarshjul-2026"]})
    skrevet = [en for en in EKTE.aarshjul["aarshjul-2027"].hendelser if en.slag == "stengt"]
    assert [(en.tittel, en.dager) for en in stengte_tider(uten_2027, 2027)] == [
        (en.tittel, dagene(en)) for en in skrevet
    ]


def test_each_says_that_it_must_be_confirmed_after_what_was_said_before() -> None:
    overfoert = {en.tittel: en for en in stengte_tider(EKTE, 2028)}
    assert all(en.overfoert and "må bekreftes" in (en.merknad or "") for en in overfoert.values())
    assert overfoert["Vinterferie"].merknad == "uke 8 og 9; fylkene har ulike uker; foreslått etter 2027, må bekreftes"


def test_what_is_said_goes_before_the_one_of_the_same_title() -> None:
    egen = StengtTid("vinterferie", Periode.parse("2028-02-14/2028-02-18"))
    funnet = stengte_tider(EKTE, 2028, (egen,))
    assert [en for en in funnet if en.tittel.casefold() == "vinterferie"] == [egen]


def test_a_time_that_is_only_one_councils_stays_theirs() -> None:
    rad = "hendelser:\n  - {tittel: Flytting, slag: stengt, hvem: raadet, dato: 2026-05-04/2026-05-08}\n"
    (flytting,) = stengte_tider(data(Aaret(kalendere={2026: rad})), 2027)
    assert (flytting.hvem, str(flytting.dager)) == ("raadet", "2027-05-03/2027-05-07")


def test_what_a_calendar_says_must_be_confirmed_is_not_yet() -> None:
    rader = (
        "hendelser:\n"
        '  - {tittel: Høstferie, slag: stengt, dato: 2027-10-04/2027-10-08, merknad: "foreslått, må bekreftes"}\n'
        "  - {tittel: Flytting, slag: stengt, dato: 2027-05-03/2027-05-07}\n"
    )
    kalender = data(Aaret(kalendere={2027: rader})).aarshjul["aarshjul-2027"]
    assert [(en.tittel, en.overfoert) for en in staar_stengt(kalender)] == [("Høstferie", True), ("Flytting", False)]


def test_there_is_nothing_to_move_where_no_calendar_is() -> None:
    tomt = data(Aaret(kalendere={}))
    assert forrige(tomt, 2027) is None
    assert stengte_tider(tomt, 2027) == ()
    assert ikke_overfoert(tomt, 2027) == ()


def test_what_others_decide_is_not_moved() -> None:
    assert {en.slag for en in ikke_overfoert(EKTE, 2028)} == {"anker", "frist", "formoete"}
    assert not any(en.foer for en in ikke_overfoert(EKTE, 2028))
