"""`ehelse regel`: a rule explained, or all of them listed."""

from __future__ import annotations

from typing import Annotated

import typer

from ehelse_cli.cli.shared import felles

HELP = """Forklar en regel: hva den sier, hjemmelen, og hvordan det rettes. Uten KODE: alle reglene."""

EXAMPLE = """ehelse regel
ehelse regel MOT501
ehelse regel ikke-beslutningsdyktig"""

Kode = Annotated[str | None, typer.Argument(metavar="KODE", help="Koden eller navnet, slik det står i et funn.")]


def run(ctx: typer.Context, kode: Kode = None) -> int:
    """List the rules, or print the page of one."""
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.cli.rule_pages import find_rule, page
    from ehelse_cli.report.catalogue import catalogue
    from ehelse_cli.report.markdown import markdown_as_text
    from ehelse_cli.rules import CATALOGUE

    place = screen(felles(ctx).farge)
    if kode is None:
        show(catalogue(CATALOGUE, place), colours=place.colours)
    else:
        show(markdown_as_text(page(find_rule(kode, CATALOGUE)), place), colours=place.colours)
    return 0
