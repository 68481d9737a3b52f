"""Attendance as a grid: a row for each member, a column for each meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from ehelse_cli.render.figurer.svg import Bilde, element, picture, words

Oppmoete = Literal["medlem", "stedfortreder", "borte", "ukjent", "ikke_medlem"]

_ROW, _COLUMN, _NARROW, _TOP = 24, 40, 280, 30
#: How wide a letter is in a name, and in the words about the signs.
_LETTER, _SMALL = 8.4, 7.4


class Rutenett(Struct, frozen=True):
    """What the grid shows: a heading for each meeting, and for each member a name and how each meeting was met."""

    moeter: tuple[str, ...]
    rader: tuple[tuple[str, tuple[Oppmoete, ...]], ...]
    ord: tuple[tuple[Oppmoete, str], ...]
    alt: str
    tekst: str


def rutenett(vist: Rutenett) -> Bilde:
    """The grid. Full is the member, half a substitute, hollow nobody; a question mark where it is not known."""
    names = _LETTER * max((len(navn) for navn, _ in vist.rader), default=0) + 16
    width = max(names + _COLUMN * len(vist.moeter), _NARROW)
    below = _TOP + _ROW * len(vist.rader)
    legend = list(_legend(vist, below + 26, width))
    parts = [*_heads(vist, names), *_rows(vist, names), *(sign for sign, _ in legend)]
    height = max((y for _, y in legend), default=below) + 12
    return Bilde(picture(width, height, vist.alt, parts, "rutenett", natural=True), vist.alt, vist.tekst)


def _heads(vist: Rutenett, names: float) -> Iterator[str]:
    for nr, moete in enumerate(vist.moeter):
        yield words(moete, x=_x(names, nr), y=18, text_anchor="middle", font_size=14, class_="svak")


def _rows(vist: Rutenett, names: float) -> Iterator[str]:
    wide = names + _COLUMN * len(vist.moeter)
    for nr, (navn, svar) in enumerate(vist.rader):
        y = _TOP + _ROW * nr + _ROW / 2
        if nr % 2 == 0:
            yield element("rect", x=0, y=y - _ROW / 2, width=wide, height=_ROW, class_="stengt", opacity=0.45)
        yield words(navn, x=6, y=y + 5, font_size=15)
        yield from (_sign(ett, _x(names, kolonne), y) for kolonne, ett in enumerate(svar))


def _x(names: float, column: int) -> float:
    return names + _COLUMN * column + _COLUMN / 2


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


def _legend(vist: Rutenett, y: float, width: float) -> Iterator[tuple[str, float]]:
    """What each sign is, in as many lines as it takes; each with where its line is."""
    x = 12.0
    for svar, ord_ in vist.ord:
        wide = 12 + _SMALL * len(ord_)
        if x > 12 and x + wide > width:
            x, y = 12.0, y + 22
        yield _sign(svar, x, y - 5) + words(ord_, x=x + 12, y=y, font_size=14), y
        x += wide + 22
