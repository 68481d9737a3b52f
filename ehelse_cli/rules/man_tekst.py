"""MAN: does the head say what the adopted text says?"""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

from msgspec import Struct

from ehelse_cli.core.ankre import ankre, klausul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.frist import Avstand
from ehelse_cli.core.funksjonstid import FlerePerioder, Varighet
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet, Fristregel
from ehelse_cli.core.mandat.regel import Krav
from ehelse_cli.core.mandat.sammensetning import Funksjonstid, Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.tallord import broeker, tall_foer
from ehelse_cli.rules.common import Path

_MEDLEM = "medlem|representant"
_ENHETER = {
    "dager": "dag",
    "virkedager": "virkedag",
    "uker": "uke|veke",
    "maaneder": "måned|månad",
    "timer": "time|timar",
}


class _Tall(Struct, frozen=True):
    """A number in the head: where, what it is, and how to find such numbers in a clause."""

    path: Path
    verdi: Fraction
    hva: str
    finn: Callable[[str], frozenset[Fraction]]


def tekst_mot_hode(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A number in the head that the clause it rests on gives otherwise.

    Only where the clause has numbers of the kind, and none of them is the head's: what cannot be understood is silence.
    """
    for mandat in data.mandater.values():
        if mandat.tekst.strip():
            for rad in _tallene(mandat):
                yield from _avvik(data, mandat, rad)


def _avvik(data: Dataset, mandat: Mandat, rad: _Tall) -> Iterator[Hit]:
    punkt = mandat.ledd(*rad.path).punkt
    anker = ankre(mandat.tekst).get(punkt) if punkt else None
    if punkt is None or anker is None:
        return
    sagt = rad.finn("\n".join(klausul(mandat.tekst, punkt)))
    if sagt and rad.verdi not in sagt:
        i_teksten = oppramsing(map(str, sorted(sagt)), "og")
        yield Hit(
            f"hodet sier {rad.verdi} {rad.hva}, men teksten under «{anker.tittel}» sier {i_teksten}",
            data.place(mandat.id, *rad.path),
            (mandat.id, *map(str, rad.path)),
            label=f"teksten: {i_teksten}",
            related=(Related(data.place_in_body(mandat.id, anker.linje), "teksten som er vedtatt"),),
            help="Det er teksten som er vedtatt. Rett hodet, eller «punkt» om det peker på feil sted.",
        )


def _tallene(mandat: Mandat) -> Iterator[_Tall]:
    yield from _seter(mandat)
    yield from _broekene(mandat)
    if isinstance(mandat.funksjonstid, Funksjonstid) and isinstance(mandat.funksjonstid.varer, Varighet):
        aar, rest = divmod(mandat.funksjonstid.varer.maaneder, 12)
        if not rest:
            yield _Tall(("funksjonstid", "varer"), Fraction(aar), "år", _antall("år"))
    for nr, rad in enumerate(mandat.frister if isinstance(mandat.frister, tuple) else ()):
        yield from _fristen(rad, ("frister", nr, "frist"))


def _fristen(rad: Fristregel, path: Path) -> Iterator[_Tall]:
    frist = rad.frist
    ord_ = _ENHETER.get(frist.enhet) if isinstance(frist, Avstand) else None
    if isinstance(frist, Avstand) and ord_ is not None:
        yield _Tall(path, Fraction(frist.antall), frist.enhet.replace("maaneder", "måneder"), _antall(ord_))


def _seter(mandat: Mandat) -> Iterator[_Tall]:
    """The seats of the whole, where the text says how many there are in all; those of a group with its own clause."""
    regel = mandat.sammensetning
    antall = _eksakt(regel.seter) if isinstance(regel, Sammensetning) else None
    if antall is not None:
        yield _Tall(("sammensetning", "seter"), Fraction(antall), "seter", _i_alt)
    for nr, gruppe in enumerate(grupper_i(mandat)):
        antall = _eksakt(gruppe.antall)
        if antall is not None and gruppe.punkt is not None:
            yield _Tall(("sammensetning", "grupper", nr, "antall"), Fraction(antall), "medlemmer", _antall(_MEDLEM))


def _eksakt(mengde: object) -> int | None:
    if not isinstance(mengde, Mengde) or mengde.relativ or mengde.stoerste() != mengde.minste():
        return None
    return mengde.minste()


def _broekene(mandat: Mandat) -> Iterator[_Tall]:
    regel = mandat.beslutningsdyktighet
    krav = regel.krav if isinstance(regel, Beslutningsdyktighet) and isinstance(regel.krav, tuple) else ()
    for nr, ett in enumerate(krav):
        del_ = _delen(ett)
        if del_ is not None:
            yield _Tall(("beslutningsdyktighet", "krav", nr, "antall"), del_, "av dem som kan møte", broeker)


def _delen(krav: Krav) -> Fraction | None:
    nedre = krav.antall.nedre if isinstance(krav.antall, Mengde) else None
    return nedre.verdi if nedre is not None and nedre.relativ and 0 < nedre.verdi < 1 else None


def _antall(ord_: str) -> Callable[[str], frozenset[Fraction]]:
    return lambda tekst: frozenset(map(Fraction, tall_foer(tekst, ord_)))


def _i_alt(tekst: str) -> frozenset[Fraction]:
    """The one number of members in «har 17 medlemmer» or «består av 17 medlemmer»; with several, each is of a part."""
    tall = frozenset(map(Fraction, tall_foer(tekst, _MEDLEM, etter="har |består av |til sammen |i alt ")))
    return tall if len(tall) == 1 else frozenset()


# --- the clause that every mandate in the model has


def uten_styringslinjer(data: Dataset, dag: date) -> Iterator[Hit]:
    """A mandate of the model that does not say that the lines of government stay as they are; drafts too."""
    for forum in data.forum.values():
        if forum.nivaa not in ("raad", "utvalg", "fagutvalg", "arbeidsutvalg"):
            continue
        gjeldende = data.mandat_for(forum.id, dag)
        for mandat in data.mandater_for(forum.id):
            aktuelt = mandat.er_utkast or mandat is gjeldende
            if aktuelt and mandat.tekst.strip() and "styringslinje" not in mandat.tekst.lower():
                yield Hit(
                    "mandatet sier ikke at modellen lar styringslinjene være som de er",
                    data.place(mandat.id, "forum"),
                    (mandat.id,),
                    help="Ta med setningen i neste utgave: «Modellen endrer ikke styringslinjene fra Stortinget, "
                    "regjeringen og departementene, og medlemmene løser oppgavene innenfor sine egne fullmakter.»",
                )


# --- cap, evaluation, reference


def uten_tak(data: Dataset, dag: date) -> Iterator[Hit]:
    """Members may be appointed again, and the mandate does not say how often; drafts too."""
    for forum in data.forum:
        gjeldende = data.mandat_for(forum, dag)
        for mandat in data.mandater_for(forum):
            tid = mandat.funksjonstid
            flere = tid.flere_perioder if isinstance(tid, Funksjonstid) else None
            if isinstance(flere, FlerePerioder) and flere.slag == "ja" and (mandat.er_utkast or mandat is gjeldende):
                yield Hit(
                    "medlemmene kan oppnevnes på nytt, men mandatet sier ikke hvor mange ganger",
                    data.place(mandat.id, "funksjonstid", "flere_perioder"),
                    (mandat.id,),
                    help="Er det meningen, la det stå. Ellers bør neste utgave si for eksempel «høyst to på rad».",
                )
