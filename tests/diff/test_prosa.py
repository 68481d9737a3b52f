from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.ankre import blokker
from ehelse_cli.diff.prosa import Bitslag, Blokkdiff, Seksjonsdiff, ordbiter, sammenlign

_PROSA = """\
## Formål

Rådet skal gi råd om strategiske valg.

## Oppgaver

- drøfte endringer i rammebetingelsene
- anbefale en felles retning for arbeidet
- følge med på den nasjonale porteføljen

## Møter

Rådet møtes fire ganger i året.
"""


def _linjer(tekst: str) -> str:
    return "\n".join(blokk.tekst for blokk in blokker(tekst))


def _gammel(seksjoner: Sequence[Seksjonsdiff]) -> str:
    rader = [(blokk.nr_fra, blokk) for seksjon in seksjoner for blokk in seksjon.blokker if blokk.nr_fra is not None]
    return "\n".join(_uten("ny", blokk) for _, blokk in sorted(rader, key=lambda rad: rad[0]))


def _ny(seksjoner: Sequence[Seksjonsdiff]) -> str:
    alle = (blokk for seksjon in seksjoner for blokk in seksjon.blokker)
    return "\n".join(_uten("borte", blokk) for blokk in alle if blokk.nr_til is not None)


def _uten(slag: Bitslag, blokk: Blokkdiff) -> str:
    return " ".join(bit.tekst for bit in blokk.bit if bit.slag != slag)


def _slag(seksjoner: tuple[Seksjonsdiff, ...]) -> list[tuple[str, str]]:
    return [
        (blokk.slag, blokk.bit[0].tekst) for seksjon in seksjoner for blokk in seksjon.blokker if blokk.slag != "lik"
    ]


def test_nothing_changed_is_nothing() -> None:
    assert not _slag(sammenlign(_PROSA, _PROSA))
    assert all(seksjon.slag == "lik" for seksjon in sammenlign(_PROSA, _PROSA))


def test_how_lines_are_broken_is_no_change() -> None:
    annen = _PROSA.replace("- drøfte endringer i", "*   drøfte\n    endringer   i").replace("skal gi", "skal\ngi")
    assert not _slag(sammenlign(_PROSA, annen))


def test_words_that_changed_are_marked_within_the_paragraph() -> None:
    [seksjon] = [s for s in sammenlign(_PROSA, _PROSA.replace("møtes fire", "møtes normalt seks")) if s.slag != "lik"]
    assert (seksjon.anker, seksjon.slag) == ("moeter", "endret")
    [blokk] = seksjon.endret
    assert [(bit.slag, bit.tekst) for bit in blokk.bit] == [
        ("lik", "Rådet møtes"),
        ("borte", "fire"),
        ("ny", "normalt seks"),
        ("lik", "ganger i året."),
    ]


def test_a_lone_small_word_does_not_break_a_change_in_two() -> None:
    biter = ordbiter("Rådet velger leder og nestleder selv hvert år", "Rådet velger sekretær og referent selv hvert år")
    assert [bit.tekst for bit in biter] == [
        "Rådet velger",
        "leder og nestleder",
        "sekretær og referent",
        "selv hvert år",
    ]


@pytest.mark.parametrize(
    ("ny", "ventet"),
    [
        (_PROSA.replace("- følge", "- nytt punkt her\n- følge"), [("ny", "- nytt punkt her")]),
        (
            _PROSA.replace("- anbefale en felles retning for arbeidet\n", ""),
            [("borte", "- anbefale en felles retning for arbeidet")],
        ),
        (
            _PROSA.replace("- drøfte endringer i rammebetingelsene\n", "").replace(
                "porteføljen\n", "porteføljen\n- drøfte endringer i rammebetingelsene\n"
            ),
            [("flyttet", "- drøfte endringer i rammebetingelsene")],
        ),
    ],
)
def test_what_came_went_and_moved(ny: str, ventet: list[tuple[str, str]]) -> None:
    assert _slag(sammenlign(_PROSA, ny)) == ventet


def test_a_paragraph_moved_to_another_section_is_shown_once_with_where_it_was() -> None:
    punkt = "- anbefale en felles retning for arbeidet\n"
    seksjoner = sammenlign(_PROSA, _PROSA.replace(punkt, "") + "\n" + punkt.replace("en felles", "én felles"))
    [seksjon] = [s for s in seksjoner if s.slag != "lik"]
    [blokk] = seksjon.endret
    assert (seksjon.anker, blokk.slag, blokk.fra) == ("moeter", "flyttet", "Oppgaver, punkt 2")


