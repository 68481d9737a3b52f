"""`ehelse mandat vis`: the text that was in force on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.overview import Ut
from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.mandat import Mandat

HELP = """Vis teksten i mandatet som gjaldt en dag, med hvem som vedtok den, når og i hvilken sak.

Var det et annet råd som satt den dagen, vises det rådets mandat. `ehelse vis nuit@2025-01-01` viser \
reglene i et mandat."""

EXAMPLE = """ehelse mandat vis nehr
ehelse mandat vis nehr --per 2018-05-01
ehelse mandat vis nuit@2027-07-01-utkast --format md"""

_FORMATS = ("tekst", "markdown", "md", "html", "json")

Hva = Annotated[str, typer.Argument(metavar="FORUM", help="Forumet, eller en revisjon: nuit@2020-06-02.")]
Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="tekst|md|html|json", help="Ellers: tekst.", callback=one_of("--format", *_FORMATS)
    ),
]


def run(ctx: typer.Context, hva: Hva, format_: Format = "tekst", ut: Ut = None) -> int:
    """Read the mandates, find the one of the day, show its text."""
    from ehelse_cli.cli.files import show_or_write
    from ehelse_cli.cli.mandate_tree import open_mandates
    from ehelse_cli.report import mandattekst as form
    from ehelse_cli.report.mandattekst import Mandattekst

    shared = felles(ctx)
    opened = open_mandates(shared)
    found = _mandate(opened, hva)
    text = Mandattekst(opened.data, hva if hva in opened.data.forum else found.forum, found, opened.dag)
    forms = {"html": form.som_html, "json": form.som_json, "md": form.som_markdown, "markdown": form.som_markdown}
    show_or_write(
        lambda place: forms[format_](text) if format_ in forms else form.som_tekst(text, place),
        ut,
        shared,
        made=format_,
        offered=_FORMATS,
    )
    return 0


def _mandate(opened: Opened, given: str) -> Mandat:
    """The revision that was named, or the one in force that day for the council or the one before it.

    Raises:
        EhelseError: if there is none, or one that may be meant cannot be read.
    """
    from ehelse_cli.cli.mandate_known import NoKnownMandateError
    from ehelse_cli.cli.mandate_tree import whole
    from ehelse_cli.cli.sides import mandate_or_forum
    from ehelse_cli.core.kalender import datotekst
    from ehelse_cli.diff.historie import forgjengere

    data = opened.data
    id_ = mandate_or_forum(data, given)
    if id_ in data.mandater:
        return data.mandater[id_]
    line = (id_, *forgjengere(data, id_))
    whole(opened, "arbeidstreet", frozenset(line))
    found = next((one for forum in line if (one := data.mandat_for(forum, opened.dag)) is not None), None)
    if found is None:
        what = f"filene har ikke noe mandat for {id_} som gjaldt {datotekst(opened.dag)}"
        raise NoKnownMandateError(what, f"`ehelse mandat logg {id_}` viser dem som er kjent.")
    return found
