from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.finding import Finding, Hit, Related
from ehelse_cli.core.place import Location
from ehelse_cli.report.report import Report
from ehelse_cli.report.reporters import COMMANDS, READABLE, REPORTERS, WITH_PAGES
from ehelse_cli.report.safe import clean, one_line, tame
from ehelse_cli.report.screen import Screen
from ehelse_cli.rules.engine import Crash
from tests.report.findings import MED410, MOT501, NOT_QUORATE, TERM_ENDS, report
from tests.report.parsing import PARSERS, seen
from tests.report.runner import obeyed

each_form = pytest.mark.parametrize("form", REPORTERS)
_WIDE = Screen(width=1_000_000)


def _printed(form: str, told: Report, screen: Screen = _WIDE) -> str:
    """As it comes out of the program."""
    return clean(REPORTERS[form](told, screen), commands=form in COMMANDS)


def test_there_is_a_way_to_read_every_form() -> None:
    assert set(REPORTERS) == set(PARSERS)
    assert set(REPORTERS) >= COMMANDS | READABLE | WITH_PAGES


@each_form
def test_every_form_tells_of_the_same_findings_at_the_same_places(form: str) -> None:
    assert sorted(seen(form, _printed(form, report(NOT_QUORATE, TERM_ENDS), Screen()))) == [
        ("MED410", "data/moeter/nuit/2026-m3.md", 4, 15),
        ("MOT501", "data/moeter/nuit/2026-m3.md", 3, 1),
    ]


@each_form
def test_nothing_found_is_told_in_every_form(form: str) -> None:
    assert seen(form, _printed(form, report())) == []


# What data may hold of what a receiver could take for its own.
_PIECES = (
    "::error file=x::y", "::stop-commands::x", " ::set-output name=a::b", "##[error]x", "##vso[task.complete]x", "#",
    ":", "%0A::error::x", "%3A", ",", "\n", "\r", "\r\n", "\u2028", "\u0085", "\u00a0", "\x00", "\x1b[31m", "\ufffe",
    "\ud800", "]]>", "<!--", "<b>", "&amp;", '"', "\\", "|", "`", "```", "**", "[x](1)", "[x](javascript:y)", "![x](y)",
    "@x", "$x$", "- ", "### ", "{0}", "┌─ a:1:1",
)  # fmt: skip
_hostile = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), max_size=6).map("".join)
_lines = st.integers(1, 9)


@st.composite
def _findings(draw: st.DrawFn) -> Finding:
    def place() -> Location:
        line, column = draw(_lines), draw(_lines)
        path = "data/" + draw(_hostile).replace("/", "") + "x.md"
        return Location(path, line, column, line + draw(st.integers(0, 1)), column + draw(_lines))

    related = (Related(place(), draw(_hostile), draw(_hostile)),) if draw(st.booleans()) else ()
    hit = Hit("m" + draw(_hostile), place(), (), draw(_hostile), related, (draw(_hostile),), draw(_hostile))
    return Finding.of(draw(st.sampled_from([MOT501, MED410])), hit)


def _shown(code: str, path: str, line: int, column: int) -> tuple[str, str, int, int]:
    """As a reader sees it: what of a path would be seen as nothing or do something, is shown as harmless."""
    return code, tame(one_line(path)), line, column


@each_form
@given(finding=_findings(), text=_hostile)
@example(finding=replace(NOT_QUORATE, message="::error::x\n##[error]y"), text="::error::x\r\n ::a::##[b]\n" * 3)
def test_whatever_the_data_says_it_never_breaks_a_form(form: str, finding: Finding, text: str) -> None:
    places = (finding.location, *(one.location for one in finding.related))
    told = replace(report(finding, texts={one.path: text for one in places}), crashes=(Crash(MED410, text),))
    printed = _printed(form, told)
    found = [_shown(*one) for one in seen(form, printed)]
    place = finding.location
    assert found == [_shown(finding.rule.code, place.path, place.line, place.column)]
    assert len(obeyed(printed)) == (len(found) if form in COMMANDS else 0)


def test_short_is_a_line_for_each() -> None:
    assert _printed("kort", report(NOT_QUORATE, TERM_ENDS)).splitlines()[1] == (
        "data/moeter/nuit/2026-m3.md:4:15: advarsel MED410 perioden til Kari Moen går ut"
    )


def test_json_holds_everything_and_a_header(snapshot: SnapshotAssertion) -> None:
    document = _printed("json", report(NOT_QUORATE, TERM_ENDS))
    assert document == snapshot
    read = json.loads(document)
    assert read["dag"] == "2026-11-23"
    assert read["tall"] == {"filer": 41, "objekter": 97, "regler": 38, "feil": 1, "advarsel": 1, "merknad": 0}
    assert read["funn"][0]["tilknyttet"][0]["fil"] == "data/mandater/nuit/2025-01-01.md"
    assert read["funn"][0]["fingeravtrykk"] == NOT_QUORATE.fingerprint


def test_all_keys_in_json_are_ascii() -> None:
    assert all(key.isascii() for key in re.findall(r'"([^"]+)":', _printed("json", report(NOT_QUORATE))))
