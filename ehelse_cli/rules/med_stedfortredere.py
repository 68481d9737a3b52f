"""MED: are there substitutes where the mandate has them, only there, and no more than it allows?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.forum import Stedfortreder
from ehelse_cli.core.mandat import grupper_i, stedfortreder_for
from ehelse_cli.core.mandat.sammensetning import Stedfortrederregel
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import Medlemskap, Register, register
from ehelse_cli.rules.common import Path, clause, sti_for
from ehelse_cli.rules.med_brudd import brudd_av


def ulovlig_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute where there shall be none, or more than the mandate allows for one member."""
    for forum in data.forum.values():
        reg = register(data, forum, dag)
        if reg is not None:
            yield from _forbudte(data, reg)
            yield from _for_mange(data, reg)


def manglende_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member without the personal substitute that must be appointed with every member."""
    for brudd in brudd_av(data, dag, "stedfortreder"):
        yield from brudd.hit(
            f"{brudd.raadet}: {brudd.del_.verdict.summary}",
            "Før den under «stedfortredere», med «for». Er ingen oppnevnt, be den som oppnevner, om å gjøre det.",
            rad=brudd.del_.rader[0],
        )


def _forbudte(data: Dataset, reg: Register) -> Iterator[Hit]:
    for vara in reg.stedfortredere:
        gruppe = _gruppen(reg, vara)
        regel = stedfortreder_for(reg.mandat, gruppe)
        if regel is not None and _tillater_ingen(regel):
            noekkel = "ordning" if regel.ordning == "forbudt" else "antall"
            sti = sti_for(reg.mandat, gruppe, "stedfortreder", noekkel)
            tekst = f"{vara.navn} er ført som stedfortreder for {vara.for_}, men mandatet tillater ingen"
            yield _hit(data, reg, vara, tekst, sti)


def _tillater_ingen(regel: Stedfortrederregel) -> bool:
    return regel.ordning == "forbudt" or (isinstance(regel.antall, Mengde) and regel.antall.stoerste() == 0)


def _gruppen(reg: Register, vara: Stedfortreder) -> str | None:
    """The group of the member the substitute is for, or the group itself; None for the whole council."""
    medlem = next((rad.gruppe for rad in reg.medlemmer if rad.medlem.navn == vara.for_), None)
    return medlem or next((rad.id for rad in grupper_i(reg.mandat) if rad.id == vara.for_), None)


def _for_mange(data: Dataset, reg: Register) -> Iterator[Hit]:
    for rad in reg.medlemmer:
        egne = [vara for vara in reg.stedfortredere if vara.for_ == rad.medlem.navn]
        antall = _antall(reg, rad)
        hoeyst = antall.stoerste() if antall is not None else None
        if antall is not None and hoeyst is not None and 0 < hoeyst < len(egne):
            tekst = f"{rad.medlem.navn} har {len(egne)} stedfortredere; mandatet tillater {antall.norsk()}"
            yield _hit(data, reg, egne[-1], tekst, sti_for(reg.mandat, rad.gruppe, "stedfortreder", "antall"))


def _antall(reg: Register, rad: Medlemskap) -> Mengde | None:
    """How many substitutes one member may have; None where the number is for a group, or is not said."""
    regel = stedfortreder_for(reg.mandat, rad.gruppe)
    if regel is None or regel.for_ not in (None, "medlem"):
        return None
    return regel.antall if isinstance(regel.antall, Mengde) and not regel.antall.relativ else None


def _hit(data: Dataset, reg: Register, vara: Stedfortreder, tekst: str, sti: Path) -> Hit:
    return Hit(
        tekst,
        data.place(reg.forum.id, "stedfortredere", reg.forum.stedfortredere.index(vara)),
        (reg.forum.id, vara.for_, vara.navn),
        related=clause(data, reg.mandat, sti),
        help="Er noen gått ut, skriv «fratraadt» på raden. Ellers må raden bort; personen kan inviteres uten stemme.",
    )
