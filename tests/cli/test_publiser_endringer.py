"""Step by step is the same as from nothing: a council's tree is changed at random, and published after each change."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from tests.cli.running import ehelse, write
from tests.public.trees import FILES

#: Without the guest who was there for the exempt case: that stops everything.
TREE = {f"data/{path}": re.sub(".*Kari Gjest.*\n", "", dedent(text).lstrip("\n")) for path, text in FILES.items()}
#: One whose paper is out, which most changes are of, and one that waits.
SAKER = (*["data/saker/raad/2026-01.md"] * 3, "data/saker/raad/2026-04.md")
#: Written over now and then, as somebody who tries something out and goes back would.
TEKSTER = ("Deling prøves i fire kommuner.", "Tekst om noe annet.", "Kort.")


def _skriv_om(rot: Path, valg: Random) -> None:
    path = rot / valg.choice(SAKER)
    hode, skille, _ = path.read_text(encoding="utf-8").rpartition("---\n")
    path.write_text(f"{hode}{skille}{valg.choice(TEKSTER)}\n", encoding="utf-8")


def _skift_tittel(rot: Path, valg: Random) -> None:
    path = rot / "data/saker/raad/2026-01.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("tittel: Prøve.*", f"tittel: Prøve av {valg.choice('abc')}", text), encoding="utf-8")


def _ny_sak(rot: Path, valg: Random) -> None:
    write(rot, {f"data/saker/raad/2026-{valg.randint(20, 23)}.md": f"---\ntittel: {valg.choice(TEKSTER)}\n---\n"})


def _slett_sak(rot: Path, valg: Random) -> None:
    (rot / f"data/saker/raad/2026-{valg.randint(20, 23)}.md").unlink(missing_ok=True)


def _flytt_moetet(rot: Path, valg: Random) -> None:
    path = rot / "data/moeter/raad/2027-m1.md"
    path.write_text(f"---\ntid: 2027-03-{valg.randint(10, 12)}\n---\n", encoding="utf-8")


def _aapne_vedlegget(rot: Path, valg: Random) -> None:
    path = rot / "data/saker/raad/2026-01.md"
    text, svar = path.read_text(encoding="utf-8"), valg.choice(("ja", "nei"))
    path.write_text(re.sub(r"(fil: tall.csv, publiseres:) \w+", rf"\1 {svar}", text), encoding="utf-8")


def _unnta(rot: Path, valg: Random) -> None:
    """A case that was open becomes exempt, or the other way."""
    skjermet = "---\nskjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}\n---\n"
    write(rot, {"data/saker/raad/2026-03.md": valg.choice((skjermet, TREE["data/saker/raad/2026-03.md"]))})


def _roer_siden(rot: Path, valg: Random) -> None:
    """Somebody writes to a page that stands, or takes it away."""
    path = valg.choice(sorted((rot / "nettsted").rglob("*.html")))
    path.unlink()
    if valg.random() < 0.5:
        path.write_text("tull", encoding="utf-8")


ENDRINGER: Mapping[str, Callable[[Path, Random], None]] = {
    "a text": _skriv_om,
    "a title": _skift_tittel,
    "a new case": _ny_sak,
    "a case less": _slett_sak,
    "another day": _flytt_moetet,
    "an attachment": _aapne_vedlegget,
    "an exemption": _unnta,
    "the site itself": _roer_siden,
}


def _publiser(mappe: str) -> int:
    return ehelse("publiser", "--ut", mappe, "--uten-soek", "--uten-papirer", "--stille").code


def _filer(mappe: Path) -> dict[str, bytes]:
    return {path.relative_to(mappe).as_posix(): path.read_bytes() for path in mappe.rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_changed_each_step_gives_what_a_new_site_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(write(tmp_path, TREE))
    valg = Random(seed)
    skritt = valg.sample([*ENDRINGER] * 2, 2 * len(ENDRINGER))
    assert _publiser("nettsted") == 0
    sett = {str(_filer(tmp_path / "nettsted"))}
    for nr, navn in enumerate(skritt):
        ENDRINGER[navn](tmp_path, valg)
        assert _publiser("nettsted") == _publiser(f"nytt-{nr}") == 0, skritt[: nr + 1]
        assert _filer(tmp_path / "nettsted") == _filer(tmp_path / f"nytt-{nr}"), skritt[: nr + 1]
        sett.add(str(_filer(tmp_path / "nettsted")))
    assert len(sett) > len(ENDRINGER) // 2, "the changes changed next to nothing"


def test_only_what_is_affected_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, TREE))
    assert _publiser("nettsted") == 0
    before = {path: path.stat().st_ino for path in (tmp_path / "nettsted").rglob("*") if path.is_file()}
    path = tmp_path / "data/saker/raad/2026-01.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nEt avsnitt til.\n", encoding="utf-8")
    assert _publiser("nettsted") == 0
    written = {
        path.relative_to(tmp_path / "nettsted").as_posix() for path, ino in before.items() if path.stat().st_ino != ino
    }
    assert written == {".ehelse-nettsted.json", "data/alle.json", "sak/raad-2026-1/index.html"}
