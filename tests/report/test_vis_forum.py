from __future__ import annotations

import pytest

from ehelse_cli.core.dataset import Dataset
from tests.report.unusual import told, unusual, words


@pytest.fixture(scope="module")
def data() -> Dataset:
    return unusual()


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("raad", "kilde          Rådets nettside"),
        ("raad", "merknad        Rådet er lite."),
        ("raad", "mandat         raad@2024-01-01, gjelder fra 1. januar 2024"),
        ("raad", "Ola Sandvik, i permisjon til 31.12.2026"),
        ("raad", "Kommunesiden (3)"),
        ("gammelt", "gammelt@2020-12-31, kjent per 31. desember 2020"),
        ("gammelt@2020-12-31", "kilde Et brev"),
        ("gammelt@2020-12-31", "habilitet regelverk loven skal inhabil (lov)"),
        ("gammelt@2020-12-31", "vedtar mandat for Rådet skal"),
        ("gammelt@2020-12-31", "frister ukjent Teksten"),
        ("raad@2024-01-01", "seter 4 skal Medlemmer"),
        ("raad@2024-01-01", "hyppighet › jevnt › unntatt   juli"),
    ],
)
def test_what_is_told(data: Dataset, id_: str, said: str) -> None:
    assert words(said) in words(told(data, id_))
