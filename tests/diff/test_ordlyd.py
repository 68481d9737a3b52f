from __future__ import annotations

import pytest

from ehelse_cli.diff.ordlyd import bare_i, samme_ord, stammer, vekter


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Utvalget skal møtes fire ganger", ["styrke:skal", "tall:4"]),
        ("Medlemmene må ikke stemme", ["nektelse:ikke", "styrke:skal"]),
        ("Rådet bør normalt møtes", ["styrke:boer", "styrke:normalt"]),
        ("minst to tredjedeler av setene", ["tall:2/3", "tall:minst"]),
        ("mer enn halvparten", ["tall:1/2", "tall:over"]),
        ("over 1/2", ["tall:1/2", "tall:over"]),
        ("minst 40 prosent", ["tall:2/5", "tall:minst"]),
        ("høyst én gang", ["tall:1", "tall:hoeyst"]),
        ("under møtet og over tid, sett under ett", []),
        ("en sak fra et medlem", []),
        ("innen to uker, senest 1. mai", ["tall:1", "tall:2", "tall:senest", "tall:senest"]),
        ("vedtak krever flertall, jf. § 4-2 og punkt 3", ["henvisning:punkt3", "henvisning:§4-2", "tall:flertall"]),
        ("sak 7/2020", ["tall:2020", "tall:7"]),
        ("Utvalet skal berre møtast når ingen er ueinige", ["nektelse:bare", "nektelse:ingen", "styrke:skal"]),
    ],
)
def test_which_words_carry_a_rule(tekst: str, ventet: list[str]) -> None:
    assert sorted(f"{vekt.slag}:{vekt.verdi}" for vekt in vekter(tekst)) == ventet


def test_spellings_of_one_word_weigh_the_same_and_are_counted() -> None:
    assert bare_i("Rådet må møtes", "Rådet skal møtes") == ()
    assert [vekt.ord for vekt in bare_i("skal og skal", "skal")] == ["skal"]


@pytest.mark.parametrize(
    ("en", "annen", "lik"),
    [
        ("Rådet møtes, og gir råd.", "rådet møtes og gir råd", True),
        ("Rådet møtes", "Rådet møtte", False),
        ("*Rådet* møtes", "Rådet møtes", True),
    ],
)
def test_what_is_only_marks_and_letters(en: str, annen: str, lik: bool) -> None:
    assert samme_ord(en, annen) is lik


def test_a_word_and_its_inflections_are_one_and_common_words_say_nothing() -> None:
    assert stammer("Observatørene") == stammer("observatør")
    assert stammer("Medlemmene i utvalget har møter") == frozenset()
    assert stammer("KS er med, vi og 17") == {"ks"}
