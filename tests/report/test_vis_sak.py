from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.dataset import Dataset
from tests.report.unusual import told, unusual, words


@pytest.fixture(scope="module")
def data() -> Dataset:
    return unusual()


def test_a_case_with_everything_as_it_looks(data: Dataset, snapshot: SnapshotAssertion) -> None:
    assert told(data, "raad-2026-5") == snapshot


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("raad-2026-5", "framlegges av     Stein Ness (Nye etat)"),
        ("raad-2026-5", "behandles som     Styringsgruppe for prøven"),
        ("raad-2026-5", "gjelder mandatet  raad@2024-01-01"),
        ("raad-2026-5", "hovedprosess      portefølje"),
        ("raad-2026-5", "fase              idé"),
        ("raad-2026-5", "mandatpunkt       Oppgaver, punkt 2: Følge med.\n"),
        ("raad-2026-5", "                  finnes-ikke\n"),
        ("raad-2026-5", "tverrsektoriell   ja"),
        ("raad-2026-5", "avgjøres av sakseieren"),
        ("raad-2026-5", "1 medlemmene gir innspill"),
        ("raad-2026-5", "merknad           Papiret er borte."),
        ("raad-2026-5", "Konsekvens Beskrivelse Pris 4 mill. kroner Konsultasjon 1. desember 2026"),
        ("raad-2026-5", "Begrunnelse i raad-2026-m2 Det mangler tall."),
        ("raad-2026-5", "Det mangler tall."),
        ("raad-2026-5", "Innspill"),
        ("raad-2026-5", "Spør kommunene."),
        ("raad-2026-5", "Drift  medlemmene"),
        ("raad-2026-5", "1    Tall"),
        ("raad-2026-5", "2    unntatt offentlighet, offl. § 13"),
        ("raad-2026-5", "Meldt av KS."),
        ("raad-2026-6", "Konsekvenser for kommunene\n  ingen\n"),
    ],
)
def test_what_is_told(data: Dataset, id_: str, said: str) -> None:
    assert words(said) in words(told(data, id_))
