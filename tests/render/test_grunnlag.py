from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from ehelse_cli.core.sak import Aktoer, Utredning
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.clean import clean_line
from ehelse_cli.render.grunnlag import grunnlag, oppdatert
from ehelse_cli.render.ord import ORD
from ehelse_cli.render.papers import paper
from tests.render.pages import Page
from tests.render.test_markdown import HOSTILE
from tests.render.trees import FILES
from tests.trees import load_clean

DAG = date(2026, 11, 23)
SAK = "saker/raad/2026-03.md"
DATA = load_clean(
    {
        **FILES,
        SAK: """
        ---
        tittel: Felles tjeneste
        sakstype: orientering
        oppdatert: [2026-11-17, {dato: 2026-11-18, endret: nye tall}]
        utredning:
          problem: Svarene kommer sent.
          anbefaling: |
            Alternativ 2.
        aktoerer:
          - {hvem: nhn, rolle: [eier, leverandoer], kostnad: 20 mill. kroner}
          - {hvem: ks, avtale: Rammeavtalen}
        avhengigheter:
          - Innlogging
          - {hva: Avtale, hvem: ks, sak: raad-2026-1}
        grunnlagsdokumenter:
          - Strategien
          - {dokument: Meldingen, av: dep, periode: 2024-01-01/.., sider: 41–42, kilde: nettsiden}
          - {dokument: Planen, periode: 2024-01-01/2025-12-31}
        ---
        """,
    }
)


def _page(maalform: Maalform = "nb") -> Page:
    return Page(paper(DATA, "saksframlegg", "raad-2026-3", dag=DAG, format="html", maalform=maalform))


def test_only_the_questions_answered_and_the_columns_used_are_there() -> None:
    deler = grunnlag(DATA, DATA.saker["raad-2026-3"], str.upper, "nb")
    assert [rad.verdi for rad in deler.utredning] == ["Svarene kommer sent.", "Alternativ 2."]
    assert deler.aktoerhode == ("Hvem", "Rolle", "Kostnad", "Avtale")
    assert deler.aktoerer == (("NHN", "eier og leverandør", "20 mill. kroner", ""), ("KS", "", "", "Rammeavtalen"))
    assert deler.avhengigheter == ("Innlogging", "Avtale, KS, RAAD, sak 1/2026")
    assert deler.dokumenter == (
        "Strategien",
        "Meldingen, DEP, gjelder 1. januar 2024 –, side 41–42, nettsiden",
        "Planen, gjelder 1. januar 2024 – 31. desember 2025",
    )


def test_the_versions_of_the_paper() -> None:
    assert oppdatert(DATA.saker["raad-2026-3"], "nn") == "17. november 2026, 18. november 2026 (nye tall)"


@pytest.mark.parametrize("maalform", get_args(Maalform))
def test_the_paper_tells_it_all(maalform: Maalform) -> None:
    ord_ = ORD[maalform]
    text = _page(maalform).text
    for heading in (ord_.utredning, ord_.aktoerer, ord_.avhengigheter, ord_.grunnlagsdokumenter, ord_.oppdatert):
        assert heading in text
    for said in ("Svarene kommer sent.", "20 mill. kroner", "Rammeavtalen", "Innlogging", "Meldingen", "nye tall"):
        assert said in text


def test_in_markdown_the_table_is_a_table() -> None:
    text = paper(DATA, "saksframlegg", "raad-2026-3", dag=DAG, format="md")
    assert "| Hvem | Rolle | Kostnad | Avtale |\n|---|---|---|---|\n| Norsk helsenett |" in text
    assert "\n- Strategien\n- Meldingen" in text


def test_a_case_without_any_of_it_has_none_of_the_headings() -> None:
    text = Page(paper(DATA, "saksframlegg", "raad-2026-1", dag=DAG, format="html")).text
    ord_ = ORD["nb"]
    assert not any(part in text for part in (ord_.utredning, ord_.aktoerer, ord_.avhengigheter, ord_.oppdatert))


@pytest.mark.parametrize("maalform", get_args(Maalform))
def test_every_word_of_the_format_has_a_word_on_paper(maalform: Maalform) -> None:
    ord_ = ORD[maalform]
    roller = get_args(get_args(Aktoer.model_fields["rolle"].annotation)[0])
    assert set(ord_.aktoer_roller) == set(roller)
    assert list(ord_.aktoer_kolonner) == list(Aktoer.model_fields)
    assert list(ord_.utredning_spoersmaal) == list(Utredning.model_fields)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_in_it_can_be_markup(hostile: str) -> None:
    sak = DATA.saker["raad-2026-3"]
    avhengigheter = tuple(en.model_copy(update={"hva": hostile}) for en in sak.avhengigheter)
    sak = sak.model_copy(update={"avhengigheter": avhengigheter})
    page = Page(paper(replace(DATA, saker={**DATA.saker, sak.id: sak}), "saksframlegg", sak.id, dag=DAG, format="html"))
    assert clean_line(hostile) in page.text
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in _page().tags]
