from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ehelse


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("valider --perr 2026-01-01", "ukjent valg --perr; mente du --per?"),
        ("valider --ut side.html", "ukjent valg --ut\n"),
        ("valider --feilved feil", "ukjent valg --feilved; mente du --feil-ved?"),
        ("valider --helt-annet", "ukjent valg --helt-annet\n"),
        ("valider -x", "ukjent valg -x"),
        ("validere", "ukjent kommando «validere»; mente du «valider»?"),
        ("xyz", "ukjent kommando «xyz»\n"),
        ("mandat dif", "ukjent kommando «dif»; mente du «diff»?"),
        ("vis", "mangler argumentet ID"),
        ("lag saksliste", "mangler argumentet ID"),
        ("vis nehr nuit", "«nuit» er mer enn kommandoen tar imot"),
        ("medlem forny nehr Kari Moen", 'Hører ordene sammen, må de stå i hermetegn: "Kari Moen".'),
        ("sak renummerer", "mangler argumentet SAK"),
        ("moete flytt nehr-2026-m4", "mangler argumentet TID\n"),
        ("valider --horisont 12", "--horisont sier hvor langt --prognose skal se"),
        ("valider --per", "valget --per mangler verdien sin"),
        ("valider --stille=ja", "valget --stille tar ingen verdi"),
        ("valider --per 2026-02-30", "--per: «2026-02-30» finnes ikke i kalenderen"),
        ("valider --per i-morgen", "--per: «i-morgen» er ikke en dato"),
        ("valider --farge rosa", "--farge kan ikke være «rosa»"),
        ("valider --feil-ved advarse", "mente du «advarsel»?"),
        ("valider --format jsn", "--format kan ikke være «jsn»; mente du «json»?"),
        ("valider --format json=", "--format json= mangler filnavnet"),
        ("valider --format json --format kort", "bare ett format kan gå til skjermen"),
        ("lag sakslist nehr-2026-m1", "SLAG kan ikke være «sakslist»; mente du «saksliste»?"),
        ("lag saksliste x --maalform se", "--maalform kan ikke være «se»"),
        ("valider --rot /finnes/ikke", "fant ingen datamappe"),
        ("valider --revisjon HEAD", "er ikke i et git-repo"),
        ("valider --format json=/finnes/ikke/ut.json", "kan ikke skrive «/finnes/ikke/ut.json»: mappen finnes ikke"),
        ("valider --format json=data", "kan ikke skrive «data»: det er en mappe"),
    ],
)
def test_a_line_that_cannot_be_understood_is_two_and_says_why_in_norwegian(good: Path, line: str, said: str) -> None:
    ran = ehelse(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.startswith("feil: ")
    assert not {"Error", "Usage", "Try", "Missing", "Invalid", "No such"} & set(ran.err.split())


@pytest.mark.parametrize("line", ["", "--stille", "mandat"])
def test_no_command_shows_what_there_is(good: Path, line: str) -> None:
    ran = ehelse(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert " KOMMANDO [valg]" in ran.err


@pytest.mark.parametrize(
    "line",
    [
        "--per 2027-01-02 valider",
        "valider --per 2027-01-02",
        "valider --per=2027-01-02",
        "--per 2020-01-01 valider --per 2027-01-02",
    ],
)
def test_shared_options_stand_before_or_after_the_command_and_the_last_counts(good: Path, line: str) -> None:
    assert "per 2. januar 2027" in ehelse(*line.split()).err


def test_the_root_may_be_given_on_either_side(good: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("annet"))
        assert ehelse("--rot", str(good), "valider", "--stille") == ehelse("--stille", "valider", "--rot", str(good))
        assert ehelse("--rot", str(good), "valider").code == 0


def test_harmful_words_on_the_line_are_shown_harmless(good: Path) -> None:
    ran = ehelse("vis", "\x1b[2Jx\u202e")
    assert ran.code == 2
    assert "\x1b" not in ran.err


def test_the_version(good: Path) -> None:
    ran = ehelse("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("ehelse ")


@pytest.mark.parametrize("option", ["--revisjon", "--per", "--rot"])
def test_an_option_given_as_nothing_is_not_taken_for_one_left_out(good: Path, option: str) -> None:
    for line in ((f"{option}=", "valider"), ("valider", option, "")):
        ran = ehelse(*line)
        assert (ran.code, ran.out) == (2, "")
        assert f"{option} mangler verdien" in ran.err
