"""A year on the screen: lanes with a column for each week, and below them each month by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ehelse_cli.core.kalender import MAANEDER
from ehelse_cli.oversikt.aarshjul import Aarsbilde, Aarsrad
from ehelse_cli.oversikt.oversikt import Oversikt
from ehelse_cli.report.oversikt_tekst import as_text
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen

_MOETE, _FORMOETE, _FRIST = "●", "○", "▾"
_BAAND, _JEVNLIG, _STENGT = "─", "·", "░"
_MOETER = ("møte", "ekstramøte", "skriftlig")
_UKEDAG = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")
_COLOURS = ("blaa", "gul", "cyan", "groenn")
#: Names wider than this are cut in the lanes, to the narrower where that makes the lanes twice as wide.
_WIDEST_NAME, _NARROWEST_NAME = 16, 10


@dataclass(frozen=True, slots=True)
class _Uker:
    """The weeks as columns, `bred` wide each; the first is the one with 1 January in it."""

    aar: int
    bred: int

    def nr(self, dag: date) -> int:
        """The column of the day; those outside the year are moved to its ends."""
        inne = min(max(dag, date(self.aar, 1, 1)), date(self.aar, 12, 31))
        mandag = date(self.aar, 1, 1) - timedelta(days=date(self.aar, 1, 1).weekday())
        return (inne - mandag).days // 7

    @property
    def antall(self) -> int:
        return self.nr(date(self.aar, 12, 31)) + 1


def aar_som_tekst(oversikt: Oversikt, bilde: Aarsbilde, screen: Screen) -> str:
    """The facts, each council against its mandate, the lanes, and the months."""
    hode = replace(oversikt, tabeller=tuple(en for en in oversikt.tabeller if en.id == "forum"))
    return as_text(hode, screen) + _linjer("", *_banene(bilde, screen), *_maanedene(bilde, screen))


def plan_som_tekst(oversikt: Oversikt, bilde: Aarsbilde, screen: Screen) -> str:
    """The plan's tables, and the lanes the year gets."""
    return as_text(oversikt, screen) + _linjer("", screen.paint(f"Året {bilde.aar}", "fet"), *_banene(bilde, screen))


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


# --- the lanes


def _banene(bilde: Aarsbilde, screen: Screen) -> Iterator[str]:
    uker, venstre = _maal(bilde, screen)
    stengt = _stengte_uker(bilde, uker)

    def bane(navnet: str, tegn: dict[int, str], *stil: str) -> str:
        kort = _kuttet(screen.plain(navnet), venstre - 2)
        return screen.paint(kort, *stil) + " " * (venstre - width(kort)) + _celler(tegn, stengt, uker, screen, stil)

    yield screen.paint(" " * venstre + _maanedsnavn(uker), "svak")
    for nr, (forum, navnet) in enumerate(bilde.forum):
        yield bane(navnet, _forumets(bilde, forum, uker), _COLOURS[nr % len(_COLOURS)])
    for navnet in _andre(bilde):
        yield bane(navnet, _formoetene(bilde, navnet, uker))
    if any(rad.slag in ("frist", "fast punkt") for rad in bilde.rader):
        yield bane("Frister", {uker.nr(rad.dato): _FRIST for rad in bilde.rader if rad.slag in ("frist", "fast punkt")})
    if date(bilde.aar, 1, 1) <= bilde.dag <= date(bilde.aar, 12, 31):
        yield screen.paint(" " * (venstre + uker.bred * uker.nr(bilde.dag)) + "↑ i dag", "svak")
    yield from ("", *(screen.paint(linje, "svak") for linje in _rader(_forklaring(bilde, uker), "   ", screen.width)))


def _maal(bilde: Aarsbilde, screen: Screen) -> tuple[_Uker, int]:
    """How wide a week is, and how much room there is for the names."""
    navn = [navnet for _, navnet in bilde.forum] + list(_andre(bilde))
    bredest = min(max((width(screen.plain(en)) for en in navn), default=0), _WIDEST_NAME)
    brede = _Uker(bilde.aar, 2)
    plass = screen.width - 2 * brede.antall - 2
    if plass >= min(bredest, _NARROWEST_NAME):
        return brede, max(min(bredest, plass), len("Frister")) + 2
    return _Uker(bilde.aar, 1), max(bredest, len("Frister")) + 2


def _kuttet(navn: str, bredde: int) -> str:
    return navn if width(navn) <= bredde else f"{navn[: bredde - 1].rstrip()}…"


def _maanedsnavn(uker: _Uker) -> str:
    """`jan feb mar …`, each over the week its first day is in."""
    linje = ""
    for maaned, navn in enumerate(MAANEDER, 1):
        linje = linje.ljust(uker.bred * uker.nr(date(uker.aar, maaned, 1))) + navn[:3]
    return linje


def _andre(bilde: Aarsbilde) -> dict[str, None]:
    """Those who meet before our meetings, in order of name."""
    return dict.fromkeys(sorted(rad.hvem or rad.hva for rad in bilde.rader if rad.slag == "formøte"))


def _stengte_uker(bilde: Aarsbilde, uker: _Uker) -> frozenset[int]:
    stengt = (rad for rad in bilde.rader if rad.slag == "stengt" and rad.presis)
    return frozenset(nr for rad in stengt for nr in range(uker.nr(rad.dato), uker.nr(rad.helt) + 1))


