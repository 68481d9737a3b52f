from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import GOOD, ehelse, program, write


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_made_and_made_again_only_where_it_changed(example: Path) -> None:
    foerst = ehelse("publiser", "--ut", "nettsted")
    assert (foerst.code, foerst.out) == (0, "")
    assert " 0 som før, 0 tatt bort; vurdert per 23. november 2026" in foerst.err
    site = _files(example / "nettsted")
    assert {
        "index.html",
        "sak/nehr-2026-11/kostnader.csv",
        "kalender/nehr.ics",
        "feed/alle.atom",
        "data/alle.json",
    } < set(site)
    assert "ingenting er endret" in ehelse("publiser", "--ut", "nettsted").err
    sak = example / "data" / "saker" / "nehr" / "2026-11.md"
    sak.write_text(sak.read_text(encoding="utf-8") + "\nEt avsnitt til.\n", encoding="utf-8")
    assert ehelse("publiser", "--ut", "nettsted").code == 0
    naa = _files(example / "nettsted")
    assert {path for path in site if not path.startswith("pagefind/") and site[path] != naa[path]} == {
        ".ehelse-nettsted.json", ".ehelse-papirer.json", "data/alle.json", "sak/nehr-2026-11/index.html",
        "papir/saksframlegg-nehr-2026-11.pdf", "papir/saksframlegg-nehr-2026-11.docx",
        "papir/moetepakke-nehr-2026-m4.pdf", "papir/moetepakke-nehr-2026-m4.docx",
    }  # fmt: skip


def test_findings_about_disclosure_stop_it_and_leave_the_old_site(example: Path) -> None:
    assert ehelse("publiser", "--ut", "nettsted", "--uten-papirer", "--stille").err == ""
    site = _files(example / "nettsted")
    sak = example / "data" / "saker" / "nehr" / "2026-12.md"
    sak.write_text(sak.read_text(encoding="utf-8").replace("omfang: hele", "omfang: Hele"), encoding="utf-8")
    ran = ehelse("publiser", "--ut", "nettsted", "--uten-papirer")
    assert ran.code == 1
    assert "LES104" in ran.err
    assert "ingenting er sluppet ut" in ran.err
    assert _files(example / "nettsted") == site


@pytest.mark.parametrize(("format_", "side"), [("html", "index.html"), ("md", "index.md")])
def test_an_attachment_may_have_any_name_but_a_pages(example: Path, format_: str, side: str) -> None:
    sak, mappe = (example / "data" / "saker" / "nehr" / f"2026-11{ending}" for ending in (".md", ""))
    as_it_is = sak.read_text(encoding="utf-8")
    order = ("publiser", "--ut", "ut", "--format", format_, "--uten-papirer", "--uten-soek")
    for name, code in (("vedlegget.html", 0), (side, 2)):
        content = (mappe / "kostnader.csv").read_bytes()
        (mappe / name).write_bytes(content)
        sak.write_text(as_it_is.replace("fil: kostnader.csv", f"fil: {name}"), encoding="utf-8")
        ran = ehelse(*order)
        assert (ran.code, "Traceback" in ran.err) == (code, False), ran.err
        assert (example / "ut" / "sak" / "nehr-2026-11" / "vedlegget.html").read_bytes() == content
        (mappe / name).unlink()
    assert f"«sak/nehr-2026-11/{side}»" in ran.err


def test_other_findings_do_not(example: Path) -> None:
    moete = example / "data" / "moeter" / "nuit" / "2026-m3.md"
    text = moete.read_text(encoding="utf-8")
    moete.write_text(text.replace("innkalt: 2026-10-12", "innkalt: 2026-11-01"), encoding="utf-8")
    assert ehelse("valider").code == 1 or "advarsel" in ehelse("valider").out
    assert ehelse("publiser", "--ut", "nettsted").code == 0


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(
    ("mappe", "hva"), [("data/ut", "ligger i datamappen"), (".", "ikke tom"), ("data", "i datamappen")]
)
def test_a_folder_that_cannot_hold_a_site_is_refused(mappe: str, hva: str) -> None:
    ran = ehelse("publiser", "--ut", mappe)
    assert ran.code == 2
    assert hva in ran.err


@pytest.mark.usefixtures("example")
def test_where_to_must_be_said() -> None:
    assert ehelse("publiser").code == 2


_SURROUNDINGS = (
    {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
)


@pytest.mark.slow
def test_the_same_files_give_the_same_bytes_wherever_they_are_made(example: Path) -> None:
    for nr, env in enumerate(_SURROUNDINGS):
        assert program("publiser", "--ut", f"nettsted{nr}", cwd=example, env=env).returncode == 0
    assert _files(example / "nettsted0") == _files(example / "nettsted1")


def test_a_build_that_is_to_be_repeated_sets_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {**GOOD, "data/datasett.yaml": "eksempel: ja\n"}))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782172800")  # 2026-06-23 in Oslo, already
    assert "vurdert per 23. juni 2026" in ehelse("publiser", "--ut", "nettsted").err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    assert "vurdert per 23. juni 2026" not in ehelse("publiser", "--ut", "nettsted").err


def test_a_warning_about_disclosure_is_told_and_does_not_stop_it(example: Path) -> None:
    sak = example / "data" / "saker" / "nehr" / "2026-11.md"
    sak.write_text(sak.read_text(encoding="utf-8") + "\nSpør kari.moen@example.org.\n", encoding="utf-8")
    ran = ehelse("publiser", "--ut", "nettsted")
    assert ran.code == 0
    assert "merk: én advarsel om offentlighet i data/saker/nehr/2026-11.md; «ehelse valider» viser dem" in ran.err
    assert "kari.moen" not in ran.err
    assert "merk:" not in ehelse("publiser", "--ut", "nettsted", "--stille").err
