"""A parent's mandate as the least that those below must have: what a child's silence means, and where it falls short.

Both heads are compared as they are read, short form and long form alike: a child may be stricter than the parent, what
the parent lists under `unntatt` must be equal, and whatever has no order of strictness is left to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.frist import Avstand, Frist
from ehelse_cli.core.funksjonstid import Varighet
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mandat.arbeid import Retningslinje
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER, Mandat
from ehelse_cli.core.mandat.regel import ORDNEDE, PAATEGNINGER
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST

#: The blocks a child inherits: what the body is and who made the mandate are its own.
ARVES = (*PAAKREVDE_BLOKKER, "faste_oppgaver", "saker", "fullmakt", "evaluering")

Slag = Literal["svakere", "ulik", "uklar"]
Sammenlikning = Literal["lik", "strengere", "svakere", "uklar"]


class Fravik(Struct, frozen=True):
    """One rule of a child that is not as the parent's: weaker, not equal where it must be, or for a person to judge."""

    slag: Slag
    sti: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.slag} {'.'.join(self.sti)}"


def med_retningslinje(forelder: Mandat, barn: Mandat) -> Mandat:
    """The child with the parent's rules where it is silent. A parent that is no guideline gives nothing."""
    if not isinstance(forelder.retningslinje_for_underliggende, Retningslinje):
        return barn
    arv = {blokk: _arv(forelder.hode[blokk], barn.hode.get(blokk)) for blokk in ARVES if blokk in forelder.hode}
    hode = {**barn.hode, **arv}
    return Mandat.model_validate({FIL_ID: barn.id, FIL_TEKST: barn.tekst, FIL_HODE: hode, **hode})


def _arv(fars: Any, egen: Any) -> Any:
    """The child's own, and the parent's where it says nothing: key by key, and in a list by `id`."""
    if _tier(egen):
        return _uten_punkt(fars)
    if isinstance(fars, Mapping) and isinstance(egen, Mapping) and "verdi" not in {*fars, *egen}:
        return {**egen, **{noekkel: _arv(fars[noekkel], egen.get(noekkel)) for noekkel in fars.keys() - PAATEGNINGER}}
    if _har_id(fars) and _har_id(egen):
        egne = {rad["id"] for rad in egen}
        return [*egen, *(_uten_punkt(rad) for rad in fars if rad["id"] not in egne)]
    return egen


def _uten_punkt(node: Any) -> Any:
    """The clause a rule rests on is the parent's: the child's text does not have it."""
    if isinstance(node, Mapping):
        return {noekkel: _uten_punkt(verdi) for noekkel, verdi in node.items() if noekkel != "punkt"}
    return [_uten_punkt(rad) for rad in node] if isinstance(node, list) else node


def fravik(forelder: Mandat, barn: Mandat) -> tuple[Fravik, ...]:
    """Every rule of the child's own that is not as the parent demands; none where the parent is no guideline."""
    regel = forelder.retningslinje_for_underliggende
    if not isinstance(regel, Retningslinje):
        return ()
    unntatt = frozenset(regel.unntatt) if regel.kan_fravikes is not False else frozenset(ARVES)
    normer = (_norm(forelder.hode, "skal"), _norm(barn.hode, "skal"))
    alle = (
        ett
        for blokk in ARVES
        for ett in _fravik(forelder.hode.get(blokk), barn.hode.get(blokk), (blokk,), normer, unntatt)
    )
    return tuple(dict.fromkeys(alle))


def _fravik(
    fars: Any, egen: Any, sti: tuple[str, ...], normer: tuple[str, str], unntatt: frozenset[str]
) -> Iterator[Fravik]:
    """What differs at the place and below it; `normer` are the norms the two inherit from outside."""
    if _tier(egen) or _tier(fars):
        return
    normer = (_norm(fars, normer[0]), _norm(egen, normer[1]))
    fars, egen = _verdi(fars), _verdi(egen)
    if sti[-1] in unntatt:
        if _renset(fars, sti[-1]) != _renset(egen, sti[-1]):
            yield Fravik("ulik", sti)
    elif isinstance(fars, Mapping) and isinstance(egen, Mapping):
        for noekkel in (noekkel for noekkel in fars if noekkel not in {*PAATEGNINGER, "id"}):
            yield from _fravik(fars[noekkel], egen.get(noekkel), (*sti, noekkel), normer, unntatt)
    elif _har_id(fars) and _har_id(egen):
        egne = {rad["id"]: rad for rad in egen}
        for rad in fars:
            yield from _fravik(rad, egne.get(rad["id"]), (*sti, rad["id"]), normer, unntatt)
    else:
        svar: Sammenlikning = "svakere" if _TYNGDE[normer[1]] < _TYNGDE[normer[0]] else _sammenlikn(sti, fars, egen)
        if svar in ("svakere", "uklar"):
            yield Fravik(svar, sti)


