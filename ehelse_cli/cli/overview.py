"""What the commands that show an overview share: their options, and how it is shown or written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.forum import Forum as Forum_
    from ehelse_cli.oversikt.oversikt import Oversikt
    from ehelse_cli.report.screen import Screen

_FORMATS = ("tekst", "json", "csv", "markdown", "md")

Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="tekst|json|csv|markdown", help="Ellers: tekst.", callback=one_of("--format", *_FORMATS)
    ),
]
Tabell = Annotated[
    str | None, typer.Option("--tabell", metavar="TABELL", help="Bare den ene tabellen, som den heter i JSON.")
]
Ut = Annotated[str | None, typer.Option("--ut", metavar="FIL", help="Skriv til filen i stedet for til skjermen.")]
Aar = Annotated[int | None, typer.Option("--aar", metavar="AAR", help="Bare det året.", min=1600, max=2400)]
Forum = Annotated[str | None, typer.Option("--forum", metavar="FORUM", help="Bare det forumet.")]
Dager = Annotated[int, typer.Option("--dager", metavar="DAGER", help="Hvor langt fram. Ellers 90.", min=1, max=3660)]
Maaneder = Annotated[
    int, typer.Option("--maaneder", metavar="MÅNEDER", help="Hvor langt tilbake fra dagen. Ellers 12.", min=1, max=600)
]
Alle = Annotated[bool, typer.Option("--alle", help="Ta med det som er gjort, også.")]
ForumId = Annotated[str, typer.Argument(metavar="FORUM", help="For eksempel nehr.")]


def show_overview(
    ctx: typer.Context,
    compute: Callable[[Opened], Oversikt],
    format_: str,
    tabell: str | None,
    ut: str | None,
) -> int:
    """Read the tree, compute, show; 1 where something could not be read, so that nobody takes it for the whole."""
    from dataclasses import replace

    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.report.oversikt import chosen

    shared = felles(ctx)
    opened = open_tree(shared)
    oversikt = compute(opened)
    oversikt = replace(oversikt, tabeller=chosen(oversikt, tabell), uleselig=unreadable(opened))
    deliver(oversikt, format_, ut, ctx)
    return 1 if opened.data.broken else 0


def unreadable(opened: Opened) -> tuple[str, ...]:
    """The files that could not be read; what has no file of its own is an organisation."""
    files = opened.data.files
    return tuple(sorted({files[id_].path if id_ in files else "data/virksomheter.yaml" for id_ in opened.data.broken}))


def deliver(
    oversikt: Oversikt,
    format_: str,
    ut: str | None,
    ctx: typer.Context,
    text: Callable[[Oversikt, Screen], str] | None = None,
) -> None:
    """Show the overview, or write it to a file; `text` shows as text what has a form of its own there."""
    from ehelse_cli.cli.files import show_or_write
    from ehelse_cli.cli.output import say
    from ehelse_cli.report.oversikt import FORMATS

    shared = felles(ctx)
    format_ = "markdown" if format_ == "md" else format_
    shown = text if text is not None and format_ == "tekst" else FORMATS[format_]
    show_or_write(lambda place: shown(oversikt, place), ut, shared, made=format_, offered=FORMATS)
    if ut is None and oversikt.uleselig and not shared.stille:
        say("ikke alt kan leses, så noe kan mangle: `ehelse valider` sier hva")


def the_forum(opened: Opened, given: str) -> Forum_:
    """The council that is meant.

    Raises:
        UnknownIdError: if nothing has the id.
        UnreadableError: if its file cannot be read.
        WrongKindError: if what has it is no council.
    """
    from ehelse_cli.cli.ids import WrongKindError, find_id

    found = find_id(opened.data, given)
    if found not in opened.data.forum:
        raise WrongKindError(found, "et forum", tuple(opened.data.forum))
    return opened.data.forum[found]


def known_forum(opened: Opened, given: str | None) -> str | None:
    """The id of the council that is asked for; None for all of them.

    Raises:
        UnknownIdError: if there is no such council.
    """
    return the_forum(opened, given).id if given is not None else None
