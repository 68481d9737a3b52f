"""Several comparisons at once: every mandate that differs between two states of the files."""

from __future__ import annotations

from dataclasses import dataclass, field

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.diff.mandat import Mandatdiff, Side


@dataclass(frozen=True, slots=True)
class Samling:
    """What two states of the files say of mandates. Both were read whole, or there would be none.

    `fra` and `til` are what the states are called (`arbeidstreet`, a revision); both empty where two mandates were
    named instead.
    """

    differ: tuple[Mandatdiff, ...]
    fra: str = ""
    til: str = ""
    nye: tuple[Side, ...] = ()
    """Mandates that came, with none before them to be held against."""
    borte: tuple[Side, ...] = ()
    """Mandates that are gone."""
    par: tuple[tuple[Mandat, Mandat], ...] = field(default=(), repr=False, compare=False)
    """The two mandates of each comparison, as they were read."""

    @property
    def uendret(self) -> bool:
        """Whether no mandate differs."""
        return not self.nye and not self.borte and all(en.uendret and not en.endringer for en in self.differ)

    def antall(self, nivaa: Nivaa) -> int:
        """How many changes of rules and words are of this level; a mandate that is gone breaks with all it said."""
        egne = len(self.borte) if nivaa is Nivaa.BRYTER else len(self.nye) if nivaa is Nivaa.VESENTLIG else 0
        return egne + sum(en.antall(nivaa) for en in self.differ)

    def tellende(self, nivaa: Nivaa) -> int:
        """How many of them nobody has accepted."""
        godtatt = sum(en.antall(nivaa) - en.tellende(nivaa) for en in self.differ)
        return self.antall(nivaa) - godtatt
