from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from pydantic import TypeAdapter
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.load.dataset import load
from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.load.yaml_text import compose
from ehelse_cli.report.mandatdiff import MANDATREPORTERS
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen

_GAMMELT = """\
---
forum: nuit
status: vedtatt
gjelder_fra: 2024-01-01
sammensetning:
  punkt: sammensetning
  seter: 10
  grupper: [{id: kommuner, antall: 5}, {id: ks, antall: 1, navn: KS}]
stedfortreder: {ordning: fast, punkt: sammensetning}
funksjonstid: {varer: 4 aar, punkt: funksjonstid}
protokoll: ukjent
habilitet: ukjent
offentlighet: ukjent
---
## Sammensetning

Utvalget har ti medlemmer. Hver kan ha en *fast* stedfortreder.

- Kommunene har fem medlemmer i utvalget
- KS har ett medlem i utvalget

## Funksjonstid

Medlemmene sitter i fire år.
"""
_NYTT = """\
---
forum: nuit
status: utkast
gjelder_fra: 2026-07-01
sammensetning:
  punkt: sammensetning
  seter: 11
  grupper:
    - {id: kommuner, antall: 4}
    - {id: brukere, antall: 2, oppnevnes_av: ffo, krav: [{id: kjoenn, antall: minst 1}]}
  norm: boer
stedfortreder: {ordning: personlig, punkt: sammensetning}
funksjonstid: {varer: 2 aar, punkt: sammensetning}
protokoll: ukjent
habilitet: ikke_regulert
offentlighet: {moeter: aapne}
moeter: {hyppighet: {verdi: 4 per aar, norm: normalt}}
---
## Sammensetning

- KS har ett medlem i utvalget
- Kommunene har fire medlemmer i utvalget

Utvalget har elleve medlemmer. Hver kan ha en *personlig* stedfortreder <nå> | @virksomheten.

## Møter

Utvalget møtes normalt fire ganger i året.
"""


def _les(tekst: str, id_: str) -> Mandat:
    deler = split(tekst)
    assert isinstance(deler, FrontMatter)
    hode: Any = compose(deler.head).value
    adapter: TypeAdapter[Mandat] = TypeAdapter(Mandat)
    return adapter.validate_python({**hode, FIL_ID: id_, FIL_TEKST: deler.body, FIL_HODE: hode})


@pytest.fixture(scope="module")
def utkast() -> Mandatdiff:
    return diff(_les(_GAMMELT, "nuit@2024-01-01"), _les(_NYTT, "nuit@2026-07-01-utkast"))


@pytest.fixture(scope="module")
def ekte() -> Mandatdiff:
    data = load(DiskTree(Path(__file__).parents[2])).dataset
    return diff(data.mandater["nehs@2016-01-01"], data.mandater["nehr@2024-01-01"], data.virksomhetsnavn)


def test_the_text_for_the_terminal(utkast: Mandatdiff, snapshot: SnapshotAssertion) -> None:
    tekst = MANDATREPORTERS["tekst"](utkast, Screen(80))
    assert tekst.index("BRYTER") < tekst.index("BETINGET") < tekst.index("KILDENE") < tekst.index("TEKSTEN")
    assert "Funksjonstid: varer – 4 år → 2 år (kortere tid)" in tekst
    assert "[-ti-] {+elleve+}" in tekst
    assert tekst == snapshot


def test_the_markdown_for_a_pull_request(utkast: Mandatdiff, snapshot: SnapshotAssertion) -> None:
    tekst = MANDATREPORTERS["markdown"](utkast)
    assert "har ~~ti~~ **elleve** medlemmer" in tekst
    assert "&lt;nå&gt; \\| @\u2060virksomheten." in tekst
    assert "<" not in tekst
    assert tekst == snapshot


def test_the_json_for_programs(utkast: Mandatdiff, snapshot: SnapshotAssertion) -> None:
    tekst = MANDATREPORTERS["json"](utkast)
    dokument = json.loads(tekst)
    assert (dokument["skjema"], dokument["uendret"], dokument["ukjent_i_begge"]) == (1, False, ["Protokoll"])
    assert dokument["endringer"][0]["fra"] is not None
    assert sum(
        dokument["tall"][nivaa] for nivaa in ("bryter", "betinget", "vesentlig", "uavklart", "redaksjonell")
    ) == len(dokument["endringer"]) + len(dokument["ordlyd"])
    assert tekst == snapshot


