"""The rows that are in the council's file already: which of them the sheet means, and where the two disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem
from ehelse_cli.core.mandat import LEDERSETET, Mandat
from ehelse_cli.core.register import Medlemskap, gruppen_til, medlemskap
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.medlemmer.rader import Medlemsrad
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Change, Put


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the council's file, with the days its term may be said to end on."""

    nr: int
    medlem: Medlem
    fra: date | None
    ends: frozenset[date]
    end_is_known: bool


@dataclass(frozen=True, slots=True)
class KjenteRader:
    """The rows of the file, and what the sheet was read with."""

    reading: Reading
    rows: tuple[Known, ...]

    def row_of(self, row: Medlemsrad) -> Known | None:
        """The file's row: the one that begins that day; without a day the only one, or the one who sits."""
        person = self.reading.lookup.person(row.navn)
        own = [one for one in self.rows if self.reading.lookup.person(one.medlem.navn) == person]
        if row.fra is not None:
            return next((one for one in own if one.fra == row.fra or one.fra is None), None)
        return max(own, key=lambda one: (one.fra or date.min, one.nr), default=None)

    def filled(self, row: Medlemsrad, known: Known) -> Iterator[Change]:
        """The keys that the file lacks; a remark where it has another value."""
        medlem, at = known.medlem, ("medlemmer", known.nr)
        for key, said, has in (
            ("virksomhet", row.virksomhet, medlem.virksomhet),
            ("rolle", row.rolle if row.rolle != "medlem" else None, None if medlem.rolle == "medlem" else medlem.rolle),
            ("stillingsnivaa", row.stillingsnivaa, medlem.stillingsnivaa),
            ("kjoenn", row.kjoenn, medlem.kjoenn),
        ):
            if (said and has and said != has) or (key == "rolle" and said and not has):
                self._differs(row, key, str(said), str(has or "medlem"))
            elif said and not has:
                yield Put((*at, key), said)
        yield from self._group(row, known)
        yield from self._appointed(row, known)
        yield from self._end(row, known)
        lacking = [one for one in row.egenskaper if one not in medlem.egenskaper]
        if lacking:
            yield Put((*at, "egenskaper"), [*medlem.egenskaper, *lacking])

    def _group(self, row: Medlemsrad, known: Known) -> Iterator[Change]:
        own = group_of(self.reading, known.medlem, known.fra)
        if row.gruppe and own and row.gruppe != own:
            self._differs(row, "gruppe", row.gruppe, own)
        elif row.gruppe and not own and row.gruppe != LEDERSETET:
            yield Put(("medlemmer", known.nr, "gruppe"), row.gruppe)

    def _appointed(self, row: Medlemsrad, known: Known) -> Iterator[Change]:
        has = known.medlem.oppnevnt
        if row.row.text("oppnevnt_av") and row.oppnevnt_av and has and has.av and row.oppnevnt_av != has.av:
            self._differs(row, "oppnevnt_av", row.oppnevnt_av, has.av)
        if row.row.text("oppnevnt") and row.oppnevnt and has and has.dato and row.oppnevnt != has.dato:
            self._differs(row, "oppnevnt", str(row.oppnevnt), str(has.dato))
        said = appointment(row) if row.row.text("oppnevnt_av") or row.row.text("oppnevnt") else {}
        if said and has is None:
            yield Put(("medlemmer", known.nr, "oppnevnt"), said)

    def _end(self, row: Medlemsrad, known: Known) -> Iterator[Change]:
        """The last day: filled in where nobody knew it, else the same, or a decision somebody has to enter."""
        left = known.medlem.fratraadt
        if row.fratraadt and left and row.fratraadt != left:
            self._differs(row, "fratraadt", str(row.fratraadt), str(left))
        elif row.fratraadt and not left:
            yield Put(("medlemmer", known.nr, "fratraadt"), row.fratraadt.isoformat())
        if row.til is None or row.til in known.ends or row.til == row.fratraadt:
            return
        if not known.end_is_known and known.fra is not None:
            yield Put(("medlemmer", known.nr, "periode"), f"{known.fra}/{row.til}")
            return
        self._another_end(row, known)

    def _another_end(self, row: Medlemsrad, known: Known) -> None:
        last = max(known.ends, default=None)
        forum, navn = self.reading.forum.id, known.medlem.navn
        do = (
            f'forny {forum} "{navn}" --til'
            if last and row.til and row.til > last
            else f'avslutt {forum} "{navn}" --dato'
        )
        self.reading.error(
            row.row,
            "til" if row.row.text("til") else "periode",
            f"arket sier at {navn} går ut {row.til}, filen sier {last or 'ingen slutt'}",
            f"Rett cella, eller før vedtaket med `ehelse medlem {do} {row.til}` først.",
        )

    def _differs(self, row: Medlemsrad, key: str, said: str, has: str) -> None:
        self.reading.error(
            row.row,
            key,
            f"arket sier {said} om {row.navn}, filen sier {has}",
            "Er det en rettelse, rett filen. Er det noe nytt, skriv fra hvilken dag under «Fra».",
        )


def kjente_rader(reading: Reading) -> KjenteRader:
    """The rows of the council's file."""
    return KjenteRader(reading, tuple(_known(reading.data, reading.forum)))


def mandate_of(reading: Reading, fra: date | None) -> Mandat | None:
    """The mandate that a row begins under."""
    return reading.data.mandat_for(reading.forum.id, fra or reading.dag)


def group_of(reading: Reading, medlem: Medlem, fra: date | None) -> str | None:
    """The group that a row of the file sits for."""
    return gruppen_til(medlem, mandate_of(reading, fra))


def appointment(row: Medlemsrad) -> dict[str, Value]:
    """Who appointed, and when, as far as the sheet says."""
    said: dict[str, Value] = {"av": row.oppnevnt_av} if row.oppnevnt_av else {}
    return said | ({"dato": row.oppnevnt.isoformat()} if row.oppnevnt else {})


def _known(data: Dataset, forum: Forum) -> Iterator[Known]:
    seats = {one.nr: one for one in medlemskap(data, forum)}
    for nr, medlem in enumerate(forum.medlemmer):
        fra = medlem.periode.fra if medlem.periode else None
        yield Known(nr, medlem, fra, _ends(medlem, seats.get(nr)), _end_is_known(medlem, seats.get(nr)))


def _ends(medlem: Medlem, seat: Medlemskap | None) -> frozenset[date]:
    """Every day that may be called the end: of the term, of an extension, of the membership."""
    days = [seat.ordinaer_slutt, seat.siste_dag] if seat else [medlem.periode.til if medlem.periode else None]
    return frozenset(one for one in (*days, medlem.fratraadt, *(row.til for row in medlem.forlenget)) if one)


def _end_is_known(medlem: Medlem, seat: Medlemskap | None) -> bool:
    if seat is not None:
        return seat.slutt_er_kjent
    return medlem.periode is not None and medlem.periode.ende != "fra_mandat"
