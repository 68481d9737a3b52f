"""Who must adopt the changes: the body that may change the composition, or the one that adopts the mandate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.regel import Hvem
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.place import Location
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.plan.utgaver import Utgaver
from ehelse_cli.rules.man import rette_organer


@dataclass(frozen=True, slots=True)
class Vedtakskrav:
    """Which body must adopt which of the changes, and where that is said. Nobody known: `hvem` is empty."""

    hvem: tuple[str, ...]
    navn: str
    grunn: str
    endringer: tuple[int, ...]
    sted: Location | None = None


@dataclass(frozen=True, slots=True)
class _Organ:
    hvem: tuple[str, ...]
    bindeord: str
    grunn: str
    sted: Location | None = None


def vedtakskrav(data: Dataset, utgaver: Utgaver) -> tuple[Vedtakskrav, ...]:
    """Who must adopt what, each body once, in the order of the changes."""
    samlet: dict[_Organ, list[int]] = {}
    mandatet = _for_mandatet(data, utgaver)
    egen = _for_sammensetningen(data, utgaver.gammel)
    for enhet in utgaver.enheter:
        om_sammensetning = enhet.endring is not None and enhet.endring.omraade == "sammensetning"
        samlet.setdefault(egen if egen and om_sammensetning else mandatet, []).append(enhet.nr)
    return tuple(_krav(data, organ, numre, utgaver.i_kraft) for organ, numre in samlet.items())


def _krav(data: Dataset, organ: _Organ, numre: list[int], dag: date) -> Vedtakskrav:
    navn = oppramsing((data.virksomhetsnavn(id_, dag) for id_ in organ.hvem), organ.bindeord) if organ.hvem else ""
    return Vedtakskrav(organ.hvem, navn, organ.grunn, tuple(numre), organ.sted)


def _for_sammensetningen(data: Dataset, gammel: Mandat) -> _Organ | None:
    """The one whom the mandate in force lets change the composition."""
    regel = gammel.sammensetning
    hvem = regel.endres_av if isinstance(regel, Sammensetning) else None
    if not isinstance(hvem, Hvem):
        return None
    ider = tuple({"raadet": gammel.forum}.get(id_, id_) for id_ in hvem.ider)
    sted = _sted(data, gammel.id, "sammensetning", "endres_av")
    return _Organ(ider, _BINDEORD.get(hvem.maate, "og"), "mandatet som gjelder, lar det endre sammensetningen", sted)


_BINDEORD: Mapping[str, str] = {"en_av": "eller", "foerst": "eller"}


def _for_mandatet(data: Dataset, utgaver: Utgaver) -> _Organ:
    """The body whose mandate says that it adopts this one; else the one that adopted the last."""
    rette = rette_organer(data, utgaver.forum, utgaver.i_kraft)
    if rette:
        sted = _sted(data, rette[0].id, "vedtar_mandat_for")
        return _Organ(tuple(dict.fromkeys(ett.forum for ett in rette)), "eller", "det står i mandatet der", sted)
    forrige = next(_vedtatt_av(utgaver.ny, utgaver.gammel), None)
    if forrige is not None:
        hvem, mandat = forrige
        return _Organ((hvem,), "og", f"vedtok {mandat.id}", _sted(data, mandat.id, "vedtatt", "av"))
    sted = _sted(data, utgaver.gammel.id, "vedtatt")
    return _Organ((), "", "ingen mandater sier hvem som vedtar dette («vedtar_mandat_for»)", sted)


def _vedtatt_av(ny: Mandat, gammel: Mandat) -> Iterator[tuple[str, Mandat]]:
    """Who adopted the mandate in force; of another council's mandate nothing follows."""
    av = gammel.vedtatt.av if gammel.vedtatt is not None else None
    if isinstance(av, str) and not isinstance(av, Taushet) and gammel.forum == ny.forum:
        yield av, gammel


def _sted(data: Dataset, id_: str, *sti: str) -> Location | None:
    return data.place(id_, *sti) if id_ in data.files else None
