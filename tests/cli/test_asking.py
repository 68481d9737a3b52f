"""The questions, answered on a terminal as a person answers them; and what is said where there is none."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.running import ehelse
from tests.cli.terminal import CTRL_C, CTRL_D, answered, needs_terminal

pytestmark = pytest.mark.slow


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


#: What is typed, the questions with their answers, and what then stands in which file.
DIALOGUES = (
    (
        "ny sak",
        [
            ("Hvilket forum (", "nehr"),
            ("Tittel", "Felles liste"),
            ("Sakstype", "råd, drøfting"),
            ("Sakseier", "KS sentralt"),  # asked again at once
            ("Sakseier", "ks"),
        ],
        "saker/nehr/koe/felles-liste.md",
        "---\ntittel: Felles liste\nsakstype: [raad, droefting]\nsakseiere: ks\n---\n",
    ),
    (
        "ny moete",
        [("Hvilket forum (", "nehr"), ("Når (for eksempel", "2027-12-15 10:00-15:00")],
        "moeter/nehr/2027-m5.md",
        "---\ntid: 2027-12-15 10:00-15:00\n",
    ),
    (
        "ny forum",
        [("Kort id", "komiteen"), ("Hva heter det", "Komiteen: vår"), ("Hvilket nivå (raad, utvalg", "utvalg")],
        "forum/komiteen.yaml",
        'navn: "Komiteen: vår"\n',
    ),
    (
        "ny medlem --likevel Prøve",
        [
            ("forum", "nuit"),
            ("Hva heter", "Turid Vik"),
            ("Virksomhet", "ks"),
            ("Gruppe: kommuner, ", ""),
            ("oppnevnt", ""),
        ],
        "forum/nuit.yaml",
        "- {navn: Turid Vik, virksomhet: ks, periode: 2026-11-23}\n",
    ),
    (
        "ny mandat",
        [("forum", "nehr"), ("Hvilken dag", "2028-01-01")],
        "mandater/nehr/2028-01-01-utkast.md",
        "gjelder_fra: 2028-01-01\n",
    ),
    ("ny aarshjul", [("Hvilket år (for eksempel 2028)", "2028")], "aarshjul/2028.yaml", "forum: [nufa, nuit, nehr]\n"),
    (
        "moete avlys",
        [("Hvilket møte (nehr-2026-m4, nufa-2027-m1, ", "nuit-2027-m3"), ("Hvorfor", "For få saker")],
        "moeter/nuit/2027-m3.md",
        "begrunnelse: |\n  For få saker\n",
    ),
    (
        "moete flytt",
        [("møte", "nehr-2026-m4"), ("Når", "2026-12-09")],
        "moeter/nehr/2026-m4.md",
        "tid: 2026-12-09 10:00-14:30\n",
    ),
    (
        "moete innkall --likevel Tidlig",
        [("møte", "nufa-2027-m1")],
        "moeter/nufa/2027-m1.md",
        "innkalt: 2026-11-23\n",
    ),
    (
        "moete fremmoete --per 2026-12-02",
        [
            ("Hvilket møte (nehr-2026-m4, nuit-2026-m4, ", "nehr-2026-m4"),
            ("meldte forfall", "Sverre Midtgaard"),
            ("møtte for noen", "Ola Sandvik for Kari Moen"),
        ],
        "moeter/nehr/2026-m4.md",
        "    - {navn: Ola Sandvik, for: Kari Moen}\n",
    ),
    (
        "moete protokoller",
        [("møte", "nuit-2026-m4"), ("utkastet sendt", ""), ("utenom møte", ""), ("publisert", "2026-12-01")],
        "moeter/nuit/2026-m4.md",
        "referat: {utkast_sendt: 2026-11-20, publisert: 2026-12-01}\n",
    ),
    (
        "sak flytt",
        [("Hvilken sak (nehr-2026-11, ", "nehr-2027-2"), ("møte", "nehr-2027-m2")],
        "moeter/nehr/2027-m2.md",
        "  - {sak: 2/2027, minutter: 10+30}\n",
    ),
    (
        "sak trekk",
        [("sak", "2/2027"), ("sak", "nehr-2027-2"), ("Hvorfor", "Løst")],
        "moeter/nehr/2027-m1.md",
        "    utfall: trukket\n",
    ),
    (
        "sak behandle",
        [
            ("sak", "nehr-2026-11"),
            ("Utfall", ""),
            ("Resultat", "anbefalt"),
            ("vedtatt som det sto", "kanskje"),
            ("vedtatt som det sto", "nei"),
            ("1", "Rådet anbefaler."),
            ("2", "Og mer: så."),
            ("3", ""),
        ],
        "moeter/nehr/2026-m4.md",
        '    vedtak:\n      - Rådet anbefaler.\n      - "Og mer: så."\n',
    ),
    (
        "sak foelg-opp",
        [("sak", "nehr-2026-9"), ("Hva ble det til (fulgt, ", "bra"), ("Hva ble", "fulgt"), ("Hvem bestemte", "hod")],
        "saker/nehr/2026-09.md",
        "  - {av: hod, dato: 2026-11-23, utfall: fulgt}\n",
    ),
    ("sak renummerer", [("sak", "nehr-2027-2")], "moeter/nehr/2027-m1.md", "sak: 3/2027"),
    (
        "medlem forny",
        [("forum", "nehr"), ("Hva heter vedkommende (", "Ingvi"), ("Hva heter", "ingvild tofte")],
        "forum/nehr.yaml",
        "forlenget: [{til: 2028-12-31, dato: 2026-11-23}]\n",
    ),
    (
        "medlem avslutt --dato 2026-12-01",
        [("forum", "nehr"), ("Hva heter", "Ingvild Tofte")],
        "forum/nehr.yaml",
        "fratraadt: 2026-12-01\n",
    ),
    (
        "medlem bytt",
        [
            ("forum", "nehr"),
            ("Hvem går ut (", "Ingvild Tofte"),
            ("Hvem kommer inn", "Turid Vik"),
            ("Hvem har oppnevnt", "ks"),
        ],
        "forum/nehr.yaml",
        "  - navn: Turid Vik\n    virksomhet: alta\n    gruppe: kommuner\n    oppnevnt: {av: ks, dato: 2026-11-23}\n",
    ),
    (
        "medlem stedfortreder",
        [("forum", "nehr"), ("Hva heter", "Turid Vik"), ("For hvem (", "Berit Nyvik")],
        "forum/nehr.yaml",
        "for: Berit Nyvik, periode: 2026-11-23/2027-12-31}\n",
    ),
)


@needs_terminal
@pytest.mark.parametrize(
    ("command", "dialogue", "path", "text"), DIALOGUES, ids=[dialogue[0] for dialogue in DIALOGUES]
)
def test_what_is_missing_is_asked_for(
    example: Path, command: str, dialogue: list[tuple[str, str]], path: str, text: str
) -> None:
    said = answered(example, shlex.split(command), *dialogue)
    assert said.code == 0, said.screen
    assert text in (example / "data" / path).read_text("utf-8"), said.screen


@pytest.mark.parametrize("command", [dialogue[0] for dialogue in DIALOGUES])
def test_without_a_terminal_nobody_is_asked_and_it_is_said_what_is_missing(example: Path, command: str) -> None:
    before = content(example)
    ran = ehelse(*shlex.split(command))
    assert (ran.code, ran.out, content(example)) == (2, "", before)
    assert ran.err.startswith("feil: mangler argumentet ")
    assert f"Se `ehelse {' '.join(command.split()[:2])} --help`" in ran.err


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("ny sak nehr", "--tittel"),
        ("ny forum komiteen", "--navn"),
        ("ny datasett mappe", "--navn"),
        ("moete avlys nuit-2027-m3", "--begrunnelse"),
        ("sak trekk nehr-2027-2", "--begrunnelse"),
        ("sak foelg-opp nehr-2026-9 fulgt", "--av"),
        ('medlem stedfortreder nehr "Turid Vik"', "--for"),
        ("mandat godta f724631b", "--grunn"),
    ],
)
def test_every_answer_is_an_option_that_is_named(example: Path, command: str, option: str) -> None:
    before = content(example)
    ran = ehelse(*shlex.split(command))
    assert (ran.code, ran.out, content(example)) == (2, "", before)
    assert f"mangler valget {option}\n" in ran.err


@pytest.mark.parametrize("option", ["--begrunnelse", "--tittel"])
def test_an_answer_that_says_nothing_is_none(example: Path, option: str) -> None:
    line = {"--begrunnelse": ["moete", "avlys", "nuit-2027-m3"], "--tittel": ["ny", "sak", "nehr"]}[option]
    ran = ehelse(*line, option, "  ")
    assert (ran.code, f"valget {option} mangler verdien sin" in ran.err) == (2, True)


@needs_terminal
def test_a_fresh_folder_asks_for_its_name(tmp_path: Path) -> None:
    said = answered(tmp_path, ["ny", "datasett"], ("Hvilken mappe", "raadet"), ("Hva heter det", "Rådet vårt"))
    assert said.code == 0, said.screen
    assert (tmp_path / "raadet/data/datasett.yaml").read_text("utf-8") == "navn: Rådet vårt\n"


@needs_terminal
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_to_give_up_is_to_be_interrupted_and_changes_nothing(example: Path, key: str) -> None:
    before = content(example)
    said = answered(example, ["moete", "avlys"], ("Hvilket møte", "nuit-2027-m3"), ("Hvorfor", key))
    assert (said.code, content(example)) == (130, before)
    assert said.screen.rstrip().endswith("\navbrutt")


@needs_terminal
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("", "her må det stå noe"),
        ("nher", "mente du «nehr»?"),
        ("nehr-2026-m4", "«nehr-2026-m4» er ikke et forum"),
        ("\x1b[31mnehr", "det finnes ikke noe med id"),
        ("../../etc", "det finnes ikke noe med id"),
        ("x" * 2000, "det finnes ikke noe med id"),
        ("-x", "det finnes ikke noe med id"),
    ],
)
def test_a_wrong_answer_is_told_and_asked_for_again(example: Path, answer: str, told: str) -> None:
    said = answered(
        example,
        ["ny", "moete", "--proev"],
        ("Hvilket forum", answer),
        ("Hvilket forum", "nehr"),
        ("Når", "30.2"),
        ("Når", "2027-02-30"),
        ("Når", "2027-12-15"),
    )
    assert said.code == 0, said.screen
    assert told in said.screen
    assert "«30.2» er ikke en møtetid" in said.screen
    assert "«2027-02-30» er en dag eller et klokkeslett som ikke finnes" in said.screen


@needs_terminal
def test_an_answer_that_begins_with_a_dash_is_an_answer(example: Path) -> None:
    said = answered(example, ["moete", "avlys", "nuit-2027-m3"], ("Hvorfor", "--likevel"))
    assert said.code == 0, said.screen
    assert "begrunnelse: |\n  --likevel\n" in (example / "data/moeter/nuit/2027-m3.md").read_text("utf-8")


@needs_terminal
def test_the_questions_are_not_in_what_was_asked_for(example: Path) -> None:
    out = example / "ut.txt"
    said = answered(example, ["ny", "moete", "nehr", "--proev"], ("Når", "2027-12-15"), out=out)
    assert said.code == 0
    assert out.read_text("utf-8").startswith("--- /dev/null\n")


@needs_terminal
def test_nobody_is_asked_by_a_command_that_changes_nothing(example: Path) -> None:
    said = answered(example, ["medlemmer"])
    assert (said.code, "mangler argumentet FORUM" in said.screen) == (2, True)
