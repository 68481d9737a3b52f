"""Someone who counts towards the quorum: a member, or a substitute in the member's place."""

from msgspec import Struct

from ehelse_cli.core.egenskap import Trekk, medlemmets, varaens
from ehelse_cli.core.fremmoete import Fremmoetebok, Innehaver
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.register import Medlemskap


class Person(Struct, frozen=True):
    """What the requirements may ask of one who is there. `arver_verv` None: the mandate does not say."""

    navn: str
    trekk: Trekk
    verv: str
    for_: str | None = None
    """The member in whose place a substitute sits."""
    arver_verv: bool | None = None
    har_sete: bool = True

    def roller(self, *, arver_verv: bool) -> frozenset[str]:
        """What the person is called in `blant`, where `arver_verv` is read so if it is silent."""
        if self.for_ is None:
            return frozenset({self.verv, "medlem"} if self.har_sete else {self.verv})
        arver = arver_verv if self.arver_verv is None else self.arver_verv
        return frozenset({"stedfortreder", self.verv} if arver and self.verv != "medlem" else {"stedfortreder"})


def til_stede(bok: Fremmoetebok, rad: Medlemskap, innehaver: Innehaver) -> Person:
    """The one who sits in the member's seat: the member, or a substitute with the seat's group and side."""
    reg, linje = bok.register, innehaver.linje
    har_sete = rad not in reg.uten_sete
    if linje is None:
        return Person(innehaver.navn, medlemmets(bok.data, reg, rad), rad.medlem.rolle, har_sete=har_sete)
    kjent = bok.registrert(innehaver.navn, rad)
    fra = linje.virksomhet or (kjent.virksomhet if kjent else None)
    trekk = varaens(bok.data, reg, rad, fra, kjent.egenskaper if kjent else ())
    regel = stedfortreder_for(reg.mandat, rad.gruppe)
    arver = regel.arver_verv if regel is not None and isinstance(regel.arver_verv, bool) else None
    return Person(innehaver.navn, trekk, rad.medlem.rolle, rad.medlem.navn, arver, har_sete)
