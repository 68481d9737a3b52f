"""The three main processes of the model, by council: how many cases each council has had of each."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.oversikt.behandlet import Behandlet, behandlede_saker
from ehelse_cli.oversikt.felles import kort, tittelen
from ehelse_cli.oversikt.oversikt import Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import ord_
from ehelse_cli.render.navn import saksnummer

_PROSESSER = ("strategi", "portefoelje", "forvaltning", None)


def prosessoversikt(data: Dataset, dag: date, aar: int | None = None) -> Oversikt:
    """Process × council, and the cases that name no process."""
    saker = tuple(behandlede_saker(data, dag, aar))
    uten = [rad for rad in saker if rad.sak.hovedprosess is None]
    return Oversikt(
        "prosess",
        f"Hovedprosesser{f' i {aar}' if aar else ''}",
        dag,
        (_ruter(data, saker, dag), _saker(data, uten, dag)),
        (Fakt("saker", "saker", len(saker)), Fakt("uten", "uten prosess", len(uten))),
        data.datasett.er_eksempel,
    )


def _ruter(data: Dataset, saker: tuple[Behandlet, ...], dag: date) -> Tabell:
    telling: Counter[tuple[str | None, str]] = Counter((rad.sak.hovedprosess, rad.forum) for rad in saker)
    forumene = [id_ for id_ in data.forum if any(rad.forum == id_ for rad in saker)]
    rader: list[str | None] = [
        prosess for prosess in _PROSESSER if prosess or any(rad.sak.hovedprosess is None for rad in saker)
    ]

    def i_forumet(forum: str) -> Kolonne[str | None]:
        return Kolonne[str | None](forum, kort(data, forum, dag), lambda prosess: telling[prosess, forum])

    kolonner = (
        Kolonne[str | None]("prosess", "Prosess", lambda prosess: ord_(prosess) if prosess else "ikke sagt"),
        *map(i_forumet, forumene),
        Kolonne[str | None]("sum", "Sum", lambda prosess: sum(telling[prosess, forum] for forum in forumene)),
    )
    return tabell(
        "prosess", "Saker etter første behandling", kolonner, rader if saker else (), tom="Ingen saker er behandlet."
    )


def _saker(data: Dataset, rader: list[Behandlet], dag: date) -> Tabell:
    kolonner = (
        Kolonne[Behandlet]("sak", "Sak", lambda rad: saksnummer(data, rad.sak) or rad.sak.id),
        Kolonne[Behandlet]("forum", "Forum", lambda rad: kort(data, rad.forum, dag)),
        Kolonne[Behandlet]("tittel", "Tittel", lambda rad: tittelen(rad.sak)),
        Kolonne[Behandlet]("id", "Id", lambda rad: rad.sak.id, vist=False),
    )
    return tabell("uten_prosess", "Saker som ikke sier hvilken prosess de hører til", kolonner, rader)
