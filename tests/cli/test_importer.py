"""`ehelse importer`, run as a secretary runs it, on a copy of the project's own data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import ehelse
from tests.importer.samples import picture, put_samples, workbook, written

# Each reads the whole example several times over, and judges it.
pytestmark = pytest.mark.slow


def content(folder: Path) -> Mapping[str, bytes]:
    data = folder / "data"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def changed(before: Mapping[str, bytes], folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """By file: the lines that are gone, and those that have come."""
    after = content(folder)
    found = {}
    for path in sorted({*before, *after}):
        old, new = (one.get(path, b"").decode("utf-8", "replace").splitlines() for one in (before, after))
        if old != new:
            found[path] = [line for line in old if line not in new], [line for line in new if line not in old]
    return found


@pytest.fixture
def samples(example: Path) -> Path:
    put_samples(example)
    return example


# --- members


def test_a_list_is_put_in_and_once_more_changes_nothing(samples: Path) -> None:
    before = content(samples)
    ran = ehelse("importer", "medlemmer", "nehr", "medlemmer.csv")
    assert (ran.code, ran.err) == (0, "skrev data/forum/nehr.yaml\n")
    assert changed(before, samples) == {
        "data/forum/nehr.yaml": (
            [],
            [
                "  - {navn: Turid Vik, virksomhet: bodoe, gruppe: kommuner, oppnevnt: {av: ks}, periode: 2028-01-01}",
                "  - {navn: Ola Nordmann, virksomhet: hamar, for: Turid Vik, periode: 2028-01-01}",
            ],
        )
    }
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    after = content(samples)
    ran = ehelse("importer", "medlemmer", "nehr", "medlemmer.csv")
    assert (ran.code, ran.err) == (0, "filene sier det samme fra før; ingenting å endre\n")
    assert content(samples) == after


def test_who_appointed_may_be_said_by_name_for_all(samples: Path) -> None:
    (samples / "to.csv").write_text("Navn;Virksomhet;Fra\nTurid Vik;FHI;01.01.2028\n", "utf-8")
    assert ehelse("importer", "medlemmer", "nehr", "to.csv", "--oppnevnt-av", "Folkehelseinstituttet").code == 0
    text = (samples / "data/forum/nehr.yaml").read_text("utf-8")
    assert "- {navn: Turid Vik, virksomhet: fhi, oppnevnt: {av: fhi}, periode: 2028-01-01}" in text


def test_trying_it_writes_nothing(samples: Path) -> None:
    before = content(samples)
    ran = ehelse("importer", "medlemmer", "nehr", "medlemmer.csv", "--proev")
    assert (ran.code, ran.err) == (0, "ingenting er skrevet (--proev)\n")
    assert "+  - {navn: Turid Vik," in ran.out
    assert content(samples) == before


@pytest.mark.parametrize("columns", ["80", "120"])
def test_every_mistake_is_told_and_nothing_is_written(
    samples: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    rows: list[list[object]] = [
        ["Medlemmer i E-helserådet", None, None, None, None],
        ["Navn", "Organisasjon", "Periode", None, "Mobil"],
        [None, None, "Fra", "Til", None],
        ["Turid Vik", "FHI", 46753, "31.12.2029", "999"],
        ["Pål Ås", "Hdirr", "31.02.2028", None, None],
        ["Kari Moen", "Bergen kommune", "2024-01-01", None, None],
    ]
    (samples / "liste.xlsx").write_bytes(workbook(rows, ["A1:E1", "C2:D2"]))
    before = content(samples)
    ran = ehelse("importer", "medlemmer", "nehr", "liste.xlsx")
    assert ran.code == 1
    assert ran.out == snapshot
    assert "feil: liste.xlsx C5 (Fra): «31.02.2028» finnes ikke i kalenderen" in ran.out
    assert max(map(len, ran.out.splitlines())) <= int(columns)
    assert ran.err.startswith("feil: 3 feil må rettes først\n")
    assert content(samples) == before


def test_what_breaks_a_rule_is_refused_unless_there_is_a_reason(samples: Path) -> None:
    (samples / "to.csv").write_text("Navn;Virksomhet;Fra\nTurid Vik;FHI;01.01.2026\n", "utf-8")
    before = content(samples)
    ran = ehelse("importer", "medlemmer", "nehr", "to.csv")
    assert ran.code == 2
    assert "endringen ville brutt" in ran.err
    assert content(samples) == before
    assert ehelse("importer", "medlemmer", "nehr", "to.csv", "--likevel", "Overlapper en måned").code == 0
    assert "Overlapper en måned" in (samples / "data/forum/nehr.yaml").read_text("utf-8")


@pytest.mark.parametrize("forum", ["nehr", "nuit", "nufa"])
def test_the_list_that_is_given_out_is_taken_in_again(example: Path, forum: str) -> None:
    before = content(example)
    assert ehelse("importer", "medlemmer", forum, "--mal", "--ut", "liste.csv").code == 0
    assert ehelse("importer", "medlemmer", forum, "liste.csv").code == 0
    assert content(example) == before


def test_the_overview_as_csv_is_taken_in_again(example: Path) -> None:
    before = content(example)
    assert ehelse("medlemmer", "nehr", "--format", "csv", "--ut", "oversikt.csv").code == 0
    ran = ehelse("importer", "medlemmer", "nehr", "oversikt.csv")
    assert (ran.code, ran.out) == (0, "")
    assert content(example) == before


def test_the_overview_of_attendance_says_nothing_of_one_meeting(example: Path) -> None:
    assert ehelse("oppmoete", "nehr", "--format", "csv", "--ut", "oversikt.csv").code == 0
    ran = ehelse("importer", "fremmoete", "nehr-2026-m4", "oversikt.csv", "--per", "2026-12-02")
    assert ran.code == 1
    assert "tallene i listen gjelder flere møter" in ran.out


# --- attendance


def test_who_came_is_entered_with_the_verdict(samples: Path) -> None:
    before = content(samples)
    ran = ehelse("importer", "fremmoete", "nehr-2026-m4", "fremmoete.csv", "--per", "2026-12-02")
    assert ran.code == 0, ran.out + ran.err
    (path, (gone, come)) = changed(before, samples).popitem()
    assert (path, gone) == ("data/moeter/nehr/2026-m4.md", [])
    assert come == [
        "fremmoete: {medlemmer: [Grete Solheim, {navn: Ola Sandvik, for: Kari Moen}], forfall: [Sverre Midtgaard]}"
    ]
    assert "Fremmøtet i nehr-2026-m4" in ran.out
    assert ehelse("importer", "fremmoete", "nehr-2026-m4", "fremmoete.csv", "--per", "2026-12-02").code == 0


def test_the_list_of_a_meeting_is_filled_in_and_taken_in(example: Path) -> None:
    assert ehelse("importer", "fremmoete", "nehr-2026-m4", "--mal", "--ut", "liste.csv").code == 0
    text = (example / "liste.csv").read_text("utf-8-sig")
    headings, *rows = text.splitlines()
    column = headings.split(";").index("Møtte")
    filled = [row.split(";") for row in rows]
    for cells in filled:
        cells[column] = "ja"
    lines = [headings, *(";".join(cells) for cells in filled), ";" * 10, ""]
    (example / "liste.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    ran = ehelse("importer", "fremmoete", "nehr-2026-m4", "liste.csv", "--per", "2026-12-02")
    assert ran.code == 0, ran.out
    assert "Åsmund Hjelle" in (example / "data/moeter/nehr/2026-m4.md").read_text("utf-8")


# --- papers


def test_a_paper_becomes_a_case_in_the_queue_and_once_more_changes_nothing(samples: Path) -> None:
    before = content(samples)
    ran = ehelse("importer", "saksframlegg", "nehr", "notat.docx")
    assert (ran.code, ran.out.count("feil")) == (0, 0), ran.out
    new = content(samples).keys() - before.keys()
    assert new == {
        "data/saker/nehr/koe/samiske-navn-i-journalen.md",
        "data/saker/nehr/koe/samiske-navn-i-journalen/figur-1.png",
    }
    text = (samples / "data/saker/nehr/koe/samiske-navn-i-journalen.md").read_text("utf-8")
    assert text.startswith("---\ntittel: Samiske navn i journalen\nvedlegg: [{tittel:")
    assert "publiseres" not in text
    assert ehelse("valider", "--feil-ved", "advarsel").code == 0
    after = content(samples)
    assert ehelse("importer", "saksframlegg", "nehr", "notat.docx").code == 0
    assert ehelse("importer", "saksframlegg", "nehr-koe-samiske-navn-i-journalen", "notat.docx").code == 0
    assert content(samples) == after
    assert "Det haster." in ehelse("lag", "saksframlegg", "nehr-koe-samiske-navn-i-journalen").out


def test_a_case_with_a_text_keeps_it_unless_it_is_to_be_replaced(samples: Path) -> None:
    case = samples / "data/saker/nehr/2027-02.md"
    before = case.read_bytes()
    ran = ehelse("importer", "saksframlegg", "nehr-2027-2", "notat.docx")
    assert (ran.code, case.read_bytes()) == (2, before)
    assert "nehr-2027-2 har alt en tekst" in ran.err
    ran = ehelse("importer", "saksframlegg", "nehr-2027-2", "notat.docx", "--erstatt", "--publiser-figurer")
    assert ran.code == 0, ran.err
    text = case.read_text("utf-8")
    assert text.startswith(before.decode().partition("\n---\n")[0].partition("\nvedlegg")[0])
    assert "![Figur 1: Tre trinn](2027-02/figur-1.png)" in text
    assert "publiseres: ja" in text
    assert (samples / "data/saker/nehr/2027-02/figur-1.png").read_bytes() == picture()


def test_another_picture_of_the_name_is_not_written_over(samples: Path) -> None:
    assert ehelse("importer", "saksframlegg", "nehr", "notat.docx").code == 0
    there = samples / "data/saker/nehr/koe/samiske-navn-i-journalen/figur-1.png"
    there.write_bytes(picture(9))
    ran = ehelse("importer", "saksframlegg", "nehr", "notat.docx")
    assert ran.code == 2
    assert "finnes fra før, og er et annet bilde" in ran.err
    assert ehelse("importer", "saksframlegg", "nehr", "notat.docx", "--erstatt").code == 0
    assert there.read_bytes() == picture()


def test_a_placeholder_in_the_paper_is_refused_by_the_rules(example: Path) -> None:
    (example / "n.docx").write_bytes(written("Hei {{ navn }}."))
    ran = ehelse("importer", "saksframlegg", "nehr", "n.docx", "--tittel", "Hei")
    assert ran.code == 2
    assert "DOK809" in ran.err


# --- what is typed


def test_empty_lists_open_in_excel(good: Path) -> None:
    ran = ehelse("importer", "--mal", "medlemmer")
    assert ran.code == 0
    assert ran.out.startswith("\ufeffNavn;Virksomhet;Gruppe;Rolle;Fra;Til;")
    assert ehelse("importer", "--mal", "fremmoete", "--ut", "mal.csv").code == 0
    assert (good / "mal.csv").read_bytes().endswith(b"\r\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["importer", "medlemmer", "nehr"], "mangler argumentet FIL"),
        (["importer", "medlemmer", "nehr", "finnes-ikke.csv"], "«finnes-ikke.csv» kan ikke leses: filen finnes ikke"),
        (["importer", "medlemmer", "nehr", "data"], "«data» kan ikke leses: det er en mappe"),
        (["importer", "medlemmer", "neh", "medlemmer.csv"], "det finnes ikke noe med id «neh»"),
        (["importer", "medlemmer", "nehr", "medlemmer.csv", "--fra", "i dag"], "--fra: «i dag» er ikke en dato"),
        (
            ["importer", "medlemmer", "nehr", "medlemmer.csv", "--oppnevnt-av", "Hdirr"],
            "--oppnevnt-av: «Hdirr» finnes ikke i data/virksomheter.yaml; mente du «helsedirektoratet»?",
        ),
        (["importer", "medlemmer", "nehr", "notat.docx"], "den er ikke en hel arbeidsbok"),
        (["importer", "saksframlegg", "nehr", "medlemmer.csv"], "den er ikke en docx-fil"),
        (["importer", "saksframlegg", "nehr", "uten.docx"], "dokumentet har ingen tittel"),
        (["importer", "--mal", "tull"], "--mal kan ikke være «tull»"),
        (["importer", "--ut", "x.csv"], "--ut sier hvor malen skal skrives"),
        (["importer", "--mal", "medlemmer", "medlemmer", "nehr", "x"], "lager en tom liste, og importerer ingenting"),
        (["importer", "medlemmer", "nehr", "medlemmer.csv", "--revisjon", "HEAD"], "arbeidstreet"),
        (["importer"], ""),
    ],
)
def test_what_cannot_be_understood_is_told(samples: Path, words: list[str], told: str) -> None:
    (samples / "uten.docx").write_bytes(written("Hei."))
    before = content(samples)
    ran = ehelse(*words)
    assert (ran.code, told in ran.err) == (2, True), ran.err
    assert content(samples) == before
