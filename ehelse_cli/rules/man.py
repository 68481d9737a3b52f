"""MAN: the mandate itself. Does it add up, is it whole, was it adopted by the right body, can it be kept at all?"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.finding import Hit, Related, RuleInfo, Severity, Source
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.core.mandat.sammensetning import Sammensetning, Verv
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.rules.common import clause
from ehelse_cli.rules.engine import Rule


def seter_stemmer_ikke(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The groups and the leader's own seat must come to the number of seats."""
    for mandat in data.mandater.values():
        regel = mandat.sammensetning
        if not isinstance(regel, Sammensetning) or not isinstance(regel.seter, Mengde) or not grupper_i(mandat):
            continue
        summer = _summer(mandat, regel)
        if summer is None:
            continue
        minst, hoeyst = summer
        seter_minst, seter_hoeyst = regel.seter.minste(), regel.seter.stoerste()
        if hoeyst < seter_minst or (seter_hoeyst is not None and minst > seter_hoeyst):
            sum_ = str(minst) if minst == hoeyst else f"{minst}–{hoeyst}"
            yield Hit(
                f"mandatet sier {regel.seter.norsk()} seter, men gruppene gir {sum_}",
                data.place(mandat.id, "sammensetning", "seter"),
                (mandat.id,),
                label=f"gruppene gir {sum_}",
                values=(_addisjon(mandat, regel),),
                help="Rett antallet i en gruppe, eller i «seter».",
            )


def _egne_seter(regel: Sammensetning) -> int:
    """Seats of their own that leader and deputies hold beside the groups."""
    nestledere = regel.nestledere if isinstance(regel.nestledere, tuple) else ()
    return sum(1 for verv in (regel.leder, *nestledere) if isinstance(verv, Verv) and verv.sete == "eget")


def _summer(mandat: Mandat, regel: Sammensetning) -> tuple[int, int] | None:
    """The fewest and the most that the parts come to; None where a part gives no number."""
    antall = [gruppe.antall for gruppe in grupper_i(mandat)]
    if "observatoerer" in regel.medregnet and isinstance(regel.observatoerer, tuple):
        antall += [rad.antall for rad in regel.observatoerer]
    tall = [ett for ett in antall if isinstance(ett, Mengde) and ett.stoerste() is not None]
    if len(tall) != len(antall):
        return None
    egne = _egne_seter(regel)
    return sum(ett.minste() for ett in tall) + egne, sum(ett.stoerste() or 0 for ett in tall) + egne


def _addisjon(mandat: Mandat, regel: Sammensetning) -> str:
    ledd = [f"{gruppe.id} {gruppe.antall}" for gruppe in grupper_i(mandat)]
    egne = _egne_seter(regel)
    return " + ".join([*ledd, *([f"ledelsens egne seter {egne}"] if egne else [])])


