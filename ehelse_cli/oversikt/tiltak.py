"""What somebody is to do: agreed in a meeting, or in a case's plan; by whom, by when, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Tiltak
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.oversikt.felles import kalles, kort
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import prosa
from ehelse_cli.render.navn import nummer_i, saksnummer
from ehelse_cli.rules.saker import linjer


@dataclass(frozen=True, slots=True)
class Gjoeremaal:
    """One action with where it was agreed: the file that has it, and the case it is about."""

    forum: str
    eier: str
    sak: str
    tiltak: Tiltak
    ansvarlig: str

    def er_aapent(self, dag: date) -> bool:
        """Whether nobody had done it by the day."""
        return self.tiltak.utfoert is None or self.tiltak.utfoert > dag

    def status(self, dag: date) -> str:
        """`forfalt for 3 dager siden`, `åpent`, `utført`."""
        if not self.er_aapent(dag):
            return "utført"
        if self.tiltak.frist is None:
            return "åpent, uten frist"
        return igjen(self.tiltak.frist, dag)


def igjen(frist: date, dag: date) -> str:
    """How long there is left, in words: `om 9 dager`, `i dag`, `3 dager over`."""
    dager = (frist - dag).days
    if dager == 0:
        return "i dag"
    antall = f"{abs(dager)} {'dag' if abs(dager) == 1 else 'dager'}"
    return f"om {antall}" if dager > 0 else f"{antall} over"


def gjoeremaalene(data: Dataset, dag: date) -> tuple[Gjoeremaal, ...]:
    """Every action agreed by the day, the most urgent first; those without a deadline last."""
    alle = (*_fra_moetene(data, dag), *_fra_sakene(data, dag))
    return tuple(sorted(alle, key=lambda rad: (rad.tiltak.frist or date.max, rad.eier, rad.tiltak.hva)))


def _fra_moetene(data: Dataset, dag: date) -> Iterator[Gjoeremaal]:
    for linje in linjer(data):
        if linje.moete.tid.dato > dag or er_lukket(data, linje.forum, linje.punkt):
            continue
        nummer = nummer_i(data, linje.forum, linje.punkt.sak) if linje.punkt.sak else ""
        for tiltak in linje.punkt.tiltak:
            yield Gjoeremaal(linje.forum, linje.moete.id, nummer, tiltak, _ansvarlig(data, linje.forum, tiltak, dag))


def _fra_sakene(data: Dataset, dag: date) -> Iterator[Gjoeremaal]:
    for sak in data.saker.values():
        forum = data.forum_of(sak.id)
        for tiltak in () if sak.er_unntatt else sak.implementering:
            nummer = saksnummer(data, sak) or ""
            yield Gjoeremaal(forum, sak.id, nummer, tiltak, _ansvarlig(data, forum, tiltak, dag))


def _ansvarlig(data: Dataset, forum: str, tiltak: Tiltak, dag: date) -> str:
    return kalles(data, forum, tiltak.hvem, dag) if tiltak.hvem else ""


def tiltaksoversikt(data: Dataset, dag: date, forum: str | None = None, *, alle: bool = False) -> Oversikt:
    """The open actions, or all of them."""
    hele = [rad for rad in gjoeremaalene(data, dag) if forum in (None, rad.forum)]
    aapne = [rad for rad in hele if rad.er_aapent(dag)]
    over = sum(rad.tiltak.frist is not None and rad.tiltak.frist < dag for rad in aapne)
    kolonner = (
        Kolonne[Gjoeremaal]("frist", "Frist", lambda rad: rad.tiltak.frist),
        Kolonne[Gjoeremaal]("status", "Status", lambda rad: rad.status(dag)),
        Kolonne[Gjoeremaal]("hva", "Hva", lambda rad: prosa(rad.tiltak.hva), under=ALLTID),
        Kolonne[Gjoeremaal]("hvem", "Hvem", lambda rad: rad.ansvarlig or "ingen"),
        Kolonne[Gjoeremaal]("forum", "Forum", lambda rad: kort(data, rad.forum, dag), vist=False),
        Kolonne[Gjoeremaal]("sak", "Sak", lambda rad: rad.sak),
        Kolonne[Gjoeremaal]("utfoert", "Utført", lambda rad: rad.tiltak.utfoert),
        Kolonne[Gjoeremaal]("fra", "Avtalt i", lambda rad: rad.eier),
    )
    rader = hele if alle else aapne
    return Oversikt(
        "tiltak",
        "Tiltak" if alle else "Åpne tiltak",
        dag,
        (tabell("tiltak", "Tiltak", kolonner, rader, tom="Ingen tiltak venter."), _per_ansvarlig(aapne, dag)),
        (
            Fakt("aapne", "åpne", len(aapne)),
            Fakt("over_fristen", "over fristen", over),
            Fakt("alle", "i alt", len(hele)),
        ),
        data.datasett.er_eksempel,
    )


def _per_ansvarlig(aapne: Sequence[Gjoeremaal], dag: date) -> Tabell:
    """How much each has to do, and how much of it is late."""
    kolonner = (
        Kolonne[str]("hvem", "Hvem", lambda navn: navn or "ingen"),
        Kolonne[str]("aapne", "Åpne", lambda navn: sum(rad.ansvarlig == navn for rad in aapne)),
        Kolonne[str](
            "over_fristen",
            "Over fristen",
            lambda navn: sum(rad.ansvarlig == navn and (rad.tiltak.frist or date.max) < dag for rad in aapne),
        ),
    )
    return tabell("per_ansvarlig", "Hvem som har åpne tiltak", kolonner, sorted({rad.ansvarlig for rad in aapne}))
