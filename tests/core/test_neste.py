"""The next free number, and where a new case stands."""

from __future__ import annotations

import pytest

from ehelse_cli.core.neste import neste_moetenummer, neste_saksnummer, plass_paa_sakslisten
from tests.trees import load_clean, load_tree

FORUM = {
    "forum/raad.yaml": "navn: Rådet\nsaksnummer: N/AAAA\n",
    "forum/raad-2.yaml": "navn: Rådet 2\nsaksnummer: N/AAAA\n",
}
TOM = "---\ntittel: A\n---\n"
MOETET = "---\ntid: %s\nsaksliste: [%s]\n---\n"


@pytest.mark.parametrize(
    ("andre", "nummer"),
    [
        ({}, 1),
        ({"saker/raad/2026-01.md": TOM}, 2),
        ({"saker/raad/2026-09.md": TOM, "saker/raad/2026-10.md": TOM}, 11),
        ({"saker/raad/2025-07.md": TOM}, 1),
        ({"saker/raad-2/2026-07.md": TOM}, 1),
        ({"saker/raad/koe/2026-ny.md": TOM}, 1),
        ({"saker/raad/2026-03.md": "---\ntittel: [\n---\n"}, 4),
        ({"moeter/raad/2026-m1.md": MOETET % ("2026-03-01", "{sak: 4/2026, tittel: A}, {tittel: B}")}, 5),
        ({"moeter/raad/2026-m1.md": MOETET % ("2026-03-01", "{sak: 4/2025, tittel: A}")}, 1),
        ({"moeter/raad/2026-m1.md": MOETET % ("2026-03-01", "{sak: fire, tittel: A}")}, 1),
        ({"skjermet/saker/raad/2026-06.md": TOM}, 7),
        ({"skjermet/saker/raad/2025-06.md": TOM}, 1),
        ({"skjermet/saker/raad-2/2026-06.md": TOM}, 1),
    ],
)
def test_the_next_case(andre: dict[str, str], nummer: int) -> None:
    assert neste_saksnummer(load_tree(FORUM | andre).dataset, "raad", 2026) == nummer


@pytest.mark.parametrize(
    ("andre", "nummer"),
    [
        ({}, 1),
        ({"moeter/raad/2026-m3.md": MOETET % ("2026-03-01", "")}, 4),
        ({"moeter/raad/2026-m9.md": MOETET % ("2026-03-01", ""), "moeter/raad/2026-m10.md": "---\ntid: [\n---\n"}, 11),
        ({"moeter/raad/2025-m3.md": MOETET % ("2025-03-01", "")}, 1),
        ({"moeter/raad-2/2026-m3.md": MOETET % ("2026-03-01", "")}, 1),
        ({"moeter/raad/2026-03-01.md": MOETET % ("2026-03-01", "")}, 1),
    ],
)
def test_the_next_meeting(andre: dict[str, str], nummer: int) -> None:
    assert neste_moetenummer(load_tree(FORUM | andre).dataset, "raad", 2026) == nummer


@pytest.mark.parametrize(
    ("linjer", "plass"),
    [
        ("{sak: 1/2026}, {tittel: Eventuelt, sakstype: eventuelt}", 1),
        ("{sak: 1/2026}, {fast: eventuelt}, {tittel: Slutt}", 1),
        ("{tittel: Eventuelt, sakstype: eventuelt}", 0),
        ("{sak: 1/2026}, {tittel: Begge, sakstype: [orientering, eventuelt]}", None),
        ("", None),
    ],
)
def test_a_new_case_stands_before_any_other_business(linjer: str, plass: int | None) -> None:
    files = FORUM | {"moeter/raad/2026-m1.md": MOETET % ("2026-03-01", linjer)}
    assert plass_paa_sakslisten(load_clean(files).moeter["raad-2026-m1"]) == plass
