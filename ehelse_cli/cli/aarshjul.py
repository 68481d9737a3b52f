"""`ehelse aarshjul`: a year at a glance, and the days of one that is to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.overview import Format, Forum, Tabell, Ut, deliver, known_forum, unreadable
from ehelse_cli.cli.planning_options import Asked
from ehelse_cli.cli.progress import waiting
from ehelse_cli.cli.shared import felles
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.oversikt import Oversikt
    from ehelse_cli.report.screen import Screen

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


_LOOKING = "leter etter dager"


@dataclass(frozen=True, slots=True)
class Form:
    """How it is to be shown, and where; the file of the wheel."""

    format: str = "tekst"
    tabell: str | None = None
    ut: str | None = None
    hjul: str | None = None


class NoSuchYearError(EhelseError):
    """There is nothing in the year."""

    def __init__(self, aar: int, known: Sequence[int]) -> None:
        there = f"Det finnes årshjul for {', '.join(map(str, known))}." if known else "Det finnes ingen årshjul."
        super().__init__(
            f"det finnes verken årshjul eller møter for {aar}",
            f"{there} Lag et med `ehelse aarshjul --planlegg {aar}`.",
        )


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
        return _show_year(ctx, aar, forum, form)
    _not_in_a_plan(entered)
    if forum is not None:
        raise UsageError("--forum gjelder ikke sammen med --planlegg", "Planen er for alle forumene i årshjulet.")
    asked = Asked(aar, *said)
    if skriv or proev:
        return edit(ctx, lambda opened, desk: _files(ctx, opened, desk, asked, form), proev=proev, likevel=likevel)
    return _show_plan(ctx, asked, form)


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


# --- a year as it is


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


def _show_year(ctx: typer.Context, aar: int | None, forum: str | None, form: Form) -> int:
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.oversikt.aarsbilde import aarsbilde
    from ehelse_cli.oversikt.aarshjul import aarsoversikt, har_aar, kjente_aar
    from ehelse_cli.report.aarshjul_tekst import aar_som_tekst

    opened = open_tree(felles(ctx))
    year = aar or opened.dag.year
    if not har_aar(opened.data, year):
        raise NoSuchYearError(year, kjente_aar(opened.data))
    one = known_forum(opened, forum)
    _draw(ctx, opened, opened.data, year, form)
    oversikt = aarsoversikt(opened.data, year, opened.dag, one)
    bilde = aarsbilde(opened.data, year, opened.dag, one)
    return _shown(ctx, opened, oversikt, form, lambda seen, place: aar_som_tekst(seen, bilde, place))


def _shown(
    ctx: typer.Context,
    opened: Opened,
    oversikt: Oversikt,
    form: Form,
    text: Callable[[Oversikt, Screen], str] | None = None,
) -> int:
    """Show it, with what could not be read; 1 where there is such."""
    from dataclasses import replace

    from ehelse_cli.report.oversikt import chosen

    seen = replace(oversikt, tabeller=chosen(oversikt, form.tabell), uleselig=unreadable(opened))
    deliver(seen, form.format, form.ut, ctx, text=text if form.tabell is None else None)
    return 1 if opened.data.broken else 0


def _draw(ctx: typer.Context, opened: Opened, data: Dataset, aar: int, form: Form) -> None:
    """The wheel, in its file, where one is asked for."""
    if form.hjul is None:
        return
    from pathlib import Path

    from ehelse_cli.cli.files import write_file
    from ehelse_cli.cli.output import say
    from ehelse_cli.render.aarshjul import aarshjul
    from ehelse_cli.render.figurer import for_print
    from ehelse_cli.render.papers import order

    view = aarshjul(order(data, "aarshjul", f"aarshjul-{aar}", dag=opened.dag))
    write_file(Path(form.hjul), for_print(view.bilde.svg))
    if not felles(ctx).stille:
        say(f"skrev {form.hjul}")


# --- a year to come


def _show_plan(ctx: typer.Context, asked: Asked, form: Form) -> int:
    """The plan; or what binds, and 1."""
    from ehelse_cli.cli.opening import open_tree, tree_at
    from ehelse_cli.cli.planning import make_plan
    from ehelse_cli.load.edit.edits import Desk
    from ehelse_cli.oversikt.aarsbilde import aarsbilde
    from ehelse_cli.oversikt.aarskonflikt import Planloes, konfliktoversikt
    from ehelse_cli.oversikt.aarsplan import planoversikt
    from ehelse_cli.report.aarshjul_tekst import plan_som_tekst

    shared = felles(ctx)
    opened = open_tree(shared)
    with waiting(_LOOKING, quiet=shared.stille):
        made = make_plan(opened, Desk(tree_at(opened.root, shared.revisjon)), asked)
    if isinstance(made.plan, Planloes):
        _shown(ctx, opened, konfliktoversikt(made.plan), form)
        return 1
    _draw(ctx, opened, made.data, made.aar, form)
    bilde = aarsbilde(made.data, made.aar, opened.dag)
    return _shown(ctx, opened, planoversikt(made.plan), form, lambda seen, place: plan_som_tekst(seen, bilde, place))


def _files(ctx: typer.Context, opened: Opened, desk: Desk, asked: Asked, form: Form) -> Plan:
    """The desk with the plan's files; the plan itself is shown with them.

    Raises:
        NoPlanError: if there is none; what binds is shown.
        MovesMeetingError: if it would have a meeting that stands on another day.
    """
    from ehelse_cli.cli.planning import MovesMeetingError, NoPlanError, make_plan, moved
    from ehelse_cli.oversikt.aarskonflikt import Planloes, konfliktoversikt
    from ehelse_cli.oversikt.aarsplan import planoversikt

    with waiting(_LOOKING, quiet=felles(ctx).stille):
        made = make_plan(opened, desk, asked)
    if isinstance(made.plan, Planloes):
        _shown(ctx, opened, konfliktoversikt(made.plan), Form())
        raise NoPlanError(made.aar)
    if ider := moved(made):
        raise MovesMeetingError(ider)
    _draw(ctx, opened, made.data, made.aar, form)
    plan = made.plan
    return Plan(made.desk, lambda _: (planoversikt(plan),))
