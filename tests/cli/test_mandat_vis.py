from __future__ import annotations

import json
from pathlib import Path

import pytest

from ehelse_cli.load.front_matter import FrontMatter, split
from tests.cli.running import ehelse


@pytest.mark.parametrize(
    ("arguments", "id_"),
    [
        (["nuit"], "nuit@2025-01-01"),
        (["nuit", "--per", "2024-12-31"], "nuit@2020-06-02"),
        (["nuit", "--per", "2028-01-01"], "nuit@2025-01-01"),
        (["nehr", "--per", "2018-05-01"], "nehs@2016-01-01"),
        (["nuit@2020-06-02"], "nuit@2020-06-02"),
        (["nuit@2027-07-01-utkast"], "nuit@2027-07-01-utkast"),
        (["data/mandater/nufa/2025-01-01.md"], "nufa@2025-01-01"),
    ],
)
def test_which_is_shown(example: Path, arguments: list[str], id_: str) -> None:
    ran = ehelse("mandat", "vis", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["id"] == id_


def test_the_text_stands_as_it_was_adopted(example: Path) -> None:
    parts = split((example / "data/mandater/nuit/2025-01-01.md").read_text("utf-8"))
    assert isinstance(parts, FrontMatter)
    shown, document = ehelse("mandat", "vis", "nuit").out, ehelse("mandat", "vis", "nuit", "--format", "json").out
    assert parts.body.strip() in shown
    assert json.loads(document)["tekst"] == parts.body.strip("\n")
    assert json.loads(document)["punkter"][0] == {"anker": "bakgrunn", "tittel": "Bakgrunn"}


@pytest.mark.parametrize("form", ["tekst", "md", "html"])
def test_what_it_rests_on_is_told(example: Path, form: str) -> None:
    said = ehelse("mandat", "vis", "nuit", "--format", form).out.replace("\u2060", "")
    for expected in (
        "Mandat for NUIT",
        "i kraft fra 1. januar 2025",
        "vedtatt: av Nasjonalt e-helseråd, 4. desember 2024",
    ):
        assert expected in said


def test_another_council_than_was_asked_for_is_told_of(example: Path) -> None:
    said = ehelse("mandat", "vis", "nehr", "--per", "2018-05-01").out
    assert "Nasjonalt e-helseråd hadde ikke noe mandat 1. mai 2018" in said
    assert "hadde ikke noe mandat" not in ehelse("mandat", "vis", "nehr").out


def test_the_pages_headings_are_below_its_title(example: Path) -> None:
    page = ehelse("mandat", "vis", "nuit", "--format", "md").out
    assert page.startswith("# Mandat for NUIT\n")
    assert "\n## Bakgrunn\n" in page
    html = ehelse("mandat", "vis", "nuit", "--format", "html").out
    assert html.count("<h1>") == 1
    assert '<html lang="nb">' in html
    assert '<h2 id="bakgrunn">' in html


def test_nothing_in_the_text_is_a_tag(example: Path) -> None:
    file = example / "data/mandater/nuit/2025-01-01.md"
    file.write_text(file.read_text("utf-8") + "\n<script>alert(1)</script>\n", "utf-8")
    assert "<script" not in ehelse("mandat", "vis", "nuit", "--format", "html").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nehr", "--per", "2010-01-01"], "filene har ikke noe mandat for nehr som gjaldt 1. januar 2010"),
        (["nehr", "--per", "2022-06-01"], "gjaldt 1. juni 2022"),
        (["k-nehs"], "ehelse mandat logg k-nehs"),
    ],
)
def test_a_day_without_a_mandate_is_three(example: Path, arguments: list[str], said: str) -> None:
    ran = ehelse("mandat", "vis", *arguments)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


def test_what_is_no_mandate(example: Path) -> None:
    assert ehelse("mandat", "vis", "ks").code == 2
    assert ehelse("mandat", "vis", "finnes-ikke").code == 2
