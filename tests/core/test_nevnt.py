from __future__ import annotations

import pytest

from ehelse_cli.core.nevnt import nevnte_saker
from tests.trees import load_clean

FILER = {
    "forum/raad.yaml": "{navn: Rådet, saksnummer: N/AAAA}\n",
    "forum/utvalg.yaml": "{navn: Utvalget, saksnummer: NNN/AA T}\n",
    "forum/bu.yaml": "{navn: Utvalget, saksnummer: BU AAAA/N}\n",
    "saker/raad/2026-02.md": "---\ntittel: To\n---\n",
    "saker/raad/koe/venter.md": "---\ntittel: Venter\n---\n",
}


@pytest.mark.parametrize(
    ("rad", "ider"),
    [
        ("Sak 2/2026", ["raad-2026-2"]),
        ("## Sak nr. 2/26: Noe", ["raad-2026-2"]),
        ("## 2 / 2026", ["raad-2026-2"]),
        ("Sak\u00a02/2026", ["raad-2026-2"]),
        ("Sak №02-26", ["raad-2026-2"]),
        ("Sak 2/2026 i dag", ["raad-2026-2"]),
        ("Sakene 1/2026 og 2/2026", ["raad-2026-1", "raad-2026-2"]),
        ("Sak Raad-2026-2 ble drøftet", ["raad-2026-2"]),
        ("Om raad-koe-venter", ["raad-koe-venter"]),
        ("Møtet 2026-02-11", []),
        ("Den 11/2/2026 møttes rådet", []),
        ("Sak 2020/20 finnes ikke her", []),
        ("Helt uten numre", []),
        ("Sak 2\u20132026", ["raad-2026-2"]),
        ("Sak 2\u20442026", ["raad-2026-2"]),
        ("Sak 2/\u200b20\u00ad26", ["raad-2026-2"]),
        ("Sak **2**/2026", ["raad-2026-2"]),
        ("Sak 2\\/2026", ["raad-2026-2"]),
        ("Sak 2&#47;2026", ["raad-2026-2"]),
        ("Sakene 1-3/2026", ["raad-2026-1", "raad-2026-2", "raad-2026-3"]),
        ("Den 10-11/2/2026", []),
        ("Punkt 3-5", []),
    ],
)
def test_the_cases_that_a_line_names(rad: str, ider: list[str]) -> None:
    assert [id_ for _, id_ in nevnte_saker(load_clean(FILER), "raad", rad)] == ider


@pytest.mark.parametrize(
    "rad",
    [
        "Sakene 1-3/2026", "Sakene 1\u20133/26", "Sak 1/2026 til 3/2026", "Sak 1/2026\u20133/2026",
        "Sakene 1 t.o.m. 3/2026", "Sak 2026/1-3", "Sak 2026/1 - 2026/3",
    ],
)  # fmt: skip
def test_a_line_that_says_from_and_to_names_those_between(rad: str) -> None:
    ider = {id_ for _, id_ in nevnte_saker(load_clean(FILER), "raad", rad)}
    assert ider >= {"raad-2026-1", "raad-2026-2", "raad-2026-3"}


@pytest.mark.parametrize(
    ("forum", "rad", "id_"),
    [
        ("utvalg", "Sak 012/24 B om fag", "utvalg-2024-12"),
        ("utvalg", "012/24B", "utvalg-2024-12"),
        ("utvalg", "12/24 er ferdig", "utvalg-2024-12"),
        ("bu", "Sak BU 2024/3", "bu-2024-3"),
        ("bu", "2024/3", "bu-2024-3"),
    ],
)
def test_each_council_has_its_own_way_to_write_them(forum: str, rad: str, id_: str) -> None:
    assert [en for _, en in nevnte_saker(load_clean(FILER), forum, rad)] == [id_]
