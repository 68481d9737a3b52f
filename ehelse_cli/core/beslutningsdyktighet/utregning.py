"""One reading of the mandate: who counts, how many each requirement takes, and whether they are there."""

from collections.abc import Iterator, Sequence
from datetime import time
from functools import cached_property
from itertools import islice, product
from typing import TypeAlias

from msgspec import Struct

from ehelse_cli.core.beslutningsdyktighet.lesning import Lesning
from ehelse_cli.core.beslutningsdyktighet.person import Person, til_stede
from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve, er_andel
from ehelse_cli.core.egenskap import medlemmets, oppfyller, verdier
from ehelse_cli.core.fremmoete import AAPNINGEN, Sete
from ehelse_cli.core.mandat.regel import Krav
from ehelse_cli.core.matching import Par, kan_dekkes
from ehelse_cli.core.mengde import Mengde


class Behov(Struct, frozen=True):
    """One thing that is needed: a requirement, or one for each value that it must hold for (`av_hver`).

    `antall` None: no number, however many come. `grunnlag` is what the number was worked out from.
    """

    nr: int
    krav: Krav
    verdi: str | None
    antall: int | None
    grunnlag: str

    def moetes_av(self, person: Person, lesning: Lesning) -> bool:
        """Whether the person counts here. A leader without a seat counts only where the office is asked for."""
        blant = frozenset(self.krav.blant)
        if blant or not person.har_sete:
            roller = person.roller(arver_verv=lesning.arver_verv)
            if not (blant & roller or person.trekk.gruppe in blant):
                return False
        return oppfyller(person.trekk, self.krav, self.verdi) is True


class Stund(Struct, frozen=True):
    """One way the facts may have been: when the line was taken up, and who was there of those nobody knows of.

    Only the fewest and the most are tried. All else lies between, since one more person never makes a quorum too small.
    """

    kl: time | None
    flest: bool


#: More ways than this to fill the seats are not tried; then it is not known who was there.
_FLEST_OPPMOETER = 4096


def stunder_i(proeve: Proeve) -> tuple[Stund, ...]:
    """Every way the facts may have been; fewest and most are the same where everybody is accounted for."""
    bok = proeve.bok
    return tuple(
        Stund(kl, flest)
        for kl in bok.tider(proeve.indeks)
        for flest in ((False, True) if bok.er_uviss(proeve.indeks, kl) or bok.er_uviss(AAPNINGEN) else (False,))
    )