def _forumets(bilde: Aarsbilde, forum: str, uker: _Uker) -> dict[int, str]:
    """A band from the first deadline to the meeting, and the meeting: its day of the month where there is room."""
    egne = [rad for rad in bilde.rader if rad.forum == forum and rad.slag in _MOETER and rad.status != "avlyst"]
    tegn: dict[int, str] = {}
    for rad in egne:
        foerste = min((naar for _, naar in rad.frister), default=rad.dato)
        tegn |= dict.fromkeys(range(uker.nr(foerste), uker.nr(rad.dato)), _BAAND * uker.bred)
    for rad in egne:
        tegn[uker.nr(rad.dato)] = _MOETE if uker.bred == 1 else f"{rad.dato.day:>2}"
    return tegn


def _formoetene(bilde: Aarsbilde, navnet: str, uker: _Uker) -> dict[int, str]:
    """Those that come back as a band of dots, the others each by itself."""
    egne = [rad for rad in bilde.rader if rad.slag == "formøte" and (rad.hvem or rad.hva) == navnet]
    tegn: dict[int, str] = {}
    for rad in egne:
        if rad.hver or rad.helt != rad.dato:
            tegn |= dict.fromkeys(range(uker.nr(rad.dato), uker.nr(rad.helt) + 1), _JEVNLIG * uker.bred)
    for rad in egne:
        if not rad.hver and rad.helt == rad.dato:
            tegn[uker.nr(rad.dato)] = _FORMOETE if uker.bred == 1 else f"{rad.dato.day:>2}"
    return tegn


def _celler(tegn: dict[int, str], stengt: frozenset[int], uker: _Uker, screen: Screen, stil: tuple[str, ...]) -> str:
    linje = []
    for nr in range(uker.antall):
        if nr in tegn:
            viktig = tegn[nr].strip(_BAAND + _JEVNLIG)
            linje.append(screen.paint(tegn[nr].ljust(uker.bred), *stil, *(("fet",) if viktig else ())))
        else:
            linje.append(screen.paint((_STENGT if nr in stengt else " ") * uker.bred, "svak"))
    return "".join(linje).rstrip()


def _forklaring(bilde: Aarsbilde, uker: _Uker) -> Iterator[str]:
    """What the signs mean: those that are there."""
    yield "hver kolonne er en uke"
    yield f"{_MOETE} møte" if uker.bred == 1 else "tall: dagen i måneden"
    yield f"{_BAAND * 2} fra første frist til møtet"
    if _andre(bilde) and uker.bred == 1:
        yield f"{_FORMOETE} formøte"
    if any(rad.hver for rad in bilde.rader):
        yield f"{_JEVNLIG * 2} møtes jevnlig"
    if any(rad.slag in ("frist", "fast punkt") for rad in bilde.rader):
        yield f"{_FRIST} frist eller fast punkt"
    if any(rad.slag == "stengt" for rad in bilde.rader):
        yield f"{_STENGT * 2} stengt"


def _rader(deler: Iterable[str], skille: str, bredde: int) -> Iterator[str]:
    """The parts on as few lines as hold them, none of them broken."""
    linje = ""
    for del_ in deler:
        if linje and width(linje) + width(skille) + width(del_) > bredde:
            yield linje.rstrip()
            linje = ""
        linje = f"{linje}{skille}{del_}" if linje else del_
    yield linje


# --- the months


def _linjen(rad: Aarsrad, bilde: Aarsbilde, screen: Screen) -> Iterator[str]:
    """The day, the week, what and whose; what is said of it after, or below where there is no room."""
    stil = _stil(rad, bilde)
    naar, uke = _naar(rad, bilde.aar), f"{rad.uke:>2}" if rad.uke else "  "
    tegn = {"formøte": _FORMOETE, "frist": _FRIST, "fast punkt": _FRIST, "stengt": _STENGT}.get(rad.slag, _MOETE)
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
    linjer = _rader(re.findall(r".+?(?:[,;] |$)", tekst), "", screen.width - innrykk)
    return [" " * innrykk + smal for linje in linjer for smal in screen.wrapped(linje, 0) if linje]


def _hva(rad: Aarsrad) -> str:
    if rad.slag in _MOETER:
        return f"{rad.hvem}, {rad.hva[:1].lower()}{rad.hva[1:]}"
    return rad.hva if not rad.hvem or rad.hvem == rad.hva or rad.slag == "formøte" else f"{rad.hva} ({rad.hvem})"


def _hvabredde(bilde: Aarsbilde, screen: Screen) -> int:
    """Wide enough for what most rows hold, so that what is said of them stands in line."""
    return min(max((width(screen.plain(_hva(rad))) for rad in bilde.rader), default=0), max(screen.width - 74, 24))


def _stil(rad: Aarsrad, bilde: Aarsbilde) -> tuple[str, ...]:
    if rad.status == "avlyst" or rad.slag == "stengt":
        return ("svak",)
    if rad.slag in _MOETER:
        nr = next((nr for nr, (id_, _) in enumerate(bilde.forum) if id_ == rad.forum), 0)
        return ("fet", _COLOURS[nr % len(_COLOURS)])
    return ()


_DAG: Callable[[date], str] = lambda dag: f"{_UKEDAG[dag.weekday()]} {dag.day:>2}."  # noqa: E731


def _naar(rad: Aarsrad, aar: int) -> str:
    """`ons. 10.`, `ons. 20.–tor. 21.`, `man. 22.2.–fre. 5.3.`; nothing where only the month is known."""
    if not rad.presis:
        return ""
    if rad.helt == rad.dato:
        return _DAG(rad.dato)
    if (rad.dato.year, rad.dato.month) == (rad.helt.year, rad.helt.month):
        return f"{_DAG(rad.dato)}–{_UKEDAG[rad.helt.weekday()]} {rad.helt.day}."
    ende = f"{rad.helt.day}.{rad.helt.month}." + ("" if rad.helt.year == aar else f"{rad.helt.year}")
    return f"{_DAG(rad.dato)}–{_UKEDAG[rad.helt.weekday()]} {ende}"
