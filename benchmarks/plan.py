"""Measures `ehelse mandat plan` beside the smallest program, and whether it grows no faster than what it is given.

    python -m benchmarks.plan                         30 councils × 5 changes × 40 days, and each of them halved

A tree of councils of eighteen seats, in git: the members come and go on half of the days, the council meets on the
other half, and the last commit changes every mandate in so many ways. That each plan has as many changes and days as
asked for is asserted. Writes benchmarks/out/plan.json, and a table to the terminal.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.generate import GROUPS, MANDATE, ORGANISATIONS, PEOPLE
from benchmarks.run import (
    ENVIRONMENT,
    HERE,
    OURS,
    RUNS,
    BenchmarkError,
    Command,
    Figure,
    Target,
    counted,
    save,
    side_by_side,
    table,
)

TODAY = date(2026, 11, 23)
IN_FORCE = date(2025, 1, 1)
HORIZON = 540  # days; a little less than the eighteen months that are looked at

#: Each change on its own: words of the mandate, and what they become.
CHANGES = (
    ("antall: minst 1/2", "antall: minst 2/3"),
    ("varer: 4 aar", "varer: 3 aar"),
    ("id: innkalling, frist: 10 virkedager", "id: innkalling, frist: 15 virkedager"),
    ("id: saksdokumenter, frist: 10 virkedager", "id: saksdokumenter, frist: 12 virkedager"),
    ("flere_perioder: hoeyst 3 paa_rad", "flere_perioder: hoeyst 2 paa_rad"),
    ("seter: 18", "seter: 19"),
    ("hyppighet: minst 4 per aar", "hyppighet: minst 6 per aar"),
    ("id: referat, frist: 10 virkedager", "id: referat, frist: 5 virkedager"),
    ("virkning: raad", "virkning: innstilling"),
    ("avgjoeres_ved: konsensus", "avgjoeres_ved: flertall"),
)


@dataclass(frozen=True, slots=True)
class Load:
    """What a plan is given."""

    councils: int = 30
    changes: int = 5
    days: int = 40

    @property
    def name(self) -> str:
        """As the table has it."""
        return f"{self.councils} councils × {self.changes} changes × {self.days} days"


FULL = Load()
HALVED = (replace(FULL, councils=15), replace(FULL, changes=2), replace(FULL, days=20))


def main() -> None:
    """Generate, measure, report; exit 1 if a target is not met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=counted, default=5, help=RUNS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        figures = measure(Path(room), options.runs)
    targets = list(judge(figures))
    save("plan", figures, targets)
    print("\n".join(table(figures, targets)))
    sys.exit(0 if all(target.met for target in targets) else 1)


def measure(room: Path, runs: int) -> dict[str, Figure]:
    """The plan for each load, and hello, in turn."""
    commands = {"hello --help": Command([OURS / "python", HERE / "hello.py", "--help"], room)}
    for load in (FULL, *HALVED):
        folder = room / load.name
        write(load, folder)
        check(load, folder)
        commands[load.name] = Command(plan(folder), folder)
    return side_by_side(commands, runs)


def plan(folder: Path) -> list[str | Path]:
    """The command that is measured."""
    return [OURS / "ehelse", "mandat", "plan", "HEAD~1..HEAD", "--rot", folder, "--format", "json"]


def check(load: Load, folder: Path) -> None:
    """See that the plans are of what they should be."""
    done = subprocess.run(plan(folder), cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    if done.returncode:
        raise BenchmarkError(done.stderr.decode()[:2000])
    plans = json.loads(done.stdout)["planer"]
    found = {(len(one["endringer"]), len(one["dager"])) for one in plans}
    if (len(plans), found) != (load.councils, {(load.changes, load.days)}):
        raise BenchmarkError(f"{load.name}: {len(plans)} plans of {found}")
    if not all(one["virkninger"] for one in plans):
        raise BenchmarkError(f"{load.name}: a plan without effects")


def judge(figures: Mapping[str, Figure]) -> Iterator[Target]:
    """Beside hello, and beside itself when half of a factor is left: then more than half of the time is."""
    full = figures[FULL.name].seconds
    yield Target("plan beside hello typer", 25, full / figures["hello --help"].seconds)
    for load in HALVED:
        share = max(FULL.councils / load.councils, FULL.changes / load.changes, FULL.days / load.days)
        yield Target(f"all beside {load.name}", share, full / figures[load.name].seconds)


# --- the tree


def write(load: Load, folder: Path) -> None:
    """The tree with the old mandates as one commit, and with the new as the next."""
    _write(folder, tree(load, changes=0))
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "before")
    _write(folder, tree(load, changes=load.changes))
    commit(folder, "after")


