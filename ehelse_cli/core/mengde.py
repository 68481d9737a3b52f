"""*mengde*: how many — `5`, `7-10`, `minst 2/3`, `over 1/2`, `hoeyst 40 %`, `alle`, `ingen`, `ubegrenset`.

A mengde is a lower and an upper bound, each a whole number or a part of a base. All arithmetic is exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct

from ehelse_cli.core.spraak import HELTALL, Maalform, i_ord, mente_du

_TALL = re.compile(HELTALL)
_SPENN = re.compile(rf"({HELTALL})-({HELTALL})")
_ANDEL = rf"(?P<teller>{HELTALL})/(?P<nevner>{HELTALL})|(?P<prosent>{HELTALL})[ \u00a0]?%"
_BAR_ANDEL = re.compile(_ANDEL)
_GRENSE = re.compile(rf"(?P<ord>minst|hoeyst|over|under) (?:(?P<tall>{HELTALL})|{_ANDEL})")

_EKSEMPLER = "«5», «7-10», «minst 1/2», «over 1/2», «hoeyst 2», «minst 40 %», «alle», «ingen» eller «ubegrenset»"


@dataclass(frozen=True, slots=True)
class Grense:
    """One bound. `verdi` is a number of persons, or a part of the base when `relativ`."""

    verdi: Fraction
    relativ: bool = False
    streng: bool = False
    """The bound itself does not do: `over`, `under`."""
    prosent: bool = field(default=False, compare=False)
    """Written in per cent. `minst 50 %` and `minst 1/2` are the same rule."""

    def av(self, base: int | None) -> Fraction:
        """The bound as a number of persons. Raises ValueError if a part lacks its base."""
        if not self.relativ:
            return self.verdi
        if base is None:
            raise ValueError(f"«{self}» må regnes av et antall, og antallet er ikke kjent.")
        return self.verdi * base

    def __str__(self) -> str:
        if not self.relativ:
            return str(self.verdi)
        if self.prosent:
            return f"{self.verdi * 100} %"
        return f"{self.verdi.numerator}/{self.verdi.denominator}"


class Mengde(Struct, frozen=True):
    """How many. `None` as a bound means that there is none."""

    nedre: Grense | None
    oevre: Grense | None

    @classmethod
    def parse(cls, tekst: str) -> Mengde:
        """Read a mengde. Raises ValueError saying, in Norwegian, what is wrong and what is right."""
        if tekst in _FASTE:
            return _FASTE[tekst]
        if _TALL.fullmatch(tekst):
            return _mellom(tekst, tekst)
        if treff := _SPENN.fullmatch(tekst):
            return _mellom(treff[1], treff[2])
        if treff := _GRENSE.fullmatch(tekst):
            return _ensidig(treff)
        raise ValueError(_feil(tekst))

    @property
    def relativ(self) -> bool:
        """Whether the answer depends on a base: `minst 1/2`, `minst 40 %`, `alle`."""
        return any(grense is not None and grense.relativ for grense in (self.nedre, self.oevre))

    @property
    def er_nedre_grense(self) -> bool:
        """Whether one more can never break it: `minst`, `over` and `alle`, as a quorum must be."""
        return (self.nedre is not None and self.oevre is None) or self == _FASTE["alle"]

    def minste(self, base: int | None = None) -> int:
        """The fewest that will do; `minst` rounds up, `over` goes to the next whole. 0 without a lower bound."""
        if self.nedre is None:
            return 0
        verdi = self.nedre.av(base)
        return floor(verdi) + 1 if self.nedre.streng else ceil(verdi)

    def stoerste(self, base: int | None = None) -> int | None:
        """The most that will do; `hoeyst` rounds down, `under` goes to the whole below. None is no upper bound."""
        if self.oevre is None:
            return None
        verdi = self.oevre.av(base)
        return ceil(verdi) - 1 if self.oevre.streng else floor(verdi)

    def krever(self, base: int | None = None) -> int:
        """How many the rule asks for: the same as `minste`."""
        return self.minste(base)

    def holder(self, antall: int, base: int | None = None) -> bool:
        """Whether `antall` of `base` fulfils it. Raises ValueError if it needs a base and has none."""
        stoerste = self.stoerste(base)
        return self.minste(base) <= antall and (stoerste is None or antall <= stoerste)

    def norsk(self, maalform: Maalform = "nb") -> str:
        """The text for a paper: `høyst 2`, `7–10`."""
        ord_, mellomrom, resten = str(self).replace("-", "–").replace(" %", "\u00a0%").partition(" ")
        return f"{i_ord(ord_, maalform)}{mellomrom}{resten}"

    def __str__(self) -> str:
        for ord_, mengde in _FASTE.items():
            if self == mengde:
                return ord_
        if self.oevre is None:
            return f"{'over' if self.nedre and self.nedre.streng else 'minst'} {self.nedre}"
        if self.nedre is None:
            return f"{'under' if self.oevre.streng else 'hoeyst'} {self.oevre}"
        return str(self.nedre) if self.nedre == self.oevre else f"{self.nedre}-{self.oevre}"


_ALT = Grense(Fraction(1), relativ=True)
_NULL = Grense(Fraction(0))
_FASTE = {"alle": Mengde(_ALT, _ALT), "ingen": Mengde(_NULL, _NULL), "ubegrenset": Mengde(None, None)}


def _mellom(nedre: str, oevre: str) -> Mengde:
    """From and including `nedre` to and including `oevre`."""
    if int(oevre) < int(nedre):
        raise ValueError(f"«{nedre}-{oevre}» går baklengs. Mente du «{oevre}-{nedre}»?")
    return Mengde(Grense(Fraction(nedre)), Grense(Fraction(oevre)))


def _ensidig(treff: re.Match[str]) -> Mengde:
    """`minst X`, `over X`, `hoeyst X` or `under X`."""
    ord_ = treff["ord"]
    verdi = Fraction(treff["tall"]) if treff["tall"] else _andel(treff)
    grense = Grense(verdi, not treff["tall"], ord_ in ("over", "under"), bool(treff["prosent"]))
    if (ord_ == "over" and grense.relativ and verdi == 1) or (ord_ == "under" and verdi == 0):
        raise ValueError(f"«{treff[0]}» kan aldri oppfylles.")
    return Mengde(grense, None) if ord_ in ("minst", "over") else Mengde(None, grense)


def _andel(treff: re.Match[str]) -> Fraction:
    """The fraction or percentage matched, between 0 and 1."""
    teller, nevner = (treff["prosent"], "100") if treff["prosent"] else (treff["teller"], treff["nevner"])
    if int(nevner) == 0:
        raise ValueError(f"«{treff[0]}» deler på null.")
    if int(teller) > int(nevner):
        raise ValueError(f"«{treff[0]}» er mer enn alle. En brøk kan være høyst 1/1, en prosent høyst 100 %.")
    return Fraction(int(teller), int(nevner))


def _feil(tekst: str) -> str:
    """What is wrong with the text, and what to write."""
    if _BAR_ANDEL.fullmatch(tekst):
        return f"«{tekst}» sier ikke hvilken vei grensen går. Mente du «minst {tekst}»?"
    if re.search("[0-9][.,][0-9]", tekst):
        return f"«{tekst}» er et desimaltall. Skriv et helt tall eller en brøk, for eksempel «minst 1/3»."
    return f"«{tekst}» er ikke en mengde. Skriv for eksempel {_EKSEMPLER}.{mente_du(tekst, Mengde.parse)}"
