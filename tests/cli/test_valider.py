from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.cli import checking
from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.report.reporters import REPORTERS
from ehelse_cli.rules.engine import Rule
from tests.cli.running import BAD, GOOD, ehelse, write
from tests.report.parsing import seen
from tests.report.runner import obeyed

_SEEN = [("LES102", "data/virksomheter.yaml", 2, 18)]


def test_a_good_tree_is_zero_and_prints_nothing_but_the_footer(good: Path) -> None:
    ran = ehelse("valider", "--format", "kort")
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if ": feil " in line] == []
    assert ran.err.startswith("2 filer, 2 objekter, ")
    assert "vurdert per 23. november 2026: ingen funn" in ran.err


def test_a_mistake_is_one_and_is_shown_where_it_is(bad: Path, snapshot: SnapshotAssertion) -> None:
    ran = ehelse("valider")
    assert ran.code == 1
    assert ran.out == snapshot
    assert "data/virksomheter.yaml:2:18" in ran.out
    assert ran.err.endswith("1 feil\n")


def test_silence_leaves_only_the_findings(bad: Path) -> None:
    ran = ehelse("valider", "--stille")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out


@pytest.mark.parametrize(("level", "code"), [("feil", 1), ("advarsel", 1), ("merknad", 1), ("aldri", 0)])
def test_how_grave_a_finding_must_be(bad: Path, level: str, code: int) -> None:
    assert ehelse("valider", "--feil-ved", level).code == code


@pytest.mark.parametrize("path", ["data/virksomheter.yaml", "virksomheter.yaml", "data", ".", "./data/"])
def test_paths_choose_whose_findings_are_shown(bad: Path, path: str) -> None:
    ran = ehelse("valider", path if path != "virksomheter.yaml" else "data/virksomheter.yaml")
    assert (ran.code, bool(ran.out)) == (1, True)


def test_a_file_without_findings_is_zero(bad: Path) -> None:
    assert ehelse("valider", "data/datasett.yaml").code == 0


def test_a_path_from_a_folder_further_in(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bad / "data")
    assert ehelse("valider", "virksomheter.yaml").code == 1


def test_a_path_of_the_report_from_elsewhere(bad: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("annet"))
        assert ehelse("--rot", str(bad), "valider", "data/virksomheter.yaml").code == 1


@pytest.mark.parametrize("path", ["data/finnes-ikke", "../utenfor", "data/skjermet", "data/virksom"])
def test_a_path_that_matches_nothing_is_three(bad: Path, path: str) -> None:
    write(bad, {"data/skjermet/datasett.yaml": "hemmelig: ja\n"})
    ran = ehelse("valider", path)
    assert (ran.code, ran.out) == (3, "")
    assert "ingenting er sjekket" in ran.err


def test_an_empty_tree_is_three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    assert ehelse("valider").code == 3


def test_no_tree_is_two_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = ehelse("valider")
    assert ran.code == 2
    assert "fant ingen datamappe" in ran.err
    assert "hjelp:" in ran.err


def test_each_form_goes_where_it_is_sent(bad: Path) -> None:
    ran = ehelse("valider", "--format", "kort", "--format", "json=ut.json")
    assert ran.out.splitlines()[0].startswith("data/virksomheter.yaml:2:18: feil LES102 ")
    assert [one["kode"] for one in json.loads((bad / "ut.json").read_text())["funn"]] == ["LES102"]


def test_only_to_files_leaves_the_screen_empty(bad: Path) -> None:
    ran = ehelse("valider", "--format", "tekst=ut.txt", "--farge", "alltid")
    assert (ran.code, ran.out) == (1, "")
    assert "\x1b" not in (bad / "ut.txt").read_text()


def test_several_machines_are_served_at_once(bad: Path) -> None:
    forms = [form for form in REPORTERS if form != "tekst"]
    ran = ehelse("valider", *(f"--format={form}=ut.{form}" for form in forms), "--format", "tekst")
    assert (ran.code, "LES102" in ran.out) == (1, True)
    assert all(seen(form, (bad / f"ut.{form}").read_text()) == _SEEN for form in forms)


@pytest.mark.parametrize("form", REPORTERS)
def test_every_form_goes_to_the_screen_whole(bad: Path, form: str) -> None:
    ran = ehelse("valider", "--format", form)
    assert seen(form, ran.out) == _SEEN
    assert len(obeyed(ran.out)) == (form == "github")


def test_on_a_runner_annotations_come_beside_the_text(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    text = ehelse("valider").out
    assert text.startswith("feil[LES102")
    assert [one.properties["line"] for one in obeyed(text)] == ["2"]
    assert obeyed(ehelse("valider", "--format", "json").out) == []
    assert ehelse("valider", "--format", "tekst=ut.txt").out == ""


def test_what_is_said_beside_the_data_is_no_command_either(bad: Path) -> None:
    ran = ehelse("valider", "--revisjon", "::error::x\n::error::y\n##[error]z")
    assert ran.code == 2
    assert obeyed(ran.err) == []


def test_sarif_bears_the_pages_of_the_rules(bad: Path) -> None:
    run = json.loads(ehelse("valider", "--format", "sarif").out)["runs"][0]
    rule = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "LES102")
    assert rule["help"]["markdown"].startswith("# LES102 ukjent-noekkel")


