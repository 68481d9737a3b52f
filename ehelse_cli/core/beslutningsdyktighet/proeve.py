"""What is tried: a quorum's requirements, on the attendance at one line of the agenda."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ehelse_cli.core.beslutningsdyktighet.setninger import SETNINGER, Setninger
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.fremmoete import AAPNINGEN, Fremmoetebok
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.mandat.regel import Krav
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Medlemskap, Register
from ehelse_cli.core.spraak import Maalform


class Proeve(Struct, frozen=True):
    """The mandate's rule with its requirements, the attendance, and the line of the agenda."""

    regel: Beslutningsdyktighet
    krav: tuple[Krav, ...]
    bok: Fremmoetebok
    indeks: int
    maalform: Maalform = "nb"
    """What the sum is told in."""

    @property
    def ord(self) -> Setninger:
        """The words for it."""
        return SETNINGER[self.maalform]

    @property
    def register(self) -> Register:
        """Who sits that day, and under which mandate."""
        return self.bok.register

    def gjelder(self, krav: Krav) -> bool | None:
        """Whether the requirement holds for this line; None where only a person can tell."""
        if krav.naar is None:
            return True
        if krav.naar != "valg":
            return None
        sakstyper = tuple(self._sakstyper())
        return "valg" in sakstyper if sakstyper or self.indeks == AAPNINGEN else None

    def _sakstyper(self) -> Iterator[str]:
        """The types of the case on the line: as written there, on the paper, or of the standing item."""
        if self.indeks == AAPNINGEN:
            return
        data, forum = self.bok.data, self.register.forum
        punkt = self.bok.moete.saksliste[self.indeks]
        sak = data.saker.get(data.sak_id(forum.id, punkt.sak) or "") if punkt.sak else None
        fast = forum.faste_saker.get(punkt.fast) if punkt.fast else None
        for kilde in (punkt, sak, fast):
            yield from kilde.sakstype if kilde else ()

    def regnes_av_seter(self, krav: Krav) -> bool:
        """Whether the number of seats may matter: it is a part of something, and not said to be of those who sit."""
        return er_andel(krav) and krav.av != "medlemmer"

    def seter(self, krav: Krav) -> tuple[int | None, ...]:
        """How many seats a part is taken of: of the groups the requirement looks at, or else of them all.

        One number, or the ends of what the mandate leaves open (None: no upper end).
        """
        return _seter(self.register.mandat, frozenset(krav.blant))

    def sitter(self, krav: Krav) -> tuple[Medlemskap, ...]:
        """Those who sit, in the groups the requirement looks at or else all."""
        reg = self.register
        valgte = {gruppe.id for gruppe in grupper_i(reg.mandat)} & set(krav.blant)
        return tuple(rad for rad in reg.medlemmer if not valgte or rad.gruppe in krav.blant)

    @property
    def uforstaatt(self) -> tuple[str, ...]:
        """What the requirements name that the mandate does not have: a role, group, side or requirement."""
        grupper = grupper_i(self.register.mandat)
        kjente = {
            "blant": ROLLER | {gruppe.id for gruppe in grupper},
            "gruppe": {gruppe.id for gruppe in grupper} | {LEDERSETET},
            "side": {gruppe.side for gruppe in grupper},
            "annen_enn": {krav.id for krav in self.krav},
        }
        nevnt = [(hva, ord_) for krav in self.krav for hva, ord_ in _nevnt(krav)]
        return tuple(dict.fromkeys(ord_ for hva, ord_ in nevnt if hva in kjente and ord_ not in kjente[hva]))


#: What `blant` may name besides groups.
ROLLER = frozenset({"leder", "nestleder", "medlem", "stedfortreder"})


def _nevnt(krav: Krav) -> Iterator[tuple[str, str]]:
    yield from (("blant", ord_) for ord_ in krav.blant)
    yield from (("annen_enn", ord_) for ord_ in krav.annen_enn)
    yield from ((krav.egenskap or "", ord_) for ord_ in (*krav.av_hver, *krav.er) if ord_ != "alle")


def er_andel(krav: Krav) -> bool:
    """Whether the requirement is a part of something that has to be counted first."""
    return isinstance(krav.antall, Mengde) and krav.antall.relativ


def _seter(mandat: Mandat, blant: frozenset[str]) -> tuple[int | None, ...]:
    """By the mandate's total; for some groups, or without a total, by the groups' numbers and the leader's own seat."""
    valgte = [gruppe for gruppe in grupper_i(mandat) if gruppe.id in blant]
    sammensetning = mandat.sammensetning
    if not valgte and isinstance(sammensetning, Sammensetning) and isinstance(sammensetning.seter, Mengde):
        return _ytterpunkter(sammensetning.seter)
    grupper = [_ytterpunkter(gruppe.antall) for gruppe in valgte or grupper_i(mandat)]
    verv = verv_i(mandat)
    if verv is not None and verv.sete == "eget" and (not valgte or "leder" in blant):
        grupper.append((1,))
    return _sammenlagt(grupper) if grupper else _UKJENT


_UKJENT = (0, None)


def _ytterpunkter(antall: Mengde | Taushet | None) -> tuple[int | None, ...]:
    if not isinstance(antall, Mengde) or antall.relativ:
        return _UKJENT
    return tuple(dict.fromkeys((antall.minste(), antall.stoerste())))


def _sammenlagt(tall: Sequence[tuple[int | None, ...]]) -> tuple[int | None, ...]:
    minst = sum(rad[0] or 0 for rad in tall)
    hoeyst = None if any(rad[-1] is None for rad in tall) else sum(rad[-1] or 0 for rad in tall)
    return tuple(dict.fromkeys((minst, hoeyst)))