def test_the_real_councils(ekte: Mandatdiff, snapshot: SnapshotAssertion) -> None:
    tekst = MANDATREPORTERS["tekst"](ekte)
    assert tekst.startswith(
        "Mandat nehs@2016-01-01 → nehr@2024-01-01\n  fra  Nasjonalt e-helsestyre, i kraft 1. januar 2016"
    )
    assert "\n ~ Sammensetning: seter i alt – 16 → 21 (antall seter endret)\n" in tekst
    assert tekst.count("Ikke regulert; før ukjent") == 1
    assert tekst.partition("TEKSTEN")[0] == snapshot


@pytest.mark.parametrize("bredde", [40, 60, 100, 160])
def test_the_text_keeps_to_the_width(utkast: Mandatdiff, ekte: Mandatdiff, bredde: int) -> None:
    for sammenligning in (utkast, ekte):
        linjer = MANDATREPORTERS["tekst"](sammenligning, Screen(bredde)).splitlines()
        assert [linje for linje in linjer if width(linje) > bredde and " " in linje.strip(" +−~>?")] == []


@pytest.mark.parametrize("bredde", [50, 100])
def test_colours_only_underline_what_the_marks_say(utkast: Mandatdiff, bredde: int) -> None:
    farget = MANDATREPORTERS["tekst"](utkast, Screen(bredde, colours=True))
    assert "\x1b[31m" in farget
    assert re.sub(r"\x1b\[[0-9;]*m", "", farget) == MANDATREPORTERS["tekst"](utkast, Screen(bredde))


def test_a_terminal_that_knows_no_norwegian(utkast: Mandatdiff) -> None:
    assert MANDATREPORTERS["tekst"](utkast, Screen(encoding="ascii")).isascii()


@pytest.mark.parametrize("form", MANDATREPORTERS)
def test_nothing_from_a_file_moves_the_cursor(form: str) -> None:
    ondt = _NYTT.replace("normalt fire", "normalt \x1b[2J\u202efire")
    tekst = MANDATREPORTERS[form](diff(_les(_GAMMELT, "a@2024-01-01"), _les(ondt, "b@2026-07-01")))
    assert not {"\x1b", "\u202e"} & set(tekst)


def test_no_changes_is_said_only_of_what_both_know() -> None:
    lest = _les(_GAMMELT.replace("ukjent", "ikke_regulert"), "nuit@2024-01-01")
    ulest = _les(_GAMMELT, "nuit@2024-01-01")
    assert "\nIngen endringer.\n" in MANDATREPORTERS["tekst"](diff(lest, lest))
    tekst = MANDATREPORTERS["tekst"](diff(ulest, ulest))
    assert "\nIngen endringer i det som er kjent.\n" in tekst
    assert "Ukjent i begge, og ikke sammenlignet: Protokoll, Habilitet, Offentlighet." in tekst
    assert "**Ingen endringer.**" in MANDATREPORTERS["markdown"](diff(lest, lest))


@pytest.mark.parametrize(
    ("hode", "ventet"),
    [
        ("gjelder_fra: 2024-01-01", "i kraft fra 1. januar 2024"),
        ("gjelder_fra: 2024-01-01\ngjelder_til: 2025-12-31", "i kraft 1. januar 2024–31. desember 2025"),
        ("gjelder_fra: ukjent\nkjent_per: 2020-06-02", "kjent per 2. juni 2020, ikrafttredelse ukjent"),
        ("gjelder_fra: ukjent", "uten kjent dag for ikrafttredelse"),
    ],
)
def test_the_header_says_when_each_is_in_force(hode: str, ventet: str) -> None:
    en = _les(dedent(f"---\nforum: nuit\nstatus: vedtatt\n{hode}\n---\n"), "nuit@2024-01-01")
    assert f"  fra  nuit, {ventet}\n" in MANDATREPORTERS["tekst"](diff(en, en))
