"""What comes up in the course of a year: a case that comes back, minutes of a meeting not held, standing items."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ehelse, write

COUNCIL = {
    "data/datasett.yaml": "dag: 2027-05-03\n",
    "data/virksomheter.yaml": "ks: {navn: KS}\noslo: {navn: Oslo}\n",
    "data/forum/raad.yaml": """\
navn: Rådet
nivaa: raad
saksnummer: N/AAAA
moetenummer: N/AAAA
faste_saker:
  innkalling: {tittel: Godkjenning av innkalling, sakstype: godkjenning, vedtak: Innkallingen godkjennes.}
  referat: {tittel: Godkjenning av referat, sakstype: godkjenning, vedtak: Referatet godkjennes.}
  runde: {tittel: Runde rundt bordet, sakstype: orientering}
medlemmer:
  - {navn: Kari Moen, virksomhet: ks}
  - {navn: Ola Lie, virksomhet: oslo}
""",
    "data/saker/raad/2027-01.md": "---\ntittel: Planen\nsakstype: raad\nsakseiere: ks\n---\n",
    "data/moeter/raad/2027-m1.md": """\
---
tid: 2027-03-03
saksliste:
  - {fast: innkalling}
  - {sak: 1/2027, minutter: 10+20, utfall: utsatt, votering: enstemmig, videre_til: raad-2027-m2}
---
""",
    "data/moeter/raad/2027-m2.md": "---\ntid: 2027-06-02\nsaksliste: [{fast: referat, gjelder: raad-2027-m1}]\n---\n",
    "data/moeter/raad/2027-m3.md": "---\ntid: 2027-09-01\nsaksliste: [{fast: referat, gjelder: raad-2027-m2}]\n---\n",
}


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path, COUNCIL))
    return tmp_path / "data/moeter/raad"


def _done(*words: str) -> None:
    ran = ehelse(*words, "--likevel", "Prøve")
    assert ran.code == 0, ran.out + ran.err


@pytest.mark.parametrize("outcome", ["utsatt", "sendt_tilbake"])
def test_a_case_that_was_put_off_is_set_up_again_with_its_number(council: Path, outcome: str) -> None:
    first = council / "2027-m1.md"
    first.write_text(first.read_text("utf-8").replace("utsatt", outcome), "utf-8")
    before = first.read_bytes()
    _done("sak", "flytt", "raad-2027-1", "raad-2027-m2")
    assert first.read_bytes() == before
    second = (council / "2027-m2.md").read_text("utf-8")
    assert "{sak: 1/2027, minutter: 10+20}" in second
    assert "enstemmig" not in second


def test_a_case_that_is_done_with_stays_where_it_is(council: Path) -> None:
    first = council / "2027-m1.md"
    first.write_text(first.read_text("utf-8").replace("utsatt", "trukket"), "utf-8")
    ran = ehelse("sak", "flytt", "raad-2027-1", "raad-2027-m2")
    assert ran.code == 2
    assert "alt behandlet i raad-2027-m1: trukket" in ran.err


def test_standing_items_came_out_as_proposed_all_at_once(council: Path) -> None:
    _done("moete", "protokoller", "raad-2027-m1", "--faste-som-foreslaatt", "--utkast-sendt", "2027-03-10")
    text = (council / "2027-m1.md").read_text("utf-8")
    assert "{fast: innkalling, utfall: behandlet, vedtak: som_foreslaatt}" in text
    assert "referat: {utkast_sendt: 2027-03-10}" in text
    assert "utfall: utsatt" in text
    ran = ehelse("moete", "protokoller", "raad-2027-m1", "--faste-som-foreslaatt")
    assert ran.code == 2
    assert "alt er ført om de faste sakene" in ran.err


def test_one_standing_item_is_called_by_its_name(council: Path) -> None:
    _done("sak", "behandle", "innkalling", "--moete", "raad-2027-m1", "--resultat", "godkjent", "--som-foreslaatt")
    assert "{fast: innkalling, utfall: behandlet, resultat: godkjent, vedtak: som_foreslaatt}" in (
        council / "2027-m1.md"
    ).read_text("utf-8")
    ran = ehelse("sak", "behandle", "innkalling", "--moete", "raad-2027-m1", "--som-foreslaatt")
    assert "utfallet er alt ført i raad-2027-m1: behandlet" in ran.err


def test_minutes_that_a_cancelled_meeting_was_to_approve_are_approved_in_the_next(council: Path) -> None:
    _done("moete", "avlys", "raad-2027-m2", "--begrunnelse", "For få saker")
    assert "gjelder: raad-2027-m1" in (council / "2027-m3.md").read_text("utf-8")


def test_the_first_meeting_has_no_minutes_to_approve(council: Path) -> None:
    for file in council.iterdir():
        file.unlink()
    for day in ("2027-03-03", "2027-06-02"):
        _done("ny", "moete", "raad", day)
    assert "referat" not in (council / "2027-m1.md").read_text("utf-8")
    assert "{fast: referat, gjelder: raad-2027-m1}" in (council / "2027-m2.md").read_text("utf-8")


def test_who_cannot_come_and_sends_somebody_was_there_through_them(example: Path) -> None:
    forfall, vara = ("--forfall", "Kari Moen"), ("--vara", "Ola Sandvik for Kari Moen")
    ran = ehelse("moete", "fremmoete", "nehr-2026-m4", *forfall, *vara, "--per", "2026-12-02")
    assert ran.code == 0, ran.err
    text = (example / "data/moeter/nehr/2026-m4.md").read_text("utf-8")
    assert "{navn: Ola Sandvik, for: Kari Moen}" in text
    assert "forfall" not in text.split("fremmoete", 1)[1].split("saksliste", 1)[0]


def test_a_case_without_a_paper_is_entered_by_its_number(example: Path) -> None:
    for case in ("nehr-2026-14", "14/2026"):
        ran = ehelse("sak", "behandle", case, "--forum", "nehr", "--resultat", "tatt_til_orientering", "--proev")
        assert ran.code == 0, ran.err
        assert "+    resultat: tatt_til_orientering" in ran.out


def test_the_only_case_of_a_meeting_can_be_moved_on(council: Path) -> None:
    (council / "2027-m2.md").write_text("---\ntid: 2027-06-02\n---\n", "utf-8")
    _done("sak", "flytt", "raad-2027-1", "raad-2027-m2")
    assert "sak: 1/2027" in (council / "2027-m2.md").read_text("utf-8")
    _done("sak", "flytt", "raad-2027-1", "raad-2027-m3")
    assert (council / "2027-m2.md").read_text("utf-8") == "---\ntid: 2027-06-02\n---\n"
    assert "1/2027" in (council / "2027-m3.md").read_text("utf-8")
