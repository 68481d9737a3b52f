from __future__ import annotations

import pytest

from ehelse_cli.render.moetefrister import frister_foer
from tests.trees import load_clean

FORUM = "navn: A\npraksis: {innkalling: 10 virkedager foer moetet, kommentarer: 5 dager etter referat_utkast}\n"
MOETE = "---\ntid: 2026-12-02 10:00-12:00\n---\n"


def _frister(mandatets: str, forum: str = FORUM, moete: str = MOETE) -> list[str]:
    mandat = f"---\nforum: a\nstatus: vedtatt\ngjelder_fra: 2026-01-01\nfrister: {mandatets}\n---\n"
    files = {"forum/a.yaml": forum, "mandater/a/2026-01-01.md": mandat, "moeter/a/2026-m1.md": moete}
    data = load_clean(files)
    rader = frister_foer(data.moeter["a-2026-m1"], data.forum["a"], data.mandater["a@2026-01-01"])
    return [f"{rad.hva} {rad.dato} {rad.kilde}" for rad in rader]


@pytest.mark.parametrize(
    ("mandatets", "ventet"),
    [
        ("ikke_regulert", ["innkalling 2026-11-18 praksis"]),
        ("[{id: innkalling, frist: 3 uker foer moetet}]", ["innkalling 2026-11-11 mandat"]),
        (
            "[{id: papirer, hva: saksdokumenter, frist: 48 timer foer moetet}]",
            ["innkalling 2026-11-18 praksis", "saksdokumenter 2026-11-30 mandat"],
        ),
        (
            "[{id: forfall, frist: 2 dager etter innkalling}]",
            ["innkalling 2026-11-18 praksis", "forfall 2026-11-20 mandat"],
        ),
        (
            "[{id: innkalling, frist: foer saksliste}, {id: saksliste, frist: straks etter innkalling}]",
            [],
        ),
        (
            "[{id: innkalling, frist: 3 uker foer moetet}, {id: referat, frist: 2 dager foer moetet, for: skriftlig}]",
            ["innkalling 2026-11-11 mandat"],
        ),
        ("[{id: innkalling, frist: 3 uker foer moetet, kilde: praksis}]", ["innkalling 2026-11-11 praksis"]),
        ("[{id: referat, frist: 2 uker etter moetet}]", ["innkalling 2026-11-18 praksis"]),
        ("[{id: innkalling, frist: ukjent}]", ["innkalling 2026-11-18 praksis"]),
    ],
    ids=["practice", "mandate", "hours", "chain", "circle", "other-type", "called-practice", "after", "unknown"],
)
def test_deadlines(mandatets: str, ventet: list[str]) -> None:
    assert _frister(mandatets) == ventet


def test_an_extra_meeting_has_its_own() -> None:
    mandatets = (
        "[{id: kort, hva: innkalling, frist: 2 dager foer moetet, for: ekstraordinaert}, "
        "{id: innkalling, frist: 3 uker foer moetet}]"
    )
    moete = MOETE.replace("tid", "type: ekstraordinaert\ntid")
    assert _frister(mandatets, moete=moete) == ["innkalling 2026-11-30 mandat"]


def test_a_meeting_may_have_its_own_day() -> None:
    moete = MOETE.replace("tid", "frist_avvik: [{frist: innkalling, dato: 2026-11-20}]\ntid")
    assert _frister("ikke_regulert", moete=moete) == ["innkalling 2026-11-20 praksis"]


def test_what_follows_from_a_deadline_follows_from_the_meetings_own_day() -> None:
    moete = MOETE.replace("tid", "frist_avvik: [{frist: innkalling, dato: 2026-11-20}]\ntid")
    frister = _frister("[{id: forfall, frist: 2 dager etter innkalling}]", moete=moete)
    assert frister == ["innkalling 2026-11-20 praksis", "forfall 2026-11-22 mandat"]


@pytest.mark.parametrize(
    ("moete", "ventet"),
    [
        ("type: skriftlig\ntid: 2026-12-02/2026-12-09", ["saksdokumenter 2026-11-30 mandat"]),
        ("tid: 2026-12-02/2026-12-09", ["saksdokumenter 2026-11-30 mandat"]),
        ("tid: 2026-12-02\navlyst: 2026-11-20", []),
    ],
    ids=["written", "written-by-its-period", "cancelled"],
)
def test_a_meeting_nobody_meets_at_has_no_deadlines_before_it_but_those_for_its_kind(
    moete: str, ventet: list[str]
) -> None:
    mandatets = (
        "[{id: innkalling, frist: 3 uker foer moetet}, "
        "{id: svar, hva: saksdokumenter, frist: 2 dager foer moetet, for: skriftlig}]"
    )
    assert _frister(mandatets, moete=f"---\n{moete}\n---\n") == ventet
