"""What the head of a paper lacks, said by options or told to the questions."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.running import ehelse
from tests.cli.terminal import answered, needs_terminal

pytestmark = pytest.mark.slow

PAPER = "data/saker/nufa/2027-01.md"


def test_what_is_said_stands_in_the_head_and_the_paper_lacks_it_no_more(example: Path) -> None:
    assert "papiret i sak 1/27 mangler" in " ".join(ehelse("status").out.split())
    body = (example / PAPER).read_text("utf-8").split("\n---\n", 1)[1]
    ran = ehelse(
        "sak", "utfyll", "nufa-2027-1", "--forslag", "NUFA anbefaler: ja.", "--forslag", "NUFA ber om mer.",
        "--spoersmaal", "Hva koster det?", "--videre", "nuit innstilling 2027-02", "--videre", "hod beslutning",
        "--konsekvens-kommuner", "pris=Ikke beregnet", "--konsekvens-kommuner", "gevinst=Færre feil",
    )  # fmt: skip
    assert ran.code == 0, ran.out + ran.err
    text = (example / PAPER).read_text("utf-8")
    assert 'forslag_til_vedtak:\n  - "NUFA anbefaler: ja."\n  - NUFA ber om mer.\n' in text
    assert "spoersmaal: Hva koster det?\n" in text
    assert "  - {hvem: nuit, rolle: innstilling, naar: 2027-02}\n  - {hvem: hod, rolle: beslutning}\n" in text
    assert "konsekvens_kommuner: {pris: Ikke beregnet, gevinst: Færre feil}\n" in text
    assert text.split("\n---\n", 1)[1] == body
    assert "papiret i sak 1/27 mangler" not in " ".join(ehelse("status").out.split())


@needs_terminal
def test_a_person_is_asked_for_what_the_paper_lacks(example: Path) -> None:
    said = answered(
        example,
        ["sak", "utfyll", "nufa-2027-1"],
        ("1", "NUFA anbefaler planen."),
        ("2", ""),
        ("1", "hod"),
        ("1", "hod beslutning 2027-06"),
        ("2", ""),
        ("koster", "ingen"),
    )
    assert said.code == 0, said.screen
    text = (example / PAPER).read_text("utf-8")
    assert "forslag_til_vedtak: NUFA anbefaler planen.\n" in text
    assert "videre_saksprosess:\n  - {hvem: hod, rolle: beslutning, naar: 2027-06}\n" in text
    assert "konsekvens_kommuner: ingen\n" in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nufa-2027-1", "det er ikke sagt hva som skal føres"),
        ("nufa-2027-1 --videre hod", "--videre «hod» sier ikke hvem og hvilken rolle"),
        ('nufa-2027-1 --videre "hod bestemmer"', "endringen ville brutt"),
        ("nufa-2027-1 --konsekvens-kommuner dyrt", "--konsekvens-kommuner kan ikke være «dyrt»"),
        ("nufa-2027-1 --fase snart", "endringen ville brutt"),
        ("nehr-2026-12 --forslag X", "nehr-2026-12 er unntatt offentlighet"),
    ],
)
def test_what_is_no_answer_is_refused(example: Path, line: str, said: str) -> None:
    before = (example / PAPER).read_bytes()
    ran = ehelse("sak", "utfyll", *shlex.split(line))
    assert (ran.code, (example / PAPER).read_bytes()) == (2, before)
    assert said in ran.err
