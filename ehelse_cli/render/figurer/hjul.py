"""The year as a wheel: a ring for each council, its meetings on their days, what is closed, what is due around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from math import cos, pi, sin

from msgspec import Struct

from ehelse_cli.render.figurer.svg import Bilde, element, picture, words

#: Measures of a wheel that can be read on a phone, where it is shown at half its size.
_SIZE = 640
_MIDDLE = _SIZE / 2
_OUTER, _INNER, _MONTHS = 280, 82, 304
_BAND, _FIRST, _RING = 254, 222, 48
_SMALL, _LARGE = 22, 24
_LINE = 32
_DAY = timedelta(days=1)

Periode = tuple[date, date]


class Ring(Struct, frozen=True):
    """One council: its name, and the days it meets."""

    navn: str
    dager: tuple[date, ...]


class Hjul(Struct, frozen=True):
    """What the wheel shows. `stengt` and `baand` are periods, `merker` single days; `maaneder` twelve names.

    A band is a process that goes on, or a preparatory meeting of one day: it stops where the year is closed.
    """

    aar: int
    ringer: tuple[Ring, ...]
    stengt: tuple[Periode, ...]
    baand: tuple[Periode, ...]
    merker: tuple[date, ...]
    maaneder: tuple[str, ...]
    stengt_ord: str
    baand_ord: str
    merke_ord: str
    alt: str
    tekst: str


def hjul(vist: Hjul) -> Bilde:
    """The wheel. January is at the top, and the year goes clockwise; each council has its own shape and colour."""
    legend = list(_legend(vist))
    height = _SIZE + _LINE * len(legend) + 10
    parts = [*_closed(vist), *_frame(vist), *_bands(vist), *_rings(vist), *_marks(vist), *_middle(vist), *legend]
    return Bilde(picture(_SIZE, height, vist.alt, parts, "hjul"), vist.alt, vist.tekst)


def _angle(day: date) -> float:
    first = date(day.year, 1, 1)
    return 2 * pi * (day - first).days / (date(day.year + 1, 1, 1) - first).days


def _at(angle: float, radius: float) -> tuple[float, float]:
    return _MIDDLE + radius * sin(angle), _MIDDLE - radius * cos(angle)


def _closed(vist: Hjul) -> Iterator[str]:
    for fra, til in _within(vist.aar, vist.stengt):
        yield _sector(fra, til, _OUTER, _INNER, "stengt")


def _within(aar: int, perioder: Sequence[Periode]) -> Iterator[Periode]:
    """The periods as far as they are in the year."""
    for begynner, slutter in perioder:
        fra, til = max(begynner, date(aar, 1, 1)), min(slutter, date(aar, 12, 31))
        if fra <= til:
            yield fra, til


def _bands(vist: Hjul) -> Iterator[str]:
    for fra, til in _within(vist.aar, vist.baand):
        for del_fra, del_til in _open(fra, til, vist.stengt):
            yield _sector(del_fra, del_til, _BAND + 4, _BAND - 4, "f4")


def _open(fra: date, til: date, stengt: Sequence[Periode]) -> Iterator[Periode]:
    """The parts of a period when nothing is closed."""
    for begynner, slutter in sorted(stengt):
        if fra <= slutter and begynner <= til:
            if fra < begynner:
                yield fra, begynner - _DAY
            fra = max(fra, slutter + _DAY)
    if fra <= til:
        yield fra, til


def _sector(fra: date, til: date, outer: float, inner: float, class_: str) -> str:
    """From the first day to the end of the last, at least so wide that it is seen."""
    start, end = _angle(fra), _angle(til) + 2 * pi / 365
    middle, half = (start + end) / 2, max((end - start) / 2, 4 / outer)
    start, end = middle - half, middle + half
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = (_at(start, outer), _at(end, outer), _at(end, inner), _at(start, inner))
    large = int(end - start > pi)
    d = (
        f"M{x1:.1f} {y1:.1f}A{outer} {outer} 0 {large} 1 {x2:.1f} {y2:.1f}"
        f"L{x3:.1f} {y3:.1f}A{inner} {inner} 0 {large} 0 {x4:.1f} {y4:.1f}Z"
    )
    return element("path", d=d, class_=class_)


def _frame(vist: Hjul) -> Iterator[str]:
    for radius in (_OUTER, _INNER):
        yield element("circle", cx=_MIDDLE, cy=_MIDDLE, r=radius, class_="linje")
    for month, name in enumerate(vist.maaneder, 1):
        (x1, y1), (x2, y2) = (_at(_angle(date(vist.aar, month, 1)), radius) for radius in (_INNER, _OUTER))
        yield element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="linje")
        x, y = _at(_angle(date(vist.aar, month, 15)), _MONTHS)
        yield words(name, x=x, y=y + 7, text_anchor="middle", font_size=_SMALL, class_="svak")


def _rings(vist: Hjul) -> Iterator[str]:
    gap = min(_RING, (_FIRST - _INNER - 20) / max(len(vist.ringer) - 1, 1))
    for nr, ring in enumerate(vist.ringer):
        radius = _FIRST - nr * gap
        yield element("circle", cx=_MIDDLE, cy=_MIDDLE, r=radius, class_=f"k{_colour(nr)}", stroke_width=2)
        for dag in ring.dager:
            x, y = _at(_angle(dag), radius)
            yield _shape(nr, x, y, min(17, gap * 0.4))
            yield words(str(dag.day), x=x, y=y + 7, text_anchor="middle", font_size=20, class_="invers")


def _colour(nr: int) -> int:
    """Of the four colours the last is the bands'."""
    return nr % 3 + 1