def test_coverage_instead_of_the_findings(bad: Path) -> None:
    ran = ehelse("valider", "--dekning")
    assert ran.code == 1
    assert re.search(r"^  LES102 +ukjent-noekkel +2 filer +1$", ran.out, re.MULTILINE)
    assert re.search(r"^  MOT501 +ikke-beslutningsdyktig +møter$", ran.out, re.MULTILINE)
    assert "feil[LES102" not in ran.out


def test_statistics_and_coverage_and_findings_together(bad: Path) -> None:
    ran = ehelse("valider", "--dekning", "--statistikk", "--format", "kort", "--stille")
    short, coverage, statistics = re.split(r"\n(?:Dekning|Statistikk)\n", ran.out)
    assert short.startswith("data/virksomheter.yaml:2:18: ")
    assert "LES101" in coverage
    assert re.search(r"^  data/virksomheter.yaml +1$", statistics, re.MULTILINE)
    assert ran.out == ehelse("valider", "--dekning", "--statistikk", "--format", "kort", "--stille").out


def test_json_holds_the_tables_already(bad: Path) -> None:
    ran = ehelse("valider", "--dekning", "--statistikk", "--format", "json")
    read = json.loads(ran.out)
    assert {"kode": "LES102", "ser_paa": "fil", "antall": 2, "funn": 1} in read["dekning"]
    assert read["statistikk"]["fil"] == {"data/virksomheter.yaml": 1}
    assert ran.out == ehelse("valider", "--format", "json").out


def test_md_and_markdown_are_the_same(bad: Path) -> None:
    assert ehelse("valider", "--format", "md") == ehelse("valider", "--format", "markdown")


@pytest.mark.parametrize("option", ["--dekning", "--statistikk"])
def test_a_table_is_not_put_into_what_a_machine_reads(bad: Path, option: str) -> None:
    ran = ehelse("valider", option, "--format", "sarif")
    assert (ran.code, ran.out) == (2, "")
    assert f"{option} viser en tabell på skjermen, og dit går allerede sarif" in ran.err
    assert "--format sarif=funn.txt" in ran.err
    assert ehelse("valider", option, "--format", "sarif=ut.sarif").out


def test_the_day_is_the_one_asked_for_before_that_of_the_tree(good: Path) -> None:
    assert "per 1. februar 2027" in ehelse("valider", "--per", "2027-02-01").err
    assert json.loads(ehelse("valider", "--format", "json").out)["dag"] == "2026-11-23"


def test_without_any_day_it_is_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {**GOOD, "data/datasett.yaml": "eksempel: ja\n"}))
    monkeypatch.setattr("ehelse_cli.cli.opening.today", lambda: __import__("datetime").date(2026, 5, 4))
    assert "per 4. mai 2026" in ehelse("valider").err


def test_a_revision_is_read_without_being_checked_out(bad: Path) -> None:
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], cwd=bad, check=True)
    write(bad, GOOD)
    assert ehelse("valider").code == 0
    ran = ehelse("valider", "--revisjon", "HEAD")
    assert ran.code == 1
    assert "i revisjonen «HEAD»" in ran.err
    assert ehelse("valider", "--revisjon", "finnes-ikke").code == 2


def test_a_crashed_rule_is_four_and_the_other_findings_are_still_shown(
    bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> list[object]:
        raise RuntimeError("hemmelig tekst")

    rule = Rule(RuleInfo("MOT599", "stopper", Severity.FEIL, Source.FORMAT), "moete", crash)  # type: ignore[arg-type]
    monkeypatch.setattr(checking, "ALL_RULES", (rule,))
    ran = ehelse("valider")
    assert ran.code == 4
    assert "LES102" in ran.out
    assert "dette er en feil i ehelse, ikke hos deg: regelen MOT599 stopper" in ran.err
    assert "Traceback" not in ran.err


def test_the_tree_is_left_as_it_was(bad: Path) -> None:
    before = {path: path.read_bytes() for path in bad.rglob("*") if path.is_file()}
    ehelse("valider")
    assert {path: path.read_bytes() for path in bad.rglob("*") if path.is_file()} == before


def test_the_example_data_is_good(example: Path) -> None:
    ran = ehelse("valider", "--format", "kort")
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if ": feil " in line] == []


def test_the_bad_tree_has_one_mistake_only(bad: Path) -> None:
    assert len(ehelse("valider", "--format", "kort").out.splitlines()) == 1
    assert BAD != GOOD


def test_the_forecast_warns_and_never_fails(example: Path) -> None:
    ran = ehelse("valider", "--prognose", "--horisont", "2", "--format", "kort")
    assert ran.code == 0
    assert ": advarsel MED406 fra 1. januar 2027: perioden til" in ran.out
    assert ": feil " not in ran.out
    assert ehelse("valider", "--prognose", "--bare-nye").code == 2
