"""The commands that change files, run as a user runs them, on a copy of the project's own data."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]

# Each reads the whole example several times over, and judges it.
pytestmark = pytest.mark.slow


def content(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(before: Mapping[str, bytes], folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """By file: the lines that are gone, and those that have come."""
    after = content(folder)
    found = {}
    for path in sorted({*before, *after}):
        old, new = (one.get(path, b"").decode().splitlines() for one in (before, after))
        if old != new:
            found[path] = [line for line in old if line not in new], [line for line in new if line not in old]
    return found


# --- ny sak


def test_a_case_for_the_queue(example: Path) -> None:
    before = content(example)
    ran = ehelse("ny", "sak", "nehr", "--tittel", "Åpne data: hva nå?", "--sakstype", "raad", "--sakseier", "ks")
    assert (ran.code, ran.err) == (0, "skrev data/saker/nehr/koe/aapne-data-hva-naa.md\n")
    ((path, (gone, come)),) = changed(before, example).items()
    assert (path, gone) == ("data/saker/nehr/koe/aapne-data-hva-naa.md", [])
    assert come[:5] == ["---", 'tittel: "Åpne data: hva nå?"', "sakstype: raad", "sakseiere: ks", "---"]
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    assert "Åpne data: hva nå?" in ehelse("koe").out


def test_a_case_on_an_agenda_gets_the_next_number_and_stands_before_any_other_business(example: Path) -> None:
    before = content(example)
    ran = ehelse("ny", "sak", "nehr", "--tittel", "Status", "--moete", "nehr-2027-m1")
    assert ran.code == 0, ran.err
    meeting, paper = changed(before, example)
    assert (meeting, paper) == ("data/moeter/nehr/2027-m1.md", "data/saker/nehr/2027-03.md")
    assert changed(before, example)[meeting] == ([], ["  - sak: 3/2027"])
    again = ehelse("ny", "sak", "nehr", "--tittel", "Status", "--moete", "nehr-2027-m1")
    assert "data/saker/nehr/2027-04.md" in again.err
    assert ehelse("vis", "4/2027", "--forum", "nehr").code == 0


def test_eight_at_once_get_eight_numbers(example: Path) -> None:
    line = [sys.executable, "-m", "ehelse_cli", "ny", "sak", "nehr", "--moete", "nehr-2027-m1", "--tittel"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    started = [subprocess.Popen([*line, f"Sak {nr}"], cwd=example, env=environment) for nr in range(8)]
    assert [one.wait(timeout=120) for one in started] == [0] * 8
    papers = sorted(path.name for path in (example / "data/saker/nehr").glob("2027-*.md"))
    assert papers == [f"2027-{nr:02}.md" for nr in range(2, 11)]
    agenda = (example / "data/moeter/nehr/2027-m1.md").read_text("utf-8")
    assert [f"- sak: {nr}/2027\n" in agenda for nr in range(3, 11)] == [True] * 8
    assert ehelse("valider", "--feil-ved", "feil").code == 0


# --- medlem forny


def test_a_term_is_made_as_long_as_the_mandate_says(example: Path) -> None:
    before = content(example)
    ran = ehelse("medlem", "forny", "nehr", "ingvild tofte", "--kilde", "Brev fra KS")
    assert ran.code == 0, ran.err
    assert changed(before, example) == {
        "data/forum/nehr.yaml": ([], ["    forlenget: [{til: 2028-12-31, dato: 2026-11-23, kilde: Brev fra KS}]"])
    }
    assert "går nå ut  31.12.2028" in ran.out
    assert "Ingvild Tofte" not in ehelse("status").out


def test_a_term_made_longer_once_more_is_one_row_more(example: Path) -> None:
    for til in ("2027-06-30", "2027-12-31"):
        assert ehelse("medlem", "forny", "nehr", "Ingvild Tofte", "--til", til, "--dato", "2026-11-20").code == 0
    text = (example / "data/forum/nehr.yaml").read_text("utf-8")
    assert "forlenget: [{til: 2027-06-30, dato: 2026-11-20}, {til: 2027-12-31, dato: 2026-11-20}]" in text


# --- moete flytt


def test_a_moved_meeting_leaves_a_trace_and_keeps_its_hours(example: Path) -> None:
    before = content(example)
    ran = ehelse("moete", "flytt", "nehr-2026-m4", "2026-12-09", "--begrunnelse", "Møterommet: opptatt")
    assert ran.code == 0, ran.err
    assert changed(before, example) == {
        "data/moeter/nehr/2026-m4.md": (
            ["tid: 2026-12-02 10:00-14:30"],
            [
                "tid: 2026-12-09 10:00-14:30",
                "flyttet:",
                "  - opprinnelig: 2026-12-02 10:00-14:30",
                "    dato: 2026-11-23",
                "    begrunnelse: |",
                "      Møterommet: opptatt",
            ],
        )
    }
    words = " ".join(ran.out.split())
    assert "innkalling 18.11.2026 25.11.2026 onsdag alt sendt" in words
    assert "flyttet fra" in ehelse("vis", "nehr-2026-m4").out


def test_the_consequences_of_a_move_are_told_before_it_is_made(example: Path) -> None:
    ran = ehelse("moete", "flytt", "nehr-2026-m4", "2027-02-10", "--proev")
    words = " ".join(ran.out.split())
    assert "10.2.2027 møte i NUIT (nuit-2027-m1)" in words
    assert (
        "Går ut før det nye møtet Siste dag Medlem Gruppe 31.12.2026 Ingvild Tofte kommuner 31.12.2026 Trine Hovelsrud"
        in words
    )
    assert "advarsel[AAR703]" in words


# --- refusing, trying, doing it all the same

TRIED = (
    'ny sak nehr --tittel "Status" --moete nehr-2027-m1',
    'medlem forny nehr "Ingvild Tofte"',
    "moete flytt nehr-2026-m4 2026-12-09",
)


@pytest.mark.parametrize("command", TRIED)
def test_to_try_writes_nothing_and_shows_the_change(example: Path, command: str) -> None:
    before = content(example)
    tried = ehelse(*shlex.split(command), "--proev")
    assert (tried.code, tried.err, changed(before, example)) == (0, "ingenting er skrevet (--proev)\n", {})
    assert ehelse(*shlex.split(command)).out == tried.out
    assert tried.out.startswith("--- ")
    assert changed(before, example)


def test_what_would_break_a_rule_is_refused(example: Path) -> None:
    before = content(example)
    ran = ehelse("moete", "flytt", "nehr-2026-m4", "2026-11-24")
    assert (ran.code, changed(before, example)) == (2, {})
    assert "feil[AAR711]" in ran.out
    assert "\n      → " in ran.out
    assert "endringen ville brutt regler 2 steder (AAR711)" in ran.err


def test_what_is_done_all_the_same_says_why_in_the_file(example: Path) -> None:
    ran = ehelse("moete", "flytt", "nehr-2026-m4", "2026-11-24", "--likevel", "Formøtene er\nvarslet")
    assert ran.code == 0, ran.err
    comments = [
        line.strip()
        for path in (example / "data").rglob("*.*")
        for line in path.read_text("utf-8").splitlines()
        if "unntak AAR711" in line
    ]
    assert comments == ["# ehelse: unntak AAR711 -- Formøtene er varslet"] * 2
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    assert ehelse("unntak", "--format", "json").out.count("Formøtene er varslet") == 2


def test_what_nobody_can_be_excused_from_is_refused_all_the_same(example: Path) -> None:
    before = content(example)
    ran = ehelse("medlem", "forny", "nehr", "Ingvild Tofte", "--kilde", "Nr. 15108695088", "--likevel", "Må")
    assert (ran.code, changed(before, example)) == (2, {})
    assert "Det kan ikke føres unntak der." in ran.err
    assert "15108695088" not in ran.err


def test_what_hinders_a_change_says_how_it_is_mended(example: Path) -> None:
    ran = ehelse("sak", "utfyll", "nufa-2027-1", "--videre", "hodd beslutning 2027-06")
    assert "feil[REF201] «hodd» er verken en virksomhet eller et forum\n      → Mente du «hod»" in ran.out


def test_a_reason_is_asked_for_only_where_it_helps(example: Path) -> None:
    asked = ehelse("moete", "flytt", "nehr-2026-m4", "2026-11-24")
    assert 'Skal det gjøres likevel, si hvorfor: --likevel "grunn".' in asked.err
    refused = ehelse("medlem", "bytt", "nehr", "Ingvild Tofte", "Turid Vik", "--oppnevnt-av", "KS sentralt")
    assert "endringen ville brutt en regel (LES104)" in refused.err
    assert "Rett det du skrev: fra LES104 kan ingen unntas." in refused.err
    assert "--likevel" not in refused.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ('medlem bytt nehr "Ingvild Tofte" "ingvild  tofte"', "«Ingvild Tofte» kan ikke ta over etter seg selv"),
        ("ny sak nehr", "mangler valget --tittel"),
        ('ny sak nehr --tittel "???"', "gir ikke noe filnavn"),
        ("ny sak nehr --tittel X --sakstype radd", "--sakstype kan ikke være «radd»; mente du «raad»?"),
        ("ny sak nehr --tittel X --moete nuit-2027-m1", "nuit-2027-m1 er ikke et møte i nehr"),
        ("ny sak ks --tittel X", "«ks» er ikke et forum"),
        ('ny sak nehr --tittel "Samisk språk i journalen"', "finnes fra før"),
        ("medlem forny nehr Ingvil", "sitter ikke i nehr"),
        ('medlem forny nehr "Line Opdahl"', "Line Opdahl gikk ut 2026-04-30"),
        ('medlem forny nehr "Kari Moen" --til 2026-01-01', "perioden til Kari Moen varer alt til 2027-12-31"),
        ('medlem forny nehr "Kari Moen" --til 2028-13-01', "--til:"),
        ("moete flytt nehr-2026-m4 2026-12-02", "nehr-2026-m4 er alt satt til"),
        ("moete flytt nehr-2026-m4 i-morgen", "er ikke en møtetid"),
        ("moete flytt nehr-2026-9 2026-12-02", "«nehr-2026-9» er ikke et møte"),
        ("moete flytt nehr-2026-m4 2026-12-09 --revisjon HEAD", "ikke i en revisjon"),
        ("moete flytt nehr-2026-m4 2026-11-24 --likevel ' '", "valget --likevel mangler verdien sin"),
        ("ny sak nehr --tittel 'a\x1bb'", "endringen ville brutt"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_changed(example: Path, command: str, said: str) -> None:
    before = content(example)
    ran = ehelse(*shlex.split(command))
    assert (ran.code, changed(before, example)) == (2, {})
    assert said in ran.err


def test_windows_line_ends_stay(example: Path) -> None:
    file = example / "data/moeter/nehr/2026-m4.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert ehelse("moete", "flytt", "nehr-2026-m4", "2026-12-09").code == 0
    raw = file.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_a_folder_that_cannot_be_written_to_is_told(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    def full(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    before = content(example)
    ran = ehelse("moete", "flytt", "nehr-2026-m4", "2026-12-09")
    assert (ran.code, changed(before, example)) == (2, {})
    assert "kan ikke skrive «data/moeter/nehr/2026-m4.md»: disken er full" in ran.err


# --- the other edits: what comes in which file


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (
            'medlem avslutt nehr "Ingvild Tofte" --dato 2026-12-31 --likevel "Ny kommer siden"',
            None,  # her term ends that day anyway
        ),
        (
            'medlem bytt nehr "Ingvild Tofte" "Turid Vik" --oppnevnt-av ks',
            {
                "data/forum/nehr.yaml": (
                    [],
                    ["  - navn: Turid Vik", "    oppnevnt: {av: ks, dato: 2026-11-23}", "    periode: 2027-01-01"],
                )
            },
        ),
        (
            'medlem bytt nehr "Kari Moen" "Turid Vik" --virksomhet bodoe --fra 2027-03-01',
            {
                "data/forum/nehr.yaml": (
                    [],
                    [
                        "    fratraadt: 2027-02-28",
                        "  - {navn: Turid Vik, virksomhet: bodoe, gruppe: kommuner, periode: 2027-03-01}",
                    ],
                )
            },
        ),
        (
            'medlem stedfortreder nehr "Turid Vik" --for "berit nyvik" --virksomhet bergen --fra 2027-01-01',
            {
                "data/forum/nehr.yaml": (
                    [],
                    ["  - {navn: Turid Vik, virksomhet: bergen, for: Berit Nyvik, periode: 2027-01-01/2027-12-31}"],
                )
            },
        ),
        (
            'moete avlys nuit-2027-m3 --begrunnelse "For få saker"',
            {"data/moeter/nuit/2027-m3.md": ([], ["avlyst: 2026-11-23", "begrunnelse: |", "  For få saker"])},
        ),
        (
            "moete protokoller nuit-2026-m4 --publisert 2026-12-01",
            {
                "data/moeter/nuit/2026-m4.md": (
                    ["referat: {utkast_sendt: 2026-11-20}"],
                    ["referat: {utkast_sendt: 2026-11-20, publisert: 2026-12-01}"],
                )
            },
        ),
        (
            "sak flytt nehr-2027-2 nehr-2027-m2",
            {
                "data/moeter/nehr/2027-m1.md": (["  - {sak: 2/2027, minutter: 10+30}"], []),
                "data/moeter/nehr/2027-m2.md": ([], ["saksliste:", "  - {sak: 2/2027, minutter: 10+30}"]),
            },
        ),
        (
            "aarshjul 2027 --publisert 2026-12-18",
            {"data/aarshjul/2027.yaml": ([], ["publisert: 2026-12-18"])},
        ),
        (
            "moete saksliste nehr-2027-m2",
            {
                "data/moeter/nehr/2027-m2.md": (
                    [],
                    [
                        "saksliste:",
                        "  - {fast: innkalling, minutter: 5}",
                        "  - {fast: referat, gjelder: nehr-2027-m1, minutter: 5}",
                        "  - {sak: 3/2027, fast: veikart, minutter: 20}",
                    ],
                )
            },
        ),
        (
            "moete saksliste nuit-2027-m2",
            {
                "data/moeter/nuit/2027-m2.md": (
                    ["  - fast: portefoelje"],
                    [
                        "  - {fast: innkalling, minutter: 5}",
                        "  - {fast: referat, gjelder: nuit-2027-m1, minutter: 5}",
                        "  - {sak: 2/2027, fast: veikart, minutter: 20}",
                        "  - sak: 3/2027",
                        "    fast: portefoelje",
                    ],
                )
            },
        ),
        (
            "moete saksliste nehr-2027-m1 --fast moeteplan",
            {"data/moeter/nehr/2027-m1.md": ([], ["  - {sak: 3/2027, fast: moeteplan}"])},
        ),
        (
            'sak trekk nehr-2027-2 --begrunnelse "Saken er løst"',
            {
                "data/moeter/nehr/2027-m1.md": (
                    ["  - {sak: 2/2027, minutter: 10+30}"],
                    [
                        "  - sak: 2/2027",
                        "    minutter: 10+30",
                        "    utfall: trukket",
                        "    begrunnelse: |",
                        "      Saken er løst",
                    ],
                )
            },
        ),
        (
            'sak foelg-opp nehr-2026-9 fulgt --av hod --punkt 1 --kilde "Brev"',
            {
                "data/saker/nehr/2026-09.md": (
                    [],
                    ["oppfoelging:", "  - {av: hod, dato: 2026-11-23, punkt: [1], utfall: fulgt, kilde: Brev}"],
                )
            },
        ),
        (
            "sak behandle nehr-2026-11 --resultat anbefalt --som-foreslaatt",
            {
                "data/moeter/nehr/2026-m4.md": (
                    ["  - {sak: 11/2026, minutter: 15+45}"],
                    [
                        "  - {sak: 11/2026, minutter: 15+45, utfall: behandlet, resultat: anbefalt, vedtak: som_foreslaatt}"  # noqa: E501
                    ],
                )
            },
        ),
        ("ny aarshjul 2028", {"data/aarshjul/2028.yaml": ([], ["forum: [nufa, nuit, nehr]", "hendelser: []"])}),
        (
            'ny medlem programstyrer "Turid Vik" --virksomhet ks --fra 2027-01-01',
            {
                "data/forum/programstyrer.yaml": (
                    [],
                    ["medlemmer:", "  - {navn: Turid Vik, virksomhet: ks, periode: 2027-01-01}"],
                )
            },
        ),
    ],
)
def test_an_edit_changes_these_lines(
    example: Path, command: str, expected: dict[str, tuple[list[str], list[str]]] | None
) -> None:
    before = content(example)
    ran = ehelse(*shlex.split(command))
    if expected is None:
        assert (ran.code, changed(before, example)) == (2, {})
        return
    assert ran.code == 0, ran.out + ran.err
    assert changed(before, example) == expected
    assert ehelse("valider", "--feil-ved", "feil").code == 0


def test_a_new_member_in_the_place_of_another_fills_the_seat(example: Path) -> None:
    ehelse("medlem", "bytt", "nehr", "Ingvild Tofte", "Turid Vik", "--oppnevnt-av", "ks")
    ehelse("medlem", "bytt", "nehr", "Trine Hovelsrud", "Finn Aa")
    ran = ehelse("medlemmer", "nehr", "--per", "2027-01-01")
    assert "ledige          0" in ran.out
    assert "Turid Vik" in ran.out


def test_a_new_meeting_has_the_standing_items_and_the_next_numbers(example: Path) -> None:
    ran = ehelse("ny", "moete", "nehr", "2027-12-15 10:00-15:00", "--form", "hybrid")
    assert ran.code == 0, ran.err
    assert (example / "data/moeter/nehr/2027-m5.md").read_text("utf-8") == (
        "---\ntid: 2027-12-15 10:00-15:00\nform: hybrid\nsaksliste:\n  - {fast: innkalling, minutter: 5}\n"
        "  - {fast: referat, gjelder: nehr-2027-m4, minutter: 5}\n  - {sak: 3/2027, fast: veikart, minutter: 20}\n---\n"
    )
    assert "saksdokumenter  1.12.2027  onsdag  praksis" in ran.out


def test_a_calendar_is_treated_in_a_meeting_and_not_published_before_the_year_has_its_meetings(example: Path) -> None:
    assert ehelse("ny", "aarshjul", "2028").code == 0
    assert ehelse("aarshjul", "2028", "--behandlet", "nehr-2027-m4").code == 0
    treated = "forum: [nufa, nuit, nehr]\nbehandlet: nehr-2027-m4\nhendelser: []\n"
    assert (example / "data/aarshjul/2028.yaml").read_text("utf-8") == treated
    ran = ehelse("aarshjul", "2028", "--publisert", "2027-12-10", "--per", "2027-12-10")
    assert (ran.code, (example / "data/aarshjul/2028.yaml").read_text("utf-8")) == (2, treated)
    assert "NUIT har 0 ordinære møter i 2028; mandatet sier 3 per år" in ran.out


def test_that_a_calendar_came_too_late_is_entered_and_found(example: Path) -> None:
    assert "AAR701" not in ehelse("valider", "--per", "2026-12-18", "--feil-ved", "aldri").out
    ran = ehelse("aarshjul", "2027", "--publisert", "2027-01-04", "--per", "2026-12-18")
    assert ran.code == 0, ran.out + ran.err
    assert "feil[AAR701]" in ran.out
    assert "publisert: 2027-01-04\n" in (example / "data/aarshjul/2027.yaml").read_text("utf-8")
    assert "AAR701" in ehelse("valider", "--per", "2026-12-18", "--feil-ved", "aldri").out


def test_a_council_without_standing_items_has_none_to_put_in(example: Path) -> None:
    council = example / "data/forum/nehr.yaml"
    text = council.read_text("utf-8")
    council.write_text(re.sub(r"(?m)^faste_saker:.*\n(?:[ ].*\n)+", "", text), "utf-8")
    for more in ([], ["--fast", "moeteplan"]):
        ran = ehelse("moete", "saksliste", "nehr-2027-m2", *more)
        assert (ran.code, ran.err.splitlines()[0]) == (2, "feil: nehr har ingen faste saker")


def test_the_standing_items_are_put_in_once_and_take_a_case_from_the_queue_below_them(example: Path) -> None:
    assert ehelse("moete", "saksliste", "nehr-2027-m2").code == 0
    agenda = (example / "data/moeter/nehr/2027-m2.md").read_bytes()
    again = ehelse("moete", "saksliste", "nehr-2027-m2")
    assert (again.code, (example / "data/moeter/nehr/2027-m2.md").read_bytes()) == (2, agenda)
    assert ehelse("sak", "flytt", "nehr-koe-samisk-spraak-i-journalen", "nehr-2027-m2").code == 0
    text = (example / "data/moeter/nehr/2027-m2.md").read_text("utf-8")
    assert text.endswith("  - {sak: 3/2027, fast: veikart, minutter: 20}\n  - sak: 4/2027\n---\n")


def test_a_new_council_can_be_used_at_once(example: Path) -> None:
    made = ehelse(
        "ny",
        "forum",
        "arbeidsutvalget",
        "--navn",
        "Arbeidsutvalget",
        "--nivaa",
        "arbeidsutvalg",
        "--overordnet",
        "nehr",
    )
    assert made.code == 0, made.err
    assert ehelse("ny", "moete", "arbeidsutvalget", "2027-01-13").code == 0
    assert ehelse("ny", "sak", "arbeidsutvalget", "--tittel", "Først", "--moete", "arbeidsutvalget-2027-m1").code == 0
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    assert ehelse("vis", "arbeidsutvalget-2027-1").code == 0


def test_a_draft_of_a_mandate_is_the_one_in_force_with_another_day(example: Path) -> None:
    assert ehelse("ny", "mandat", "nehr", "2028-01-01").code == 0
    draft = (example / "data/mandater/nehr/2028-01-01-utkast.md").read_text("utf-8")
    assert draft.startswith("---\nforum: nehr\nstatus: utkast\ngjelder_fra: 2028-01-01\n")
    assert "# 20 i gruppene + lederens eget sete" in draft
    assert "Ingen endringer" in ehelse("mandat", "diff", "nehr@2028-01-01-utkast").out
    assert ehelse("ny", "mandat", "nehr", "2020-01-01").code == 2


def test_a_case_from_the_queue_takes_its_attachments_and_its_name_with_it(example: Path) -> None:
    queue = example / "data/saker/nehr/koe"
    (queue / "samisk-spraak-i-journalen").mkdir()
    (queue / "samisk-spraak-i-journalen/tall.csv").write_bytes(b"a;b\r\n\xff")
    (example / "data/saker/nuit/koe/fortsetter.md").write_text(
        "---\ntittel: Videre\nfra_sak: nehr-koe-samisk-spraak-i-journalen\nsakseiere: ks\n---\n"
        "Se nehr-koe-samisk-spraak-i-journalen, ikke nehr-koe-samisk-spraak-i-journalen-2.\n",
        encoding="utf-8",
    )
    ran = ehelse("sak", "flytt", "nehr-koe-samisk-spraak-i-journalen", "nehr-2027-m2")
    assert ran.code == 0, ran.out + ran.err
    assert not (queue / "samisk-spraak-i-journalen.md").exists()
    assert (example / "data/saker/nehr/2027-03/tall.csv").read_bytes() == b"a;b\r\n\xff"
    assert "oensket_moete" not in (example / "data/saker/nehr/2027-03.md").read_text("utf-8")
    after = (example / "data/saker/nuit/koe/fortsetter.md").read_text("utf-8")
    assert "fra_sak: nehr-2027-3\n" in after
    assert "Se nehr-2027-3, ikke nehr-koe-samisk-spraak-i-journalen-2." in after


def test_a_case_with_another_number_is_followed_by_all_that_names_it(example: Path) -> None:
    assert ehelse("sak", "renummerer", "2/2027", "7/2027", "--forum", "nehr").code == 0
    assert not (example / "data/saker/nehr/2027-02.md").exists()
    left = [path.name for path in (example / "data").rglob("*.*") if b"nehr-2027-2\n" in path.read_bytes()]
    assert left == []
    assert "- {sak: 7/2027, minutter: 10+30}" in (example / "data/moeter/nehr/2027-m1.md").read_text("utf-8")
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    assert ehelse("sak", "renummerer", "nehr-2027-7", "1/2027").code == 2


def test_attendance_is_told_by_who_was_away(example: Path) -> None:
    ran = ehelse(
        "moete", "fremmoete", "nehr-2026-m4", "--per", "2026-12-02",
        "--forfall", "sverre midtgaard", "--vara", "Ola Sandvik for Kari Moen", "--sekretariat", "Randi Lundby",
    )  # fmt: skip
    assert ran.code == 0, ran.out + ran.err
    text = (example / "data/moeter/nehr/2026-m4.md").read_text("utf-8")
    assert "    - {navn: Ola Sandvik, for: Kari Moen}\n" in text
    assert "  sekretariat: [Randi Lundby]\n  forfall: [Sverre Midtgaard]\n" in text
    assert "nehr-2026-m4  2.12.2026    19     1        1          0  ikke regulert" in ran.out
    again = ehelse("moete", "fremmoete", "nehr-2026-m4", "--per", "2026-12-02")
    assert "fremmøtet er alt ført" in again.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ('medlem avslutt nehr "Line Opdahl"', "perioden til Line Opdahl er slutt 2026-04-30"),
        ('medlem stedfortreder nehr Ola --for "Ingen Her"', "«Ingen Her» sitter ikke i nehr"),
        ("moete innkall nehr-2026-m4", "«innkalt» er alt ført i nehr-2026-m4: 2026-11-16"),
        ("moete avlys nehr-2026-m3 --begrunnelse X", "nehr-2026-m3 er holdt"),
        ("moete protokoller nehr-2026-m3", "det er ikke sagt hva som skal føres"),
        ("moete protokoller nehr-2026-m3 --publisert 2026-12-01", "«publisert» er alt ført"),
        ("moete fremmoete nehr-2027-m1 --vara Ola", "--vara «Ola» sier ikke for hvem"),
        ("moete fremmoete nehr-2027-m1 --forfall Grete", "«Grete» sitter ikke i nehr"),
        ("aarshjul 2026 --publisert 2026-11-23", "«publisert» er alt ført i aarshjul-2026: 2025-12-01"),
        ("aarshjul 2027 --behandlet nehr-2026-m4", "«behandlet» er alt ført i aarshjul-2027: nehr-2026-m4"),
        ("aarshjul 2031 --publisert 2026-11-23", "det finnes ikke noe årshjul for 2031"),
        ("aarshjul --publisert 2026-11-23", "det er ikke sagt hvilket år"),
        ("aarshjul 2027 --publisert snart", "--publisert: «snart» er ikke en dato"),
        ("aarshjul 2027 --publisert 2026-12-18 --format json", "--format gjelder ikke sammen med --publisert"),
        ("aarshjul 2027 --publisert 2026-12-18 --forum nehr", "--forum gjelder ikke sammen med --publisert"),
        ("aarshjul --planlegg 2028 --publisert 2026-12-18", "--publisert gjelder ikke sammen med --planlegg"),
        ("aarshjul 2027 --publisert 2026-12-18 --antall nehr=4", "--antall gjelder bare en plan"),
        ("moete saksliste nehr-2026-m3", "nehr-2026-m3 er holdt"),
        ("moete saksliste nehr-2027-m1", "de faste sakene står alt på sakslisten i nehr-2027-m1"),
        ("moete saksliste nehr-2027-m2 --fast moteplan", "--fast kan ikke være «moteplan»; mente du «moeteplan»?"),
        ("moete saksliste nuit-2026-m5", "nuit-2026-m5 er avlyst"),
        ("sak behandle nehr-2026-9", "utfallet er alt ført i nehr-2026-m3: behandlet"),
        ("sak behandle nehr-koe-samisk-spraak-i-journalen", "står ikke på noen saksliste"),
        ("sak behandle nehr-2026-11 --som-foreslaatt --vedtak X", "kan ikke stå sammen"),
        ("sak behandle nehr-2026-12 --utfall utsatt", "skrives i den lukkede mappen"),
        ("moete flytt nehr-2026-m3 2026-12-09", "nehr-2026-m3 er holdt"),
        ("sak behandle nehr-2026-11 --utfall ferdig", "--utfall kan ikke være «ferdig»"),
        ("sak flytt nehr-2026-9 nehr-2027-m1", "nehr-2026-9 er alt behandlet i nehr-2026-m3"),
        ("sak flytt nehr-2027-2 nehr-2027-m1", "står alt på sakslisten"),
        ("sak flytt nehr-2027-2 nehr-2026-m3", "nehr-2026-m3 er holdt"),
        ("sak flytt nehr-2027-2 nuit-2027-m1", "nuit-2027-m1 er ikke et møte i nehr"),
        ("sak renummerer nehr-koe-samisk-spraak-i-journalen", "har ikke noe nummer"),
        ("sak foelg-opp nehr-2026-9 kanskje --av hod", "UTFALL kan ikke være «kanskje»"),
        (
            "sak foelg-opp nehr-2026-9 fulgt --av hod --punkt 1 --punkt 9",
            "--punkt 9: rådet i nehr-2026-9 har 2 punkter",
        ),
        ("ny moete nehr 2027-13-01", "TID:"),
        ("ny moete nehr 2027-12-15 10:00-15:00", 'i hermetegn: "2026-12-02 10:00-15:00"'),
        ("moete forfall nehr-2026-m4 Sverre Midtgaard", "Skriv hele navnet; på kommandolinjen i hermetegn."),
        ("ny forum Å --navn X --nivaa raad", "«Å» kan ikke være en id"),
        ("ny forum nehr --navn X --nivaa raad", "«data/forum/nehr.yaml» finnes fra før"),
        ("ny aarshjul 2027", "finnes fra før"),
    ],
)
def test_what_is_no_edit_is_refused(example: Path, command: str, said: str) -> None:
    before = content(example)
    ran = ehelse(*shlex.split(command))
    assert (ran.code, changed(before, example)) == (2, {})
    assert said in ran.err


# --- a fresh folder


@pytest.mark.parametrize("ci", ["github", "gitlab", "ingen"])
def test_a_fresh_folder_can_be_used_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: str) -> None:
    monkeypatch.chdir(tmp_path)
    made = ehelse("ny", "datasett", "raadet", "--navn", "Rådet: vårt", "--ci", ci)
    assert made.code == 0, made.err
    files = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "raadet").rglob("*") if path.is_file()}
    assert set(made.out.split()) == files
    assert {"raadet/.github/workflows/valider.yml", "raadet/.gitlab-ci.yml"} & files == {
        "github": {"raadet/.github/workflows/valider.yml"},
        "gitlab": {"raadet/.gitlab-ci.yml"},
        "ingen": set(),
    }[ci]
    monkeypatch.chdir(tmp_path / "raadet")
    assert (tmp_path / "raadet/README.md").read_text("utf-8").startswith("# Rådet: vårt\n")
    assert ehelse("ny", "forum", "raad", "--navn", "Rådet", "--nivaa", "raad").code == 0
    assert ehelse("ny", "medlem", "raad", "Kari Moen", "--virksomhet", "ks").code == 0
    assert ehelse("ny", "moete", "raad", "2027-02-03 10:00-15:00").code == 0
    assert ehelse("ny", "sak", "raad", "--tittel", "Først", "--sakseier", "ks", "--moete", "raad-2027-m1").code == 0
    ran = ehelse("valider", "--feil-ved", "feil", "--per", "2027-01-04")
    assert ran.code == 0, ran.out


def test_a_folder_with_something_in_it_is_left_alone(example: Path) -> None:
    before = content(example)
    ran = ehelse("ny", "datasett", "data", "--navn", "X")
    assert (ran.code, changed(before, example)) == (2, {})
    assert "«data» er ikke en tom mappe" in ran.err


def test_what_a_fresh_folder_checks_itself_with_is_what_the_guide_says() -> None:
    import re

    page = (ROOT / "docs/brukerveiledning/ci.md").read_text("utf-8")
    blocks = dict(re.findall(r"^```yaml (\S+)\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    for path, name in {".github/workflows/valider.yml": "github.yml", ".gitlab-ci.yml": "gitlab.yml"}.items():
        assert (ROOT / "templates/nytt" / name).read_text("utf-8") == blocks[path]


# --- what has happened is entered, and found, not refused and not excused


def test_a_seat_that_becomes_vacant_is_no_reason_to_refuse_and_is_found(example: Path) -> None:
    ran = ehelse("medlem", "avslutt", "nehr", "Kari Moen", "--dato", "2026-11-22")
    assert ran.code == 0, ran.err
    assert "feil[MED401]" in ran.out
    found = ehelse("valider", "--format", "kort").out
    assert "MED401" in found
    assert b"unntak MED401" not in (example / "data/forum/nehr.yaml").read_bytes()


def test_that_too_few_came_is_entered(example: Path) -> None:
    members = json.loads(ehelse("medlemmer", "nuit", "--per", "2027-02-10", "--format", "json").out)["tabeller"][
        "seter"
    ]
    away = [str(row["navn"]).split(",")[0] for row in members if row["navn"] != "LEDIG"][3:]
    ran = ehelse(
        "moete",
        "fremmoete",
        "nuit-2027-m1",
        "--per",
        "2027-02-10",
        *(part for one in away for part in ("--forfall", one)),
    )
    assert ran.code == 0, ran.out + ran.err
    assert "  nei" in ran.out
    assert "MOT501" in ehelse("valider", "--format", "kort", "--per", "2027-02-10").out


# --- a command that was killed half way


def _killed_half_way(example: Path) -> dict[str, bytes]:
    """As it is when the program was killed between two swaps; answers with what was before."""
    from ehelse_cli.load.edit.edits import FileEdit
    from ehelse_cli.load.edit.journal import begin

    before = dict(content(example))
    old = before["data/moeter/nehr/2027-m1.md"]
    new = old.replace(b"minutter: 10+30", b"minutter: 10+40")
    case = FileEdit("saker/nehr/2027-09.md", None, b"---\ntittel: Halv\n---\n")
    begin(example / "data", (FileEdit("moeter/nehr/2027-m1.md", old, new), case))
    (example / "data/moeter/nehr/2027-m1.md").write_bytes(new)
    assert new != old
    return before


def test_what_was_killed_half_way_is_undone_by_the_next_command_that_writes(example: Path) -> None:
    before = _killed_half_way(example)
    seen = ehelse("frister")
    assert "en endring ble avbrutt midt i" in seen.err
    assert ehelse("frister", "--stille").err == ""
    tried = ehelse("moete", "flytt", "nehr-2026-m4", "2026-12-09", "--proev")
    assert "en endring ble avbrutt midt i" in tried.err
    assert content(example)["data/moeter/nehr/2027-m1.md"] != before["data/moeter/nehr/2027-m1.md"]
    ran = ehelse("moete", "avlys", "nuit-2027-m3", "--begrunnelse", "For få saker")
    assert ran.code == 0
    assert "er gjort om: data/moeter/nehr/2027-m1.md, data/saker/nehr/2027-09.md\n" in ran.err
    assert set(changed(before, example)) == {"data/moeter/nuit/2027-m3.md"}
    assert "avbrutt" not in ehelse("frister").err


def test_what_was_killed_half_way_and_then_edited_is_left_to_a_person(example: Path) -> None:
    _killed_half_way(example)
    mine = example / "data/moeter/nehr/2027-m1.md"
    mine.write_bytes(mine.read_bytes() + b"Mitt.\n")
    after = mine.read_bytes()
    line = ("moete", "avlys", "nuit-2027-m3", "--begrunnelse", "For få saker")
    ran = ehelse(*line)
    assert ran.code == 2
    assert "filene er endret siden: data/moeter/nehr/2027-m1.md" in ran.err
    assert mine.read_bytes() == after
    assert ehelse(*line).code == 0


def test_a_folder_that_was_half_made_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ehelse_cli.load.edit.edits import FileEdit
    from ehelse_cli.load.edit.journal import begin

    monkeypatch.chdir(tmp_path)
    (tmp_path / "raadet").mkdir()
    begin(tmp_path / "raadet", (FileEdit("README.md", None, b"x"), FileEdit(".gitignore", None, b"y")))
    (tmp_path / "raadet/README.md").write_bytes(b"x")
    assert ehelse("ny", "datasett", "raadet", "--navn", "Rådet").code == 0
    assert (tmp_path / "raadet/README.md").read_text("utf-8").startswith("# Rådet\n")


# --- forfall before the meeting, and the quorum margin


def test_those_who_cannot_come_are_entered_before_the_meeting_and_the_margin_is_told(example: Path) -> None:
    before = content(example)
    ran = ehelse("moete", "forfall", "nuit-2027-m1", "helene vatne", "Rune Dalseth")
    assert ran.code == 0, ran.err
    path = "data/moeter/nuit/2027-m1.md"
    assert changed(before, example) == {path: ([], ["fremmoete: {forfall: [Helene Vatne, Rune Dalseth]}"])}
    assert "ja minst 1/2 av 17 seter → 9 kreves; til stede 13 medlemmer" in ran.out
    assert "tåler så mange forfall til          4\n" in ran.out
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    again = ehelse("moete", "forfall", "nuit-2027-m1", "Rune Dalseth", "Wenche Lysaker")
    assert "fremmoete: {forfall: [Helene Vatne, Rune Dalseth, Wenche Lysaker]}" in again.out
    assert ehelse("moete", "forfall", "nuit-2027-m1", "Rune Dalseth").code == 2
    moved = ehelse("moete", "flytt", "nuit-2027-m1", "2027-02-17", "--proev").out
    assert "tåler så mange forfall til          3\n" in moved


def test_those_who_sent_word_are_away_when_the_attendance_is_entered(example: Path) -> None:
    ehelse("moete", "forfall", "nuit-2027-m1", "Helene Vatne", "Rune Dalseth")
    ran = ehelse("moete", "fremmoete", "nuit-2027-m1", "--per", "2027-02-10", "--vara", "Per Aa for Rune Dalseth")
    assert ran.code == 0, ran.out + ran.err
    text = (example / "data/moeter/nuit/2027-m1.md").read_text("utf-8")
    assert "  forfall: [Helene Vatne]\n" in text
    assert "    - {navn: Per Aa, for: Rune Dalseth}\n" in text
    assert "fremmøtet er alt ført" in ehelse("moete", "fremmoete", "nuit-2027-m1").err
    assert "nuit-2027-m1 er holdt" in ehelse("moete", "forfall", "nuit-2027-m1", "Wenche Lysaker").err
    assert "nuit-2027-m1 er holdt" in ehelse("moete", "flytt", "nuit-2027-m1", "2027-02-17").err


def test_a_meeting_with_word_sent_can_still_be_moved_and_cancelled(example: Path) -> None:
    ehelse("moete", "forfall", "nuit-2027-m1", "Helene Vatne")
    assert ehelse("moete", "flytt", "nuit-2027-m1", "2027-02-17").code == 0
    assert ehelse("moete", "avlys", "nuit-2027-m1", "--begrunnelse", "For få", "--proev").code == 0


def test_a_move_shows_the_whole_chain_with_working_days_holidays_and_who_prepares(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    out = ehelse("moete", "flytt", "nuit-2027-m1", "2027-04-07", "--proev").out
    chain = [" ".join(line.split()) for line in out.split("Fristene\n", 1)[1].split("\n\n", 1)[0].splitlines()]
    assert chain == [
        "Frist Før Nå Dag Virkedager til Merk",
        "formøte: Fag- og prioriteringsutvalget 2.2.2027 2.2.2027 tirsdag 49 flytter ikke med",
        "innmelding 6.1.2027 3.3.2027 onsdag 70",
        "innkalling 20.1.2027 17.3.2027 onsdag 80",
        "saksdokumenter 27.1.2027 19.3.2027 fredag 82",
        "forfall 8.2.2027 5.4.2027 mandag 90",
        "møte 10.2.2027 7.4.2027 onsdag 92",
        "referat 24.2.2027 21.4.2027 onsdag 102",
    ]
    holidays = (
        "1. juledag 25.12.",
        "1. nyttårsdag 1.1.",
        "skjærtorsdag 25.3.",
        "langfredag 26.3.",
        "2. påskedag 29.3.",
    )
    assert [one in out for one in holidays] == [True] * 5


def test_a_move_ahead_tells_whose_term_has_not_begun(example: Path) -> None:
    assert ehelse("medlem", "bytt", "nehr", "Ingvild Tofte", "Turid Vik", "--oppnevnt-av", "ks").code == 0
    out = ehelse("moete", "flytt", "nehr-2027-m1", "2026-12-16", "--proev").out
    words = " ".join(out.split())
    assert "Begynner først etter det nye møtet Første dag Medlem Gruppe 1.1.2027 Turid Vik kommuner" in words
    assert "Går ut før det nye møtet" not in words


def test_a_member_whose_organisation_cannot_be_one_is_refused_and_no_mistake_of_ours(example: Path) -> None:
    for said in ("../../x", "Tittel: kolon", "30.2", " "):
        ran = ehelse("ny", "medlem", "programstyrer", "Turid Vik", "--virksomhet", said)
        assert ran.code == 2, said
    assert ehelse("ny", "medlem", "programstyrer", " ", "--virksomhet", "ks").code == 2


def test_a_name_typed_with_letters_in_two_parts_finds_who_has_them_in_one(example: Path) -> None:
    ran = ehelse("moete", "forfall", "nehr-2026-m4", "A\u030asmund Hjelle")
    assert ran.code == 0, ran.err
    assert "fremmoete: {forfall: [Åsmund Hjelle]}\n" in (example / "data/moeter/nehr/2026-m4.md").read_text("utf-8")
    written = ehelse("ny", "sak", "nehr", "--tittel", "A\u030apne data")
    assert "data/saker/nehr/koe/aapne-data.md" in written.err
