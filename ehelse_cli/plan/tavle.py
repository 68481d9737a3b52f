"""Asks the worlds: where two of them differ, and which changes a difference is due to. Each thing is asked once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ehelse_cli.plan.aarsak import aarsaker
from ehelse_cli.plan.fakta import Fakta, Faktum, Spoersmaal
from ehelse_cli.plan.utgaver import INGEN, Utgaver, Valg
from ehelse_cli.plan.verden import Grunnlag, Verden

#: What of a fact an effect is about.
Sett = Callable[[Faktum | None], Hashable]


def verdien(faktum: Faktum | None) -> Hashable:
    """All of it; None where there is no such fact."""
    return None if faktum is None else faktum.verdi


@dataclass(frozen=True, slots=True)
class Ulik:
    """An object that is not the same in the two worlds."""

    slag: str
    dag: date
    objekt: str
    foer: Faktum | None
    naa: Faktum | None


@dataclass(frozen=True)
class Tavle:
    """The worlds by which of the changes are made, and what was read in each."""

    utgaver: Utgaver
    grunnlag: Grunnlag
    spoersmaal: Mapping[str, Spoersmaal]
    _verdener: dict[Valg, Verden | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _avhengig: dict[str, Valg] = field(default_factory=dict, init=False, repr=False, compare=False)
    _fakta: dict[tuple[Valg, str, date], Fakta] = field(default_factory=dict, init=False, repr=False, compare=False)

    _like: dict[tuple[str, date, Hashable], Fakta] = field(default_factory=dict, init=False, repr=False, compare=False)

    def verden(self, valg: Valg) -> Verden | None:
        """The world with these changes; None where they make no mandate alone."""
        if valg not in self._verdener:
            mandat = self.utgaver.mandat(valg)
            self._verdener[valg] = None if mandat is None else self.grunnlag.verden(mandat)
        return self._verdener[valg]

    @property
    def gammel(self) -> Verden:
        """The world without the changes."""
        return self._hel(INGEN)

    @property
    def ny(self) -> Verden:
        """The world with them all."""
        return self._hel(self.utgaver.alle)

    def _hel(self, valg: Valg) -> Verden:
        verden = self.verden(valg)
        if verden is None:
            raise ValueError("en hel utgave kunne ikke leses")
        return verden

    def fakta(self, valg: Valg, slag: str, dag: date) -> Fakta:
        """What is so in the world with these changes; nothing where there is no such world.

        Worlds that differ only in what the question does not hang on are one to it.
        """
        noekkel = (valg & self._henger_paa(slag), slag, dag)
        if noekkel not in self._fakta:
            verden = self.verden(valg)
            self._fakta[noekkel] = {} if verden is None else self._les(verden, slag, dag)
        return self._fakta[noekkel]

    def _les(self, verden: Verden, slag: str, dag: date) -> Fakta:
        spoersmaal = self.spoersmaal[slag]
        if spoersmaal.avtrykk is None:
            return spoersmaal.les(verden, dag)
        noekkel = (slag, dag, spoersmaal.avtrykk(verden, dag))
        if noekkel not in self._like:
            self._like[noekkel] = spoersmaal.les(verden, dag)
        return self._like[noekkel]

    def _henger_paa(self, slag: str) -> Valg:
        """The changes that may give the question another answer."""
        if slag not in self._avhengig:
            blokker = self.spoersmaal[slag].blokker
            self._avhengig[slag] = frozenset(
                enhet.nr for enhet in self.utgaver.enheter if blokker is None or blokker & enhet.blokker
            )
        return self._avhengig[slag]

    def ulike(self, slag: str, dag: date) -> Iterator[Ulik]:
        """Every object that is not the same without the changes and with them."""
        foer, naa = self.fakta(INGEN, slag, dag), self.fakta(self.utgaver.alle, slag, dag)
        for objekt in dict.fromkeys((*naa, *foer)):
            if foer.get(objekt) != naa.get(objekt):
                yield Ulik(slag, dag, objekt, foer.get(objekt), naa.get(objekt))

    def aarsaker(self, ulik: Ulik, sett: Sett = verdien) -> tuple[tuple[int, ...], ...]:
        """The smallest sets of changes, by number, that each make the object as it is with them all."""
        knipper = dict(enumerate(self.utgaver.knipper, 1))
        fasit = sett(ulik.naa)

        def holder(valg: frozenset[int]) -> bool:
            enheter = frozenset(nr for ett in valg for nr in knipper[ett])
            if self.utgaver.mandat(enheter) is None:
                return False
            return sett(self.fakta(enheter, ulik.slag, ulik.dag).get(ulik.objekt)) == fasit

        funnet = aarsaker(frozenset(knipper), holder)
        return tuple(tuple(sorted(nr for ett in valg for nr in knipper[ett])) for valg in funnet)
