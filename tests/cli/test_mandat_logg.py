from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ehelse

_REVISION = "data/mandater/nuit/2025-01-01.md"


def _revisions(*arguments: str) -> list[dict[str, object]]:
    ran = ehelse("mandat", "logg", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    found: list[dict[str, object]] = json.loads(ran.out)["revisjoner"]
    return found


def test_the_timeline_goes_from_the_first_to_the_drafts(example: Path) -> None:
    first, second, draft = _revisions("nuit")
    assert [one["id"] for one in (first, second, draft)] == [
        "nuit@2020-06-02",
        "nuit@2025-01-01",
        "nuit@2027-07-01-utkast",
    ]
    assert (first["erstatter"], first["endringer"]) == (None, [])
    assert (second["gjelder"], second["vedtatt"]) == (True, {"av": "nehr", "dato": "2024-12-04", "sak": None})
    assert (first["gjelder_fra"], first["kjent_per"]) == (None, "2020-06-02")
    assert draft["erstatter"] == "nuit@2025-01-01"


def test_each_change_is_a_line_the_gravest_first(example: Path) -> None:
    text = ehelse("mandat", "logg", "nuit").out
    lines = text[text.index("nuit@2027-07-01-utkast") :].split("\n")
    changes = [line for line in lines if line.startswith("    ")]
    assert changes[0].startswith("    − Sammensetning: observatør NAV")
    assert "til vedtak: av Nasjonalt e-helseråd, dato ikke kjent, sak nehr-2027-2" in text
    assert "● nuit@2025-01-01 (gjelder)" in text


def test_the_council_before_is_part_of_it(example: Path) -> None:
    assert [one["forum"] for one in _revisions("nehr")] == ["nehs", "nehr"]
    assert [one["forum"] for one in _revisions("nehs")] == ["nehs"]


def test_the_one_in_force_is_that_of_the_day(example: Path) -> None:
    in_force = [one["id"] for one in _revisions("nuit", "--per", "2021-01-01") if one["gjelder"]]
    assert in_force == ["nuit@2020-06-02"]


@pytest.mark.parametrize("clause", ["beslutningsdyktighet", "Beslutningsdyktighet", "5"])
def test_one_clause_through_time(example: Path, clause: str) -> None:
    kinds = [(one["slag"], one["anker"]) for one in _revisions("nuit", "--punkt", clause)]
    assert kinds == [("mangler", None), ("ny", "beslutningsdyktighet"), ("endret", "beslutningsdyktighet")]
    text = ehelse("mandat", "logg", "nuit", "--punkt", clause).out
    assert "[-minst-] {+mer enn+} halvparten" in text


def test_a_clause_is_followed_under_its_other_names(example: Path) -> None:
    """The draft calls it something else, and has moved it up a line."""
    draft = example / "data/mandater/nuit/2027-07-01-utkast.md"
    text = draft.read_text("utf-8")
    assert "punkt: beslutningsdyktighet" in text
    draft.write_text(text.replace("## Beslutningsdyktighet", "## Når utvalget kan vedta noe"), "utf-8")
    last = _revisions("nuit", "--punkt", "beslutningsdyktighet")[-1]
    assert (last["slag"], last["anker"]) == ("endret", "naar-utvalget-kan-vedta-noe")


def test_an_item_of_a_list_is_a_clause(example: Path) -> None:
    second = _revisions("nuit", "--punkt", "2.1")[1]
    assert second["anker"] == "oppgaver-og-ansvar-1"
    assert second["tittel"] == "Oppgaver og ansvar, punkt 1"


def test_markdown_strikes_and_stresses(example: Path) -> None:
    page = ehelse("mandat", "logg", "nuit", "--punkt", "beslutningsdyktighet", "--format", "md").out
    assert "~~minst~~ **mer enn** halvparten" in page
    assert page.startswith("# Mandatene for NUIT, «Beslutningsdyktighet»\n")
    assert "## nuit@2025-01-01 (gjelder)" in ehelse("mandat", "logg", "nuit", "--format", "markdown").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nuitt"], 2, "mente du «nuit»"),
        (["ks"], 2, "verken et mandat eller et forum"),
        (["k-nehs"], 3, "har ikke noe mandat"),
        (["nuit", "--punkt", "sammensetningen"], 2, "mente du «sammensetning»"),
        (["nuit", "--punkt", "99"], 2, "ingen mandater har punktet «99»"),
        (["nuit", "--punkt", "2.99"], 2, "Det siste har disse: bakgrunn"),
    ],
)
def test_what_cannot_be_shown(example: Path, arguments: list[str], code: int, said: str) -> None:
    ran = ehelse("mandat", "logg", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ["logg", "vis"])
def test_a_revision_that_cannot_be_read_is_not_skipped(example: Path, command: str) -> None:
    file = example / _REVISION
    file.write_text(file.read_text("utf-8").replace("status: vedtatt", "status: vedtat"), "utf-8")
    ran = ehelse("mandat", command, "nuit")
    assert (ran.code, ran.out) == (2, "")
    assert _REVISION in ran.err
