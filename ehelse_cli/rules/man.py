"""MAN: the mandate itself. Does it add up, is it whole, was it adopted by the right body, can it be kept at all?"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.finding import Hit, Related, RuleInfo, Severity, Source
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.common import clause, formatregel, mandatregel, navn
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.man_historie import endret_etter_vedtak
from ehelse_cli.rules.man_id import dobbel_id
from ehelse_cli.rules.man_oppfoelging import evaluering_forfalt, uten_saksnummer
from ehelse_cli.rules.man_retningslinje import svakere_enn_retningslinjen
from ehelse_cli.rules.man_tall import seter_stemmer_ikke, uoppnaaelig_beslutningsdyktighet
from ehelse_cli.rules.man_tekst import tekst_mot_hode, uten_styringslinjer, uten_tak


def manglende_blokk(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A block an adopted revision must have: silence is written, never left out."""
    for mandat in data.mandater.values():
        mangler = [blokk for blokk in PAAKREVDE_BLOKKER if getattr(mandat, blokk) is None]
        if mangler and not mandat.er_utkast:
            yield Hit(
                f"det står ikke hva mandatet sier om {oppramsing(f'«{blokk}»' for blokk in mangler)}",
                data.place(mandat.id, "status", key=True),
                (mandat.id, *mangler),
                label="et vedtatt mandat skal ha alle blokkene",
                help="Skriv «ikke_regulert» der mandatet er lest helt og tier, og «ukjent» der ingen har lest det.",
            )


# --- adopted by whom


def feil_vedtaksorgan(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Adopted by another body than the one whose mandate says that it adopts it."""
    for mandat in data.mandater.values():
        av = mandat.vedtatt.av if mandat.vedtatt is not None else None
        if mandat.er_utkast or av is None or isinstance(av, Taushet):
            continue
        dag = _vedtaksdag(mandat)
        rette = rette_organer(data, mandat.forum, dag) if dag else ()
        if dag and rette and av not in {rett.forum for rett in rette}:
            raadet, organet = navn(data, mandat.forum, dag), navn(data, rette[0].forum, dag)
            yield Hit(
                f"mandatet for {raadet} er vedtatt av {navn(data, av, dag)}, men det er {organet} som vedtar det",
                data.place(mandat.id, "vedtatt", "av"),
                (mandat.id, av),
                related=clause(data, rette[0], ("vedtar_mandat_for",), f"{organet} vedtar mandatet for {raadet}"),
                help=f"Er «av» skrevet feil, rett det. Ellers må mandatet legges fram for {organet}.",
            )


def _vedtaksdag(mandat: Mandat) -> date | None:
    """The day it was adopted, or the first it is judged from where that is not known."""
    dato = mandat.vedtatt.dato if mandat.vedtatt is not None else None
    return dato if isinstance(dato, date) else mandat.fra


def rette_organer(data: Dataset, forum: str, dag: date) -> tuple[Mandat, ...]:
    """The mandates in force that day by which a council adopts the forum's mandate."""
    gjeldende = (data.mandat_for(over, dag) for over in data.forum)
    return tuple(
        mandat
        for mandat in gjeldende
        if mandat is not None and isinstance(mandat.vedtar_mandat_for, tuple) and forum in mandat.vedtar_mandat_for
    )


# --- in force from day to day


def hull_i_virketid(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Days without a mandate, or with two, between one revision and the next; a revision that ends before it begins."""
    for forum in data.forum:
        vedtatte = [mandat for mandat in data.mandater_for(forum) if not mandat.er_utkast and mandat.fra]
        for mandat in vedtatte:
            if _er_baklengs(mandat):
                yield Hit(
                    f"mandatet for {navn(data, forum, mandat.fra or date.max)} slutter å gjelde før det begynner",
                    data.place(mandat.id, "gjelder_til"),
                    (mandat.id, "baklengs"),
                    label=f"begynner {datotekst(mandat.fra or date.max)}",
                    help="Rett den av datoene som er feil, eller ta bort «gjelder_til».",
                )
        for forrige, neste in pairwise(vedtatte):
            if not _er_baklengs(forrige):
                yield from _mellom(data, forrige, neste)


def _er_baklengs(mandat: Mandat) -> bool:
    return mandat.gjelder_til is not None and mandat.fra is not None and mandat.gjelder_til < mandat.fra


def _mellom(data: Dataset, forrige: Mandat, neste: Mandat) -> Iterator[Hit]:
    slutt, start = forrige.gjelder_til, neste.fra
    if slutt is None or start is None or slutt == start - timedelta(days=1):
        return
    raadet = navn(data, forrige.forum, start)
    fra, til = (slutt + timedelta(days=1), start - timedelta(days=1)) if slutt < start else (start, slutt)
    hva = "har ikke noe mandat" if slutt < start else "har to mandater"
    yield Hit(
        f"{raadet} {hva} fra {datotekst(fra)} til {datotekst(til)}",
        data.place(forrige.id, "gjelder_til"),
        (forrige.id, neste.id),
        label=f"slutter {datotekst(slutt)}",
        related=(Related(data.place(neste.id, "gjelder_fra"), f"begynner {datotekst(start)}"),),
        help=f"Skriv «gjelder_til: {start - timedelta(days=1)}», eller ta den bort: mandatet varer til neste tar over.",
    )


MAN_RULES = (
    Rule(mandatregel("MAN301", "seter-stemmer-ikke"), "mandat", seter_stemmer_ikke),
    Rule(mandatregel("MAN302", "manglende-blokk"), "mandat", manglende_blokk),
    Rule(mandatregel("MAN303", "feil-vedtaksorgan"), "mandat", feil_vedtaksorgan),
    Rule(mandatregel("MAN304", "hull-i-virketid"), "mandat", hull_i_virketid),
    Rule(mandatregel("MAN305", "uoppnaaelig-beslutningsdyktighet"), "mandat", uoppnaaelig_beslutningsdyktighet),
    Rule(mandatregel("MAN306", "uten-saksnummer", Severity.ADVARSEL), "mandat", uten_saksnummer),
    Rule(mandatregel("MAN307", "uten-tak", Severity.MERKNAD), "mandat", uten_tak),
    Rule(mandatregel("MAN308", "evaluering-forfalt"), "mandat", evaluering_forfalt),
    Rule(RuleInfo("MAN309", "uten-styringslinjer", Severity.ADVARSEL, Source.PRAKSIS), "mandat", uten_styringslinjer),
    Rule(mandatregel("MAN310", "tekst-mot-hode"), "mandat", tekst_mot_hode),
    Rule(mandatregel("MAN311", "svakere-enn-retningslinjen"), "mandat", svakere_enn_retningslinjen),
    Rule(mandatregel("MAN312", "endret-etter-vedtak"), "mandat", endret_etter_vedtak),
    Rule(formatregel("MAN313", "dobbel-id"), "mandat", dobbel_id),
)
