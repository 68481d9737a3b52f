"""MOT: did notice and papers come in time, by the mandate and by the secretariat's own practice?"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import SENDT, Moete
from ehelse_cli.rules.common import moetenavn
from ehelse_cli.rules.frister import Krav, kravene

Hva = Literal["innkalling", "saksdokumenter"]

#: What people call it.
_ORDET = {"innkalling": "innkallingen", "saksdokumenter": "sakspapirene"}


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
            sendt = moete.sendt(hva)
            if moete.avlyst or moete.er_skriftlig or (sendt is None and moete.tid.dato <= dag):
                continue
            for krav in kravene(data, forum, moete, hva):
                if (sendt or dag) > krav.siste_dag:
                    yield _hit(data, moete, hva, sendt, krav)
                    break


def _hit(data: Dataset, moete: Moete, hva: Hva, sendt: date | None, krav: Krav) -> Hit:
    naar = f"ble sendt {datotekst(sendt)}" if sendt else "er ikke sendt"
    noekkel = SENDT[hva]
    return Hit(
        f"{_ORDET[hva]} til {moetenavn(data, moete)} {naar}; fristen var {datotekst(krav.siste_dag)}",
        data.place(moete.id, noekkel if sendt else "tid"),
        (moete.id, hva),
        label=f"fristen var {datotekst(krav.siste_dag)}",
        related=krav.clause(),
        severity=krav.severity,
        source=krav.source,
        values=(krav.utregning,),
        help=f"{f'Er datoen feil, rett «{noekkel}».' if sendt else _send(moete, hva)} "
        "Er en annen frist satt for dette møtet, skriv «frist_avvik».",
    )


def _send(moete: Moete, hva: Hva) -> str:
    """What to do when nothing is sent; papers that go out with the notice are entered with it."""
    valg = "" if hva == "innkalling" else " --bare-papirer" if moete.innkalt else " --papirer"
    return f"Send nå, og før dagen: `ehelse moete innkall {moete.id}{valg}` («{SENDT[hva]}» i filen)."