def _shape(nr: int, x: float, y: float, size: float) -> str:
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
    """Just inside the edge, pointing out at the day: outside it the months have their names."""
    for dag in vist.merker:
        angle = _angle(dag)
        points = (_at(angle, _OUTER - 3), _at(angle - 0.032, _OUTER - 18), _at(angle + 0.032, _OUTER - 18))
        yield element("path", d=f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in points)}Z", class_="svak")


def _middle(vist: Hjul) -> Iterator[str]:
    yield words(str(vist.aar), x=_MIDDLE, y=_MIDDLE + 14, text_anchor="middle", font_size=40, font_weight="bold")


def _legend(vist: Hjul) -> Iterator[str]:
    """What each sign is, line by line; the year's own signs last."""
    year = [
        (_band_sign, vist.baand_ord, bool(vist.baand)),
        (_mark_sign, vist.merke_ord, bool(vist.merker)),
        (_closed_sign, vist.stengt_ord, bool(vist.stengt)),
    ]
    rows = [(partial(_ring_sign, nr), ring.navn) for nr, ring in enumerate(vist.ringer)]
    rows += [(partial(sign), word) for sign, word, shown in year if shown]
    for nr, (sign, word) in enumerate(rows):
        y = _SIZE + 8 + _LINE * nr
        yield sign(y) + words(word, x=48, y=y + 7, font_size=_LARGE)


def _ring_sign(nr: int, y: float) -> str:
    return _shape(nr, 24, y, 10)


def _band_sign(y: float) -> str:
    return element("rect", x=12, y=y - 4, width=24, height=8, class_="f4")


def _mark_sign(y: float) -> str:
    return element("path", d=f"M24 {y - 8}l8 16l-16 0Z", class_="svak")


def _closed_sign(y: float) -> str:
    return element("rect", x=12, y=y - 9, width=24, height=18, class_="stengt")


def alt_av(ringer: Sequence[tuple[str, str]], aar: int, form: str) -> str:
    """The wheel in words: `form` takes the year, then each council with its days."""
    said = (f"{navn}: {dager.rstrip('.')}." for navn, dager in ringer)  # «2. des.» has its full stop already
    return f"{form.format(aar)} {' '.join(said)}".strip()
