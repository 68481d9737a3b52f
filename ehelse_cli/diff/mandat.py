"""The comparison of two mandates: two revisions of one council, or of a council and the one it took over from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ehelse_cli.core.ankre import ankre, blokker
from ehelse_cli.core.godtatt import Godkjenning
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.diff import nynorsk
from ehelse_cli.diff.ekko import avsnitt_som_er_endret, fordel
from ehelse_cli.diff.endring import Endring, Nivaa
from ehelse_cli.diff.fingeravtrykk import fingeravtrykk
from ehelse_cli.diff.hode import finn_endringer, ukjent_i_begge
from ehelse_cli.diff.prosa import Seksjonsdiff, sammenlign
from ehelse_cli.diff.prosaslag import prosaendringer
from ehelse_cli.diff.slag import OM_KILDEN, UTEN_EKKO
from ehelse_cli.diff.tekst import Fortelling, Navngiver


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: `fra` is the day it is judged from, and the day in force unless `fra_er_kjent_per`."""

    id: str
    navn: str
    status: str
    fra: date | None
    til: date | None
    fra_er_kjent_per: bool
    klausuler: Mapping[str, str]
    """Anchor → what people call the clause."""
    maalform: Maalform = "nb"
    tekst: str = field(default="", repr=False)
    """The adopted words."""
    lest_fra: str = ""
    """The revision or the file it was read from, where somebody named one."""


@dataclass(frozen=True, slots=True)
class Mandatdiff:
    """What changed from one mandate to another. Both were read whole, or there would be no comparison."""

    gammel: Side
    ny: Side
    endringer: tuple[Endring, ...]
    """Every change of the head, the worst first."""
    ordlyd: tuple[Endring, ...]
    """Every change of the words that no change of the head says too: what a person must read comes first."""
    prosa: tuple[Seksjonsdiff, ...]
    """The whole redline, sections without changes too."""
    ukjent_i_begge: tuple[str, ...]
    """What neither side knows, and so cannot be compared."""
    godtatt: Mapping[str, Godkjenning] = field(default_factory=dict)
    """Fingerprint → the acceptance that counts on the day."""

    @property
    def om_regler(self) -> tuple[Endring, ...]:
        """The changes of the rules themselves."""
        return tuple(e for e in self.endringer if e.omraade != "om-revisjonen" and e.id not in OM_KILDEN)

    @property
    def om_kilden(self) -> tuple[Endring, ...]:
        """What is known now and was not, or the other way: no change of the rule that anybody can point at."""
        return tuple(e for e in self.endringer if e.omraade != "om-revisjonen" and e.id in OM_KILDEN)

    @property
    def om_revisjonen(self) -> tuple[Endring, ...]:
        """What says which revision it is."""
        return tuple(e for e in self.endringer if e.omraade == "om-revisjonen")

    @property
    def endrede_seksjoner(self) -> tuple[Seksjonsdiff, ...]:
        """The sections whose words changed."""
        return tuple(seksjon for seksjon in self.prosa if seksjon.slag != "lik")

    @property
    def uendret(self) -> bool:
        """Whether neither rules nor words differ in anything that both sides know."""
        return not self.om_regler and not self.om_kilden and not self.endrede_seksjoner

    def antall(self, nivaa: Nivaa) -> int:
        """How many changes of the rules and of the words are of this level."""
        return sum(endring.nivaa is nivaa for endring in (*self.om_regler, *self.ordlyd))

    def tellende(self, nivaa: Nivaa) -> int:
        """How many of them nobody has accepted."""
        alle = (*self.om_regler, *self.ordlyd)
        return sum(endring.nivaa is nivaa and self.godkjenning(endring) is None for endring in alle)

    def fingeravtrykk(self, endring: Endring) -> str:
        """Sixteen hex digits that say which change it is."""
        return fingeravtrykk(self.ny.id.partition("@")[0], endring)

    def godkjenning(self, endring: Endring) -> Godkjenning | None:
        """The acceptance of the change that counts on the day."""
        return self.godtatt.get(self.fingeravtrykk(endring)) if self.godtatt else None

    def mangler_ekko(self, endring: Endring) -> bool:
        """Whether a rule changed and the adopted words did not: the head and the text may no longer say the same."""
        if endring.ekko or endring.id in UTEN_EKKO or not self.prosa or endring.omraade == "om-revisjonen":
            return False
        return endring.id not in OM_KILDEN and (endring.punkt or endring.punkt_fra) is not None

    def antall_avsnitt(self, slag: str) -> int:
        """How many blocks of the prose are `ny`, `borte`, `endret` or `flyttet`."""
        return sum(blokk.slag == slag for seksjon in self.prosa for blokk in seksjon.blokker)

    def klausul(self, punkt: str | None) -> str:
        """What people call the clause, by the new mandate and then the old; the anchor where neither has it."""
        if punkt is None:
            return ""
        return self.ny.klausuler.get(punkt) or self.gammel.klausuler.get(punkt) or punkt