def _write(folder: Path, files: Iterator[tuple[str, str]]) -> None:
    for path, text in files:
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def commit(folder: Path, message: str) -> None:
    """All that is there."""
    git(folder, "add", "data")
    git(folder, "-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "--quiet", "--message", message)


def git(folder: Path, *arguments: str) -> None:
    """Run git there, whatever the user's own settings."""
    subprocess.run(["git", *arguments], cwd=folder, env=ENVIRONMENT, check=True)


def tree(load: Load, changes: int) -> Iterator[tuple[str, str]]:
    """Every file: its path below data/, and its text."""
    yield "datasett.yaml", f"eksempel: ja\ndag: {TODAY}\n"
    yield "virksomheter.yaml", ORGANISATIONS
    for nr in range(load.councils):
        forum = f"raad-{nr + 1:02}"
        yield f"forum/{forum}.yaml", council(forum, load.days - load.days // 2)
        yield f"mandater/{forum}/{IN_FORCE}.md", mandate(forum, changes)
        for number, day in enumerate(meetings(load.days // 2), start=1):
            yield f"moeter/{forum}/{day.year}-m{number}.md", f"---\ntid: {day}\n---\n"


def mandate(forum: str, changes: int) -> str:
    """The mandate with the first so many of the changes."""
    groups = "\n".join(
        f"    - {{id: {group}, antall: {len(places)}, virksomheter: [{', '.join(places)}]}}"
        for group, places in GROUPS.items()
    )
    text = MANDATE.format(forum=forum, start=IN_FORCE, adopted=IN_FORCE - timedelta(days=30), groups=groups, yearly=4)
    for old, new in CHANGES[:changes]:
        if old not in text:
            raise BenchmarkError(f"«{old}» is not in the mandate")
        text = text.replace(old, new, 1)
    return text


def meetings(count: int) -> Iterator[date]:
    """Days apart through the horizon, on none of which anybody comes or goes."""
    return (TODAY + timedelta(days=5 + nr * HORIZON // count) for nr in range(count))


def changing(count: int) -> list[date]:
    """The days on which one member follows another: so many, with today, which is judged anyway.

    So are the turns of the year; they are among them.
    """
    turns = {date(2027, 1, 1), date(2028, 1, 1), date(2028, 4, 1)}
    return [TODAY + timedelta(days=9 + nr * HORIZON // count) for nr in range(count - 1 - len(turns))] + sorted(turns)


def council(forum: str, days: int) -> str:
    """Eighteen seats. Each of the days one of them is handed over; the first is today."""
    seats = [("", "helsedirektoratet"), *((group, place) for group, all_ in GROUPS.items() for place in all_)]
    names = iter(PEOPLE)
    since = dict.fromkeys(range(len(seats)), IN_FORCE)
    rows = []
    for turn, day in enumerate(sorted(changing(days))):
        nr = turn % len(seats)
        rows.append(_row(next(names), *seats[nr], f"{since[nr]}/{day - timedelta(days=1)}"))
        since[nr] = day
    rows += [_row(next(names), *seats[nr], str(since[nr])) for nr in since]
    return "\n".join([f"navn: {forum}", "saksnummer: N/AAAA", "medlemmer:", *rows]) + "\n"


def _row(name: str, group: str, place: str, period: str) -> str:
    seat = f"gruppe: {group}" if group else "rolle: leder"
    return f"  - {{navn: {name}, virksomhet: {place}, {seat}, periode: {period}}}"


if __name__ == "__main__":
    main()
