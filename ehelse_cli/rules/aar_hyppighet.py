"""AAR: are there as many meetings in the year as the mandate says?"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Severity, Source
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Moeteregel
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.rules.aar_plan import aaret, gjelder
from ehelse_cli.rules.common import Path, clause, navn, severity, source


class _Telling(Struct, frozen=True):
    """One clause on frequency, counted over one year: the windows that hold too few meetings, and too many."""

    forum: str
    aar: int
    mandat: Mandat
    sti: Path
    hyppighet: Hyppighet
    moeter: int
    for_faa: tuple[Periode, ...]
    for_mange: tuple[Periode, ...]


def for_faa_moeter(data: Dataset, dag: date) -> Iterator[Hit]:
    """Fewer meetings planned and held than the mandate says."""
    for telling in _tellinger(data, dag):
        if telling.for_faa:
            yield from _hit(data, telling, telling.for_faa, "Sett opp flere møter")


def for_mange_moeter(data: Dataset, dag: date) -> Iterator[Hit]:
    """More ordinary meetings than the mandate says; extra ones are counted apart."""
    for telling in _tellinger(data, dag):
        if telling.for_mange:
            yield from _hit(data, telling, telling.for_mange, "Er møtet et ekstra møte, skriv «type: ekstraordinaert»")


def _hit(data: Dataset, telling: _Telling, vinduer: tuple[Periode, ...], raad: str) -> Iterator[Hit]:
    ledd = telling.mandat.ledd(*telling.sti)
    gravity: Severity | None = severity(ledd)
    hjemmel: Source = source(ledd)
    if gravity is None:
        return
    antall = f"{telling.moeter} {'ordinært møte' if telling.moeter == 1 else 'ordinære møter'}"
    yield Hit(
        f"{navn(data, telling.forum, date(telling.aar, 12, 31))} har {antall} i {telling.aar}; "
        f"mandatet sier {telling.hyppighet.norsk()}",
        data.place(f"aarshjul-{telling.aar}", "forum"),
        (telling.forum, str(telling.aar), *(str(steg) for steg in telling.sti)),
        related=clause(data, telling.mandat, telling.sti),
        severity=gravity,
        source=hjemmel,
        values=() if telling.hyppighet.enhet == "aar" else tuple(str(vindu) for vindu in vinduer),
        help=f"{raad}, eller rett årshjulet. Avlyste møter og skriftlig behandling teller ikke.",
    )


def _tellinger(data: Dataset, dag: date) -> Iterator[_Telling]:
    """Every clause of every council in every year the tree knows, where one mandate is in force all the year."""
    for aarshjul in data.aarshjul.values():
        aar = aaret(aarshjul)
        for forum in aarshjul.forum if gjelder(aarshjul, dag) else ():
            mandat = mandatet_i(data, forum, aar)
            if mandat is None:
                continue
            if any(id_.startswith(f"{forum}-{aar}-") for id_ in data.broken):
                continue
            for sti, hyppighet, unntatt in reglene(mandat):
                yield _tell(data, (forum, aar, mandat), (sti, hyppighet), unntatt)


def mandatet_i(data: Dataset, forum: str, aar: int) -> Mandat | None:
    """The mandate that is in force all the year; where it changes there is none to count by."""
    mandat = data.mandat_for(forum, date(aar, 1, 1))
    return mandat if mandat is data.mandat_for(forum, date(aar, 12, 31)) else None


def teller(moete: Moete, aar: int) -> bool:
    """Whether the meeting counts: an ordinary one of the year that is not cancelled, and where people meet."""
    ordinaert = moete.avlyst is None and moete.type == "ordinaert" and not moete.er_skriftlig
    return ordinaert and moete.tid.dato.year == aar


def grenser(hyppighet: Hyppighet) -> tuple[int, int | None]:
    """The fewest and the most meetings in each of its stretches; None where there is no most."""
    mengde = hyppighet.mengde
    return (mengde.minste(), mengde.stoerste()) if mengde else (0, None)


def reglene(mandat: Mandat) -> Iterator[tuple[Path, Hyppighet, tuple[str, ...]]]:
    """How often, in each strength; how the meetings are spread, where that can be read as a frequency too."""
    regel = mandat.moeter
    if not isinstance(regel, Moeteregel):
        return
    for nr, styrke in enumerate(regel.hyppighet if isinstance(regel.hyppighet, tuple) else ()):
        yield ("moeter", "hyppighet", nr), styrke.verdi, tuple(styrke.unntatt)
    try:
        yield ("moeter", "fordeling"), Hyppighet.parse(str(regel.fordeling or "")), ()
    except ValueError:
        return  # said in words: a person judges it


def _tell(
    data: Dataset, hvor: tuple[str, int, Mandat], regel: tuple[Path, Hyppighet], unntatt: tuple[str, ...]
) -> _Telling:
    (forum, aar, mandat), (sti, hyppighet) = hvor, regel
    dager = [moete.tid.dato for moete in data.moeter_for(forum) if teller(moete, aar)]
    talt = [(vindu, sum(map(vindu.inneholder, dager))) for vindu in hyppighet.vinduer(aar, unntatt)]
    minst, hoeyst = grenser(hyppighet)
    return _Telling(
        forum,
        aar,
        mandat,
        sti,
        hyppighet,
        len(dager),
        tuple(vindu for vindu, antall in talt if antall < minst),
        tuple(vindu for vindu, antall in talt if hoeyst is not None and antall > hoeyst),
    )
