"""`ehelse oppmoete`: who came, and who sent a substitute."""

from __future__ import annotations

import typer

from ehelse_cli.cli.overview import Format, ForumId, Maaneder, Tabell, Ut, show_overview, the_forum

HELP = """Vis oppmøtet i et forum over et rullende år, per medlem, virksomhet og møte.

Bruken av stedfortreder er holdt mot mandatets eller sekretariatets grense. Det står hvem som må møte neste gang."""

EXAMPLE = """ehelse oppmoete nuit
ehelse oppmoete nehr --maaneder 24
ehelse oppmoete nehr --tabell virksomheter --format csv"""


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    maaneder: Maaneder = 12,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Compute it, and show it."""
    from ehelse_cli.oversikt.oppmoeteoversikt import oppmoeteoversikt

    return show_overview(
        ctx,
        lambda opened: oppmoeteoversikt(opened.data, the_forum(opened, forum), opened.dag, maaneder=maaneder),
        format_,
        tabell,
        ut,
    )
