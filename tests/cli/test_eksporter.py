from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.cli.running import Ran, ehelse, program


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("format_", ["ical", "atom", "json", "popolo"])
def test_one_document_is_printed(format_: str) -> None:
    ran = ehelse("eksporter", format_, "nehr")
    assert (ran.code, ran.err) == (0, "")
    assert "Nasjonalt e-helseråd" in ran.out
    assert "12/2026" in ran.out or format_ == "popolo"


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("format_", ["csv", "einnsyn"])
def test_several_files_want_a_folder(format_: str) -> None:
    ran = ehelse("eksporter", format_)
    assert (ran.code, ran.out) == (2, "")
    assert "Oppgi en mappe med --ut." in ran.err


def test_a_folder_is_filled(example: Path) -> None:
    assert ehelse("eksporter", "csv", "--ut", "ut").code == 0
    assert (example / "ut" / "saker.csv").read_bytes().startswith(b"\xef\xbb\xbfid;forum;nummer")


def test_einnsyn_says_what_it_would_refuse_and_writes_nothing(example: Path) -> None:
    forum = example / "data" / "forum" / "nehr.yaml"
    linjer = [rad for rad in forum.read_text(encoding="utf-8").splitlines() if not rad.startswith("enhetskode:")]
    forum.write_text("\n".join(linjer), encoding="utf-8")
    ran = ehelse("eksporter", "einnsyn", "nehr", "--ut", "ut")
    assert ran.code == 1
    assert "«utvalg» mangler; sett «enhetskode» på forumet" in ran.err
    assert not (example / "ut").exists()


def test_einnsyn_plans_from_the_last_export(example: Path) -> None:
    assert ehelse("eksporter", "einnsyn", "nehr", "--ut", "ut").code == 0
    foerste = (example / "ut" / "einnsyn-plan.md").read_text(encoding="utf-8")
    assert "## Opprett (4)" in foerste
    ran = ehelse("eksporter", "einnsyn", "nehr", "--ut", "ut2", "--forrige", "ut/einnsyn.json")
    assert ran.code == 0
    assert "Ingenting er endret" in (example / "ut2" / "einnsyn-plan.md").read_text(encoding="utf-8")
    assert len(json.loads((example / "ut" / "einnsyn.json").read_bytes())["moetemapper"]) == 4


def test_a_moved_meeting_is_changed_and_a_case_that_became_exempt_loses_what_told_of_it(example: Path) -> None:
    """From the last export: create what is new, change what is other, take away what is gone. Never a title."""
    assert ehelse("eksporter", "einnsyn", "nehr", "--ut", "ut").code == 0
    moete = example / "data/moeter/nehr/2026-m4.md"
    moete.write_text(
        moete.read_text(encoding="utf-8").replace("2026-12-02 10:00", "2026-12-02 09:00", 1), encoding="utf-8"
    )
    sak = example / "data/saker/nehr/2026-11.md"
    sak.write_text("---\nskjerming: {hjemmel: offl. § 23 første ledd, omfang: hele}\n---\n", encoding="utf-8")
    ran = ehelse("eksporter", "einnsyn", "nehr", "--ut", "ut2", "--forrige", "ut/einnsyn.json")
    assert ran.code == 0, ran.err
    veien = (example / "ut2" / "einnsyn-plan.md").read_text(encoding="utf-8")
    assert "PATCH /moetemappe/" in veien
    assert "PATCH /moetesak/" in veien
    assert "DELETE /utredning/" in veien
    assert "Kritisk informasjon" not in veien


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("forrige", ["data", "finnes-ikke.json", "data/datasett.yaml"])
def test_what_is_no_last_export_is_refused(forrige: str) -> None:
    ran = ehelse("eksporter", "einnsyn", "--forrige", forrige, "--ut", "ut")
    assert ran.code == 2
    assert "som forrige eksport" in ran.err


@pytest.mark.usefixtures("example")
def test_an_unknown_council_gets_a_suggestion() -> None:
    assert ehelse("eksporter", "ical", "nehrr") == Ran(
        2, "", "feil: det finnes ikke noe forum «nehrr»; mente du «nehr» eller «nehs»?\n"
    )


def test_nothing_goes_out_while_something_about_disclosure_is_wrong(example: Path) -> None:
    sak = example / "data" / "saker" / "nehr" / "2026-12.md"
    sak.write_text(sak.read_text(encoding="utf-8").replace("§ 23", "§ 99"), encoding="utf-8")
    ran = ehelse("eksporter", "json", "--ut", "ut.json")
    assert ran.code == 1
    assert "PUB901" in ran.err
    assert "ingenting er sluppet ut: én feil" in ran.err
    assert not (example / "ut.json").exists()


def test_what_cannot_be_read_stops_it_too(example: Path) -> None:
    sak = example / "data" / "saker" / "nehr" / "2026-12.md"
    sak.write_text(sak.read_text(encoding="utf-8").replace("omfang: hele", "omfang: Hele"), encoding="utf-8")
    ran = ehelse("eksporter", "ical")
    assert (ran.code, ran.out) == (1, "")
    assert "LES104" in ran.err


def test_what_is_printed_is_the_document_byte_for_byte(example: Path) -> None:
    assert ehelse("eksporter", "ical", "nehr", "--ut", "nehr.ics").code == 0
    skrevet = program("eksporter", "ical", "nehr", cwd=example, env={"PYTHONIOENCODING": "ascii"}).stdout
    assert skrevet == (example / "nehr.ics").read_bytes()
    assert skrevet.startswith(b"BEGIN:VCALENDAR\r\n")


def _no_net(*_: object) -> None:
    raise AssertionError("no command calls the net")


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("format_", ["ical", "atom", "json", "popolo", "csv", "einnsyn"])
def test_no_export_calls_the_net(monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _no_net)
    monkeypatch.setattr(socket, "getaddrinfo", _no_net)
    assert ehelse("eksporter", format_, "--ut", f"ut/{format_}/").code == 0
