"""Another day for a meeting that will not have its quorum: one already planned, or the first with enough appointed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Moete, Moetedag, Moetetid
from ehelse_cli.plan.dager import Dager
from ehelse_cli.plan.oppmoete import Oppmoete, oppmoete
from ehelse_cli.plan.verden import Verden


def bedre_dag(verden: Verden, moete: Moete, naa: Oppmoete, dager: Dager, fravaer: Collection[str]) -> str:
    """The nearest planned day with more expected, or else the first with enough; empty where there is none.

    Those named as absent are absent from the meetings, whichever day they are on.
    """
    planlagte = [dag for dag in dager.moeter if dag != moete.tid.dato]
    naermest = sorted(planlagte, key=lambda dag: (abs(dag - moete.tid.dato), dag))
    for dag, ett in _proev(verden, moete, naermest, fravaer):
        if _er_bedre(ett, naa):
            return f"{datotekst(dag)} gir {ett.ventet}"
    for dag, ett in _proev(verden, moete, [dag for dag in dager.bemanning if dag > moete.tid.dato], fravaer):
        if _er_bedre(ett, naa) and (ett.margin or 0) >= 0:
            return f"fra {datotekst(dag)} er det {ett.ventet} som ventes"
    return ""


def _proev(
    verden: Verden, moete: Moete, dager: Collection[date], fravaer: Collection[str]
) -> Iterator[tuple[date, Oppmoete]]:
    for dag in dager:
        flyttet = moete.model_copy(update={"tid": Moetetid((Moetedag(dag),))})
        yield dag, oppmoete(verden, flyttet, fravaer)


def _er_bedre(ett: Oppmoete, naa: Oppmoete) -> bool:
    return ett.margin is not None and naa.margin is not None and ett.margin > naa.margin
