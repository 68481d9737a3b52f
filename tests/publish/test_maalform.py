"""A page about a document in nynorsk speaks nynorsk, and says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ehelse_cli.publish.maalform import NYNORSK, paa
from ehelse_cli.publish.papirer import _TITLER
from ehelse_cli.publish.raadsregister import STATUSER
from ehelse_cli.render.page import Element, read_page
from tests.publish.test_as_markdown import _files, _html

ROOT = Path(__file__).parents[2]
_SAID = re.compile(r"""\bt\('([^']+)'""")
#: Said through a variable: what became of advice, and the papers.
_THROUGH = {navn for navn, _ in STATUSER.values()} | set(_TITLER.values())


def _source() -> str:
    folders = ROOT / "templates/nettsted", ROOT / "ehelse_cli/publish"
    return "\n".join(
        fil.read_text(encoding="utf-8")
        for folder in folders
        for fil in folder.rglob("*")
        if fil.suffix in (".j2", ".py") and fil.name != "maalform.py"
    )


def test_everything_that_is_said_has_words_in_nynorsk_and_nothing_has_that_is_not_said() -> None:
    kilde = _source()
    sagt = set(_SAID.findall(kilde)) | _THROUGH
    assert sagt - NYNORSK.keys() == set()
    ubrukt = {ord_ for ord_ in NYNORSK.keys() - sagt if f"'{ord_}'" not in kilde and f'"{ord_}"' not in kilde}
    assert ubrukt == set()


@pytest.mark.parametrize("ordene", NYNORSK)
def test_what_is_put_in_is_put_in_in_both(ordene: str) -> None:
    assert NYNORSK[ordene].count("{}") == ordene.count("{}")
    assert ordene[0].isupper() == NYNORSK[ordene][0].isupper()


def test_words_without_nynorsk_are_refused_in_bokmaal_too() -> None:
    with pytest.raises(KeyError):
        paa("nb")("Noe ingen har oversatt")
    assert paa("nn")("frist {}", "1. mai") == "frist 1. mai"
    assert paa("nb")("Sakens gang") == "Sakens gang"
    assert paa("nn")("Sakens gang") == "Gangen i saka"


def _main(path: str) -> Element:
    return read_page(_html()[path]).first("main")


def _headings(path: str) -> set[str]:
    return {" ".join(en.text.split()) for en in _main(path).all("h2")}


def test_a_case_in_nynorsk_is_told_in_nynorsk() -> None:
    side = "sak/nehr-2026-6/index.html"
    assert _main(side).attributes["lang"] == "nn"
    assert {"Kva det vart til", "Framlegg til vedtak", "Konsekvensar for kommunane", "Gangen i saka"} <= _headings(side)
    assert "svara: følgt, delvis følgt, ikkje følgt" in _html()[side].casefold()
    assert not {"Hva det ble til", "Sakens gang"} & _headings(side)
    assert _files()["sak/nehr-2026-6/index.md"].decode().split("\n")[2] == "lang: nn"


def test_a_meeting_in_nynorsk_is_told_in_nynorsk() -> None:
    side = "moete/nufa-2026-m2/index.html"
    assert _main(side).attributes["lang"] == "nn"
    assert "onsdag 15." in _html()[side]
    assert "Saker og vedtak" in _headings(side)
    assert "Frammøte" in {en.text for en in _main(side).all("h3")}


def test_a_page_in_bokmaal_marks_what_is_in_nynorsk() -> None:
    side = "moete/nehr-2026-m2/index.html"
    assert "lang" not in _main(side).attributes
    merket = {en.text for en in (*_main(side).all("h3"), *_main(side).all("h4")) if en.attributes.get("lang") == "nn"}
    assert merket == {"Samanhengande digital heimeoppfølging\N{NO-BREAK SPACE}– råd om felles rammer"}
    assert {"nn"} == {
        en.attributes.get("lang")
        for en in _main(side).all("ol")
        if "éin eigenbehandlingsplan" in en.text and "punkter" in en.classes
    }


def test_pages_about_more_than_one_document_are_in_bokmaal() -> None:
    for side in ("index.html", "raad/index.html", "sak/index.html", "moete/index.html", "aarshjul/2026/index.html"):
        assert "lang" not in _main(side).attributes
        assert read_page(_html()[side]).first("html").attributes["lang"] == "nb"
