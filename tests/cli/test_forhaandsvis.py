"""The preview as a writer uses it: a page, a save, a new page, a mistake that is told on the page, Ctrl-C."""

from __future__ import annotations

import re
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

from ehelse_cli.cli.preview_pages import SCRIPT, VERSION, Preview
from tests.cli.running import ehelse


@contextmanager
def _forhaandsvist(mappe: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command, and where it shows the site."""
    command = [sys.executable, "-m", "ehelse_cli", "forhaandsvis", "--port", "0"]
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
