"""The comment on a pull request: found by its mark, summary first, never too long, and safe whatever the files say."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.diff.mandat import Mandatdiff, diff, side
from ehelse_cli.diff.samling import Samling
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.report.github_kommentar import LENGST, MERKE, Virkning, github_kommentar
from tests.trees import load_clean

_DRAFT = "nuit@2027-07-01-utkast"


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load(DiskTree(Path(__file__).parents[2])).dataset


@pytest.fixture(scope="module")
def nuit(data: Dataset) -> Mandatdiff:
    return diff(data.mandater["nuit@2025-01-01"], data.mandater[_DRAFT], data.virksomhetsnavn)


def test_the_mark_both_sides_and_the_summary_come_first(nuit: Mandatdiff) -> None:
    linjer = [linje for linje in github_kommentar(Samling((nuit,), "main (0123456789)", "HEAD")).split("\n") if linje]
    assert linjer[0] == MERKE
    assert linjer[1].startswith("### Mandatendringer: 1 bryter, 2 betinget")
    assert linjer[2] == "Fra **main (0123456789)** til **HEAD**."
    assert linjer[3].startswith("| Mandat | Bryter | Betinget")
    assert linjer[5].startswith("| `nuit@2025-01-01` → `nuit@2027-07-01-utkast` | 1 | 2 |")
    assert linjer[6].startswith(
        "<details><summary><code>nuit@2025-01-01</code> → <code>nuit@2027-07-01-utkast</code>: 7 endringer"
    )
    assert linjer[-1] == "</details>"


def test_two_mandates_that_were_named_are_the_sides(nuit: Mandatdiff) -> None:
    kommentar = github_kommentar(Samling((nuit,)))
    assert f"Fra `nuit@2025-01-01` til `{_DRAFT}`." in kommentar


def test_no_changes_is_a_state_of_its_own() -> None:
    kommentar = github_kommentar(Samling((), "main", "arbeidstreet"))
    assert kommentar.startswith(f"{MERKE}\n\n### Ingen endringer i mandatene\n")
    assert "Fra **main** til **arbeidstreet**. Begge er lest i sin helhet." in kommentar
    assert "<details>" not in kommentar


def test_what_is_accepted_is_told_apart(nuit: Mandatdiff) -> None:
    avtrykk = next(nuit.fingeravtrykk(en) for en in nuit.om_regler if en.nivaa == "bryter")
    godtatt = {avtrykk: Godkjenning(fingeravtrykk=avtrykk, grunn="ja", sak="nehr-2027-2")}
    kommentar = github_kommentar(Samling((dataclasses.replace(nuit, godtatt=godtatt),), "a", "b"))
    assert "### Mandatendringer: 2 betinget" in kommentar
    assert ", 1 godtatt\n" in kommentar
    assert "| 1 (1 godtatt) | 2 |" in kommentar


def test_mandates_that_came_and_went_have_a_line_each(data: Dataset) -> None:
    nehs, nehr = (side(data.mandater[id_], data.virksomhetsnavn) for id_ in ("nehs@2016-01-01", "nehr@2024-01-01"))
    kommentar = github_kommentar(Samling((), "a", "b", (nehr,), (nehs,)))
    assert "### Mandatendringer: 1 bryter, 1 vesentlig" in kommentar
    assert "- **nytt:** `nehr@2024-01-01` – Nasjonalt e-helseråd" in kommentar
    assert "- **borte:** `nehs@2016-01-01` – " in kommentar


def test_a_plan_stands_before_the_redline(nuit: Mandatdiff) -> None:
    virkning = Virkning("1 av 17 medlemmer berørt", "## Plan\n\nKari Eksempel mister setet.\n")
    kommentar = github_kommentar(Samling((nuit,), "a", "b"), {_DRAFT: virkning})
    assert "</code>: 1 av 17 medlemmer berørt</summary>" in kommentar
    assert 0 < kommentar.index("Kari Eksempel mister setet.") < kommentar.index("### Reglene")


_HODE = """\
---
forum: a
status: vedtatt
gjelder_fra: 202{}-01-01
sammensetning: {{seter: {}}}
hjemmel: |
  {}