#: How heavy a norm weighs. What should be and what normally is are not told apart.
_TYNGDE: Mapping[str, int] = {"skal": 2, "boer": 1, "normalt": 1, "kan": 0}


def _norm(node: Any, ytre: str) -> str:
    return str(node.get("norm", ytre)) if isinstance(node, Mapping) else ytre


def _verdi(node: Any) -> Any:
    return node["verdi"] if isinstance(node, Mapping) and "verdi" in node else node


def _tier(node: Any) -> bool:
    return node is None or _verdi(node) in (Taushet.IKKE_REGULERT, Taushet.UKJENT)


def _har_id(node: Any) -> bool:
    return isinstance(node, list) and bool(node) and all(isinstance(rad, Mapping) and "id" in rad for rad in node)


def _renset(node: Any, noekkel: str = "") -> Any:
    """The rule without what is written beside it, in one form: a list of words is a set, but for the few in order."""
    node = _verdi(node)
    if isinstance(node, Mapping):
        return {navn: _renset(verdi, navn) for navn, verdi in node.items() if navn not in PAATEGNINGER}
    if _har_id(node):
        return {rad["id"]: _renset(rad) for rad in node}
    ordene = tuple(map(str, node if isinstance(node, list) else [node]))
    return ordene if noekkel in ORDNEDE else frozenset(ordene)


def _sammenlikn(sti: tuple[str, ...], fars: Any, egen: Any) -> Sammenlikning:
    """The child's value against the parent's, by what the key holds. Both have been read before as what they are."""
    if _renset(fars, sti[-1]) == _renset(egen, sti[-1]):
        return "lik"
    # One of several strengths stands under its id.
    maal = _MAAL.get(sti[-1]) or _MAAL.get(sti[-2])
    if maal is None or not (isinstance(fars, str) and isinstance(egen, str)):
        return "uklar"
    return maal(fars, egen)


def _av_mengde(fars: str, egen: str) -> Sammenlikning:
    return _innenfor(Mengde.parse(fars), Mengde.parse(egen))


def _innenfor(fars: Mengde, egen: Mengde) -> Sammenlikning:
    """A number is stricter when all it allows is allowed by the parent too. A part and a number cannot be compared."""
    if fars.relativ != egen.relativ:
        return "uklar"
    # Of a thousand, parts are compared as finely as anybody writes them.
    base = 1000 if fars.relativ else None
    fars_tak, eget_tak = fars.stoerste(base), egen.stoerste(base)
    over = fars_tak is not None and (eget_tak is None or eget_tak > fars_tak)
    return "svakere" if over or egen.minste(base) < fars.minste(base) else "strengere"


def _av_hyppighet(fars: str, egen: str) -> Sammenlikning:
    min_, din = Hyppighet.parse(egen), Hyppighet.parse(fars)
    if min_.mengde is None or din.mengde is None or (min_.hver, min_.enhet) != (din.hver, din.enhet):
        return "uklar"
    return _innenfor(din.mengde, min_.mengde)


def _av_frist(fars: str, egen: str) -> Sammenlikning:
    """Longer before a point is stricter, and sooner after it."""
    min_, din = Frist.parse(egen), Frist.parse(fars)
    if not (isinstance(min_, Avstand) and isinstance(din, Avstand)):
        return "uklar"
    if (min_.enhet, min_.retning, min_.punkt, min_.minst) != (din.enhet, din.retning, din.punkt, din.minst):
        return "uklar"
    lengst = min_.antall > din.antall
    return "strengere" if lengst == (din.retning == "foer" or din.minst) else "svakere"


def _av_varighet(fars: str, egen: str) -> Sammenlikning:
    return "strengere" if Varighet.parse(egen).maaneder < Varighet.parse(fars).maaneder else "svakere"


#: The keys whose values can be more or less strict.
_MAAL: Mapping[str, Callable[[str, str], Sammenlikning]] = {
    "seter": _av_mengde,
    "antall": _av_mengde,
    "per_virksomhet": _av_mengde,
    "hyppighet": _av_hyppighet,
    "frist": _av_frist,
    "varer": _av_varighet,
}
