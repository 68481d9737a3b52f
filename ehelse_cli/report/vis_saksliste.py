"""A meeting's agenda by the clock, as the papers have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from operator import itemgetter

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.klokke import Klokkeslett, Linje, regn_ut
from ehelse_cli.render.navn import Navn
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.sakspunkt import Agendalinje, agendalinjer
from ehelse_cli.render.tid import klokke
from ehelse_cli.report.sheet import Table
from ehelse_cli.report.vis_vedtak import utfall


def sakslisten(data: Dataset, moete: Moete) -> Table:
    """The agenda; a case that cannot be read keeps its line."""
    linjer = _linjer(data, moete)
    rader = tuple(_linje(linje, tid) for linje, tid in zip(linjer, _klokkeslett(moete, linjer), strict=True))
    return Table("Saksliste", ("Kl.", "Sak", "Hva", "Min.", "Utfall"), rader)


def _linjer(data: Dataset, moete: Moete) -> tuple[Agendalinje, ...]:
    navn = Navn(data, data.forum[data.forum_of(moete.id)], moete.tid.dato)
    ramme = Ramme("nb", eksempel=data.datasett.er_eksempel, utkast=False)
    return tuple(agendalinjer(moete, navn, ramme, ogsaa_uleselige=True))


def _klokkeslett(moete: Moete, linjer: Sequence[Agendalinje]) -> Iterator[Klokkeslett]:
    """When each line begins and ends; a new `dag` starts by its own day's clock."""
    dager = () if moete.tid.skriftlig else moete.tid.dager
    numre = accumulate((linje.punkt.dag or 1 for linje in linjer), max)
    for nr, dagens in groupby(zip(numre, linjer, strict=True), key=itemgetter(0)):
        start = dager[nr - 1].fra if nr <= len(dager) else None
        yield from regn_ut(start, [Linje(linje.minutter, linje.punkt.kl) for _, linje in dagens])


def _linje(linje: Agendalinje, tid: Klokkeslett) -> tuple[str, ...]:
    punkt, innhold = linje.punkt, linje.innhold
    if innhold is None:
        return "", "", f"— {punkt.bolk or f'Dag {punkt.dag}'} —", "", ""
    nummer = innhold.nummer.removeprefix(f"{BOKMAAL.sak} ") if innhold.nummer else ""
    hva_det_ble = "" if innhold.unntatt is not None else utfall(punkt)
    return klokke(tid.fra) if tid.fra else "", nummer, innhold.tittel, str(linje.minutter or ""), hva_det_ble
