"""One line of the attendance at one point of a meeting: there, away, or not settled by the source."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from enum import IntEnum
from functools import cached_property

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Deltaker, Moete, Sakspunkt
from ehelse_cli.core.register import navn_naa

#: The opening of the meeting, where `proeves: moetet` looks, instead of an index in the saksliste.
AAPNINGEN = -1


class Tilstand(IntEnum):
    """Whether someone was there, surest first: yes, the source does not settle it, no. Of several demands the worst."""

    TIL_STEDE = 0
    UVISST = 1
    BORTE = 2

    @staticmethod
    def av(er_der: bool, *, kjent: bool) -> "Tilstand":  # noqa: FBT001 (the state is what it says)
        """There or away, where that is known."""
        if not kjent:
            return Tilstand.UVISST
        return Tilstand.TIL_STEDE if er_der else Tilstand.BORTE


class Naervaer(Struct, frozen=True, dict=True):
    """Reads the lines of one meeting's attendance."""

    data: Dataset
    moete: Moete

    def tider(self, indeks: int, rader: tuple[Deltaker, ...]) -> tuple[time | None, ...]:
        """The clock times a line of the agenda may have been taken up at: its `kl`, or each time somebody came or went.

        None: the clock settles nothing, as when nobody came or went, or the meeting has several days to choose from.
        """
        if indeks == AAPNINGEN or len(self.moete.tid.dager) > 1:
            return (None,)
        kl = self.moete.saksliste[indeks].kl
        if kl is not None:
            return (kl,)
        skifter = {tid for rad in rader for tid in (rad.fra, rad.til) if tid is not None}
        return (time.min, *sorted(skifter)) if skifter else (None,)

    def tilstand(self, rad: Deltaker, indeks: int, kl: time | None = None) -> Tilstand:
        """Whether the person on the line takes part at that point: is there, and not inhabil."""
        if self.er_inhabil(self.navn(rad.navn), indeks):
            return Tilstand.BORTE
        return self.er_der(rad, indeks, kl)

    def er_der(self, rad: Deltaker, indeks: int, kl: time | None = None) -> Tilstand:
        """Whether what the line says holds at that point of the meeting."""
        if indeks == AAPNINGEN:
            return self._ved_aapningen(rad)
        return max(self._etter_sakene(rad, indeks), _etter_klokken(rad, kl))

    def er_inhabil(self, navn: str, indeks: int) -> bool:
        """Whether the person, by the name they have now, was found inhabil in the case on that line."""
        habilitet = self.moete.saksliste[indeks].habilitet if indeks != AAPNINGEN else ()
        return isinstance(habilitet, tuple) and any(
            rad.utfall == "inhabil" and self.navn(rad.navn) == navn for rad in habilitet
        )

    def navn(self, skrevet: str) -> str:
        """The name the person has now."""
        return self._navn_naa.get(skrevet, skrevet)

    @cached_property
    def _navn_naa(self) -> Mapping[str, str]:
        return navn_naa(self.data)

    def _ved_aapningen(self, rad: Deltaker) -> Tilstand:
        """Whoever came to a case was there at the opening only if that case is the first."""
        start = self.moete.tid.dager[0].fra
        klokken = _etter_klokken(rad, start) if rad.fra else Tilstand.TIL_STEDE
        if not (rad.saker or rad.fom_sak):
            return klokken
        foerste = next((nr for nr, _ in behandlede(self.moete)), None)
        return max(klokken, Tilstand.UVISST if foerste is None else self._etter_sakene(rad, foerste))

    def _etter_sakene(self, rad: Deltaker, indeks: int) -> Tilstand:
        """By `saker`, `fom_sak` and `tom_sak`. A case that is not on the agenda settles nothing."""
        bare = [self._linjer(sak) for sak in rad.saker] or [(indeks,)]
        fra = self._linjer(rad.fom_sak) if rad.fom_sak else (indeks,)
        til = self._linjer(rad.tom_sak) if rad.tom_sak else (indeks,)
        nevnt = any(indeks in linjer for linjer in bare)
        return max(
            Tilstand.av(nevnt, kjent=nevnt or all(bare)),
            Tilstand.av(min(fra, default=0) <= indeks, kjent=bool(fra)),
            Tilstand.av(indeks <= max(til, default=0), kjent=bool(til)),
        )

    def _linjer(self, sak: str) -> tuple[int, ...]:
        """The lines of the agenda on which the case stands; none where it is not there."""
        return self._saksliste.get(self._noekkel(sak), ())

    @cached_property
    def _saksliste(self) -> Mapping[str, tuple[int, ...]]:
        linjer: dict[str, tuple[int, ...]] = {}
        for nr, punkt in enumerate(self.moete.saksliste):
            if punkt.sak:
                noekkel = self._noekkel(punkt.sak)
                linjer[noekkel] = (*linjer.get(noekkel, ()), nr)
        return linjer

    def _noekkel(self, sak: str) -> str:
        """The case's id, so that `7/20` and `07/2020` are one; the text itself where the forum has no scheme."""
        return self.data.sak_id(self.data.forum_of(self.moete.id), sak) or sak


def _etter_klokken(rad: Deltaker, kl: time | None) -> Tilstand:
    if rad.fra is None and rad.til is None:
        return Tilstand.TIL_STEDE
    if kl is None:
        return Tilstand.UVISST
    return Tilstand.av((rad.fra is None or rad.fra <= kl) and (rad.til is None or kl < rad.til), kjent=True)


def behandlede(moete: Moete) -> Iterator[tuple[int, Sakspunkt]]:
    """The lines of the agenda that the council treats, with their index."""
    return ((nr, punkt) for nr, punkt in enumerate(moete.saksliste) if punkt.behandles)


def dagen(moete: Moete, indeks: int) -> date:
    """The day a line of the agenda was taken up: by the last `dag` above it; the first day without one."""
    dager = moete.tid.dager
    naadd = [punkt.dag for punkt in moete.saksliste[: max(indeks, 0)] if punkt.dag is not None]
    nr = naadd[-1] if naadd and not moete.tid.skriftlig else 1
    return dager[min(max(nr, 1), len(dager)) - 1].dato
