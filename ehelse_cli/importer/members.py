"""A list of members held against the council's file: what is new in it, and where the two disagree.

A row that is there is only filled out where it says nothing; what it says is never changed, since another organisation
or role is a new row (format), and another end of a term is a decision with a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Severity
from ehelse_cli.core.forum import Forum, Medlem
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i
from ehelse_cli.core.register import Medlemskap, gruppen_til, medlemskap
from ehelse_cli.importer.lookup import meant, near, some
from ehelse_cli.importer.member_rows import MemberRow, Reading
from ehelse_cli.importer.remark import Remarks
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Append, Change, Put
from ehelse_cli.rules.common import listing


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the council's file, with the days its term may be said to end on."""

    nr: int
    medlem: Medlem
    fra: date | None
    ends: frozenset[date]
    end_is_known: bool


@dataclass(frozen=True, slots=True)
class Members:
    """The rows of the sheet that are about members, and what they come to."""

    reading: Reading
    known: tuple[Known, ...]

    def changes(self, rows: Sequence[MemberRow]) -> tuple[Change, ...]:
        """Keys that get a value first, by the numbers the rows have; then the new rows, the last place first."""
        filled: list[Change] = []
        new: list[tuple[int, MemberRow]] = []
        for row in self._once(rows):
            known = self._row_of(row)
            if known is not None:
                filled += self._filled(row, known)
            elif self._is_whole(row):
                new.append((self._place(row), row))
        # Of two that come to the same place the last is put in first, so that they stand as in the sheet.
        placed = [one for _, one in sorted(enumerate(new), key=lambda one: (one[1][0], one[0]), reverse=True)]
        return (*filled, *(Append(("medlemmer",), self._value(row), self._before(place)) for place, row in placed))

    def _before(self, place: int) -> int | None:
        return place if place < len(self.reading.forum.medlemmer) else None

    def _once(self, rows: Sequence[MemberRow]) -> Iterator[MemberRow]:
        """The rows, but a person who begins twice on one day only the first time."""
        seen: dict[tuple[str, date | None], MemberRow] = {}
        for row in rows:
            first = seen.setdefault((self.reading.lookup.person(row.navn), row.fra), row)
            if first is row:
                yield row
            else:
                self.reading.error(
                    row.row, "navn", f"{row.navn} står også i rad {first.row.number}", "Ta bort den ene."
                )

    # --- a row that is there

    def _row_of(self, row: MemberRow) -> Known | None:
        """The file's row: the one that begins that day; without a day the only one, or the one who sits."""
        person = self.reading.lookup.person(row.navn)
        own = [one for one in self.known if self.reading.lookup.person(one.medlem.navn) == person]
        if row.fra is not None:
            return next((one for one in own if one.fra == row.fra or one.fra is None), None)
        return max(own, key=lambda one: (one.fra or date.min, one.nr), default=None)

    def _filled(self, row: MemberRow, known: Known) -> Iterator[Change]:
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

    def _group(self, row: MemberRow, known: Known) -> Iterator[Change]:
        own = self._group_of(known.medlem, known.fra)
        if row.gruppe and own and row.gruppe != own:
            self._differs(row, "gruppe", row.gruppe, own)
        elif row.gruppe and not own and row.gruppe != LEDERSETET:
            yield Put(("medlemmer", known.nr, "gruppe"), row.gruppe)

    def _appointed(self, row: MemberRow, known: Known) -> Iterator[Change]:
        has = known.medlem.oppnevnt
        if row.row.text("oppnevnt_av") and row.oppnevnt_av and has and has.av and row.oppnevnt_av != has.av:
            self._differs(row, "oppnevnt_av", row.oppnevnt_av, has.av)
        if row.row.text("oppnevnt") and row.oppnevnt and has and has.dato and row.oppnevnt != has.dato:
            self._differs(row, "oppnevnt", str(row.oppnevnt), str(has.dato))
        said = _appointment(row) if row.row.text("oppnevnt_av") or row.row.text("oppnevnt") else {}
        if said and has is None:
            yield Put(("medlemmer", known.nr, "oppnevnt"), said)

    def _end(self, row: MemberRow, known: Known) -> Iterator[Change]:
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

    def _another_end(self, row: MemberRow, known: Known) -> None:
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

    def _differs(self, row: MemberRow, key: str, said: str, has: str) -> None:
        self.reading.error(
            row.row,
            key,
            f"arket sier {said} om {row.navn}, filen sier {has}",
            "Er det en rettelse, rett filen. Er det noe nytt, skriv fra hvilken dag under «Fra».",
        )

    # --- a row that is new

    def _is_whole(self, row: MemberRow) -> bool:
        """Whether enough is said of somebody new; looks alike is told."""
        if row.fra is None and not self._tried(row, "fra", "periode"):
            self.reading.error(
                row.row,
                "fra",
                f"fra hvilken dag er {row.navn} medlem?",
                "Skriv den under «Fra», eller med --fra for alle.",
            )
        if row.gruppe is None and not self._tried(row, "gruppe") and not self._is_wrong(row, "virksomhet", "orgnr"):
            self._ask_for_group(row)
        alike = near(row.navn, (one.medlem.navn for one in self.known), 0.85)
        alike = tuple(one for one in alike if self.reading.lookup.person(one) != self.reading.lookup.person(row.navn))
        if alike:
            cell = row.row.cell("navn", "etternavn")
            self.reading.remarks.warn(cell, f"{row.navn} er ny{meant(alike)}", "Er det samme person, rett navnet.")
        return row.fra is not None

    def _tried(self, row: MemberRow, *keys: str) -> bool:
        """Whether there is something in the cells, or something wrong with them: then that has been told."""
        cells = [row.row.cells[key] for key in keys if key in row.row.cells]
        return any(cell.text for cell in cells) or self._is_wrong(row, *keys)

    def _is_wrong(self, row: MemberRow, *keys: str) -> bool:
        """Whether something in the cells could not be read."""
        cells = [row.row.cells[key] for key in keys if key in row.row.cells]
        return any(map(self.reading.remarks.has_error_at, cells))

    def _ask_for_group(self, row: MemberRow) -> None:
        """A seat is in a group; whose, when the mandate does not let it follow from the organisation."""
        mandate = self._mandate(row.fra)
        groups = [group.id for group in grupper_i(mandate)] if mandate else []
        if (
            groups
            and self._has_seat(row)
            and self._group_of_new(row) is None
            and row.rolle not in ("leder", "nestleder")
        ):
            self.reading.error(
                row.row, "gruppe", f"hvilken gruppe sitter {row.navn} for?", f"Mandatet har {listing(groups)}."
            )

    def _has_seat(self, row: MemberRow) -> bool:
        return row.rolle in (None, "leder", "nestleder", "medlem")

    def _group_of_new(self, row: MemberRow) -> str | None:
        """The group said, or what follows from the mandate: the organisation's own, or the only one to name it."""
        if row.gruppe is not None:
            return row.gruppe
        mandate = self._mandate(row.fra)
        if mandate is None or not self._has_seat(row):
            return None
        own = gruppen_til(_alone(row, None), mandate)
        return own or _only_group(self.reading.data, mandate, row.virksomhet)

    def _group_of(self, medlem: Medlem, fra: date | None) -> str | None:
        return gruppen_til(medlem, self._mandate(fra))

    def _mandate(self, fra: date | None) -> Mandat | None:
        return self.reading.data.mandat_for(self.reading.forum.id, fra or self.reading.dag)

    def _place(self, row: MemberRow) -> int:
        """After the last in the file who sits for the same group; else last."""
        group = self._group_of_new(row)
        same = [one.nr for one in self.known if group and self._group_of(one.medlem, one.fra) == group]
        return max(same) + 1 if same else len(self.reading.forum.medlemmer)

    def _value(self, row: MemberRow) -> Value:
        """The row as the file has them; a group is left out where it follows from the organisation or the office."""
        group = self._group_of_new(row)
        follows = group in (row.virksomhet, LEDERSETET)
        value: dict[str, Value | None] = {
            "navn": row.navn,
            "virksomhet": row.virksomhet,
            "gruppe": None if follows else group,
            "rolle": row.rolle if row.rolle != "medlem" else None,
            "stillingsnivaa": row.stillingsnivaa,
            "oppnevnt": _appointment(row) or None,
            "periode": self._period(row, group),
            "fratraadt": row.fratraadt.isoformat() if row.fratraadt else None,
            "egenskaper": list(row.egenskaper) or None,
            "kjoenn": row.kjoenn,
        }
        return {key: one for key, one in value.items() if one is not None}

    def _period(self, row: MemberRow, group: str | None) -> str:
        """The first day alone where the mandate gives the last one that the sheet says, or it says none."""
        if row.aapen:
            return f"{row.fra}/.."
        if row.til is None or row.til in (row.fratraadt, self._end_by_mandate(row, group)):
            return str(row.fra)
        return f"{row.fra}/{row.til}"

    def _end_by_mandate(self, row: MemberRow, group: str | None) -> date | None:
        """What the register makes of the row when it stands alone in a council of the same id."""
        if row.fra is None:
            return None
        alone = _alone(row, None if group == LEDERSETET else group)
        forum = self.reading.forum.model_copy(update={"medlemmer": (alone,)})
        fresh = Dataset(forum={forum.id: forum}, mandater=self.reading.data.mandater)
        return next((one.ordinaer_slutt for one in medlemskap(fresh, forum)), None)


