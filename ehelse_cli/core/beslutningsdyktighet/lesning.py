"""What the mandate leaves open of its quorum, and every way to read it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from msgspec import Struct

from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve, er_andel
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.mandat.sammensetning import Sammensetning


class Lesning(Struct, frozen=True):
    """One way to read what is left open. The fields are called what the keys are called that would have settled it."""

    teller: bool
    """Substitutes count."""
    proeves: bool
    """The quorum is tried anew for each case, not once when the meeting opens."""
    av: bool
    """A fraction is of those who sit that day, not of the seats."""
    arver_verv: bool
    """The substitute of a leader or deputy holds that office."""
    seter: bool
    """There are as many seats as the mandate leaves room for, not as few."""
    naar: bool
    """What is required under circumstances put in words is required now."""
    antall: bool
    """A requirement that does not say how many is met."""


class Spoersmaal(Struct, frozen=True):
    """One key and the answers it leaves possible. `ukjent`: nobody here has read what the mandate says of it."""

    noekkel: str
    svar: tuple[Any, ...]
    ukjent: bool = False


def spoersmaal(proeve: Proeve) -> tuple[Spoersmaal, ...]:
    """One question for each field of a reading, in their order."""
    return (
        _ja_nei("teller", [proeve.regel.teller], lambda teller: "stedfortreder" in teller),
        _ja_nei("proeves", [proeve.regel.proeves], lambda proeves: proeves == "hver_sak"),
        _tie_eller_si("av", [krav.av for krav in proeve.krav if er_andel(krav)]),
        _tie_eller_si("arver_verv", list(_arver_verv(proeve))),
        _seter(proeve),
        Spoersmaal("naar", (False, True) if None in map(proeve.gjelder, proeve.krav) else (False,), ukjent=True),
        _tie_eller_si("antall", [krav.antall for krav in proeve.krav]),
    )


def lesninger(alle: Iterable[Spoersmaal]) -> Iterator[Lesning]:
    """Every combination of answers."""
    return (Lesning(*svar) for svar in product(*(ett.svar for ett in alle)))


def _ja_nei(noekkel: str, sagt: list[Any], les: Callable[[Any], bool]) -> Spoersmaal:
    """What the key says, read as yes or no; both where it is silent, unknown or left out."""
    svar = {valg for verdi in sagt for valg in ((False, True) if _tier(verdi) else (les(verdi),))}
    return Spoersmaal(noekkel, tuple(sorted(svar)), Taushet.UKJENT in sagt)


def _tie_eller_si(noekkel: str, sagt: list[Any]) -> Spoersmaal:
    """A key that stands in several places, each read where it stands; the reading is for those that are silent."""
    return _ja_nei(noekkel, [verdi for verdi in sagt if _tier(verdi)] or [""], bool)


def _tier(verdi: object) -> bool:
    return verdi is None or isinstance(verdi, Taushet)


def _arver_verv(proeve: Proeve) -> Iterator[Any]:
    """What is said of the substitutes of those who hold an office."""
    mandat = proeve.register.mandat
    for rad in (*proeve.register.medlemmer, *proeve.register.uten_sete):
        if rad.medlem.rolle != "medlem":
            regel = stedfortreder_for(mandat, rad.gruppe)
            yield regel.arver_verv if regel else mandat.stedfortreder


def _seter(proeve: Proeve) -> Spoersmaal:
    aapent = any(len(proeve.seter(krav)) > 1 for krav in proeve.krav if proeve.regnes_av_seter(krav))
    sammensetning = proeve.register.mandat.sammensetning
    sagt = sammensetning.seter if isinstance(sammensetning, Sammensetning) else sammensetning
    return Spoersmaal("seter", (False, True) if aapent else (False,), sagt is Taushet.UKJENT)
