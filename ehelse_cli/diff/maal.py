"""Which way a value went: more room, less, or neither. Every measure is antisymmetric."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from ehelse_cli.core.frist import Avstand
from ehelse_cli.core.funksjonstid import FlerePerioder, Varighet
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.diff.endring import Retning
from ehelse_cli.diff.hodetre import Enkeltverdi

Verdier = tuple[Enkeltverdi, ...]
#: Old and new value → which way. An empty tuple is a side that does not mention it.
Maal = Callable[[Verdier, Verdier], Retning]

_U, _I, _N, _V = Retning.UTVIDER, Retning.INNSKRENKER, Retning.NOEYTRAL, Retning.UKJENT

_UENDELIG = Fraction(10**9)
_HAARSBREDD = Fraction(1, 10**6)
_DAGER: Mapping[str, Fraction] = {
    "timer": Fraction(1, 24),
    "dager": Fraction(1),
    "virkedager_med_loerdag": Fraction(7, 6),
    "virkedager": Fraction(7, 5),
    "uker": Fraction(7),
    "maaneder": Fraction(365, 12),
}
_GANGER_I_AARET = {"uke": Fraction(365, 7), "maaned": Fraction(12), "kvartal": Fraction(4), "halvaar": Fraction(2)}


def ingen(_fra: Verdier, _til: Verdier) -> Retning:
    """The values have no order."""
    return _N


def flere(fra: Verdier, til: Verdier) -> Retning:
    """A mengde of something one wants: more of it widens."""
    par = _grenser(fra, til)
    return _V if par is None else _enig(_fortegn(*par[0]), _fortegn(*par[1]))


def rommer(fra: Verdier, til: Verdier) -> Retning:
    """A mengde as a requirement: it widens when everything that was allowed still is, and more."""
    par = _grenser(fra, til)
    return _V if par is None else _enig(-_fortegn(*par[0]), _fortegn(*par[1]))


def flere_med(fra: Verdier, til: Verdier) -> Retning:
    """A set of those who have a right or are covered: some in place of others goes neither way."""
    gamle, nye = (frozenset(map(str, verdier)) - {"ingen"} for verdier in (fra, til))
    if gamle == nye or not (gamle <= nye or nye <= gamle):
        return _N
    return _U if gamle < nye else _I


def lengre(fra: Verdier, til: Verdier) -> Retning:
    """The length of a term."""
    a, b = _en(fra), _en(til)
    return _av(b.maaneder - a.maaneder) if isinstance(a, Varighet) and isinstance(b, Varighet) else _V


def flere_perioder(fra: Verdier, til: Verdier) -> Retning:
    """How many terms one may sit."""
    a, b = _en(fra), _en(til)
    if not (isinstance(a, FlerePerioder) and isinstance(b, FlerePerioder)):
        return _V
    tak = _fortegn(_tak(a), _tak(b))
    # A cap on terms in a row is milder than the same cap for life; where there is no cap, it says nothing.
    paa_rad = b.paa_rad - a.paa_rad if a.slag == b.slag == "hoeyst" else 0
    return _enig(tak, paa_rad)


def oftere(fra: Verdier, til: Verdier) -> Retning:
    """How many times in a year, at least and at most."""
    a, b = _i_aaret(_en(fra)), _i_aaret(_en(til))
    return _V if a is None or b is None else _enig(_fortegn(a[0], b[0]), _fortegn(a[1], b[1]))


def _i_aaret(verdi: Enkeltverdi | None) -> tuple[Fraction, Fraction] | None:
    if not isinstance(verdi, Hyppighet) or verdi.mengde is None:
        return None
    takt = _GANGER_I_AARET.get(verdi.enhet, Fraction(1)) / verdi.hver
    oevre = verdi.mengde.oevre
    return _nedre(verdi.mengde) * takt, _UENDELIG if oevre is None else _oevre(verdi.mengde) * takt


def romsligere(fra: Verdier, til: Verdier) -> Retning:
    """A deadline: later before a point, or later after it, is milder for the one who must keep it."""
    a, b = _en(fra), _en(til)
    if not (isinstance(a, Avstand) and isinstance(b, Avstand)) or (a.retning, a.punkt) != (b.retning, b.punkt):
        return _V
    forskjell = b.antall * _DAGER[b.enhet] - a.antall * _DAGER[a.enhet]
    # Working days have no fixed length in days: between units only a clear difference is one.
    if a.enhet != b.enhet and abs(forskjell) < 2:
        return _V
    return _av(forskjell if a.retning == "etter" else -forskjell)


def rang(*stigende: str) -> Maal:
    """Words in order, the narrowest first."""

    def maal(fra: Verdier, til: Verdier) -> Retning:
        plasser = [stigende.index(str(_en(verdier))) for verdier in (fra, til) if str(_en(verdier)) in stigende]
        return _av(plasser[1] - plasser[0]) if len(plasser) == 2 else _V

    return maal


def _en(verdier: Verdier) -> Enkeltverdi | None:
    return verdier[0] if len(verdier) == 1 else None


def _tak(regel: FlerePerioder) -> Fraction:
    return _UENDELIG if regel.tak is None else Fraction(regel.tak)


Grensepar = tuple[Fraction, Fraction]


def _grenser(fra: Verdier, til: Verdier) -> tuple[Grensepar, Grensepar] | None:
    """The lower and the upper bounds, old and new; None when a part of something meets a number."""
    a, b = _en(fra), _en(til)
    if not (isinstance(a, Mengde) and isinstance(b, Mengde)) or len(_maaleenheter(a, b)) > 1:
        return None
    return (_nedre(a), _nedre(b)), (_oevre(a), _oevre(b))


def _maaleenheter(*mengder: Mengde) -> set[bool]:
    return {grense.relativ for m in mengder for grense in (m.nedre, m.oevre) if grense is not None and grense.verdi}


def _nedre(mengde: Mengde) -> Fraction:
    """The lower bound as a number that can be compared; `over` lies a hair above."""
    return Fraction(0) if mengde.nedre is None else mengde.nedre.verdi + _HAARSBREDD * mengde.nedre.streng


def _oevre(mengde: Mengde) -> Fraction:
    """The upper bound; `under` lies a hair below, and none is beyond any number."""
    return _UENDELIG if mengde.oevre is None else mengde.oevre.verdi - _HAARSBREDD * mengde.oevre.streng


def _fortegn(fra: Fraction, til: Fraction) -> int:
    return (til > fra) - (til < fra)


def _enig(*fortegn: int) -> Retning:
    """The way they all go; unknown when they disagree."""
    veier: Sequence[int] = sorted({tegn for tegn in fortegn if tegn})
    return _V if len(veier) > 1 else _av(Fraction(veier[0]) if veier else Fraction(0))


def _av(forskjell: Fraction | int) -> Retning:
    return _U if forskjell > 0 else _I if forskjell < 0 else _N