---
{}
"""

# --- never too long


def _mange(nuit: Mandatdiff, antall: int) -> Samling:
    def en(nr: int) -> Mandatdiff:
        return dataclasses.replace(
            nuit,
            gammel=dataclasses.replace(nuit.gammel, id=f"r{nr}@2025-01-01"),
            ny=dataclasses.replace(nuit.ny, id=f"r{nr}@2027-07-01"),
        )

    return Samling(tuple(map(en, range(antall))), "a", "b")


@pytest.mark.parametrize("antall", [1, 8, 14, 40, 500])
def test_it_is_never_longer_than_github_takes(nuit: Mandatdiff, antall: int) -> None:
    kommentar = github_kommentar(_mange(nuit, antall))
    assert len(kommentar) < LENGST
    assert kommentar.count("<details>") == kommentar.count("</details>")
    vist, hele = kommentar.count("<details>"), kommentar.count("### Teksten")
    if hele == antall:
        assert "kortet ned" not in kommentar
        return
    assert "**Kommentaren er kortet ned.**" in kommentar
    assert "`ehelse mandat diff`" in kommentar
    assert vist == antall or f"{antall - vist} av {antall} mandater er ikke vist" in kommentar
    assert vist == hele or f"{vist - hele} av {antall} mandater er ikke vist i sin helhet" in kommentar.replace(
        "Og", "og"
    )


def test_one_mandate_that_is_too_long_alone_loses_its_text_but_not_its_rules(nuit: Mandatdiff) -> None:
    lang = "\n\n".join(f"Avsnitt {nr} om noe som ikke sto der før, og som er langt." for nr in range(2000))
    data = load_clean({
        "mandater/a/2024-01-01.md": _HODE.format(4, 5, "lov", ""),
        "mandater/a/2025-01-01.md": _HODE.format(5, 7, "lov", lang),
    })  # fmt: skip
    gammel, ny = data.mandater_for("a")
    kommentar = github_kommentar(Samling((diff(gammel, ny),), "a", "b"))
    assert len(kommentar) < LENGST
    assert "seter i alt" in kommentar
    assert "Avsnitt 1999" not in kommentar
    assert "1 av 1 mandater er ikke vist i sin helhet" in kommentar


# --- safe

_FIENDTLIG = (
    "@octocat #1 GH-2 eier/repo#3 https://ond.example www.ond.example </details><script>alert(1)</script> "
    "<!-- ehelse:mandat --> [x](https://y) ![b](c) | ` ~~ ** ##[error]x"
)


@pytest.mark.parametrize("hvor", ["navn", "prosa", "felt"])
def test_nothing_in_the_files_is_a_link_a_call_or_markup(hvor: str) -> None:
    navn, prosa, felt = ((_FIENDTLIG if hvor == del_ else "vanlig") for del_ in ("navn", "prosa", "felt"))
    data = load_clean({
        "forum/a.yaml": f"navn: |\n  {navn}\n",
        "mandater/a/2024-01-01.md": _HODE.format(4, 5, "gammelt", "gammelt"),
        "mandater/a/2025-01-01.md": _HODE.format(5, 7, felt, prosa),
    })  # fmt: skip
    gammel, ny = data.mandater_for("a")
    samling = Samling(
        (diff(gammel, ny, data.virksomhetsnavn),), f"x {_FIENDTLIG}", "y",
        (side(data.mandater["a@2024-01-01"], data.virksomhetsnavn),),
    )  # fmt: skip
    kommentar = github_kommentar(samling)
    assert kommentar.count(MERKE) == 1
    assert kommentar.count("</details>") == kommentar.count("<details>") == 1
    assert "<script" not in kommentar
    kommentar = re.sub(r"`a@[0-9-]+`|<code>a@[0-9-]+</code>", "", kommentar)
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.\w|##\[", kommentar)
    assert not re.search(r"(?<!\\)[\[`]", kommentar.replace("`ehelse mandat diff`", ""))


def test_the_day_of_a_side_is_told(nuit: Mandatdiff) -> None:
    assert nuit.ny.fra == date(2027, 7, 1)
    assert "1. juli 2027" in github_kommentar(Samling((nuit,)))
