"""The rows of a list of members, each cell read as what its column is to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ehelse_cli.core.forum import Rolle
from ehelse_cli.core.spraak import noark
from ehelse_cli.importer.ark.reading import Reading, first_name_first
from ehelse_cli.importer.ark.table import Row
from ehelse_cli.importer.ark.values import number, several, span, word

_ROLES = {"leiar": "leder", "nestleiar": "nestleder", "fast medlem": "medlem", "sekretaer": "sekretariat"}
_SUBSTITUTE = frozenset({"vara", "varamedlem", "stedfortreder", "personlig vara", "stedfortredar"})
_LEVELS = ("toppledelse", "ledelse", "fag")
_SEXES = {"k": "kvinne", "m": "mann", "kvinner": "kvinne", "menn": "mann"}
#: What the overview of members says of a term without a day that ends it, and of a seat that nobody holds.
_OPEN, _UNKNOWN, VACANT = "ingen slutt", "ikke kjent", "LEDIG"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What was said on the command line of every new row that says nothing of it itself."""

    fra: date | None = None
    oppnevnt_av: str | None = None
    oppnevnt: date | None = None


@dataclass(frozen=True, slots=True)
class Medlemsrad:
    """One person, as the sheet has it. `aapen`: the term is said to have no end. None: the sheet does not say."""

    row: Row
    navn: str
    virksomhet: str | None = None
    gruppe: str | None = None
    rolle: str | None = None
    fra: date | None = None
    til: date | None = None
    aapen: bool = False
    oppnevnt_av: str | None = None
    oppnevnt: date | None = None
    fratraadt: date | None = None
    egenskaper: tuple[str, ...] = ()
    stillingsnivaa: str | None = None
    kjoenn: str | None = None
    vara_for: str | None = None
    nr: int | None = None
    stedfortredere: tuple[str, ...] = ()

    @property
    def is_substitute(self) -> bool:
        """Whether the row is about somebody who stands in for a member or a group."""
        return self.vara_for is not None


def medlemsrader(reading: Reading, defaults: Defaults) -> Iterator[Medlemsrad]:
    """Every row that is about a person; what is wrong with the others is a remark."""
    for row in reading.table.rows:
        name = reading.name(row)
        if name.startswith(VACANT):
            continue
        if not name:
            reading.error(row, "navn", "raden sier ikke hvem den gjelder", "Skriv navnet, eller ta bort raden.")
        elif "," in name:
            reading.error(
                row, "navn", f"«{name}» har et komma", f"Skal det stå «{first_name_first(name)}»? Rett cella."
            )
        elif _is_heading(row):
            reading.error(row, "navn", f"raden sier bare «{name}»", "Er det en mellomtittel, ta den bort.")
        else:
            yield _read(reading, row, name, defaults)


def _is_heading(row: Row) -> bool:
    filled = [key for key, cell in row.cells.items() if cell.text]
    return len(filled) == 1 and filled[0] in ("navn", "fornavn", "etternavn") and len(row.cells) > 2


def _read(reading: Reading, row: Row, name: str, defaults: Defaults) -> Medlemsrad:
    fra, til, aapen = _term(reading, row)
    rolle, is_substitute = _role(reading, row)
    fra = fra or defaults.fra
    if is_substitute and not row.text("vara_for"):
        reading.error(
            row, "vara_for", f"hvem er {name} stedfortreder for?", "Skriv navnet eller gruppen under «Vara for»."
        )
    return Medlemsrad(
        row,
        name,
        reading.organisation(row),
        _group(reading, row, fra),
        rolle,
        fra,
        til,
        aapen,
        reading.who(row, "oppnevnt_av", reading.lookup.appointer) or defaults.oppnevnt_av,
        reading.day(row, "oppnevnt") or defaults.oppnevnt,
        reading.day(row, "fratraadt"),
        tuple(noark(one).replace(" ", "_") for one in several(row.cells["egenskaper"].text))
        if row.text("egenskaper")
        else (),
        reading.read(row, "stillingsnivaa", lambda text: word(text, _LEVELS, {})),
        reading.read(row, "kjoenn", lambda text: word(text, ("kvinne", "mann"), _SEXES)),
        row.text("vara_for") or None,
        reading.read(row, "nr", number),
        several(row.cells["stedfortreder"].text) if row.text("stedfortreder") else (),
    )


def _term(reading: Reading, row: Row) -> tuple[date | None, date | None, bool]:
    """First day, last day, and whether it is said that there is none."""
    fra, til, aapen = reading.day(row, "fra"), None, row.text("til").casefold() == _OPEN
    if row.text("til").casefold() not in ("", _OPEN, _UNKNOWN):
        til = reading.day(row, "til")
    if not row.text("fra"):
        # Beside a first day of its own it is what the overview shows there: how much of the term is gone.
        both = reading.read(row, "periode", lambda text: span(text, reading.remarks.sheet.epoch))
        fra, til = both and both[0], (both and both[1]) or til
    if fra and til and til < fra:
        reading.error(row, "til" if row.text("til") else "periode", "perioden slutter før den begynner")
    return fra, til, aapen


def _role(reading: Reading, row: Row) -> tuple[str | None, bool]:
    """The role as the format has it; and whether the word there says that it is a substitute."""
    if noark(row.text("rolle")) in _SUBSTITUTE:
        return None, True
    return reading.read(row, "rolle", lambda text: word(text, get_args(Rolle), _ROLES)), False


def _group(reading: Reading, row: Row, fra: date | None) -> str | None:
    """The group of seats, under the mandate of the first day."""
    mandate = reading.data.mandat_for(reading.forum.id, fra or reading.dag)
    if not row.text("gruppe") or row.text("gruppe") == "uten gruppe" or mandate is None:
        return None
    return reading.who(row, "gruppe", lambda text: reading.lookup.group(text, mandate, fra or reading.dag))
