"""docs/brukerveiledning/aaret.md: the year is lived as the page tells it, day by day, on a copy of the example."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from ehelse_cli.cli.commands import COMMANDS, GROUPS
from tests.cli.running import ehelse

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "brukerveiledning" / "aaret.md").read_text(encoding="utf-8")

#: ```sh DAY and its commands, ```console DAY with one and what it shows, ```diff FILE and what is written in an editor.
_BLOCK = re.compile(r"^```(?P<kind>\w+) (?P<about>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found["kind"], found["about"], found["text"]) for found in _BLOCK.finditer(PAGE)]


def _typed(kind: str, text: str) -> list[str]:
    """The commands of a block."""
    return [] if kind == "diff" else text.splitlines() if kind == "sh" else [text.splitlines()[0].removeprefix("$ ")]


COMMANDS_SHOWN = [line for kind, _, text in BLOCKS for line in _typed(kind, text)]


def test_every_block_is_run() -> None:
    assert len(BLOCKS) == PAGE.count("\n```") // 2
    assert {kind for kind, _, _ in BLOCKS} == {"sh", "console", "diff"}
    assert all(line.startswith("ehelse ") for line in COMMANDS_SHOWN)


def test_the_days_come_one_after_the_other_and_leave_no_month_out() -> None:
    days = [about for kind, about, _ in BLOCKS if kind != "diff"]
    assert days == sorted(days)
    assert {day[:7] for day in days} == {"2026-11", "2026-12", *(f"2027-{month:02}" for month in range(1, 13))}


def test_what_a_secretary_does_in_a_year_is_there() -> None:
    shown = {" ".join(line.split()[1:3]) for line in COMMANDS_SHOWN} | {line.split()[1] for line in COMMANDS_SHOWN}
    once = {
        "ny forum",
        "ny datasett",
        "ny aarshjul",
        "ny medlem",
        "ny virksomhet",
        "sak renummerer",
        "sak trekk",
        "medlem avslutt",
    }
    edits = {f"{group} {name}" for group in ("ny", "medlem", "moete", "sak") for name in GROUPS[group].commands}
    assert edits - once <= shown
    overviews = {"status", "aarshjul", "frister", "koe", "medlemmer", "oppmoete", "spor", "raad", "tiltak", "innspill"}
    assert overviews | {"representasjon", "publiser", "valider", "lag", "vis"} <= shown & set(COMMANDS)


@pytest.mark.slow
def test_the_year_goes_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for kind, about, text in BLOCKS:
        if kind == "diff":
            _write(Path(about), text)
            continue
        for line in _typed(kind, text):
            ran = ehelse(*shlex.split(line)[1:], "--per", about)
            assert ran.code == 0, f"{about}: {line}\n{ran.out}{ran.err}"
            if kind == "console":
                _shown(text, ran.out)
    _what_it_came_to()


def _shown(text: str, out: str) -> None:
    """What the page shows is what is printed, line by line and in that order; `…` stands for the rest."""
    _, _, shown = text.partition("\n")
    at = 0
    for part in re.split(r"^…$\n?", shown, flags=re.MULTILINE):
        assert part in out[at:], f"{part}\n{out}"
        at = out.index(part, at) + len(part)


def _write(file: Path, change: str) -> None:
    """What somebody does in an editor, told as a change: the lines that stood there, once, become those that stand."""
    lines = change.splitlines()
    before = "\n".join(line[1:] for line in lines if line[:1] in " -")
    after = "\n".join(line[1:] for line in lines if line[:1] in " +")
    text = file.read_text("utf-8")
    assert text.count(before) == 1, f"{file}: «{before}»"
    file.write_text(text.replace(before, after), encoding="utf-8")


def _what_it_came_to() -> None:
    end = "2028-01-03"
    assert "i kraft fra 1. januar 2028" in ehelse("mandat", "logg", "nehr", "--per", end).out
    members = ehelse("medlemmer", "nehr", "--per", end).out
    assert "Turid Vik" in members
    assert "Nils Holm" in members
    assert "avlyst" in ehelse("vis", "nehr-2027-m3", "--per", end).out
    assert "delvis fulgt" in ehelse("raad", "--forum", "nehr", "--per", end).out
    assert Path("nettsted/index.html").is_file()