def test_the_same_text_twice_is_no_move() -> None:
    en, to = (
        "## A\n\nMedlemmene sitter i to år.\n\n## B\n\nnoe annet står her\n",
        "## A\n\n## B\n\nnoe annet står her\n",
    )
    dobbel = to + "\nMedlemmene sitter i to år.\n\nMedlemmene sitter i to år.\n"
    assert [slag for slag, _ in _slag(sammenlign(en, dobbel))] == ["borte", "ny", "ny"]


def test_a_section_that_only_got_another_heading_is_the_same_section() -> None:
    seksjoner = sammenlign(_PROSA, _PROSA.replace("## Oppgaver", "## Oppgaver og ansvar"))
    [seksjon] = [s for s in seksjoner if s.slag != "lik"]
    assert (seksjon.tittel, [blokk.slag for blokk in seksjon.endret]) == ("Oppgaver og ansvar", ["endret"])


def test_a_section_that_is_gone_comes_after_the_one_it_stood_behind() -> None:
    seksjoner = sammenlign(_PROSA, "## Formål\n\nHelt ny tekst her nå.\n\n## Annet\n\nEt og annet.\n")
    assert [(seksjon.tittel, seksjon.slag) for seksjon in seksjoner] == [
        ("Formål", "endret"),
        ("Oppgaver", "borte"),
        ("Møter", "borte"),
        ("Annet", "ny"),
    ]


def test_a_hostile_page_ends() -> None:
    a, b = ("\n\n".join(f"ord{(nr * k) % 701} to tre" for nr in range(3000)) for k in (3, 7))
    seksjoner = sammenlign(a + "\n\n" + "a b " * 3000, b + "\n\n" + "b a " * 3000)
    assert _ny(seksjoner) == _linjer(b + "\n\n" + "b a " * 3000)


# --- the properties

_LINJE = st.one_of(
    st.sampled_from(["# A", "## B", "## B", "## C {#c}", "- en", "- to tre fire", "  - to tre fire", "", "", "1. fem"]),
    st.lists(st.sampled_from(["rådet", "skal", "gi", "råd", "og", "ikke", "møte.", "[-x-]"]), max_size=9).map(" ".join),
    st.text(max_size=8),
)
_TEKST = st.lists(_LINJE, max_size=14).map("\n".join)


@given(_TEKST, _TEKST)
def test_the_redline_rebuilds_both_sides(gammel: str, ny: str) -> None:
    seksjoner = sammenlign(gammel, ny)
    assert _gammel(seksjoner) == _linjer(gammel)
    assert _ny(seksjoner) == _linjer(ny)


@given(_TEKST, _TEKST)
def test_the_redline_the_other_way_is_the_mirror(gammel: str, ny: str) -> None:
    frem = Counter(_speil(blokk) for seksjon in sammenlign(gammel, ny) for blokk in seksjon.blokker)
    tilbake = Counter(_uten_sted(blokk) for seksjon in sammenlign(ny, gammel) for blokk in seksjon.blokker)
    assert frem == tilbake


_SNUDD = {"ny": "borte", "borte": "ny"}


def _speil(blokk: Blokkdiff) -> tuple[object, ...]:
    biter = tuple((_SNUDD.get(bit.slag, bit.slag), bit.tekst) for bit in blokk.bit)
    return (_SNUDD.get(blokk.slag, blokk.slag), frozenset(Counter(biter).items()), blokk.nr_til, blokk.nr_fra)


def _uten_sted(blokk: Blokkdiff) -> tuple[object, ...]:
    biter = Counter((bit.slag, bit.tekst) for bit in blokk.bit)
    return (blokk.slag, frozenset(biter.items()), blokk.nr_fra, blokk.nr_til)


@given(_TEKST)
def test_a_text_against_itself_is_without_changes(tekst: str) -> None:
    assert all(seksjon.slag == "lik" for seksjon in sammenlign(tekst, tekst))


@given(st.lists(st.lists(st.sampled_from(["rådet", "skal", "gi", "råd"]), min_size=1, max_size=30), max_size=5))
def test_paragraphs_broken_at_another_width_are_the_same(avsnitt: list[list[str]]) -> None:
    en, annen = ("\n\n".join(fill(" ".join(ord_), bredde) for ord_ in avsnitt) for bredde in (20, 60))
    assert all(seksjon.slag == "lik" for seksjon in sammenlign(en, annen))
