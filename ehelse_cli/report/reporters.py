"""The forms a report of findings can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ehelse_cli.report.as_json import as_json
from ehelse_cli.report.as_short import as_short
from ehelse_cli.report.as_text import as_text
from ehelse_cli.report.report import Report
from ehelse_cli.report.screen import Screen

#: By the name that `--format` takes. Each tells of the same findings at the same places.
REPORTERS: Mapping[str, Callable[[Report, Screen], str]] = {"tekst": as_text, "kort": as_short, "json": as_json}
