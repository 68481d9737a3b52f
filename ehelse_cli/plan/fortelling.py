"""From objects that differ to effects in words: one teller for each kind of thing that is asked."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import register
from ehelse_cli.core.verdict import Answer
from ehelse_cli.plan import andre, funn, moeter, perioder, saker, seter
from ehelse_cli.plan.dager import Dager
from ehelse_cli.plan.fakta import Faktum, Spoersmaal
from ehelse_cli.plan.hjelp import bedre_dag
from ehelse_cli.plan.oppmoete import avtrykk
from ehelse_cli.plan.tavle import Sett, Tavle, Ulik, verdien
from ehelse_cli.plan.utgaver import TEKSTEN
from ehelse_cli.plan.verden import Verden
from ehelse_cli.plan.virkning import Melding, Merke, Omraade, Virkning

#: One thing told: where it belongs, what it is called, the message, and what of the fact it is about.
Fortalt = tuple[Omraade, str, Melding, Sett]


#: What decides who sits, and where: the terms too, of those appointed under the mandate.
_BEMANNING = frozenset({"sammensetning", "funksjonstid", "stedfortreder"})
_AV_REGLENE: dict[str, frozenset[str] | None] = {
    "AAR703": frozenset({"moeter"}),
    "AAR704": frozenset({"moeter"}),
    "SAK603": frozenset({"beslutning", "vedtar"}),
    "SAK605": frozenset({"saker"}),
    "SAK613": frozenset({"beslutning"}),
    "MAN301": frozenset({"sammensetning"}),
    "MAN305": frozenset({"beslutningsdyktighet", "sammensetning"}),
    "MAN311": None,
}


def sittende(verden: Verden, dag: date) -> Hashable:
    """What everything about those who sit hangs on: who does, and what the mandate says of seats and substitutes."""
    reg = register(verden.data, verden.forum, dag)
    return None if reg is None else avtrykk(reg, ("sammensetning", "stedfortreder"))


def spoersmaalene(fravaer: Sequence[str]) -> dict[str, Spoersmaal]:
    """Everything that is asked of a world."""
    return {
        "periode": Spoersmaal(perioder.slutter, frozenset({"sammensetning", "funksjonstid"})),
        "sete": Spoersmaal(seter.avvik, _BEMANNING, sittende),
        "uvisst": Spoersmaal(seter.uvisst, _BEMANNING, sittende),
        "stedfortreder": Spoersmaal(andre.ordninger, _BEMANNING, sittende),
        "observatoer": Spoersmaal(andre.observatoerer, frozenset({"sammensetning"})),
        "oppmoete": Spoersmaal(
            partial(moeter.beslutningsdyktige, fravaer=tuple(fravaer)), _BEMANNING | {"beslutningsdyktighet"}
        ),
        "frist": Spoersmaal(moeter.frister, frozenset({"frister"})),
        "sak": Spoersmaal(saker.oppgaver, frozenset({TEKSTEN})),
        **{kode: Spoersmaal(partial(funn.funn, kode=kode), _BEMANNING, sittende) for kode in funn.OM_DEM_SOM_SITTER},
        **{
            kode: Spoersmaal(partial(funn.funn, kode=kode), _AV_REGLENE.get(kode, _BEMANNING))
            for kode in funn.UANSETT_DAG
        },
    }


@dataclass(frozen=True, slots=True)
class Forteller:
    """Goes through the days and tells of every difference once, on the first day it is there."""

    tavle: Tavle
    dager: Dager
    i_dag: date
    fravaer: tuple[str, ...]

    def virkninger(self) -> Iterator[Virkning]:
        """Every effect, in the order they are asked for."""
        for slag, dager in self._spoersmaal():
            sett: set[str] = set()
            for ulik in (ulik for dag in dager for ulik in self.tavle.ulike(slag, dag)):
                if ulik.objekt not in sett and (fortalt := self._fortell(ulik)) is not None:
                    sett.add(ulik.objekt)
                    yield self._virkning(ulik, fortalt)

    def _virkning(self, ulik: Ulik, fortalt: Fortalt) -> Virkning:
        omraade, navn, melding, trekk = fortalt
        slag = f"frist {ulik.objekt.partition(' ')[2]}" if ulik.slag == "frist" else ulik.slag
        aarsaker = self.tavle.aarsaker(ulik, trekk)
        return Virkning(slag, omraade, self._objekt(ulik, navn), navn, ulik.dag, melding, aarsaker)

    def _spoersmaal(self) -> Iterator[tuple[str, tuple[date, ...]]]:
        foerst = self.dager.bemanning[:1]
        yield from ((kode, foerst) for kode in funn.UANSETT_DAG)
        yield from (("periode", foerst), ("sak", foerst))
        for slag in ("sete", "uvisst", *funn.OM_DEM_SOM_SITTER, "stedfortreder", "observatoer"):
            yield slag, self.dager.bemanning
        yield from (("oppmoete", self.dager.moeter), ("frist", self.dager.moeter))

    def _objekt(self, ulik: Ulik, navn: str) -> str:
        """The id of the object; of a person the name, so that all that happens to one is known as that one's."""
        if ulik.slag in ("sete", "oppmoete", "sak"):
            return ulik.objekt
        return ulik.objekt.partition(" ")[0] if ulik.slag == "frist" else navn or ulik.objekt

    def _fortell(self, ulik: Ulik) -> Fortalt | None:
        match ulik.slag:
            case "periode":
                return self._periode(ulik)
            case "sete":
                melding = seter.fortell(self.tavle.ny, ulik.objekt, ulik.foer, ulik.naa, ulik.dag)
                navn = seter.setets_navn(self.tavle.ny, ulik.objekt, ulik.dag)
                return None if melding is None else ("seter", navn, melding, verdien)
            case "uvisst":
                return self._uvisst(ulik)
            case "stedfortreder" | "observatoer":
                return self._andre(ulik)
            case "oppmoete":
                return self._oppmoete(ulik)
            case "frist":
                return self._frist(ulik)
            case "sak":
                return self._sak(ulik)
        return self._funn(ulik)

    def _periode(self, ulik: Ulik) -> Fortalt | None:
        if ulik.foer is None or ulik.naa is None:
            return None
        melding = perioder.fortell(self.tavle.ny, ulik.objekt, ulik.foer, ulik.naa, self.dager.fra)
        return None if melding is None else ("medlemmer", ulik.naa.med.medlem.navn, melding, verdien)

    def _uvisst(self, ulik: Ulik) -> Fortalt | None:
        """Told where it is new that nobody knows; that it is known after all needs no words."""
        if ulik.naa is None:
            return None
        navn = seter.den_det_gjelder(self.tavle.ny, ulik.naa)
        return "medlemmer" if navn else "mandatet", navn, seter.fortell_uvisst(self.tavle.ny, ulik.naa), verdien

    def _andre(self, ulik: Ulik) -> Fortalt | None:
        if ulik.foer is None or ulik.naa is None:
            return None
        if ulik.slag == "stedfortreder":
            return "stedfortredere", ulik.naa.med[0].navn, andre.fortell_ordning(ulik.naa), verdien
        melding = andre.fortell_observatoer(self.tavle.ny, ulik.objekt, ulik.foer, ulik.naa)
        trekk = andre.har_plass if melding.merke is Merke.UTE else verdien
        return "observatoerer", ulik.naa.med.navn, melding, trekk

    def _oppmoete(self, ulik: Ulik) -> Fortalt | None:
        if ulik.foer is None or ulik.naa is None:
            return None
        verden = self.tavle.ny
        melding = moeter.fortell_oppmoete(verden, ulik.foer.med, ulik.naa.med)
        moete = verden.data.moeter[ulik.objekt]
        if melding is None:
            return None
        if melding.merke is Merke.HANDLING:
            hjelp = bedre_dag(verden, moete, ulik.naa.med, self.dager, self.fravaer)
            melding = Melding(melding.merke, melding.tekst, hjelp)
        blir_udyktig = ulik.naa.med.svar is Answer.NEI and ulik.foer.med.svar is not Answer.NEI
        return "moeter", _moetenavn(moete), melding, _svaret if blir_udyktig else verdien

    def _frist(self, ulik: Ulik) -> Fortalt | None:
        moete_id, _, hva = ulik.objekt.partition(" ")
        verden = self.tavle.ny
        moete = verden.data.moeter[moete_id]
        frist = moeter.Frist(hva, moete, _dagen(ulik.foer), _dagen(ulik.naa))
        if frist.foer == frist.naa:
            return None
        melding = moeter.fortell_frist(frist, self.i_dag, verden.mandat.fra or self.dager.fra)
        return "moeter", _moetenavn(moete), melding, _dagen

    def _sak(self, ulik: Ulik) -> Fortalt | None:
        if ulik.foer is None or ulik.naa is None:
            return None
        return "saker", ulik.objekt, saker.fortell(self.tavle.ny, ulik.objekt, ulik.foer, ulik.naa), verdien

    def _funn(self, ulik: Ulik) -> Fortalt:
        finding = (ulik.naa or ulik.foer or Faktum(None)).med
        navn = funn.hvem(self.tavle.ny, finding)
        return funn.omraadet(ulik.slag, navn), navn, funn.fortell(ulik.foer, ulik.naa), verdien


def _svaret(faktum: Faktum | None) -> Answer | None:
    """Whether the council can decide, whatever the numbers."""
    return None if faktum is None else faktum.med.svar


def _dagen(faktum: Faktum | None) -> date | None:
    """The day of a deadline; None where there is none."""
    dag = faktum.verdi[0] if faktum is not None and isinstance(faktum.verdi, tuple) else None
    return dag if isinstance(dag, date) else None


def _moetenavn(moete: Moete) -> str:
    return f"Møtet {datotekst(moete.tid.dato)}"
