"""One part of the judgement of a composition."""

from typing import Literal

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.register import Register
from ehelse_cli.core.verdict import Answer, Verdict

Slag = Literal[
    "antall",
    "virksomhet",
    "leder",
    "nestleder",
    "krav",
    "stedfortreder",
    "stedfortrederkrav",
    "oppnevner",
    "to_seter",
    "uten_gruppe",
]
#: A path into the mandate's head.
Sti = tuple[str | int, ...]

STI = "sammensetning"


class Raad(Struct, frozen=True):
    """Who sits in the council on the day, and the dataset that knows where they come from."""

    data: Dataset
    reg: Register


class Del(Struct, frozen=True):
    """One thing the mandate says of the composition: the answer, and the member rows it is about.

    `avvik` is how many are missing (negative) or too many (positive). `id` is the group, the requirement or the person.
    """

    slag: Slag
    id: str
    verdict: Verdict
    rader: tuple[int, ...] = ()
    avvik: int = 0


def ja(sti: Sti, tekst: str, *regnestykke: str) -> Verdict:
    """As the mandate says."""
    return Verdict(Answer.JA, regnestykke, (), sti, tekst)


def nei(sti: Sti, tekst: str, *regnestykke: str) -> Verdict:
    """Not as the mandate says."""
    return Verdict(Answer.NEI, regnestykke, (), sti, tekst)


def ukjent(sti: Sti, tekst: str, mangler: str) -> Verdict:
    """`mangler` is the fact that is not there."""
    return Verdict(Answer.UKJENT, (), (mangler,), sti, tekst)


def taus(verdi: Taushet | None, hva: str, sti: Sti) -> Verdict:
    """The two silences as verdicts; what is left out is read as not regulated, since the revision was read."""
    if verdi is Taushet.UKJENT:
        return ukjent(sti, f"{hva} er ikke kjent", str(sti[-1]))
    return Verdict(Answer.IKKE_REGULERT, (), (str(sti[-1]),), sti, f"{hva} er ikke regulert")
