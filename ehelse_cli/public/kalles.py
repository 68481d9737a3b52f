"""What meetings and cases are called in a line of text, in the language of their council."""

from __future__ import annotations

from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.public.forum import Forum
from ehelse_cli.public.moete import LukketPunkt, Moete, Sakspunkt, UnntattPunkt
from ehelse_cli.public.sak import AapenSak, Sak
from ehelse_cli.render import tid
from ehelse_cli.render.ord import ORD, Ord


def ordene(maalform: str) -> Ord:
    """The words of a language."""
    return ORD["nn" if maalform == "nn" else "nb"]


def moetenavn(moete: Moete) -> str:
    """`Møte 4/2026`; by its first day where the council does not number its meetings."""
    hva = ordene(moete.maalform).moetetyper[moete.type]
    return f"{stor(hva)} {moete.nummer or tid.dag(moete.dato, _spraak(moete.maalform))}"


def saksnavn(sak: Sak) -> str:
    """`Sak 11/2026: Deling av prøvesvar`; of an exempt case the number, that it is exempt, and the legal basis."""
    if isinstance(sak, AapenSak):
        return f"{ordene(sak.maalform).sak} {sak.nummer}: {sak.tittel}"
    return f"{ordene('nb').sak} {sak.nummer}: {unntatt(sak.hjemmel)}"


def punktnavn(punkt: Sakspunkt | UnntattPunkt | LukketPunkt, maalform: str) -> str:
    """One line of an agenda: `Sak 12/2026: Unntatt offentlighet, offl. § 23 tredje ledd`."""
    if isinstance(punkt, Sakspunkt):
        tekst = punkt.tittel
    elif isinstance(punkt, UnntattPunkt):
        tekst = unntatt(punkt.hjemmel, maalform)
    else:
        tekst = ikke_ennaa(maalform)
    return f"{ordene(maalform).sak} {punkt.nummer}: {tekst}" if punkt.nummer else tekst


def ikke_ennaa(maalform: str) -> str:
    """What is said of something that is not public yet."""
    return "Ikkje offentleg enno" if maalform == "nn" else "Ikke offentlig ennå"


def publiseres_ikke(maalform: str) -> str:
    """What is said of an attachment that stays inside."""
    return "Blir ikkje publisert" if maalform == "nn" else "Publiseres ikke"


def unntatt(hjemmel: str, maalform: str = "nb") -> str:
    """`Unntatt offentlighet, offl. § 23 tredje ledd`."""
    return stor(f"{ordene(maalform).unntatt}, {hjemmel}")


def forumnavn(forum: Forum | None, id_: str) -> str:
    """The council's name; its id where it is not public."""
    return forum.navn if forum else id_


def _spraak(maalform: str) -> Maalform:
    return "nn" if maalform == "nn" else "nb"
