"""`ehelse mandat plan`: what a new mandate does to the people and the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.overview import Ut
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.report.screen import Screen

HELP = """Vis hva et nytt mandat gjør med medlemmer, seter, møter og saker – og hvilken endring som gjør det.

Reglene kjøres på det gamle og det nye mandatet mot de samme dataene, på hver dag noe skifter. FRA og TIL er som i \
`ehelse mandat diff`: nuit@2027-07-01-utkast holdes mot mandatet som gjelder.

Merkene: ! noe må gjøres, - har ikke lenger plass, + sete å fylle, ? kan ikke avgjøres, ~ noe blir et annet. \
[1] peker på endringen som er årsaken; trengs flere sammen, står de minste settene."""

EXAMPLE = """ehelse mandat plan nuit@2027-07-01-utkast
ehelse mandat plan nuit@2027-07-01-utkast --hva-om beslutningsdyktighet.minst=2/3 --fravaer rhf
ehelse mandat plan nuit@2027-07-01-utkast --i-kraft 2027-01-01 --horisont 12 --format markdown"""

_LEVELS = ("bryter", "betinget", "vesentlig", "uavklart", "aldri")
_FORMATS = ("tekst", "markdown", "md", "json", "github-kommentar")

Fra = Annotated[str | None, typer.Argument(metavar="FRA", help="Det gamle: nuit, nuit@2020-06-02, en fil, A..B.")]
Til = Annotated[str | None, typer.Argument(metavar="TIL", help="Det nye.")]
IKraft = Annotated[
    str | None, typer.Option("--i-kraft", metavar="DATO", help="Dagen det nye trer i kraft. Ellers den det sier.")
]
Horisont = Annotated[
    int, typer.Option("--horisont", metavar="MÅNEDER", min=1, max=120, help="Hvor langt fram det ses. Ellers 18.")
]
HvaOm = Annotated[
    list[str] | None,
    typer.Option("--hva-om", metavar="FELT=VERDI", help="Prøv det nye mandatet med et felt endret. Kan gjentas."),
]
Fravaer = Annotated[
    list[str] | None,
    typer.Option("--fravaer", metavar="HVEM", help="Medlem, virksomhet eller gruppe som er borte. Kan gjentas."),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORM",
        help="tekst, markdown, json eller github-kommentar. Ellers: tekst.",
        callback=one_of("--format", *_FORMATS),
    ),
]
FeilVed = Annotated[
    str,
    typer.Option(
        "--feil-ved",
        metavar="NIVÅ",
        help=f"Svar 1 ved utfall på nivået eller verre: {', '.join(_LEVELS)}. Ellers: aldri.",
        callback=one_of("--feil-ved", *_LEVELS),
    ),
]


def run(  # noqa: PLR0917 (the signature is the declaration: typer reads it)
    ctx: typer.Context,
    fra: Fra = None,
    til: Til = None,
    i_kraft: IKraft = None,
    horisont: Horisont = 18,
    hva_om: HvaOm = None,
    fravaer: Fravaer = None,
    format_: Format = "tekst",
    ut: Ut = None,
    feil_ved: FeilVed = "aldri",
) -> int:
    """Find the sides, read the live data, plan, report."""
    from ehelse_cli.cli.files import show_or_write
    from ehelse_cli.cli.mandat_diff import compare
    from ehelse_cli.cli.mandate_trial import Trial, day, planned
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.diff.endring import Nivaa
    from ehelse_cli.report.plan_former import report
    from ehelse_cli.report.plan_kommentar import plan_kommentar

    shared = felles(ctx)
    trial = Trial(day("--i-kraft", i_kraft), horisont, tuple(hva_om or ()), tuple(fravaer or ()))
    sides = compare(shared, [one for one in (fra, til) if one])
    found = planned(open_tree(shared), sides, trial)

    def text(place: Screen) -> str:
        if format_ == "github-kommentar":
            return plan_kommentar(sides, found)
        return report(found, "markdown" if format_ == "md" else format_, place)

    show_or_write(text, ut, shared, made=format_, offered=_FORMATS)
    return int(feil_ved != "aldri" and any(level.rang <= Nivaa(feil_ved).rang for level in found.nivaaer))
