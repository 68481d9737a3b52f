"""A table as CSV that Norwegian Excel opens right: semicolons, CRLF, a byte order mark; and no cell is a formula.

A share is two columns, so that nothing is rounded: the number, and of how many (`_av`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ehelse_cli.oversikt.oversikt import Andel, Tabell, Verdi
from ehelse_cli.report.oversikt_celle import for_maskin

_BOM = "\ufeff"
#: What a spreadsheet takes for the start of a formula (OWASP, CSV injection).
_FORMEL = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(tabell: Tabell) -> str:
    """All columns, also those that people are not shown."""
    andeler = {nr for nr in range(len(tabell.hoder)) if any(isinstance(rad[nr], Andel) for rad in tabell.rader)}
    return csv_text([_hodet(tabell, andeler), *(list(_raden(rad, andeler)) for rad in tabell.rader)])


def csv_text(rows: Iterable[Iterable[str | int | None]]) -> str:
    """The rows as such a file, the headings first."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_trygg(verdi) for verdi in rad] for rad in rows])
    return _BOM + target.getvalue()


def _hodet(tabell: Tabell, andeler: set[int]) -> list[str]:
    return [
        name
        for nr, hode in enumerate(tabell.hoder)
        for name in ((hode.noekkel, f"{hode.noekkel}_av") if nr in andeler else (hode.noekkel,))
    ]


def _raden(rad: tuple[Verdi, ...], andeler: set[int]) -> Iterator[str | int | None]:
    for nr, verdi in enumerate(rad):
        if isinstance(verdi, Andel):
            yield from (verdi.antall, verdi.av)
        else:
            yield for_maskin(verdi)
            yield from (None,) if nr in andeler else ()


def _trygg(verdi: str | int | None) -> str | int | None:
    """Text that a spreadsheet shows as text."""
    return f"'{verdi}" if isinstance(verdi, str) and verdi.startswith(_FORMEL) else verdi
