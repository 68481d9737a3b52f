"""`ehelse aarshjul`: a year at a glance, and the days of one that is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.overview import Format, Forum, Tabell, Ut
from ehelse_cli.cli.planning_options import Asked
from ehelse_cli.cli.year_shown import Form, show_year

if TYPE_CHECKING:
    from collections.abc import Mapping

HELP = """Vis et år: møtene i alle forum, fristene foran dem, formøtene, og når det er stengt.

Uten AAR vises året dagen er i. `--hjul FIL.svg` tegner årshjulet. Som side, PDF og Word: `ehelse lag aarshjul`. \
Som kalender: `ehelse eksporter ical`.

`--publisert` fører dagen årshjulet ble publisert, og `--behandlet` møtet som behandlet det. Før det er \
publisert, viser nettstedet bare møtene i året som det er kalt inn til.

`--planlegg` foreslår datoer for alle forum som holder alle regler, så nær det vanlige som det går. Møter som er satt \
opp, blir stående. Med `--proev` vises filene planen gir, og med `--skriv` skrives de. Finnes det ingen plan, står det \
hva som binder. Det trenger OR-tools: `pip install "ehelse-cli[planlegg]"`."""

EXAMPLE = """ehelse aarshjul 2027
ehelse aarshjul 2027 --forum nehr --format csv
ehelse aarshjul 2027 --hjul aarshjul.svg
ehelse aarshjul 2027 --publisert 2026-11-23 --proev
ehelse aarshjul --planlegg 2028
ehelse aarshjul --planlegg 2028 --ukedag nehr=tirsdag,torsdag --stengt "Vinterferie 2028-02-21/2028-02-25"
ehelse aarshjul --planlegg 2028 --proev"""

Aar = Annotated[int | None, typer.Argument(metavar="AAR", help="Ellers: året dagen er i.", min=1600, max=2400)]
Hjul = Annotated[str | None, typer.Option("--hjul", metavar="FIL.svg", help="Tegn årshjulet i filen.")]
Planlegg = Annotated[bool, typer.Option("--planlegg", help="Foreslå datoer. Uten AAR: for neste år.")]
Skriv = Annotated[bool, typer.Option("--skriv", help="Skriv planen som møter og årshjul.")]
Publisert = Annotated[
    str | None, typer.Option("--publisert", metavar="DATO", help="Før at det ble publisert den dagen.")
]
Behandlet = Annotated[
    str | None, typer.Option("--behandlet", metavar="MØTE", help="Før hvilket møte som behandlet det.")
]
Antall = Annotated[list[str], typer.Option("--antall", metavar="FORUM=TALL", help="Så mange møter i planen.")]
Ukedag = Annotated[list[str], typer.Option("--ukedag", metavar="FORUM=DAG,DAG", help="Bare disse ukedagene i planen.")]
Stengt = Annotated[
    list[str], typer.Option("--stengt", metavar='"TITTEL FRA/TIL"', help="Hold disse dagene stengt i planen.")
]
Uten = Annotated[list[str], typer.Option("--uten", metavar="VILKÅR", help="Sett til side et vilkår i planen.")]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    aar: Aar = None,
    forum: Forum = None,
    hjul: Hjul = None,
    publisert: Publisert = None,
    behandlet: Behandlet = None,
    planlegg: Planlegg = False,
    skriv: Skriv = False,
    antall: Antall = [],  # noqa: B006 (typer reads the default, and never changes it)
    ukedag: Ukedag = [],  # noqa: B006
    stengt: Stengt = [],  # noqa: B006
    uten: Uten = [],  # noqa: B006
    proev: Proev = False,
    likevel: Likevel = None,
    format_: Format = "tekst",
    tabell: Tabell = None,
    ut: Ut = None,
) -> int:
    """Show the year, or enter what became of its calendar; or plan it, and write the plan where that is asked for."""
    from ehelse_cli.cli.year_planned import plan_files, show_plan

    form = Form(format_, tabell, ut, hjul)
    said = (tuple(antall), tuple(ukedag), tuple(stengt), tuple(uten))
    entered = {"--publisert": publisert, "--behandlet": behandlet}
    if not planlegg:
        _only_in_a_plan(
            dict(zip(("--antall", "--ukedag", "--stengt", "--uten", "--skriv"), (*said, skriv), strict=True))
        )
        if any(entered.values()):
            as_said = None if format_ == "tekst" else format_
            shown = {"--forum": forum, "--hjul": hjul, "--format": as_said, "--tabell": tabell, "--ut": ut}
            return _enter(ctx, aar, entered, shown, proev=proev, likevel=likevel)
        _only_in_a_plan({"--proev": proev, "--likevel": likevel is not None})
        return show_year(ctx, aar, forum, form)
    _not_in_a_plan(entered)
    if forum is not None:
        raise UsageError("--forum gjelder ikke sammen med --planlegg", "Planen er for alle forumene i årshjulet.")
    asked = Asked(aar, *said)
    if skriv or proev:
        return edit(ctx, lambda opened, desk: plan_files(ctx, opened, desk, asked, form), proev=proev, likevel=likevel)
    return show_plan(ctx, asked, form)


def _only_in_a_plan(said: Mapping[str, object]) -> None:
    """Refuse what says nothing of a year that is only shown.

    Raises:
        UsageError: if any of it is said.
    """
    for option, value in said.items():
        if value:
            raise UsageError(f"{option} gjelder bare en plan", "Ta med --planlegg.")


def _not_in_a_plan(said: Mapping[str, object]) -> None:
    """Refuse what is entered of a year whose days are known.

    Raises:
        UsageError: if any of it is said.
    """
    for option, value in said.items():
        if value:
            raise UsageError(
                f"{option} gjelder ikke sammen med --planlegg", "Planen skrives først, og publiseres siden."
            )


def _enter(
    ctx: typer.Context,
    aar: int | None,
    said: Mapping[str, str | None],
    shown: Mapping[str, str | None],
    *,
    proev: bool,
    likevel: str | None,
) -> int:
    """What became of the calendar; the year is always said, since in December it is the next one that is meant.

    Raises:
        UsageError: if the year is not said, or something is said of how a year is to be shown.
    """
    from ehelse_cli.cli.year_entered import Said, enter

    option = next(name for name, value in said.items() if value)
    if aar is None:
        raise UsageError("det er ikke sagt hvilket år", f"For eksempel `ehelse aarshjul 2027 {option} …`.")
    for other, value in shown.items():
        if value is not None:
            raise UsageError(f"{other} gjelder ikke sammen med {option}", "Året vises med `ehelse aarshjul`.")
    return enter(ctx, Said(aar, said["--publisert"], said["--behandlet"]), proev=proev, likevel=likevel)
