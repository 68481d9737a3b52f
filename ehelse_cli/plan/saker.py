"""Cases not finished: does the task each rests on still stand in the mandate?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.ankre import ankre, klausul
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.sak import Sak
from ehelse_cli.plan.fakta import Fakta, Faktum
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke

#: What a line of minutes may say of a case that comes back.
_KOMMER_IGJEN = frozenset({"utsatt", "sendt_tilbake"})


def aapne(verden: Verden, dag: date) -> Iterator[Sak]:
    """The council's cases that wait in the queue or are to be treated on the day or later."""
    for sak in verden.data.saker.values():
        behandlet = [
            moete.saksliste[nr].utfall
            for moete, nr in verden.data.behandlinger(sak.id)
            if moete.avlyst is None and (moete.tid.dato < dag or moete.saksliste[nr].utfall is not None)
        ]
        if not behandlet or behandlet[-1] in _KOMMER_IGJEN:
            yield sak


def oppgaver(verden: Verden, dag: date) -> Fakta:
    """The clauses that each open case rests on, in the words of this mandate."""
    return {sak.id: _faktum(verden.mandat, sak) for sak in aapne(verden, dag) if sak.mandatpunkt}


def _faktum(mandat: Mandat, sak: Sak) -> Faktum:
    kjente = ankre(mandat.tekst)
    titler = {punkt: kjente[punkt].tittel for punkt in sak.mandatpunkt if punkt in kjente}
    return Faktum(tuple((punkt, klausul(mandat.tekst, punkt)) for punkt in sak.mandatpunkt), titler)


def fortell(verden: Verden, sak: str, foer: Faktum, naa: Faktum) -> Melding:
    """A clause that is gone leaves the case without a task; one in other words must be read by a person."""
    borte = [tittel for punkt, tittel in foer.med.items() if punkt not in naa.med]
    sted = verden.data.place(sak, "mandatpunkt")
    if borte:
        tekst = f"oppgaven saken hviler på, er borte: {_sitert(borte)}"
        return Melding(Merke.HANDLING, tekst, hjelp="avslutt saken, eller skriv en oppgave i det nye mandatet")
    endret = [tittel for tittel in naa.med.values() if tittel in foer.med.values()] or list(naa.med.values())
    tekst = f"oppgaven saken hviler på, har fått nye ord ({_sitert(endret)}): et menneske må lese om den er innenfor"
    return Melding(Merke.UAVKLART, tekst, mangler="mandatpunkt", sted=sted)


def _sitert(titler: list[str]) -> str:
    return ", ".join(f"«{tittel}»" for tittel in titler)
