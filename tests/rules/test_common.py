"""What the families share, each by itself."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.finding import Severity, Source
from ehelse_cli.rules.common import (
    clause,
    gruppenavn,
    holdt_i,
    holdte,
    moetenavn,
    severity,
    source,
    sti_for,
)
from tests.rules.raad import MANDAT, hode, mandat, raad, read
from tests.trees import text_at

MOETER = {
    "forum/raad.yaml": "navn: Rådet\nkort: R\n",
    "moeter/raad/2026-m1.md": hode("tid: [2026-03-10, 2026-03-11]"),
    "moeter/raad/2026-m2.md": hode("tid: 2026-03-20\nfremmoete: ikke_oppgitt"),
    "moeter/raad/2026-m3.md": hode("tid: 2026-03-20\navlyst: 2026-03-01\nfremmoete: ikke_oppgitt"),
    "moeter/raad/2026-m4.md": hode("tid: 2026-03-20"),
    "moeter/raad/2026-m5.md": hode("tid: 2026-04-01/2026-04-08"),
}


@pytest.mark.parametrize(
    ("dag", "holdt"),
    [
        (date(2026, 3, 9), []),
        (date(2026, 3, 11), []),
        (date(2026, 3, 12), [1]),
        (date(2026, 3, 19), [1]),
        (date(2026, 3, 20), [1, 2]),
        (date(2026, 3, 21), [1, 2, 4]),
        (date(2026, 4, 8), [1, 2, 4]),
        (date(2026, 4, 9), [1, 2, 4, 5]),
    ],
)
def test_a_meeting_is_held_when_it_is_over_or_attendance_is_entered(dag: date, holdt: list[int]) -> None:
    data = read(MOETER).dataset
    ider = [f"raad-2026-m{nr}" for nr in holdt]
    assert [moete.id for moete in holdt_i(data, "raad", dag)] == ider
    assert [(forum, moete.id) for forum, moete in holdte(data, dag)] == [("raad", id_) for id_ in ider]


def test_a_written_meeting_has_a_period_or_says_so() -> None:
    data = read(MOETER | {"moeter/raad/2026-m6.md": hode("tid: 2026-05-01\ntype: skriftlig")}).dataset
    assert [moete.id[-1] for moete in data.moeter.values() if moete.er_skriftlig] == ["5", "6"]


def test_a_meeting_is_called_by_council_and_day() -> None:
    data = read(MOETER).dataset
    assert moetenavn(data, data.moeter["raad-2026-m1"]) == "møtet i R 10. mars 2026"


GRUPPER = """
sammensetning:
  grupper:
    - {id: kommuner, navn: kommunene, antall: 1, funksjonstid: {varer: 4 aar}}
    - {id: etaten, antall: 1, funksjonstid: {flere_perioder: nei}}
    - {id: uten-navn, antall: 1}
funksjonstid: {varer: 2 aar, norm: %s, kilde: %s}
"""


def med(norm: str = "skal", kilde: str = "mandat") -> dict[str, str]:
    return raad(GRUPPER % (norm, kilde), andre={"virksomheter.yaml": "etaten: {navn: Etaten, kort: E}\n"})


@pytest.mark.parametrize(
    ("gruppe", "sagt"), [("kommuner", "kommunene"), ("etaten", "E"), ("uten-navn", "uten navn"), ("helt-ny", "helt ny")]
)
def test_a_group_has_its_name_its_organisations_or_its_id(gruppe: str, sagt: str) -> None:
    data = read(med()).dataset
    assert gruppenavn(data, data.mandater["raad@2024-01-01"], gruppe, date(2026, 1, 1)) == sagt


@pytest.mark.parametrize(
    ("gruppe", "sti"),
    [
        ("kommuner", ("sammensetning", "grupper", 0, "funksjonstid", "varer")),
        ("etaten", ("funksjonstid", "varer")),
        ("uten-navn", ("funksjonstid", "varer")),
        (None, ("funksjonstid", "varer")),
    ],
)
def test_a_group_may_say_it_for_itself(gruppe: str | None, sti: tuple[str | int, ...]) -> None:
    assert sti_for(read(med()).dataset.mandater["raad@2024-01-01"], gruppe, "funksjonstid", "varer") == sti


@pytest.mark.parametrize(
    ("norm", "gravity"),
    [
        ("skal", Severity.FEIL),
        ("boer", Severity.ADVARSEL),
        ("normalt", Severity.ADVARSEL),
        ("kan", None),
    ],
)
def test_the_norm_says_how_grave_a_breach_is(norm: str, gravity: Severity | None) -> None:
    assert severity(read(med(norm)).dataset.mandater["raad@2024-01-01"].ledd("funksjonstid", "varer")) is gravity


@pytest.mark.parametrize(
    ("kilde", "hvis", "tittel"),
    [
        ("mandat", Source.MANDAT, "hjemmel: mandatet"),
        ("lov", Source.LOV, "hjemmel: loven"),
        ("praksis", Source.PRAKSIS, "hjemmel: sekretariatets praksis"),
    ],
)
def test_whose_demand_it_is(kilde: str, hvis: Source, tittel: str) -> None:
    files = med(kilde=kilde)
    data = read(files).dataset
    mandatet = data.mandater["raad@2024-01-01"]
    assert source(mandatet.ledd("funksjonstid", "varer")) is hvis
    (hjemmel,) = clause(data, mandatet, ("funksjonstid", "varer"), "to år")
    assert (hjemmel.title, hjemmel.label, hjemmel.anchor) == (tittel, "to år", "")
    assert text_at(files, hjemmel.location) == "2 aar"


def test_a_clause_is_called_by_its_heading_in_the_prose() -> None:
    tekst = mandat("funksjonstid: {varer: 2 aar, punkt: tid-1}") + "\n## Tid\n\n- To år.\n"
    data = read({"forum/raad.yaml": "navn: Rådet\n", MANDAT: tekst}).dataset
    (hjemmel,) = clause(data, data.mandater["raad@2024-01-01"], ("funksjonstid", "varer"))
    assert (hjemmel.title, hjemmel.anchor) == ("hjemmel: mandatet, «Tid, punkt 1»", "tid-1")
