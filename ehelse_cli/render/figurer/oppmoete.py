"""Attendance as a grid: a row for each member, a column for each meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ehelse_cli.render.figurer.svg import Bilde, element, picture, words

Oppmoete = Literal["medlem", "stedfortreder", "borte", "ukjent", "ikke_medlem"]

_ROW, _COLUMN, _NAMES, _TOP = 22, 46, 220, 30


@dataclass(frozen=True, slots=True)
class Rutenett:
    """What the grid shows: a heading for each meeting, and for each member a name and how each meeting was met."""

    moeter: tuple[str, ...]
    rader: tuple[tuple[str, tuple[Oppmoete, ...]], ...]
    ord: tuple[tuple[Oppmoete, str], ...]
    alt: str
    tekst: str


def rutenett(vist: Rutenett) -> Bilde:
    """The grid. Full is the member, half a substitute, hollow nobody; a question mark where it is not known."""
    width = max(_NAMES + _COLUMN * len(vist.moeter) + 10, 560)
    height = _TOP + _ROW * len(vist.rader) + 40
    parts = [*_heads(vist), *_rows(vist), *_legend(vist, height - 14)]
    return Bilde(picture(width, height, vist.alt, parts, "rutenett"), vist.alt, vist.tekst)


def _heads(vist: Rutenett) -> Iterator[str]:
    for nr, moete in enumerate(vist.moeter):
        yield words(moete, x=_x(nr), y=18, text_anchor="middle", font_size=13, class_="svak")


def _rows(vist: Rutenett) -> Iterator[str]:
    for nr, (navn, svar) in enumerate(vist.rader):
        y = _TOP + _ROW * nr + _ROW / 2
        if nr % 2 == 0:
            yield element(
                "rect", x=0, y=y - _ROW / 2, width=_x(len(vist.moeter)), height=_ROW, class_="stengt", opacity=0.45
            )
        yield words(navn, x=6, y=y + 5, font_size=14)
        yield from (_sign(ett, _x(kolonne), y) for kolonne, ett in enumerate(svar))


def _x(column: int) -> float:
    return _NAMES + _COLUMN * column + _COLUMN / 2


def _sign(svar: Oppmoete, x: float, y: float) -> str:
    if svar == "medlem":
        return element("circle", cx=x, cy=y, r=7, class_="f1")
    if svar == "stedfortreder":
        half = element("path", d=f"M{x:.1f} {y - 7:.1f}a7 7 0 0 0 0 14Z", class_="f1")
        return element("circle", cx=x, cy=y, r=6.4, class_="k1 hul", stroke_width=1.4) + half
    if svar == "borte":
        return element("circle", cx=x, cy=y, r=6.4, class_="k1 hul", stroke_width=1.4)
    if svar == "ukjent":
        return words("?", x=x, y=y + 5, text_anchor="middle", font_size=15)
    return words("–", x=x, y=y + 5, text_anchor="middle", font_size=13, class_="svak")


def _legend(vist: Rutenett, y: float) -> Iterator[str]:
    x = 12.0
    for svar, ord_ in vist.ord:
        yield _sign(svar, x, y - 4) + words(ord_, x=x + 12, y=y, font_size=13)
        x += 30 + 7.2 * len(ord_)
