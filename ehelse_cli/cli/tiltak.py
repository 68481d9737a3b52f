"""`ehelse tiltak`: what somebody is to do, and by when."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Alle, Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """List opp tiltakene som ikke er utført: hva, hvem og frist, fra møtene og fra sakene."""

EXAMPLE = """ehelse tiltak
ehelse tiltak --forum nehr --alle
ehelse tiltak --format csv"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: Forum = None,
    alle: Alle = False,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.tiltak import tiltaksoversikt

    return show_overview(
        ctx,
        lambda opened: tiltaksoversikt(opened.data, opened.dag, known_forum(opened, forum), alle=alle),
        format_,
        tabell,
        ut,
    )
