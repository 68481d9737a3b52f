"""The agenda of a meeting: everything a reader sees, worked out before any template is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.kalender import legg_til_maaneder
from ehelse_cli.core.mandat.arbeid import SkriftligBehandling
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.spraak import stor
from ehelse_cli.core.virksomhet import verdi_per
from ehelse_cli.render import tid
from ehelse_cli.render.agenda import Dag, dager
from ehelse_cli.render.clean import paragraphs
from ehelse_cli.render.felles import Rad, Ramme, forumet, rad
from ehelse_cli.render.moetefrister import Moetefrist, frister_foer
from ehelse_cli.render.navn import Navn, moetenummer

#: Months. A council that meets more seldom than this has meetings that no file tells of.
_LENGST_MELLOM = 12


class Fristrad(NamedTuple):
    """One deadline, a row of a table: what, by when, and who says so."""

    hva: str
    dato: str
    bestemt_av: str


@dataclass(frozen=True, slots=True)
class Sakslisteview:
    """The agenda as it is read."""

    ramme: Ramme
    tittel: str
    forum: str
    moete: str
    varsler: tuple[str, ...]
    fakta: tuple[Rad, ...]
    dager: tuple[Dag, ...]
    frister: tuple[Fristrad, ...]
    neste_moete: str | None

    @property
    def overlinje(self) -> str:
        """The meeting, as a line of its own: «Møte 4/2026»."""
        return stor(self.moete)

    @property
    def uten_klokke(self) -> bool:
        """Whether no item has a time or a length, as in a written treatment: then there is no column for them."""
        return not any(
            punkt.tid or punkt.minutter for dag in self.dager for bolk in dag.bolker for punkt in bolk.punkter
        )


def saksliste(data: Dataset, moete: Moete, ramme: Ramme) -> Sakslisteview:
    """The view of a meeting's agenda, with names as of the meeting's day.

    Raises:
        BrokenError: something it must tell cannot be read.
        MissingForumError: the council has no file.
    """
    forum = forumet(data, moete.id)
    navn = Navn(data, forum, moete.tid.dato, ramme.maalform)
    frister = frister_foer(moete, forum, data.mandat_for(forum.id, moete.tid.dato))
    return Sakslisteview(
        ramme=ramme,
        tittel=ramme.ord.saksliste,
        forum=navn.virksomhet(forum.id),
        moete=_moetets_navn(data, moete, ramme),
        varsler=(*_avlyst(moete, ramme), *_flyttet(moete, ramme)),
        fakta=tuple(_fakta(moete, navn, ramme)),
        dager=dager(moete, navn, ramme),
        frister=tuple(_fristrad(frist, ramme) for frist in frister),
        neste_moete=_neste_moete(data, moete, ramme),
    )


def _moetets_navn(data: Dataset, moete: Moete, ramme: Ramme) -> str:
    """`møte 4/2026`; by its days where the council does not number its meetings."""
    return f"{ramme.ord.moetetyper[moete.type]} {moetenummer(data, moete) or tid.dager(moete.tid, ramme.maalform)}"


def _naar(moete: Moete, ramme: Ramme) -> str:
    deler = [tid.moetedag(en, ramme.maalform) for en in moete.tid.dager]
    if moete.tid.skriftlig:
        return ramme.ord.skriftlig_frist.format(" – ".join(deler))
    return ramme.liste(deler)


def _avlyst(moete: Moete, ramme: Ramme) -> Iterator[str]:
    if moete.avlyst is not None:
        yield _setninger(f"{ramme.ord.avlyst} ({tid.dag(moete.avlyst, ramme.maalform)})", moete.begrunnelse)


def _flyttet(moete: Moete, ramme: Ramme) -> Iterator[str]:
    for flytting in moete.flyttet:
        fra = ramme.liste([tid.moetedag(dag, ramme.maalform) for dag in flytting.opprinnelig.dager])
        bestemt = ramme.ord.flyttet_dato.format(tid.dag(flytting.dato, ramme.maalform)) if flytting.dato else None
        yield _setninger(ramme.ord.flyttet_fra.format(fra), bestemt, flytting.begrunnelse)


def _setninger(*deler: str | None) -> str:
    hele = [" ".join(paragraphs(del_)) for del_ in deler if del_]
    return " ".join(del_ if del_.endswith((".", "!", "?")) else f"{del_}." for del_ in hele)


def _fakta(moete: Moete, navn: Navn, ramme: Ramme) -> Iterator[Rad]:
    ord_ = ramme.ord
    yield Rad(ord_.tid, _naar(moete, ramme))
    if moete.er_skriftlig:
        yield Rad(ord_.svarfrist, tid.moetedag(moete.tid.dager[-1], ramme.maalform))
        yield from rad(ord_.vilkaar, _vilkaar(navn))
    yield from rad(ord_.sted, moete.sted)
    yield from rad(ord_.form, stor(ord_.former[moete.form]) if moete.form else None)
    yield from rad(ord_.krevd_av, ramme.liste([navn.hvem(en) for en in moete.krevd_av]) if moete.krevd_av else None)
    sekretariat = verdi_per(navn.forum.sekretariat, moete.tid.dato)
    yield from rad(ord_.sekretariat, navn.virksomhet(sekretariat) if sekretariat else None)
    yield from rad(ord_.innkalt, _dag(moete.innkalt, ramme))
    yield from rad(ord_.papirer_ute, _dag(moete.papirer_ute, ramme))


def _vilkaar(navn: Navn) -> str | None:
    """When the mandate lets cases be treated in writing, in its words."""
    mandat = navn.data.mandat_for(navn.forum.id, navn.dag)
    regel = mandat.skriftlig_behandling if mandat else None
    krav = regel.krav if isinstance(regel, SkriftligBehandling) else None
    return stor(krav) if isinstance(krav, str) and not isinstance(krav, Taushet) else None


def _dag(dato: date | None, ramme: Ramme) -> str | None:
    return tid.ukedag(dato, ramme.maalform) if dato else None


def _fristrad(frist: Moetefrist, ramme: Ramme) -> Fristrad:
    bestemt_av = ramme.ord.fastsatt if frist.avvik else f"{_kilde(frist, ramme)}: {frist.frist.norsk(ramme.maalform)}"
    return Fristrad(ramme.ord.frist_hva[frist.hva], tid.ukedag(frist.dato, ramme.maalform), bestemt_av)


def _kilde(frist: Moetefrist, ramme: Ramme) -> str:
    """Who says so. What only the secretariat does is never called mandate."""
    return {"mandat": ramme.ord.mandatet, "praksis": ramme.ord.praksis}.get(frist.kilde, stor(frist.kilde))


def _neste_moete(data: Dataset, moete: Moete, ramme: Ramme) -> str | None:
    senere = (
        neste
        for neste in data.moeter_for(data.forum_of(moete.id))
        if neste.tid.dato > moete.tid.siste_dag and neste.avlyst is None
    )
    neste = next(senere, None)
    # Years of silence are years that nobody wrote down: the first meeting after them was hardly the next.
    kjent = neste is not None and neste.tid.dato <= legg_til_maaneder(moete.tid.siste_dag, _LENGST_MELLOM)
    return _naar(neste, ramme) if neste is not None and kjent else None
