from __future__ import annotations

import json
import re

from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.reporters import REPORTERS
from ehelse_cli.report.screen import Screen
from tests.report.findings import NOT_QUORATE, TERM_ENDS, report

_FOUND = {
    (one.rule.code, one.location.path, one.location.line, one.location.column) for one in (NOT_QUORATE, TERM_ENDS)
}


def _printed(form: str) -> str:
    return REPORTERS[form](report(NOT_QUORATE, TERM_ENDS), Screen())


def test_every_form_tells_of_the_same_findings_at_the_same_places() -> None:
    text = re.findall(r"^\w+\[(\w+) .*\n +┌─ (.*):(\d+):(\d+)$", _printed("tekst"), re.MULTILINE)
    short = re.findall(r"^(.*):(\d+):(\d+): \w+ (\w+) ", _printed("kort"), re.MULTILINE)
    found = json.loads(_printed("json"))["funn"]
    assert {(code, path, int(line), int(column)) for code, path, line, column in text} == _FOUND
    assert {(code, path, int(line), int(column)) for path, line, column, code in short} == _FOUND
    assert {(one["kode"], one["fil"], one["linje"], one["kolonne"]) for one in found} == _FOUND
    assert set(REPORTERS) == {"tekst", "kort", "json"}


def test_short_is_a_line_for_each() -> None:
    assert _printed("kort").splitlines()[1] == (
        "data/moeter/nuit/2026-m3.md:4:15: advarsel MED410 perioden til Kari Moen går ut"
    )


def test_json_holds_everything_and_a_header(snapshot: SnapshotAssertion) -> None:
    document = _printed("json")
    assert document == snapshot
    read = json.loads(document)
    assert read["dag"] == "2026-11-23"
    assert read["tall"] == {"filer": 41, "objekter": 97, "regler": 38, "feil": 1, "advarsel": 1, "merknad": 0}
    assert read["funn"][0]["tilknyttet"][0]["fil"] == "data/mandater/nuit/2025-01-01.md"
    assert read["funn"][0]["fingeravtrykk"] == NOT_QUORATE.fingerprint


def test_all_keys_in_json_are_ascii() -> None:
    assert all(key.isascii() for key in re.findall(r'"([^"]+)":', _printed("json")))
