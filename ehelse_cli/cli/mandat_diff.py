"""`ehelse mandat diff`: what changed from one mandate to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.core.spraak import Maalform as Maalformen

HELP = """Sammenlign to mandater: hva som er endret i reglene, og hva som er endret i ordlyden.

FRA og TIL er et forum (mandatet som gjelder), en revisjon (nuit@2025-01-01) eller en mandatfil. Med bare FRA \
sammenlignes den med revisjonen før; et utkast med den som gjelder.

--format endringsvedtak skriver det som må vedtas for at den gamle ordlyden skal bli den nye, og har \
prøvd at det stemmer."""

EXAMPLE = """ehelse mandat diff nehs nehr
ehelse mandat diff nuit@2020-06-02 nuit@2025-01-01 --format markdown
ehelse mandat diff nuit@2027-07-01-utkast --format endringsvedtak --maalform nn"""

_LEVELS = ("bryter", "betinget", "vesentlig", "uavklart", "redaksjonell", "aldri")
_MAALFORMER: Mapping[str, Maalformen] = {"nb": "nb", "nn": "nn"}
_FORMATS = ("tekst", "markdown", "md", "json", "endringsvedtak")

Fra = Annotated[str | None, typer.Argument(metavar="FRA", help="Den gamle: nehs, nuit@2020-06-02 eller en fil.")]
Til = Annotated[str | None, typer.Argument(metavar="TIL", help="Den nye.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="tekst|markdown|json|endringsvedtak",
        help="Ellers: tekst.",
        callback=one_of("--format", *_FORMATS),
    ),
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


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    fra: Fra = None,
    til: Til = None,
    format_: Format = "tekst",
    maalform: Maalform = None,
    feil_ved: FeilVed = "aldri",
) -> int:
    """Find the sides, compare, report."""
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.output import screen, show
    from ehelse_cli.cli.sides import find_sides
    from ehelse_cli.diff.endring import Nivaa
    from ehelse_cli.diff.mandat import diff
    from ehelse_cli.diff.vedtakstekst import vedtakstekst
    from ehelse_cli.report.mandatdiff import MANDATREPORTERS

    shared = felles(ctx)
    opened = open_tree(shared)
    sides = find_sides(opened, [one for one in (fra, til) if one])
    found = diff(sides.old, sides.new, opened.data.virksomhetsnavn)
    place = screen(shared.farge)
    if format_ == "endringsvedtak":
        show(vedtakstekst(sides.old, sides.new, opened.data.virksomhetsnavn, _MAALFORMER.get(maalform or "")))
    else:
        reporter = MANDATREPORTERS["markdown" if format_ == "md" else format_]
        text = reporter(found, width=place.width, color=place.colours, encoding=place.encoding)
        show(text, colours=place.colours)
    if feil_ved == "aldri":
        return 0
    return int(any(found.antall(level) for level in Nivaa if level.rang <= Nivaa(feil_ved).rang))
