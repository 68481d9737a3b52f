"""Those who sit where the mandate has no place for them, in two places, or without the substitute they must have."""

from collections.abc import Iterator

from ehelse_cli.core.mandat import LEDERSETET, grupper_i, stedfortreder_for, verv_i
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Register, navn_naa
from ehelse_cli.core.sammensetning.del_ import STI, Del, Raad, nei


def uten_gruppe(reg: Register) -> Iterator[Del]:
    """Members who are in none of the mandate's groups, where it has any."""
    grupper = {gruppe.id for gruppe in grupper_i(reg.mandat)}
    verv = verv_i(reg.mandat)
    eget = {LEDERSETET} if verv is not None and verv.sete == "eget" else set()
    for rad in reg.medlemmer if grupper else ():
        if rad.gruppe not in grupper | eget:
            tekst = f"{rad.medlem.navn} er ikke ført i noen av mandatets grupper"
            yield Del("uten_gruppe", rad.medlem.navn, nei((STI, "grupper"), tekst), (rad.nr,))


def to_seter(raad: Raad) -> Iterator[Del]:
    """One person, by the name they have now, on more than one seat."""
    navn_i_dag = navn_naa(raad.data)
    seter: dict[str, tuple[int, ...]] = {}
    for rad in raad.reg.medlemmer:
        navn = navn_i_dag.get(rad.medlem.navn, rad.medlem.navn)
        seter[navn] = (*seter.get(navn, ()), rad.nr)
    for navn, rader in seter.items():
        if len(rader) > 1:
            yield Del("to_seter", navn, nei((STI,), f"{navn} sitter på {len(rader)} seter"), rader)


def uten_stedfortreder(reg: Register) -> Iterator[Del]:
    """Members without the personal substitute that must be appointed with them."""
    sti = ("stedfortreder", "ordning")
    if reg.mandat.ledd(*sti).norm != "skal":
        return
    har = {rad.for_ for rad in reg.stedfortredere}
    for rad in reg.medlemmer:
        regel = stedfortreder_for(reg.mandat, rad.gruppe)
        antall = regel.antall if regel is not None and regel.ordning == "personlig" else None
        if isinstance(antall, Mengde) and antall.minste() > 0 and rad.medlem.navn not in har:
            tekst = f"{rad.medlem.navn} mangler den personlige stedfortrederen som mandatet krever"
            yield Del("stedfortreder", rad.medlem.navn, nei(sti, tekst), (rad.nr,))
