"""REF: does a paper name somebody who was not there that day?"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Deltaker, Fremmoete
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.virksomhet import Virksomhet
from ehelse_cli.rules.common import Path, navn

#: Who a paper is from. What it rests on is older, and what remains comes later.
_SAKENS = ("sakseiere", "foreslaatt_av", "utarbeidet_av", "i_samarbeid_med")


class _Nevnt(Struct, frozen=True):
    """An organisation or a council with a time of its own, named in a paper or as having met."""

    eier: str
    path: Path
    id: str


def utenfor_levetid(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A paper or minutes naming an organisation or a council that was closed down by then, or not yet there."""
    levende = _med_levetid(data)
    for en in _nevnte(data, levende.keys()) if levende else ():
        dag = _dagen(data, en.eier)
        if dag is not None:
            yield from _hit(data, en, levende[en.id], dag)


def _med_levetid(data: Dataset) -> dict[str, Virksomhet | Forum]:
    """Those that have not always been there, by id."""
    alle: dict[str, Virksomhet | Forum] = {**data.virksomheter, **data.forum}
    return {id_: en for id_, en in alle.items() if en.opprettet is not None or en.avviklet is not None}


def _nevnte(data: Dataset, ider: Collection[str]) -> Iterator[_Nevnt]:
    """Where one of the ids is named as of the paper's or the meeting's own day."""
    for sak in data.saker.values():
        for noekkel in _SAKENS:
            yield from (
                _Nevnt(sak.id, (noekkel, nr), id_) for nr, id_ in enumerate(getattr(sak, noekkel)) if id_ in ider
            )
        yield from _deltakere(sak.id, ("framlegges_av",), sak.framlegges_av, ider)
    for moete in data.moeter.values():
        if isinstance(moete.fremmoete, Fremmoete):
            for bolk in Fremmoete.model_fields:
                yield from _deltakere(moete.id, ("fremmoete", bolk), getattr(moete.fremmoete, bolk), ider)
        for nr, punkt in enumerate(moete.saksliste):
            path: Path = ("saksliste", nr, "sakseiere")
            yield from (
                _Nevnt(moete.id, (*path, plass), id_) for plass, id_ in enumerate(punkt.sakseiere) if id_ in ider
            )


def _deltakere(eier: str, path: Path, rader: Iterable[Deltaker], ider: Collection[str]) -> Iterator[_Nevnt]:
    for nr, rad in enumerate(rader):
        if rad.virksomhet is not None and rad.virksomhet in ider:
            yield _Nevnt(eier, (*path, nr, "virksomhet"), rad.virksomhet)


def _dagen(data: Dataset, id_: str) -> date | None:
    """The day of the meeting, or the one the paper bears, or else of the first meeting it was in."""
    moete, sak = data.moeter.get(id_), data.saker.get(id_)
    if moete is not None:
        return moete.tid.dato
    if sak is not None and sak.datert is not None:
        return sak.datert.dato
    return next((behandling.tid.dato for behandling, _ in data.behandlinger(id_)), None)


def _hit(data: Dataset, en: _Nevnt, eier: Virksomhet | Forum, dag: date) -> Iterator[Hit]:
    borte = eier.avviklet is not None and eier.avviklet <= dag
    if not borte and (eier.opprettet is None or _foerste_dag(eier.opprettet) <= dag):
        return
    noekkel = "avviklet" if borte else "opprettet"
    forslag = _som_tok_over(data, en.id) if borte else _som_var_foer(eier)
    hjemme = ("virksomheter", en.id) if en.id in data.virksomheter else (en.id,)
    yield Hit(
        f"{navn(data, en.id, dag)} fantes ikke {datotekst(dag)}",
        data.place(en.eier, *en.path),
        (en.eier, en.id, *(steg for steg in en.path if isinstance(steg, str))),
        label="avviklet da" if borte else "ikke opprettet da",
        related=(Related(data.place(*hjemme, noekkel), noekkel),),
        help=f"Mente du {oppramsing((f'«{id_}»' for id_ in forslag), 'eller')}?"
        if forslag
        else "Rett hvem det var, eller datoen.",
    )


def _som_tok_over(data: Dataset, id_: str) -> tuple[str, ...]:
    virksomheter = (ny for ny, rad in data.virksomheter.items() if id_ in rad.erstatter)
    return (*virksomheter, *(ny for ny, rad in data.forum.items() if rad.erstatter == id_))


def _som_var_foer(eier: Virksomhet | Forum) -> tuple[str, ...]:
    if isinstance(eier, Virksomhet):
        return tuple(eier.erstatter)
    return (eier.erstatter,) if eier.erstatter else ()


def _foerste_dag(opprettet: DelvisDato) -> date:
    """The earliest it may have been: of a year or a month only that is known."""
    return date(opprettet.aar, opprettet.maaned or 1, opprettet.dag or 1)
