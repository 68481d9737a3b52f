"""MED: is every seat filled, once, by one who sits for a group and has what is asked for?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.mandat import grupper_i, krav_i
from ehelse_cli.core.mandat.regel import Krav
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import navn_naa
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.med_brudd import Brudd, alle_brudd, brudd_av
from ehelse_cli.rules.med_perioder import SETER, utloepte

# --- how many


def ledig_sete(data: Dataset, dag: date) -> Iterator[Hit]:
    """A seat nobody holds, and which neither a lapsed term (MED406) nor a missing group (MED412) explains."""
    for forum in data.forum.values():
        alle = alle_brudd(data, forum, dag)
        for brudd, antall in _ledige(data, alle, dag):
            hva = "ett sete er ledig" if antall == 1 else f"{antall} seter er ledige"
            hvor = "" if brudd.del_.id == SETER else f" for {brudd.gruppen}"
            yield from brudd.hit(
                f"{brudd.raadet}: {hva}{hvor}", "Legg til en rad for det nye medlemmet når det er oppnevnt."
            )


def _ledige(data: Dataset, alle: tuple[Brudd, ...], dag: date) -> Iterator[tuple[Brudd, int]]:
    """The groups with vacant seats and how many, when those entered in no group could not fill them all."""
    ledige = [
        (brudd, -brudd.del_.avvik - len(utloepte(data, brudd.forum, brudd.del_.id, dag)))
        for brudd in alle
        if brudd.del_.slag == "antall" and brudd.del_.avvik < 0
    ]
    ledige = _uten_det_gruppene_sier([(brudd, antall) for brudd, antall in ledige if antall > 0])
    uten = sum(brudd.del_.slag == "uten_gruppe" for brudd in alle)
    if sum(antall for _, antall in ledige) > uten:
        yield from ledige


def _uten_det_gruppene_sier(avvik: list[tuple[Brudd, int]]) -> list[tuple[Brudd, int]]:
    """The total is off only by what the groups do not tell already."""
    i_gruppene = sum(antall for brudd, antall in avvik if brudd.del_.id != SETER)
    rest = [(brudd, antall - i_gruppene if brudd.del_.id == SETER else antall) for brudd, antall in avvik]
    return [(brudd, antall) for brudd, antall in rest if antall > 0]


def for_mange_i_gruppen(data: Dataset, dag: date) -> Iterator[Hit]:
    """More members in a group than it has seats; one person entered twice is MED408's."""
    for forum in data.forum.values():
        alle = alle_brudd(data, forum, dag)
        avvik = [(brudd, brudd.del_.avvik - _dobbelte(brudd)) for brudd in alle if brudd.del_.slag == "antall"]
        for brudd, antall in _uten_det_gruppene_sier([(brudd, antall) for brudd, antall in avvik if antall > 0]):
            hvor = "i rådet" if brudd.del_.id == SETER else f"for {brudd.gruppen}"
            yield from brudd.hit(
                f"{brudd.raadet}: det sitter {'én' if antall == 1 else antall} for mange {hvor}",
                "Er noen gått ut, skriv «fratraadt» med siste dag på raden. Sitter noen for andre, rett «gruppe».",
            )


def _dobbelte(brudd: Brudd) -> int:
    """How many of the rows are somebody who has one already, by the name they have now."""
    naa = navn_naa(brudd.data)
    navn_ = [brudd.forum.medlemmer[nr].navn for nr in brudd.del_.rader]
    return len(navn_) - len({naa.get(ett, ett) for ett in navn_})


# --- who sits where


def to_seter(data: Dataset, dag: date) -> Iterator[Hit]:
    """One person on two seats at once."""
    for brudd in brudd_av(data, dag, "to_seter"):
        yield from brudd.hit(
            f"{brudd.del_.id} sitter på {_seter(len(brudd.del_.rader))} i {brudd.raadet} samtidig",
            "Skriv «fratraadt» på den gamle raden. Heter to det samme, skill dem med en parentes: «Anne Lie (Bergen)».",
            rad=brudd.del_.rader[-1],
        )


def _seter(antall: int) -> str:
    return "to seter" if antall == 2 else f"{antall} seter"


def uten_gruppe(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member who sits for none of the mandate's groups; a group that is in no mandate is REF201's."""
    for brudd in brudd_av(data, dag, "uten_gruppe"):
        gruppe = brudd.medlem.gruppe
        kjente = {rad.id for mandat in data.mandater_for(brudd.forum.id) for rad in grupper_i(mandat)}
        if gruppe is None or gruppe in kjente:
            yield from brudd.hit(
                f"{brudd.medlem.navn} sitter ikke for noen av gruppene i mandatet",
                f"Skriv «gruppe» på raden. Gruppene heter {oppramsing(rad.id for rad in grupper_i(brudd.mandat))}.",
                rad=brudd.del_.rader[0],
            )


# --- what the mandate asks of them


def manglende_egenskap(data: Dataset, dag: date) -> Iterator[Hit]:
    """A requirement that those who sit do not meet; one that a vacant seat may yet meet is not broken."""
    for brudd in brudd_av(data, dag, "krav", "stedfortrederkrav"):
        if brudd.del_.verdict.clause[-1] != "per_virksomhet" and not _kan_ledige_oppfylle(brudd):
            alene = brudd.del_.rader if len(brudd.del_.rader) == 1 else ()
            yield from brudd.hit(
                f"{brudd.raadet}: {brudd.del_.verdict.summary}",
                "Har de egenskapen, før den under «egenskaper» på raden. Ellers må noen andre oppnevnes.",
                rad=alene[0] if alene else None,
            )


def _kan_ledige_oppfylle(brudd: Brudd) -> bool:
    """Whether the seats now empty could be filled so that the requirement holds."""
    krav, gruppe = _kravet(brudd)
    if krav is None or krav.av_hver or krav.blant or not isinstance(krav.antall, Mengde):
        return False
    grupper = [rad for rad in grupper_i(brudd.mandat) if gruppe in (None, rad.id)]
    sitter = len(brudd.register.medlemmer if gruppe is None else brudd.register.i_gruppe(gruppe))
    seter = sum(rad.antall.minste() for rad in grupper if isinstance(rad.antall, Mengde))
    ledige = max(seter - sitter, 0)
    har = sitter - len(brudd.del_.rader)
    return ledige > 0 and krav.antall.holder(har + ledige, sitter + ledige)


def _kravet(brudd: Brudd) -> tuple[Krav | None, str | None]:
    """The requirement, and the group it is for (None: the whole council)."""
    match brudd.del_.verdict.clause:
        case ("sammensetning", "krav", int(nr)):
            return krav_i(brudd.mandat)[nr], None
        case ("sammensetning", "grupper", int(nr), "krav", int(krav)):
            gruppe = grupper_i(brudd.mandat)[nr]
            return (gruppe.krav[krav] if isinstance(gruppe.krav, tuple) else None), gruppe.id
    return None, None