def members(reading: Reading) -> Members:
    """With the rows of the council's file."""
    return Members(reading, tuple(_known(reading.data, reading.forum)))


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


def _alone(row: MemberRow, group: str | None) -> Medlem:
    """The row as a member of the file, as far as seats and terms ask."""
    return Medlem.model_validate(
        {"navn": row.navn, "rolle": row.rolle or "medlem"}
        | ({"virksomhet": row.virksomhet} if row.virksomhet else {})
        | ({"gruppe": group} if group else {})
        | ({"periode": str(row.fra)} if row.fra else {})
    )


def _only_group(data: Dataset, mandate: Mandat, organisation: str | None) -> str | None:
    """The one group whose organisations, or whose sets of them, the organisation is in."""
    named = [
        group.id
        for group in grupper_i(mandate)
        if organisation and any(organisation in data.medlemmer_av_sett(one) for one in group.virksomheter)
    ]
    return named[0] if len(named) == 1 else None


def _appointment(row: MemberRow) -> dict[str, Value]:
    said: dict[str, Value] = {"av": row.oppnevnt_av} if row.oppnevnt_av else {}
    return said | ({"dato": row.oppnevnt.isoformat()} if row.oppnevnt else {})


def not_in_sheet(reading: Reading, rows: Sequence[MemberRow], remarks: Remarks) -> None:
    """Those who sit by the file and are not in the sheet: told, and left as they are."""
    named = {reading.lookup.person(row.navn) for row in rows}
    seats = [one for one in medlemskap(reading.data, reading.forum) if one.sitter(reading.dag)]
    missing = [one.medlem.navn for one in seats if reading.lookup.person(one.medlem.navn) not in named]
    if missing:
        remarks.whole(
            Severity.MERKNAD,
            f"{len(missing)} som sitter i {reading.forum.id}, står ikke i arket: {some(missing)}",
            "De blir stående. Den som har gått ut, føres med `ehelse medlem avslutt`.",
        )