def manglende_blokk(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A block an adopted revision must have: silence is written, never left out."""
    for mandat in data.mandater.values():
        mangler = [blokk for blokk in PAAKREVDE_BLOKKER if getattr(mandat, blokk) is None]
        if mangler and not mandat.er_utkast:
            yield Hit(
                f"mandatet sier ingenting om {', '.join(mangler)}",
                data.place(mandat.id, "status", key=True),
                (mandat.id, *mangler),
                label="et vedtatt mandat skal ha alle blokkene",
                help="Skriv «ikke_regulert» hvis mandatet er lest helt og tier, «ukjent» hvis ingen har lest det.",
            )


def feil_vedtaksorgan(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Adopted by another body than the one whose mandate says that it adopts it."""
    for mandat in data.mandater.values():
        vedtatt = mandat.vedtatt
        if mandat.er_utkast or vedtatt is None or not isinstance(vedtatt.av, str) or isinstance(vedtatt.av, Taushet):
            continue
        dag = vedtatt.dato if isinstance(vedtatt.dato, date) else mandat.fra
        rett = _rett_organ(data, mandat.forum, dag) if dag else None
        if rett is not None and _forum(rett) != vedtatt.av:
            yield Hit(
                f"mandatet for {mandat.forum} er vedtatt av {vedtatt.av}, men det er {_forum(rett)} som vedtar det",
                data.place(mandat.id, "vedtatt", "av"),
                (mandat.id, vedtatt.av),
                related=clause(
                    data, rett, ("vedtar_mandat_for",), f"{_forum(rett)} vedtar mandatet for {mandat.forum}"
                ),
            )


def _forum(mandat: Mandat) -> str:
    return mandat.forum


def _rett_organ(data: Dataset, forum: str, dag: date) -> Mandat | None:
    """The mandate in force that day by which its council adopts the forum's mandate."""
    for over in data.forum:
        mandat = data.mandat_for(over, dag)
        if mandat is not None and isinstance(mandat.vedtar_mandat_for, tuple) and forum in mandat.vedtar_mandat_for:
            return mandat
    return None


def hull_i_virketid(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Days without a mandate, or with two, between one revision and the next."""
    for forum in data.forum:
        vedtatte = [mandat for mandat in data.mandater_for(forum) if not mandat.er_utkast and mandat.fra]
        for mandat in vedtatte:
            if mandat.gjelder_til is not None and mandat.fra is not None and mandat.gjelder_til < mandat.fra:
                yield Hit(
                    "mandatet slutter å gjelde før det begynner",
                    data.place(mandat.id, "gjelder_til"),
                    (mandat.id, "baklengs"),
                )
        for forrige, neste in pairwise(vedtatte):
            yield from _mellom(data, forrige, neste)


def _mellom(data: Dataset, forrige: Mandat, neste: Mandat) -> Iterator[Hit]:
    slutt, start = forrige.gjelder_til, neste.fra
    if slutt is None or start is None or slutt == start - timedelta(days=1):
        return
    hva = "er det et hull" if slutt < start else "gjelder to mandater samtidig"
    yield Hit(
        f"mellom {datotekst(slutt)} og {datotekst(start)} {hva}",
        data.place(forrige.id, "gjelder_til"),
        (forrige.id, neste.id),
        label=f"slutter {datotekst(slutt)}",
        related=(Related(data.place(neste.id, "gjelder_fra"), f"begynner {datotekst(start)}"),),
        help=f"Skriv «gjelder_til: {start - timedelta(days=1)}», eller ta bort nøkkelen.",
    )


def uoppnaaelig_beslutningsdyktighet(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A quorum that no attendance can meet, or that is no lower bound."""
    for mandat in data.mandater.values():
        regel = mandat.beslutningsdyktighet
        if not isinstance(regel, Beslutningsdyktighet) or not isinstance(regel.krav, tuple):
            continue
        for nr, krav in enumerate(regel.krav):
            path = ("beslutningsdyktighet", "krav", nr)
            if isinstance(krav.antall, Mengde) and not krav.antall.er_nedre_grense:
                yield Hit(
                    f"kravet «{krav.id}» sier {krav.antall}; et krav til frammøte må være et minstetall",
                    data.place(mandat.id, *path, "antall"),
                    (mandat.id, krav.id, "form"),
                    help=f"Mente du «minst {krav.antall}»?",
                )
            elif krav.antall is None:
                yield Hit(
                    f"kravet «{krav.id}» sier ikke hvor mange",
                    data.place(mandat.id, *path),
                    (mandat.id, krav.id, "antall"),
                    help="Skriv for eksempel «antall: minst 1/2».",
                )
            else:
                yield from _for_mange(data, mandat, krav.id, krav.antall, (*path, "antall"))


def _for_mange(
    data: Dataset, mandat: Mandat, krav: str, antall: Mengde | Taushet, path: tuple[str | int, ...]
) -> Iterator[Hit]:
    seter = mandat.sammensetning.seter if isinstance(mandat.sammensetning, Sammensetning) else None
    if not isinstance(antall, Mengde) or not isinstance(seter, Mengde) or seter.stoerste() is None:
        return
    hoeyst = seter.stoerste() or 0
    kreves = antall.krever(hoeyst)
    if kreves > hoeyst:
        yield Hit(
            f"kravet «{krav}» kan aldri oppfylles: {kreves} kreves, og rådet har {hoeyst} seter",
            data.place(mandat.id, *path),
            (mandat.id, krav, "uoppnaaelig"),
            values=(f"{antall.norsk()} av {hoeyst} seter → {kreves}",),
            related=clause(data, mandat, ("sammensetning", "seter"), f"{hoeyst} seter"),
        )


def _info(code: str, name: str) -> RuleInfo:
    return RuleInfo(code, name, Severity.FEIL, Source.MANDAT)


MAN_RULES = (
    Rule(_info("MAN301", "seter-stemmer-ikke"), "mandat", seter_stemmer_ikke),
    Rule(_info("MAN302", "manglende-blokk"), "mandat", manglende_blokk),
    Rule(_info("MAN303", "feil-vedtaksorgan"), "mandat", feil_vedtaksorgan),
    Rule(_info("MAN304", "hull-i-virketid"), "mandat", hull_i_virketid),
    Rule(_info("MAN305", "uoppnaaelig-beslutningsdyktighet"), "mandat", uoppnaaelig_beslutningsdyktighet),
)
