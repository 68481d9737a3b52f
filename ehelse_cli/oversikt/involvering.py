"""How early the councils meet a matter: its phase the first time, and how long it is from then to the decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.sak import KonsekvensKommuner
from ehelse_cli.oversikt.behandlet import Behandlet, behandlede_saker
from ehelse_cli.oversikt.felles import kort, tittelen
from ehelse_cli.oversikt.oversikt import ALLTID, Andel, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.oversikt.spor import kjeden
from ehelse_cli.render.kalt import ord_
from ehelse_cli.render.navn import saksnummer

_FASER = ("ide", "forming", "utredning", "beslutning", "gjennomfoering")
#: While these last, what the council says can still change what is proposed.
_TIDLIG = frozenset({"ide", "forming", "utredning"})


@dataclass(frozen=True, slots=True)
class Sakskjede:
    """One matter: the first treatment, the councils it went through, and the first answer of a decider."""

    foerst: Behandlet
    forumene: tuple[str, ...]
    avgjort: date | None
    konsultasjon: date | str

    @property
    def fase(self) -> str | None:
        """The phase the first time."""
        return self.foerst.sak.fase

    @property
    def dager(self) -> int | None:
        """From the first treatment to the answer."""
        return (self.avgjort - self.foerst.dato).days if self.avgjort else None


def sakskjedene(data: Dataset, dag: date, aar: int | None = None) -> Iterator[Sakskjede]:
    """Every matter treated by the day, once, by its first treatment; with a year, those first treated in it."""
    alle = {rad.sak.id: rad for rad in behandlede_saker(data, dag)}
    for rad in alle.values():
        rekke = [alle[en.id] for en in kjeden(data, rad.sak) if en.id in alle]
        foerst = min(rekke, key=lambda en: (en.dato, en.sak.id))
        if foerst.sak.id == rad.sak.id and aar in (None, rad.dato.year):
            i_tur = sorted(rekke, key=lambda en: en.dato)
            forumene = tuple(dict.fromkeys(en.forum for en in i_tur))
            yield Sakskjede(rad, forumene, _avgjort(rekke, dag), _konsultasjon(rekke))


def _avgjort(rekke: Sequence[Behandlet], dag: date) -> date | None:
    svar = (en.dato for rad in rekke for en in rad.sak.oppfoelging if en.dato is not None and en.dato <= dag)
    return min(svar, default=None)


def _konsultasjon(rekke: Sequence[Behandlet]) -> date | str:
    """The day the municipalities were consulted, or what the last paper that says anything says."""
    for rad in reversed(rekke):
        konsekvens = rad.sak.konsekvens_kommuner
        if isinstance(konsekvens, KonsekvensKommuner) and konsekvens.konsultasjon is not None:
            return (
                konsekvens.konsultasjon if isinstance(konsekvens.konsultasjon, date) else ord_(konsekvens.konsultasjon)
            )
        if konsekvens is Taushet.INGEN:
            return "berører ikke kommunene"
    return "ikke sagt"


# --- the overview


def involveringsoversikt(data: Dataset, dag: date, aar: int | None = None) -> Oversikt:
    """Phase × council at the first treatment there, and every matter from first treatment to answer."""
    saker = tuple(behandlede_saker(data, dag, aar))
    kjeder = sorted(sakskjedene(data, dag, aar), key=lambda rad: rad.foerst.dato, reverse=True)
    kjent = [rad for rad in kjeder if rad.fase]
    dager = sorted(rad.dager for rad in kjeder if rad.dager is not None)
    return Oversikt(
        "involvering",
        f"Når sakene kommer til forumene{f', {aar}' if aar else ''}",
        dag,
        (_ruter(data, saker, dag), _kjedetabell(data, kjeder, dag)),
        (
            Fakt("tidlig", "tidlig første gang", Andel(sum(rad.fase in _TIDLIG for rad in kjent), len(kjent))),
            Fakt("dager", "dager til svar, median", dager[len(dager) // 2] if dager else None),
            Fakt("uten_fase", "uten fase", len(kjeder) - len(kjent) or None),
        ),
        data.datasett.er_eksempel,
    )


def _ruter(data: Dataset, saker: Sequence[Behandlet], dag: date) -> Tabell:
    telling: Counter[tuple[str | None, str]] = Counter((rad.sak.fase, rad.forum) for rad in saker)
    forumene = [id_ for id_ in data.forum if any(rad.forum == id_ for rad in saker)]
    rader = [*_FASER, *([None] if any(rad.sak.fase is None for rad in saker) else [])]

    def i_forumet(forum: str) -> Kolonne[str | None]:
        return Kolonne[str | None](forum, kort(data, forum, dag), lambda fase: telling[fase, forum])

    kolonner = (
        Kolonne[str | None]("fase", "Fase", _fase),
        Kolonne[str | None]("tidlig", "Tidlig", lambda fase: "ja" if fase in _TIDLIG else "nei" if fase else ""),
        *map(i_forumet, forumene),
    )
    tom = "Ingen saker er behandlet."
    return tabell("faser", "Fasen da forumet fikk saken", kolonner, rader if saker else (), tom=tom)


def _fase(fase: str | None) -> str:
    return {"ide": "idé", None: "ikke sagt"}.get(fase) or ord_(fase or "")


def _kjedetabell(data: Dataset, kjeder: Sequence[Sakskjede], dag: date) -> Tabell:
    kolonner = (
        Kolonne[Sakskjede]("foerst", "Først", lambda rad: rad.foerst.dato),
        Kolonne[Sakskjede]("sak", "Sak", lambda rad: saksnummer(data, rad.foerst.sak) or rad.foerst.sak.id),
        Kolonne[Sakskjede]("fase", "Fase", lambda rad: _fase(rad.fase)),
        Kolonne[Sakskjede]("forum", "Gjennom", lambda rad: " → ".join(kort(data, en, dag) for en in rad.forumene)),
        Kolonne[Sakskjede]("konsultasjon", "Konsultasjon", lambda rad: rad.konsultasjon),
        Kolonne[Sakskjede]("avgjort", "Svar", lambda rad: rad.avgjort),
        Kolonne[Sakskjede]("dager", "Dager", lambda rad: rad.dager),
        Kolonne[Sakskjede]("tittel", "Tittel", lambda rad: tittelen(rad.foerst.sak), under=ALLTID),
        Kolonne[Sakskjede]("id", "Id", lambda rad: rad.foerst.sak.id, vist=False),
    )
    return tabell("saker", "Sakene, fra første behandling til svar", kolonner, kjeder)
