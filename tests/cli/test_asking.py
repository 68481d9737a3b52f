"""The questions, answered through a pseudo-terminal as a person answers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ehelse
from tests.cli.terminal import CTRL_C, answered, needs_terminal

pytestmark = [pytest.mark.slow, needs_terminal]


def test_what_is_missing_is_asked_for(example: Path) -> None:
    said = answered(
        example,
        ["ny", "sak", "nehr"],
        ("Tittel", "Felles liste"),
        ("Sakstype", "råd, drøfting"),
        ("Sakseier", "ks"),
    )
    assert said.code == 0, said.screen
    head = (example / "data/saker/nehr/koe/felles-liste.md").read_text("utf-8")
    assert head.startswith("---\ntittel: Felles liste\nsakstype: [raad, droefting]\nsakseiere: ks\n---\n")


def test_a_wrong_answer_is_told_and_asked_for_again(example: Path) -> None:
    said = answered(
        example,
        ["ny", "sak", "nehr", "--sakseier", "ks", "--proev"],
        ("Tittel", "Felles liste"),
        ("Sakstype", "rod"),
        ("kan ikke være «rod»", ""),
    )
    assert said.code == 0, said.screen
    assert "+tittel: Felles liste" in said.screen


def test_why_a_meeting_is_cancelled_is_asked_for(example: Path) -> None:
    said = answered(example, ["moete", "avlys", "nuit-2027-m3"], ("Hvorfor", "For få saker"))
    assert said.code == 0, said.screen
    assert "begrunnelse: |\n  For få saker\n" in (example / "data/moeter/nuit/2027-m3.md").read_text("utf-8")


def test_to_give_up_changes_nothing(example: Path) -> None:
    before = sorted((example / "data").rglob("*"))
    said = answered(example, ["ny", "sak", "nehr"], ("Tittel", CTRL_C))
    assert said.code in (2, 130), said.screen
    assert sorted((example / "data").rglob("*")) == before


def test_the_questions_are_not_among_what_was_asked_for(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    said = answered(example, ["moete", "avlys", "nuit-2027-m3", "--proev"], ("Hvorfor", "For få saker"), out=out)
    assert said.code == 0, said.screen
    assert "Hvorfor" in said.screen
    assert "Hvorfor" not in out.read_text("utf-8")
    assert "+  For få saker" in out.read_text("utf-8")


def test_without_a_terminal_nobody_is_asked(example: Path) -> None:
    for command in (["ny", "sak", "nehr"], ["moete", "avlys", "nuit-2027-m3"], ["sak", "trekk", "nehr-2027-2"]):
        ran = ehelse(*command)
        assert (ran.code, ran.out) == (2, "")
        assert "mangler" in ran.err or "det er ikke sagt hvorfor" in ran.err
