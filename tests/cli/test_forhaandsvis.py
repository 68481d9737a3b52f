"""The preview as a writer uses it: a page, a save, a new page, a mistake that is told on the page, Ctrl-C."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from ehelse_cli.cli.preview_closed import closed
from ehelse_cli.cli.preview_pages import SCRIPT, VERSION, Preview
from ehelse_cli.public.gate import slipp_ut
from tests.cli.running import ehelse
from tests.public.trees import DAG, FILES
from tests.trees import load_clean


@contextmanager
def _forhaandsvist(mappe: Path, *valg: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command, and where it shows the site."""
    command = [sys.executable, "-m", "ehelse_cli", "forhaandsvis", "--port", "0", *valg]
    with subprocess.Popen(command, cwd=mappe, stderr=subprocess.PIPE, text=True, encoding="utf-8") as kjoerer:
        assert kjoerer.stderr is not None
        adresse = re.match(r"http://127\.0\.0\.1:\d+/", kjoerer.stderr.readline())
        assert adresse
        try:
            yield kjoerer, adresse[0]
        finally:
            kjoerer.kill()


def _hent(adresse: str) -> str:
    with urllib.request.urlopen(adresse, timeout=10) as svar:
        return str(svar.read().decode())


def _filer(mappe: Path) -> dict[Path, bytes]:
    return {fil: fil.read_bytes() for fil in mappe.rglob("*") if fil.is_file()}


def _vent(paa: Callable[[], bool]) -> bool:
    slutt = time.monotonic() + 40
    while time.monotonic() < slutt:
        if paa():
            return True
        time.sleep(0.2)
    return False


@pytest.mark.slow
def test_a_save_is_seen_a_leak_is_stopped_and_ctrl_c_ends_it(example: Path) -> None:
    sak = example / "data/saker/nehr/2026-11.md"
    fra_foer = sak.read_text(encoding="utf-8")
    with _forhaandsvist(example) as (kjoerer, adresse):
        foerste = _hent(f"{adresse}sak/nehr-2026-11/")
        assert "Forhåndsvisning · 7 funn" in foerste
        sak.write_text(f"{fra_foer}\nEt nyskrevet avsnitt.\n", encoding="utf-8")
        assert _vent(lambda: "Et nyskrevet avsnitt." in _hent(f"{adresse}sak/nehr-2026-11/"))
        assert int(_hent(adresse + VERSION)) == 2
        unntatt = example / "data/saker/nehr/2026-12.md"
        unntatt.write_text(
            unntatt.read_text(encoding="utf-8").replace("omfang: hele", "omfang: Hele"), encoding="utf-8"
        )
        assert _vent(lambda: "ingenting er sluppet ut" in _hent(adresse))
        rader = re.findall(r"</code> (\w+) ", _hent(adresse))
        assert rader == sorted(rader, key=["feil", "advarsel", "merknad"].index)
        assert rader[0] == "feil"
        assert "LES104" in _hent(adresse)
        assert "Et nyskrevet avsnitt." in _hent(f"{adresse}sak/nehr-2026-11/")
        kjoerer.send_signal(signal.SIGINT)
        assert kjoerer.wait(20) == 130
        assert kjoerer.stderr is not None
        sagt = kjoerer.stderr.read()
        assert sagt.endswith("avbrutt\n")
        assert "Traceback" not in sagt


@pytest.mark.slow
@pytest.mark.usefixtures("example")
def test_only_this_machine_may_ask_and_only_by_a_name_of_it(example: Path) -> None:
    with _forhaandsvist(example) as (_, adresse):
        stranger = urllib.request.Request(adresse, headers={"Host": "example.org"})
        with pytest.raises(urllib.error.HTTPError) as svar:
            urllib.request.urlopen(stranger, timeout=10)
        assert svar.value.code == 403
        svar.value.close()
        with pytest.raises(urllib.error.HTTPError) as ingen:
            urllib.request.urlopen(f"{adresse}../../data/skjermet/", timeout=10)
        assert ingen.value.code == 404
        assert "Siden finnes ikke" in ingen.value.read().decode()
        ingen.value.close()


@pytest.mark.usefixtures("example")
def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as opptatt:
        ran = ehelse("forhaandsvis", "--port", str(opptatt.getsockname()[1]))
    assert ran.code == 2
    assert "kan ikke vise på port" in ran.err
    assert "--port 0" in ran.err


def test_what_is_told_of_the_files_is_text_and_not_markup() -> None:
    side = b"<head><meta content=\"default-src 'none'; base-uri 'none'\"></head><body></body>"
    status, _, vist = Preview(3, {"index.html": side}, stoppet="<b>nei</b>").answer("")
    assert status == 200
    assert b"&lt;b&gt;nei" in vist
    assert b"<b>nei" not in vist
    assert f'src="/{SCRIPT}" data-versjon="3"'.encode() in vist
    assert b"base-uri 'none'; script-src 'self'; connect-src 'self'" in vist


