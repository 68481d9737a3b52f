from __future__ import annotations

import pytest

from ehelse_cli.core.dataset import Dataset
from tests.report.unusual import UNUSUAL, told, unusual, words

SAK = """
---
tittel: Det nye løftet
oppdatert: {dato: 2026-11-18, endret: nye tall}
utredning: {problem: Svarene kommer sent}
aktoerer: [{hvem: ks, rolle: kunde, avtale: Rammeavtalen}]
avhengigheter: [Innlogging, {hva: Avtale, hvem: ny, sak: raad-2026-5}]
grunnlagsdokumenter: [{dokument: Meldingen, av: ks, sider: 41-42}]
oppfoelging:
  - {av: ks, utfall: fulgt, styringssignal: {dokument: Tildelingsbrev 2027, til: [ny]}}
  - {av: ks, utfall: fulgt, styringssignal: Brevet}
---
"""
FORUM = UNUSUAL["forum/raad.yaml"].replace(
    "faste_saker:",
    """formaal: Prøving
        eier: ks
        evalueringer: [{dato: 2026-10-20, hva: [mandat, sammensetning], av: ks, anledning: ny lov, konklusjon: uendret}]
        faste_saker:""",
)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return unusual({"saker/raad/2026-08.md": SAK, "forum/raad.yaml": FORUM})


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("raad-2026-8", "oppdatert 18. november 2026 (nye tall)"),
        ("raad-2026-8", "Hva er problemet, og hva vil vi oppnå? Svarene kommer sent"),
        ("raad-2026-8", "Hvem Rolle Avtale KS kunde Rammeavtalen"),
        ("raad-2026-8", "Innlogging Avtale, Nye etat, Det lille rådet, sak 05/26"),
        ("raad-2026-8", "Meldingen, KS, side 41-42"),
        ("raad-2026-8", "Styringssignal: Tildelingsbrev 2027 til Nye etat"),
        ("raad-2026-8", "Styringssignal: Brevet"),
        ("raad", "formål Prøving"),
        ("raad", "eier KS"),
        ("raad", "20.10.2026 mandat og sammensetning KS ny lov uendret"),
    ],
)
def test_what_is_told(data: Dataset, id_: str, said: str) -> None:
    assert said in words(told(data, id_))


def test_of_a_case_that_says_none_of_it_nothing_is_told(data: Dataset) -> None:
    text = told(data, "raad-2026-5")
    assert not any(title in text for title in ("Utredning", "Roller", "avhengig", "bygger på", "oppdatert"))
