"""`ehelse rapport oppgaver`: the tasks of the mandates, and the cases about them."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Aar, Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """Vis oppgavene i mandatene, hvilke saker forumene har hatt om hver, og hvilke oppgaver som står uten."""

EXAMPLE = """ehelse rapport oppgaver
ehelse rapport oppgaver --forum nehr --aar 2026"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: Forum = None,
    aar: Aar = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.oppgaver import oppgaveoversikt

    return show_overview(
        ctx,
        lambda opened: oppgaveoversikt(opened.data, opened.dag, known_forum(opened, forum), aar),
        format_,
        tabell,
        ut,
    )
