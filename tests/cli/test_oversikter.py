from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path

import pytest

from tests.cli.running import BAD, ehelse, write

KOMMANDOER = (
    "frister",
    "koe",
    "medlemmer nehr",
    "oppmoete nuit",
    "spor nehr-2026-5",
    "raad",
    "innspill",
    "tiltak",
    "representasjon",
    "rapport prosess",
    "rapport oppgaver",
    "rapport involvering",
    "rapport sammensetning",
)


@pytest.mark.slow
@pytest.mark.parametrize("kommando", KOMMANDOER)
def test_every_form_says_the_same(example: Path, kommando: str) -> None:
    """The first table has as many rows in JSON, CSV and Markdown; people are told whose day it is."""
    ut = {form: ehelse(*shlex.split(kommando), "--format", form) for form in ("tekst", "json", "csv", "markdown")}
    assert {ran.code for ran in ut.values()} == {0}
    tabeller = json.loads(ut["json"].out)["tabeller"]
    foerste = next(iter(tabeller.values()))
    rader = list(csv.DictReader(io.StringIO(ut["csv"].out.removeprefix("\ufeff")), delimiter=";"))
    assert len(rader) == len(foerste) > 0
    assert set(foerste[0]) <= set(rader[0])
    assert ut["markdown"].out.count("\n| ") >= len(foerste) + 2
    assert "per 23. november 2026" in ut["tekst"].out
    assert ut["tekst"].err == ""


@pytest.mark.parametrize("columns", ["60", "80", "120"])
@pytest.mark.parametrize("kommando", KOMMANDOER)
@pytest.mark.slow
def test_it_fits_the_terminal(example: Path, kommando: str, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, ehelse(*shlex.split(kommando)).out.splitlines())) <= int(columns)


def test_the_day_decides(example: Path) -> None:
    foer, etter = (
        json.loads(ehelse("medlemmer", "nehr", "--per", dag, "--format", "json").out)["fakta"]["ledige"]
        for dag in ("2026-12-31", "2027-01-01")
    )
    assert (foer, etter) == (0, 2)


def test_one_table_alone(example: Path) -> None:
    ran = ehelse("raad", "--tabell", "per_aar", "--format", "csv")
    assert ran.out.removeprefix("\ufeff").splitlines()[0].split(";")[:3] == ["aar", "forum", "gitt"]
    ran = ehelse("raad", "--tabell", "per_maaned")
    assert (ran.code, ran.out) == (2, "")
    assert "Velg blant raad, per_aar." in ran.err


def test_the_file_that_is_asked_for(example: Path) -> None:
    ran = ehelse("frister", "--format", "csv", "--ut", "frister.csv")
    assert (ran.code, ran.out, ran.err) == (0, "", "skrev frister.csv\n")
    assert (example / "frister.csv").read_bytes().startswith(b"\xef\xbb\xbfdato;status;")
    assert b"\r\n" in (example / "frister.csv").read_bytes()


@pytest.mark.parametrize(
    ("kommando", "sagt"),
    [
        ("medlemmer nehrr", "mente du «nehr»"),
        ("medlemmer nehr-2026-m1", "«nehr-2026-m1» er ikke et forum\n  hjelp: For eksempel nehr."),
        ("spor nehr", "«nehr» er ikke en sak"),
        ("raad --forum ks", "«ks» er ikke et forum"),
        ("frister --dager 0", "--dager må være minst 1"),
        ("frister --dager mange", "--dager må være et helt tall"),
        ("raad --aar 99999", "--aar kan ikke være mer enn 2400"),
        ("raad --format xml", "--format kan ikke være «xml»"),
    ],
)
def test_what_is_refused(example: Path, kommando: str, sagt: str) -> None:
    ran = ehelse(*shlex.split(kommando))
    assert (ran.code, ran.out) == (2, "")
    assert sagt in ran.err


def test_what_cannot_be_read_is_told_and_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, BAD))
    ran = ehelse("representasjon")
    assert ran.code == 1
    assert "Ikke alt kan leses, så noe kan mangle her: data/virksomheter.yaml." in ran.out
    assert "`ehelse valider` sier hva" in ran.err


def test_a_tree_with_nothing_in_it_has_empty_overviews(good: Path) -> None:
    for kommando in ("koe", "raad", "innspill", "tiltak", "representasjon", "frister", "rapport prosess"):
        ran = ehelse(*shlex.split(kommando))
        assert (ran.code, ran.err) == (0, ""), kommando
        assert "Ingen" in ran.out
