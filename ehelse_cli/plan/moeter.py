"""Meetings still to come: the quorum of each, and what is due before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.finding import Source
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.verdict import Answer
from ehelse_cli.plan.fakta import Fakta, Faktum
from ehelse_cli.plan.oppmoete import Oppmoete, oppmoete
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke
from ehelse_cli.rules.frister import kravene

#: What is due before a meeting, in order, and what people call it. Of the first two it is known when they were sent.
FRISTER = {
    "innkalling": "innkallingen",
    "saksdokumenter": "sakspapirene",
    "innmelding": "innmelding av saker",
    "saksliste": "sakslisten",
    "forfall": "melding om forfall",
}


def planlagte(verden: Verden, fra: date, til: date) -> Iterator[Moete]:
    """The council's meetings between the days, both counted, that are not cancelled."""
    for moete in verden.data.moeter_for(verden.forum.id):
        if fra <= moete.tid.dato <= til and moete.avlyst is None:
            yield moete


# --- quorum


def beslutningsdyktige(verden: Verden, dag: date, fravaer: Collection[str]) -> Fakta:
    """What is expected of the meetings that day where people meet."""
    moeter = (moete for moete in planlagte(verden, dag, dag) if not moete.er_skriftlig)
    return {moete.id: _faktum(oppmoete(verden, moete, fravaer)) for moete in moeter}


def _faktum(ett: Oppmoete) -> Faktum:
    return Faktum((ett.svar, ett.ventet, ett.kreves), ett)


def fortell_oppmoete(verden: Verden, foer: Oppmoete, naa: Oppmoete) -> Melding | None:
    """What the new numbers mean for the meeting. A silence that nobody had read before is no change."""
    if naa.svar is Answer.IKKE_REGULERT and naa.kreves is None:
        if foer.svar is Answer.UKJENT:
            return None
        return Melding(Merke.ENDRET, "mandatet sier ikke lenger når rådet er beslutningsdyktig")
    if naa.svar in (Answer.UKJENT, Answer.IKKE_REGULERT):
        sted = verden.data.place(verden.mandat.id, "beslutningsdyktighet")
        tekst = "om møtet blir beslutningsdyktig, kan ikke sies"
        return Melding(Merke.UAVKLART, tekst, mangler=", ".join(naa.henger_paa), sted=sted)
    tall = f"{naa.ventet} ventet, {_kreves(foer, naa)}, margin {_med_fortegn(naa.margin or 0)}"
    forverret = naa.svar is Answer.NEI and (foer.svar is not Answer.NEI or (naa.margin or 0) < (foer.margin or 0))
    return Melding(Merke.HANDLING if forverret else Merke.ENDRET, f"{tall}{naa.krav and f' ({naa.krav})'}")


def _kreves(foer: Oppmoete, naa: Oppmoete) -> str:
    """What it takes, and what it took."""
    if foer.kreves is None:
        return f"{naa.kreves} kreves (før {'ikke kjent' if foer.svar is Answer.UKJENT else 'ikke regulert'})"
    if foer.kreves == naa.kreves:
        foer_ventet = f" (før {foer.ventet} ventet)" if foer.ventet != naa.ventet else ""
        return f"{naa.kreves} kreves{foer_ventet}"
    return f"{naa.kreves} kreves (før {foer.kreves})"


def _med_fortegn(tall: int) -> str:
    return f"−{-tall}" if tall < 0 else f"+{tall}"


# --- deadlines


def frister(verden: Verden, dag: date) -> Fakta:
    """The last day in time for each thing due before the meetings of the day: by the mandate, or else by practice."""
    funnet: dict[str, Faktum] = {}
    for moete in planlagte(verden, dag, dag):
        for hva in () if moete.er_skriftlig else FRISTER:
            krav = next(kravene(verden.data, verden.forum.id, moete, hva), None)
            if krav is not None:
                funnet[f"{moete.id} {hva}"] = Faktum((krav.siste_dag, krav.source is Source.PRAKSIS), moete)
    return funnet


@dataclass(frozen=True, slots=True)
class Frist:
    """What is due before a meeting, and the last day in time before and now; None: no deadline."""

    hva: str
    moete: Moete
    foer: date | None
    naa: date | None


def fortell_frist(frist: Frist, i_dag: date, i_kraft: date) -> Melding:
    """What the new deadline means. One that is past before anybody could keep it needs a decision."""
    hva, moete, foer, naa = frist.hva, frist.moete, frist.foer, frist.naa
    navn = FRISTER[hva]
    if naa is None:
        return Melding(Merke.ENDRET, f"ingen frist for {navn} lenger (før: {_dag(foer)})")
    tekst = f"fristen for {navn} blir {_dag(naa)}" + (f", ikke {_dag(foer)}" if foer else "; før var det ingen")
    sendt = moete.sendt(hva)
    if sendt is not None and sendt > naa:
        return Melding(Merke.HANDLING, f"{tekst}; sendt {_dag(sendt)}, for sent", hjelp=_AVVIK)
    if sendt is None and naa < i_dag:
        return Melding(Merke.HANDLING, f"{tekst}; den er alt ute", hjelp=_AVVIK)
    if sendt is None and naa < i_kraft and (foer is None or naa < foer):
        return Melding(Merke.HANDLING, f"{tekst}; det er før mandatet trer i kraft", hjelp=_AVVIK)
    return Melding(Merke.ENDRET, tekst)


_AVVIK = "skriv «frist_avvik» på møtet med fristen som gjelder for det, eller la vedtaket si hva som gjelder"


def _dag(dag: date | None) -> str:
    return datotekst(dag) if dag else "ingen"
