from __future__ import annotations

import pytest

from ehelse_cli.core.spraak import i_ord, mente_du, noark, oppramsing, stor


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("Høyst 2", "hoeyst 2"),
        ("10  virkedager før møtet", "10 virkedager foer moetet"),
        ("7–10", "7-10"),
        ("å", "aa"),
        ("Ære", "aere"),
    ],
)
def test_noark_spells_norwegian_letters_out(skrevet: str, lest: str) -> None:
    assert noark(skrevet) == lest


def test_a_suggestion_is_made_only_when_it_would_be_understood() -> None:
    assert mente_du("Å", lambda tekst: tekst) == " Mente du «aa»?"
    assert mente_du("aa", int) == ""
    assert mente_du("Å", int) == ""


@pytest.mark.parametrize(
    ("ord_", "nb", "nn"),
    [
        ("hoeyst", "høyst", "høgst"),
        ("ubegrenset", "ubegrenset", "uavgrensa"),
        ("aar", "år", "år"),
        ("halvaar", "halvår", "halvår"),
        ("kvartaler", "kvartaler", "kvartal"),
        ("maaned", "måned", "månad"),
        ("maaneder", "måneder", "månader"),
        ("uke", "uke", "veke"),
        ("uker", "uker", "veker"),
        ("dager", "dager", "dagar"),
        ("timer", "timer", "timar"),
        ("virkedager", "virkedager", "virkedagar"),
        ("virkedag_med_loerdag", "virkedag (lørdag medregnet)", "virkedag (laurdag medrekna)"),
        ("virkedager_med_loerdag", "virkedager (lørdag medregnet)", "virkedagar (laurdag medrekna)"),
        ("moetet", "møtet", "møtet"),
        ("innkalling", "innkallingen", "innkallinga"),
        ("referat_utkast", "referatutkastet", "referatutkastet"),
        ("vedtak", "vedtaket", "vedtaket"),
        ("valg", "valget", "valet"),
        ("aarsskiftet", "årsskiftet", "årsskiftet"),
        ("saksliste", "sakslisten", "sakslista"),
        ("saksdokumenter", "saksdokumentene", "saksdokumenta"),
        ("innmelding", "innmeldingen", "innmeldinga"),
        ("forfall", "forfallet", "forfallet"),
        ("referat", "referatet", "referatet"),
        ("kommentarer", "kommentarene", "kommentarane"),
        ("moeteplan", "møteplanen", "møteplanen"),
        ("aarshjul", "årshjulet", "årshjulet"),
        ("senest", "senest", "seinast"),
        ("en-egen_frist", "en egen frist", "en egen frist"),
    ],
)
def test_the_words_of_the_small_languages_in_proper_norwegian(ord_: str, nb: str, nn: str) -> None:
    assert (i_ord(ord_, "nb"), i_ord(ord_, "nn")) == (nb, nn)


@pytest.mark.parametrize(
    ("ordene", "sagt"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_words_are_listed_as_people_do(ordene: list[str], sagt: str) -> None:
    assert oppramsing(ordene) == sagt
    assert oppramsing(ordene, "eller") == sagt.replace(" og ", " eller ")


@pytest.mark.parametrize(("tekst", "sagt"), [("", ""), ("årlig møte", "Årlig møte"), ("NEHR", "NEHR")])
def test_a_capital_begins_a_sentence(tekst: str, sagt: str) -> None:
    assert stor(tekst) == sagt
