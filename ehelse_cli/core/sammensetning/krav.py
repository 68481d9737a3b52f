"""Requirements to the persons: in a group, or in the council as a whole."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from math import ceil

from msgspec import Struct

from ehelse_cli.core.egenskap import INNEBYGDE, medlemmets, oppfyller, verdier
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Stedfortreder
from ehelse_cli.core.mandat import krav_i
from ehelse_cli.core.mandat.regel import TALLEGENSKAPER, Krav
from ehelse_cli.core.matching import kan_dekkes
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Medlemskap, Register
from ehelse_cli.core.sammensetning.del_ import Del, Raad, Sti, ja, nei, taus, ukjent
from ehelse_cli.core.verdict import Answer, Verdict

_ALLE = Mengde.parse("alle")


def avgjoer_krav(raad: Raad, krav: Krav, rader: Sequence[Medlemskap], sti: Sti, id_: str) -> Del:
    """One requirement among these members. The rows are those it looks at, or where it fails those who lack it."""
    telling = Telling(raad, krav, _blant(krav, rader), sti)
    brutt = [hver for hver in telling.verdier if telling.svar(hver) is Answer.NEI]
    numre = telling.uten(brutt[0]) if brutt else tuple(rad.nr for rad in telling.rader)
    if krav.fordeling:
        return Del("krav", id_, taus(Taushet.IKKE_REGULERT, f"{krav.id}: hvor jevnt", sti), numre)
    if isinstance(krav.antall, Taushet):
        return Del("krav", id_, taus(krav.antall, krav.id, sti), numre)
    if krav.naar and (brutt or telling.mangler_fakta):
        # The file says how things are, not how they were at another moment.
        return Del(
            "krav", id_, ukjent(sti, f"{krav.id}: et menneske må vurdere om det holdt ({krav.naar})", "naar"), numre
        )
    if brutt:
        return Del("krav", id_, telling.hva_er_galt(brutt[0]), numre)
    if telling.mangler_fakta:
        return Del(
            "krav", id_, ukjent(sti, f"{krav.id}: {krav.egenskap} er ikke ført for alle", str(krav.egenskap)), numre
        )
    if krav.annen_enn and not telling.andre_enn():
        return Del("krav", id_, nei(sti, f"{krav.id}: må oppfylles av andre enn {' og '.join(krav.annen_enn)}"), numre)
    return Del("krav", id_, ja(sti, f"{krav.id}: oppfylt"), numre)


def _blant(krav: Krav, rader: Sequence[Medlemskap]) -> tuple[Medlemskap, ...]:
    return tuple(rad for rad in rader if not krav.blant or {rad.gruppe, rad.medlem.rolle} & set(krav.blant))


class Telling(Struct, frozen=True, dict=True):
    """How many of the members have what one requirement asks for."""

    raad: Raad
    krav: Krav
    rader: tuple[Medlemskap, ...]
    sti: Sti

    @cached_property
    def verdier(self) -> tuple[str | None, ...]:
        """The values it must hold for, each by itself."""
        return verdier(self.krav, (medlemmets(self.raad.data, self.raad.reg, rad) for rad in self.rader))

    @property
    def mangler_fakta(self) -> bool:
        """Whether something that is not recorded would decide."""
        return any(self.svar(hver) is Answer.UKJENT for hver in self.verdier)

    def svar(self, hver: str | None) -> Answer:
        """Whether the number is right, whatever those may be of whom it is not recorded."""
        har = [self.har(rad, hver) for rad in self.rader]
        mulige = {self._holder(antall) for antall in range(har.count(True), len(har) - har.count(False) + 1)}
        return Answer.UKJENT if len(mulige) > 1 else Answer.JA if True in mulige else Answer.NEI

    def uten(self, hver: str | None) -> tuple[int, ...]:
        """The rows of those who lack it."""
        return tuple(rad.nr for rad in self.rader if self.har(rad, hver) is not True)

    def andre_enn(self) -> bool:
        """Whether there are other persons left for it than those who fulfil the requirements it names."""
        alle = {krav.id: krav for krav in krav_i(self.raad.reg.mandat)}
        bundne = [self.krav, *(alle[id_] for id_ in self.krav.annen_enn if id_ in alle)]
        tellinger = [Telling(self.raad, krav, _blant(krav, self.rader), self.sti) for krav in bundne]
        behov = [ett.krav.antall.minste(len(ett.rader)) for ett in tellinger if isinstance(ett.krav.antall, Mengde)]
        if len(behov) < len(tellinger):
            return True
        kan = [
            frozenset(nr for nr, ett in enumerate(tellinger) if rad in ett.rader and ett.har_noen(rad))
            for rad in self.rader
        ]
        return kan_dekkes(behov, kan, [frozenset({0, nr}) for nr in range(1, len(bundne))])

    def hva_er_galt(self, hver: str | None) -> Verdict:
        """The breach in words."""
        har = len(self.rader) - len(self.uten(hver))
        hva = hver or self._soekt
        regnestykke = f"{hva}: {self._antall.norsk()} av {len(self.rader)}, {har} er det"
        if len(self.rader) == 1 and not har:
            return nei(self.sti, f"{self.rader[0].medlem.navn} er ikke ført med egenskapen «{hva}»", regnestykke)
        tekst = f"for få eller for mange med egenskapen «{hva}» ({har} av {len(self.rader)})"
        return nei(self.sti, tekst, regnestykke)

    @property
    def _soekt(self) -> str | None:
        """What is asked for, as people read it: a number says nothing without what it is a number of."""
        if not self.krav.er:
            return self.krav.egenskap
        return f"{self.krav.egenskap} {self.krav.er[0]}" if self.krav.egenskap in TALLEGENSKAPER else self.krav.er[0]

    def har(self, rad: Medlemskap, hver: str | None = None) -> bool | None:
        """Whether the member has it; None where that is not recorded."""
        return oppfyller(medlemmets(self.raad.data, self.raad.reg, rad), self.krav, hver)

    def har_noen(self, rad: Medlemskap) -> bool:
        """Whether the member has any of the values it must hold for."""
        return any(self.har(rad, hver) for hver in self.verdier)

    @property
    def _antall(self) -> Mengde:
        return self.krav.antall if isinstance(self.krav.antall, Mengde) else _ALLE

    def _holder(self, antall: int) -> bool:
        if self.krav.egenskap == "kjoenn" and self.raad.reg.mandat.ledd(*self.sti).kilde == "lov":
            return antall >= lovens_minstetall(len(self.rader))
        return self._antall.holder(antall, len(self.rader))


def lovens_minstetall(medlemmer: int) -> int:
    """How many of each gender a body of that size must have (likestillings- og diskrimineringsloven § 28)."""
    if medlemmer > 9:
        return ceil(Fraction(2, 5) * medlemmer)
    return (0, 0, 1, 1, 2, 2, 3, 3, 3, 4)[medlemmer]


def for_stedfortrederne(krav: Krav, reg: Register, rader: Sequence[Medlemskap], id_: str, sti: Sti) -> Iterator[Del]:
    """Whether what each member must be binds the substitutes too: asked only when one of them is not."""
    alle = krav.antall is None or krav.antall == _ALLE
    if krav.egenskap is None or krav.egenskap in INNEBYGDE or not alle or krav.ogsaa_stedfortreder is False:
        return
    soekt = set(krav.er) or {krav.egenskap}
    uten = ", ".join(rad.navn for rad in _stedfortredere(reg, rader, id_) if not soekt & set(rad.egenskaper))
    clause = (*sti, "ogsaa_stedfortreder")
    if uten and krav.ogsaa_stedfortreder is True:
        tekst = f"{uten} er stedfortreder, men ikke ført med egenskapen «{krav.egenskap}»"
        yield Del("stedfortrederkrav", id_, nei(clause, tekst))
    elif uten:
        hva = f"om kravet «{krav.id}» gjelder {uten}"
        taushet = krav.ogsaa_stedfortreder if isinstance(krav.ogsaa_stedfortreder, Taushet) else None
        yield Del("stedfortrederkrav", id_, taus(taushet, hva, clause))


def _stedfortredere(reg: Register, rader: Sequence[Medlemskap], gruppe: str) -> Iterator[Stedfortreder]:
    for_ = {gruppe, *(rad.medlem.navn for rad in rader)}
    return (rad for rad in reg.stedfortredere if rad.for_ in for_)
