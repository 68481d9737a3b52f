"""What the second key takes for closed, text by text, until the day it is for everybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ehelse_cli.publish.lukket import aapne_vedlegg, tekster
from tests.public.trees import FILES
from tests.trees import load_clean

DATA = load_clean(FILES)

#: Each text, and the first day on which it is for everybody.
AAPNET = {
    "Jul": date(2025, 12, 1),  # the year is published
    "Deling prøves i to kommuner.": date(2026, 8, 21),  # the papers are out
    "Tall": date(2026, 8, 21),
    "Alle var enige.": date(2026, 9, 20),  # the minutes are out
    "Kari Gjest": date(2026, 9, 20),
    "Kommer senere": date(2026, 11, 16),  # the meeting is called: then the title, but not the paper
    "Tekst som ikke er sendt.": date(2026, 11, 25),
    "Utsatt til jul": date(2026, 12, 24),  # deferred
    "Tekst som venter.": date(2026, 12, 24),
    "Planen": date(2026, 12, 24),
    "Ny Person": date(2027, 1, 1),  # the term begins
}
ALDRI = (
    "Rådets interne merknad",
    "en merknad til punktet",
    "et internt brev",
    "https://moete.example.org/hemmelig-rom",
    "Anslaget",
    "Andre tall",
    "Venter på nummer",
    "## Oppgaver i utkastet",
    "Upublisert",
)


def _delt(dag: date) -> tuple[set[str], set[str]]:
    """What is closed on the day, and what is open."""
    alle = tekster(DATA, dag)
    return {ett.verdi.strip() for ett in alle.lukkede}, {verdi.strip() for verdi in alle.aapne}


@pytest.mark.parametrize(("tekst", "dag"), AAPNET.items())
def test_a_text_is_closed_until_its_day(tekst: str, dag: date) -> None:
    lukket, aapent = _delt(dag - timedelta(days=1))
    assert (tekst in lukket, tekst in aapent) == (True, False)
    lukket, aapent = _delt(dag)
    assert (tekst in lukket, tekst in aapent) == (False, True)


@pytest.mark.parametrize("tekst", ALDRI)
@pytest.mark.parametrize("dag", [date(2026, 1, 1), date(2026, 11, 23), date(2040, 1, 1)])
def test_some_are_closed_for_ever(tekst: str, dag: date) -> None:
    lukket, aapent = _delt(dag)
    assert (tekst in lukket, tekst in aapent) == (True, False)


def test_it_is_told_where_a_closed_text_stands_and_not_what_it_says() -> None:
    hvor = {ett.hvor for ett in tekster(DATA, date(2026, 11, 23)).lukkede if ett.verdi.strip() == "Tekst som venter."}
    assert hvor == {"teksten i data/saker/raad/2026-03.md"}


@pytest.mark.parametrize(("dag", "ute"), [(date(2026, 8, 20), set()), (date(2026, 8, 21), {"tall.csv"})])
def test_an_attachment_goes_out_with_the_paper_if_it_is_to_be_published(dag: date, ute: set[str]) -> None:
    assert {sti.rpartition("/")[2] for sti in aapne_vedlegg(DATA, dag)} == ute


def test_a_file_that_two_lines_name_goes_out_if_both_say_so() -> None:
    sak = FILES["saker/raad/2026-01.md"].replace("Andre tall, fil: lukket.csv", "Igjen, fil: tall.csv")
    assert aapne_vedlegg(load_clean({**FILES, "saker/raad/2026-01.md": sak}), date(2026, 11, 23)) == set()


def test_of_a_draft_the_title_of_an_open_case_is_not_closed_with_its_number() -> None:
    utkast = FILES["moeter/raad/2026-m2.md"].rstrip() + "\n        ## Sak 5/2026: Til møtet\n\n        Hemmelig.\n"
    alle = tekster(load_clean({**FILES, "moeter/raad/2026-m2.md": utkast}), date(2026, 11, 23))
    assert {": Til møtet", "Hemmelig."} <= {ett.verdi.strip() for ett in alle.lukkede}


def test_a_word_of_the_format_is_nobodys_text() -> None:
    sak = "---\ntittel: Hemmelig\nvidere_saksprosess: avsluttes_her\nfase: gjennomfoering\n---\n"
    utkast = FILES["mandater/raad/2028-01-01-utkast.md"].replace(
        "gjelder_fra:",
        "frister: [{id: x, hva: innkalling, frist: 1 uke foer moetet, for: ekstraordinaert}]\n        gjelder_fra:",
    )
    filer = {**FILES, "saker/raad/2026-04.md": sak, "mandater/raad/2028-01-01-utkast.md": utkast}
    lukket = {ett.verdi for ett in tekster(load_clean(filer), date(2026, 9, 1)).lukkede}
    assert {"Hemmelig", "1 uke foer moetet"} <= lukket
    assert not {"avsluttes_her", "gjennomfoering", "ekstraordinaert"} & lukket
