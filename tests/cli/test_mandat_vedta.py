from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ehelse, write

UTKAST = "nuit@2027-07-01-utkast"
VEDTA = ("mandat", "vedta", UTKAST, "--av", "nehr", "--sak", "nehr-2027-2", "--dato", "2027-03-10")


def test_the_draft_becomes_the_mandate_with_who_and_when(example: Path) -> None:
    folder = example / "data/mandater/nuit"
    draft = (folder / "2027-07-01-utkast.md").read_text("utf-8")
    ran = ehelse(*VEDTA, "--per", "2027-03-11")
    assert ran.code == 0, ran.out + ran.err
    assert not (folder / "2027-07-01-utkast.md").exists()
    adopted = (folder / "2027-07-01.md").read_text("utf-8")
    assert "\nstatus: vedtatt " in adopted
    assert "vedtatt: {dato: 2027-03-10, av: nehr, sak: nehr-2027-2}\n" in adopted
    assert adopted.split("\n---\n", 1)[1] == draft.split("\n---\n", 1)[1]
    assert ehelse("mandat", "diff", "nuit@2025-01-01", "nuit@2027-07-01").code == 0


def test_what_named_the_draft_follows(example: Path) -> None:
    case = example / "data/saker/nehr/2027-02.md"
    case.write_text(case.read_text("utf-8").replace("\n---\n", f"\nvedlegg: []\n# om {UTKAST}\n---\n", 1), "utf-8")
    assert ehelse(*VEDTA).code == 0
    assert "# om nuit@2027-07-01\n" in case.read_text("utf-8")


def test_it_may_take_effect_another_day(example: Path) -> None:
    assert ehelse(*VEDTA, "--i-kraft", "2027-08-01").code == 0
    assert "gjelder_fra: 2027-08-01\n" in (example / "data/mandater/nuit/2027-08-01.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("mandate", "said"),
    [("nuit@2025-01-01", "er vedtatt"), ("nuit", "er ikke et utkast til mandat"), ("nuit@2099-01-01", "finnes ikke")],
)
def test_only_a_draft_can_be_adopted(example: Path, mandate: str, said: str) -> None:
    ran = ehelse("mandat", "vedta", mandate, "--av", "nehr", "--sak", "nehr-2027-2")
    assert ran.code == 2
    assert said in ran.err


def test_trying_it_writes_nothing(example: Path) -> None:
    assert ehelse(*VEDTA, "--proev").code == 0
    assert (example / "data/mandater/nuit/2027-07-01-utkast.md").exists()


def test_the_first_mandate_is_a_draft_in_which_nothing_is_regulated(good: Path) -> None:
    write(good, {"data/forum/raad.yaml": "navn: Rådet\nnivaa: raad\n"})
    assert ehelse("ny", "mandat", "raad", "2027-01-01").code == 0
    draft = (good / "data/mandater/raad/2027-01-01-utkast.md").read_text("utf-8")
    assert draft.startswith("---\nforum: raad\nstatus: utkast\ngjelder_fra: 2027-01-01\n")
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    ran = ehelse("mandat", "vedta", "raad@2027-01-01-utkast", "--av", "hod", "--sak", "Brev")
    assert ran.code == 0, ran.out + ran.err
    assert ehelse("valider", "--feil-ved", "feil").code == 0
    assert "ikke regulert" in ehelse("vis", "raad", "--per", "2027-02-01").out


def test_a_council_whose_mandate_is_not_in_force_gets_no_empty_one(good: Path) -> None:
    write(good, {"data/forum/raad.yaml": "navn: Rådet\nnivaa: raad\n"})
    assert ehelse("ny", "mandat", "raad", "2027-01-01").code == 0
    ran = ehelse("ny", "mandat", "raad", "2028-01-01")
    assert ran.code == 2
    assert "raad@2027-01-01-utkast" in ran.err
