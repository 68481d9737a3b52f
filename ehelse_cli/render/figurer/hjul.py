"""The year as a wheel: a ring for each council, its meetings on their days, what is closed, what is due around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from ehelse_cli.render.figurer.svg import Bilde, element, picture, words

_SIZE = 640
_MIDDLE = _SIZE / 2
_OUTER, _MONTHS = 268, 300
_RING, _FIRST = 40, 232
_LINE = 22


@dataclass(frozen=True, slots=True)
class Ring:
    """One council: its name, and the days it meets."""

    navn: str
    dager: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Hjul:
    """What the wheel shows. `stengt` are periods, `merker` single days; `maaneder` twelve names."""

    aar: int
    ringer: tuple[Ring, ...]
    stengt: tuple[tuple[date, date], ...]
    merker: tuple[date, ...]
    maaneder: tuple[str, ...]
    stengt_ord: str
    merke_ord: str
    alt: str
    tekst: str


def hjul(vist: Hjul) -> Bilde:
    """The wheel. January is at the top, and the year goes clockwise; each council has its own shape and colour."""
    legend = list(_legend(vist))
    height = _SIZE + _LINE * len(legend) + 10
    parts = [*_closed(vist), *_frame(vist), *_rings(vist), *_marks(vist), *_middle(vist), *legend]
    return Bilde(picture(_SIZE, height, vist.alt, parts, "hjul"), vist.alt, vist.tekst)


def _angle(day: date) -> float:
    first = date(day.year, 1, 1)
    return 2 * pi * (day - first).days / (date(day.year + 1, 1, 1) - first).days


def _at(angle: float, radius: float) -> tuple[float, float]:
    return _MIDDLE + radius * sin(angle), _MIDDLE - radius * cos(angle)


def _closed(vist: Hjul) -> Iterator[str]:
    for begynner, slutter in vist.stengt:
        fra, til = max(begynner, date(vist.aar, 1, 1)), min(slutter, date(vist.aar, 12, 31))
        if fra <= til:
            yield _sector(_angle(fra), _angle(til) + 2 * pi / 365, "stengt")


def _sector(start: float, end: float, class_: str) -> str:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = (
        _at(start, _OUTER), _at(end, _OUTER), _at(end, _inner()), _at(start, _inner())
    )  # fmt: skip
    large = int(end - start > pi)
    d = (
        f"M{x1:.1f} {y1:.1f}A{_OUTER} {_OUTER} 0 {large} 1 {x2:.1f} {y2:.1f}"
        f"L{x3:.1f} {y3:.1f}A{_inner()} {_inner()} 0 {large} 0 {x4:.1f} {y4:.1f}Z"
    )
    return element("path", d=d, class_=class_)


def _inner() -> int:
    return 86


def _frame(vist: Hjul) -> Iterator[str]:
    for radius in (_OUTER, _inner()):
        yield element("circle", cx=_MIDDLE, cy=_MIDDLE, r=radius, class_="linje")
    for month, name in enumerate(vist.maaneder, 1):
        (x1, y1), (x2, y2) = (_at(_angle(date(vist.aar, month, 1)), radius) for radius in (_inner(), _OUTER))
        yield element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="linje")
        x, y = _at(_angle(date(vist.aar, month, 15)), _MONTHS)
        yield words(name, x=x, y=y + 5, text_anchor="middle", font_size=16, class_="svak")


def _rings(vist: Hjul) -> Iterator[str]:
    for nr, ring in enumerate(vist.ringer):
        radius = _FIRST - nr * _RING
        yield element("circle", cx=_MIDDLE, cy=_MIDDLE, r=radius, class_=f"k{_colour(nr)}", stroke_width=1.5)
        for dag in ring.dager:
            x, y = _at(_angle(dag), radius)
            yield _shape(nr, x, y)
            yield words(str(dag.day), x=x, y=y + 5, text_anchor="middle", font_size=14, class_="invers")


def _colour(nr: int) -> int:
    return nr % 4 + 1


def _shape(nr: int, x: float, y: float, size: float = 14) -> str:
    class_ = f"f{_colour(nr)}"
    if nr % 3 == 0:
        return element("circle", cx=x, cy=y, r=size, class_=class_)
    if nr % 3 == 1:
        side = size * 0.92
        return element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, class_=class_)
    reach = size * 1.25
    return element(
        "path", d=f"M{x:.1f} {y - reach:.1f}l{reach} {reach}l-{reach} {reach}l-{reach} -{reach}Z", class_=class_
    )


def _marks(vist: Hjul) -> Iterator[str]:
    for dag in vist.merker:
        angle = _angle(dag)
        points = (_at(angle, _OUTER + 2), _at(angle - 0.022, _OUTER + 13), _at(angle + 0.022, _OUTER + 13))
        yield element("path", d=f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in points)}Z", class_="svak")


def _middle(vist: Hjul) -> Iterator[str]:
    yield words(str(vist.aar), x=_MIDDLE, y=_MIDDLE + 14, text_anchor="middle", font_size=40, font_weight="bold")


def _legend(vist: Hjul) -> Iterator[str]:
    rows = [ring.navn for ring in vist.ringer]
    for nr, name in enumerate(rows):
        y = _SIZE + 6 + _LINE * nr
        yield _shape(nr, 22, y, 7) + words(name, x=40, y=y + 5, font_size=16)
    y = _SIZE + 6 + _LINE * len(rows)
    if vist.stengt:
        box = element("rect", x=13, y=y - 8, width=18, height=16, class_="stengt")
        yield box + words(vist.stengt_ord, x=40, y=y + 5, font_size=16)
        y += _LINE
    if vist.merker:
        mark = element("path", d=f"M22 {y + 7}l-6 -12l12 0Z", class_="svak")
        yield mark + words(vist.merke_ord, x=40, y=y + 5, font_size=16)


def alt_av(ringer: Sequence[tuple[str, str]], aar: int, form: str) -> str:
    """The wheel in words: `form` takes the year, then each council with its days."""
    said = (f"{navn}: {dager.rstrip('.')}." for navn, dager in ringer)  # «2. des.» has its full stop already
    return f"{form.format(aar)} {' '.join(said)}".strip()
