"""What each change came to: a change that depends on the facts breaks something, or is fine, or cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Fristregel
from ehelse_cli.diff.endring import Endring, Nivaa
from ehelse_cli.plan.moeter import FRISTER
from ehelse_cli.plan.utgaver import Enhet, Utgaver
from ehelse_cli.plan.virkning import BRYTER, Merke, Virkning

#: Places in the head whose consequences the plan sees. What is said elsewhere is never called fine.
_SES = re.compile(
    r"sammensetning\.(?:seter|oppnevnes_av|velges_av|(?:krav|leder|nestledere|observatoerer)\b.*"
    r"|grupper\[[^\]]*\](?:\.(?:antall|per_virksomhet|virksomheter|oppnevnes_av|velges_av|krav\b.*))?)"
    r"|(?:.*\.)?stedfortreder\.(?:ordning|antall)"
    r"|(?:.*\.)?funksjonstid\.(?:varer|flere_perioder|faste_perioder|starter)"
    r"|beslutningsdyktighet\b.*"
)
_FRIST = re.compile(r"frister\[(?P<id>[^\]]*)\].*")


@dataclass(frozen=True, slots=True)
class Planendring:
    """A change with its number, and what it came to. `endring` is None for the words taken as one.

    `etter` is the level with the facts known: a `BETINGET` that is fine has none. `fra` is the first day that something
    breaks.
    """

    nr: int
    endring: Endring | None
    etter: Nivaa | None
    fra: date | None = None

    @property
    def nivaa(self) -> Nivaa | None:
        """The level before anybody looked at the facts."""
        return self.endring.nivaa if self.endring is not None else None

    @property
    def avgjort(self) -> bool:
        """Whether the facts settled what the mandate alone could not."""
        return self.nivaa is Nivaa.BETINGET and self.etter is not Nivaa.BETINGET


def utfall(utgaver: Utgaver, virkninger: Sequence[Virkning], *, kjente: bool) -> tuple[Planendring, ...]:
    """Each change with what it came to. `kjente`: whether the council's members are on file."""
    return tuple(_utfall(enhet, utgaver, virkninger, kjente=kjente) for enhet in utgaver.enheter)


def _utfall(enhet: Enhet, utgaver: Utgaver, virkninger: Iterable[Virkning], *, kjente: bool) -> Planendring:
    egne = [en for en in virkninger if enhet.nr in en.endringer]
    brutt = [en.dag for en in egne if en.merke in BRYTER]
    fra = min(brutt, default=None)
    if enhet.endring is None:
        verst = min((en.nivaa for en in utgaver.diff.ordlyd), key=lambda nivaa: nivaa.rang, default=None)
        return Planendring(enhet.nr, None, verst, fra)
    if enhet.endring.nivaa is not Nivaa.BETINGET:
        return Planendring(enhet.nr, enhet.endring, enhet.endring.nivaa, fra)
    if brutt:
        return Planendring(enhet.nr, enhet.endring, Nivaa.BRYTER, fra)
    uavklart = any(en.merke is Merke.UAVKLART for en in egne)
    settes = not uavklart and _ses(enhet.endring, (utgaver.gammel, utgaver.ny), kjente=kjente)
    return Planendring(enhet.nr, enhet.endring, None if settes else Nivaa.BETINGET)


def _ses(endring: Endring, mandater: tuple[Mandat, Mandat], *, kjente: bool) -> bool:
    """Whether the plan would have seen it, had it broken anything."""
    frist = _FRIST.fullmatch(endring.sti)
    if frist is not None:
        return any(rad.gjelder_hva in FRISTER for rad in _frister(mandater) if rad.id == frist["id"])
    return kjente and _SES.fullmatch(endring.sti) is not None


def _frister(mandater: tuple[Mandat, Mandat]) -> Iterable[Fristregel]:
    return (rad for mandat in mandater if isinstance(mandat.frister, tuple) for rad in mandat.frister)
