"""An overview on the screen: a sheet as every other, with the numbers to the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehelse_cli.oversikt.oversikt import Hode, Oversikt, Tabell, Verdi
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.report.oversikt_celle import er_tall, i_ord
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import Sheet, Table, Text, sheet_as_text
from ehelse_cli.report.vis_felles import per


def as_text(oversikt: Oversikt, screen: Screen) -> str:
    """Facts, then the tables; an empty one says that it is."""
    fakta = tuple((fakt.tittel, i_ord(fakt.verdi)) for fakt in oversikt.fakta)
    deler = tuple(_del(tabell, screen.width) for tabell in oversikt.tabeller)
    return sheet_as_text(Sheet(oversikt.tittel, per(oversikt.dag), fakta, deler, " ".join(_notis(oversikt))), screen)


def _notis(oversikt: Oversikt) -> Iterator[str]:
    if oversikt.uleselig:
        yield f"Ikke alt kan leses, så noe kan mangle her: {', '.join(oversikt.uleselig)}."
    if oversikt.eksempel:
        yield f"{BOKMAAL.eksempel}. {BOKMAAL.eksempel_forklart}"


def _del(tabell: Tabell, bredde: int) -> Table | Text:
    if not tabell.rader:
        return Text(tabell.tittel, (tabell.tom,) if tabell.tom else ())
    vist = [nr for nr, hode in enumerate(tabell.hoder) if hode.vist and hode.under <= bredde]
    rader = tuple(tuple(i_ord(rad[nr]) for nr in vist) for rad in tabell.rader)
    tall = tuple(sted for sted, nr in enumerate(vist) if any(er_tall(rad[nr]) for rad in tabell.rader))
    under = tuple(tuple(_under(tabell.hoder, rad, bredde)) for rad in tabell.rader)
    return Table(tabell.tittel, tuple(tabell.hoder[nr].tittel for nr in vist), rader, tabell.note, tall, under)


def _under(hoder: Sequence[Hode], rad: Sequence[Verdi], bredde: int) -> Iterator[str]:
    """What stands below the row: the first by itself, the others after their title."""
    par = zip(hoder, rad, strict=True)
    celler = [(hode.tittel, i_ord(verdi)) for hode, verdi in par if hode.vist and hode.under > bredde]
    for nr, (tittel, tekst) in enumerate(celler):
        for linje in tekst.split("\n") if tekst else ():
            yield linje if nr == 0 else f"{tittel}: {linje}"
