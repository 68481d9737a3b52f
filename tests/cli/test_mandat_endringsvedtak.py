from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.diff.endringsvedtak import ordlyd
from ehelse_cli.diff.endringsvedtak_les import anvend
from ehelse_cli.load.front_matter import FrontMatter, split
from tests.ci.checkout import repository
from tests.cli.running import ehelse

_DRAFT = "nuit@2027-07-01-utkast"


def _prose(root: Path, name: str) -> str:
    parts = split((root / f"data/mandater/{name}.md").read_text(encoding="utf-8"))
    assert isinstance(parts, FrontMatter)
    return parts.body


@pytest.mark.parametrize(("maalform", "said"), [("nb", "gjøres disse endringene"), ("nn", "blir desse endringane")])
def test_what_is_printed_can_be_done_to_the_old_mandate(example: Path, maalform: str, said: str) -> None:
    ran = ehelse("mandat", "diff", _DRAFT, "--format", "endringsvedtak", "--maalform", maalform)
    assert (ran.code, ran.err) == (0, "")
    assert said in ran.out
    old, new = _prose(example, "nuit/2025-01-01"), _prose(example, "nuit/2027-07-01-utkast")
    assert anvend(old, ran.out) == ordlyd(new)


def test_the_mandates_own_maalform_is_the_default(example: Path) -> None:
    file = example / f"data/mandater/nuit/{_DRAFT.partition('@')[2]}.md"
    file.write_text(file.read_text("utf-8").replace("status: utkast", "maalform: nn\nstatus: utkast"), "utf-8")
    assert "Endringane tek til å gjelde" in ehelse("mandat", "diff", _DRAFT, "--format", "endringsvedtak").out


def test_a_day_that_is_not_known_is_not_guessed(example: Path) -> None:
    ran = ehelse("mandat", "diff", "skate-au", "tbu", "--format", "endringsvedtak")
    assert ran.code == 0
    assert "Når endringene trer i kraft, er ikke bestemt." in ran.out


def test_no_amendment_for_equal_wording(example: Path) -> None:
    ran = ehelse("mandat", "diff", "nuit", "nuit", "--format", "endringsvedtak")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "ingenting å vedta" in ran.out


def test_maalform_is_one_of_two(example: Path) -> None:
    ran = ehelse("mandat", "diff", "nuit", "--maalform", "no")
    assert ran.code == 2
    assert "--maalform er nb eller nn" in ran.err


def test_rules_that_changed_without_their_words_are_told_of(example: Path) -> None:
    file = example / f"data/mandater/nuit/{_DRAFT.partition('@')[2]}.md"
    file.write_text(file.read_text("utf-8").replace("varer: 2 aar", "varer: 4 aar"), "utf-8")
    ran = ehelse("mandat", "diff", _DRAFT, "--format", "endringsvedtak")
    assert ran.code == 0
    assert "merk: nuit@2027-07-01-utkast: ordlyden er ikke endret der disse reglene er det: Funksjonstid" in ran.err
    assert ehelse("mandat", "diff", _DRAFT, "--format", "endringsvedtak", "--stille").err == ""


def test_mandates_that_came_or_went_are_told_of(example: Path) -> None:
    repository(example)
    draft = example / f"data/mandater/nuit/{_DRAFT.partition('@')[2]}.md"
    (example / "data/mandater/tbu").rename(example / "data/mandater/ks-hovedstyre")
    moved = example / "data/mandater/ks-hovedstyre/2022-12-31.md"
    moved.write_text(moved.read_text("utf-8").replace("forum: tbu", "forum: ks-hovedstyre"), "utf-8")
    moved.write_text(moved.read_text("utf-8").partition("\n## ")[0] + "\n\nHelt ny tekst.\n", "utf-8")
    draft.unlink()
    ran = ehelse("mandat", "diff", "--format", "endringsvedtak")
    assert (ran.code, ran.out) == (0, "")
    assert "merk: ingen mandater er endret" in ran.err
    assert f"merk: {_DRAFT} er borte" in ran.err
    assert "merk: ks-hovedstyre@2022-12-31 er nytt, og må vedtas som helhet" in ran.err
