"""The quorum of a meeting still to come: who is expected, how many it takes, and the margin.

Everybody is expected who sits that day and is not on leave or named as absent; in the place of one who is not, the
first substitute registered for the seat, as far as the mandate lets substitutes count. The trial is the one that
minutes get.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ehelse_cli.core.beslutningsdyktighet.avgjoerelse import avgjoer
from ehelse_cli.core.beslutningsdyktighet.lesning import lesninger, spoersmaal
from ehelse_cli.core.beslutningsdyktighet.person import Person
from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve
from ehelse_cli.core.beslutningsdyktighet.utregning import Stund, Utregning
from ehelse_cli.core.forum import Stedfortreder
from ehelse_cli.core.fremmoete import AAPNINGEN, Fremmoetebok
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.moete import Fremmoete, Moete
from ehelse_cli.core.register import Medlemskap, Register, medlemmer_er_kjent, register
from ehelse_cli.core.verdict import Answer

if TYPE_CHECKING:
    from ehelse_cli.plan.verden import Verden


@dataclass(frozen=True, slots=True)
class Oppmoete:
    """What is expected of a meeting. `ventet` and `kreves` are of the requirement with the smallest margin.

    Both are None where the mandate has no rule or nobody knows it. `henger_paa` names what would decide.
    """

    svar: Answer
    ventet: int | None = None
    kreves: int | None = None
    krav: str = ""
    """Which of the requirements, where there are several."""
    henger_paa: tuple[str, ...] = ()

    @property
    def margin(self) -> int | None:
        """How many more are expected than it takes; below 0 the council cannot decide."""
        return None if self.ventet is None or self.kreves is None else self.ventet - self.kreves


def oppmoete(verden: Verden, moete: Moete, fravaer: Collection[str]) -> Oppmoete:
    """What is expected of the meeting when those named are away."""
    reg = register(verden.data, verden.forum, moete.tid.dato)
    if reg is None:
        return Oppmoete(Answer.UKJENT, henger_paa=("mandat",))
    regel = reg.mandat.beslutningsdyktighet
    if regel == "ikke_regulert" or (isinstance(regel, Beslutningsdyktighet) and regel.krav == "ikke_regulert"):
        return Oppmoete(Answer.IKKE_REGULERT)
    if not isinstance(regel, Beslutningsdyktighet) or not isinstance(regel.krav, tuple) or not regel.krav:
        return Oppmoete(Answer.UKJENT, henger_paa=("beslutningsdyktighet",))
    if not medlemmer_er_kjent(verden.forum, moete.tid.dato):
        return Oppmoete(Answer.UKJENT, henger_paa=("medlemmer_kjent_fra",))
    borte = frozenset(fravaer) | _med_permisjon(reg)
    noekkel = (avtrykk(reg, _REGLER), borte)
    if noekkel not in verden.oppmoeter:
        bok = Fremmoetebok(verden.data, _uten_saker(moete), reg, _fremmoete(reg, borte))
        verden.oppmoeter[noekkel] = _regn(Proeve(regel, regel.krav, bok, AAPNINGEN))
    return verden.oppmoeter[noekkel]


#: The blocks that a quorum is reckoned from, with the seats that the register has in them.
_REGLER = ("beslutningsdyktighet", "sammensetning", "stedfortreder")


def _med_permisjon(reg: Register) -> frozenset[str]:
    return frozenset(
        rad.medlem.navn
        for rad in (*reg.medlemmer, *reg.uten_sete)
        if any(fri.inneholder(reg.dag) for fri in rad.medlem.permisjon)
    )


def avtrykk(reg: Register, blokker: Sequence[str]) -> tuple[object, ...]:
    """What the answers about those who sit hang on. With the same imprint they are the same, in any world on any day.

    That is who sits where, the year (for age goes by it), and what those blocks of the mandate say: a block that no
    change touches is one and the same object in all the worlds.
    """
    regler = tuple(id(reg.mandat.hode.get(blokk)) for blokk in blokker)
    seter = tuple((rad.nr, rad.gruppe) for rad in reg.medlemmer)
    uten_sete, varaer = tuple(rad.nr for rad in reg.uten_sete), tuple(map(id, reg.stedfortredere))
    return regler, seter, uten_sete, varaer, reg.dag.year


def _uten_saker(moete: Moete) -> Moete:
    """The meeting as it opens: which cases it has makes no difference to who comes."""
    return moete.model_copy(update={"saksliste": (), "fremmoete": None})


def _fremmoete(reg: Register, borte: Collection[str]) -> Fremmoete:
    """The attendance as it would be entered."""
    seter = (*reg.medlemmer, *reg.uten_sete)
    varaer = dict(_varaer(reg, [rad for rad in seter if rad.medlem.navn in borte], borte))
    medlemmer = [{"navn": rad.medlem.navn} for rad in seter if rad.medlem.navn not in borte]
    medlemmer += [{"navn": vara.navn, "for": medlem} for medlem, vara in varaer.items()]
    forfall = [{"navn": rad.medlem.navn} for rad in seter if rad.medlem.navn in borte]
    return Fremmoete.model_validate({"medlemmer": tuple(medlemmer), "forfall": tuple(forfall)})


def _varaer(reg: Register, savnet: list[Medlemskap], borte: Collection[str]) -> Iterator[tuple[str, Stedfortreder]]:
    """A substitute for each who is away: their own first, then the group's or the council's in the order called."""
    opptatt = {*borte, *(rad.medlem.navn for rad in reg.medlemmer)}
    har: set[str] = set()
    for egne, rad in ((egne, rad) for egne in (True, False) for rad in savnet):
        navn = rad.medlem.navn
        for_ = {navn} if egne else {rad.gruppe, "raadet"}
        ledige = [vara for vara in reg.stedfortredere if vara.for_ in for_ and vara.navn not in opptatt]
        vara = min(ledige, key=lambda vara: vara.nr or 0, default=None)
        if vara is not None and navn not in har:
            har.add(navn)
            opptatt.add(vara.navn)
            yield navn, vara


def _regn(proeve: Proeve) -> Oppmoete:
    """The verdict, and the smallest margin. Where readings differ in numbers, the strictest is told."""
    utregninger = [Utregning(proeve, lesning) for lesning in lesninger(spoersmaal(proeve))]
    strengest = min(
        (ett for utregning in utregninger for ett in _marginer(utregning)),
        key=lambda ett: ett.margin or 0,
        default=Oppmoete(Answer.UKJENT),
    )
    svar, aapent = _svaret(proeve, utregninger)
    return replace(strengest, svar=svar, henger_paa=aapent)


def _svaret(proeve: Proeve, utregninger: Sequence[Utregning]) -> tuple[Answer, tuple[str, ...]]:
    """The answer, and what it hangs on where it is open. Of one reading only there is nothing to weigh."""
    if len(utregninger) == 1 and not proeve.uforstaatt:
        return Answer.JA if utregninger[0].holder(_ventede(utregninger[0])) else Answer.NEI, ()
    verdict = avgjoer(proeve)
    return verdict.answer, verdict.hangs_on if verdict.answer in (Answer.UKJENT, Answer.IKKE_REGULERT) else ()


def _ventede(utregning: Utregning) -> tuple[Person, ...]:
    """Those who come and count. Who comes is known: each member does, or sends a substitute, or nobody."""
    return utregning.oppmoeter(Stund(None, flest=False))[0]


def _marginer(utregning: Utregning) -> Iterator[Oppmoete]:
    for behov in utregning.behov:
        if behov.antall is not None:
            navn = behov.verdi or (behov.krav.id if len(utregning.proeve.krav) > 1 else "")
            ventet = len(utregning.de_som_teller(behov, _ventede(utregning)))
            yield Oppmoete(Answer.JA, ventet, behov.antall, navn)
