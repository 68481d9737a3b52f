from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import sheet_as_text
from ehelse_cli.report.vis import vis
from tests.cli.running import ehelse, write

_SAK = "data/saker/nehr/2026-11.md"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("nehr", ["Nasjonalt e-helseråd (E-helserådet)", "Seter: 21 besatt", "Grete Solheim", "nehr@2024-01-01"]),
        ("nehr-2026-m1", ["møte 1/2026", "holdt", "Saksliste", "10.00", "ikke regulert"]),
        ("nuit-2026-m3", ["9 kreves; til stede 14 medlemmer + 2 stedfortredere"]),
        ("nufa-2026-m4", ["— Dag 2 —", "09.00", "7/26"]),
        ("nehr-2026-11", ["sak 11/2026", "Forslag til vedtak", "nuit-2026-7", "Helse- og omsorgsdepartementet"]),
        ("nehr-koe-samisk-spraak-i-journalen", ["i kø, uten nummer"]),
        ("nehr@2024-01-01", ["Mandat for Nasjonalt e-helseråd", "Gruppene", "ikke regulert", "## Formål"]),
        ("digdir", ["Digitaliseringsdirektoratet", "Direktoratet for forvaltning og ikt", "Kjersti Holmefjord"]),
        ("direktoratet-for-e-helse", ["erstattet av", "Helsedirektoratet"]),
        ("regionale-helseforetak", ["består av", "Helse Nord RHF"]),
    ],
)
def test_anything_with_an_id_is_shown(example: Path, line: str, shown: list[str]) -> None:
    ran = ehelse("vis", line)
    assert (ran.code, ran.err) == (0, "")
    assert all(text in ran.out for text in shown)
    assert "Eksempeldata" in ran.out
    assert "per 23. november 2026" in ran.out


@pytest.mark.parametrize(
    "line",
    [
        "nehr-2026-11",
        "NEHR-2026-11",
        "nehr-2026-011",
        "data/saker/nehr/2026-11.md",
        "saker/nehr/2026-11.md",
        "11/2026 --forum nehr",
        "11/26 --forum nehr",
    ],
)
def test_an_id_may_be_written_in_several_ways(example: Path, line: str) -> None:
    assert ehelse("vis", *line.split()) == ehelse("vis", "nehr-2026-11")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nehrr"], 2, "det finnes ikke noe med id «nehrr»; mente du «nehr»"),
        (["11/2026"], 2, "det finnes ikke noe med id «11/2026»; mente du «nehr-2026-11» eller «nuit-2026-11»?"),
        (["99/2026"], 2, "det finnes ikke noe med id «99/2026»\n"),
        (["99/2026", "--forum", "nehr"], 2, "det finnes ikke noe med id «nehr-2026-99»; mente du «nehr-2026-9»"),
        (["9/2026", "--forum", "nher"], 2, "det finnes ikke noe med id «nher»; mente du «nehr»"),
        (["nehr-2026-1"], 2, "`ehelse vis nehr-2026-m1`"),
    ],
)
def test_what_is_not_there(example: Path, words: list[str], code: int, said: str) -> None:
    ran = ehelse("vis", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_the_past_is_shown_as_it_was(example: Path) -> None:
    assert ehelse("vis", "digdir", "--per", "2019-05-01").out.startswith("Direktoratet for forvaltning og ikt\n")
    assert "ingen kjente mandater gjelder denne dagen" in ehelse("vis", "nehr", "--per", "2023-05-01").out
    assert "ikke kjent" in ehelse("vis", "nehs", "--per", "2019-05-01").out


def test_a_broken_file_is_one_and_says_where_to_look(example: Path) -> None:
    write(example, {"data/forum/nehr.yaml": "navnn: x\n"})
    for line in ("nehr", "nehr-2026-m1", "nehr-2026-11", "11/2026 --forum nehr"):
        ran = ehelse("vis", *line.split())
        assert (ran.code, ran.out) == (1, "")
        assert "Se `ehelse valider data/forum/nehr.yaml`." in ran.err


def test_a_wholly_exempt_case_shows_its_number_and_the_legal_basis_only(example: Path) -> None:
    exempt = "---\nskjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}\n---\n"
    write(
        example, {"data/saker/nehr/2026-11.md": exempt, "data/skjermet/saker/nehr/2026-11.md": "---\ntittel: X\n---\n"}
    )
    ran = ehelse("vis", "nehr-2026-11")
    assert ran.out.splitlines()[0] == "Nasjonalt e-helseråd, sak 11/2026: unntatt offentlighet"
    assert "offl. § 23 tredje ledd" in ran.out
    assert "innkalt" not in ran.out


@pytest.mark.parametrize("columns", [50, 80, 140])
def test_every_object_of_the_example_can_be_shown_in_any_width(example: Path, columns: int) -> None:
    data = load(DiskTree(example)).dataset
    assert data.datasett.dag is not None
    for id_ in data.ider:
        text = sheet_as_text(vis(data, id_, data.datasett.dag), Screen(columns)).partition("\nTeksten\n")[0]
        assert max(map(width, text.splitlines())) <= columns, id_
        assert "None" not in text
