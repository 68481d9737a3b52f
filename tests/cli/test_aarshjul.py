"""`ehelse aarshjul`: the year as it is read, and the plan as it is asked for, shown and written."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import Ran, ehelse, write

RAAD = {
    "data/datasett.yaml": "dag: 2026-11-23\n",
    "data/virksomheter.yaml": "ks: {navn: KS}\nknehs: {navn: Kommunalt nettverk, kort: K-NEHS}\n",
    "data/forum/raadet.yaml": "navn: Rådet\nmoetenummer: N/AAAA\nsekretariat: ks\n"
    "praksis: {saksdokumenter: 10 virkedager foer moetet}\n",
    "data/aarshjul/2026.yaml": "forum: [raadet]\npublisert: 2025-12-01\nhendelser:\n"
    "  - {tittel: Nettverket, slag: formoete, hvem: knehs, dato: 2026-03-04, foer: [raadet-2026-m1], "
    "trenger_papirer: ja}\n"
    "  - {tittel: Jevnlig møte, slag: formoete, hvem: ks, dato: 2026-01-13/2026-05-26, hver: 2 uker}\n"
    "  - {tittel: Brevet, slag: anker, hvem: ks, dato: 2026-01}\n"
    "  - {tittel: Fellesferie, slag: stengt, dato: 2026-07-06/2026-07-31}\n",
    "data/moeter/raadet/2026-m1.md": "---\ntid: 2026-03-11 10:00-15:00\n---\n",
    "data/moeter/raadet/2026-m2.md": "---\ntid: 2026-12-09 10:00-15:00\n---\n",
    "data/moeter/raadet/2026-m3.md": "---\ntid: 2026-12-16\navlyst: 2026-11-01\nbegrunnelse: Ingen saker.\n---\n",
}


@pytest.fixture
def raadet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the folder of a small tree with one year."""
    monkeypatch.chdir(write(tmp_path, RAAD))
    return tmp_path


# --- a year as it is


@pytest.mark.parametrize("bredde", [80, 120])
def test_a_year_at_a_glance(
    raadet: Path, bredde: int, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(bredde))
    ran = ehelse("aarshjul", "2026")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= bredde
    assert "● Rådet, møte 1/2026" in ran.out
    assert ran.out == snapshot


