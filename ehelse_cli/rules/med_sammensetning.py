"""MED: is every seat filled, by the right person from the right place, appointed by the right body?

The composition is judged in core; here a breach becomes a finding, in words that people use, at the member's row.
One mistake gives one finding: a seat whose holder's term lapsed, or whose holder is entered without a group, is not
vacant as well; and what only an empty seat explains is not a breach of its own.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.forum import Forum, Medlem
from ehelse_cli.core.mandat import Mandat, grupper_i, krav_i, verv_i
from ehelse_cli.core.mandat.regel import Hvem, Krav
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Register
from ehelse_cli.core.sammensetning import Del, Slag, sammensetning
from ehelse_cli.core.verdict import Answer
from ehelse_cli.rules.common import Path, clause, gruppenavn, listing, navn, severity, source
from ehelse_cli.rules.med_perioder import utloepte


@dataclass(frozen=True, slots=True)
class Brudd:
    """One part of a council's composition that the mandate does not accept."""

    data: Dataset
    register: Register
    del_: Del

    @property
    def forum(self) -> Forum:
        """The council."""
        return self.register.forum

    @property
    def mandat(self) -> Mandat:
        """The mandate it is judged by."""
        return self.register.mandat

    @property
    def raadet(self) -> str:
        """What the council is called."""
        return self.navn(self.forum.id)

    @property
    def gruppen(self) -> str:
        """What the group is called."""
        return gruppenavn(self.data, self.mandat, self.del_.id, self.register.dag)

    @property
    def medlem(self) -> Medlem:
        """The member it is about."""
        return self.forum.medlemmer[self.del_.rader[0]]

    def navn(self, id_: str | None) -> str:
        """What an organisation is called."""
        return navn(self.data, id_, self.register.dag) if id_ else "en virksomhet som ikke er ført"

    def hit(self, message: str, help_: str, *, rad: int | None = None, felt: Path = ()) -> Iterator[Hit]:
        """A finding on a member's row (at `felt` in it), or on the list; none where the mandate only says `kan`."""
        sti = self.del_.verdict.clause
        ledd = self.mandat.ledd(*sti)
        gravity = severity(ledd)
        if gravity is None:
            return
        where: Path = ("medlemmer",) if rad is None else ("medlemmer", rad, *felt)
        yield Hit(
            message,
            self.data.place(self.forum.id, *where, key=rad is None),
            (self.forum.id, self.del_.slag, self.del_.id, *(() if rad is None else (self.forum.medlemmer[rad].navn,))),
            related=clause(self.data, self.mandat, sti),
            values=self.del_.verdict.arithmetic,
            help=help_,
            severity=gravity,
            source=source(ledd),
        )


def alle_brudd(data: Dataset, forum: Forum, dag: date) -> tuple[Brudd, ...]:
    """What the mandate in force on the day does not accept."""
    vurdering = sammensetning(data, forum, dag)
    if vurdering.register is None:
        return ()
    nei = (del_ for del_ in vurdering.deler if del_.verdict.answer is Answer.NEI)
    return tuple(Brudd(data, vurdering.register, del_) for del_ in nei)


def _brudd(data: Dataset, dag: date, *slag: Slag) -> Iterator[Brudd]:
    for forum in data.forum.values():
        yield from (brudd for brudd in alle_brudd(data, forum, dag) if brudd.del_.slag in slag)


# --- how many


def ledig_sete(data: Dataset, dag: date) -> Iterator[Hit]:
    """A seat nobody holds, and which neither a lapsed term (MED406) nor a missing group (MED412) explains."""
    for forum in data.forum.values():
        alle = alle_brudd(data, forum, dag)
        for brudd, antall in _ledige(data, alle, dag):
            hva = "ett sete er ledig" if antall == 1 else f"{antall} seter er ledige"
            hvor = "" if brudd.del_.id == "seter" else f" for {brudd.gruppen}"
            yield from brudd.hit(
                f"{brudd.raadet}: {hva}{hvor}", "Legg til en rad for det nye medlemmet når det er oppnevnt."
            )


