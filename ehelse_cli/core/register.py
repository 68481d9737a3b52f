"""Who sits in a council on a day, by the member rows, the terms of the mandate and what was decided since."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.core.funksjonstid import Forlengelse, Varighet, dekning, siste_dag, slutt, slutt_for
from ehelse_cli.core.mandat import LEDERSETET, Mandat, funksjonstid_for, grupper_i, regulert, verv_i
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.periode import Periode

__all__ = [
    "LEDERSETET",
    "Medlemskap",
    "Register",
    "er_stedfortreder",
    "funksjonstid_for",
    "gruppen_til",
    "medlemmer_er_kjent",
    "medlemskap",
    "navn_naa",
    "register",
    "varighet_i",
]


class Medlemskap(Struct, frozen=True):
    """One member row with the term worked out. `ordinaer_slutt` is before extensions; None: no end, or not known."""

    nr: int
    medlem: Medlem
    gruppe: str | None
    fra: date
    ordinaer_slutt: date | None
    slutt_er_kjent: bool

    @property
    def _forlengelser(self) -> tuple[Forlengelse, ...]:
        return tuple(Forlengelse(rad.til, rad.dato) for rad in self.medlem.forlenget)

    @property
    def siste_dag(self) -> date | None:
        """The last day of the membership, extensions and early leaving counted; None: no end, or not known."""
        ut, gaar = siste_dag(self.ordinaer_slutt, self._forlengelser), self.medlem.fratraadt
        return min(ut, gaar) if ut and gaar else ut or gaar

    def sitter(self, dag: date) -> bool:
        """Whether the person is a member that day."""
        if dag < self.fra or (self.medlem.fratraadt is not None and dag > self.medlem.fratraadt):
            return False
        if self.ordinaer_slutt is None or dag <= self.ordinaer_slutt:
            return True
        return dekning(self.ordinaer_slutt, self._forlengelser, dag).dekket

    def lengst(self, varighet: Varighet) -> date:
        """The last day a term that began with this row may have under the mandate."""
        return slutt(self.fra, varighet)

    def utloept(self, dag: date) -> bool:
        """Whether the term has run out by the day with neither extension nor a recorded leaving."""
        return self.fra <= dag and not self.sitter(dag) and self.medlem.fratraadt is None

    @property
    def hull(self) -> tuple[Periode, ...]:
        """Closed stretches that no extension covered, because it was decided too late."""
        return tuple(hull for hull in dekning(self.ordinaer_slutt, self._forlengelser, date.max).hull if hull.til)


class Register(Struct, frozen=True):
    """The council on one day: seats held, substitutes registered, and a leader who leads without a seat."""

    forum: Forum
    mandat: Mandat
    dag: date
    medlemmer: tuple[Medlemskap, ...]
    stedfortredere: tuple[Stedfortreder, ...]
    uten_sete: tuple[Medlemskap, ...] = ()

    @property
    def id(self) -> str:
        """The council and the day."""
        return f"{self.forum.id} {self.dag}"

    def i_gruppe(self, gruppe: str) -> tuple[Medlemskap, ...]:
        """Those who hold the group's seats."""
        return tuple(rad for rad in self.medlemmer if rad.gruppe == gruppe)

    def side(self, rad: Medlemskap) -> str | None:
        """The side that the member's group is on; None where the mandate has no sides."""
        return next((gruppe.side for gruppe in grupper_i(self.mandat) if gruppe.id == rad.gruppe), None)


@remembered
def medlemskap(data: Dataset, forum: Forum) -> tuple[Medlemskap, ...]:
    """Every row of a member of the council (not those who only attend), in the file's order."""
    return tuple(_medlemskap(data, forum, nr, medlem) for nr, medlem in enumerate(forum.medlemmer) if medlem.har_sete)


def _medlemskap(data: Dataset, forum: Forum, nr: int, medlem: Medlem) -> Medlemskap:
    """The row with its term. Without a period of its own it counts for as long as the members are known."""
    periode = medlem.periode
    if periode is None:
        fra = forum.medlemmer_kjent_fra or date.min
        gruppe = gruppen_til(medlem, data.mandat_for(forum.id, fra))
        return Medlemskap(nr, medlem, gruppe, fra, None, slutt_er_kjent=False)
    mandat = data.mandat_for(forum.id, periode.fra)
    gruppe = gruppen_til(medlem, mandat)
    if periode.ende != "fra_mandat":
        return Medlemskap(nr, medlem, gruppe, periode.fra, periode.til, slutt_er_kjent=True)
    ordinaer = _slutt(periode.fra, mandat, gruppe, medlem) if mandat else None
    return Medlemskap(nr, medlem, gruppe, periode.fra, ordinaer, slutt_er_kjent=ordinaer is not None)


