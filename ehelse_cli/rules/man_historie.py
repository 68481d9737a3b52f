"""MAN: is an adopted mandate still the one that was adopted? What git remembers of it is held against what it says."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Severity
from ehelse_cli.core.historie import Utgave
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.regel import ORDNEDE
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.place import Location
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.common import navn, plassen

#: What we have noted about the mandate, and what is only known later: none of it was adopted.
_VAART_EGET = frozenset({"merknad", "kilde", "punkt"})
_VET_VI_SENERE = frozenset({"gjelder_til", "kjent_per", "erstatter"})


class Endret(Struct, frozen=True):
    """An adopted mandate that is not as it landed: where in the head (not in lists), and whether the text is."""

    mandat: Mandat
    landet: Utgave
    hode: tuple[tuple[str, ...], ...]
    tekst: bool


def endret_etter_vedtak(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An adopted revision that says something else than when it landed. Where git cannot tell, that is said once."""
    vedtatte = tuple(mandat for mandat in data.mandater.values() if not mandat.er_utkast)
    if not vedtatte or data.historie is None or data.datasett.er_eksempel:
        return
    yield from (_hit(data, en) for en in _endrede(data))
    mangel = data.historie.mangel
    if mangel is not None:
        yield Hit(
            f"det er ukjent om vedtatte mandater er endret siden: {mangel.hvorfor}",
            data.place(vedtatte[0].id, "status", key=True),
            ("ukjent",),
            severity=Severity.MERKNAD,
            help=mangel.hjelp,
        )


def _hit(data: Dataset, en: Endret) -> Hit:
    mandat, landet = en.mandat, en.landet
    hva = [*(f"«{'.'.join(sti)}»" for sti in en.hode), *(["teksten"] if en.tekst else [])]
    return Hit(
        f"mandatet for {navn(data, mandat.forum, mandat.fra or date.max)} er endret etter at det ble vedtatt",
        _sted(data, en),
        (mandat.id,),
        label=f"endret: {oppramsing(hva)}",
        help="Skal mandatet endres, la denne utgaven stå, og lag en ny som blir vedtatt. Er en feil i avskriften "
        f"rettet, skriv et unntak med grunnen. Det vedtatte kom inn {datotekst(landet.dag)}: "
        f"git show {landet.commit[:10]}:./{landet.sti}",
    )


@remembered
def _endrede(data: Dataset) -> tuple[Endret, ...]:
    return tuple(_finn_endrede(data))


def _finn_endrede(data: Dataset) -> Iterator[Endret]:
    utgaver = data.historie.landet(["data/mandater"]) if data.historie is not None else {}
    for mandat in data.mandater.values():
        landet = next((en for en in utgaver.get(data.files[mandat.id].path, ()) if _er_vedtatt(en)), None)
        if landet is None or mandat.er_utkast:
            continue
        gammelt = landet.objekt
        assert isinstance(gammelt, Mandat)
        hode = tuple(dict.fromkeys(_ulike(gammelt.hode, mandat.hode, ())))
        tekst = bool(gammelt.tekst.strip()) and gammelt.tekst.split() != mandat.tekst.split()
        if hode or tekst:
            yield Endret(mandat, landet, hode, tekst)


def _er_vedtatt(utgave: Utgave) -> bool:
    return isinstance(utgave.objekt, Mandat) and not utgave.objekt.er_utkast


# --- what is another


def _ulike(gammel: Any, ny: Any, sti: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The ways to what is said otherwise, ids and keys. What was unknown is not changed when it becomes known."""
    gammel, ny = _kort(gammel), _kort(ny)
    if gammel == "ukjent":
        return
    if isinstance(gammel, Mapping) and isinstance(ny, Mapping):
        for noekkel in (*gammel, *(noekkel for noekkel in ny if noekkel not in gammel)):
            if not _teller_ikke(noekkel, sti):
                foer = gammel.get(noekkel, "ukjent" if sti == ("vedtatt",) else None)
                yield from _ulike(foer, ny.get(noekkel), (*sti, noekkel))
    elif _verdi(gammel, sti) != _verdi(ny, sti):
        yield sti


def _teller_ikke(noekkel: str, sti: tuple[str, ...]) -> bool:
    return noekkel in _VAART_EGET or (not sti and noekkel in _VET_VI_SENERE)


def _kort(node: Any) -> Any:
    """The short form of the same: a mapping that only holds its value, a list of one, a list whose entries have ids."""
    if isinstance(node, Mapping) and set(node) - _VAART_EGET == {"verdi"}:
        return _kort(node["verdi"])
    if isinstance(node, list) and node and all(isinstance(rad, Mapping) and "id" in rad for rad in node):
        return {rad["id"]: rad for rad in node}
    return _kort(node[0]) if isinstance(node, list) and len(node) == 1 and not isinstance(node[0], Mapping) else node


def _verdi(node: Any, sti: tuple[str, ...]) -> Any:
    """What can be compared: words with one space between, and lists of words as sets."""
    if isinstance(node, str):
        return " ".join(node.split())
    if isinstance(node, list):
        verdier = [_verdi(_kort(rad), sti) for rad in node]
        return verdier if sti and sti[-1] in ORDNEDE else sorted(verdier, key=repr)
    if isinstance(node, Mapping):
        return {key: _verdi(_kort(value), (*sti, key)) for key, value in node.items() if key not in _VAART_EGET}
    return node


# --- where


def _sted(data: Dataset, en: Endret) -> Location:
    """What is changed first: in the head, at the nearest place still there; else in what is left of the text."""
    if en.hode:
        return data.place(en.mandat.id, *plassen(en.mandat.hode, en.hode[0]), key=True)
    if not en.mandat.tekst.strip():
        return data.place(en.mandat.id, "status", key=True)
    return data.place_in_body(en.mandat.id, _foerste_linje(en))


def _foerste_linje(en: Endret) -> int:
    """The first line of the text that did not stand there."""
    assert isinstance(en.landet.objekt, Mandat)
    sto = {" ".join(linje.split()) for linje in en.landet.objekt.tekst.split("\n")}
    linjer = en.mandat.tekst.split("\n")
    return next((nr for nr, linje in enumerate(linjer) if " ".join(linje.split()) not in sto), 0)
