"""`ehelse mandat logg`: a council's mandates through time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.shared import felles
from ehelse_cli.cli.values import one_of
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.report.screen import Screen

HELP = """Vis mandatene for et forum over tid: hvem som vedtok dem, hvor, når de trådte i kraft, og hva som ble endret.

Rådet som forumet tok over etter, er med. Med --punkt vises ett punkt gjennom alle \
revisjonene, med ordene som ble endret."""

EXAMPLE = """ehelse mandat logg nehr
ehelse mandat logg nuit --punkt sammensetning
ehelse mandat logg nuit --punkt 2.1 --format json"""

_FORMATS = ("tekst", "markdown", "md", "json")

ForumId = Annotated[str, typer.Argument(metavar="FORUM", help="For eksempel nehr eller nuit.")]
Punkt = Annotated[
    str | None,
    typer.Option(
        "--punkt", metavar="PUNKT", help="Overskriften eller ankeret, eller et nummer: 3, eller 3.2 i listen."
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="tekst|markdown|json", help="Ellers: tekst.", callback=one_of("--format", *_FORMATS)
    ),
]


class NoSuchClauseError(EhelseError):
    """No revision has the clause."""

    def __init__(self, given: str, known: Sequence[str]) -> None:
        from ehelse_cli.cli.errors import did_you_mean, nearest

        super().__init__(
            f"ingen mandater har punktet «{given}»{did_you_mean(nearest(given, tuple(known)))}",
            f"Det siste har disse: {', '.join(known) or 'ingen overskrifter'}.",
        )


def run(ctx: typer.Context, forum: ForumId, punkt: Punkt = None, format_: Format = "tekst") -> int:
    """Read the mandates, follow them or the clause, report."""
    from ehelse_cli.cli.mandate_tree import open_mandates
    from ehelse_cli.cli.output import screen, show

    shared = felles(ctx)
    opened = open_mandates(shared)
    place = screen(shared.farge)
    id_ = _whole(opened, forum)
    text = _clause(opened, id_, punkt, format_, place) if punkt else _timeline(opened, id_, format_, place)
    show(text, colours=place.colours)
    return 0


def _whole(opened: Opened, given: str) -> str:
    """The council's id, if it and those before it have mandates that were all read whole.

    Raises:
        EhelseError: if not.
    """
    from ehelse_cli.cli.mandate_known import NoKnownMandateError
    from ehelse_cli.cli.mandate_tree import whole
    from ehelse_cli.cli.sides import mandate_or_forum
    from ehelse_cli.diff.historie import forgjengere

    id_ = mandate_or_forum(opened.data, given).partition("@")[0]
    forums = frozenset({id_, *forgjengere(opened.data, id_)})
    whole(opened, "arbeidstreet", forums)
    if not any(opened.data.mandater_for(one) for one in forums):
        raise NoKnownMandateError(f"{id_} har ikke noe mandat i filene")
    return id_


def _timeline(opened: Opened, forum: str, form: str, place: Screen) -> str:
    from ehelse_cli.diff.historie import historie
    from ehelse_cli.report import mandatlogg as logg

    steps = historie(opened.data, forum)
    if form == "json":
        return logg.som_json(opened.data, forum, steps, opened.dag)
    if form == "tekst":
        return logg.som_tekst(opened.data, forum, steps, opened.dag, place)
    return logg.som_markdown(opened.data, forum, steps, opened.dag)


def _clause(opened: Opened, forum: str, clause: str, form: str, place: Screen) -> str:
    from ehelse_cli.diff.punkthistorie import ankerforslag, punkthistorie
    from ehelse_cli.report import mandatlogg as logg

    steps = punkthistorie(opened.data, forum, clause)
    if not steps:
        raise NoSuchClauseError(clause, tuple(ankerforslag(opened.data, forum)))
    if form == "json":
        return logg.punkt_som_json(opened.data, forum, steps, opened.dag)
    if form == "tekst":
        return logg.punkt_som_tekst(opened.data, forum, steps, opened.dag, place)
    return logg.punkt_som_markdown(opened.data, forum, steps, opened.dag)
