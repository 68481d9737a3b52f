"""The comparison as a page: whole without anything else, and as clear to those who hear it as to those who see it."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.diff.samling import Samling
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.report.mandatdiff import MANDATREPORTERS, report
from ehelse_cli.report.screen import Screen

FORMER = ("html", "ved-siden")
#: Elements that have no end.
_TOMME = {"meta", "!doctype"}


class _Leser(HTMLParser):
    """Follows the page: what is open, the headings, the ids, what is heard, and the text of each element kind."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self.aapne: list[str] = []
        self.sett: list[tuple[str, dict[str, str | None]]] = []
        self.tekst: dict[str, list[str]] = {}
        self.feed(side)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.sett.append((tag, dict(attrs)))
        if tag not in _TOMME:
            self.aapne.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.aapne.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.aapne):
            self.tekst.setdefault(tag, []).append(data)

    def alle(self, *tagger: str) -> list[dict[str, str | None]]:
        return [attributter for tag, attributter in self.sett if tag in tagger]


@pytest.fixture(scope="module")
def utkastet() -> Mandatdiff:
    data = load(DiskTree(Path(__file__).parents[2])).dataset
    return diff(data.mandater["nuit@2025-01-01"], data.mandater["nuit@2027-07-01-utkast"], data.virksomhetsnavn)


@pytest.fixture(scope="module", params=FORMER)
def side(request: pytest.FixtureRequest, utkastet: Mandatdiff) -> str:
    return MANDATREPORTERS[request.param](utkastet)


def test_the_page_needs_nothing_else(side: str) -> None:
    assert side.startswith('<!doctype html>\n<html lang="nb">')
    assert not re.search(r"<script|<link|<img|src=|url\(|@import|https?:", side)
    assert "prefers-color-scheme: dark" in side
    assert "@media print" in side


def test_every_element_is_closed_and_every_id_is_one(side: str) -> None:
    lest = _Leser(side)
    assert lest.aapne == []
    ider = [attributter["id"] for _, attributter in lest.sett if "id" in attributter]
    assert len(ider) == len(set(ider))
    pekt_paa = {str(en.get("aria-labelledby")) for en in lest.alle("section")} | {
        str(en["href"]).removeprefix("#") for en in lest.alle("a")
    }
    assert pekt_paa <= set(ider)


def test_headings_go_down_one_level_at_a_time(side: str) -> None:
    nivaaer = [int(tag[1]) for tag, _ in _Leser(side).sett if re.fullmatch(r"h[1-6]", tag)]
    assert nivaaer[0] == 1
    assert nivaaer.count(1) == 1
    assert all(neste <= nivaa + 1 for nivaa, neste in pairwise(nivaaer))


def test_what_came_and_went_is_heard_and_marked_not_only_coloured(side: str) -> None:
    assert len(re.findall(r'<ins><span class="skjult">', side)) >= 5
    for element, ord_ in (("ins", "satt inn: "), ("del", "strøket: ")):
        assert f'<{element}><span class="skjult">{ord_}</span>' in side
    for merke, ord_ in (("~", "Endret: "), ("&gt;|>", "Flyttet: ")):
        assert re.search(rf'aria-hidden="true">(?:{merke})</span><span class="skjult">{ord_}', side)


def test_what_has_moved_stands_once_with_its_old_place(side: str) -> None:
    assert "(flyttet fra Møter og frister)" in side
    forekomster = side.count("Helsedirektoratet er sekretariat og fører referatet.")
    assert forekomster == (1 if "<table" not in side else 2)  # side by side: once in each text


def test_the_old_text_stands_beside_the_new(utkastet: Mandatdiff) -> None:
    lest = _Leser(MANDATREPORTERS["ved-siden"](utkastet))
    assert [en.get("scope") for en in lest.alle("th")][:2] == ["col", "col"]
    assert {en["data-side"] for en in lest.alle("td")} == {"Før", "Etter"}
    assert lest.alle("caption")


def test_another_maalform_is_said(utkastet: Mandatdiff) -> None:
    data = load(DiskTree(Path(__file__).parents[1] / "kropper" / "rbu-helse-vest")).dataset
    gammel, ny = data.mandater.values()
    assert 'lang="nn"' in MANDATREPORTERS["html"](diff(gammel, ny))
    assert 'lang="nn"' not in MANDATREPORTERS["html"](utkastet)


@pytest.mark.parametrize("form", FORMER)
def test_nothing_from_a_file_is_mark_up(form: str, utkastet: Mandatdiff) -> None:

    ond = dataclasses.replace(utkastet, ny=dataclasses.replace(utkastet.ny, navn="<script>alert(1)</script>&\u202e"))
    side = MANDATREPORTERS[form](ond)
    assert "<script" not in side
    assert "&lt;script&gt;" in side
    assert "\u202e" not in side


@pytest.mark.parametrize("form", FORMER)
def test_several_on_one_page_have_headings_and_ids_of_their_own(form: str, utkastet: Mandatdiff) -> None:
    side = report(Samling((utkastet, utkastet), "main", "arbeidstreet"), form, Screen())
    test_every_element_is_closed_and_every_id_is_one(side)
    test_headings_go_down_one_level_at_a_time(side)
    assert "<h1>Mandatene i main → arbeidstreet</h1>" in side
