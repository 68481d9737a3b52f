"""The forms a report of findings can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ehelse_cli.report.as_github import as_github
from ehelse_cli.report.as_gitlab import as_gitlab
from ehelse_cli.report.as_json import as_json
from ehelse_cli.report.as_junit import as_junit
from ehelse_cli.report.as_markdown import as_markdown
from ehelse_cli.report.as_sarif import as_sarif
from ehelse_cli.report.as_short import as_short
from ehelse_cli.report.as_text import as_text
from ehelse_cli.report.report import Report
from ehelse_cli.report.screen import Screen

#: By the name that `--format` takes. Each tells of the same findings at the same places.
REPORTERS: Mapping[str, Callable[[Report, Screen], str]] = {
    "tekst": as_text,
    "kort": as_short,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
    "markdown": as_markdown,
}

#: Forms that a CI run is to obey: what they print is commands.
COMMANDS = frozenset({"github"})

#: Forms that people read on a screen, above a table.
READABLE = frozenset({"tekst", "kort", "markdown"})

#: Forms that hold coverage and statistics already.
WITH_TABLES = frozenset({"json"})

#: Forms that tell what is written about the rules, too.
WITH_PAGES = frozenset({"sarif"})
