"""MAN: the mandate's own numbers. Do the groups come to the seats, and can the quorum be met?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.mandat.regel import Krav
from ehelse_cli.core.mandat.sammensetning import Sammensetning, Verv
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.rules.common import Path, clause, gruppenavn, navn


def seter_stemmer_ikke(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The groups and the leader's own seat must come to the number of seats."""
    for mandat in data.mandater.values():
        regel = mandat.sammensetning
        if not isinstance(regel, Sammensetning) or not isinstance(regel.seter, Mengde) or not grupper_i(mandat):
            continue
        summer = _summer(mandat, regel)
        if summer is None or _stemmer(regel.seter, *summer):
            continue
        minst, hoeyst = summer
        sum_ = str(minst) if minst == hoeyst else f"{minst}–{hoeyst}"
        yield Hit(
            f"mandatet for {_raadet(data, mandat)} har {regel.seter.norsk()} seter, men gruppene gir {sum_}",
            data.place(mandat.id, "sammensetning", "seter"),
            (mandat.id,),
            label=f"gruppene gir {sum_}",
            values=(f"{_addisjon(data, mandat, regel)} = {sum_}",),
            help="Rett antallet i en gruppe, eller i «seter».",
        )


def _raadet(data: Dataset, mandat: Mandat) -> str:
    return navn(data, mandat.forum, mandat.fra or date.max)


def _stemmer(seter: Mengde, minst: int, hoeyst: int) -> bool:
    """Whether some number of members would be right by both."""
    tak = seter.stoerste()
    return seter.minste() <= hoeyst and (tak is None or minst <= tak)


def _egne_seter(regel: Sammensetning) -> int:
    """Seats of their own that leader and deputies hold beside the groups."""
    nestledere = regel.nestledere if isinstance(regel.nestledere, tuple) else ()
    return sum(isinstance(verv, Verv) and verv.sete == "eget" for verv in (regel.leder, *nestledere))


def _summer(mandat: Mandat, regel: Sammensetning) -> tuple[int, int] | None:
    """The fewest and the most that the parts come to; None where a part gives no number."""
    antall = [gruppe.antall for gruppe in grupper_i(mandat)]
    if "observatoerer" in regel.medregnet and isinstance(regel.observatoerer, tuple):
        antall += [rad.antall for rad in regel.observatoerer]
    tall = [ett for ett in antall if isinstance(ett, Mengde) and not ett.relativ and ett.stoerste() is not None]
    if len(tall) != len(antall):
        return None
    egne = _egne_seter(regel)
    return sum(ett.minste() for ett in tall) + egne, sum(ett.stoerste() or 0 for ett in tall) + egne


def _addisjon(data: Dataset, mandat: Mandat, regel: Sammensetning) -> str:
    dag = mandat.fra or date.max
    ledd = [
        f"{gruppenavn(data, mandat, gruppe.id, dag)} {gruppe.antall.norsk()}"
        for gruppe in grupper_i(mandat)
        if isinstance(gruppe.antall, Mengde)
    ]
    if "observatoerer" in regel.medregnet and isinstance(regel.observatoerer, tuple):
        ledd += [f"observatør {rad.id} {rad.antall}" for rad in regel.observatoerer]
    egne = _egne_seter(regel)
    return " + ".join([*ledd, *([f"ledelsens egne seter {egne}"] if egne else [])])


def uoppnaaelig_beslutningsdyktighet(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A quorum that no attendance can meet, or that is no lower bound."""
    for mandat in data.mandater.values():
        regel = mandat.beslutningsdyktighet
        if isinstance(regel, Beslutningsdyktighet) and isinstance(regel.krav, tuple):
            for nr, krav in enumerate(regel.krav):
                yield from _kravet(data, mandat, krav, ("beslutningsdyktighet", "krav", nr))


def _kravet(data: Dataset, mandat: Mandat, krav: Krav, path: Path) -> Iterator[Hit]:
    if krav.antall is None:
        yield Hit(
            f"kravet «{krav.id}» til fremmøtet sier ikke hvor mange som må være der",
            data.place(mandat.id, *path),
            (mandat.id, krav.id, "antall"),
            help="Skriv hvor mange, for eksempel «antall: minst 1/2».",
        )
    elif isinstance(krav.antall, Mengde) and not krav.antall.er_nedre_grense:
        yield Hit(
            f"kravet «{krav.id}» sier {krav.antall.norsk()}; et krav til fremmøtet må være et minstetall",
            data.place(mandat.id, *path, "antall"),
            (mandat.id, krav.id, "form"),
            help=_minst(krav.antall),
        )
    elif isinstance(krav.antall, Mengde):
        yield from _for_mange(data, mandat, krav, krav.antall, (*path, "antall"))


def _minst(antall: Mengde) -> str:
    tall = antall.minste() if not antall.relativ else 0
    return f"Mente du «minst {tall}»?" if tall else "Skriv for eksempel «minst 1/2» eller «minst 6»."


def _for_mange(data: Dataset, mandat: Mandat, krav: Krav, antall: Mengde, path: Path) -> Iterator[Hit]:
    hoeyst = _seter(mandat, krav)
    if hoeyst is None or antall.krever(hoeyst) <= hoeyst:
        return
    kreves = antall.krever(hoeyst)
    yield Hit(
        f"kravet «{krav.id}» kan aldri oppfylles: {kreves} må være der, og det finnes bare {hoeyst} seter å møte for",
        data.place(mandat.id, *path),
        (mandat.id, krav.id, "uoppnaaelig"),
        values=(f"{antall.norsk()} av {hoeyst} seter → {kreves}",),
        related=clause(data, mandat, ("sammensetning", "seter")),
        help="Rett tallet i kravet, eller antallet seter.",
    )


def _seter(mandat: Mandat, krav: Krav) -> int | None:
    """The most who can count: all the seats, or those of the groups the requirement looks at; None where not known."""
    grupper = {gruppe.id: gruppe.antall for gruppe in grupper_i(mandat)}
    if krav.blant and all(isinstance(grupper.get(id_), Mengde) for id_ in krav.blant):
        tall = [antall.stoerste() for id_ in krav.blant if isinstance(antall := grupper[id_], Mengde)]
        return None if None in tall else sum(ett or 0 for ett in tall)
    seter = mandat.sammensetning.seter if isinstance(mandat.sammensetning, Sammensetning) else None
    return seter.stoerste() if isinstance(seter, Mengde) and not seter.relativ else None
