from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote

import pytest

from ehelse_cli.export.ical import _brettet, _tekst
from ehelse_cli.publish.errors import LeakError
from ehelse_cli.publish.scan import Search, search_for, searched
from ehelse_cli.publish.templates import vocabulary
from tests.public.trees import DAG, FILES
from tests.trees import load_clean

TEKST = "Det som er hemmelig, står på «linje» nummer to."
NAAL = {"det som er hemmelig står på linje nummer to": "«tittel» i data/saker/x.md"}


def _pakket(tekst: str) -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as pakke:
        pakke.writestr("word/document.xml", f"<w:p><w:t>{tekst}</w:t></w:p>")
    return ut.getvalue()


WRITTEN = {
    "as it is": TEKST.encode(),
    "in capitals": TEKST.upper().encode(),
    "word by word": TEKST.replace(" ", "\n").encode(),
    "as a page": "<p>Det som er <em>hemmelig</em>, st&aring;r på<br>«linje» nummer to.</p>".encode(),
    "escaped": json.dumps({"a": TEKST}).encode(),
    "quoted": json.dumps({"a": TEKST}, ensure_ascii=False).encode(),
    "folded": _brettet(f"DESCRIPTION:{_tekst('Noe annet som er langt nok til å bli brettet. ' + TEKST)}"),
    "as an address": quote(TEKST).encode(),
    "packed": gzip.compress(TEKST.encode()),
    "packed with others": _pakket(TEKST),
    "in a table": f'x;"{TEKST}";y'.encode(),
}


@pytest.mark.parametrize("innhold", WRITTEN.values(), ids=WRITTEN)
def test_a_text_is_found_however_it_is_written(innhold: bytes) -> None:
    (funnet,) = Search(NAAL, {}).find("side.html", innhold)
    assert (funnet.path, funnet.where) == ("side.html", "«tittel» i data/saker/x.md")


@pytest.mark.parametrize(
    "innhold",
    [b"", b"Det som er kjent", "Det som er hemmelig, står på linje".encode(), b"\x1f\x8b???", b"PK\x03\x04??"],
)
def test_what_is_not_there_is_not_found(innhold: bytes) -> None:
    assert Search(NAAL, {}).find("side.html", innhold) == ()


@pytest.mark.parametrize("innhold", [rb"prosjekt\_x er hemmelig", rb'{"a": "prosjekt\_x er\/hemmelig"}'])
def test_a_word_with_an_escaped_sign_in_it_is_that_word(innhold: bytes) -> None:
    assert Search({"prosjekt_x er hemmelig": "et felt"}, {}).find("side.md", innhold)


def test_a_name_is_searched_too_and_then_not_told() -> None:
    (funnet,) = Search(NAAL, {}).find(f"sak/1/{quote(TEKST)}.csv", b"")
    assert funnet.path == "sak/1/…"


def test_all_files_are_seen_before_it_is_said() -> None:
    filer = [("a", TEKST.encode()), ("b", b""), ("c", TEKST.encode())]
    sett = []

    def les() -> None:
        for sti, _ in searched(filer, Search(NAAL, {})):
            sett.append(sti)

    with pytest.raises(LeakError) as feil:
        les()
    assert sett == ["a", "b", "c"]
    assert "a: «tittel»" in feil.value.message
    assert "c: «tittel»" in feil.value.message
    assert "hemmelig" not in feil.value.message


def _soek(endret: Mapping[str, str] = {}, dag: date = DAG) -> Search:
    filer = {**FILES, **endret}
    return search_for(load_clean(filer), dag, lambda sti: filer[sti.removeprefix("data/")].encode(), vocabulary())


@pytest.mark.parametrize(
    "tekst",
    [
        "Utsatt til jul",
        "Tekst som venter.",
        "Tekst som ikke er sendt.",
        "en merknad til saken",
        "Ringer helst om morgenen",
        "Rådets interne merknad",
        "Oppgaver i utkastet",
        "bare nevnt i lukkede saker",
        "en merknad til punktet",
        "Ny Person",
        "lukket.csv",
    ],
)
def test_what_is_closed_is_looked_for(tekst: str) -> None:
    assert _soek().find("x", tekst.encode())


@pytest.mark.parametrize(
    "tekst", ["Prøve av deling", "Kommer senere", "Rådet støtter prøven.", "Anne Lie", "offl. § 23 tredje ledd"]
)
def test_what_is_open_is_not(tekst: str) -> None:
    assert _soek().find("x", tekst.encode()) == ()


def test_what_stands_in_something_open_as_well_is_not() -> None:
    likt = {"saker/raad/2026-03.md": "---\ntittel: Prøve av deling\noffentlig_fra: 2026-12-24\n---\n"}
    assert _soek(likt).find("x", "Prøve av deling".encode()) == ()


def test_what_the_pages_say_by_themselves_is_not() -> None:
    likt = {"saker/raad/2026-03.md": "---\ntittel: Kriterier for publisering\noffentlig_fra: 2026-12-24\n---\n"}
    assert _soek(likt).find("x", b"Kriterier for publisering") == ()


def test_two_open_texts_do_not_open_what_only_both_together_say() -> None:
    # «Prøve av deling» is the title of an open case, and the next of its texts is «hdir», who has raised it.
    likt = {"saker/raad/2026-03.md": "---\ntittel: Prøve av deling hdir\noffentlig_fra: 2026-12-24\n---\n"}
    assert _soek(likt).find("x", "Prøve av deling hdir".encode())


def test_it_is_looked_for_until_its_day() -> None:
    assert _soek(dag=date(2026, 12, 23)).find("x", b"Utsatt til jul")
    assert not _soek(dag=date(2026, 12, 24)).find("x", b"Utsatt til jul")


def test_a_closed_attachment_is_known_by_its_bytes() -> None:
    assert _soek().find("x.csv", FILES["saker/raad/2026-01/lukket.csv"].encode())
    assert not _soek().find("x.csv", FILES["saker/raad/2026-01/tall.csv"].encode())


def test_an_empty_attachment_is_nobodys() -> None:
    assert not _soek({"saker/raad/2026-01/lukket.csv": ""}).find("x.csv", b"")


def test_what_goes_out_as_well_is_not_known_by_its_bytes() -> None:
    likt = {"saker/raad/2026-01/lukket.csv": FILES["saker/raad/2026-01/tall.csv"]}
    assert not _soek(likt).find("x.csv", FILES["saker/raad/2026-01/tall.csv"].encode())


def test_a_text_that_names_a_closed_file_in_a_way_the_gate_does_not_know_is_stopped() -> None:
    sak = FILES["saker/raad/2026-01.md"].replace("lukket.csv", "hemmelig-leverandoer.csv")
    filer = {"saker/raad/2026-01.md": f"{sak}\n        [t]: 2026-01/hemmelig-leverandoer.csv\n"}
    filer["saker/raad/2026-01/hemmelig-leverandoer.csv"] = "x\n"
    assert _soek(filer).find("data/alle.json", b"[t]: 2026-01/hemmelig-leverandoer.csv")
