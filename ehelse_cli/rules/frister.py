"""The deadlines of one meeting: reckoned from the mandate's rules, or from the secretariat's own practice."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related, Severity, Source
from ehelse_cli.core.frist import Frist, Straks
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Fristregel
from ehelse_cli.core.moete import Moete
from ehelse_cli.rules.common import clause, severity, source


class Krav(Struct, frozen=True):
    """A deadline for one meeting: the last day that is in time, how that was reckoned, and whose demand it is."""

    siste_dag: date
    utregning: str
    source: Source
    severity: Severity
    clause: Callable[[], tuple[Related, ...]]


def kravene(data: Dataset, forum: str, moete: Moete, hva: str) -> Iterator[Krav]:
    """The meeting's deadlines for one thing: the mandate's, then the secretariat's own; none where nobody set any."""
    mandat = data.mandat_for(forum, moete.tid.dato)
    fra_mandatet = _i_mandatet(data, mandat, moete, hva) if mandat is not None else None
    if fra_mandatet is not None:
        yield fra_mandatet
    praksis: Frist | None = getattr(data.forum[forum].praksis, hva, None)
    regnet = _regn(praksis, moete, hva) if praksis is not None else None
    if regnet is not None:
        yield Krav(*regnet, Source.PRAKSIS, Severity.ADVARSEL, partial(_praksisen, data, forum, hva))


def _praksisen(data: Dataset, forum: str, hva: str) -> tuple[Related, ...]:
    return (Related(data.place(forum, "praksis", hva), "", "hjemmel: sekretariatets praksis"),)


def _i_mandatet(data: Dataset, mandat: Mandat, moete: Moete, hva: str) -> Krav | None:
    """The mandate's deadline; one for this type of meeting goes before one for all."""
    rader = mandat.frister if isinstance(mandat.frister, tuple) else ()
    aktuelle = [(nr, rad) for nr, rad in enumerate(rader) if rad.gjelder_hva == hva and rad.for_ in (None, moete.type)]
    for nr, rad in sorted(aktuelle, key=lambda par: par[1].for_ is None):
        ledd = mandat.ledd("frister", nr)
        gravity, regnet = severity(ledd), _fristen(rad, moete, hva)
        if regnet is not None and gravity is not None:
            return Krav(*regnet, source(ledd), gravity, partial(clause, data, mandat, ("frister", nr)))
    return None


def _fristen(rad: Fristregel, moete: Moete, hva: str) -> tuple[date, str] | None:
    return _regn(rad.frist, moete, hva) if isinstance(rad.frist, Frist) else None


def _regn(frist: Frist, moete: Moete, hva: str) -> tuple[date, str] | None:
    """The last day in time and how it came out; a deadline moved for this meeting goes before any rule."""
    flyttet = next((rad.dato for rad in moete.frist_avvik if rad.frist == hva), None)
    if flyttet is not None:
        return flyttet, f"for dette møtet er fristen satt til {datotekst(flyttet)}"
    punkt = _punkt(frist, moete)
    if punkt is None:
        return None
    dag = frist.dagen(punkt)
    return dag, f"{frist.norsk()} ({datotekst(punkt)}) → {datotekst(dag)}"


def _punkt(frist: Frist, moete: Moete) -> date | None:
    """The day it is counted from: the meeting's first or last, or the notice; None where the meeting knows no such."""
    foer = getattr(frist, "retning", "foer") == "foer" and not isinstance(frist, Straks)
    moetet = moete.tid.dato if foer else moete.tid.siste_dag
    return {"moetet": moetet, "innkalling": moete.innkalt}.get(getattr(frist, "punkt", "moetet"))
