"""Who held each seat at each case: the member, a substitute in the member's place, somebody perhaps, or nobody."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from functools import cached_property
from typing import Literal

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Stedfortreder
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete
from ehelse_cli.core.naervaer import AAPNINGEN, Naervaer, Tilstand, behandlede, dagen
from ehelse_cli.core.register import Medlemskap, Register

__all__ = ["AAPNINGEN", "Fremmoetebok", "Hvordan", "Innehaver", "Sete", "Tilstand", "behandlede", "bok", "dagen"]

#: How a seat was filled over a whole meeting.
Hvordan = Literal["selv", "stedfortreder", "forfall", "ukjent"]


class Innehaver(Struct, frozen=True):
    """Someone in a seat, by the name they have now. `linje` is the substitute's line in the attendance."""

    navn: str
    linje: Deltaker | None = None


class Sete(Struct, frozen=True):
    """One seat at one moment: everybody who may have held it; None among them: perhaps nobody."""

    medlemskap: Medlemskap
    mulige: tuple[Innehaver | None, ...]


class Fremmoetebok(Struct, frozen=True, dict=True):
    """The attendance of one meeting, matched against the register of one of its days."""

    data: Dataset
    moete: Moete
    register: Register
    fremmoete: Fremmoete

    # --- seats

    def tider(self, indeks: int) -> tuple[time | None, ...]:
        """The moments a line may have been taken up at, as far as anybody came or went by the clock."""
        return self._naervaer.tider(indeks, self.fremmoete.medlemmer)

    def seter(self, indeks: int, kl: time | None = None) -> tuple[Sete, ...]:
        """Every seat held that day, and a leader who leads without one, at a line of the agenda or at the opening."""
        if (indeks, kl) not in self._seter:
            rader = (*self.register.medlemmer, *self.register.uten_sete)
            self._seter[indeks, kl] = tuple(self.sete(rad, indeks, kl) for rad in rader)
        return self._seter[indeks, kl]

    @cached_property
    def _seter(self) -> dict[tuple[int, time | None], tuple[Sete, ...]]:
        return {}

    def er_uviss(self, indeks: int, kl: time | None = None) -> bool:
        """Whether it is open for any seat who held it."""
        return any(len(sete.mulige) > 1 for sete in self.seter(indeks, kl))

    def sete(self, medlemskap: Medlemskap, indeks: int, kl: time | None = None) -> Sete:
        """The seat of one member. A substitute counts only in the member's place, never beside."""
        navn = self.navn(medlemskap.medlem.navn)
        varaer = [(self._naervaer.tilstand(rad, indeks, kl), rad) for rad in self._varaer.get(navn, ())]
        medlem = self._medlemmet(medlemskap, indeks, kl)
        mulige: list[Innehaver | None] = [] if medlem is Tilstand.BORTE else [Innehaver(navn)]
        if medlem is not Tilstand.TIL_STEDE:
            mulige += self._i_stedet(() if self.forbudt(medlemskap) else varaer)
        return Sete(medlemskap, tuple(mulige))

    @cached_property
    def unevnte(self) -> tuple[str, ...]:
        """The members of whom neither the attendance nor a leave in the member file says anything."""
        return tuple(rad.medlem.navn for rad in self.register.medlemmer if not self._nevnt(rad))

    def hvordan(self, medlemskap: Medlemskap) -> Hvordan:
        """By the member's own line if there is one, else by the substitute's; away or on leave if that is said."""
        linjer = [rad for _, rad in self.linjer(medlemskap)]
        if any(rad.for_ is None for rad in linjer):
            return "selv"
        if linjer:
            return "stedfortreder"
        return "forfall" if self._nevnt(medlemskap) else "ukjent"

    def _nevnt(self, medlemskap: Medlemskap) -> bool:
        navn = self.navn(medlemskap.medlem.navn)
        sagt = any(navn in rader for rader in (self._egne, self._varaer, self._forfall))
        return sagt or self._har_permisjon(medlemskap)

    def _medlemmet(self, medlemskap: Medlemskap, indeks: int, kl: time | None) -> Tilstand:
        """By the member's own lines; else away if sent word, stood in for or on leave, and otherwise nobody knows."""
        navn = self.navn(medlemskap.medlem.navn)
        if self._naervaer.er_inhabil(navn, indeks):
            return Tilstand.BORTE
        forfall = self._sies(self._forfall, navn, indeks, kl)
        if navn in self._egne:
            der = min(self._naervaer.tilstand(rad, indeks, kl) for rad in self._egne[navn])
            # Entered both as there and as absent: the source contradicts itself.
            return Tilstand.UVISST if forfall and der is Tilstand.TIL_STEDE else der
        borte = forfall or self._sies(self._varaer, navn, indeks, kl) or self._har_permisjon(medlemskap)
        return Tilstand.BORTE if borte else Tilstand.UVISST

    def _sies(self, rader: Mapping[str, tuple[Deltaker, ...]], navn: str, indeks: int, kl: time | None) -> bool:
        """Whether a line of that kind holds for certain at that point."""
        return any(self._naervaer.er_der(rad, indeks, kl) is Tilstand.TIL_STEDE for rad in rader.get(navn, ()))

    def _i_stedet(self, varaer: Sequence[tuple[Tilstand, Deltaker]]) -> list[Innehaver | None]:
        """Who may sit there when the member does not: the first who was there for certain, or any of the others."""
        for tilstand, rad in varaer:
            if tilstand is Tilstand.TIL_STEDE:
                return [Innehaver(self.navn(rad.navn), rad)]
        return [*(Innehaver(self.navn(rad.navn), rad) for er, rad in varaer if er is Tilstand.UVISST), None]

    def _har_permisjon(self, medlemskap: Medlemskap) -> bool:
        """On leave that day: still a member, whose seat is not vacant, but nobody who is expected."""
        return any(periode.inneholder(self.register.dag) for periode in medlemskap.medlem.permisjon)

    def skiller_ut(self, indeks: int) -> bool:
        """Whether anybody came, went or stood down, so that a line may have had others than the opening had."""
        return indeks != AAPNINGEN and (self._noen_kom_eller_gikk or bool(self.moete.saksliste[indeks].habilitet))

    @cached_property
    def _noen_kom_eller_gikk(self) -> bool:
        rader = (*self.fremmoete.medlemmer, *self.fremmoete.forfall)
        return any(rad.fra or rad.til or rad.fom_sak or rad.tom_sak or rad.saker for rad in rader)

    # --- those who do not fit the register

    def uten_sete(self) -> Iterator[tuple[int, Deltaker]]:
        """Those entered among the members who neither hold a seat that day nor stand in for one who does."""
        seter = {self.navn(rad.medlem.navn) for rad in (*self.register.medlemmer, *self.register.uten_sete)}
        for nr, rad in enumerate(self.fremmoete.medlemmer):
            if self.navn(rad.for_ or rad.navn) not in seter:
                yield nr, rad

    def ukjente_stedfortredere(self) -> Iterator[tuple[int, Deltaker, Medlemskap]]:
        """Substitutes who are in nobody's register for the seat they hold."""
        seter = {self.navn(rad.medlem.navn): rad for rad in self.register.medlemmer}
        for nr, rad in enumerate(self.fremmoete.medlemmer):
            sete = seter.get(self.navn(rad.for_)) if rad.for_ else None
            if sete is not None and self.registrert(rad.navn, sete) is None:
                yield nr, rad, sete

    def registrert(self, navn: str, sete: Medlemskap) -> Stedfortreder | None:
        """The row of one registered that day as substitute for the member, the group or the whole council."""
        for_ = {self.navn(sete.medlem.navn), sete.gruppe, "raadet"}
        egne = (rad for rad in self.register.stedfortredere if self.navn(rad.navn) == self.navn(navn))
        return next((rad for rad in egne if {rad.for_, self.navn(rad.for_)} & for_), None)

    def forbudt(self, sete: Medlemskap) -> bool:
        """Whether the mandate allows no substitute in this seat."""
        regel = stedfortreder_for(self.register.mandat, sete.gruppe)
        return regel is not None and (regel.ordning == "forbudt" or regel.antall == _INGEN)

    # --- look-ups by the name people have now

    def linjer(self, medlemskap: Medlemskap) -> tuple[tuple[int, Deltaker], ...]:
        """The lines entered for one member's seat, whoever sat there, with their numbers."""
        return self._linjer.get(self.navn(medlemskap.medlem.navn), ())

    @cached_property
    def _linjer(self) -> Mapping[str, tuple[tuple[int, Deltaker], ...]]:
        samlet: dict[str, tuple[tuple[int, Deltaker], ...]] = {}
        for nr, rad in enumerate(self.fremmoete.medlemmer):
            navn = self.navn(rad.for_ or rad.navn)
            samlet[navn] = (*samlet.get(navn, ()), (nr, rad))
        return samlet

    def navn(self, skrevet: str) -> str:
        """The name the person has now."""
        return self._naervaer.navn(skrevet)

    @cached_property
    def _naervaer(self) -> Naervaer:
        return Naervaer(self.data, self.moete)

    @cached_property
    def _egne(self) -> Mapping[str, tuple[Deltaker, ...]]:
        return self._etter_navn((rad.navn, rad) for rad in self.fremmoete.medlemmer if rad.for_ is None)

    @cached_property
    def _varaer(self) -> Mapping[str, tuple[Deltaker, ...]]:
        return self._etter_navn((rad.for_, rad) for rad in self.fremmoete.medlemmer if rad.for_ is not None)

    @cached_property
    def _forfall(self) -> Mapping[str, tuple[Deltaker, ...]]:
        """By the member; a substitute who sent word too says that the member was away."""
        return self._etter_navn((rad.for_ or rad.navn, rad) for rad in self.fremmoete.forfall)

    def _etter_navn(self, rader: Iterable[tuple[str, Deltaker]]) -> Mapping[str, tuple[Deltaker, ...]]:
        samlet: dict[str, tuple[Deltaker, ...]] = {}
        for navn, rad in rader:
            samlet[self.navn(navn)] = (*samlet.get(self.navn(navn), ()), rad)
        return samlet


_INGEN = Mengde.parse("ingen")


@remembered
def bok(data: Dataset, moete: Moete, register: Register) -> Fremmoetebok | None:
    """The attendance as a book to ask; None where the source names nobody who was there."""
    fremmoete = moete.fremmoete
    if not isinstance(fremmoete, Fremmoete) or not fremmoete.medlemmer:
        return None
    return Fremmoetebok(data, moete, register, fremmoete)
