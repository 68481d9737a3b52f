"""The forms a comparison of mandates can take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.samling import Samling
from ehelse_cli.report import mandatdiff_flere as flere
from ehelse_cli.report.github_kommentar import github_kommentar
from ehelse_cli.report.mandatdiff_html import som_html, som_html_ved_siden
from ehelse_cli.report.mandatdiff_json import som_json
from ehelse_cli.report.mandatdiff_markdown import som_markdown
from ehelse_cli.report.mandatdiff_tekst import som_tekst
from ehelse_cli.report.screen import Screen


class Mandatreporter(Protocol):
    """Tells of a comparison in one form."""

    def __call__(self, diff: Mandatdiff, *, width: int = 100, color: bool = False, encoding: str = "utf-8") -> str:
        """The whole report, its last line ended. Only the terminal's form heeds width, colour and encoding."""


#: By the name that `--format` takes (`ved-siden`: HTML with both texts side by side). Each tells of the same changes.
MANDATREPORTERS: Mapping[str, Mandatreporter] = {
    "tekst": som_tekst,
    "markdown": som_markdown,
    "md": som_markdown,
    "json": som_json,
    "html": som_html,
    "ved-siden": som_html_ved_siden,
}

#: The same of all that differ between two states of the files.
_FLERE: Mapping[str, Callable[[Samling, Screen], str]] = {
    "tekst": flere.som_tekst,
    "markdown": flere.som_markdown,
    "md": flere.som_markdown,
    "json": flere.som_json,
    "html": flere.som_html,
    "ved-siden": flere.som_html_ved_siden,
}


def report(samling: Samling, form: str, skjerm: Screen) -> str:
    """What was found, in the form; two mandates that were named need no word of the states they were read from."""
    if form == "github-kommentar":
        return github_kommentar(samling)
    if samling.fra or samling.til or len(samling.differ) != 1:
        return _FLERE[form](samling, skjerm)
    reporter = MANDATREPORTERS[form]
    return reporter(samling.differ[0], width=skjerm.width, color=skjerm.colours, encoding=skjerm.encoding)
