"""PUB: is there anything about a person that does not belong in git? What is found is never quoted."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset, Fil
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.place import Location

#: Eight digits or more with little between them. Few files have any, and without a look behind this is a fast search.
_TETTE_SIFRE = re.compile(r"[0-9][0-9 ]{4}[0-9 -]{3}")
_ELLEVE_SIFRE = re.compile(r"(?<![0-9])[0-9]{6}[ -]?[0-9]{5}(?![0-9])")
_EPOST = re.compile(r"(?P<konto>[\w.+-]+)@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_MOBIL = re.compile(r"(?<![0-9])[49](?: ?[0-9]){7}(?! ?[0-9])")
_GRUPPERT = re.compile(r"[0-9]{3} [0-9]{2} [0-9]{3}")
_FOER_NUMMER = re.compile(r"(?:\+47|0047|tlf|tel|telefon|mobil|mob)[\w.:]{0,8} {0,2}$", re.IGNORECASE)
_NAVNEDEL = re.compile(r"[^\W\d_]{2,}")

#: Accounts that belong to an office, not to somebody.
_FELLES = frozenset(
    ["arkiv", "firmapost", "helse", "info", "kontakt", "noreply", "post", "postmottak", "presse", "raad", "sekretariat"]
)

_GIT = (
    "Det ligger fremdeles i historikken i git; er det publisert, er det et avvik som personvernombudet må få vite om."
)


@remembered
def _med_tette_sifre(data: Dataset) -> tuple[tuple[str, Fil], ...]:
    """The files that may hold a number of a person, by id."""
    return tuple((id_, fil) for id_, fil in data.files.items() if _TETTE_SIFRE.search(fil.text))


def foedselsnummer(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A birth number or D-number, wherever it stands."""
    for id_, fil in _med_tette_sifre(data):
        funnet = (treff for treff in _ELLEVE_SIFRE.finditer(fil.text) if er_foedselsnummer(treff[0]))
        for nr, treff in enumerate(funnet):
            yield Hit(
                "her står et fødselsnummer eller D-nummer",
                _sted(fil, treff),
                (id_, str(nr)),
                help=f"Ta det bort med en gang. {_GIT}",
            )


def er_foedselsnummer(tekst: str) -> bool:
    """Whether eleven digits are a birth number by date and check digits. The day today has no say in it."""
    # Few files have eleven digits in a row, and the library takes as long to load as the rules to run.
    from stdnum.exceptions import ValidationError
    from stdnum.no import fodselsnummer

    nummer = fodselsnummer.compact(tekst)
    siste = fodselsnummer.calc_check_digit1(nummer) + fodselsnummer.calc_check_digit2(nummer)
    if nummer[9:] != siste:
        return False
    try:
        fodselsnummer.get_birth_date(nummer)
    except ValidationError:
        return False
    return True


def maskert(tekst: str) -> str:
    """The text with dots for every birth number, so that a report never repeats one; nothing moves."""
    if not _TETTE_SIFRE.search(tekst):
        return tekst
    return _ELLEVE_SIFRE.sub(lambda treff: "•" * len(treff[0]) if er_foedselsnummer(treff[0]) else treff[0], tekst)


def kontaktopplysning(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The e-mail address or mobile number of a person; those of an office are no secret."""
    for id_, fil in data.files.items():
        if "@" in fil.text:
            personlige = (treff for treff in _EPOST.finditer(fil.text) if _er_personlig(treff["konto"]))
            yield from _kontakt(id_, fil, "e-postadressen", personlige)
    for id_, fil in _med_tette_sifre(data):
        yield from _kontakt(id_, fil, "mobilnummeret", filter(_er_mobilnummer, _MOBIL.finditer(fil.text)))


def _kontakt(id_: str, fil: Fil, hva: str, funnet: Iterable[re.Match[str]]) -> Iterator[Hit]:
    for nr, treff in enumerate(funnet):
        yield Hit(
            f"her står {hva} til en person",
            _sted(fil, treff),
            (id_, hva, str(nr)),
            help="Ta det bort. Trengs en kontakt, skriv sekretariatets felles postkasse.",
        )


def _er_mobilnummer(treff: re.Match[str]) -> bool:
    """Written in the way of mobile numbers, or after a word that says what it is."""
    start = treff.start()
    return bool(_GRUPPERT.fullmatch(treff[0]) or _FOER_NUMMER.search(treff.string, max(0, start - 24), start))


def _er_personlig(konto: str) -> bool:
    """`kari.moen` is somebody; `postmottak`, `nufa` and `post.nuit` are not."""
    deler = re.split(r"[._-]", konto.lower())
    return len(deler) > 1 and all(map(_NAVNEDEL.fullmatch, deler)) and not _FELLES.intersection(deler)


def _sted(fil: Fil, treff: re.Match[str]) -> Location:
    linje = fil.text.count("\n", 0, treff.start()) + 1
    start = treff.start() - (fil.text.rfind("\n", 0, treff.start()) + 1) + 1
    return Location(fil.path, linje, start, linje, start + len(treff[0]))
