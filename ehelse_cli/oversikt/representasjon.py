"""Which organisations sit where, how many days that takes, and who sits in several councils."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.core.register import er_stedfortreder, medlemmer_er_kjent, medlemskap, navn_naa
from ehelse_cli.oversikt.felles import kort
from ehelse_cli.oversikt.oversikt import Fakt, Kolonne, Oversikt, Tabell, tabell

Slag = Literal["sete", "observatoer", "bisitter", "sekretariat", "stedfortreder"]


@dataclass(frozen=True, slots=True)
class Plass:
    """One person in one council, for an organisation (empty where none is given)."""

    forum: str
    virksomhet: str
    navn: str
    slag: Slag


def plassene(data: Dataset, dag: date) -> Iterator[Plass]:
    """Everybody who has a place in a council on the day, by the name they have now."""
    naa = navn_naa(data)
    for forum in data.forum.values():
        if not medlemmer_er_kjent(forum, dag):
            continue
        for slag, rad in (*_seter(data, forum, dag), *_andre(forum, dag)):
            yield Plass(forum.id, rad.virksomhet or "", naa.get(rad.navn, rad.navn), slag)


def _seter(data: Dataset, forum: Forum, dag: date) -> Iterator[tuple[Slag, Medlem]]:
    return (("sete", rad.medlem) for rad in medlemskap(data, forum) if rad.sitter(dag))


def _andre(forum: Forum, dag: date) -> Iterator[tuple[Slag, Medlem | Stedfortreder]]:
    """Those who attend without a seat, and the substitutes."""
    for rad in forum.medlemmer:
        if rad.rolle in ("observatoer", "bisitter", "sekretariat") and _er_der(rad, dag):
            yield rad.rolle, rad
    for vara in forum.stedfortredere:
        if er_stedfortreder(vara, dag):
            yield "stedfortreder", vara


def _er_der(rad: Medlem, dag: date) -> bool:
    """Whether one without a seat is there that day: no mandate ends their time."""
    if rad.fratraadt is not None and dag > rad.fratraadt:
        return False
    return rad.periode is None or (rad.periode.fra <= dag and (rad.periode.til is None or dag <= rad.periode.til))


def moetedagene(data: Dataset, forum: str, aar: int) -> frozenset[date]:
    """The days of the year on which the council meets, or met."""
    return frozenset(
        dag.dato
        for moete in data.moeter_for(forum)
        if moete.avlyst is None and not moete.er_skriftlig
        for dag in moete.tid.dager
        if dag.dato.year == aar
    )


@dataclass(frozen=True, slots=True)
class Last:
    """What one organisation puts into the councils in a year."""

    virksomhet: str
    seter: Mapping[str, int]
    andre: int
    stedfortredere: int
    dager: int
    persondager: int
    samme_dag: int


def lastene(data: Dataset, dag: date, aar: int) -> tuple[Last, ...]:
    """By organisation, those that use most days first."""
    plasser = tuple(plassene(data, dag))
    moetedager = {forum: moetedagene(data, forum, aar) for forum in data.forum}
    alle = (_last(virksomhet, plasser, moetedager) for virksomhet in dict.fromkeys(rad.virksomhet for rad in plasser))
    return tuple(sorted(alle, key=lambda rad: (-rad.persondager, -sum(rad.seter.values()), rad.virksomhet)))


def _last(virksomhet: str, plasser: Sequence[Plass], moetedager: Mapping[str, frozenset[date]]) -> Last:
    egne = [rad for rad in plasser if rad.virksomhet == virksomhet]
    seter: dict[str, int] = {}
    for rad in egne:
        if rad.slag == "sete":
            seter[rad.forum] = seter.get(rad.forum, 0) + 1
    dagene = [dag for forum in seter for dag in moetedager[forum]]
    return Last(
        virksomhet,
        seter,
        sum(rad.slag in ("observatoer", "bisitter", "sekretariat") for rad in egne),
        sum(rad.slag == "stedfortreder" for rad in egne),
        len(set(dagene)),
        sum(antall * len(moetedager[forum]) for forum, antall in seter.items()),
        len(dagene) - len(set(dagene)),
    )


# --- the overview


def representasjonsoversikt(data: Dataset, dag: date, aar: int | None = None) -> Oversikt:
    """Organisation × council, the load, and the persons who sit in several."""
    aaret = aar or dag.year
    laster = lastene(data, dag, aaret)
    med_sete = [rad for rad in laster if rad.seter]
    forumene = [id_ for id_ in data.forum if any(id_ in rad.seter for rad in laster)]
    return Oversikt(
        "representasjon",
        f"Representasjon, og møtedager i {aaret}",
        dag,
        (
            _seterad(data, med_sete, forumene, dag),
            _lasttabell(data, laster, dag),
            _i_flere(data, tuple(plassene(data, dag)), dag),
        ),
        tuple(
            Fakt(f"dager_{id_}", kort(data, id_, dag), _dagene(len(moetedagene(data, id_, aaret)))) for id_ in forumene
        ),
        data.datasett.er_eksempel,
    )


def _dagene(antall: int) -> str:
    return "1 møtedag" if antall == 1 else f"{antall} møtedager"


def _seterad(data: Dataset, laster: Sequence[Last], forumene: Sequence[str], dag: date) -> Tabell:
    def i_forumet(forum: str) -> Kolonne[Last]:
        return Kolonne[Last](forum, kort(data, forum, dag), lambda rad: rad.seter.get(forum))

    kolonner = (
        Kolonne[Last]("virksomhet", "Virksomhet", lambda rad: _navn(data, rad.virksomhet, dag)),
        *map(i_forumet, forumene),
        Kolonne[Last]("seter", "Seter", lambda rad: sum(rad.seter.values())),
    )
    return tabell("seter", "Seter", kolonner, laster, tom="Ingen medlemmer er kjent.")


def _lasttabell(data: Dataset, laster: Sequence[Last], dag: date) -> Tabell:
    kolonner = (
        Kolonne[Last]("virksomhet", "Virksomhet", lambda rad: _navn(data, rad.virksomhet, dag)),
        Kolonne[Last]("forum", "Forum", lambda rad: len(rad.seter)),
        Kolonne[Last]("seter", "Seter", lambda rad: sum(rad.seter.values())),
        Kolonne[Last]("andre", "Uten sete", lambda rad: rad.andre),
        Kolonne[Last]("stedfortredere", "Vara", lambda rad: rad.stedfortredere),
        Kolonne[Last]("dager", "Møtedager", lambda rad: rad.dager),
        Kolonne[Last]("persondager", "Persondager", lambda rad: rad.persondager),
        Kolonne[Last]("samme_dag", "Samme dag", lambda rad: rad.samme_dag or None),
    )
    note = "Persondager er møtedagene ganget med setene. «Samme dag» er dager der to av forumene møtes."
    return tabell("belastning", "Belastning", kolonner, laster, note=note)


def _i_flere(data: Dataset, plasser: Sequence[Plass], dag: date) -> Tabell:
    """Those who have a place in more than one council, whatever place."""
    per_navn: dict[str, list[Plass]] = {}
    for rad in plasser:
        per_navn.setdefault(rad.navn, []).append(rad)
    flere = [(navn, rader) for navn, rader in sorted(per_navn.items()) if len({rad.forum for rad in rader}) > 1]

    def hvor(rader: Sequence[Plass]) -> tuple[str, ...]:
        return tuple(
            f"{kort(data, rad.forum, dag)} ({rad.slag.replace('oe', 'ø')})"
            if rad.slag != "sete"
            else kort(data, rad.forum, dag)
            for rad in rader
        )

    kolonner = (
        Kolonne[tuple[str, list[Plass]]]("navn", "Person", lambda rad: rad[0]),
        Kolonne[tuple[str, list[Plass]]]("virksomhet", "Fra", lambda rad: _navn(data, rad[1][0].virksomhet, dag)),
        Kolonne[tuple[str, list[Plass]]]("forum", "Forum", lambda rad: hvor(rad[1])),
    )
    return tabell("i_flere", "Personer i flere forum", kolonner, flere, tom="Ingen sitter i flere.")


def _navn(data: Dataset, virksomhet: str, dag: date) -> str:
    return kort(data, virksomhet, dag) if virksomhet else "ikke oppgitt"
