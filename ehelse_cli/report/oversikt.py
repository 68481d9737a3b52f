"""An overview in the format that is asked for. A new format is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.oversikt.oversikt import Oversikt, Tabell
from ehelse_cli.report.oversikt_csv import as_csv
from ehelse_cli.report.oversikt_json import as_json
from ehelse_cli.report.oversikt_markdown import as_markdown
from ehelse_cli.report.oversikt_tekst import as_text
from ehelse_cli.report.screen import Screen


class NoSuchTableError(EhelseError):
    """The overview has no table of that name."""

    def __init__(self, given: str, there: tuple[str, ...]) -> None:
        super().__init__(f"--tabell: det finnes ingen tabell «{given}»", f"Velg blant {', '.join(there)}.")


#: `tabell` None: all of them, or the first where the format holds only one.
FORMATS: Mapping[str, Callable[[Oversikt, Screen], str]] = MappingProxyType(
    {
        "tekst": as_text,
        "json": lambda oversikt, _: as_json(oversikt),
        "csv": lambda oversikt, _: as_csv(oversikt.tabeller[0]),
        "markdown": lambda oversikt, _: as_markdown(oversikt),
    }
)


def chosen(oversikt: Oversikt, tabell: str | None) -> tuple[Tabell, ...]:
    """All tables, or the one that is named.

    Raises:
        NoSuchTableError: if none has the name.
    """
    funnet = tuple(en for en in oversikt.tabeller if tabell in (None, en.id))
    if not funnet:
        raise NoSuchTableError(tabell or "", tuple(en.id for en in oversikt.tabeller))
    return funnet