def test_where_there_is_no_room_for_lanes_there_are_none(raadet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    out = ehelse("aarshjul", "2026").out
    assert max(map(len, out.splitlines())) <= 50
    assert "──●" not in out
    assert "● Rådet, møte 1/2026" in out


def test_the_lanes_have_a_band_before_each_meeting_and_the_closed_weeks_behind(raadet: Path) -> None:
    bane = next(line for line in ehelse("aarshjul", "2026").out.splitlines() if line.startswith("Rådet    "))
    assert bane.count("●") == 2  # the third is cancelled
    assert bane.count("──●") == 2
    assert bane.count("░") == 4


def test_the_day_is_marked_in_its_year_alone(raadet: Path) -> None:
    assert "↑ i dag" in ehelse("aarshjul", "2026").out
    write(raadet, {"data/moeter/raadet/2027-m1.md": "---\ntid: 2027-03-10\n---\n"})
    assert "↑ i dag" not in ehelse("aarshjul", "2027").out


def test_what_is_said_of_a_meeting_is_its_deadlines_or_that_it_is_cancelled(raadet: Path) -> None:
    out = ehelse("aarshjul").out  # the year the day is in
    assert "papirer 25. feb." in out
    assert "møte 3/2026" in out
    assert "avlyst" in out


def test_the_year_as_rows_for_machines(raadet: Path) -> None:
    rader = list(
        csv.DictReader(
            io.StringIO(ehelse("aarshjul", "2026", "--format", "csv").out.removeprefix("\ufeff")), delimiter=";"
        )
    )
    assert [rad["slag"] for rad in rader if rad["id"].startswith("raadet")] == ["møte"] * 3
    tabeller = json.loads(ehelse("aarshjul", "2026", "--format", "json").out)["tabeller"]
    assert [rad["status"] for rad in tabeller["kalender"] if rad["slag"] == "møte"] == ["holdt", "planlagt", "avlyst"]
    assert tabeller["kalender"][0] | {"dato": "2026-01", "uke": None} == tabeller["kalender"][0]
    assert tabeller["frister"][0]["saksdokumenter"] == "2026-02-25"
    assert tabeller["forum"][0]["moeter"] == 2


def test_one_council_alone(example: Path) -> None:
    out = ehelse("aarshjul", "2027", "--forum", "nuit").out
    assert "NUIT, møte 1/2027" in out
    assert "E-helserådet" not in out.split("Forumene")[1]
    assert "Fag- og prioriteringsutvalget" in out  # prepares NUIT's meetings
    assert "K-NEHS" not in out


def test_the_day_decides_what_is_over(raadet: Path) -> None:
    tabeller = json.loads(ehelse("aarshjul", "2026", "--per", "2026-01-01", "--format", "json").out)["tabeller"]
    assert [rad["status"] for rad in tabeller["kalender"] if rad["slag"] == "møte"] == [
        "planlagt",
        "planlagt",
        "avlyst",
    ]


def test_the_wheel_is_a_picture_that_stands_alone(example: Path) -> None:
    ran = ehelse("aarshjul", "2027", "--hjul", "hjul.svg")
    svg = (example / "hjul.svg").read_text(encoding="utf-8")
    assert (ran.code, svg.startswith("<svg "), "<style>" in svg) == (0, True, True)
    assert "NUFA" in svg
    assert "skrev hjul.svg" in ran.err


def test_a_year_with_nothing_in_it_is_refused_with_what_to_type(raadet: Path) -> None:
    ran = ehelse("aarshjul", "2031")
    assert ran.code == 2
    assert "det finnes verken årshjul eller møter for 2031" in ran.err
    assert "`ehelse aarshjul --planlegg 2031`" in ran.err


def test_a_file_that_cannot_be_read_is_told_of(raadet: Path) -> None:
    write(raadet, {"data/moeter/raadet/2026-m2.md": "---\ntid: 2026-13-01\n---\n"})
    ran = ehelse("aarshjul", "2026")
    assert ran.code == 1
    assert "data/moeter/raadet/2026-m2.md" in ran.out


def test_letters_that_the_receiver_lacks_are_spelt(raadet: Path) -> None:
    out = ehelse("aarshjul", "2026", encoding="ascii").out
    assert "--*" in out
    assert "?" not in out


# --- a plan


def _plan(*options: str) -> Ran:
    return ehelse("aarshjul", "--planlegg", "2027", *options)


@pytest.mark.slow
def test_a_plan_is_shown_and_nothing_is_written(raadet: Path, snapshot: SnapshotAssertion) -> None:
    ran = _plan()
    assert ran.code == 0
    assert "ons. 10. mars" in ran.out
    assert ran.out == snapshot
    assert not (raadet / "data/aarshjul/2027.yaml").exists()


@pytest.mark.slow
def test_without_a_year_it_is_the_next(raadet: Path) -> None:
    assert ehelse("aarshjul", "--planlegg").out.startswith("Plan for 2027\n")


@pytest.mark.slow
def test_a_plan_as_data_and_as_markdown(raadet: Path) -> None:
    tabeller = json.loads(_plan("--format", "json").out)["tabeller"]
    assert [rad["dato"] for rad in tabeller["moeter"]] == ["2027-03-10", "2027-12-08"]
    assert tabeller["formoeter"][0]["foer"] == "raadet-2027-m1"
    assert tabeller["funn"] == []
    assert "| ons. 10. mars |" in _plan("--format", "markdown").out


@pytest.mark.slow
def test_the_files_of_a_plan_can_be_seen_first(raadet: Path) -> None:
    ran = _plan("--proev")
    assert ran.code == 0
    assert "+++ data/moeter/raadet/2027-m1.md" in ran.out
    assert "+tid: 2027-03-10 10:00-15:00" in ran.out
    assert "ingenting er skrevet (--proev)" in ran.err
    assert not (raadet / "data/moeter/raadet/2027-m1.md").exists()


@pytest.mark.slow
def test_what_is_written_is_valid(raadet: Path) -> None:
    before = ehelse("valider", "--format", "kort").out
    ran = _plan("--skriv", "--hjul", "plan.svg")
    assert ran.code == 0, ran.err
    assert "skrev data/aarshjul/2027.yaml, data/moeter/raadet/2027-m1.md, data/moeter/raadet/2027-m2.md" in ran.err
    assert (raadet / "plan.svg").exists()
    assert ehelse("valider", "--format", "kort").out == before
    assert _plan("--format", "csv").out.count("står fra før") == 2  # the meetings are set up now


@pytest.mark.slow
def test_what_binds_is_told_with_its_place_and_nothing_is_written(raadet: Path, snapshot: SnapshotAssertion) -> None:
    options = ("--antall", "raadet=1", "--ukedag", "raadet=ons", "--stengt", "Alt 2027-01-01/2027-12-31")
    ran = _plan(*options)
    assert ran.code == 1
    assert {"antall-raadet", "stengt-1"} <= set(re.findall(r"[a-z]+-[a-z0-9]+", ran.out))
    assert "utkastet til årshjul" in ran.out
    assert ran.out == snapshot
    written = _plan("--skriv", *options)
    assert written.code == 1
    assert "det finnes ingen plan for 2027 som holder alt" in written.err
    assert not (raadet / "data/aarshjul/2027.yaml").exists()


def test_a_plan_is_not_made_around_what_cannot_be_read(raadet: Path) -> None:
    write(raadet, {"data/moeter/raadet/2026-m2.md": "---\ntid: 2026-13-01\n---\n"})
    ran = _plan()
    assert (ran.code, ran.out) == (1, "")
    assert "data/moeter/raadet/2026-m2.md" in ran.err


@pytest.mark.slow
def test_what_is_set_aside_gives_a_plan_that_tells_which_rules_it_breaks(raadet: Path) -> None:
    ran = _plan("--stengt", "Alt 2027-01-01/2027-12-31", "--uten", "stengt-1", "--uten", "formoetedager")
    assert ran.code == 0
    assert "Satt til side" in ran.out
    assert "AAR709" in ran.out.split("Regler som blir brutt")[1]


@pytest.mark.slow
def test_a_plan_that_moves_what_stands_is_not_written(raadet: Path) -> None:
    write(raadet, {"data/moeter/raadet/2027-m1.md": "---\ntid: 2027-05-05\n---\n"})
    options = ("--stengt", "Mai 2027-05-01/2027-05-31", "--antall", "raadet=1", "--ukedag", "raadet=mandag")
    assert _plan(*options).code == 0  # what stands is nobody's choice
    ran = _plan("--skriv", "--uten", "moete-raadet-2027-m1", *options)
    assert ran.code == 2
    assert "`ehelse moete flytt`" in ran.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--planlegg", "2025"), "2025 er over"),
        (("--planlegg", "2027", "--forum", "raadet"), "--forum gjelder ikke"),
        (("2026", "--skriv"), "--skriv gjelder bare en plan"),
        (("2026", "--antall", "raadet=2"), "--antall gjelder bare en plan"),
        (("--planlegg", "2027", "--antall", "raadet"), "må være FORUM=VERDI"),
        (("--planlegg", "2027", "--antall", "raadet=fire"), "«fire» er ikke et antall møter"),
        (("--planlegg", "2027", "--antall", "rådet=4"), "«rådet» er ikke i årshjulet"),
        (("--planlegg", "2027", "--ukedag", "raadet=hverdag"), "«hverdag» er ikke en ukedag"),
        (("--planlegg", "2027", "--stengt", "2027-02-01/2027-02-05"), "si hva det er"),
        (("--planlegg", "2027", "--stengt", "Ferie 2027-02-31/2027-03-05"), "finnes ikke i kalenderen"),
        (("--planlegg", "2027", "--stengt", "Ferie 2027-02-01/.."), "både første og siste dag"),
        (("--planlegg", "2027", "--uten", "ferien"), "det finnes ikke noe vilkår «ferien»"),
    ],
)
def test_what_is_not_understood_is_refused(raadet: Path, options: tuple[str, ...], said: str) -> None:
    ran = ehelse("aarshjul", *options)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_without_the_extra_it_is_said_which(raadet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ehelse_cli.aarsplan.loeser.har_loeser", lambda: False)
    ran = _plan()
    assert ran.code == 2
    assert "planlegging trenger OR-tools, som ikke er installert" in ran.err
    assert 'pip install "ehelse-cli[planlegg]"' in ran.err
    assert ehelse("aarshjul", "2026").code == 0  # a year is shown without it


def test_the_solver_is_not_loaded_to_show_a_year(raadet: Path) -> None:
    import subprocess
    import sys

    code = "import sys; from ehelse_cli.cli.app import main; main(['aarshjul', '2026']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8", cwd=raadet)
    assert not {"ortools", "numpy", "pandas"} & set(done.stdout.splitlines()[-1].split())
