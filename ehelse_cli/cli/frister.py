"""`ehelse frister`: what is late, and what comes."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Alle, Dager, Format, Forum, Tabell, Ut, known_forum, show_overview

HELP = """List opp fristene: det som er forfalt, og det som forfaller de neste dagene.

Møtefristene er regnet ut fra mandatet, eller fra sekretariatets egen praksis. Oppdrag, tiltak, svar på råd, formøter og
fristene i årshjulet er også med."""

EXAMPLE = """ehelse frister
ehelse frister --forum nehr --dager 30
ehelse frister --alle --format json"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: Forum = None,
    dager: Dager = 90,
    alle: Alle = False,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.frister import fristoversikt

    return show_overview(
        ctx,
        lambda opened: fristoversikt(opened.data, opened.dag, known_forum(opened, forum), dager=dager, alle=alle),
        format_,
        tabell,
        ut,
    )
