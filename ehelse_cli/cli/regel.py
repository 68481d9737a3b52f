"""`ehelse regel`: a rule explained, or all of them listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.shared import felles

if TYPE_CHECKING:
    from ehelse_cli.report.screen import Screen

HELP = """Forklar en regel: hva den sier, hjemmelen, og hvordan det rettes. Uten KODE: alle reglene.

Med --ved forklares funnet på det stedet, med regnestykket og ordlyden i mandatet.
Svaret er 3 når ingenting er funnet der."""

EXAMPLE = """ehelse regel
ehelse regel MOT501
ehelse regel ikke-beslutningsdyktig"""

Kode = Annotated[str | None, typer.Argument(metavar="KODE", help="Koden eller navnet, slik det står i et funn.")]
Ved = Annotated[
    str | None,
    typer.Option("--ved", metavar="FIL:LINJE", help="Forklar funnet her, for eksempel data/moeter/nuit/2026-m3.md:11."),
]


def run(ctx: typer.Context, kode: Kode = None, ved: Ved = None) -> int:
    """List the rules, print the page of one, or explain what was found at a place."""
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.cli.rule_pages import find_rule, page
    from ehelse_cli.report.catalogue import catalogue
    from ehelse_cli.report.markdown import markdown_as_text
    from ehelse_cli.report.rule_text import readable
    from ehelse_cli.rules.catalogue import CATALOGUE

    place = screen(felles(ctx).farge)
    if ved is not None:
        show(_explained(felles(ctx), kode, ved, place), colours=place.colours)
    elif kode is None:
        show(catalogue(CATALOGUE, place), colours=place.colours)
    else:
        show(markdown_as_text(readable(page(find_rule(kode, CATALOGUE))), place), colours=place.colours)
    return 0


def _explained(shared: Felles, kode: str | None, ved: str, place: Screen) -> str:
    """The findings at the place, with the clauses and the rule in words."""
    from msgspec.structs import replace

    from ehelse_cli.cli.at_place import clauses, findings_at, parse_place
    from ehelse_cli.cli.checking import check
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.rule_pages import find_rule, pages
    from ehelse_cli.report.explanation import explanation
    from ehelse_cli.rules.catalogue import CATALOGUE

    given = parse_place(ved)
    code = find_rule(kode, CATALOGUE).code if kode else None
    opened = open_tree(shared)
    report = check(opened, shared.revisjon)
    findings = findings_at(report, given, code, opened)
    report = replace(report, pages=pages(finding.rule for finding in findings))
    return explanation(report, findings, clauses(findings, opened.data), place)
