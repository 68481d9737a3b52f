from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.report.vis_moete import status
from tests.report.small import DAG
from tests.report.unusual import told, unusual, words


@pytest.fixture(scope="module")
def data() -> Dataset:
    return unusual()


@pytest.mark.parametrize("id_", ["raad-2026-m2", "raad-2026-m3", "raad-2026-m4"])
def test_unusual_meetings_as_they_look(data: Dataset, id_: str, snapshot: SnapshotAssertion) -> None:
    assert told(data, id_) == snapshot


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("raad-2026-m2", "krevd av         lederen"),
        ("raad-2026-m2", "møteleder        Ola Sandvik"),
        ("raad-2026-m2", "egne frister     innkalling 25. september 2026: Det hastet."),
        ("raad-2026-m2", "kilde            Protokollen"),
        ("raad-2026-m2", "Sak 05/26: utsatt til raad-2027-m1 (20. januar 2027)"),
        ("raad-2026-m2", "begrunnelse: Det mangler tall."),
        ("raad-2026-m2", "møteleder: Liv Ek"),
        ("raad-2026-m2", "inhabil: Ola Sandvik, fratrådte. Han eier den."),
        ("raad-2026-m2", "habil: Kari Moen"),
        ("raad-2026-m2", "merknad fra Kari Moen: Dette tar tid. (E-post)"),
        ("raad-2026-m2", "forbehold fra KS, medlemmene til punkt 1, 2"),
        ("raad-2026-m2", "innspill fra Liv Ek: Spør kommunene. Ikke tatt inn, 5. oktober 2026: De er spurt."),
        ("raad-2026-m2", "innspill, ikke oppgitt fra hvem: Vent."),
        ("raad-2026-m2", "tiltak: Si fra hjemme (medlemmene), frist ikke satt"),
        ("raad-2026-m2", "tiltak: Skaffe tall (sekretariatet), frist 1. desember 2026"),
        ("raad-2026-m2", "oppsummering: Alle ville vente."),
        ("raad-2026-m2", "Sak 06/26: sendt tilbake til Nye etat"),
        ("raad-2026-m2", "habilitet: ingen var inhabile"),
        ("raad-2026-m2", "innkalling: behandlet\n  rettelse: Sak 5 kom til."),
        ("raad-2026-m3", "status           avsluttet"),
        ("raad-2026-m3", "tid              skriftlig, mandag 2. november 2026 – fredag 13. november 2026"),
        ("raad-2026-m1", "møteleder        Kari Moen (leder)"),
        ("raad-2027-m2", "begrunnelse      Ingen saker."),
        ("raad-2026-m4", "07/26  kan ikke leses"),
        ("raad-2026-m4", "06/26  Det lille løftet"),
    ],
)
def test_what_is_told(data: Dataset, id_: str, said: str) -> None:
    assert words(said) in words(told(data, id_))


def test_a_case_nobody_can_read_is_closed(data: Dataset) -> None:
    assert "Hemmelig" not in told(data, "raad-2026-m4")


def test_a_written_treatment_goes_on_until_its_last_day(data: Dataset) -> None:
    moete = data.moeter["raad-2026-m3"]
    assert [status(moete, dag) for dag in (moete.tid.dato, moete.tid.siste_dag, DAG)] == [
        "pågår",
        "pågår",
        "avsluttet",
    ]
