"""`ehelse mandat diff`: what changed from one mandate to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.overview import Ut
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.core.spraak import Maalform as Maalformen
    from ehelse_cli.diff.samling import Samling
    from ehelse_cli.report.screen import Screen

HELP = """Sammenlign to mandater: hva som er endret i reglene, og hva som er endret i ordlyden.

Hver av FRA og TIL er et forum (mandatet som gjelder), en revisjon (nuit@2025-01-01), en mandatfil, - (stdin), \
eller noe av dette slik det er i git (main:nuit). Med bare FRA sammenlignes den med revisjonen før, et utkast med \
den som gjelder.

A..B sammenligner alle mandatene i to git-revisjoner, A...B fra der B skilte lag med A; skriv gjerne forum etter. \
Uten noe: arbeidstreet mot der grenen skilte lag med hovedgrenen.

Som endringsvedtak: det som må vedtas for at den gamle ordlyden skal bli den nye; det er prøvd at det stemmer."""

EXAMPLE = """ehelse mandat diff nehs nehr
ehelse mandat diff nuit@2027-07-01-utkast
ehelse mandat diff nuit@2020-06-02 nuit@2025-01-01 --format html --ved-siden --ut endringer.html
ehelse mandat diff nuit@2027-07-01-utkast --format endringsvedtak --maalform nn"""

_LEVELS = ("bryter", "betinget", "vesentlig", "uavklart", "redaksjonell", "aldri")
_MAALFORMER: Mapping[str, Maalformen] = {"nb": "nb", "nn": "nn"}
_FORMATS = ("tekst", "markdown", "md", "html", "json", "endringsvedtak", "github-kommentar")

Fra = Annotated[str | None, typer.Argument(metavar="FRA", help="Den gamle: nehs, nuit@2020-06-02, en fil, A..B.")]
Til = Annotated[str | None, typer.Argument(metavar="TIL", help="Den nye.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORM",
        help="tekst, markdown, html, json, endringsvedtak eller github-kommentar. Ellers: tekst.",
        callback=one_of("--format", *_FORMATS),
    ),
]
VedSiden = Annotated[
    bool, typer.Option("--ved-siden", help="HTML med den gamle og den nye teksten ved siden av hverandre.")
]
Maalform = Annotated[
    str | None,
    typer.Option(
        "--maalform",
        metavar="nb|nn",
        help="Målformen i endringsvedtaket. Ellers mandatets.",
        callback=one_of("--maalform", *_MAALFORMER),
    ),
]
FeilVed = Annotated[
    str,
    typer.Option(
        "--feil-ved",
        metavar="NIVÅ",
        help=f"Svar 1 ved endringer på nivået eller verre: {', '.join(_LEVELS)}. Ellers: aldri.",
        callback=one_of("--feil-ved", *_LEVELS),
    ),
]


def run(  # noqa: PLR0917 (the signature is the declaration: typer reads it)
    ctx: typer.Context,
    fra: Fra = None,
    til: Til = None,
    format_: Format = "tekst",
    ved_siden: VedSiden = False,
    maalform: Maalform = None,
    ut: Ut = None,
    feil_ved: FeilVed = "aldri",
) -> int:
    """Find the sides, compare, report."""
    from ehelse_cli.cli.errors import UsageError
    from ehelse_cli.cli.files import show_or_write
    from ehelse_cli.cli.output import say
    from ehelse_cli.diff.endring import Nivaa
    from ehelse_cli.report.mandatdiff import report

    if ved_siden and format_ != "html":
        raise UsageError("--ved-siden er bare for --format html")
    shared = felles(ctx)
    found = compare(shared, [one for one in (fra, til) if one])

    def text(place: Screen) -> str:
        if format_ != "endringsvedtak":
            return report(found, "ved-siden" if ved_siden else format_, place)
        from ehelse_cli.report.endringsvedtak import endringsvedtak, merknader

        for line in () if shared.stille else merknader(found):
            say(f"merk: {line}")
        return endringsvedtak(found, _MAALFORMER.get(maalform or ""))

    show_or_write(text, ut, shared, made=format_, offered=_FORMATS)
    if feil_ved == "aldri":
        return 0
    return int(any(found.tellende(level) for level in Nivaa if level.rang <= Nivaa(feil_ved).rang))


def compare(shared: Felles, given: list[str]) -> Samling:
    """What the words ask for: two mandates, or all that differ between two states of the files.

    Raises:
        EhelseError: if a side is unknown or cannot be read, or there is no mandate to compare.
    """
    from ehelse_cli.cli.mandate_range import compare_range, compare_with_base, read_range
    from ehelse_cli.cli.mandate_tree import open_mandates
    from ehelse_cli.cli.sides import NoSidesError, find_sides
    from ehelse_cli.diff.godtatt import med_godkjenninger
    from ehelse_cli.diff.mandat import diff, lest_fra
    from ehelse_cli.diff.samling import Samling
    from ehelse_cli.load.git_errors import NotARepositoryError

    ranges = [(word, asked) for word in given if (asked := read_range(word)) is not None]
    if ranges:
        word, asked = ranges[0]
        return compare_range(shared, asked, [other for other in given if other != word])
    if not given:
        try:
            return compare_with_base(shared, ())
        except NotARepositoryError:
            raise NoSidesError(open_mandates(shared).data) from None
    opened = open_mandates(shared)
    sides = find_sides(opened, given)
    compared = diff(sides.old, sides.new, opened.data.virksomhetsnavn)
    found = Samling((lest_fra(compared, sides.old_from, sides.new_from),), par=((sides.old, sides.new),))
    return med_godkjenninger(found, opened.data, opened.dag)