def _slutt(fra: date, mandat: Mandat, gruppe: str | None, medlem: Medlem) -> date | None:
    """The end that follows from the mandate; a leader's term may be another than the members'."""
    verv, regel = verv_i(mandat), funksjonstid_for(mandat, gruppe)
    if medlem.rolle == "leder" and verv is not None and isinstance(verv.varer, Varighet):
        return slutt_for(fra, verv.varer)
    if regel is None:
        return None
    varer = regel.varer if isinstance(regel.varer, Varighet) else None
    starter = regel.starter if regulert(regel.starter) else None
    faste = regel.faste_perioder if isinstance(regel.faste_perioder, tuple) else ()
    return slutt_for(fra, varer, starter, faste)


def varighet_i(mandat: Mandat, gruppe: str | None) -> Varighet | None:
    """The length of a term in the group; None where the mandate gives none."""
    regel = funksjonstid_for(mandat, gruppe)
    return regel.varer if regel is not None and isinstance(regel.varer, Varighet) else None


def gruppen_til(medlem: Medlem, mandat: Mandat | None) -> str | None:
    """The mandate's group the row sits for: the one named, or the one with the organisation's id."""
    if medlem.gruppe is not None:
        return medlem.gruppe
    if mandat is None:
        return None
    leder = verv_i(mandat)
    if medlem.rolle == "leder" and leder is not None and leder.sete == "eget":
        return LEDERSETET
    return next((gruppe.id for gruppe in grupper_i(mandat) if gruppe.id == medlem.virksomhet), None)


@remembered
def register(data: Dataset, forum: Forum, dag: date) -> Register | None:
    """The council on the day; None when no mandate is known to be in force. Groups are those of that mandate."""
    mandat = data.mandat_for(forum.id, dag)
    if mandat is None:
        return None
    sitter = tuple(_under(mandat, rad) for rad in medlemskap(data, forum) if rad.sitter(dag))
    verv = verv_i(mandat)
    uten = tuple(rad for rad in sitter if rad.medlem.rolle == "leder" and verv is not None and verv.sete == "uten")
    varaer = tuple(rad for rad in forum.stedfortredere if er_stedfortreder(rad, dag))
    return Register(forum, mandat, dag, tuple(rad for rad in sitter if rad not in uten), varaer, uten)


def _under(mandat: Mandat, rad: Medlemskap) -> Medlemskap:
    """The row in the group that this mandate gives it; another than the one it began under may know it differently."""
    gruppe = gruppen_til(rad.medlem, mandat)
    return rad if gruppe == rad.gruppe else replace(rad, gruppe=gruppe)


def er_stedfortreder(rad: Stedfortreder, dag: date) -> bool:
    """Whether the row is in force: begun, not past its written end, not left."""
    if rad.fratraadt is not None and dag > rad.fratraadt:
        return False
    periode = rad.periode
    return periode is None or (periode.fra <= dag and (periode.til is None or dag <= periode.til))


def medlemmer_er_kjent(forum: Forum, dag: date) -> bool:
    """Whether the file claims to know who sat that day: before `medlemmer_kjent_fra` the answer is «ukjent»."""
    if forum.medlemmer_kjent_fra is None:
        return bool(forum.medlemmer)
    return dag >= forum.medlemmer_kjent_fra


@remembered
def navn_naa(data: Dataset) -> Mapping[str, str]:
    """Every former name → the name the person has now, through as many changes as there were (personer.yaml)."""
    neste = {person.tidligere: person.navn for person in data.personer}
    return {tidligere: _siste(tidligere, neste) for tidligere in neste}


def _siste(navn: str, neste: Mapping[str, str]) -> str:
    sett: set[str] = set()
    while navn in neste and navn not in sett:
        sett.add(navn)
        navn = neste[navn]
    return navn