@pytest.mark.slow
def test_a_browser_shows_what_was_saved_without_being_asked(example: Path) -> None:
    """A writer saves, and looks at the screen."""
    sak = example / "data/saker/nehr/2026-11.md"
    with _forhaandsvist(example) as (_, adresse), sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        sagt: list[str] = []
        page.on("console", lambda melding: sagt.append(melding.text))
        page.goto(f"{adresse}sak/nehr-2026-11/")
        page.get_by_text("Forhåndsvisning · 7 funn").click()
        assert page.locator(".forhaandsvis li").count() == 7
        sak.write_text(f"{sak.read_text(encoding='utf-8')}\nNoe nytt på skjermen.\n", encoding="utf-8")
        page.get_by_text("Noe nytt på skjermen.").wait_for(timeout=40_000)
        assert sagt == []
        browser.close()


INTERNT = {
    "internt/": "Rammeavtale om opplæring – valg av leverandør",
    "internt/saksframlegg/nehr-2026-12/": "Leverandøren er ikke valgt ennå",
    "internt/saksframlegg/nehr-koe-samisk-spraak-i-journalen/": "Samisk språk i journal",
    "internt/mandat/nuit@2027-07-01-utkast/": "UTKAST",
    "internt/aarshjul/aarshjul-2027/": "2027",
    "internt/referat/nuit-2026-m4/": "NUIT",
    "sak/nehr-2026-12/": "Saksframlegg: unntatt offentlighet",
    "": "Alt som ikke er offentlig",
    "finnes-ikke/": "Siden finnes ikke",
}


@pytest.mark.slow
def test_what_is_internal_is_shown_and_marked_on_every_page_and_written_nowhere(example: Path) -> None:
    foer = _filer(example)
    with _forhaandsvist(example, "--intern") as (_, adresse):
        for side, sies in INTERNT.items():
            try:
                with urllib.request.urlopen(adresse + side, timeout=20) as svar:
                    tekst, hode = svar.read().decode(), svar.headers
            except urllib.error.HTTPError as ingen:
                tekst, hode = ingen.read().decode(), ingen.headers
                ingen.close()
            assert sies in tekst, side
            assert "<title>INTERNT: " in tekst, side
            assert '<meta name="robots" content="noindex">' in tekst, side
            assert "<strong>INTERNT.</strong>" in tekst, side
            assert (hode["X-Robots-Tag"], hode["Cache-Control"]) == ("noindex", "no-store")
    assert _filer(example) == foer


@pytest.mark.slow
def test_without_asking_nothing_internal_is_there(example: Path) -> None:
    with _forhaandsvist(example) as (_, adresse):
        with pytest.raises(urllib.error.HTTPError) as ingen:
            _hent(f"{adresse}internt/")
        ingen.value.close()
        assert "INTERNT" not in _hent(f"{adresse}sak/nehr-2026-12/")


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(
    "valg",
    [
        ("publiser", "--intern", "--ut", "ut"),
        ("forhaandsvis", "--intern", "--ut", "ut"),
        ("forhaandsvis", "--intern", "--revisjon", "HEAD", "--en-gang", "--port", "0"),
        ("eksporter", "json", "--intern"),
    ],
)
def test_what_is_internal_cannot_be_published_or_taken_from_a_revision(example: Path, valg: tuple[str, ...]) -> None:
    ran = ehelse(*valg)
    assert ran.code == 2, ran.out
    assert not (example / "ut").exists()


def test_everything_that_is_closed_is_told_with_why() -> None:
    data = load_clean(FILES)
    o = slipp_ut(data, DAG)
    rader = {(rad.kind, rad.id): rad.hvorfor for rad in closed(data, data, o)}
    assert {id_: hvorfor for (kind, id_), hvorfor in rader.items() if kind == "saksframlegg"} == {
        "raad-2026-2": "unntatt offentlighet, offl. § 23 tredje ledd",
        "raad-2026-3": "lukket til 24. desember 2026 (offentleglova § 5)",
        "raad-2026-4": "papirene er ikke sendt",
        "raad-koe-venter": "i køen, uten nummer",
    }
    aapne = {sak.id for sak in o.aapne_saker}
    assert aapne.isdisjoint(id_ for kind, id_ in rader if kind == "saksframlegg")
    assert aapne | {id_ for kind, id_ in rader if kind == "saksframlegg"} == data.saker.keys()
    assert {hvorfor for (kind, _), hvorfor in rader.items() if kind == "mandat"} == {"utkast"}
    assert ("aarshjul", "aarshjul-2027") in rader
    assert ("medlemsliste", "raad") in rader
