"""MAN: where was the mandate adopted, and when is it to be looked at again?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.funksjonstid import Varighet, slutt
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Evaluering
from ehelse_cli.rules.common import Path, navn, severity, source


def uten_saksnummer(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Adopted on a known day, with no word of in which case."""
    for mandat in data.mandater.values():
        vedtatt = mandat.vedtatt
        if vedtatt is not None and isinstance(vedtatt.dato, date) and vedtatt.sak is None and not mandat.er_utkast:
            yield Hit(
                f"mandatet ble vedtatt {datotekst(vedtatt.dato)}, men det står ikke i hvilken sak",
                data.place(mandat.id, "vedtatt"),
                (mandat.id,),
                help="Skriv «sak:» med saksnummeret eller hva dokumentet heter, eller «sak: ukjent».",
            )


def evaluering_forfalt(data: Dataset, dag: date) -> Iterator[Hit]:
    """An evaluation that the mandate asks for, with its last day past, none on record and no case about the mandate."""
    for forum in data.forum:
        mandat = data.mandat_for(forum, dag)
        frist = _frist(mandat, _sist_evaluert(data.forum[forum], dag)) if mandat is not None else None
        if mandat is None or frist is None or frist[0] >= dag or _er_tatt_opp(data, mandat):
            continue
        siste, path = frist
        gravity = severity(mandat.ledd(*path))
        if gravity is not None:
            yield Hit(
                f"mandatet for {navn(data, forum, dag)} skulle vært evaluert innen {datotekst(siste)}",
                data.place(mandat.id, *path),
                (mandat.id, str(siste)),
                label=f"fristen var {datotekst(siste)}",
                severity=gravity,
                source=source(mandat.ledd(*path)),
                help=f"Legg fram en sak om mandatet, og skriv «gjelder_mandat: {mandat.id}» på den. "
                "Er det alt evaluert, før det under «evalueringer» i forumfilen.",
            )


def _sist_evaluert(forum: Forum, dag: date) -> date | None:
    """The last time the mandate is on record as evaluated."""
    return max((rad.dato for rad in forum.evalueringer if "mandat" in rad.hva and rad.dato <= dag), default=None)


def _frist(mandat: Mandat, sist: date | None) -> tuple[date, Path] | None:
    """The last day of the next evaluation and where the head says it: a day, or so long after the last or the start."""
    regel = mandat.evaluering
    if not isinstance(regel, Evaluering) or mandat.fra is None:
        return None
    evaluert = sist if sist is not None and sist >= mandat.fra else None
    if isinstance(regel.frist, date):
        return None if evaluert else (regel.frist, ("evaluering", "frist"))
    if isinstance(regel.hvert, Varighet):
        return slutt(evaluert or mandat.fra, regel.hvert), ("evaluering", "hvert")
    return None


def _er_tatt_opp(data: Dataset, mandat: Mandat) -> bool:
    """Whether some case is about this revision, or about a draft of the next."""
    utkast = {rad.id for rad in data.mandater_for(mandat.forum) if rad.er_utkast}
    return any(sak.gjelder_mandat in {mandat.id, *utkast} for sak in data.saker.values())
