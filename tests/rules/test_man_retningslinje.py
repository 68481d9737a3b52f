"""MAN311: where in the child's head the finding stands, and what is left to a person."""

from __future__ import annotations

import pytest

from tests.rules.raad import findings, mandat
from tests.trees import text_at

MOR = "mandater/mor/2020-01-01.md"
BARN = "mandater/barn/2024-01-01.md"
REGLER = """
sammensetning:
  seter: 7-10
  grupper: [{id: a, antall: 3}, {id: b, antall: minst 2}]
frister: [{id: innkalling, frist: 3 uker foer moetet}, {id: saksliste, frist: 2 uker foer moetet}]
moeter: {hyppighet: minst 4 per aar}
funksjonstid: {varer: 2 aar}
beslutning: {virkning: raad}
"""
RETNINGSLINJE = "retningslinje_for_underliggende: {virkning: minimum, unntatt: [funksjonstid]}"


def par(barn: str, *, overordnet: str = "mor@2020-01-01", status: str = "vedtatt") -> dict[str, str]:
    return {
        "forum/mor.yaml": "navn: Moren\n",
        "forum/barn.yaml": "navn: Barnet\n",
        MOR: mandat(REGLER + RETNINGSLINJE, forum="mor", fra="2020-01-01"),
        BARN: mandat(f"overordnet: {overordnet}\n{barn}", forum="barn", status=status),
    }


def funnet(filer: dict[str, str]) -> list[tuple[str, str]]:
    alle = [ett for ett in findings(filer) if ett.rule.code == "MAN311"]
    return [(text_at(filer, ett.location), ett.message) for ett in alle]


@pytest.mark.parametrize(
    ("barn", "sted", "melding"),
    [
        ("sammensetning: {seter: minst 5}", "minst 5", "«sammensetning.seter» er svakere enn retningslinjen fra Moren"),
        ("sammensetning: {seter: {verdi: 5}}", "5", "«sammensetning.seter» er svakere"),
        ("sammensetning: {seter: {verdi: 7, norm: boer}}", "7", "«sammensetning.seter» er svakere"),
        (
            "sammensetning: {verdi: {seter: 5}}",
            "5",
            "«sammensetning.seter» er svakere",
        ),
        (
            "sammensetning: {grupper: [{id: b, antall: 1}, {id: a, antall: 3}]}",
            "1",
            "«sammensetning.grupper.b.antall» er svakere",
        ),
        (
            "frister: [{id: saksliste, frist: 1 uke foer moetet}]",
            "1 uke foer moetet",
            "«frister.saksliste.frist» er svakere",
        ),
        ("funksjonstid: {varer: 1 aar}", "{varer: 1 aar}", "«funksjonstid» er ikke som i retningslinjen fra Moren"),
    ],
)
def test_it_stands_where_the_child_says_less(barn: str, sted: str, melding: str) -> None:
    ((funnet_sted, funnet_melding),) = funnet(par(barn))
    assert funnet_sted == sted
    assert funnet_melding.startswith(melding)


@pytest.mark.parametrize(
    "filer",
    [
        par("sammensetning: {seter: 8}"),
        par("sammensetning: ikke_regulert"),
        par("beslutning: {virkning: bindende}"),
        par("sammensetning: {seter: 1}", status="utkast"),
        par("sammensetning: {seter: 1}", overordnet="ukjent"),
        par("sammensetning: {seter: 1}", overordnet="ingen@2020-01-01"),
    ],
)
def test_nothing_is_wrong(filer: dict[str, str]) -> None:
    assert funnet(filer) == []
