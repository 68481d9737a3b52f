"""Each thing that must hold, as a sentence with the place it is written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ehelse_cli.aarsplan.modell import Vilkaar
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Related
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.kalender import UKEDAGER, datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.spraak import oppramsing, stor
from ehelse_cli.rules.aar_dager import Stengt
from ehelse_cli.rules.common import Path, clause, moetenavn, navn, severity


def kort(data: Dataset, id_: str, aar: int) -> str:
    """What a council or an organisation is called that year."""
    return navn(data, id_, date(aar, 12, 31))


def ukedagene(dager: Iterable[int]) -> str:
    """`onsdag eller torsdag`."""
    return oppramsing((UKEDAGER[dag] for dag in sorted(dager)), "eller")


def _norm(mandat: Mandat, sti: Path) -> str:
    norm = mandat.ledd(*sti).norm
    return f" ({norm})" if norm != "skal" else ""


def kan_brytes(mandat: Mandat, sti: Path) -> bool:
    """Whether the clause is one that can be broken: `kan` is not."""
    return severity(mandat.ledd(*sti)) is not None


def hyppighet(data: Dataset, forum: str, aar: int, mandat: Mandat, regel: tuple[Path, Hyppighet]) -> Vilkaar:
    """How often the mandate says."""
    sti, hvor_ofte = regel
    id_ = "-".join(("hyppighet", forum, *(str(steg) for steg in sti[1:] if steg != "hyppighet"))).removesuffix("-0")
    tekst = f"{kort(data, forum, aar)}: mandatet sier {hvor_ofte.norsk()}{_norm(mandat, sti)}"
    return Vilkaar(id_, "AAR703", tekst, clause(data, mandat, sti))


def maaneder(data: Dataset, forum: str, aar: int, mandat: Mandat, navnene: Iterable[str]) -> Vilkaar:
    """The months the mandate names."""
    tekst = f"{kort(data, forum, aar)}: mandatet sier at møtene er i {oppramsing(navnene)}"
    return Vilkaar(f"maaneder-{forum}", "", tekst, clause(data, mandat, ("moeter", "maaneder")))


def antall(data: Dataset, forum: str, aar: int, bestilt: int) -> Vilkaar:
    """The number that was asked for."""
    return Vilkaar(
        f"antall-{forum}", "", f"{kort(data, forum, aar)}: {bestilt} {'møte' if bestilt == 1 else 'møter'} (--antall)"
    )


def ukedager(data: Dataset, forum: str, aar: int, dager: Iterable[int]) -> Vilkaar:
    """The weekdays that were asked for."""
    tekst = f"{kort(data, forum, aar)}: møtene begynner {ukedagene(dager)} (--ukedag)"
    return Vilkaar(f"ukedag-{forum}", "", tekst)


def fast_sak(data: Dataset, forum: str, id_: str, periode: Periode) -> Vilkaar:
    """A standing item that needs a meeting in a stretch of the year."""
    tittel, til = data.forum[forum].faste_saker[id_].tittel, periode.til or periode.fra
    tekst = (
        f"{kort(data, forum, periode.fra.year)}: den faste saken «{tittel}» krever et møte mellom "
        f"{datotekst(periode.fra)} og {datotekst(til)}"
    )
    sted = (Related(data.place(forum, "faste_saker", id_), "", "den faste saken"),)
    return Vilkaar(f"fast-sak-{forum}-{id_}-{periode.fra.month}", "AAR705", tekst, sted, svak=True)


def fridager() -> Vilkaar:
    """No meeting on a day off."""
    return Vilkaar("fridager", "AAR708", "Møter legges ikke til lørdager, søndager og helligdager")


def stengt(data: Dataset, lukket: Stengt) -> Vilkaar:
    """One closed time."""
    id_, nr, hendelse, dager = lukket
    til = dager.til or dager.fra
    tekst = f"{hendelse.tittel} er stengt tid, {datotekst(dager.fra)}–{datotekst(til)}"
    return Vilkaar(
        f"stengt-{nr + 1}", "AAR709", tekst, (Related(data.place(id_, "hendelser", nr), "", "den stengte tiden"),)
    )


def fristkjede(data: Dataset, forum: str, aar: int, steder: tuple[Related, ...]) -> Vilkaar:
    """The deadlines before a meeting must come in order."""
    tekst = f"{kort(data, forum, aar)}: innmelding, innkalling og papirer må forfalle i den rekkefølgen"
    return Vilkaar(f"fristkjede-{forum}", "AAR706", tekst, steder)


def frist_paa_fridag(data: Dataset, forum: str, aar: int, steder: tuple[Related, ...]) -> Vilkaar:
    """No deadline on a day off."""
    tekst = f"{kort(data, forum, aar)}: fristene før møtet faller ikke på en fridag"
    return Vilkaar(f"frist-fridag-{forum}", "AAR707", tekst, steder)


def frist_ute(data: Dataset, forum: str, dag: date, steder: tuple[Related, ...]) -> Vilkaar:
    """Nothing that should have been done already."""
    tekst = f"{kort(data, forum, dag.year)}: fristene før møtet er ikke ute {datotekst(dag)}"
    return Vilkaar(f"frist-ute-{forum}", "", tekst, steder)


def tetthet(data: Dataset, forum: str, aar: int, steder: tuple[Related, ...]) -> Vilkaar:
    """Between two meetings of one council."""
    tekst = f"{kort(data, forum, aar)}: papirene til et møte skal ikke ut før det forrige er over"
    return Vilkaar(f"tetthet-{forum}", "AAR714", tekst, steder)


def rekkefoelge(data: Dataset, foerst: str, neste: str, aar: int) -> Vilkaar:
    """Between two councils that follow each other."""
    a, b = kort(data, foerst, aar), kort(data, neste, aar)
    tekst = f"{a} møtes før papirene til neste møte i {b} skal ut, eller etter det møtet"
    sted = (Related(data.place(f"aarshjul-{aar}", "forum"), "", "rekkefølgen i årshjulet"),)
    return Vilkaar(f"rekkefoelge-{foerst}-{neste}", "AAR710", tekst, sted)


def kollisjon(data: Dataset, forum: str, annet: str, aar: int) -> Vilkaar:
    """Two councils that share people."""
    a, b = kort(data, forum, aar), kort(data, annet, aar)
    tekst = f"{a} og {b} møtes ikke samme dag: medlemmer eller sekretariat er de samme"
    steder = tuple(Related(data.place(en, "sekretariat"), "", "hvem som er sekretariat") for en in (forum, annet))
    return Vilkaar(f"kollisjon-{forum}-{annet}", "AAR713", tekst, steder)


def staar_fast(data: Dataset, moete: Moete) -> Vilkaar:
    """A meeting that is in the files already."""
    sted = (Related(data.place(moete.id, "tid"), "", "møtet"),)
    return Vilkaar(f"moete-{moete.id}", "", f"{stor(moetenavn(data, moete))} er alt satt opp", sted)


def formoete_foer(tittel: str, forumnavn: str, id_: str, steder: tuple[Related, ...]) -> Vilkaar:
    """A preparatory meeting is before the meeting it prepares."""
    return Vilkaar(f"formoete-{id_}", "AAR711", f"{tittel} møtes før møtet i {forumnavn}", steder)


def formoete_papirer(tittel: str, forumnavn: str, id_: str, steder: tuple[Related, ...]) -> Vilkaar:
    """Those who prepare need the papers."""
    tekst = f"{tittel} trenger papirene til møtet i {forumnavn}, og møtes etter at de er ute"
    return Vilkaar(f"papirer-{id_}", "AAR712", tekst, steder)


def formoete_arbeidsdag() -> Vilkaar:
    """Preparatory meetings are on days when people work."""
    return Vilkaar(
        "formoetedager", "", "Formøter legges ikke til lørdager, søndager, helligdager og tid som er stengt for alle"
    )


def formoete_satt(tittel: str, dag: date, id_: str, steder: tuple[Related, ...]) -> Vilkaar:
    """A preparatory meeting that is in the calendar already."""
    return Vilkaar(f"satt-{id_}", "", f"{tittel} er alt satt opp {datotekst(dag)}", steder)
