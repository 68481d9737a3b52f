"""Terms as a time line: a bar for each member, and the day it is told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.render.figurer.svg import Bilde, element, picture, words

_ROW, _NAMES, _WIDTH, _TOP = 22, 220, 420, 30


@dataclass(frozen=True, slots=True)
class Periodelinje:
    """One member's term; without `til` it has no end, or none that is known."""

    navn: str
    fra: date
    til: date | None
    gaar_snart_ut: bool = False


@dataclass(frozen=True, slots=True)
class Tidslinje:
    """What the time line shows: the terms, from one year's beginning to another's end, and the day."""

    linjer: tuple[Periodelinje, ...]
    fra_aar: int
    til_aar: int
    dag: date
    alt: str
    tekst: str


def tidslinje(vist: Tidslinje) -> Bilde:
    """The time line. A term that soon ends has a line around it instead of being filled."""
    height = _TOP + _ROW * len(vist.linjer) + 10
    parts = [*_years(vist, height), *_bars(vist), _today(vist, height)]
    return Bilde(picture(_NAMES + _WIDTH + 20, height, vist.alt, parts, "tidslinje"), vist.alt, vist.tekst)


def _x(vist: Tidslinje, day: date) -> float:
    start, end = date(vist.fra_aar, 1, 1).toordinal(), date(vist.til_aar + 1, 1, 1).toordinal()
    share = (day.toordinal() - start) / (end - start)
    return _NAMES + _WIDTH * min(max(share, 0.0), 1.0)


def _years(vist: Tidslinje, height: float) -> Iterator[str]:
    for aar in range(vist.fra_aar, vist.til_aar + 1):
        x = _x(vist, date(aar, 1, 1))
        yield element("line", x1=x, y1=_TOP - 6, x2=x, y2=height - 6, class_="linje", opacity=0.6)
        middle = (x + _x(vist, date(aar, 12, 31))) / 2
        yield words(str(aar), x=middle, y=18, text_anchor="middle", font_size=13, class_="svak")


def _bars(vist: Tidslinje) -> Iterator[str]:
    for nr, linje in enumerate(vist.linjer):
        y = _TOP + _ROW * nr + _ROW / 2
        x1, x2 = _x(vist, linje.fra), _x(vist, linje.til or date(vist.til_aar, 12, 31))
        yield words(linje.navn, x=6, y=y + 5, font_size=14)
        form = {"class_": "k2 hul", "stroke_width": 2.0} if linje.gaar_snart_ut else {"class_": "f1"}
        yield element("rect", x=x1, y=y - 6, width=max(x2 - x1, 2), height=12, rx=2, **form)
        if linje.til is None:
            yield words("→", x=x2 + 3, y=y + 5, font_size=14, class_="svak")


def _today(vist: Tidslinje, height: float) -> str:
    x = _x(vist, vist.dag)
    return element(
        "line", x1=x, y1=_TOP - 8, x2=x, y2=height - 4, class_="naa", stroke_width=1.5, stroke_dasharray="4 3"
    )
