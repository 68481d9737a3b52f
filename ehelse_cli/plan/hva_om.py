"""What if: the head of a mandate with one value changed, named by its place.

A place is keys with dots between, and `[id]` for an entry of a list: `beslutningsdyktighet.krav[halvparten].antall`.
The one entry of a list need not be named. `minst`, `over`, `hoeyst` and `under` last set the number itself:
`beslutningsdyktighet.minst=1/2`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ehelse_cli.core.errors import EhelseError

Hode = Mapping[str, Any]

_STEG = re.compile(r"[a-z0-9_]+|\[[a-z0-9-]+\]", re.ASCII)
_STED = re.compile(rf"(?:{_STEG.pattern})(?:\.?(?:{_STEG.pattern}))*", re.ASCII)
_GRENSER = frozenset({"minst", "over", "hoeyst", "under"})


class StedError(EhelseError):
    """There is no such place in the mandate."""

    def __init__(self, felt: str, hvorfor: str) -> None:
        super().__init__(
            f"--hva-om: {hvorfor} («{felt}»)",
            "Skriv stedet i hodet til mandatet, for eksempel beslutningsdyktighet.minst=1/2 eller "
            "sammensetning.grupper[ks].antall=2.",
        )


def sett(hode: Hode, felt: str, verdi: Any) -> dict[str, Any]:
    """The head with the value at the place; the rest is as it was, and what the rule rests on stays.

    Raises:
        StedError: if there is no such place.
    """
    if _STED.fullmatch(felt) is None:
        raise StedError(felt, "stedet kan ikke leses")
    steg = _STEG.findall(felt)
    if steg[-1] in _GRENSER:
        steg, verdi = steg[:-1], f"{steg[-1]} {verdi}"
        return _som_tabell(_sett_tall(hode, steg, verdi, felt))
    return _som_tabell(_sett(hode, steg, verdi, felt))


def _som_tabell(raa: Any) -> dict[str, Any]:
    return dict(raa)


def _sett_tall(hode: Hode, steg: Sequence[str], verdi: str, felt: str) -> Any:
    """A rule whose number is that of its one requirement is set there."""
    indre = _indre(_finn(hode, steg))
    if not isinstance(indre, Mapping):
        return _sett(hode, steg, verdi, felt)
    for vei in (("krav", "antall"), ("antall",), ("seter",)):
        if vei[0] in indre:
            return _sett(hode, (*steg, *vei), verdi, felt)
    raise StedError(felt, "her er det ikke noe tall")


def _finn(node: Any, steg: Sequence[str]) -> Any:
    for ett in steg:
        indre = _indre(node)
        if not isinstance(indre, Mapping):
            return None
        node = indre.get(ett)
    return node


def _indre(node: Any) -> Any:
    return node["verdi"] if isinstance(node, Mapping) and "verdi" in node else node


def _sett(node: Any, steg: Sequence[str], verdi: Any, felt: str) -> Any:
    if not steg:
        ny = isinstance(verdi, Mapping)
        return {**node, "verdi": verdi} if isinstance(node, Mapping) and "verdi" in node and not ny else verdi
    if isinstance(node, Mapping):
        if "verdi" in node and steg[0] not in node:
            return {**node, "verdi": _sett(node["verdi"], steg, verdi, felt)}
        if steg[0] not in node and len(steg) > 1:
            raise StedError(felt, f"mandatet har ikke «{steg[0]}»")
        return {**node, steg[0]: _sett(node.get(steg[0]), steg[1:], verdi, felt)}
    if isinstance(node, list):
        nr, resten = _rad(node, steg, felt)
        return [_sett(rad, resten, verdi, felt) if plass == nr else rad for plass, rad in enumerate(node)]
    raise StedError(felt, f"det står ikke noe under «{steg[0]}»")


def _rad(rader: Sequence[Any], steg: Sequence[str], felt: str) -> tuple[int, Sequence[str]]:
    """Which entry is meant, and what remains of the way."""
    if steg[0].startswith("["):
        ider = [rad.get("id") if isinstance(rad, Mapping) else rad for rad in rader]
        if steg[0][1:-1] not in ider:
            raise StedError(felt, f"ingen rad heter {steg[0]}")
        return ider.index(steg[0][1:-1]), steg[1:]
    if len(rader) != 1:
        raise StedError(felt, f"det er {len(rader)} rader her: skriv hvilken i [ ] foran «{steg[0]}»")
    return 0, steg
