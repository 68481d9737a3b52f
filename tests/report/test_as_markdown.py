from __future__ import annotations

import pyromark
import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.report.as_markdown import as_markdown
from ehelse_cli.report.screen import Screen
from ehelse_cli.rules.engine import Crash
from tests.report.findings import MED410, NOT_QUORATE, TERM_ENDS, report


def test_the_summary_comes_first_and_then_the_findings_by_file(snapshot: SnapshotAssertion) -> None:
    printed = as_markdown(report(NOT_QUORATE, TERM_ENDS, TERM_ENDS), Screen())
    assert printed == snapshot
    lines = printed.splitlines()
    assert lines[0] == "## ehelse: 1 feil, 2 advarsler"
    assert lines[4:6] == ["| feil | MOT501 ikke-beslutningsdyktig | 1 |", "| advarsel | MED410 perioden-gaar-ut | 2 |"]
    assert printed.count("### data/moeter/nuit/2026-m3.md\n") == 1


def test_nothing_found_is_a_heading_and_what_was_looked_at() -> None:
    assert as_markdown(report(), Screen()) == (
        "## ehelse: ingen funn\n\n41 filer, 97 objekter, 38 regler, vurdert per 23. november 2026: ingen funn\n"
    )


def test_a_rule_that_stopped_is_told() -> None:
    printed = as_markdown(replace(report(), crashes=(Crash(MED410, "KeyError: 'x'"),)), Screen())
    assert "- **stoppet** MED410 perioden-gaar-ut: KeyError: 'x'\n" in printed


@pytest.mark.parametrize(
    "message",
    [
        "<img src=x>",
        "[klikk](https://example.org)",
        "![x](y)",
        "`kode`",
        "**fet** _skraa_",
        "a | b",
        "&lt;",
        "~~x~~",
        "#1",
    ],
)
def test_words_from_the_files_are_words_only(message: str) -> None:
    printed = as_markdown(report(replace(TERM_ENDS, message=message, help=message)), Screen())
    events = list(pyromark.events(printed.split("### ")[1], options=pyromark.Options.ENABLE_STRIKETHROUGH))
    words = "".join(event["Text"] for event in events if isinstance(event, dict) and "Text" in event)
    kinds = {next(iter(event)) if isinstance(event, dict) else event for event in events}
    assert words.count(message) == 2
    assert kinds == {"Start", "Text", "End"}
    assert not {"Link", "Image", "Emphasis", "Strikethrough"} & set(str(events).replace("'", " ").split())


def test_nobody_is_called() -> None:
    assert "@\u2060alle" in as_markdown(report(replace(TERM_ENDS, message="@alle")), Screen())
