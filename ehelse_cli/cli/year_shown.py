"""A year as it is: what happens in it, as text or a table, and its wheel in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehelse_cli.cli.overview import deliver, known_forum, unreadable
from ehelse_cli.cli.shared import felles
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import typer

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.dataset import Dataset
    from ehelse_cli.oversikt.oversikt import Oversikt
    from ehelse_cli.report.screen import Screen


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


def show_year(ctx: typer.Context, aar: int | None, forum: str | None, form: Form) -> int:
    """The year, or the one the day is in; 1 where something could not be read.

    Raises:
        NoSuchYearError: if there is nothing in it.
    """
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.oversikt.aarsbilde import aarsbilde
    from ehelse_cli.oversikt.aarshjul import aarsoversikt, har_aar, kjente_aar
    from ehelse_cli.report.aarshjul_tekst import aar_som_tekst

    opened = open_tree(felles(ctx))
    year = aar or opened.dag.year
    if not har_aar(opened.data, year):
        raise NoSuchYearError(year, kjente_aar(opened.data))
    one = known_forum(opened, forum)
    draw(ctx, opened, opened.data, year, form)
    oversikt = aarsoversikt(opened.data, year, opened.dag, one)
    bilde = aarsbilde(opened.data, year, opened.dag, one)
    return show(ctx, opened, oversikt, form, lambda seen, place: aar_som_tekst(seen, bilde, place))


def show(
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


def draw(ctx: typer.Context, opened: Opened, data: Dataset, aar: int, form: Form) -> None:
    """The wheel, in its file, where one is asked for."""
    if form.hjul is None:
        return
    from pathlib import Path

    from ehelse_cli.cli.files import named_as, write_file
    from ehelse_cli.cli.output import say
    from ehelse_cli.render.aarshjul import aarshjul
    from ehelse_cli.render.figurer import for_print
    from ehelse_cli.render.papers import order

    view = aarshjul(order(data, "aarshjul", f"aarshjul-{aar}", dag=opened.dag))
    write_file(named_as("svg", Path(form.hjul)), for_print(view.bilde.svg))
    if not felles(ctx).stille:
        say(f"skrev {form.hjul}")
