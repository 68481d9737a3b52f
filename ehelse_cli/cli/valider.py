"""`ehelse valider`: every rule on the tree."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.report.report import Report

HELP = """Sjekk alle filene mot reglene.

Svaret er 0 når alt er i orden, 1 når noe er funnet, 2 når det ikke går an å sjekke, og 3 når det ikke var noe der."""

EXAMPLE = """ehelse valider
ehelse valider data/forum/nehr.yaml --per 2026-12-01
ehelse valider --format kort --format json=funn.json
ehelse valider --format sarif=funn.sarif --format junit=funn.xml
ehelse valider --prognose --horisont 12
ehelse valider --dekning"""

_LEVELS = ("feil", "advarsel", "merknad", "aldri")

Stier = Annotated[
    list[str] | None, typer.Argument(metavar="STI", help="Vis bare funn i disse filene eller mappene. Alt blir lest.")
]
Format = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FIL]",
        help="tekst, kort, json, github, gitlab, sarif, junit eller markdown; med =FIL skrives det dit. Kan gjentas.",
    ),
]
FeilVed = Annotated[
    str,
    typer.Option(
        "--feil-ved",
        metavar="|".join(_LEVELS),
        help="Hvor alvorlig et funn må være for at svaret blir 1. Ellers: feil.",
        callback=one_of("--feil-ved", *_LEVELS),
    ),
]
Dekning = Annotated[
    bool,
    typer.Option("--dekning", help="Vis i stedet hvor mye hver regel så på, og hvilke som ikke hadde noe å se på."),
]
Statistikk = Annotated[
    bool, typer.Option("--statistikk", help="Vis i stedet hvor mange funn det er per alvor, familie, regel og fil.")
]
BareNye = Annotated[
    bool, typer.Option("--bare-nye", help="Vis bare funn som ikke var der da grenen skilte lag med standardgrenen.")
]
Mot = Annotated[
    str | None,
    typer.Option("--mot", metavar="REV", help="Det --bare-nye sammenligner med i stedet, som main."),
]

Prognose = Annotated[
    bool,
    typer.Option("--prognose", help="Vis i stedet det som blir brutt framover hvis ingen gjør noe, fra hvilken dag."),
]
#: So many months, when nothing is said.
_LOOKS_AHEAD = 18
Horisont = Annotated[
    int | None,
    typer.Option(
        "--horisont", metavar="MÅNEDER", min=1, max=60, help=f"Hvor langt --prognose ser. Ellers {_LOOKS_AHEAD}."
    ),
]


def run(  # noqa: PLR0917 (the signature is the declaration: typer reads it)
    ctx: typer.Context,
    stier: Stier = None,
    format_: Format = None,
    feil_ved: FeilVed = "feil",
    dekning: Dekning = False,
    statistikk: Statistikk = False,
    bare_nye: BareNye = False,
    mot: Mot = None,
    prognose: Prognose = False,
    horisont: Horisont = None,
) -> int:
    """Read, judge, report."""
    from ehelse_cli.cli.opening import begin

    shared = felles(ctx)
    _refuse_combined(bare_nye, mot, prognose, horisont)
    opening = begin(shared)
    # The models and the rules, which take their time: a large tree is being read meanwhile.
    from ehelse_cli.cli.checking import check, narrowed
    from ehelse_cli.cli.reporting import deliver, destinations, with_annotations
    from ehelse_cli.report.coverage import coverage_sheet, statistics_sheet

    asked = {"--dekning": (dekning, coverage_sheet), "--statistikk": (statistikk, statistics_sheet)}
    tables = {option: sheet for option, (given, sheet) in asked.items() if given}
    wanted = destinations(format_ or ([] if tables else ["tekst"]), tuple(tables))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        wanted = with_annotations(wanted)
    opened = opening.finished()
    report = check(opened, shared.revisjon)
    if prognose:
        from ehelse_cli.cli.foretelling import foretold

        report = foretold(report, opened, horisont or _LOOKS_AHEAD)
    if bare_nye:
        from ehelse_cli.cli.comparing import only_new

        report = only_new(report, opened, mot)
    report = narrowed(report, stier or (), opened)
    deliver(report, wanted, [sheet(report) for sheet in tables.values()], shared)
    return exit_code(report, feil_ved)


def _refuse_combined(bare_nye: bool, mot: str | None, prognose: bool, horisont: int | None) -> None:
    if mot is not None and not bare_nye:
        raise UsageError("--mot sier hva --bare-nye skal sammenligne med", "Skriv --bare-nye også.")
    if horisont is not None and not prognose:
        raise UsageError("--horisont sier hvor langt --prognose skal se", "Skriv --prognose også.")
    if prognose and bare_nye:
        raise UsageError("--prognose ser framover, og --bare-nye ser bakover", "Velg én av dem.")


def exit_code(report: Report, fail_at: str) -> int:
    """4 when a rule crashed, 1 when a finding is as grave as `fail_at`, 3 when there was nothing to check, else 0."""
    from ehelse_cli.core.finding import Severity

    if report.crashes:
        return 4
    if fail_at != "aldri" and any(one.severity.rank <= Severity(fail_at).rank for one in report.findings):
        return 1
    return 0 if report.files else 3
