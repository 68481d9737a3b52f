"""Every mandate between the old and the new: the old rules with some of the changes, in force from the same day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.modell import FIL_HODE, FIL_ID, FIL_TEKST
from ehelse_cli.diff.endring import Endring
from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.diff.ordliste import OM_REVISJONEN
from ehelse_cli.plan.hodeskriver import uten_pakker
from ehelse_cli.plan.lapp import Hode, Lapper, blokken

#: Some of the changes, by number from 1.
Valg = frozenset[int]
INGEN: Valg = frozenset()
#: The words, where blocks of the head are named.
TEKSTEN = "teksten"


@dataclass(frozen=True, slots=True)
class Enhet:
    """What is put on or left out as one: a change of the head, or (None) all changes of the words."""

    nr: int
    endring: Endring | None

    @property
    def blokker(self) -> frozenset[str]:
        """The blocks of the head that it touches."""
        return frozenset(map(blokken, self.endring.dekker)) if self.endring is not None else frozenset({TEKSTEN})


@dataclass(frozen=True)
class Utgaver:
    """The mandates that are tried. All bear the new one's name, and its day; `forum` is whose rules they would be."""

    gammel: Mandat
    ny: Mandat
    diff: Mandatdiff
    forum: str
    i_kraft: date
    _kjente: dict[Valg, Mandat | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def enheter(self) -> tuple[Enhet, ...]:
        """Everything that can be left out, the worst first; the words last, where they changed."""
        endringer: list[Endring | None] = [*self.diff.om_regler, *self.diff.om_kilden]
        endringer += [None] if self.diff.endrede_seksjoner else []
        return tuple(Enhet(nr, endring) for nr, endring in enumerate(endringer, 1))

    @property
    def alle(self) -> Valg:
        """All the changes."""
        return frozenset(enhet.nr for enhet in self.enheter)

    def mandat(self, valg: Valg) -> Mandat | None:
        """The old mandate with these changes; None where those alone make no mandate that can be read."""
        if valg not in self._kjente:
            self._kjente[valg] = self._les(valg)
        return self._kjente[valg]

    @cached_property
    def knipper(self) -> tuple[Valg, ...]:
        """The changes that can be made one without the other, each by itself; the rest of a block together.

        Where a head without one of the changes says too little to be a mandate, the block is taken as one.
        """
        blokker: dict[str, set[int]] = {}
        for enhet in self.enheter:
            blokk = enhet.endring.omraade if enhet.endring is not None else TEKSTEN
            hel = self.mandat(self.alle - {enhet.nr}) is None
            blokker.setdefault(blokk, set()).update({enhet.nr} if hel else ())
        udelelige = {nr: frozenset(numre) for numre in blokker.values() for nr in numre}
        return tuple(dict.fromkeys(udelelige.get(enhet.nr, frozenset({enhet.nr})) for enhet in self.enheter))

    def _les(self, valg: Valg) -> Mandat | None:
        hode = self._i_kraft(self._regler(valg))
        try:
            return Mandat.model_validate(
                {**uten_pakker(hode), FIL_ID: self.ny.id, FIL_TEKST: self._tekst(valg), FIL_HODE: hode}
            )
        except ValidationError:
            return None

    def _regler(self, valg: Valg) -> Hode:
        if valg in (INGEN, self.alle):
            return self._lapper.alle if valg else self.gammel.hode
        return self._lapper.med(self._blader(valg))

    @cached_property
    def _lapper(self) -> Lapper:
        return Lapper(self.gammel.hode, self.ny.hode)

    def _blader(self, valg: Valg) -> Collection[str]:
        """The leaves that the changes account for. What says which revision it is, is the new one's in them all."""
        valgte = (enhet.endring for enhet in self.enheter if enhet.nr in valg and enhet.endring is not None)
        return frozenset(navn for endring in (*valgte, *self.diff.om_revisjonen) for navn in endring.dekker)

    def _tekst(self, valg: Valg) -> str:
        ord_ = next((enhet.nr for enhet in self.enheter if enhet.endring is None), None)
        return self.ny.tekst if ord_ in valg or ord_ is None else self.gammel.tekst

    def _i_kraft(self, hode: Any) -> dict[str, Any]:
        """The head as adopted for this council and in force on the day."""
        regler = {noekkel: verdi for noekkel, verdi in hode.items() if noekkel not in OM_REVISJONEN}
        om = {noekkel: verdi for noekkel, verdi in self.ny.hode.items() if noekkel in OM_REVISJONEN}
        om.pop("kjent_per", None)
        if self.ny.gjelder_til is not None and self.ny.gjelder_til < self.i_kraft:
            om.pop("gjelder_til")
        return om | {"forum": self.forum, "status": "vedtatt", "gjelder_fra": self.i_kraft.isoformat()} | regler
