from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ehelse

_FILE = "data/mandater/godtatt.yaml"
_DRAFT = "nuit@2027-07-01-utkast"
_WHY = ("--grunn", "Ønsket av rådet", "--sak", "nehr-2027-2")


def _changes() -> dict[str, dict[str, object]]:
    document = json.loads(ehelse("mandat", "diff", _DRAFT, "--format", "json").out)
    return {one["fingeravtrykk"]: one for one in (*document["endringer"], *document["ordlyd"])}


def _of_level(level: str) -> list[str]:
    return [mark for mark, one in _changes().items() if one["nivaa"] == level]


def test_what_is_accepted_no_longer_counts(example: Path) -> None:
    breaking = _of_level("bryter")
    assert breaking
    assert ehelse("mandat", "diff", _DRAFT, "--feil-ved", "bryter").code == 1
    for mark in breaking:
        assert ehelse("mandat", "godta", mark[:8], *_WHY).code == 0
    ran = ehelse("mandat", "diff", _DRAFT, "--feil-ved", "bryter")
    assert ran.code == 0
    assert "godtatt i sak nehr-2027-2: Ønsket av rådet" in " ".join(ran.out.split())
    assert ehelse("mandat", "diff", _DRAFT, "--feil-ved", "betinget").code == 1
    assert _changes()[breaking[0]]["godtatt"] == {"grunn": "Ønsket av rådet", "sak": "nehr-2027-2", "til": None}
    assert "(godtatt)" in ehelse("mandat", "diff", _DRAFT, "--format", "md").out


def test_what_has_run_out_counts_again_and_is_found(example: Path) -> None:
    mark = _of_level("bryter")[0]
    assert ehelse("mandat", "godta", mark, *_WHY, "--til", "2026-12-31").code == 0
    later = ("--per", "2027-01-01")
    assert ehelse("mandat", "diff", _DRAFT, "--feil-ved", "bryter", *later).code == 1
    assert "MAN314" in ehelse("valider", *later, "--format", "kort").out
    assert "MAN314" not in ehelse("valider", "--format", "kort").out


def test_a_draft_that_is_rewritten_makes_it_stale(example: Path) -> None:
    mark = next(mark for mark, one in _changes().items() if one["sti"] == "sammensetning.seter")
    assert ehelse("mandat", "godta", mark, *_WHY).code == 0
    draft = example / "data/mandater/nuit/2027-07-01-utkast.md"
    draft.write_text(draft.read_text("utf-8").replace("seter: 18", "seter: 19"), "utf-8")
    assert f"{_FILE}:2:" in ehelse("valider", _FILE, "--format", "kort").out


def test_the_preview_writes_nothing(example: Path) -> None:
    mark = _of_level("betinget")[0]
    tried = ehelse("mandat", "godta", mark, *_WHY, "--proev")
    assert (tried.code, (example / _FILE).exists()) == (0, False)
    assert "ingenting er skrevet" in tried.err
    done = ehelse("mandat", "godta", mark, *_WHY)
    assert done.out == tried.out
    assert f'+- fingeravtrykk: "{mark}"' in done.out
    assert (
        (example / _FILE).read_text("utf-8").endswith(done.out.rpartition("\n+  merknad: |\n+")[2].replace("\n+", "\n"))
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["0000000", *_WHY], "ingen mandater i treet gjør en endring"),
        (["abc", *_WHY], "for kort"),
        (["{}", "--grunn", " ", "--sak", "x"], "--grunn mangler verdien sin"),
        (["{}", *_WHY, "--til", "i morgen"], "--til"),
        (["{}", *_WHY, "--til", "2020-01-01"], "alt forbi"),
        (["{}", *_WHY, "--revisjon", "HEAD"], "arbeidstreet"),
        (["{}", "--grunn", "x"], "--sak"),
    ],
)
def test_what_is_no_acceptance(example: Path, arguments: list[str], said: str) -> None:
    mark = _of_level("bryter")[0]
    ran = ehelse("mandat", "godta", *(one.format(mark) for one in arguments))
    assert (ran.code, ran.out, (example / _FILE).exists()) == (2, "", False)
    assert said in ran.err


def test_twice_is_refused(example: Path) -> None:
    mark = _of_level("bryter")[0]
    assert ehelse("mandat", "godta", mark, *_WHY).code == 0
    before = (example / _FILE).read_bytes()
    ran = ehelse("mandat", "godta", mark, *_WHY)
    assert (ran.code, (example / _FILE).read_bytes()) == (2, before)
    assert "godtatt før, i sak nehr-2027-2" in ran.err


def test_a_file_that_cannot_be_read_is_not_written_in(example: Path) -> None:
    mark = _of_level("bryter")[0]
    (example / _FILE).write_text("- fingeravtrykk: x\n", "utf-8")
    ran = ehelse("mandat", "godta", mark, *_WHY)
    assert ran.code == 1
    assert "kan ikke leses" in ran.err
    assert (example / _FILE).read_text("utf-8") == "- fingeravtrykk: x\n"
