"""Which change of the head the words say too, what is left of the words, and that nothing is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.ankre import blokker
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.ekko import avsnitt_som_er_endret
from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.diff.slag import SLAG
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree

Mandatleser = Callable[..., Mandat]

_HODE = "sammensetning: {punkt: sammensetning, seter: %s}\nmoeter: {hyppighet: %s, punkt: moeter}"
_OPPGAVER = "## Oppgaver\n\n- gir råd om alt mulig\n%s"

#: What is left of the words, and the other way; the old prose, the new. The head is the same on both sides.
PROSATRIPLETTER = [
    ("ordlyd-nektelse", "ordlyd-nektelse", "## A\n\nRådet svarer alle.", "## A\n\nRådet svarer ikke alle."),
    ("ordlyd-styrke", "ordlyd-styrke", "## A\n\nRådet kan svare alle.", "## A\n\nRådet skal svare alle."),
    ("ordlyd-tall", "ordlyd-tall", "## A\n\nRådet svarer på tre dager.", "## A\n\nRådet svarer på fire dager."),
    ("ordlyd-tall", "ordlyd-tall", "## A\n\nRådet svarer ved flertall.", "## A\n\nRådet svarer ved enighet."),
    ("ordlyd-henvisning", "ordlyd-henvisning", "## A\n\nRådet svarer etter § 4 her.",
     "## A\n\nRådet svarer etter § 5 her."),
    ("ordlyd-endret", "ordlyd-endret", "## A\n\nRådet svarer raskt på alt.", "## A\n\nRådet svarer grundig på alt."),
    ("ordlyd-rettet", "ordlyd-rettet", "## A\n\nRådet svarer, raskt på alt", "## A\n\nrådet svarer raskt på alt."),
    ("avsnitt-lagt-til", "avsnitt-fjernet", "## A\n\nEn to tre.", "## A\n\nEn to tre.\n\nNoe helt annet her."),
    ("avsnitt-flyttet", "avsnitt-flyttet", "## A\n\nDette er et avsnitt.\n\n## B\n\nHer er noe.",
     "## A\n\n## B\n\nHer er noe.\n\nDette er et avsnitt."),
    ("seksjon-lagt-til", "seksjon-fjernet", "## A\n\nRådet svarer.", "## A\n\nRådet svarer.\n\n## B"),
    ("overskrift-endret", "overskrift-endret", "## A\n\nRådet svarer raskt på alt her og nå.",
     "## B\n\nRådet svarer raskt på alt her og nå."),
    ("oppgave-lagt-til", "oppgave-fjernet", _OPPGAVER % "", _OPPGAVER % "- skal følge med på veikart"),
    ("oppgave-endret", "oppgave-endret", _OPPGAVER % "- følger med på et veikart",
     _OPPGAVER % "- følger med på et kart"),
    ("merknad-endret", "merknad-endret", "*Dette er skrevet av.*\n\n## A", "*Dette er skrevet ned.*\n\n## A"),
    ("styringslinjer-sagt", "styringslinjer-ikke-lenger-sagt", "## A\n\nRådet svarer.",
     "## A\n\nRådet svarer.\n\nStyringslinjene ligger fast."),
]  # fmt: skip


@pytest.mark.parametrize(("frem", "tilbake", "gammel", "ny"), PROSATRIPLETTER)
def test_words_that_no_rule_explains_have_their_kind_and_its_mirror(
    mandat: Mandatleser, frem: str, tilbake: str, gammel: str, ny: str
) -> None:
    a, b = mandat("", gammel), mandat("", ny)
    assert frem in [en.id for en in diff(a, b).ordlyd]
    assert tilbake in [en.id for en in diff(b, a).ordlyd]
    assert not diff(a, b).om_regler


@pytest.mark.parametrize(
    ("fra", "til", "gammel", "ny"),
    [
        (_HODE % (17, "3 per aar"), _HODE % (18, "3 per aar"), "Vi har 17 medlemmer.", "Vi har 18 medlemmer."),
        (_HODE % (8, "3 per aar"), _HODE % (11, "3 per aar"), "Vi har åtte medlemmer.", "Vi har elleve medlemmer."),
    ],
)
def test_a_change_of_the_head_claims_the_words_that_say_it(
    mandat: Mandatleser, fra: str, til: str, gammel: str, ny: str
) -> None:
    sammenligning = diff(mandat(fra, f"## Sammensetning\n\n{gammel}"), mandat(til, f"## Sammensetning\n\n{ny}"))
    [en] = sammenligning.om_regler
    assert (en.id, en.ekko) == ("antall-seter-endret", ((1, 1),))
    assert sammenligning.ordlyd == ()
    assert not sammenligning.mangler_ekko(en)


def test_a_rule_whose_words_were_not_changed_says_so(mandat: Mandatleser) -> None:
    prosa = "## Sammensetning\n\nVi har sytten medlemmer.\n\n## Møter\n\nVi møtes."
    sammenligning = diff(mandat(_HODE % (17, "3 per aar"), prosa), mandat(_HODE % (18, "3 per aar"), prosa))
    [en] = sammenligning.om_regler
    assert en.ekko == ()
    assert sammenligning.mangler_ekko(en)


def test_the_same_words_in_another_clause_are_not_claimed(mandat: Mandatleser) -> None:
    gammel, ny = (f"## Sammensetning\n\nVi er mange.\n\n## Møter\n\nDet var {tall} til stede." for tall in (17, 18))
    sammenligning = diff(mandat(_HODE % (17, "3 per aar"), gammel), mandat(_HODE % (18, "3 per aar"), ny))
    assert sammenligning.mangler_ekko(sammenligning.om_regler[0])
    assert [en.id for en in sammenligning.ordlyd] == ["ordlyd-tall"]


def test_the_same_numbers_of_something_else_in_the_clause_are_not_claimed(mandat: Mandatleser) -> None:
    hode = "frister: [{id: innkalling, frist: %s uker foer moetet, punkt: moeter}]"
    prosa = "## Møter\n\nVi møtes %s ganger i året.\n\n- Innkallingen sendes %s uker før møtet"
    sammenligning = diff(mandat(hode % 3, prosa % ("tre", "tre")), mandat(hode % 2, prosa % ("to", "to")))
    assert [en.ekko for en in sammenligning.om_regler] == [((2, 2),)]
    assert [(en.id, en.emne) for en in sammenligning.ordlyd] == [("ordlyd-tall", "Møter")]


def test_numbers_that_went_with_their_rule_to_another_clause_are_no_change(mandat: Mandatleser) -> None:
    hode = "moeter: {hyppighet: 4 per aar, punkt: %s}"
    a = mandat(hode % "plan", "## Plan\n\nUtvalget møtes fire ganger, og alle kommer.")
    b = mandat(hode % "moeter", "## Møter\n\nVi samles fire ganger hvert eneste år her.")
    for sammenligning in (diff(a, b), diff(b, a)):
        assert [en.id for en in sammenligning.om_regler] == ["punkt-flyttet"]
        assert not any(en.nivaa is Nivaa.UAVKLART for en in sammenligning.ordlyd)


def test_the_half_that_is_not_claimed_stays_visible(mandat: Mandatleser) -> None:
    gammel, ny = "## Sammensetning\n\nVi har 17 medlemmer.", "## Sammensetning\n\nVi har 18 medlemmer, men ikke vara."
    sammenligning = diff(mandat(_HODE % (17, "3 per aar"), gammel), mandat(_HODE % (18, "3 per aar"), ny))
    assert sammenligning.om_regler[0].ekko == ((1, 1),)
    [rest] = sammenligning.ordlyd
    assert (rest.id, rest.nivaa) == ("ordlyd-nektelse", Nivaa.UAVKLART)
    assert rest.hva == "nektelse i ordlyden: «ikke» kom til"


def test_a_strength_is_claimed_only_where_the_rule_is_the_topic(mandat: Mandatleser) -> None:
    hode = "moeter: {digitalt: {verdi: ja, norm: %s}, punkt: moeter}"
    prosa = "## Møter\n\nMøtene %s holdes digitalt. Referatet %s sendes."
    a = mandat(hode % "kan", prosa % ("kan", "kan"))
    b = mandat(hode % "skal", prosa % ("skal", "skal"))
    sammenligning = diff(a, b)
    assert sammenligning.om_regler[0].ekko == ((1, 1),)
    assert [(en.id, en.til and en.til.norsk) for en in sammenligning.ordlyd] == [
        ("ordlyd-styrke", "Referatet skal sendes.")
    ]


# --- the invariants

_SETNING = st.sampled_from(
    ["Vi har 17 medlemmer.", "Vi har 18 medlemmer.", "Rådet skal svare.", "Rådet kan ikke svare.", "Vi møtes ofte.",
     "Vi møtes fire ganger.", "- ett punkt", "- to punkter her", "## Sammensetning", "## Møter", "*En merknad.*"]
)  # fmt: skip
_PROSA = st.lists(_SETNING, max_size=7).map("\n\n".join)
_TALL = st.sampled_from(["17", "18", "ukjent"])
_TAKT = st.sampled_from(["3 per aar", "4 per aar", "ikke_regulert"])


@given(st.tuples(_TALL, _TAKT, _PROSA), st.tuples(_TALL, _TAKT, _PROSA))
def test_every_sentence_that_differs_is_claimed_or_told(
    mandat: Mandatleser, gammel: tuple[str, str, str], ny: tuple[str, str, str]
) -> None:
    a, b = mandat(_HODE % gammel[:2], gammel[2]), mandat(_HODE % ny[:2], ny[2])
    sammenligning = diff(a, b)
    endret = avsnitt_som_er_endret(blokker(a.tekst), blokker(b.tekst), sammenligning.prosa)
    krevd = {sted for en in sammenligning.endringer for sted in en.ekko}
    fortalt = {sted for en in sammenligning.ordlyd for sted in en.ekko}
    assert {en.sted for en in endret} == krevd | fortalt
    dekket = Counter(navn for en in sammenligning.ordlyd for navn in en.dekker)
    assert all(antall == 1 for antall in dekket.values())


@given(st.tuples(_TALL, _TAKT, _PROSA), st.tuples(_TALL, _TAKT, _PROSA))
def test_the_words_the_other_way_are_the_mirror(
    mandat: Mandatleser, gammel: tuple[str, str, str], ny: tuple[str, str, str]
) -> None:
    a, b = mandat(_HODE % gammel[:2], gammel[2]), mandat(_HODE % ny[:2], ny[2])
    frem = {(SLAG[en.id].speil or en.id, en.til, en.fra, en.nivaa) for en in diff(a, b).ordlyd}
    assert frem == {(en.id, en.fra, en.til, en.nivaa) for en in diff(b, a).ordlyd}


@given(st.tuples(_TALL, _TAKT, _PROSA))
def test_a_mandate_beside_itself_has_nothing_to_tell(mandat: Mandatleser, en: tuple[str, str, str]) -> None:
    samme = diff(mandat(_HODE % en[:2], en[2]), mandat(_HODE % en[:2], en[2]))
    assert (samme.endringer, samme.ordlyd, samme.uendret) == ((), (), True)


# --- the real ones


@pytest.fixture(scope="module")
def utkastet() -> Mandatdiff:
    data = load(DiskTree(Path(__file__).parents[2])).dataset
    return diff(data.mandater["nuit@2025-01-01"], data.mandater["nuit@2027-07-01-utkast"], data.virksomhetsnavn)


def test_every_rule_of_the_draft_is_in_its_words_and_one_sentence_is_not(utkastet: Mandatdiff) -> None:
    assert [en.id for en in utkastet.om_regler if not en.ekko] == []
    assert [(en.id, en.hva) for en in utkastet.ordlyd if en.nivaa is Nivaa.UAVKLART] == [
        ("ordlyd-styrke", "styrke i ordlyden: «skal» kom til")
    ]


def test_the_draft_shows_every_level(utkastet: Mandatdiff) -> None:
    assert all(utkastet.antall(nivaa) for nivaa in Nivaa)
    assert utkastet.gammel.fra == date(2025, 1, 1)
