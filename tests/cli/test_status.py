"""The morning: each line's command is one that can be typed, and that deals with it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.running import ehelse, write
from tests.cli.terminal import answered, needs_terminal

pytestmark = pytest.mark.slow

#: Days on which different things are due.
DAYS = ("2026-03-02", "2026-06-15", "2026-10-20", "2026-11-23", "2026-12-03", "2027-01-21", "2027-06-01", "2027-12-20")
#: The groups of commands that change something.
CHANGING = ("sak", "medlem", "moete", "ny")


def lines(day: str) -> list[dict[str, str]]:
    tables = json.loads(ehelse("status", "--per", day, "--format", "json").out)["tabeller"]
    return [row for name in ("haster", "snart", "senere") for row in tables[name]]


@pytest.mark.parametrize("day", DAYS)
def test_every_line_has_a_command_that_works(example: Path, day: str) -> None:
    rows = lines(day)
    assert rows
    for row in rows:
        program, *words = shlex.split(row["gjoer"])
        assert program == "ehelse"
        ran = ehelse(*words, *(["--proev"] if words[0] in CHANGING else []), "--per", day)
        asks = words[:2] in (["sak", "behandle"], ["sak", "utfyll"])  # only a person can say it
        assert ran.code in ((0, 1, 2) if asks else (0, 1)), f"{row}\n{ran.err}"
        assert not asks or ran.code == 0 or "SAK618" in ran.err or "det er ikke sagt hva som skal føres" in ran.err


def test_what_is_to_be_entered_after_a_meeting_comes_up_and_goes_away(example: Path) -> None:
    day = ("--per", "2026-12-03")
    assert [row["gjoer"] for row in lines("2026-12-03")[:3]] == [
        "ehelse moete fremmoete nehr-2026-m4",
        "ehelse sak behandle nehr-2026-11 --moete nehr-2026-m4",
        "ehelse moete protokoller nehr-2026-m4 --faste-som-foreslaatt",
    ]
    assert ehelse("moete", "forfall", "nehr-2026-m4", "Kari Moen", "--per", "2026-12-01").code == 0
    assert lines("2026-12-03")[0]["gjoer"] == "ehelse moete fremmoete nehr-2026-m4"
    assert ehelse("moete", "fremmoete", "nehr-2026-m4", *day).code == 0
    assert ehelse("moete", "protokoller", "nehr-2026-m4", "--faste-som-foreslaatt", *day).code == 0
    for sak, said in (
        ("11", ["--vedtak", "Rådet støtter det."]),
        ("14", ["--utfall", "behandlet"]),
    ):
        ran = ehelse("sak", "behandle", f"nehr-2026-{sak}", *said, *day)
        assert ran.code == 0, ran.out + ran.err
    assert [row["gjoer"] for row in lines("2026-12-03") if "nehr-2026-m4" in row["gjoer"]] == [
        "ehelse lag referat nehr-2026-m4"
    ]


def test_minutes_that_are_approved_are_published_by_the_command_that_is_shown(example: Path) -> None:
    def shown() -> list[str]:
        return [row["gjoer"] for row in lines("2026-12-03") if "--publisert" in row["gjoer"]]

    assert shown() == []
    assert ehelse("moete", "protokoller", "nuit-2026-m4", "--godkjent", "2026-12-02").code == 0
    assert shown() == ["ehelse moete protokoller nuit-2026-m4 --publisert 2026-12-03"]
    assert ehelse(*shlex.split(shown()[0])[1:]).code == 0
    assert shown() == []


def test_who_has_left_is_not_to_be_renewed(example: Path) -> None:
    rows = [row for row in lines("2026-03-02") if "Line Opdahl" in row["hva"]]
    assert [row["gjoer"] for row in rows] == ["ehelse medlemmer nehr"]


@needs_terminal
def test_what_became_of_the_cases_is_asked_for(example: Path) -> None:
    said = answered(
        example,
        ["sak", "behandle", "nehr-2026-11", "--moete", "nehr-2026-m4", "--per", "2026-12-03"],
        ("Utfall", ""),
        ("Resultat", "anbefalt"),
        ("vedtatt som det sto", "j"),
    )
    assert said.code == 0, said.screen
    assert "resultat: anbefalt, vedtak: som_foreslaatt}" in (example / "data/moeter/nehr/2026-m4.md").read_text("utf-8")


def test_a_quiet_morning_says_so_and_no_more(good: Path) -> None:
    ran = ehelse("status")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\nDette haster\n  Ingenting haster.\n")
    assert "| " not in ehelse("status", "--format", "markdown").out


def test_what_is_most_urgent_stands_first(example: Path) -> None:
    days = [row["dato"] or "2026-12-03" for row in lines("2026-12-03")]
    tables = json.loads(ehelse("status", "--per", "2026-12-03", "--format", "json").out)["tabeller"]
    late = [row["dato"] for row in tables["haster"]]
    assert late == sorted(late)
    assert all(day <= "2026-12-03" for day in late)
    later = [row["dato"] for row in tables["senere"]]
    assert later == sorted(later)
    assert len(days) == sum(len(tables[name]) for name in ("haster", "snart", "senere"))


def test_a_file_that_cannot_be_read_is_told_and_is_code_one(good: Path) -> None:
    write(good, {"data/forum/x.yaml": "navn: [\n"})
    ran = ehelse("status")
    assert ran.code == 1
    assert "ikke alt kan leses" in ran.err
