"""A year on the screen: its lanes, and below them each month by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ehelse_cli.core.kalender import MAANEDER, UKEDAGER
from ehelse_cli.oversikt.aarsbilde import Aarsbilde, Aarsrad
from ehelse_cli.oversikt.oversikt import Oversikt
from ehelse_cli.report.aarshjul_baner import COLOURS, FORMOETE, FRIST, MOETE, MOETER, STENGT, banene, samlet
from ehelse_cli.report.oversikt_tekst import as_text
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen


def aar_som_tekst(oversikt: Oversikt, bilde: Aarsbilde, screen: Screen) -> str:
    """The facts, each council against its mandate, the lanes, and the months."""
    hode = replace(oversikt, tabeller=tuple(en for en in oversikt.tabeller if en.id == "forum"))
    return as_text(hode, screen) + _linjer(*banene(bilde, screen), *_maanedene(bilde, screen))


def plan_som_tekst(oversikt: Oversikt, bilde: Aarsbilde, screen: Screen) -> str:
    """The plan's tables, and the lanes the year gets."""
    return as_text(oversikt, screen) + _linjer(*banene(bilde, screen))


def _linjer(*linjer: str) -> str:
    return "".join(f"{linje.rstrip()}\n" for linje in linjer)


def _maanedene(bilde: Aarsbilde, screen: Screen) -> Iterator[str]:
    for maaned in range(1, 13):
        rader = [rad for rad in bilde.rader if _vises_i(rad, bilde.aar) == maaned]
        if rader:
            yield ""
            yield screen.paint(MAANEDER[maaned - 1].capitalize(), "fet")
            for rad in rader:
                yield from _linjen(rad, bilde, screen)


def _vises_i(rad: Aarsrad, aar: int) -> int:
    """The month it stands under: where it begins, or the first that it reaches in the year."""
    return max(rad.dato, date(aar, 1, 1)).month


# --- the months


def _linjen(rad: Aarsrad, bilde: Aarsbilde, screen: Screen) -> Iterator[str]:
    """The day, the week, what and whose; what is said of it after, or below where there is no room."""
    stil = _stil(rad, bilde)
    naar, uke = _naar(rad, bilde.aar), f"{rad.uke:>2}" if rad.uke else "  "
    tegn = {"formøte": FORMOETE, "frist": FRIST, "fast punkt": FRIST, "stengt": STENGT}.get(rad.slag, MOETE)
    hva = _hva(rad)
    start = f"  {naar:<20} {uke}  "
    hode = (
        screen.paint(f"  {naar:<20} ", "svak") + screen.paint(uke, "svak") + "  " + screen.paint(f"{tegn} {hva}", *stil)
    )
    brukt = width(start) + width(screen.plain(f"{tegn} {hva}"))
    innrykk = max(brukt + 2, width(start) + _hvabredde(bilde, screen) + 4)
    if not rad.merknad:
        yield hode
    elif innrykk + width(screen.plain(rad.merknad)) <= screen.width:
        yield hode + " " * (innrykk - brukt) + screen.paint(rad.merknad, "svak")
    else:
        yield hode
        yield from (screen.paint(linje, "svak") for linje in _innrykket(rad.merknad, width(start) + 2, screen))


def _innrykket(tekst: str, innrykk: int, screen: Screen) -> list[str]:
    """Set in, and broken where one thing ends and the next begins; within it only where it is wider than the screen."""
    linjer = samlet(re.findall(r".+?(?:[,;] |$)", tekst), "", screen.width - innrykk)
    return [" " * innrykk + smal for linje in linjer for smal in screen.wrapped(linje, 0) if linje]


def _hva(rad: Aarsrad) -> str:
    if rad.slag in MOETER:
        return f"{rad.hvem}, {rad.hva[:1].lower()}{rad.hva[1:]}"
    return rad.hva if not rad.hvem or rad.hvem == rad.hva or rad.slag == "formøte" else f"{rad.hva} ({rad.hvem})"


def _hvabredde(bilde: Aarsbilde, screen: Screen) -> int:
    """Wide enough for what most rows hold, so that what is said of them stands in line."""
    return min(max((width(screen.plain(_hva(rad))) for rad in bilde.rader), default=0), max(screen.width - 74, 24))


def _stil(rad: Aarsrad, bilde: Aarsbilde) -> tuple[str, ...]:
    if rad.status == "avlyst" or rad.slag == "stengt":
        return ("svak",)
    if rad.slag in MOETER:
        nr = next((nr for nr, (id_, _) in enumerate(bilde.forum) if id_ == rad.forum), 0)
        return ("fet", COLOURS[nr % len(COLOURS)])
    return ()


def _dagen(dag: date) -> str:
    return f"{_ukedag(dag)} {dag.day:>2}."


def _ukedag(dag: date) -> str:
    return f"{UKEDAGER[dag.weekday()][:3]}."


def _naar(rad: Aarsrad, aar: int) -> str:
    """`ons. 10.`, `ons. 20.–tor. 21.`, `man. 22.2.–fre. 5.3.`; nothing where only the month is known."""
    if not rad.presis:
        return ""
    if rad.helt == rad.dato:
        return _dagen(rad.dato)
    if (rad.dato.year, rad.dato.month) == (rad.helt.year, rad.helt.month):
        return f"{_dagen(rad.dato)}–{_ukedag(rad.helt)} {rad.helt.day}."
    ende = f"{rad.helt.day}.{rad.helt.month}." + ("" if rad.helt.year == aar else f"{rad.helt.year}")
    return f"{_dagen(rad.dato)}–{_ukedag(rad.helt)} {ende}"
