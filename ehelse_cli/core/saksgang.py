"""A case's way through the forums: which cases it continues, what it takes over from them, where they were treated."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.sak import Sak

#: What a case takes over from those it continues unless it is written in its own file.
ARVES = ("sakseiere", "foreslaatt_av", "oppdrag", "hovedprosess", "konsekvens_kommuner")


class Behandling(Struct, frozen=True):
    """One line of one agenda where a case was, or is to be, treated."""

    sak: Sak
    moete: Moete
    punkt: Sakspunkt

    @property
    def dato(self) -> date:
        """The meeting's first day."""
        return self.moete.tid.dato


def forloepere(data: Dataset, sak: Sak) -> tuple[Sak, ...]:
    """The cases this one continues, nearest first; each once, whatever circles the files describe."""
    funnet: dict[str, Sak] = {}
    koe = [*sak.fra_sak]
    while koe:
        eldre = data.saker.get(koe.pop(0))
        if eldre is not None and eldre.id != sak.id and eldre.id not in funnet:
            funnet[eldre.id] = eldre
            koe += eldre.fra_sak
    return tuple(funnet.values())


def med_arv(data: Dataset, sak: Sak) -> Sak:
    """The case with what it takes over from the cases it continues (`ARVES`).

    What is written in its own file stands, also where it says that there is none. Of several older cases the nearest
    that says anything decides. A wholly exempt case gives nothing away.
    """
    if not sak.fra_sak:
        return sak
    arv = {felt: verdi for felt in ARVES for verdi in _foerste(data, sak, felt)}
    return sak.model_copy(update=arv) if arv else sak


def _foerste(data: Dataset, sak: Sak, felt: str) -> Iterator[Any]:
    """The inherited value, if the case does not say it itself and an older one does."""
    if felt in sak.model_fields_set or sak.er_unntatt:
        return
    for eldre in forloepere(data, sak):
        if felt in eldre.model_fields_set and not eldre.er_unntatt:
            yield getattr(eldre, felt)
            return


def behandlinger(data: Dataset, sak: Sak) -> tuple[Behandling, ...]:
    """Every agenda line of the case and of those it continues, in meetings that were not cancelled, by day."""
    rader = [
        Behandling(en, moete, moete.saksliste[nr])
        for en in (*forloepere(data, sak), sak)
        for moete, nr in data.behandlinger(en.id)
        if moete.avlyst is None
    ]
    return tuple(sorted(rader, key=lambda rad: (rad.dato, rad.moete.id)))


def moetet_for(data: Dataset, sak: Sak, dag: date) -> Moete | None:
    """The meeting a paper is written for: the first from `dag` on with the case on its agenda, otherwise the last."""
    moeter = [rad.moete for rad in behandlinger(data, sak) if rad.sak.id == sak.id]
    kommende = [moete for moete in moeter if moete.tid.siste_dag >= dag]
    return next(iter(kommende or reversed(moeter)), None)


def er_lukket(data: Dataset, forum: str, punkt: Sakspunkt) -> bool:
    """Whether nothing but the number is shown: the line or its case is wholly exempt, or nobody can read if it is."""
    id_ = data.sak_id(forum, punkt.sak) if punkt.sak else None
    sak = data.saker.get(id_ or "")
    skjermet = punkt.skjerming is not None and punkt.skjerming.omfang == "hele"
    return skjermet or id_ in data.broken or (sak is not None and sak.er_unntatt)
