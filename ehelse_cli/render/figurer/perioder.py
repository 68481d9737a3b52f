"""Terms as a time line: a bar for each member, and the day it is told of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.render.figurer.svg import Bilde, element, picture, words

_ROW, _YEAR, _MOST, _TOP = 24, 60, 480, 30
#: How wide a letter of a name is, and what stands after the last year.
_LETTER, _END = 8.4, 18


class Periodelinje(Struct, frozen=True):
    """One member's term; without `til` it has no end, or none that is known."""

    navn: str
    fra: date
    til: date | None
    gaar_snart_ut: bool = False


class Tidslinje(Struct, frozen=True):
    """What the time line shows: the terms, from one year's beginning to another's end, and the day.

    `per_aar` is how wide a year is: narrower where a phone shows it, so that the names can be read.
    """

    linjer: tuple[Periodelinje, ...]
    fra_aar: int
    til_aar: int
    dag: date
    alt: str
    tekst: str
    per_aar: int = _YEAR


def tidslinje(vist: Tidslinje) -> Bilde:
    """The time line. A term that soon ends has a line around it instead of being filled."""
    height = _TOP + _ROW * len(vist.linjer) + 10
    parts = [*_years(vist, height), *_bars(vist), _today(vist, height)]
    width = _names(vist) + _wide(vist) + _END
    return Bilde(picture(width, height, vist.alt, parts, "tidslinje", natural=True), vist.alt, vist.tekst)


def _names(vist: Tidslinje) -> float:
    return _LETTER * max((len(linje.navn) for linje in vist.linjer), default=0) + 16


def _wide(vist: Tidslinje) -> float:
    return min(vist.per_aar * (vist.til_aar + 1 - vist.fra_aar), _MOST)


def _x(vist: Tidslinje, day: date) -> float:
    start, end = date(vist.fra_aar, 1, 1).toordinal(), date(vist.til_aar + 1, 1, 1).toordinal()
    share = (day.toordinal() - start) / (end - start)
    return _names(vist) + _wide(vist) * min(max(share, 0.0), 1.0)


def _years(vist: Tidslinje, height: float) -> Iterator[str]:
    for aar in range(vist.fra_aar, vist.til_aar + 1):
        x = _x(vist, date(aar, 1, 1))
        yield element("line", x1=x, y1=_TOP - 6, x2=x, y2=height - 6, class_="linje", opacity=0.6)
        middle = (x + _x(vist, date(aar, 12, 31))) / 2
        yield words(str(aar), x=middle, y=18, text_anchor="middle", font_size=14, class_="svak")


def _bars(vist: Tidslinje) -> Iterator[str]:
    for nr, linje in enumerate(vist.linjer):
        y = _TOP + _ROW * nr + _ROW / 2
        x1, x2 = _x(vist, linje.fra), _x(vist, linje.til or date(vist.til_aar, 12, 31))
        yield words(linje.navn, x=6, y=y + 5, font_size=15)
        form = {"class_": "k2 hul", "stroke_width": 2.0} if linje.gaar_snart_ut else {"class_": "f1"}
        yield element("rect", x=x1, y=y - 6, width=max(x2 - x1, 2), height=12, rx=2, **form)
        if linje.til is None:
            yield words("→", x=x2 + 3, y=y + 5, font_size=14, class_="svak")


def _today(vist: Tidslinje, height: float) -> str:
    x = _x(vist, vist.dag)
    return element(
        "line", x1=x, y1=_TOP - 8, x2=x, y2=height - 4, class_="naa", stroke_width=1.5, stroke_dasharray="4 3"
    )
