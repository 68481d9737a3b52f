"""What a meeting file says of time, agenda and attendance, and what it cannot say."""

from __future__ import annotations

from datetime import date, time

import pytest

from ehelse_cli.core.moete import Minutter, Moete, Moetedag, Moetetid, les_moetedag
from tests.trees import load_clean, load_tree


def filer(hode: str) -> dict[str, str]:
    return {"moeter/raad/2026-m1.md": f"---\n{hode}\n---\n", "forum/raad.yaml": "navn: Rådet\n"}


def moetet(hode: str) -> Moete:
    (ett,) = load_clean(filer(hode)).moeter.values()
    return ett


def meldingen(hode: str) -> str:
    (finding,) = load_tree(filer(hode)).findings
    return finding.message.partition("»: ")[2] or finding.message


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2026-12-02", Moetedag(date(2026, 12, 2))),
        ("2026-12-02 10:00", Moetedag(date(2026, 12, 2), time(10))),
        ("2026-12-02 10:00-15:30", Moetedag(date(2026, 12, 2), time(10), time(15, 30))),
        ("2026-12-02 10.00-15.30", Moetedag(date(2026, 12, 2), time(10), time(15, 30))),
        ("2026-12-02 00:00-00:01", Moetedag(date(2026, 12, 2), time(0), time(0, 1))),
    ],
)
def test_a_day_of_a_meeting(tekst: str, dag: Moetedag) -> None:
    assert les_moetedag(tekst) == dag


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("i morgen", "er ikke en møtetid"),
        ("2026-12-02 10-15", "er ikke en møtetid"),
        ("2026-12-02 10:00-", "er ikke en møtetid"),
        ("2026-12-32", "som ikke finnes"),
        ("2026-12-02 25:00", "som ikke finnes"),
        ("2026-12-02 10:00-10:00", "slutter før det begynner"),
        ("2026-12-02 10:00-09:59", "slutter før det begynner"),
        ("２026-12-02", "er ikke en møtetid"),
    ],
)
def test_no_day_of_a_meeting(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        les_moetedag(tekst)


@pytest.mark.parametrize(
    ("tid", "dager", "skriftlig"),
    [
        ("2026-12-02", ["2026-12-02"], False),
        ("[2026-12-02, 2026-12-03]", ["2026-12-02", "2026-12-03"], False),
        ("2026-12-02/2026-12-09", ["2026-12-02", "2026-12-09"], True),
        ("2026-12-02 / 2026-12-09", ["2026-12-02", "2026-12-09"], True),
    ],
)
def test_the_time_of_a_meeting(tid: str, dager: list[str], skriftlig: bool) -> None:
    lest = moetet(f"tid: {tid}").tid
    assert lest == Moetetid(tuple(Moetedag(date.fromisoformat(dag)) for dag in dager), skriftlig)
    assert (lest.dato, lest.siste_dag) == (lest.dager[0].dato, lest.dager[-1].dato)


@pytest.mark.parametrize(
    ("tid", "melding"),
    [
        ("[]", "her mangler møtetiden"),
        ("[2026-12-03, 2026-12-02]", "dagene i møtetiden står ikke i rekkefølge"),
        ("[2026-12-02, 2026-12-02]", "dagene i møtetiden står ikke i rekkefølge"),
        ("2026-12-09/2026-12-02", "dagene i møtetiden står ikke i rekkefølge"),
        ("{dag: 2026-12-02}", "her skal det stå én verdi, ikke nøkler under"),
    ],
)
def test_no_time_of_a_meeting(tid: str, melding: str) -> None:
    assert meldingen(f"tid: {tid}") == melding


@pytest.mark.parametrize(("tekst", "minutter", "sum_"), [("20", Minutter(20), 20), ("15+45", Minutter(15, 45), 60)])
def test_minutes_may_be_set_apart(tekst: str, minutter: Minutter, sum_: int) -> None:
    lest = moetet(f"tid: 2026-12-02\nsaksliste: [{{tittel: A, minutter: {tekst}}}]").saksliste[0].minutter
    assert lest == minutter
    assert minutter.sum == sum_


@pytest.mark.parametrize("tekst", ["-5", "1000", "15+", "15+45+5", "et kvarter"])
def test_what_is_no_minutes(tekst: str) -> None:
    melding = meldingen(f"tid: 2026-12-02\nsaksliste: [{{tittel: A, minutter: {tekst}}}]")
    assert melding == f"«{tekst}» er ikke minutter; skriv 20 eller 15+45"


@pytest.mark.parametrize(
    ("punkt", "behandles"),
    [
        ("sak: 1/2026", True),
        ("fast: referat", True),
        ("tittel: Eventuelt", True),
        ("bolk: Saker til råd", False),
        ("pause: 30", False),
        ("dag: 2", False),
    ],
)
def test_what_the_council_treats(punkt: str, behandles: bool) -> None:
    assert moetet(f"tid: 2026-12-02\nsaksliste: [{{{punkt}}}]").saksliste[0].behandles is behandles


def test_an_item_says_what_it_is() -> None:
    assert meldingen("tid: 2026-12-02\nsaksliste: [{minutter: 20}]").startswith("punktet sier ikke hva det er")


def test_when_what_is_sent_before_it_was_sent() -> None:
    moete = moetet("tid: 2026-12-02\ninnkalt: 2026-11-16")
    assert moete.sendt("innkalling") == date(2026, 11, 16)
    assert moete.sendt("saksdokumenter") is None
    assert moete.sendt("referat") is None
