from __future__ import annotations

import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.finding import Severity
from ehelse_cli.core.place import Location
from ehelse_cli.report.as_github import as_github
from ehelse_cli.report.screen import Screen
from tests.report.findings import NOT_QUORATE, TERM_ENDS, report
from tests.report.runner import obeyed


def test_an_annotation_holds_the_place_and_all_that_was_found(snapshot: SnapshotAssertion) -> None:
    printed = as_github(report(NOT_QUORATE, TERM_ENDS), Screen())
    assert printed == snapshot
    first, second = obeyed(printed)
    assert (first.name, second.name) == ("error", "warning")
    assert first.properties == {
        "file": "data/moeter/nuit/2026-m3.md",
        "line": "3",
        "endLine": "3",
        "col": "1",
        "endColumn": "10",
        "title": "MOT501 ikke-beslutningsdyktig",
    }
    assert first.text.splitlines()[2] == "regnestykke: 17 seter → 8,5 → 9"


def test_what_is_longer_than_a_line_keeps_its_column_and_says_no_end() -> None:
    """The runner drops the columns of an annotation whose lines differ."""
    long = replace(TERM_ENDS, location=Location("data/x.yaml", 3, 5, 6, 2))
    given = obeyed(as_github(report(long), Screen()))[0].properties
    assert (given["line"], given["col"]) == ("3", "5")
    assert not {"endLine", "endColumn"} & set(given)


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.FEIL, "error"), (Severity.ADVARSEL, "warning"), (Severity.MERKNAD, "notice")]
)
def test_severities(severity: Severity, name: str) -> None:
    assert obeyed(as_github(report(replace(TERM_ENDS, severity=severity)), Screen()))[0].name == name


@pytest.mark.parametrize("path", ["data/a,b.md", "data/a:b.md", "data/100%.md", "data/%2C.md", "data/a=b.md"])
def test_a_path_survives_whatever_it_holds(path: str) -> None:
    there = replace(TERM_ENDS, location=replace(TERM_ENDS.location, path=path))
    assert obeyed(as_github(report(there), Screen()))[0].properties["file"] == path


@pytest.mark.parametrize("message", ["40 % kvinner", "%0A", "a::b", "a, b: c", "100%25"])
def test_a_message_survives_whatever_it_holds(message: str) -> None:
    printed = as_github(report(replace(TERM_ENDS, message=message)), Screen())
    assert obeyed(printed)[0].text == message
    assert printed.count("\n") == 1