def _ledige(data: Dataset, alle: tuple[Brudd, ...], dag: date) -> Iterator[tuple[Brudd, int]]:
    """The groups with vacant seats and how many, when those entered in no group could not fill them all."""
    ledige = [
        (brudd, -brudd.del_.avvik - len(utloepte(data, brudd.forum, brudd.del_.id, dag)))
        for brudd in alle
        if brudd.del_.slag == "antall" and brudd.del_.avvik < 0
    ]
    ledige = [(brudd, antall) for brudd, antall in ledige if antall > 0]
    uten = sum(brudd.del_.slag == "uten_gruppe" for brudd in alle)
    if sum(antall for _, antall in ledige) > uten:
        yield from ledige


def for_mange_i_gruppen(data: Dataset, dag: date) -> Iterator[Hit]:
    """More members in a group than it has seats; one person entered twice is MED408's."""
    for brudd in _brudd(data, dag, "antall"):
        navn_ = Counter(brudd.forum.medlemmer[nr].navn for nr in brudd.del_.rader)
        antall = brudd.del_.avvik - (navn_.total() - len(navn_))
        if antall > 0:
            hvor = "i rådet" if brudd.del_.id == "seter" else f"for {brudd.gruppen}"
            yield from brudd.hit(
                f"{brudd.raadet}: det sitter {'én' if antall == 1 else antall} for mange {hvor}",
                "Er noen gått ut, skriv «fratraadt» med siste dag på raden. Sitter noen for andre, rett «gruppe».",
            )


# --- who


def feil_leder(data: Dataset, dag: date) -> Iterator[Hit]:
    """No leader, more than one, or one from the wrong place; a leader whose term lapsed is MED406's."""
    for brudd in _brudd(data, dag, "leder"):
        rader = brudd.del_.rader
        if not rader and not utloepte(data, brudd.forum, "leder", dag):
            yield from brudd.hit(
                f"{brudd.raadet} har ingen leder", "Skriv «rolle: leder» på den som leder, eller legg til en rad."
            )
        elif len(rader) > 1:
            navnene = listing(brudd.forum.medlemmer[nr].navn for nr in rader)
            yield from brudd.hit(
                f"{brudd.raadet} har mer enn én leder: {navnene}",
                "Er noen gått av, skriv «fratraadt» på raden. En som fungerer for en tid, får en rad for den tiden.",
                rad=rader[-1],
            )
        elif rader:
            yield from brudd.hit(
                _leder_feil_sted(brudd), "Rett virksomheten eller gruppen på raden, eller rollen.", rad=rader[0]
            )


def _leder_feil_sted(brudd: Brudd) -> str:
    verv, medlem = verv_i(brudd.mandat), brudd.medlem
    hva = brudd.del_.verdict.clause[-1]
    if verv is None or hva not in ("virksomheter", "grupper"):
        return brudd.del_.verdict.summary
    if hva == "virksomheter":
        skulle = listing((brudd.navn(id_) for id_ in verv.virksomheter), "eller")
        kommer = brudd.navn(medlem.virksomhet)
        return f"{medlem.navn} leder {brudd.raadet} og kommer fra {kommer}; lederen skal komme fra {skulle}"
    grupper = listing((gruppenavn(brudd.data, brudd.mandat, id_, brudd.register.dag) for id_ in verv.grupper), "eller")
    return f"{medlem.navn} leder {brudd.raadet}, men lederen skal være en av dem som sitter for {grupper}"


