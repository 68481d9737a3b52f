"""The forms a comparison of mandates can take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.samling import Samling
from ehelse_cli.report.screen import ANYWHERE, Screen


class Mandatreporter(Protocol):
    """Tells of a comparison in one form."""

    def __call__(self, diff: Mandatdiff, skjerm: Screen = ANYWHERE, /) -> str:
        """The whole report, its last line ended. Only the terminal's form heeds the screen."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A function of this package that is loaded when it is called: one form is asked for, and the others take time."""

    modul: str
    navn: str

    def __call__(self, *arguments: Any, **named: Any) -> str:
        return str(getattr(import_module(f"ehelse_cli.report.{self.modul}"), self.navn)(*arguments, **named))


#: By the name that `--format` takes (`ved-siden`: HTML with both texts side by side). Each tells of the same changes.
MANDATREPORTERS: Mapping[str, Mandatreporter] = {
    "tekst": _Sent("mandatdiff_tekst", "som_tekst"),
    "markdown": _Sent("mandatdiff_markdown", "som_markdown"),
    "md": _Sent("mandatdiff_markdown", "som_markdown"),
    "json": _Sent("mandatdiff_json", "som_json"),
    "html": _Sent("mandatdiff_html", "som_html"),
    "ved-siden": _Sent("mandatdiff_html", "som_html_ved_siden"),
}

#: The same of all that differ between two states of the files.
_FLERE: Mapping[str, _Sent] = {
    "tekst": _Sent("mandatdiff_flere", "som_tekst"),
    "markdown": _Sent("mandatdiff_flere", "som_markdown"),
    "md": _Sent("mandatdiff_flere", "som_markdown"),
    "json": _Sent("mandatdiff_flere", "som_json"),
    "html": _Sent("mandatdiff_flere", "som_html"),
    "ved-siden": _Sent("mandatdiff_flere", "som_html_ved_siden"),
}


def report(samling: Samling, form: str, skjerm: Screen) -> str:
    """What was found, in the form; two mandates that were named need no word of the states they were read from."""
    if form == "github-kommentar":
        return _Sent("github_kommentar", "github_kommentar")(samling)
    if samling.fra or samling.til or len(samling.differ) != 1:
        return _FLERE[form](samling, skjerm)
    return MANDATREPORTERS[form](samling.differ[0], skjerm)
