from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.cli import checking
from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.rules.engine import Rule
from tests.cli.running import BAD, GOOD, ehelse, write


def test_a_good_tree_is_zero_and_prints_nothing_but_the_footer(good: Path) -> None:
    ran = ehelse("valider")
    assert (ran.code, ran.out) == (0, "")
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


def test_the_day_is_the_one_asked_for_before_that_of_the_tree(good: Path) -> None:
    assert "per 1. februar 2027" in ehelse("valider", "--per", "2027-02-01").err
    assert json.loads(ehelse("valider", "--format", "json").out)["dag"] == "2026-11-23"


def test_without_any_day_it_is_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {**GOOD, "data/datasett.yaml": "eksempel: ja\n"}))
    monkeypatch.setattr("ehelse_cli.cli.opening._today", lambda: __import__("datetime").date(2026, 5, 4))
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
    monkeypatch.setattr(checking, "RULES", (rule,))
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
    ran = ehelse("valider")
    assert (ran.code, ran.out) == (0, "")


def test_the_bad_tree_has_one_mistake_only(bad: Path) -> None:
    assert len(ehelse("valider", "--format", "kort").out.splitlines()) == 1
    assert BAD != GOOD
