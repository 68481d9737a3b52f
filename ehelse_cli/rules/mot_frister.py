"""MOT: did notice and papers come in time, by the mandate and by the secretariat's own practice?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity, Source
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Fristregel
from ehelse_cli.core.moete import Moete
from ehelse_cli.rules.common import clause, er_skriftlig, moetenavn, severity, source

Hva = Literal["innkalling", "saksdokumenter"]

#: The key that says when it was done, and what people call it.
_NOEKKEL = {"innkalling": "innkalt", "saksdokumenter": "papirer_ute"}
_ORDET = {"innkalling": "innkallingen", "saksdokumenter": "sakspapirene"}


@dataclass(frozen=True, slots=True)
class _Krav:
    """A deadline for one meeting: the last day that is in time, how that was reckoned, and whose demand it is."""

    siste_dag: date
    utregning: str
    source: Source
    severity: Severity
    clause: Callable[[], tuple[Related, ...]]


def sen_innkalling(data: Dataset, dag: date) -> Iterator[Hit]:
    """The notice came too late."""
    return _for_sent(data, dag, "innkalling")


def sene_papirer(data: Dataset, dag: date) -> Iterator[Hit]:
    """The papers came too late."""
    return _for_sent(data, dag, "saksdokumenter")


def _for_sent(data: Dataset, dag: date, hva: Hva) -> Iterator[Hit]:
    """Sent after the deadline, or not sent though it has passed and the meeting is still to come.

    The first demand that is not met speaks: the mandate's, then the secretariat's own.
    """
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            sendt: date | None = getattr(moete, _NOEKKEL[hva])
            if moete.avlyst or er_skriftlig(moete) or (sendt is None and moete.tid.dato <= dag):
                continue
            for krav in _kravene(data, forum, moete, hva):
                if (sendt or dag) > krav.siste_dag:
                    yield _hit(data, moete, hva, sendt, krav)
                    break


def _hit(data: Dataset, moete: Moete, hva: Hva, sendt: date | None, krav: _Krav) -> Hit:
    naar = f"ble sendt {datotekst(sendt)}" if sendt else "er ikke sendt"
    noekkel = _NOEKKEL[hva]
    return Hit(
        f"{_ORDET[hva]} til {moetenavn(data, moete)} {naar}; fristen var {datotekst(krav.siste_dag)}",
        data.place(moete.id, noekkel if sendt else "tid"),
        (moete.id, hva),
        label=f"fristen var {datotekst(krav.siste_dag)}",
        related=krav.clause(),
        severity=krav.severity,
        source=krav.source,
        values=(krav.utregning,),
        help=f"{f'Er datoen feil, rett «{noekkel}».' if sendt else f'Send nå, og før datoen under «{noekkel}».'} "
        "Er en annen frist satt for dette møtet, skriv «frist_avvik».",
    )


def _kravene(data: Dataset, forum: str, moete: Moete, hva: Hva) -> Iterator[_Krav]:
    mandat = data.mandat_for(forum, moete.tid.dato)
    fra_mandatet = _i_mandatet(data, mandat, moete, hva) if mandat is not None else None
    if fra_mandatet is not None:
        yield fra_mandatet
    praksis: Frist | None = getattr(data.forum[forum].praksis, hva)
    regnet = _regn(praksis, moete, hva) if praksis is not None else None
    if regnet is not None:
        yield _Krav(*regnet, Source.PRAKSIS, Severity.ADVARSEL, partial(_praksisen, data, forum, hva))


def _praksisen(data: Dataset, forum: str, hva: Hva) -> tuple[Related, ...]:
    return (Related(data.place(forum, "praksis", hva), "", "hjemmel: sekretariatets praksis"),)


def _i_mandatet(data: Dataset, mandat: Mandat, moete: Moete, hva: Hva) -> _Krav | None:
    """The mandate's deadline; one for this type of meeting goes before one for all."""
    rader = mandat.frister if isinstance(mandat.frister, tuple) else ()
    aktuelle = [(nr, rad) for nr, rad in enumerate(rader) if rad.gjelder_hva == hva and rad.for_ in (None, moete.type)]
    for nr, rad in sorted(aktuelle, key=lambda par: par[1].for_ is None):
        ledd = mandat.ledd("frister", nr)
        gravity, regnet = severity(ledd), _fristen(rad, moete, hva)
        if regnet is not None and gravity is not None:
            return _Krav(*regnet, source(ledd), gravity, partial(clause, data, mandat, ("frister", nr)))
    return None


def _fristen(rad: Fristregel, moete: Moete, hva: Hva) -> tuple[date, str] | None:
    return _regn(rad.frist, moete, hva) if isinstance(rad.frist, Frist) else None


def _regn(frist: Frist, moete: Moete, hva: Hva) -> tuple[date, str] | None:
    """The last day in time and how it came out; a deadline moved for this meeting goes before any rule."""
    flyttet = next((rad.dato for rad in moete.frist_avvik if rad.frist == hva), None)
    if flyttet is not None:
        return flyttet, f"for dette møtet er fristen satt til {datotekst(flyttet)}"
    punkt = _punkt(frist, moete)
    if punkt is None:
        return None
    svar = frist.beregn(punkt)
    dag = svar.date() if isinstance(svar, datetime) else svar
    return dag, f"{frist.norsk()} ({datotekst(punkt)}) → {datotekst(dag)}"


def _punkt(frist: Frist, moete: Moete) -> date | None:
    """The day the deadline is counted from: the meeting, or the notice; None where this meeting knows no such point."""
    return {"moetet": moete.tid.dato, "innkalling": moete.innkalt}.get(getattr(frist, "punkt", "moetet"))
