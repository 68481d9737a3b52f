"""The pictures: well-formed SVG that says itself in words, the same each time, with no word that could be a tag."""

from __future__ import annotations

import re
from datetime import date
from math import atan2, pi
from xml.etree import ElementTree as ET

import pytest

from ehelse_cli.render.figurer import Bilde, for_print
from ehelse_cli.render.figurer.hjul import Hjul, Ring, hjul
from ehelse_cli.render.figurer.oppmoete import Rutenett, rutenett
from ehelse_cli.render.figurer.perioder import Periodelinje, Tidslinje, tidslinje
from ehelse_cli.render.templates import stil

HOSTILE = '<script>"&\x1b\u202e'


def _hjul(navn: str = "NUIT", **changed: object) -> Bilde:
    given = {
        "aar": 2028,
        "ringer": (Ring(navn, (date(2028, 1, 1), date(2028, 12, 31))), Ring("B", (date(2028, 7, 1),)), Ring("C", ())),
        "stengt": ((date(2028, 7, 1), date(2028, 8, 14)), (date(2028, 12, 21), date(2029, 1, 2))),
        "baand": ((date(2028, 3, 7), date(2028, 3, 7)), (date(2028, 6, 15), date(2029, 1, 10))),
        "merker": (date(2028, 10, 1),),
        "maaneder": ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"),
        "stengt_ord": "stengt",
        "baand_ord": "formøter",
        "merke_ord": "frist",
        "alt": navn,
        "tekst": "t",
    }
    return hjul(Hjul(**{**given, **changed}))  # type: ignore[arg-type]


def _rutenett(navn: str = "Anne") -> Bilde:
    ord_ = (("medlem", "møtte"), ("stedfortreder", "vara"), ("borte", "forfall"), ("ukjent", "?"), ("ikke_medlem", "–"))
    rad = ("medlem", "stedfortreder", "borte", "ukjent", "ikke_medlem")
    return rutenett(Rutenett(("1. jan", "2. feb", "a", "b", "c"), ((navn, rad), ("Bo", rad)), ord_, navn, "t"))  # type: ignore[arg-type]


def _tidslinje(navn: str = "Anne") -> Bilde:
    linjer = (
        Periodelinje(navn, date(1950, 1, 1), None),
        Periodelinje("Bo", date(2026, 1, 1), date(2027, 12, 31), gaar_snart_ut=True),
    )
    return tidslinje(Tidslinje(linjer, 2024, 2028, date(2026, 11, 23), navn, "t"))


ALL = (_hjul, _rutenett, _tidslinje)


def _parsed(bilde: Bilde) -> ET.Element:
    return ET.fromstring(str(bilde.svg))


@pytest.mark.parametrize("make", ALL)
def test_a_picture_is_one_image_that_says_itself_in_words(make: object) -> None:
    assert callable(make)
    root = _parsed(make(HOSTILE))
    assert (root.get("role"), root.get("aria-label")) == ("img", '<script>"&')
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "svg",
        "circle",
        "line",
        "path",
        "rect",
        "text",
    }
    assert '<script>"&' in [element.text for element in root.iter() if element.tag.endswith("text")]


@pytest.mark.parametrize("make", ALL)
def test_it_is_the_same_each_time_and_stays_inside(make: object) -> None:
    assert callable(make)
    assert make() == make()
    root = _parsed(make())
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    for text in (element for element in root.iter() if element.tag.endswith("text")):
        assert 0 <= float(text.get("x", "0")) <= width
        assert 0 <= float(text.get("y", "0")) <= height


@pytest.mark.parametrize("make", ALL)
def test_every_class_has_a_colour_on_the_screen_and_on_paper(make: object) -> None:
    assert callable(make)
    svg = make().svg
    used = {name for element in _parsed(make()).iter() for name in (element.get("class") or "").split()}
    for name in used - {"bilde", "hjul", "rutenett", "tidslinje"}:
        assert f".bilde .{name}" in stil().tekst.replace("text.", ".")
        assert f".bilde .{name}" in for_print(svg).replace("text.", ".")


def test_january_is_at_the_top_and_the_year_goes_clockwise() -> None:
    wheel = _hjul(ringer=(Ring("A", (date(2028, 1, 1), date(2028, 4, 1), date(2028, 7, 1))),))
    places = [
        (float(one.get("cx", "0")), float(one.get("cy", "0")))
        for one in _parsed(wheel).iter()
        if one.get("class") == "f1" and one.get("r") == "17"
    ]
    (top_x, top_y), (right_x, _), (_, bottom_y) = places
    assert top_x == pytest.approx(320)
    assert right_x > 500
    assert bottom_y > 500 > top_y


def test_without_anything_to_show_there_is_still_a_year() -> None:
    texts = [one.text for one in _parsed(_hjul(ringer=(), stengt=(), baand=(), merker=())).iter() if one.text]
    assert "2028" in texts
    assert "stengt" not in texts


def _angles(path: str) -> tuple[float, float]:
    """Where a sector begins and ends, in days of the year, by the two points of its outer edge."""
    x1, y1, x2, y2 = map(float, re.match(r"M(\S+) ([\d.]+)A\S+ \S+ 0 \d 1 (\S+) ([\d.]+)L", path).groups())  # type: ignore[union-attr]
    return tuple((atan2(x - 320, 320 - y) % (2 * pi)) / (2 * pi) * 366 for x, y in ((x1, y1), (x2, y2)))  # type: ignore[return-value]


def test_a_process_stops_where_the_year_is_closed_and_where_it_ends() -> None:
    """From 15 June, closed 1 July to 14 August and from 21 December: 15–30 June, 15 August–20 December."""
    bands = [one.get("d", "") for one in _parsed(_hjul()).iter() if one.get("class") == "f4" and one.get("d")]
    days = [tuple(map(round, _angles(path))) for path in bands]
    year = date(2028, 1, 1).toordinal()
    asked = [(date(2028, 6, 15), date(2028, 7, 1)), (date(2028, 8, 15), date(2028, 12, 21))]
    assert days[1:] == [tuple(day.toordinal() - year for day in pair) for pair in asked]
    assert days[0][0] <= date(2028, 3, 7).toordinal() - year <= days[0][1]


def test_signs_of_the_grid_take_the_lines_they_need() -> None:
    root = _parsed(_rutenett("Anne"))
    places = [float(one.get("y", "0")) for one in root.iter() if one.text in ("møtte", "vara", "forfall", "–")]
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    assert (root.get("width"), root.get("height")) == (f"{width:g}", f"{height:g}")
    assert max(places) < height
