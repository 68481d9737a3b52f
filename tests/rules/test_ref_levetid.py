"""REF205: what is not there on the day of the paper."""

from __future__ import annotations

import pytest

from tests.rules.raad import findings, hode, raad

VIRKSOMHETER = """
etaten: {navn: Etaten, avviklet: 2026-01-01}
tilsynet: {navn: Tilsynet, opprettet: 2026, erstatter: [etaten]}
verket: {navn: Verket, opprettet: 2026-03}
andre: {navn: Andre}
"""


def found(sak: str = "tittel: Ferge", moete: str | None = None, **andre: str) -> list[str]:
    files = raad(moete=moete, andre={"virksomheter.yaml": VIRKSOMHETER, "saker/raad/2026-03.md": hode(sak), **andre})
    return [f"{one.message} | {one.help}" for one in findings(files) if one.rule.code == "REF205"]


@pytest.mark.parametrize(
    ("sak", "expected"),
    [
        ("sakseiere: etaten\ndatert: 2025-12-31", []),
        ("sakseiere: etaten\ndatert: 2026-01-01", ["Etaten fantes ikke 1. januar 2026 | Mente du «tilsynet»?"]),
        ("sakseiere: tilsynet\ndatert: 2026-01-01", []),
        (
            "sakseiere: [andre, tilsynet]\ndatert: 2025-12-31",
            ["Tilsynet fantes ikke 31. desember 2025 | Mente du «etaten»?"],
        ),
        ("utarbeidet_av: verket\ndatert: 2026-03-01", []),
        (
            "utarbeidet_av: verket\ndatert: 2026-02-28",
            ["Verket fantes ikke 28. februar 2026 | Rett hvem det var, eller datoen."],
        ),
        ("grunnlagsdokumenter: [{dokument: Rapport, av: etaten}]\ndatert: 2026-03-01", []),
        ("oppdrag: {av: etaten}\ndatert: 2026-03-01", []),
        ("sakseiere: etaten", []),
    ],
)
def test_a_paper_is_measured_on_its_own_day(sak: str, expected: list[str]) -> None:
    assert found(f"tittel: Ferge\n{sak}") == expected


def test_without_a_day_it_is_that_of_the_first_meeting() -> None:
    moete = "tid: 2026-03-12\nsaksliste: [{sak: 3/2026}]"
    (one,) = found("tittel: Ferge\nsakseiere: etaten", moete)
    assert one.startswith("Etaten fantes ikke 12. mars 2026")


def test_those_who_met_are_measured_on_the_day_of_the_meeting() -> None:
    moete = "tid: 2026-03-12\nfremmoete: {inviterte: [{navn: Per Lie, virksomhet: etaten}]}\nsaksliste: []"
    assert len(found(moete=moete)) == 1
    assert found(moete=moete.replace("2026-03-12", "2025-03-12")) == []


def test_a_council_has_its_time_too() -> None:
    gammelt = "navn: Det gamle rådet\navviklet: 2025-06-01\n"
    nytt = "navn: Det nye rådet\nopprettet: 2025-06-01\nerstatter: gammelt\n"
    files = {"forum/gammelt.yaml": gammelt, "forum/nytt.yaml": nytt}
    assert found("tittel: Ferge\nforeslaatt_av: gammelt\ndatert: 2026-03-01", **files) == [
        "Det gamle rådet fantes ikke 1. mars 2026 | Mente du «nytt»?"
    ]
    assert found("tittel: Ferge\nforeslaatt_av: nytt\ndatert: 2025-05-31", **files) == [
        "Det nye rådet fantes ikke 31. mai 2025 | Mente du «gammelt»?"
    ]
