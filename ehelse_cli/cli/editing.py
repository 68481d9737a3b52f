"""What the commands that change files share: read under lock, plan, judge before and after in memory, show, write.

A change that would break a rule is refused. With `--likevel GRUNN` it is made all the same, and every breach gets an
exception in the files with the reason, so that nobody has to wonder later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.spraak import oppramsing

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.core.finding import Finding
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.oversikt import Oversikt
    from ehelse_cli.report.screen import Screen

Proev = Annotated[bool, typer.Option("--proev", help="Vis hva som ville blitt skrevet, og skriv ingenting.")]
Likevel = Annotated[
    str | None,
    typer.Option("--likevel", metavar="GRUNN", help="Gjør det selv om en regel blir brutt; grunnen føres som unntak."),
]


#: Seats that are vacant, an office nobody holds, a background nobody has, a substitute who is missing.
VACANT = ("MED401", "MED403", "MED405", "MED418")


class RefusedError(EhelseError):
    """The change would break rules."""

    def __init__(self, broken: Sequence[Finding], *, excused: bool) -> None:
        from ehelse_cli.rules.unntak import kan_unntas

        codes = ", ".join(dict.fromkeys(one.rule.code for one in broken))
        number = "en regel" if len(broken) == 1 else f"regler {len(broken)} steder"
        never = tuple(dict.fromkeys(one.rule.code for one in broken if not kan_unntas(one.rule.code)))
        help_ = (
            "Det kan ikke føres unntak der. Ingenting er endret."
            if excused
            else f"Ingenting er endret. Rett det du skrev: fra {oppramsing(never)} kan ingen unntas."
            if never
            else 'Ingenting er endret. Skal det gjøres likevel, si hvorfor: --likevel "grunn".'
        )
        super().__init__(f"endringen ville brutt {number} ({codes})", help_)


class OnlyWorkingTreeError(EhelseError):
    """What is written, is written in the working tree."""

    def __init__(self) -> None:
        super().__init__("filene endres i arbeidstreet, ikke i en revisjon", "Ta bort --revisjon.")


class NothingToDoError(EhelseError):
    """It is so already."""

    def __init__(self, why: str) -> None:
        super().__init__(why, "Ingenting er endret.")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done; what to show of its consequences when the data after it is known.

    `tells` are the beginnings of the codes of rules that judge what has happened: that a seat is vacant, a notice was
    late, too few came. To enter it is right, and it must be found afterwards too: such a breach neither hinders the
    change nor gets an exception.
    """

    desk: Desk
    told: Callable[[Dataset], Sequence[Oversikt]] = field(default=lambda _: ())
    tells: tuple[str, ...] = ()


def edit(ctx: typer.Context, plan: Callable[[Opened, Desk], Plan], *, proev: bool, likevel: str | None) -> int:
    """Plan, show, and write unless it is only tried.

    Raises:
        EhelseError: if the change cannot be made, would break a rule, or cannot be written; nothing is changed then.
    """
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.output import say
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.load.edit.lock import locked
    from ehelse_cli.load.edit.writer import write_all
    from ehelse_cli.load.tree import DATA, DiskTree, find_root

    shared = felles(ctx)
    if shared.revisjon:
        raise OnlyWorkingTreeError
    folder = find_root(shared.rot or Path.cwd()) / DATA
    with nullcontext() if proev else locked(folder):
        if not proev:
            _put_back(folder, quiet=shared.stille)
        opened = open_tree(shared)
        planned = plan(opened, Desk(DiskTree(opened.root)))
        desk = _judged(opened, planned, likevel, shared.farge)
        if not proev:
            write_all(folder, desk.edits)
    if not shared.stille:
        written = ", ".join(f"data/{one.path}" for one in desk.edits.files)
        say("ingenting er skrevet (--proev)" if proev else f"skrev {written}")
    return 0


