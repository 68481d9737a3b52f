"""Who was there for each case: seats held by the member or a substitute, for certain, perhaps, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete, Sakspunkt
from ehelse_cli.core.register import Medlemskap, Register, navn_naa

#: The opening of the meeting, where `proeves: moetet` looks, instead of an index in the saksliste.
AAPNINGEN = -1


class Tilstand(IntEnum):
    """Whether someone was there, surest first: yes, the source does not settle it, no."""

    TIL_STEDE = 0
    UVISST = 1
    BORTE = 2


@dataclass(frozen=True, slots=True)
class Sete:
    """One seat at one point of the meeting. `vara` is the substitute's name when one is entered for the seat."""

    medlemskap: Medlemskap
    medlem: Tilstand
    stedfortreder: Tilstand
    vara: str | None
    nevnt: bool

    @property
    def er_uvisst(self) -> bool:
        """Whether it is open who, if anybody, held the seat."""
        return self.medlem is Tilstand.UVISST or (
            self.medlem is Tilstand.BORTE and self.stedfortreder is Tilstand.UVISST
        )


@dataclass(frozen=True, slots=True)
class Fremmoetebok:
    """The attendance of one meeting, matched against the register of the day."""

    data: Dataset
    moete: Moete
    register: Register
    fremmoete: Fremmoete

    def seter(self, indeks: int) -> tuple[Sete, ...]:
        """Every seat held that day, at a line of the agenda or at the opening."""
        return tuple(self._sete(medlemskap, indeks) for medlemskap in self.register.medlemmer)

    def _sete(self, medlemskap: Medlemskap, indeks: int) -> Sete:
        navn = self._naa(medlemskap.medlem.navn)
        egne = [rad for rad in self.fremmoete.medlemmer if rad.for_ is None and self._naa(rad.navn) == navn]
        varaer = [rad for rad in self.fremmoete.medlemmer if rad.for_ is not None and self._naa(rad.for_) == navn]
        forfall = any(rad.for_ is None and self._naa(rad.navn) == navn for rad in self.fremmoete.forfall)
        nevnt = bool(egne or varaer or forfall)
        if not nevnt:
            medlem = Tilstand.BORTE if self.er_inhabil(navn, indeks) else Tilstand.UVISST
            return Sete(medlemskap, medlem, Tilstand.BORTE, None, nevnt=False)
        vara, tilstand = self._beste(varaer, indeks)
        return Sete(medlemskap, self._beste(egne, indeks)[1], tilstand, vara, nevnt=True)

    def _beste(self, rader: Sequence[Deltaker], indeks: int) -> tuple[str | None, Tilstand]:
        """The surest of several lines for one seat: someone may have left and another taken over."""
        if not rader:
            return None, Tilstand.BORTE
        return min(((rad.navn, self.tilstand(rad, indeks)) for rad in rader), key=lambda par: par[1])

    def tilstand(self, rad: Deltaker, indeks: int) -> Tilstand:
        """Whether the person on the line was there at that point of the meeting."""
        if self.er_inhabil(self._naa(rad.navn), indeks):
            return Tilstand.BORTE
        if indeks == AAPNINGEN:
            return self._ved_aapningen(rad)
        if rad.saker and indeks not in self._linjer(rad.saker):
            return Tilstand.BORTE
        if rad.fom_sak and not self._paa_eller_etter(rad.fom_sak, indeks):
            return Tilstand.BORTE
        if rad.tom_sak and not self._paa_eller_foer(rad.tom_sak, indeks):
            return Tilstand.BORTE
        return self._etter_klokken(rad, indeks)

    def _ved_aapningen(self, rad: Deltaker) -> Tilstand:
        start = self.moete.tid.dager[0].fra
        if rad.saker or rad.fom_sak:
            foerste = self._foerste_linje()
            return self.tilstand(rad, foerste) if foerste is not None else Tilstand.BORTE
        if rad.fra is None:
            return Tilstand.TIL_STEDE
        if start is None:
            return Tilstand.UVISST
        return Tilstand.TIL_STEDE if rad.fra <= start else Tilstand.BORTE

    def _etter_klokken(self, rad: Deltaker, indeks: int) -> Tilstand:
        """By the clock only where the line records one (`kl`); otherwise nobody knows."""
        if rad.fra is None and rad.til is None:
            return Tilstand.TIL_STEDE
        kl = self.moete.saksliste[indeks].kl
        if kl is None:
            return Tilstand.UVISST
        er_der = (rad.fra is None or rad.fra <= kl) and (rad.til is None or kl < rad.til)
        return Tilstand.TIL_STEDE if er_der else Tilstand.BORTE

    def er_inhabil(self, navn: str, indeks: int) -> bool:
        """Whether the person, by the name they have now, was found inhabil in the case on that line."""
        if indeks == AAPNINGEN:
            return False
        habilitet = self.moete.saksliste[indeks].habilitet
        return isinstance(habilitet, tuple) and any(
            rad.utfall == "inhabil" and self._naa(rad.navn) == navn for rad in habilitet
        )

    def _foerste_linje(self) -> int | None:
        return next((nr for nr, punkt in enumerate(self.moete.saksliste) if punkt.behandles), None)

    def _linjer(self, saker: Sequence[str]) -> frozenset[int]:
        """The agenda lines on which these cases stand, written as people write them."""
        forum = self.data.forum_of(self.moete.id)
        ider = {self.data.sak_id(forum, sak) for sak in saker} - {None}
        return frozenset(
            nr
            for nr, punkt in enumerate(self.moete.saksliste)
            if punkt.sak and self.data.sak_id(forum, punkt.sak) in ider
        )

    def _paa_eller_etter(self, sak: str, indeks: int) -> bool:
        linjer = self._linjer((sak,))
        return bool(linjer) and indeks >= min(linjer)

    def _paa_eller_foer(self, sak: str, indeks: int) -> bool:
        linjer = self._linjer((sak,))
        return bool(linjer) and indeks <= max(linjer)

    def _naa(self, navn: str) -> str:
        return navn_naa(self.data).get(navn, navn)

    def uten_sete(self) -> Iterator[tuple[int, Deltaker]]:
        """Those entered among the members who neither hold a seat that day nor stand in for one who does."""
        seter = {self._naa(rad.medlem.navn) for rad in self.register.medlemmer}
        for nr, rad in enumerate(self.fremmoete.medlemmer):
            if self._naa(rad.for_ or rad.navn) not in seter:
                yield nr, rad

    def ukjente_stedfortredere(self) -> Iterator[tuple[int, Deltaker, Medlemskap]]:
        """Substitutes who are in nobody's register for the seat they hold."""
        seter = {self._naa(rad.medlem.navn): rad for rad in self.register.medlemmer}
        for nr, rad in enumerate(self.fremmoete.medlemmer):
            sete = seter.get(self._naa(rad.for_)) if rad.for_ else None
            if sete is not None and not self.er_registrert(rad.navn, sete):
                yield nr, rad, sete

    def er_registrert(self, navn: str, sete: Medlemskap) -> bool:
        """Whether the person is registered that day as substitute for the member, the group or the whole council."""
        for_ = {self._naa(sete.medlem.navn), sete.gruppe, "raadet"}
        return any(
            self._naa(rad.navn) == self._naa(navn) and (rad.for_ in for_ or self._naa(rad.for_) in for_)
            for rad in self.register.stedfortredere
        )

    def forbudt(self, sete: Medlemskap) -> bool:
        """Whether the mandate forbids substitutes for this seat."""
        regel = stedfortreder_for(self.register.mandat, sete.gruppe)
        return regel is not None and regel.ordning == "forbudt"


def behandlede(moete: Moete) -> Iterator[tuple[int, Sakspunkt]]:
    """The lines of the agenda that the council treats, with their index."""
    return ((nr, punkt) for nr, punkt in enumerate(moete.saksliste) if punkt.behandles)


def bok(data: Dataset, moete: Moete, register: Register) -> Fremmoetebok | None:
    """The attendance as a book to ask; None where the source gives none."""
    fremmoete = moete.fremmoete
    if not isinstance(fremmoete, Fremmoete) or not (fremmoete.medlemmer or fremmoete.forfall):
        return None
    return Fremmoetebok(data, moete, register, fremmoete)
