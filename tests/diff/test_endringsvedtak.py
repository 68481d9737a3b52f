"""The amendment: what it says, and that doing it to the old wording gives the new one byte for byte."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ehelse_cli.core.ankre import blokker
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.diff.endringsvedtak import UtydeligVedtakError, finn_poster, ordlyd
from ehelse_cli.diff.endringsvedtak_les import anvend
from ehelse_cli.diff.endringsvedtak_ord import VEDTAKSORD
from ehelse_cli.diff.endringsvedtak_skriv import Ramme, skriv
from ehelse_cli.load.front_matter import FrontMatter, split

_DATA = Path(__file__).parents[2] / "data" / "mandater"
_RAMME = Ramme("Prøverådet", "proeveraadet@2024-01-01", "1. juli 2027")
_MAALFORMER: tuple[Maalform, ...] = ("nb", "nn")

_PROSA = """\
## Formål

Rådet skal gi råd om strategiske valg i de nasjonale løsningene.

## Oppgaver

Rådet skal

- drøfte endringer i rammebetingelsene
- anbefale en felles retning for arbeidet
  - også i det lange løp
- følge med på den nasjonale porteføljen

## Møter

Rådet møtes fire ganger i året, og ellers når fire medlemmer ber om det.

Innkallingen sendes tre uker før møtet.
"""


def _vedtak(gammel: str, ny: str, maalform: Maalform = "nb") -> str:
    rader = blokker(gammel)
    return skriv(finn_poster(rader, blokker(ny)), rader, _RAMME, VEDTAKSORD[maalform])


def _poster(gammel: str, ny: str, maalform: Maalform = "nb") -> list[str]:
    """The numbered entries, and that they give the new wording."""
    vedtak = _vedtak(gammel, ny, maalform)
    assert anvend(gammel, vedtak) == ordlyd(ny)
    poster = vedtak.split("\n\n1. ", 1)[1].rsplit("\n\n", 2)[0]
    return [post.strip() for post in f"1. {poster}".split("\n\n") if post.strip()]


@pytest.mark.parametrize(
    ("foer", "etter", "post"),
    [
        ("strategiske valg", "viktige valg",
         "1. I punktet «Formål» første ledd skal «strategiske» endres til «viktige»."),
        ("sendes tre", "sendes fem", "1. I punktet «Møter» andre ledd skal «tre» endres til «fem»."),
        # «fire» stands twice, so more words are quoted
        (
            "møtes fire ganger",
            "møtes seks ganger",
            "1. I punktet «Møter» første ledd skal «møtes fire» endres til «møtes seks».",
        ),
        (
            "en felles retning",
            "en felles og tydelig retning",
            "1. I punktet «Oppgaver» strekpunkt 2 skal «og tydelig» føyes til etter «felles».",
        ),
        (
            "i de nasjonale løsningene.",
            "i de løsningene.",
            "1. I punktet «Formål» første ledd skal «nasjonale» strykes.",
        ),
        ("Innkallingen sendes tre", "Alltid sendes tre",
         "1. I punktet «Møter» andre ledd skal «Innkallingen» endres til «Alltid»."),
        (
            "Rådet møtes fire",
            "Alle i Rådet møtes fire",
            "1. I punktet «Møter» første ledd skal «Alle i» føyes til før «Rådet».",
        ),
        (
            "Innkallingen sendes tre uker før møtet.\n",
            "",
            "1. Punktet «Møter» andre ledd oppheves.",
        ),
        (
            "## Formål\n\nRådet skal gi råd om strategiske valg i de nasjonale løsningene.\n\n",
            "",
            "1. Punktet «Formål» oppheves.",
        ),
    ],
)  # fmt: skip
def test_one_change_is_one_entry(foer: str, etter: str, post: str) -> None:
    assert foer in _PROSA
    assert _poster(_PROSA, _PROSA.replace(foer, etter)) == [post]


@pytest.mark.parametrize(
    ("foer", "etter", "poster"),
    [
        (
            "## Møter\n\n",
            "## Møter\n\nMøtene er åpne.\n\n",
            ["1. Først i punktet «Møter» skal nytt ledd lyde:", "> Møtene er åpne."],
        ),
        (
            "- følge med",
            "- evaluere det som er gjort\n- melde fra\n- følge med",
            [
                "1. Etter punktet «Oppgaver» strekpunkt 2.1 skal nye strekpunkter lyde:",
                "> - evaluere det som er gjort\n   > - melde fra",
            ],
        ),
        (
            "## Møter",
            "## Leder\n\nRådet velger leder.\n\n## Møter",
            ["1. Etter punktet «Oppgaver» skal nytt punkt lyde:", "> ## Leder\n   >\n   > Rådet velger leder."],
        ),
        ("## Formål", "Dette er et utkast.\n\n## Formål",
         ["1. Aller først i mandatet skal nytt ledd lyde:", "> Dette er et utkast."]),
        ("## Oppgaver", "## Oppgaver og ansvar",
         ["1. Overskriften til punktet «Oppgaver» skal lyde:", "> ## Oppgaver og ansvar"]),
        ("  - også", "- også", ["1. Punktet «Oppgaver» strekpunkt 2.1 skal lyde:", "> - også i det lange løp"]),
    ],
)  # fmt: skip
def test_what_is_new_is_quoted_below(foer: str, etter: str, poster: list[str]) -> None:
    assert foer in _PROSA
    assert _poster(_PROSA, _PROSA.replace(foer, etter)) == poster


def test_what_moves_is_not_repeated() -> None:
    punkt = "- drøfte endringer i rammebetingelsene\n"
    ny = _PROSA.replace(punkt, "").replace("porteføljen\n", f"porteføljen\n{punkt}")
    assert _poster(_PROSA, ny) == [
        "1. Punktet «Oppgaver» strekpunkt 1 flyttes til etter punktet «Oppgaver» strekpunkt 3."
    ]


def test_a_section_moves_as_one() -> None:
    formaal = "## Formål\n\nRådet skal gi råd om strategiske valg i de nasjonale løsningene.\n\n"
    ny = _PROSA.replace(formaal, "").rstrip() + "\n\n" + formaal
    assert _poster(_PROSA, ny) == ["1. Punktet «Formål» flyttes til etter punktet «Møter»."]


def test_what_moves_beside_something_new_keeps_its_place_among_it() -> None:
    punkt = "- drøfte endringer i rammebetingelsene\n"
    ny = _PROSA.replace(punkt, "").replace(
        "porteføljen\n", f"porteføljen\n- helt nytt her\n{punkt}- og helt nytt der\n"
    )
    assert _poster(_PROSA, ny) == [
        "1. Etter punktet «Oppgaver» strekpunkt 3 skal dette stå:",
        "> - helt nytt her",
        "(Hit flyttes punktet «Oppgaver» strekpunkt 1.)",
        "> - og helt nytt der",
    ]


def test_headings_that_cannot_name_a_place_are_counted() -> None:
    avsnitt = (
        "## 3. Møter",
        "En to tre fire fem.",
        "## B",
        "A b c d e f.",
        "## B",
        "En to tre fire fem seks.",
        "## «X",
        "A b c d e.",
    )
    gammel = "\n\n".join(avsnitt)
    ny = gammel.replace("tre", "femten").replace("d e", "q e")
    assert _poster(gammel, ny) == [
        "1. I punkt 3 første ledd skal «tre» endres til «femten».",
        "2. I det andre punktet første ledd skal «d» endres til «q».",
        "3. I det tredje punktet første ledd skal «tre» endres til «femten».",
        "4. I det fjerde punktet første ledd skal «d» endres til «q».",
    ]


def test_nynorsk_has_its_own_formulas() -> None:
    ny = _PROSA.replace("sendes tre", "sendes fem").replace("- følge med på den nasjonale porteføljen\n", "")
    vedtak = _vedtak(_PROSA, ny, "nn")
    assert "I mandatet for Prøverådet (proeveraadet@2024-01-01) blir desse endringane gjorde:" in vedtak
    assert "1. Punktet «Oppgaver» strekpunkt 3 blir oppheva." in vedtak
    assert "2. I punktet «Møter» andre ledd skal «tre» endrast til «fem»." in vedtak
    assert "Endringane tek til å gjelde 1. juli 2027." in vedtak


def test_words_that_look_like_the_formulas_are_only_words() -> None:
    gammel = "## «A» skal lyde: og\n\nAlt «skal «x» endres til «y»», og oppheves. Før etter hva som er sagt.\n"
    ny = gammel.replace("Før etter", "Før «skal lyde» og etter")
    assert _poster(gammel, ny) == [
        "1. I punktet ««A» skal lyde: og» første ledd skal ««skal lyde» og» føyes til etter «Før»."
    ]


def test_guillemets_that_do_not_pair_are_never_quoted_in_a_sentence() -> None:
    gammel = "## A\n\nHer står en » som ikke hører til noe, og en « til.\n"
    [post, sitat] = _poster(gammel, gammel.replace("en » som", "en »» som"))
    assert (post, sitat) == (
        "1. Punktet «A» første ledd skal lyde:",
        "> Her står en »» som ikke hører til noe, og en « til.",
    )


@pytest.mark.parametrize(
    "ny",
    [
        ["ord"] * 2500 + ["ny"] + ["ord"] * 2500,
        ["ny" if nr % 10 == 0 else "ord" for nr in range(5000)],
        ["ny", *["ord"] * 5000],
    ],
)
def test_a_block_where_nothing_can_be_told_apart_is_said_anew_and_soon(ny: list[str]) -> None:
    [post, _] = _poster(" ".join(["ord"] * 5000), " ".join(ny))
    assert post == "1. Innledningen første ledd skal lyde:"


def test_little_in_common_is_a_new_mandate() -> None:
    ny = "## Helt annet\n\nDette er noe helt annet.\n\n- med punkt\n"
    vedtak = _vedtak(_PROSA, ny)
    assert "1. Mandatet skal lyde:" in vedtak
    assert "Henvisningene" not in vedtak
    assert anvend(_PROSA, vedtak) == ordlyd(ny)
    assert "Hele ordlyden i mandatet oppheves." in (bort := _vedtak(_PROSA, ""))
    assert anvend(_PROSA, bort) == ""


def test_nothing_changed_is_nothing_to_adopt() -> None:
    for maalform in _MAALFORMER:
        vedtak = _vedtak(_PROSA, _PROSA.replace("skal gi", "skal\ngi"), maalform)
        assert "ingenting å vedta" in vedtak
        assert anvend(_PROSA, vedtak) == ordlyd(_PROSA)


@pytest.mark.parametrize(
    ("post", "sagt"),
    [
        ("I punktet «Møter» første ledd skal «fire» endres til «seks».", "«fire» står flere steder"),
        ("I punktet «Møter» første ledd skal «sju» endres til «seks».", "«sju» står ikke"),
        ("I punktet «Mat» første ledd skal «a» strykes.", "finnes ikke i mandatet"),
        ("I punktet «Møter» skal «a» strykes.", "er mer enn ett ledd"),
        ("Punktet «Møter» bør oppheves, tror jeg.", "ikke en linje i et endringsvedtak"),
        ("Punktet «Møter skal oppheves.", "ikke en linje i et endringsvedtak"),
        ("Punktet «Møter» første ledd skal lyde:", "0 linjer skal ta plassen til én"),
        ("Etter punktet «Møter» skal nytt ledd lyde:", "skulle det stå noe nytt"),
        ("Punktet «Møter» oppheves.\n\n2. Punktet «Møter» første ledd oppheves.", "nevnt to ganger"),
        ("Punktet «Møter» oppheves.\n\nOg så var det noe mer.", "ikke en linje i et endringsvedtak"),
        ("Mandatet skal lyde:\n\n   > A\n\n2. Punktet «Møter» oppheves.", "hele ordlyden er ny"),
        (
            "I punktet «Møter» første ledd skal «Rådet møtes» strykes og «møtes fire» endres til «x».",
            "to endringer gjelder de samme ordene",
        ),
    ],
)
def test_what_is_not_certain_is_refused(post: str, sagt: str) -> None:
    vedtak = f"{VEDTAKSORD['nb'].innledning.format('X', 'y')}\n\n1. {post}\n"
    with pytest.raises(UtydeligVedtakError, match=sagt):
        anvend(_PROSA, vedtak)


def test_another_text_is_no_amendment() -> None:
    with pytest.raises(UtydeligVedtakError):
        anvend(_PROSA, "# Et brev\n\nHei.\n")


# --- real mandates and any text at all


def _ekte() -> list[tuple[str, str]]:
    lest = [(f"{fil.parent.name}/{fil.stem}", split(fil.read_text(encoding="utf-8"))) for fil in _DATA.glob("*/*.md")]
    return sorted((navn, deler.body) for navn, deler in lest if isinstance(deler, FrontMatter))


def test_every_real_mandate_can_be_amended_into_every_other() -> None:
    ekte = _ekte()
    assert len(ekte) >= 17
    for (_, gammel), (_, ny) in permutations(ekte, 2):
        for maalform in _MAALFORMER:
            assert anvend(gammel, _vedtak(gammel, ny, maalform)) == ordlyd(ny)


_ORD = st.sampled_from(
    ["rådet", "skal", "lyde:", "gi", "råd", "og", "ikke", "møte.", "«råd»", "«", "»", "endres", "til", "oppheves.",
     "1.", ">", "#", "-", "3", "(Hit", "første", "ledd", "punktet", "«0»", "{}", "\\1"]
)  # fmt: skip
_SETNING = st.lists(_ORD, min_size=1, max_size=14).map(" ".join)
_LINJE = st.one_of(
    st.sampled_from(
        ["# A", "## B", "## B", "## 2 Møter", "## «C»", "##", "", "", "---", "```", "| a | b |", "|--|--|"]
    ),
    _SETNING,
    _SETNING.map("- {}".format),
    _SETNING.map("  - {}".format),
    _SETNING.map("2. {}".format),
    st.text(max_size=8),
)
_LINJER = st.lists(_LINJE, max_size=14)


@st.composite
def _revisjon(draw: st.DrawFn) -> tuple[str, str]:
    """A prose, and what a council may have made of it: lines gone, new, moved, and words changed."""
    gammel = draw(_LINJER)
    ny = list(gammel)
    for _ in range(draw(st.integers(0, 4))):
        nr = draw(st.integers(0, len(ny)))
        grep = draw(st.sampled_from(["inn", "ut", "flytt", "ord"]))
        if grep == "inn":
            ny.insert(nr, draw(_LINJE))
        elif nr < len(ny) and grep == "ord":
            ord_ = ny[nr].split(" ")
            ord_[draw(st.integers(0, len(ord_) - 1))] = draw(_SETNING)
            ny[nr] = " ".join(ord_)
        elif nr < len(ny):
            linje = ny.pop(nr)
            if grep == "flytt":
                ny.insert(draw(st.integers(0, len(ny))), linje)
    skille = draw(st.sampled_from(["\n", "\n\n"]))
    return skille.join(gammel), skille.join(ny)


@given(_revisjon(), st.sampled_from(_MAALFORMER))
@example(("- «0» a b c d e f\n\n## «1»", "- «0» a b c «1» e f\n\n## «1»"), "nb")
def test_doing_the_amendment_gives_the_new_wording(revisjon: tuple[str, str], maalform: Maalform) -> None:
    gammel, ny = revisjon
    assert anvend(gammel, _vedtak(gammel, ny, maalform)) == ordlyd(ny)


@given(_LINJER, _LINJER)
def test_so_does_it_for_any_two_texts(gammel: list[str], ny: list[str]) -> None:
    a, b = "\n".join(gammel), "\n".join(ny)
    assert anvend(a, _vedtak(a, b)) == ordlyd(b)


@given(_revisjon())
def test_how_lines_are_broken_and_indented_makes_no_entry(revisjon: tuple[str, str]) -> None:
    gammel, _ = revisjon
    assert not finn_poster(blokker(gammel), blokker(gammel.replace("\n", "  \n")))
