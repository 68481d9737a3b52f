"""Seats to fill and seats too few: the number in each group against those who sit."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.sammensetning import Del, sammensetning
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.verdict import Answer
from ehelse_cli.plan.fakta import Fakta, Faktum
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke
from ehelse_cli.rules.common import gruppenavn, navn


def avvik(verden: Verden, dag: date) -> Fakta:
    """Every group that has another number than the mandate says, on the day: how many it is short of (below 0) or has
    too many, and whether that breaks the mandate.
    """
    funnet: dict[str, Faktum] = {}
    for del_ in sammensetning(verden.data, verden.forum, dag).deler:
        if del_.slag == "antall" and del_.avvik:
            norm = verden.mandat.ledd(*del_.verdict.clause).norm
            if norm != "kan" and del_.id not in funnet:
                funnet[del_.id] = Faktum((del_.avvik, norm == "skal"), norm == "skal")
    return funnet


def uvisst(verden: Verden, dag: date) -> Fakta:
    """Everything the mandate asks of the composition that the data do not tell, on the day."""
    deler = sammensetning(verden.data, verden.forum, dag).deler
    return {
        f"{del_.slag} {del_.id} {' '.join(map(str, del_.rader))}": Faktum(Answer.UKJENT, del_)
        for del_ in deler
        if del_.verdict.answer is Answer.UKJENT
    }


def fortell_uvisst(verden: Verden, naa: Faktum) -> Melding:
    """The fact that is missing, and where it would have stood."""
    del_: Del = naa.med
    sti: tuple[str | int, ...] = ("medlemmer", del_.rader[0]) if len(del_.rader) == 1 else ("medlemmer",)
    sted = verden.data.place(verden.forum.id, *sti, key=len(sti) == 1)
    return Melding(Merke.UAVKLART, del_.verdict.summary, mangler=", ".join(del_.verdict.hangs_on), sted=sted)


def den_det_gjelder(verden: Verden, naa: Faktum) -> str:
    """The one member it is about; empty where it is about several."""
    del_: Del = naa.med
    return verden.forum.medlemmer[del_.rader[0]].navn if len(del_.rader) == 1 else ""


def fortell(verden: Verden, gruppe: str, foer: Faktum | None, naa: Faktum | None, dag: date) -> Melding | None:
    """What the new number means for the group."""
    gammel, ny = (0 if ett is None else _avvik(ett) for ett in (foer, naa))
    if ny > max(gammel, 0):
        hva = "ett medlem" if ny == 1 else f"{ny} medlemmer"
        hvem = "hvem" if ny == 1 else "hvilke"
        return Melding(
            Merke.HANDLING, f"{hva} for mye", hjelp=f"{_oppnevner(verden, gruppe, dag)} må avgjøre {hvem} som går ut"
        )
    if ny < min(gammel, 0):
        seter = "ett sete" if ny == -1 else f"{-ny} seter"
        alt = f" ({-gammel} var ledig fra før)" if gammel < 0 else ""
        hvem = _oppnevner(verden, gruppe, dag)
        oppnevnes = f", oppnevnes av {hvem}" if hvem != _NOEN else ""
        return Melding(Merke.LEDIG, f"{seter} å fylle fra {datotekst(dag)}{alt}{oppnevnes}")
    if ny == gammel:
        er_krav = naa is not None and naa.med
        return Melding(Merke.ENDRET, "tallet er nå et krav" if er_krav else "tallet er ikke lenger et krav")
    return Melding(Merke.ENDRET, _faerre(gammel, ny))


def _avvik(faktum: Faktum) -> int:
    verdi = faktum.verdi
    return verdi[0] if isinstance(verdi, tuple) else 0


def _faerre(gammel: int, ny: int) -> str:
    """A vacancy, or one too many, that is less of one, or none."""
    if gammel < 0:
        return f"{-ny} {'sete' if ny == -1 else 'seter'} å fylle, før {-gammel}" if ny else "ingen ledige seter lenger"
    return f"{ny} for mye, før {gammel}" if ny else "ikke lenger for mange"


_NOEN = "den som oppnevner,"


def _oppnevner(verden: Verden, gruppe: str, dag: date) -> str:
    """Who appoints in the group, by the new mandate."""
    hvem = _hvem(verden.mandat, gruppe)
    if hvem is None:
        return _NOEN
    egne = next((rad.virksomheter for rad in grupper_i(verden.mandat) if rad.id == gruppe), ())
    ider = [id_ for ett in hvem.ider for id_ in (egne if ett == "egen_virksomhet" else (ett,))]
    return oppramsing(navn(verden.data, id_, dag) for id_ in ider) or _NOEN


def _hvem(mandat: Mandat, gruppe: str) -> Hvem | None:
    regel = mandat.sammensetning
    verv = verv_i(mandat)
    egen = next((rad.oppnevnes_av for rad in grupper_i(mandat) if rad.id == gruppe), None)
    if gruppe == LEDERSETET and verv is not None:
        egen = verv.oppnevnes_av
    felles = regel.oppnevnes_av if isinstance(regel, Sammensetning) else None
    return next((ett for ett in (egen, felles) if isinstance(ett, Hvem)), None)


def setets_navn(verden: Verden, gruppe: str, dag: date) -> str:
    """What people call the group."""
    return "Rådet som helhet" if gruppe == "seter" else gruppenavn(verden.data, verden.mandat, gruppe, dag)
