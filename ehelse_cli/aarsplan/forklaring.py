"""Why there is no plan: the vilkår that cannot hold together, none of them needless, and what it would take."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ehelse_cli.aarsplan.loeser import Loeser
from ehelse_cli.aarsplan.modell import Modell, Vilkaar


@dataclass(frozen=True, slots=True)
class Konflikt:
    """`binder` cannot all hold, and would without any one of them (where `sikkert`: each was tried).

    Setting aside one of `alene` gives a plan for the whole year; where none does, all of `sammen` must give way.
    """

    binder: tuple[Vilkaar, ...]
    alene: tuple[Vilkaar, ...]
    sammen: tuple[Vilkaar, ...]
    sikkert: bool = True


def forklar(modell: Modell, loeser: Loeser, uten: frozenset[str] = frozenset()) -> Konflikt:
    """The conflict in a model that has no plan without these vilkår."""
    alle = [en.id for en in modell.vilkaar if en.id not in uten]
    sterke = [en.id for en in modell.vilkaar if en.id not in uten and not en.svak]
    nok = loeser.kan(sterke).utfall == "umulig"
    binder, sikkert = _minste(loeser, sterke if nok else alle)
    alene = [id_ for id_ in binder if loeser.kan(en for en in alle if en != id_).utfall in ("beste", "funnet")]
    sammen = frozenset() if alene else (loeser.faerrest_brutt(uten) or frozenset())

    def som_vilkaar(ider: Collection[str]) -> tuple[Vilkaar, ...]:
        return tuple(en for en in modell.vilkaar if en.id in ider)

    return Konflikt(som_vilkaar(binder), som_vilkaar(alene), som_vilkaar(sammen), sikkert)


def _minste(loeser: Loeser, alle: list[str]) -> tuple[list[str], bool]:
    """What cannot hold, each tried and found needed; the last ones named are let go first."""
    binder, sikkert = _kjerne(loeser, alle), True
    for id_ in reversed(alle):
        if id_ not in binder:
            continue
        svar = loeser.kan(en for en in binder if en != id_)
        if svar.utfall == "umulig":
            binder = [en for en in binder if en in svar.vilkaar]
        elif svar.utfall == "ukjent":
            sikkert = False
    return binder, sikkert


def _kjerne(loeser: Loeser, alle: list[str]) -> list[str]:
    """The solver's own first answer to which of them cannot hold."""
    skyld = loeser.kan(alle).vilkaar
    return [en for en in alle if en in skyld]
