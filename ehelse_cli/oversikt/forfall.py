"""Who has said they cannot come to a meeting ahead, whether the rest are enough, and how many more may stay away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.register import Medlemskap, register
from ehelse_cli.core.verdict import Answer, Verdict
from ehelse_cli.oversikt.oversikt import Fakt, Oversikt
from ehelse_cli.render.kalt import SVAR
from ehelse_cli.render.tid import dager


def forfallsoversikt(data: Dataset, id_: str, dag: date) -> Oversikt:
    """One meeting ahead."""
    moete = data.moeter[id_]
    tittel = f"{id_}: {dager(moete.tid, 'nb')}"
    return Oversikt("forfall", tittel, dag, (), tuple(forfallet(data, moete)), data.datasett.er_eksempel)


def forfallet(data: Dataset, moete: Moete) -> Iterator[Fakt]:
    """The members that day; where some have said they cannot come, what that does to the quorum."""
    reg = register(data, data.forum[data.forum_of(moete.id)], moete.tid.dato)
    if reg is None or not reg.medlemmer:
        return
    yield Fakt("medlemmer", "medlemmer den dagen", len(reg.medlemmer))
    sagt = moete.fremmoete
    if not isinstance(sagt, Fremmoete) or not sagt.forfall:
        return
    meldt = {rad.for_ or rad.navn for rad in sagt.forfall}
    rader = (*reg.uten_sete, *reg.medlemmer)
    kommer = tuple(rad for rad in rader if rad.medlem.navn not in meldt)
    dom = _dommen(data, moete, sagt, kommer)
    yield Fakt("forfall", "meldt forfall", tuple(rad.medlem.navn for rad in rader if rad.medlem.navn in meldt))
    yield Fakt("dyktig", "beslutningsdyktig om resten kommer", f"{SVAR[dom.answer]} {' '.join(dom.arithmetic)}".strip())
    if dom.answer is Answer.JA:
        yield Fakt("margin", "tåler så mange forfall til", _margin(data, moete, sagt, kommer))


def _dommen(data: Dataset, moete: Moete, sagt: Fremmoete, kommer: Sequence[Medlemskap]) -> Verdict:
    """The quorum if these come, and the substitutes who are entered already; all others have said they cannot."""
    der = (*(Deltaker(navn=rad.medlem.navn) for rad in kommer), *(rad for rad in sagt.medlemmer if rad.for_))
    tenkt = moete.model_copy(update={"fremmoete": Fremmoete(medlemmer=der, forfall=sagt.forfall), "saksliste": ()})
    # What a dataset remembers of a meeting, it knows by its id: one that is only thought of needs a dataset of its own.
    return beslutningsdyktighet(replace(data, moeter={**data.moeter, moete.id: tenkt}), tenkt)


def _margin(data: Dataset, moete: Moete, sagt: Fremmoete, kommer: Sequence[Medlemskap]) -> int:
    """How many more may send word before the rest are too few. Ordinary members are taken away first."""
    rekken = sorted(kommer, key=lambda rad: rad.medlem.rolle == "medlem")
    for antall in range(1, len(rekken)):
        borte = tuple(Deltaker(navn=rad.medlem.navn) for rad in rekken[-antall:])
        flere = Fremmoete(medlemmer=sagt.medlemmer, forfall=(*sagt.forfall, *borte))
        if _dommen(data, moete, flere, rekken[:-antall]).answer is not Answer.JA:
            return antall - 1
    return len(rekken) - 1
