"""A council from an empty folder by answers alone: nobody who starts has to know the name of an option."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ehelse
from tests.cli.terminal import answered, needs_terminal

pytestmark = [pytest.mark.slow, needs_terminal]

#: What is typed → what is asked, and what is answered.
DIALOGUE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("ny virksomhet", (("Kort id", "nhn"), ("Hva heter det", "Norsk helsenett"))),
    ("ny forum", (("Kort id", "raad"), ("Hva heter det", "Rådet for blåbær"), ("Hvilket nivå", "raad"))),
    ("ny moete", (("Hvilket forum", "råd"), ("ikke noe med id «råd»", "raad"), ("Når", "2027-03-03 10:00-14:00"))),
    (
        "ny sak",
        (("Hvilket forum", "raad"), ("Tittel", "Plukking på Sørøya"), ("Sakstype", "råd"), ("Sakseier", "nhn, ks")),
    ),
    (
        "sak flytt",
        (("Hvilken sak (raad-koe-plukking-paa-soeroeya)", "raad-koe-plukking-paa-soeroeya"), ("møte", "raad-2027-m1")),
    ),
    ("moete avlys", (("Hvilket møte (raad-2027-m1)", "raad-2027-m1"), ("Hvorfor", "For lite bær"))),
)


def test_answers_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = answered(tmp_path, ["ny", "datasett"], ("Hvilken mappe", "raadet"), ("Hva heter det", "Rådet vårt"))
    assert said.code == 0, said.screen
    folder = tmp_path / "raadet"
    for command, dialogue in DIALOGUE:
        said = answered(folder, [*command.split(), "--per", "2027-01-04"], *dialogue)
        assert said.code == 0, f"{command}\n{said.screen}"
    monkeypatch.chdir(folder)
    assert ehelse("valider", "--feil-ved", "feil", "--per", "2027-01-04").code == 0
    assert "Plukking på Sørøya" in ehelse("vis", "raad-2027-1", "--per", "2027-01-04").out
    assert "For lite bær" in (folder / "data/moeter/raad/2027-m1.md").read_text("utf-8")
