"""A year as lanes: a column for each week, a band from the first deadline to each meeting, closed times behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ehelse_cli.core.kalender import MAANEDER
from ehelse_cli.oversikt.aarsbilde import Aarsbilde
from ehelse_cli.report.safe import width
from ehelse_cli.report.screen import Screen

#: A meeting, a preparatory one, something that is due, and what is closed: the same signs in the months.
MOETE, FORMOETE, FRIST, STENGT = "●", "○", "▾", "░"
_BAAND, _JEVNLIG = "─", "·"
MOETER = ("møte", "ekstramøte", "skriftlig")
COLOURS = ("blaa", "gul", "cyan", "groenn")
#: Names wider than this are cut, to the narrower where that makes the lanes twice as wide.
_WIDEST_NAME, _NARROWEST_NAME = 16, 10
_GAP = 2


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


def banene(bilde: Aarsbilde, screen: Screen) -> Iterator[str]:
    """A lane for each council and each who prepares, what is due, what the signs mean; none on a narrow screen."""
    uker, venstre = _maal(bilde, screen)
    if venstre + uker.antall > screen.width:
        return
    stengt = _stengte_uker(bilde, uker)

    def bane(navnet: str, tegn: dict[int, str], *stil: str) -> str:
        kort = _kuttet(screen.plain(navnet), venstre - _GAP)
        return screen.paint(kort, *stil) + " " * (venstre - width(kort)) + _celler(tegn, stengt, uker, screen, stil)

    yield ""
    yield screen.paint(" " * venstre + _maanedsnavn(uker), "svak")
    for nr, (forum, navnet) in enumerate(bilde.forum):
        yield bane(navnet, _forumets(bilde, forum, uker), COLOURS[nr % len(COLOURS)])
    for navnet in _andre(bilde):
        yield bane(navnet, _formoetene(bilde, navnet, uker))
    if any(rad.slag in ("frist", "fast punkt") for rad in bilde.rader):
        yield bane("Frister", {uker.nr(rad.dato): FRIST for rad in bilde.rader if rad.slag in ("frist", "fast punkt")})
    if date(bilde.aar, 1, 1) <= bilde.dag <= date(bilde.aar, 12, 31):
        yield screen.paint(" " * (venstre + uker.bred * uker.nr(bilde.dag)) + "↑ i dag", "svak")
    yield from ("", *(screen.paint(linje, "svak") for linje in samlet(_forklaring(bilde, uker), "   ", screen.width)))


def _maal(bilde: Aarsbilde, screen: Screen) -> tuple[_Uker, int]:
    """How wide a week is, and how much room there is for the names: as wide as the screen lets them be."""
    navn = [navnet for _, navnet in bilde.forum] + list(_andre(bilde))
    bredest = min(max((width(screen.plain(en)) for en in navn), default=0), _WIDEST_NAME)
    for bred in (2, 1):
        uker = _Uker(bilde.aar, bred)
        plass = screen.width - bred * uker.antall - _GAP
        if plass >= min(bredest, _NARROWEST_NAME):
            break
    return uker, max(min(bredest, plass), len("Frister")) + _GAP


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
    egne = [rad for rad in bilde.rader if rad.forum == forum and rad.slag in MOETER and rad.status != "avlyst"]
    tegn: dict[int, str] = {}
    for rad in egne:
        foerste = min((naar for _, naar in rad.frister), default=rad.dato)
        tegn |= dict.fromkeys(range(uker.nr(foerste), uker.nr(rad.dato)), _BAAND * uker.bred)
    for rad in egne:
        tegn[uker.nr(rad.dato)] = MOETE if uker.bred == 1 else f"{rad.dato.day:>2}"
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
            tegn[uker.nr(rad.dato)] = FORMOETE if uker.bred == 1 else f"{rad.dato.day:>2}"
    return tegn


def _celler(tegn: dict[int, str], stengt: frozenset[int], uker: _Uker, screen: Screen, stil: tuple[str, ...]) -> str:
    """The lane's signs, week by week; those of one style are painted together."""

    def cellen(nr: int) -> tuple[tuple[str, ...], str]:
        if nr not in tegn:
            return ("svak",), (STENGT if nr in stengt else " ") * uker.bred
        viktig = tegn[nr].strip(_BAAND + _JEVNLIG)
        return (*stil, "fet") if viktig else stil, tegn[nr].ljust(uker.bred)

    cellene = groupby(map(cellen, range(uker.antall)), key=lambda en: en[0])
    return "".join(screen.paint("".join(tekst for _, tekst in like), *malt) for malt, like in cellene)


def _forklaring(bilde: Aarsbilde, uker: _Uker) -> Iterator[str]:
    """What the signs mean: those that are there."""
    yield "hver kolonne er en uke"
    yield f"{MOETE} møte" if uker.bred == 1 else "tall: dagen i måneden"
    yield f"{_BAAND * 2} fra første frist til møtet"
    if _andre(bilde) and uker.bred == 1:
        yield f"{FORMOETE} formøte"
    if any(rad.hver for rad in bilde.rader):
        yield f"{_JEVNLIG * 2} møtes jevnlig"
    if any(rad.slag in ("frist", "fast punkt") for rad in bilde.rader):
        yield f"{FRIST} frist eller fast punkt"
    if any(rad.slag == "stengt" for rad in bilde.rader):
        yield f"{STENGT * 2} stengt"


def samlet(deler: Iterable[str], skille: str, bredde: int) -> Iterator[str]:
    """The parts on as few lines as hold them, none of them broken."""
    linje = ""
    for del_ in deler:
        if linje and width(linje) + width(skille) + width(del_) > bredde:
            yield linje.rstrip()
            linje = ""
        linje = f"{linje}{skille}{del_}" if linje else del_
    yield linje
