"""SAK: the numbers. Is each used for one thing only, and do they run without gaps?"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.common import Path, navn
from ehelse_cli.rules.saker import linjer

_ID = re.compile(r"(?P<aar>\d{4})-(?P<nummer>\d+)", re.ASCII)


class _Bruk(Struct, frozen=True):
    """One place a number is used: what the case is called there, and whether something real stands behind it."""

    eier: str
    sti: Path
    hva: str
    sikker: bool


#: Where each number of a forum's year is used.
_Numre = Mapping[tuple[str, int], Mapping[int, tuple[_Bruk, ...]]]


def dobbelt_saksnummer(data: Dataset, _dag: date) -> Iterator[Hit]:
    """One number stands for two different things: as when two people took the next free number at once."""
    for (forum, aar), numre in _numre(data).items():
        for nummer, brukene in numre.items():
            navngitte = [bruk for bruk in brukene if bruk.hva]
            for bruk in navngitte[1:]:
                if bruk.hva != navngitte[0].hva:
                    yield _dobbelt(data, bruk, navngitte[0], _skrevet(data, forum, aar, nummer))


def _dobbelt(data: Dataset, bruk: _Bruk, foerste: _Bruk, nummer: str) -> Hit:
    return Hit(
        f"sak {nummer} er to ulike saker: «{bruk.hva}» og «{foerste.hva}»",
        data.place(bruk.eier, *bruk.sti),
        (bruk.eier, nummer),
        related=(Related(data.place(foerste.eier, *foerste.sti), "", "nummeret er også brukt her"),),
        help="Gi den nyeste av dem neste ledige nummer: `ehelse sak renummerer SAK`. "
        "Er det samme sak, fjern «tittel» fra linjen på sakslisten.",
    )


def hull_i_numrene(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A number that nothing bears, between numbers that are used; one finding at the number after the gap."""
    for (forum, aar), numre in _numre(data).items():
        sikre = sorted(nummer for nummer, bruk in numre.items() if any(en.sikker for en in bruk))
        foerst = 1 if _aaret_er_kjent(data, forum, aar) else next(iter(sikre), 1)
        ventet = foerst
        for nummer in sikre:
            mangler = [nr for nr in range(ventet, nummer) if nr not in numre]
            if mangler:
                yield _hull(data, forum, aar, mangler, next(en for en in numre[nummer] if en.sikker))
            ventet = nummer + 1


def _hull(data: Dataset, forum: str, aar: int, mangler: list[int], etter: _Bruk) -> Hit:
    sakene = oppramsing(_skrevet(data, forum, aar, nr) for nr in mangler)
    return Hit(
        f"saksnummer {sakene} i {navn(data, forum, date(aar, 12, 31))} er ikke brukt",
        data.place(etter.eier, *etter.sti),
        (forum, str(aar), *map(str, mangler)),
        label="numrene hopper over noe før denne",
        help="Legg til saken som mangler. Ble den trukket, skal den stå på en saksliste med «utfall: trukket».",
    )


def _aaret_er_kjent(data: Dataset, forum: str, aar: int) -> bool:
    """Whether the tree claims to know all of the year, so that its numbers begin at 1."""
    aarshjul = data.aarshjul.get(f"aarshjul-{aar}")
    return aarshjul is not None and forum in aarshjul.forum


def _skrevet(data: Dataset, forum: str, aar: int, nummer: int) -> str:
    ordning = data.forum[forum].saksnummer
    return ordning.skriv(aar, nummer) if ordning else f"{nummer}/{aar}"


@remembered
def _numre(data: Dataset) -> _Numre:
    funnet: dict[tuple[str, int], dict[int, tuple[_Bruk, ...]]] = {}
    for forum, aar, nummer, bruk in (*_filene(data), *_linjene(data)):
        numre = funnet.setdefault((forum, aar), {})
        numre[nummer] = (*numre.get(nummer, ()), bruk)
    return funnet


def _filene(data: Dataset) -> Iterator[tuple[str, int, int, _Bruk]]:
    """The papers; one that is broken uses its number all the same."""
    for id_ in (*data.saker, *(id_ for id_ in data.broken if id_ in data.files and id_ not in data.saker)):
        forum = data.forum_of(id_) if data.files[id_].path.startswith("data/saker/") else ""
        treff = _ID.fullmatch(id_.removeprefix(f"{forum}-"))
        if treff and forum in data.forum:
            sak = data.saker.get(id_)
            bruk = _Bruk(id_, ("tittel",), sak.tittel or "" if sak else "", sikker=sak is not None)
            yield forum, int(treff["aar"]), int(treff["nummer"]), bruk


def _linjene(data: Dataset) -> Iterator[tuple[str, int, int, _Bruk]]:
    """The agenda lines; one that only refers to a paper adds nothing to say about it."""
    for linje in linjer(data):
        punkt = linje.punkt
        nummer = data.saksnummer(linje.forum, punkt.sak) if punkt.sak else None
        if nummer is not None:
            hva = punkt.tittel or (f"fast sak {punkt.fast}" if punkt.fast and linje.sak is None else "")
            sti: Path = ("saksliste", linje.nr, "sak")
            bruk = _Bruk(linje.moete.id, sti, hva, sikker=bool(punkt.tittel or punkt.fast))
            yield linje.forum, nummer.aar, nummer.nummer, bruk
