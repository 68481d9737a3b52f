"""The rows of a list of who came to a meeting: who each is about, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ehelse_cli.core.finding import Severity
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.ark.sheet import Cell
from ehelse_cli.importer.ark.table import Row
from ehelse_cli.importer.ark.values import JA, NEI, clock, word, yes

Status = Literal["der", "forfall", "vara", "tomt"]
#: What an empty cell means, by what was said of it.
_EMPTY: Mapping[str, Status] = {"moette": "der", "forfall": "forfall", "ukjent": "tomt"}
#: The sections of the minutes (core/moete.py) that a word may put somebody in.
SECTIONS = ("medlemmer", "observatoerer", "bisittere", "sekretariat", "inviterte")
_SECTION_OF = {
    **dict.fromkeys(("medlem", "leder", "nestleder", "vara", "varamedlem", "stedfortreder"), "medlemmer"),
    **dict.fromkeys(("observatoer", "observatoerer"), "observatoerer"),
    **dict.fromkeys(("bisitter", "bisittere"), "bisittere"),
    **dict.fromkeys(("sekretariat", "sekretariatet", "sekretaer", "referent"), "sekretariat"),
    **dict.fromkeys(("invitert", "inviterte", "gjest", "innleder", "foredragsholder"), "inviterte"),
}
_DIGITAL = frozenset(("digitalt", "digital", "teams", "på teams", "via teams", "video", "på video"))
_AWAY = NEI | {"forfall", "fravær", "frafall", "meldt forfall", "ikke møtt", "ikke til stede", "borte"}
_REPLACED = frozenset(("vara", "stedfortreder", "vara møtte", "stedfortreder møtte", "møtte med vara", "pva", "v"))


@dataclass(frozen=True, slots=True)
class Fremmoeterad:
    """One row. `vara` came in the person's place; `registrert` only stands beside, and may have come or not."""

    row: Row
    navn: str
    virksomhet: str | None
    seksjon: str | None
    status: Status
    vara: str = ""
    registrert: str = ""
    vara_for: str = ""
    fra: str | None = None
    til: str | None = None
    fom_sak: str | None = None
    tom_sak: str | None = None
    digitalt: bool = False

    @property
    def all_of_it(self) -> bool:
        """Whether nothing is said of coming later or going before."""
        return not (self.fra or self.til or self.fom_sak or self.tom_sak)

    @property
    def times(self) -> dict[str, str]:
        """From when, until when, and whether from afar, as the minutes have it."""
        said = {
            "fra": self.fra,
            "til": self.til,
            "fom_sak": self.fom_sak,
            "tom_sak": self.tom_sak,
            "digitalt": "ja" if self.digitalt else None,
        }
        return {key: one for key, one in said.items() if one}


def attendance_rows(reading: Reading, empty_means: str | None) -> Iterator[Fremmoeterad]:
    """Every row that is about somebody."""
    if "moeter" in reading.table.headings:
        reading.remarks.whole(
            Severity.FEIL,
            "tallene i listen gjelder flere møter",
            "Den er en oversikt. `ehelse importer fremmoete MØTE --mal` lager en liste for ett møte.",
        )
        return
    if reading.table.rows and not {"moette", "forfall", "vara_moette"} & reading.table.headings.keys():
        first = reading.table.rows[0]
        reading.remarks.error(
            Cell(first.number - 1, 1),
            "listen sier ikke hvem som møtte",
            "Lag en kolonne «Møtte» med ja, forfall eller vara. `ehelse importer fremmoete MØTE --mal` lager en liste.",
        )
        return
    for row in reading.table.rows:
        if reading.name(row) or row.text("virksomhet") or row.text("orgnr"):
            yield _read(reading, row, empty_means)
        else:
            reading.error(row, "navn", "raden sier ikke hvem den gjelder", "Skriv navnet, eller ta bort raden.")


def _read(reading: Reading, row: Row, empty_means: str | None) -> Fremmoeterad:
    said = row.text("form")
    digital = bool(reading.read(row, "form", yes)) if said and said.casefold() not in _DIGITAL else bool(said)
    role = reading.read(row, "rolle", lambda text: word(text, tuple(_SECTION_OF), {}))
    return Fremmoeterad(
        row,
        reading.name(row),
        reading.organisation(row),
        _SECTION_OF[role] if role else None,
        _status(reading, row, empty_means),
        row.text("vara_moette"),
        row.text("stedfortreder"),
        row.text("vara_for"),
        reading.read(row, "fra_kl", clock),
        reading.read(row, "til_kl", clock),
        reading.read(row, "fom_sak", lambda text: _case(reading, text)),
        reading.read(row, "tom_sak", lambda text: _case(reading, text)),
        digital or row.text("moette").casefold() in _DIGITAL,
    )


def _case(reading: Reading, text: str) -> str:
    """The case's number, as the council writes them.

    Raises:
        ValueError: if it is none.
    """
    if reading.data.sak_id(reading.forum.id, text) is None:
        raise ValueError(f"«{text}» er ikke et saksnummer i {reading.forum.id}")
    return text


def _status(reading: Reading, row: Row, empty_means: str | None) -> Status:
    """By the one column or the other; they must agree, and nothing is made of an empty cell unless that is said."""
    came, away = _came(reading, row), _away(reading, row)
    if came == "der" and away:
        reading.error(row, "forfall", "raden sier både møtt og forfall", "La den ene stå.")
    if came != "tomt" or row.text("moette"):
        return came
    if away or row.text("vara_moette"):
        return "vara" if row.text("vara_moette") else "forfall"
    if empty_means is None:
        key = "moette" if "moette" in row.cells else "forfall"
        who = reading.name(row) or row.text("virksomhet") or row.text("orgnr")
        reading.error(
            row,
            key,
            f"det står ikke om {who} møtte",
            "Skriv ja, forfall eller vara. Betyr tomt alltid det samme, si det: --tomt forfall, moette eller ukjent.",
        )
        return "tomt"
    return _EMPTY[empty_means]


def _came(reading: Reading, row: Row) -> Status:
    said = row.text("moette").casefold()
    if said in JA or said in _DIGITAL or said in {"fysisk", "møtte selv", "selv"}:
        return "der"
    if said in _AWAY:
        return "forfall"
    if said in _REPLACED:
        return "vara"
    if said:
        reading.error(row, "moette", f"«{row.text('moette')}» sier ikke om noen møtte", "Skriv ja, forfall eller vara.")
    return "tomt"


def _away(reading: Reading, row: Row) -> bool:
    """Whether the column of those who sent word says so; a word of its own there is yes."""
    if row.text("forfall").casefold() in _AWAY - NEI:
        return True
    return bool(reading.read(row, "forfall", yes))
