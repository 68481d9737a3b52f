"""The forms a comparison of two mandates can take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.report.mandatdiff_json import som_json
from ehelse_cli.report.mandatdiff_markdown import som_markdown
from ehelse_cli.report.mandatdiff_tekst import som_tekst


class Mandatreporter(Protocol):
    """Tells of a comparison in one form."""

    def __call__(self, diff: Mandatdiff, *, width: int = 100, color: bool = False, encoding: str = "utf-8") -> str:
        """The whole report, its last line ended. Only the terminal's form heeds width, colour and encoding."""


#: By the name that `--format` takes. Each tells of the same changes.
MANDATREPORTERS: Mapping[str, Mandatreporter] = {"tekst": som_tekst, "markdown": som_markdown, "json": som_json}
