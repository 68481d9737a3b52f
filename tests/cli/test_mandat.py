from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ehelse

_NUIT = "data/mandater/nuit/2025-01-01.md"


def _sides(*arguments: str) -> tuple[str, str]:
    ran = ehelse("mandat", "diff", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    document = json.loads(ran.out)
    return document["fra"]["id"], document["til"]["id"]


@pytest.mark.parametrize(
    ("arguments", "sides"),
    [
        (["nehs", "nehr"], ("nehs@2016-01-01", "nehr@2024-01-01")),
        (["nuit@2020-06-02", "nuit"], ("nuit@2020-06-02", "nuit@2025-01-01")),
        (["nuit"], ("nuit@2020-06-02", "nuit@2025-01-01")),
        (["nuit", "--per", "2021-01-01", "nufa"], ("nuit@2020-06-02", "nufa@2020-06-02")),
        (["nehr"], ("nehs@2016-01-01", "nehr@2024-01-01")),
        ([_NUIT], ("nuit@2020-06-02", "nuit@2025-01-01")),
        (["nuit@2025-01-01", _NUIT], ("nuit@2025-01-01", "nuit@2025-01-01")),
    ],
)
def test_which_two_are_compared(example: Path, arguments: list[str], sides: tuple[str, str]) -> None:
    assert _sides(*arguments) == sides


def test_a_draft_is_held_against_the_one_in_force(example: Path) -> None:
    text = (example / _NUIT).read_text(encoding="utf-8")
    draft = text.replace("status: vedtatt", "status: utkast").replace(
        "gjelder_fra: 2025-01-01", "gjelder_fra: 2027-07-01"
    )
    (example / "data/mandater/nuit/2027-07-01-utkast.md").write_text(draft, encoding="utf-8")
    assert _sides("nuit@2027-07-01-utkast") == ("nuit@2025-01-01", "nuit@2027-07-01-utkast")


def test_a_file_outside_the_tree(example: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("annet") / "forslag.md"
    file.write_text((example / _NUIT).read_text(encoding="utf-8").replace("seter: 17", "seter: 18"), encoding="utf-8")
    ran = ehelse("mandat", "diff", "nuit", str(file))
    assert ran.code == 0
    assert "17 → 18" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, ", nehr, nehs, nufa, nuit, skate"),
        (["nehrr"], 2, "mente du «nehr»"),
        (["ks"], 2, "verken et mandat eller et forum"),
        (["nehr-2026-m4"], 2, "«nehr-2026-m4» er verken et mandat eller et forum"),
        (["finnes-ikke.md"], 2, "filen finnes ikke"),
        (["data/forum.md"], 2, "filen finnes ikke"),
        (["k-nehs"], 3, "ingenting er sammenlignet"),
        (["nehs"], 3, "det finnes ikke noe mandat før nehs@2016-01-01"),
        (["nehr", "nuit", "nufa"], 2, "er mer enn kommandoen tar imot"),
    ],
)
def test_what_cannot_be_compared(example: Path, arguments: list[str], code: int, said: str) -> None:
    ran = ehelse("mandat", "diff", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


@pytest.mark.parametrize("arguments", [["nuit"], ["nuit@2025-01-01"], ["nehr", _NUIT]])
def test_a_side_that_cannot_be_read_is_two_and_never_no_changes(example: Path, arguments: list[str]) -> None:
    file = example / _NUIT
    file.write_text(file.read_text(encoding="utf-8").replace("status: vedtatt", "status: vedtat"), encoding="utf-8")
    ran = ehelse("mandat", "diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "kan ikke leses" in ran.err


@pytest.mark.parametrize(("level", "code"), [("bryter", 1), ("vesentlig", 1), ("redaksjonell", 1), ("aldri", 0)])
def test_how_much_a_change_must_matter(example: Path, level: str, code: int) -> None:
    assert ehelse("mandat", "diff", "nehs", "nehr", "--feil-ved", level).code == code


def test_equal_sides_are_zero_whatever_the_level(example: Path) -> None:
    ran = ehelse("mandat", "diff", "nuit", "nuit", "--feil-ved", "redaksjonell")
    assert ran.code == 0
    assert "Ingen endringer" in ran.out


def test_md_and_markdown_are_one(example: Path) -> None:
    assert ehelse("mandat", "diff", "nuit", "--format", "md") == ehelse(
        "mandat", "diff", "nuit", "--format", "markdown"
    )