def _put_back(folder: Path, *, quiet: bool) -> None:
    """Undo what a command that was killed left half done, before anything is read.

    Raises:
        EhelseError: if it cannot be undone, or somebody has written to the files since.
    """
    from ehelse_cli.cli.output import say
    from ehelse_cli.load.edit.journal import recover

    undone = recover(folder)
    if undone and not quiet:
        say(f"en tidligere endring ble avbrutt midt i, og er gjort om: {', '.join(f'data/{one}' for one in undone)}")


def _judged(opened: Opened, planned: Plan, reason: str | None, colours: str) -> Desk:
    """The desk to write from, shown with what it leads to.

    Raises:
        RefusedError: if rules would be broken that nobody has given a reason to break.
    """
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.load.dataset import load

    desk = planned.desk
    new = new_findings(opened, desk)
    broken = _errors(new, planned.tells)
    if broken and reason is not None:
        from ehelse_cli.load.edit.excuse import excused

        desk = excused(desk, broken, reason)
        new = new_findings(opened, desk)
    place = screen(colours)
    after = load(desk.after).dataset
    # Of what can no longer be read, no consequences can be told: the findings say why.
    told = planned.told(after) if after.broken <= opened.data.broken else ()
    show(_shown(desk, told, new, place), colours=place.colours)
    broken = _errors(new, planned.tells)
    if broken:
        raise RefusedError(broken, excused=reason is not None)
    return desk


def _errors(findings: Sequence[Finding], tells: tuple[str, ...]) -> list[Finding]:
    """The breaches that hinder the change."""
    from ehelse_cli.core.finding import Severity

    return [one for one in findings if one.severity is Severity.FEIL and not one.rule.code.startswith(tells)]


def new_findings(opened: Opened, desk: Desk) -> tuple[Finding, ...]:
    """What the rules find after the change and did not before."""
    from ehelse_cli.cli.all_rules import ALL_RULES
    from ehelse_cli.load.dataset import load
    from ehelse_cli.rules.engine import judge

    before = judge(opened.loaded.findings, opened.data, opened.dag, ALL_RULES)
    loaded = load(desk.after)
    after = judge(loaded.findings, loaded.dataset, opened.dag, ALL_RULES)
    known = Counter(one.fingerprint for one in before.findings)
    new = []
    for one in after.findings:
        if known[one.fingerprint] > 0:
            known[one.fingerprint] -= 1
        else:
            new.append(one)
    return tuple(new)


def _shown(desk: Desk, told: Sequence[Oversikt], new: Sequence[Finding], place: Screen) -> str:
    """The patch, the consequences, and the findings that come with it."""
    from ehelse_cli.core.finding import Severity
    from ehelse_cli.report.filendring import filendring
    from ehelse_cli.report.oversikt_tekst import as_text

    parts = [filendring(f"data/{one.path}", _decoded(one.old), _decoded(one.new), place) for one in desk.edits.files]
    parts += [as_text(oversikt, place) for oversikt in told]
    if new:
        lines = [place.paint("Funn som kommer med endringen", "fet")]
        for one in new:
            lines += place.wrapped(f"  {one.severity}[{one.rule.code}] {one.message}", 6, 2)
            if one.help and one.severity is Severity.FEIL:
                first, *more = place.wrapped(f"→ {one.help}", 8, 6)
                lines += [f"      {first}", *more]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(filter(None, parts))


def _decoded(raw: bytes | None) -> str | None:
    """The file as text; of an attachment that is none, how large it is."""
    from ehelse_cli.load.text import decode

    text = None if raw is None else decode(raw)
    return text if text is None or isinstance(text, str) else f"(ikke tekst, {len(raw or b'')} byte)"


def only(oversikt: Oversikt, *tables: str) -> Oversikt:
    """The overview with these of its tables."""
    from dataclasses import replace

    return replace(oversikt, tabeller=tuple(one for one in oversikt.tabeller if one.id in tables))
