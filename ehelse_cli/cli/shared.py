"""The options that every command has, declared once, and what they came to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.help import help_page
from ehelse_cli.cli.output import screen, show
from ehelse_cli.cli.values import one_of

Rot = Annotated[
    str | None, typer.Option("--rot", metavar="MAPPE", help="Mappen som har data/. Ellers letes det oppover.")
]
Per = Annotated[
    str | None, typer.Option("--per", metavar="DATO", help="Dagen det vurderes per, for eksempel 2026-11-23.")
]
Revisjon = Annotated[
    str | None, typer.Option("--revisjon", metavar="REV", help="Les treet slik det er i en git-revisjon.")
]
Farge = Annotated[
    str | None,
    typer.Option(
        "--farge",
        metavar="auto|alltid|aldri",
        help="Farger i utskriften (auto: bare i en terminal).",
        callback=one_of("--farge", "auto", "alltid", "aldri"),
    ),
]
Stille = Annotated[bool, typer.Option("--stille", help="Bare det det ble spurt om, ingenting på stderr ellers.")]


def _show_help(ctx: typer.Context, wanted: bool) -> None:
    if wanted:
        place = screen()
        show(help_page(ctx, place), colours=place.colours)
        raise typer.Exit


# Ours, not the parser's: its own would be printed past us.
Hjelp = Annotated[bool, typer.Option("--help", "-h", help="Vis denne siden.", is_eager=True, callback=_show_help)]

#: Not shared by all, but by those that take an id.
Forum = Annotated[
    str | None, typer.Option("--forum", metavar="FORUM", help="Forumet som et saksnummer (9/2026) hører til.")
]

NAMES = ("rot", "per", "revisjon", "farge", "stille")
SHARED = (*NAMES, "hjelp")
_KEY = "ehelse.felles"


def collect(ctx: Any) -> None:
    """Keep what was given here of the shared options. A command further in comes later, and wins.

    Raises:
        UsageError: if one of them was given as nothing.
    """
    given = ctx.meta.setdefault(_KEY, {})
    named = {name: ctx.params[name] for name in NAMES if ctx.params.get(name) not in (None, False)}
    for name, value in named.items():
        if not value:  # a variable that was not set: what it should have said must not be guessed
            raise UsageError(f"valget --{name} mangler verdien sin", "Er variabelen du brukte, tom?")
    given.update(named)


def felles(ctx: typer.Context) -> Felles:
    """The shared options as given anywhere on the line.

    Raises:
        UsageError: if `--per` is no day.
    """
    from ehelse_cli.core.kalender import les_dato

    given: dict[str, Any] = dict(ctx.meta.get(_KEY, {}))
    try:
        per = les_dato(given.pop("per")) if "per" in given else None
    except ValueError as problem:
        raise UsageError(f"--per: {problem}") from None
    rot = Path(given.pop("rot")) if "rot" in given else None
    return Felles(rot=rot, per=per, **given)
