"""An organisation on a day: its names over time, what it came from and became, and the seats it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.register import register
from ehelse_cli.core.virksomhet import Virksomhet
from ehelse_cli.render.tid import delvis
from ehelse_cli.report.sheet import Sheet, Table
from ehelse_cli.report.vis_felles import alle, dato, kortdato, navn, notis, ord_, per


def vis_virksomhet(data: Dataset, id_: str, dag: date) -> Sheet:
    """The organisation's sheet."""
    virksomhet = data.virksomheter[id_]
    return Sheet(
        navn(data, id_, dag),
        per(dag),
        tuple(_fakta(data, id_, virksomhet, dag)),
        (_navn_over_tid(virksomhet), _seter(data, id_, dag)),
        notis(data),
    )


def _fakta(data: Dataset, id_: str, virksomhet: Virksomhet, dag: date) -> Iterator[tuple[str, str]]:
    kort = data.virksomhetsnavn(id_, dag, kort=True)
    yield "id", id_
    yield "kortnavn", kort if virksomhet.kort else ""
    yield "orgnr.", virksomhet.orgnr or ""
    yield "sektor", ord_(virksomhet.sektor or "")
    yield "opprettet", delvis(virksomhet.opprettet, "nb") if virksomhet.opprettet else ""
    yield "avviklet", dato(virksomhet.avviklet)
    yield "erstatter", alle(data, virksomhet.erstatter, dag)
    yield "erstattet av", alle(data, (annen for annen, rad in data.virksomheter.items() if id_ in rad.erstatter), dag)
    yield "består av", alle(data, virksomhet.bestaar_av, dag)
    yield "inngår i", alle(data, (sett for sett, rad in data.virksomheter.items() if id_ in rad.bestaar_av), dag)


def _navn_over_tid(virksomhet: Virksomhet) -> Table:
    rader = tuple((dato(rad.fra) or "fra starten", rad.verdi) for rad in virksomhet.navn)
    return Table("Navn over tid", ("Fra", "Navn"), rader if len(rader) > 1 else ())


def _seter(data: Dataset, id_: str, dag: date) -> Table:
    """The seats held that day by people of the organisation, or of those it consists of."""
    return Table("Seter", ("Forum", "Medlem", "Rolle", "Gruppe", "Går ut"), tuple(_seterader(data, id_, dag)))


def _seterader(data: Dataset, id_: str, dag: date) -> Iterator[tuple[str, ...]]:
    egne = data.medlemmer_av_sett(id_)
    for forum in data.forum.values():
        reg = register(data, forum, dag)
        for rad in reg.medlemmer if reg else ():
            if rad.medlem.virksomhet in egne:
                yield (
                    data.forumnavn(forum.id, dag),
                    rad.medlem.navn,
                    ord_(rad.medlem.rolle),
                    (rad.gruppe or "").replace("-", " "),
                    kortdato(rad.siste_dag),
                )
