"""The days on which something may change: who sits, which mandate is in force, and when the council meets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ehelse_cli.core.kalender import legg_til_maaneder
from ehelse_cli.core.mandat import verv_i
from ehelse_cli.core.mandat.sammensetning import Veksling
from ehelse_cli.core.register import medlemskap
from ehelse_cli.plan.moeter import planlagte
from ehelse_cli.plan.verden import Verden

_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dager:
    """The days judged: `bemanning` where who sits may change, first the first day; `moeter` where the council meets."""

    fra: date
    til: date
    bemanning: tuple[date, ...]
    moeter: tuple[date, ...]


def finn_dager(verdener: tuple[Verden, ...], fra: date, maaneder: int) -> Dager:
    """The days from the first on, so many months ahead, in any of the worlds."""
    til = legg_til_maaneder(fra, maaneder) - _DAG
    skifter = {dag for verden in verdener for dag in _skifter(verden, fra, til) if fra < dag <= til}
    moeter = {moete.tid.dato for moete in planlagte(verdener[0], fra, til)}
    return Dager(fra, til, (fra, *sorted(skifter)), tuple(sorted(moeter)))


def _skifter(verden: Verden, fra: date, til: date) -> Iterator[date]:
    yield from _terminer(verden)
    for periode in (fri for rad in verden.forum.medlemmer for fri in rad.permisjon):
        yield from (periode.fra, *_dagen_etter(periode.til))
    for vara in verden.forum.stedfortredere:
        yield from _dagen_etter(vara.fratraadt)
        if vara.periode is not None:
            yield from (vara.periode.fra, *_dagen_etter(vara.periode.til))
    for mandat in verden.data.mandater.values():
        yield from (*([mandat.fra] if mandat.fra else []), *_dagen_etter(mandat.gjelder_til))
    # Age goes by the year.
    yield from (date(aar, 1, 1) for aar in range(fra.year, til.year + 1))
    yield from _vekslinger(verden, til)


def _terminer(verden: Verden) -> Iterator[date]:
    for rad in medlemskap(verden.data, verden.forum):
        yield rad.fra
        yield from _dagen_etter(rad.siste_dag)
        for hull in rad.hull:
            yield from (hull.fra, *_dagen_etter(hull.til))


def _vekslinger(verden: Verden, til: date) -> Iterator[date]:
    """The days on which a leadership that alternates goes to the next."""
    verv = verv_i(verden.mandat)
    veksling = verv.veksler if verv is not None else None
    if not isinstance(veksling, Veksling) or veksling.fra is None or veksling.hver is None:
        return
    nr = 0
    while (dag := legg_til_maaneder(veksling.fra, nr * veksling.hver.maaneder)) <= til:
        yield dag
        nr += 1


def _dagen_etter(dag: date | None) -> Iterator[date]:
    if dag is not None and dag < date.max:
        yield dag + _DAG
