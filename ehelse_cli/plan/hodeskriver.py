"""A head written out again from its one shape (diff/hodetre.py): the way back from a tree of rules to keys and values.

Norm, clause and source are written once, as far out as all that is below agrees. `Pakke` marks a value that was only
wrapped to say its own: the grammar does not let every value be wrapped, so the models are given what is inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from ehelse_cli.core.mandat import Ledd
from ehelse_cli.core.mandat.regel import ORDNEDE, Hvem
from ehelse_cli.core.periode import Periode
from ehelse_cli.diff.hodetre import LEDD, Enkeltverdi, Node


class Pakke(dict[str, Any]):
    """A value with its own norm, clause or source: `{verdi: 5, norm: boer}`."""


def skriv_node(node: Node, noekkel: str, ytre: Ledd) -> Any:
    """The rule as it is written inside something that says `ytre`."""
    if node.barn and all(navn.startswith("[") for navn in node.barn) and node.verdi is None:
        return [_rad(navn, barn, ytre) for navn, barn in _i_orden(node.barn)]
    if node.barn:
        return _tabell(node, noekkel, ytre)
    return med_ledd(_verdi(node.verdi or (), noekkel), ytre, node.ledd if node.form == "verdi" else ytre)


def med_ledd(raa: Any, ytre: Ledd, eget: Ledd) -> Any:
    """The same, saying what it rests on where that is not said outside."""
    sagt = raa if isinstance(raa, Mapping) else {}
    mer = {del_: verdi for del_, verdi in _ulike(ytre, eget).items() if sagt.get(del_) != verdi}
    if not mer:
        return raa
    return {**raa, **mer} if isinstance(raa, Mapping) else Pakke(verdi=raa, **mer)


def uten_pakker(raa: Any) -> Any:
    """What the models read: every value out of a wrapping that is ours alone."""
    if isinstance(raa, Pakke):
        return uten_pakker(raa["verdi"])
    if isinstance(raa, Mapping):
        return {noekkel: uten_pakker(verdi) for noekkel, verdi in raa.items()}
    return [uten_pakker(rad) for rad in raa] if isinstance(raa, list) else raa


def _tabell(node: Node, noekkel: str, ytre: Ledd) -> dict[str, Any]:
    ledd = _felles(node, ytre)
    skrevet = {} if node.verdi is None else {"verdi": _verdi(node.verdi, noekkel)}
    skrevet |= {navn: skriv_node(barn, navn, ledd) for navn, barn in node.barn.items()}
    return {**skrevet, **_ulike(ytre, ledd)}


def _rad(navn: str, node: Node, ytre: Ledd) -> dict[str, Any]:
    """An entry of a list. Those without an id are known by their number."""
    id_ = {} if navn[1:-1].isdecimal() else {"id": navn[1:-1]}
    if node.barn:
        return {**id_, **_tabell(node, "", ytre)}
    egen = {"verdi": _verdi(node.verdi, "")} if node.verdi else {}
    return {**id_, **egen, **_ulike(ytre, node.ledd if node.form == "verdi" else ytre)}


def _i_orden(barn: Mapping[str, Node]) -> list[tuple[str, Node]]:
    """Entries without an id are read by their place, so they come by number, and first."""
    return sorted(barn.items(), key=lambda rad: (0, int(rad[0][1:-1])) if rad[0][1:-1].isdecimal() else (1, 0))


def _felles(node: Node, ytre: Ledd) -> Ledd:
    """What all the rules here and below rest on; where they differ, what stands outside."""
    alle = tuple(_alle_ledd(node))
    enige = {del_: verdier.pop() for del_ in LEDD if len(verdier := {getattr(ett, del_) for ett in alle}) == 1}
    return replace(ytre, **enige)


def _alle_ledd(node: Node) -> Iterator[Ledd]:
    if node.form == "verdi":
        yield node.ledd
    for barn in node.barn.values():
        yield from _alle_ledd(barn)


def _ulike(ytre: Ledd, eget: Ledd) -> dict[str, str]:
    return {del_: verdi for del_ in LEDD if (verdi := getattr(eget, del_)) != getattr(ytre, del_) and verdi is not None}


def _verdi(verdier: tuple[Enkeltverdi, ...], noekkel: str) -> Any:
    """One value alone, several as a list; a rule that only says that it holds is an empty mapping."""
    raa = [_raa(verdi) for verdi in verdier]
    if not raa:
        return {}
    return raa[0] if len(raa) == 1 and noekkel not in ORDNEDE else raa


def _raa(verdi: Enkeltverdi) -> Any:
    if isinstance(verdi, Hvem):
        maate = "hvem" if verdi.maate == "en" else verdi.maate
        return {maate: list(verdi.ider), **({"personlig": "ja"} if verdi.personlig else {})}
    if isinstance(verdi, Periode):
        return f"{verdi.fra.isoformat()}/{verdi.til.isoformat() if verdi.til else '..'}"
    return str(verdi)
