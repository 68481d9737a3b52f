"""Who came, as lines of the minutes: each row matched with a member, a substitute or a guest; in doubt it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ehelse_cli.core.forum import Medlem, Stedfortreder
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap, Register
from ehelse_cli.importer.attendance_rows import AttendanceRow
from ehelse_cli.importer.lookup import meant, near
from ehelse_cli.importer.member_rows import Reading, first_name_first
from ehelse_cli.load.composed import Value
from ehelse_cli.rules.common import listing

_BY_ROLE = {"observatoer": "observatoerer", "bisitter": "bisittere", "sekretariat": "sekretariat"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the attendance: its section, who, for whom, and when."""

    seksjon: str
    navn: str
    row: AttendanceRow
    for_: str | None = None
    virksomhet: str | None = None

    @property
    def value(self) -> Value:
        """As the file has it; a name alone where there is no more to say."""
        value: dict[str, Value] = {"navn": self.navn}
        value |= {"virksomhet": self.virksomhet} if self.virksomhet else {}
        value |= {"for": self.for_} if self.for_ else {}
        value |= self.row.times if self.seksjon != "forfall" else {}
        return value if len(value) > 1 else self.navn


@dataclass(frozen=True)  # what is asked for at every row is kept
class Attendance:
    """The rows of the sheet against the council on the day of the meeting; None: nobody knows who sat then."""

    reading: Reading
    moete: Moete
    register: Register | None

    def lines(self, rows: Sequence[AttendanceRow]) -> tuple[Line, ...]:
        """The members in the register's order, then the others in the sheet's; one stood in for is not away too."""
        made = [line for row in rows for line in self._lines(row)]
        self._refuse_two_in_one_seat(made)
        replaced = {self._person(line.for_) for line in made if line.seksjon == "medlemmer" and line.for_}
        kept = [one for one in made if not (one.seksjon == "forfall" and self._person(one.navn) in replaced)]
        order = {self._person(one.medlem.navn): nr for nr, one in enumerate(self.seats)}
        return tuple(sorted(kept, key=lambda one: order.get(self._person(one.for_ or one.navn), len(order))))

    # --- who is meant

    @cached_property
    def seats(self) -> tuple[Medlemskap, ...]:
        """Those who hold a seat that day, and a leader who leads without one."""
        return (*self.register.medlemmer, *self.register.uten_sete) if self.register else ()

    @cached_property
    def _by_person(self) -> dict[str, Medlem]:
        return {self._person(one.medlem.navn): one.medlem for one in self.seats}

    def _person(self, name: str | None) -> str:
        return self.reading.lookup.person(name or "")

    def _member(self, row: AttendanceRow) -> Medlem | None:
        """By name; without one, the only member from there."""
        if row.navn:
            return self._by_person.get(self._person(row.navn))
        own = [one.medlem for one in self.seats if one.medlem.virksomhet == row.virksomhet and row.virksomhet]
        if len(own) > 1:
            names = listing((one.navn for one in own), "eller")
            self._error(row, "virksomhet", f"{row.virksomhet} har {len(own)} medlemmer", f"Skriv navnet: {names}.")
        elif row.virksomhet and not own:
            self._error(row, "virksomhet", f"{row.virksomhet} har ingen medlemmer i møtet", "Skriv hvem det gjelder.")
        return own[0] if len(own) == 1 else None

    # --- from a row to lines

    def _lines(self, row: AttendanceRow) -> Iterator[Line]:
        if row.seksjon not in (None, "medlemmer"):
            yield from self._guest(row, str(row.seksjon))
        elif row.vara_for:
            yield from self._substitute(row, row.vara_for)
        elif (member := self._member(row)) is not None:
            yield from self._seat(row, member)
        elif row.navn:
            yield from self._other(row)

    def _seat(self, row: AttendanceRow, member: Medlem) -> Iterator[Line]:
        if row.virksomhet and member.virksomhet and row.virksomhet != member.virksomhet:
            cell = row.row.cell("virksomhet", "orgnr")
            self.reading.remarks.warn(
                cell, f"arket sier {row.virksomhet} om {member.navn}, filen sier {member.virksomhet}"
            )
        if row.status == "der" and row.vara:
            self._error(row, "vara_moette", f"raden sier både at {member.navn} møtte og {row.vara}", "La den ene stå.")
        elif row.status == "der":
            yield Line("medlemmer", self._name(member.navn), row)
        elif row.status == "vara" or row.vara:
            name = row.vara or row.registrert or self._registered(row, member)
            if name:
                yield Line("medlemmer", name, row, self._name(member.navn), self._from(row, name, member))
        elif row.status == "forfall":
            self._ask_of_substitute(row)
            yield Line("forfall", self._name(member.navn), row)

    def _ask_of_substitute(self, row: AttendanceRow) -> None:
        """A substitute named beside one who was away may have come, or only be the one who would have."""
        if row.registrert and "vara_moette" not in row.row.cells:
            self._error(
                row,
                "stedfortreder",
                f"møtte {row.registrert} i stedet?",
                "Skriv «vara» under «Møtte» hvis ja. Ellers tøm cella, eller lag en kolonne «Vara som møtte».",
            )

    def _registered(self, row: AttendanceRow, member: Medlem) -> str | None:
        """The only one registered for the member that day.

        A remark where there is none, or several: which of them came, nobody but the writer knows.
        """
        own = [one.navn for one in self._substitutes if self._person(one.for_) == self._person(member.navn)]
        if len(own) == 1:
            return own[0]
        who = f"Det kan være {listing(own, 'eller')}." if own else "Ingen er registrert."
        self._error(row, "moette", f"hvem møtte for {member.navn}?", f"Skriv navnet under «Vara som møtte». {who}")
        return None

    def _from(self, row: AttendanceRow, name: str, member: Medlem) -> str | None:
        """The organisation of a substitute with a row of their own whom no register has; where it is another's."""
        known = any(self._person(one.navn) == self._person(name) for one in self._substitutes)
        own = self._person(row.navn) == self._person(name)
        return row.virksomhet if own and not known and row.virksomhet != member.virksomhet else None

    def _substitute(self, row: AttendanceRow, said: str) -> Iterator[Line]:
        member = self._by_person.get(self._person(said))
        if member is None and self.register is not None:
            names = near(said, (one.medlem.navn for one in self.seats))
            self._error(row, "vara_for", f"«{said}» er ikke medlem den dagen{meant(names)}", "Rett cella.")
        elif not row.navn:
            self._error(row, "navn", f"hvem møtte for {said}?", "Skriv navnet.")
        elif row.status in ("der", "vara"):
            for_ = self._name(member.navn) if member else said
            yield Line(
                "medlemmer", row.navn, row, for_, self._from(row, row.navn, member) if member else row.virksomhet
            )
        elif row.status == "forfall":
            yield Line("forfall", row.navn, row, self._name(member.navn) if member else said)

    def _other(self, row: AttendanceRow) -> Iterator[Line]:
        """One who holds no seat: a registered substitute, one who attends by the council's file, or nobody we know."""
        own = [one for one in self._substitutes if self._person(one.navn) == self._person(row.navn)]
        for_ = [self._by_person[self._person(one.for_)] for one in own if self._person(one.for_) in self._by_person]
        section = self._attends(row)
        if own and row.status == "forfall":
            return  # a substitute nobody called is not absent
        if len(own) == 1 and len(for_) == 1:
            yield from self._substitute(row, for_[0].navn)
        elif own:
            groups = listing((one.for_ for one in own), "og")
            self._error(
                row,
                "navn",
                f"{row.navn} er stedfortreder for {groups}",
                "Skriv under «Vara for» hvem det var denne gangen.",
            )
        elif section is not None:
            yield from self._guest(row, section)
        elif self.register is None:
            yield from self._unmatched(row)
        elif row.status != "tomt":
            self._ask_who(row)

    def _unmatched(self, row: AttendanceRow) -> Iterator[Line]:
        """As the source has it, where nobody knows who the members were."""
        if row.status == "der":
            yield Line("medlemmer", row.navn, row, None, row.virksomhet)
        elif row.status == "forfall":
            yield Line("forfall", row.navn, row)
        elif row.status == "vara" and (row.vara or row.registrert):
            yield Line("medlemmer", row.vara or row.registrert, row, row.navn)

    def _ask_who(self, row: AttendanceRow) -> None:
        people = (*(one.medlem.navn for one in self.seats), *(one.navn for one in self._substitutes))
        names = near(first_name_first(row.navn), people)
        own = [one.medlem.navn for one in self.seats if row.virksomhet and one.medlem.virksomhet == row.virksomhet]
        if names:
            help_ = "Rett navnet. For en gjest skriver du under «Rolle» hva de var."
        elif own:
            help_ = (
                f"Var det for {listing(own, 'eller')}, skriv det under «Vara for». Ellers hva de var, under «Rolle»."
            )
        else:
            help_ = "Skriv under «Rolle»: observatør, bisitter, sekretariat eller invitert."
        message = f"«{row.navn}» er verken medlem eller stedfortreder den dagen{meant(names)}"
        self._error(row, "navn", message, help_)

    def _guest(self, row: AttendanceRow, section: str) -> Iterator[Line]:
        """One without a seat: there, or not worth a line."""
        if row.status == "der" and row.navn:
            yield Line(section, self._name(row.navn), row, row.vara_for or None, row.virksomhet)

    def _attends(self, row: AttendanceRow) -> str | None:
        """The section of one who attends by the council's file."""
        own = [one for one in self.reading.forum.medlemmer if self._person(one.navn) == self._person(row.navn)]
        return next((_BY_ROLE[one.rolle] for one in own if one.rolle in _BY_ROLE), None)

    def _refuse_two_in_one_seat(self, lines: Sequence[Line]) -> None:
        """Two who sat in one seat all the time: one of them sat beside."""
        first: dict[str, Line] = {}
        for line in lines:
            if line.seksjon != "medlemmer" or not line.row.all_of_it:
                continue
            seat = self._person(line.for_ or line.navn)
            other = first.setdefault(seat, line)
            if other is not line and other.row.row.number == line.row.row.number:
                continue
            if other is not line:
                self._error(
                    line.row,
                    "navn",
                    f"{line.navn} og {other.navn} (rad {other.row.row.number}) sitter i samme sete",
                    "Ta bort den ene, skriv fra og til når, eller skriv «bisitter» under «Rolle».",
                )

    # --- what the register has

    @cached_property
    def _substitutes(self) -> tuple[Stedfortreder, ...]:
        return self.register.stedfortredere if self.register else ()

    def _name(self, name: str) -> str:
        """As the person was called that day."""
        own = (one for one in self.reading.data.personer if one.navn == name and self.moete.tid.dato < one.byttet)
        return next((one.tidligere for one in own), name)

    def _error(self, row: AttendanceRow, key: str, message: str, help: str = "") -> None:
        self.reading.error(row.row, key if key in row.row.cells else "navn", message, help)