def _id_som_navn(id_: str, dag: date, *, kort: bool = False) -> str:  # noqa: ARG001 called as every Navngiver is
    return id_


def lest_fra(funnet: Mandatdiff, gammel: str, ny: str) -> Mandatdiff:
    """The comparison with the places that the sides were read from."""
    if not gammel and not ny:
        return funnet
    return dataclasses.replace(
        funnet,
        gammel=dataclasses.replace(funnet.gammel, lest_fra=gammel),
        ny=dataclasses.replace(funnet.ny, lest_fra=ny),
    )


def diff(gammel: Mandat, ny: Mandat, navn: Navngiver = _id_som_navn) -> Mandatdiff:
    """What changed from `gammel` to `ny`. `navn` gives organisations and councils their names on a day."""
    fra, til = _fortellinger(gammel, ny, navn, "nb")
    prosa = sammenlign(gammel.tekst, ny.tekst, sagt(gammel, ny))
    a, b = blokker(gammel.tekst), blokker(ny.tekst)
    avsnitt = avsnitt_som_er_endret(a, b, prosa)
    endringer, rest = fordel(
        finn_endringer(gammel.hode, ny.hode, fra, til), avsnitt, lambda id_: f"{fra.navn(id_)} {til.navn(id_)}"
    )
    return Mandatdiff(
        gammel=_side(gammel, fra),
        ny=_side(ny, til),
        endringer=endringer,
        ordlyd=prosaendringer(a, b, rest),
        prosa=prosa,
        ukjent_i_begge=ukjent_i_begge(gammel.hode, ny.hode, til),
    )


def paa_nynorsk(funnet: Mandatdiff, gammel: Mandat, ny: Mandat, navn: Navngiver = _id_som_navn) -> Mandatdiff:
    """The same comparison told in nynorsk. What changed is found once: only the words of each change are others."""
    fra, til = _fortellinger(gammel, ny, navn, "nn")
    ord_ = {(en.id, en.sti, en.dekker): en for en in finn_endringer(gammel.hode, ny.hode, fra, til)}
    endringer = tuple(_med_ord(en, ord_[en.id, en.sti, en.dekker]) for en in funnet.endringer)
    return dataclasses.replace(funnet, endringer=endringer, ukjent_i_begge=ukjent_i_begge(gammel.hode, ny.hode, til))


def _med_ord(en: Endring, sagt_slik: Endring) -> Endring:
    hva = nynorsk.paa_nynorsk(en.hva)
    return dataclasses.replace(en, emne=sagt_slik.emne, hva=hva, fra=sagt_slik.fra, til=sagt_slik.til)


def _fortellinger(gammel: Mandat, ny: Mandat, navn: Navngiver, maalform: Maalform) -> tuple[Fortelling, Fortelling]:
    dager = gammel.fra or ny.fra or date.max, ny.fra or gammel.fra or date.max
    sider = zip(dager, (gammel, ny), strict=True)
    fra, til = (Fortelling(navn, dag, _klausuler(side), maalform) for dag, side in sider)
    return fra, til


def sagt(gammel: Mandat, ny: Mandat) -> tuple[tuple[str, str], ...]:
    """The clauses that either mandate says where were in the one before it: the old anchor and the new."""
    nye = ((punkt.flyttet_fra, punkt.id) for punkt in ny.punkter)
    return (*nye, *((punkt.id, punkt.flyttet_fra) for punkt in gammel.punkter))


def side(mandat: Mandat, navn: Navngiver = _id_som_navn) -> Side:
    """What a comparison tells of a mandate."""
    return _side(mandat, Fortelling(navn, mandat.fra or date.max, {}))


def _side(mandat: Mandat, ord_: Fortelling) -> Side:
    return Side(
        id=mandat.id,
        navn=ord_.navn(mandat.forum),
        status=mandat.status,
        fra=mandat.fra,
        til=mandat.gjelder_til,
        fra_er_kjent_per=not isinstance(mandat.gjelder_fra, date),
        klausuler=_klausuler(mandat),
        maalform=mandat.maalform,
        tekst=mandat.tekst,
    )


def _klausuler(mandat: Mandat) -> Mapping[str, str]:
    return {anker.id: anker.tittel for anker in ankre(mandat.tekst).values()}