def feil_oppnevner(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member appointed by another body than the mandate says."""
    for brudd in _brudd(data, dag, "oppnevner"):
        medlem = brudd.medlem
        av = medlem.oppnevnt.av if medlem.oppnevnt else None
        yield from brudd.hit(
            f"{medlem.navn} er oppnevnt av {brudd.navn(av)}; det er {_rett_oppnevner(brudd)} som oppnevner",
            "Er «av» feil, rett det. Ellers må oppnevningen gjøres om av den som har retten.",
            rad=brudd.del_.rader[0],
            felt=("oppnevnt", "av"),
        )


def _rett_oppnevner(brudd: Brudd) -> str:
    gruppe = next((rad for rad in grupper_i(brudd.mandat) if rad.id == brudd.del_.id), None)
    felles = brudd.mandat.sammensetning
    regel = gruppe.oppnevnes_av if gruppe else None
    if regel is None and isinstance(felles, Sammensetning):
        regel = felles.oppnevnes_av
    ider = regel.ider if isinstance(regel, Hvem) else ()
    egen = {"egen_virksomhet": brudd.medlem.virksomhet, "raadet": brudd.forum.id}
    og = "og" if isinstance(regel, Hvem) and regel.maate == "sammen" else "eller"
    return listing((brudd.navn(egen.get(id_, id_)) for id_ in ider), og)


def feil_virksomhet(data: Dataset, dag: date) -> Iterator[Hit]:
    """A seat that belongs to one organisation, held by somebody from another."""
    for brudd in _brudd(data, dag, "virksomhet"):
        gruppe = next(rad for rad in grupper_i(brudd.mandat) if rad.id == brudd.del_.id)
        eier = listing((brudd.navn(id_) for id_ in gruppe.virksomheter), "eller")
        medlem = brudd.medlem
        yield from brudd.hit(
            f"{medlem.navn} kommer fra {brudd.navn(medlem.virksomhet)}, men setet er for {eier}",
            "Har personen byttet arbeidssted, skriv «fratraadt» på raden. Er virksomhet eller gruppe feil, rett det.",
            rad=brudd.del_.rader[0],
            felt=("virksomhet",),
        )


def to_seter(data: Dataset, dag: date) -> Iterator[Hit]:
    """One person on two seats at once."""
    for brudd in _brudd(data, dag, "to_seter"):
        yield from brudd.hit(
            f"{brudd.del_.id} sitter på {_seter(len(brudd.del_.rader))} i {brudd.raadet} samtidig",
            "Skriv «fratraadt» på den gamle raden. Heter to det samme, skill dem med en parentes: «Anne Lie (Bergen)».",
            rad=brudd.del_.rader[-1],
        )


def _seter(antall: int) -> str:
    return "to seter" if antall == 2 else f"{antall} seter"


def uten_gruppe(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member who sits for none of the mandate's groups; a group that is in no mandate is REF201's."""
    for brudd in _brudd(data, dag, "uten_gruppe"):
        gruppe = brudd.medlem.gruppe
        kjente = {rad.id for mandat in data.mandater_for(brudd.forum.id) for rad in grupper_i(mandat)}
        if gruppe is None or gruppe in kjente:
            yield from brudd.hit(
                f"{brudd.medlem.navn} sitter ikke for noen av gruppene i mandatet",
                f"Skriv «gruppe» på raden. Gruppene heter {listing(rad.id for rad in grupper_i(brudd.mandat))}.",
                rad=brudd.del_.rader[0],
            )


# --- what the mandate asks of them


def manglende_egenskap(data: Dataset, dag: date) -> Iterator[Hit]:
    """A requirement that those who sit do not meet; one that a vacant seat may yet meet is not broken."""
    for brudd in _brudd(data, dag, "krav", "stedfortrederkrav"):
        if not _kan_ledige_oppfylle(brudd):
            alene = brudd.del_.rader if len(brudd.del_.rader) == 1 else ()
            yield from brudd.hit(
                f"{brudd.raadet}: {brudd.del_.verdict.summary}",
                "Har de egenskapen, før den under «egenskaper» på raden. Ellers må noen andre oppnevnes.",
                rad=alene[0] if alene else None,
            )


def _kan_ledige_oppfylle(brudd: Brudd) -> bool:
    """Whether the seats now empty could be filled so that the requirement holds."""
    krav, gruppe = _kravet(brudd)
    if krav is None or krav.av_hver or not isinstance(krav.antall, Mengde):
        return False
    grupper = [rad for rad in grupper_i(brudd.mandat) if gruppe in (None, rad.id)]
    sitter = len(brudd.register.medlemmer if gruppe is None else brudd.register.i_gruppe(gruppe))
    seter = sum(rad.antall.minste() for rad in grupper if isinstance(rad.antall, Mengde))
    ledige = max(seter - sitter, 0)
    har = sitter - len(brudd.del_.rader)
    return ledige > 0 and krav.antall.holder(har + ledige, sitter + ledige)


def _kravet(brudd: Brudd) -> tuple[Krav | None, str | None]:
    """The requirement, and the group it is for (None: the whole council)."""
    match brudd.del_.verdict.clause:
        case ("sammensetning", "krav", int(nr)):
            return krav_i(brudd.mandat)[nr], None
        case ("sammensetning", "grupper", int(nr), "krav", int(krav)):
            gruppe = grupper_i(brudd.mandat)[nr]
            return (gruppe.krav[krav] if isinstance(gruppe.krav, tuple) else None), gruppe.id
    return None, None
