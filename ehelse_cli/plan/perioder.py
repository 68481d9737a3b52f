"""When each member's term ends by the mandate, and what happens to those who sit when it is another."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.register import Medlemskap, medlemskap, varighet_i
from ehelse_cli.plan.fakta import Fakta, Faktum
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke

_UTEN_PERIODE = "uten periode"


def slutter(verden: Verden, dag: date) -> Fakta:
    """The last day of everyone who sits on the day or later, had the mandate been there when they were appointed."""
    rader = medlemskap(verden.alltid, verden.forum)
    return {str(rad.nr): _faktum(verden, rad) for rad in rader if rad.medlem.fratraadt is None or _etter(rad, dag)}


def _etter(rad: Medlemskap, dag: date) -> bool:
    return rad.medlem.fratraadt is not None and rad.medlem.fratraadt >= dag


def _faktum(verden: Verden, rad: Medlemskap) -> Faktum:
    """The last day; of a row without a period what the mandate would have said, which then nobody can reckon from."""
    if rad.medlem.periode is None:
        return Faktum((_UTEN_PERIODE, varighet_i(verden.mandat, rad.gruppe)), rad)
    return Faktum((rad.siste_dag, rad.slutt_er_kjent), rad)


def fortell(verden: Verden, objekt: str, foer: Faktum, naa: Faktum, dag: date) -> Melding | None:
    """What the new term means. One whose term was over before the day, whichever mandate is asked, is not concerned."""
    rad: Medlemskap = naa.med
    nr = int(objekt)
    if rad.medlem.periode is None:
        sted = verden.data.place(verden.forum.id, "medlemmer", nr)
        return Melding(Merke.UAVKLART, "ny slutt på perioden kan ikke regnes ut", mangler="periode", sted=sted)
    sitter = next(rad for rad in medlemskap(verden.data, verden.forum) if rad.nr == nr)
    if not (sitter.sitter(dag) or sitter.fra >= dag):
        return None
    har_perioden = verden.mandat.fra is not None and sitter.fra < verden.mandat.fra
    gammel, ny = sitter.siste_dag if har_perioden else foer.med.siste_dag, rad.siste_dag
    if gammel == ny and har_perioden:
        return None
    if not rad.slutt_er_kjent:
        sted = verden.data.place(verden.mandat.id, "funksjonstid")
        tekst = f"mandatet sier ikke lenger når perioden går ut (før: {_dag(gammel)})"
        return Melding(Merke.UAVKLART, tekst, mangler="funksjonstid.varer", sted=sted)
    if not foer.med.slutt_er_kjent:
        return Melding(Merke.ENDRET, f"perioden går ut {_dag(ny)}; før var det ikke kjent")
    if ny is None or (gammel is not None and ny > gammel):
        return Melding(Merke.ENDRET, f"perioden kan vare til {_dag(ny)}, ikke {_dag(gammel)}")
    return Melding(
        Merke.HANDLING, f"perioden går ut {_dag(ny)}, ikke {_dag(gammel)}{_alt_ute(ny, dag)}", hjelp=_OVERGANG
    )


_OVERGANG = "la vedtaket si om ny funksjonstid gjelder dem som alt sitter; ellers sitter de ut perioden de fikk"


def _alt_ute(slutt: date, dag: date) -> str:
    return "; den er da alt ute" if slutt < dag else ""


def _dag(dag: date | None) -> str:
    return datotekst(dag) if dag else "uten slutt"
