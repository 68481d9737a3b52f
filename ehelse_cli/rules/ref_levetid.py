"""REF: does a paper name somebody who was not there that day?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.virksomhet import Virksomhet
from ehelse_cli.rules.common import listing, navn
from ehelse_cli.rules.references import Reference, references

#: What is about the paper's own day. What it rests on is older, and what remains comes later.
_DEN_DAGEN = frozenset(
    {"sakseiere", "foreslaatt_av", "utarbeidet_av", "i_samarbeid_med", "framlegges_av", "fremmoete", "saksliste"}
)


def utenfor_levetid(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A paper or minutes naming an organisation or a council that was closed down by then, or not yet there."""
    levende = _med_levetid(data)
    for en in references(data) if levende else ():
        eier = levende.get(en.target) if en.path and en.path[0] in _DEN_DAGEN and en.kind == "aktoer" else None
        dag = _dagen(data, en.owner) if eier is not None else None
        if eier is not None and dag is not None:
            yield from _hit(data, en, eier, dag)


def _med_levetid(data: Dataset) -> dict[str, Virksomhet | Forum]:
    """Those that have not always been there, by id."""
    alle: dict[str, Virksomhet | Forum] = {**data.virksomheter, **data.forum}
    return {id_: en for id_, en in alle.items() if en.opprettet is not None or en.avviklet is not None}


def _dagen(data: Dataset, id_: str) -> date | None:
    """The day of the meeting, or the one the paper bears, or else of the first meeting it was in."""
    moete, sak = data.moeter.get(id_), data.saker.get(id_)
    if moete is not None:
        return moete.tid.dato
    if sak is not None and sak.datert is not None:
        return sak.datert.dato
    return next((behandling.tid.dato for behandling, _ in data.behandlinger(id_)), None)


def _hit(data: Dataset, en: Reference, eier: Virksomhet | Forum, dag: date) -> Iterator[Hit]:
    borte = eier.avviklet is not None and eier.avviklet <= dag
    if not borte and (eier.opprettet is None or _foerste_dag(eier.opprettet) <= dag):
        return
    noekkel = "avviklet" if borte else "opprettet"
    forslag = _som_tok_over(data, en.target) if borte else _som_var_foer(eier)
    hjemme = ("virksomheter", en.target) if en.target in data.virksomheter else (en.target,)
    yield Hit(
        f"{navn(data, en.target, dag)} fantes ikke {datotekst(dag)}",
        data.place(en.owner, *en.path),
        (en.owner, en.target, *(steg for steg in en.path if isinstance(steg, str))),
        label="avviklet da" if borte else "ikke opprettet da",
        related=(Related(data.place(*hjemme, noekkel), noekkel),),
        help=f"Mente du {listing((f'«{id_}»' for id_ in forslag), 'eller')}?"
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