class Utregning(Struct, frozen=True, dict=True):
    """A trial under one reading."""

    proeve: Proeve
    lesning: Lesning

    def utfall(self, stund: Stund) -> bool:
        """Whether enough were there, if the facts were so."""
        oppmoeter = self.oppmoeter(stund)
        if len(oppmoeter) == _FLEST_OPPMOETER:
            return stund.flest
        return (any if stund.flest else all)(map(self.holder, oppmoeter))

    def holder(self, personer: Sequence[Person]) -> bool:
        """Whether these persons are enough for everything at once, where some must be other persons than others."""
        behov = self.behov
        antall = [ett.antall for ett in behov if ett.antall is not None]
        # One person in two seats is one person.
        kan: dict[str, frozenset[int]] = {}
        for person in personer:
            kan[person.navn] = kan.get(person.navn, frozenset()) | self._dekker(person)
        return len(antall) == len(behov) and kan_dekkes(antall, kan.values(), _skilt(behov))

    def _dekker(self, person: Person) -> frozenset[int]:
        return frozenset(nr for nr, ett in enumerate(self.behov) if ett.moetes_av(person, self.lesning))

    def de_som_teller(self, behov: Behov, personer: Sequence[Person]) -> tuple[Person, ...]:
        """Those of the persons who count for one of the needs, each once."""
        teller = {person.navn: person for person in personer if behov.moetes_av(person, self.lesning)}
        return tuple(teller.values())

    # --- who was there

    def oppmoeter(self, stund: Stund) -> tuple[tuple[Person, ...], ...]:
        """Who was there and counted. More than one answer where it is open which of two it was, and it matters."""
        if stund not in self._oppmoeter:
            self._oppmoeter[stund] = tuple(islice(self._fyll_setene(stund), _FLEST_OPPMOETER))
        return self._oppmoeter[stund]

    @cached_property
    def _oppmoeter(self) -> dict[Stund, tuple[tuple[Person, ...], ...]]:
        return {}

    def _fyll_setene(self, stund: Stund) -> Iterator[tuple[Person, ...]]:
        sted, kl = (self.proeve.indeks, stund.kl) if self.lesning.proeves else (AAPNINGEN, None)
        ytterst = _stoerste if stund.flest else _minste
        for valg in product(*(ytterst(self._mulige(sete)) for sete in self.proeve.bok.seter(sted, kl))):
            yield tuple(person for person in valg if person is not None)

    def _mulige(self, sete: Sete) -> "_Mulige":
        """Who may have sat there and counted, by what they count for; None: nobody."""
        mulige: dict[frozenset[int], Person | None] = {}
        for innehaver in sete.mulige:
            person = None
            if innehaver is not None and (innehaver.linje is None or self.lesning.teller):
                person = til_stede(self.proeve.bok, sete.medlemskap, innehaver)
            mulige.setdefault(self._dekker(person) if person else frozenset(), person)
        return mulige

    # --- what is needed

    @cached_property
    def behov(self) -> tuple[Behov, ...]:
        """Everything that is needed for this line."""
        return tuple(self._behov())

    def _behov(self) -> Iterator[Behov]:
        reg = self.proeve.register
        for nr, krav in enumerate(self.proeve.krav):
            gjelder = self.proeve.gjelder(krav)
            if gjelder or (gjelder is None and self.lesning.naar):
                antall, grunnlag = self._antall(krav)
                alle = (medlemmets(self.proeve.bok.data, reg, rad) for rad in reg.medlemmer)
                yield from (Behov(nr, krav, verdi, antall, grunnlag) for verdi in verdier(krav, alle))

    def _antall(self, krav: Krav) -> tuple[int | None, str]:
        if not isinstance(krav.antall, Mengde):
            return (0 if self.lesning.antall else None), self.proeve.ord.uten_antall
        krevd = krav.antall.norsk(self.proeve.maalform)
        if not er_andel(krav):
            return krav.antall.krever(), krevd
        base, hva = self._base(krav)
        if base is None:
            return None, self.proeve.ord.av_ukjent.format(krevd, hva)
        return krav.antall.krever(base), self.proeve.ord.av.format(krevd, base, hva)

    def _base(self, krav: Krav) -> tuple[int | None, str]:
        """What a part is a part of: the seats, or those who sit, in the groups that the requirement looks at."""
        if krav.av != "medlemmer" and (krav.av == "seter" or not self.lesning.av):
            return self.proeve.seter(krav)[-1 if self.lesning.seter else 0], self.proeve.ord.seter
        return len(self.proeve.sitter(krav)), self.proeve.ord.medlemmer


_Mulige: TypeAlias = "dict[frozenset[int], Person | None]"


def _minste(mulige: _Mulige) -> list[Person | None]:
    return [person for kan, person in mulige.items() if not any(andre < kan for andre in mulige)]


def _stoerste(mulige: _Mulige) -> list[Person | None]:
    return [person for kan, person in mulige.items() if not any(kan < andre for andre in mulige)]


def _skilt(behov: Sequence[Behov]) -> frozenset[Par]:
    """The needs that no person counts for both of (`annen_enn`)."""
    return frozenset(
        frozenset({nr, annet})
        for nr, ett in enumerate(behov)
        for annet, andre in enumerate(behov)
        if andre.krav.id in ett.krav.annen_enn and nr != annet
    )
