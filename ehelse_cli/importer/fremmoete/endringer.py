"""Who came, as lines of the minutes: each row matched with a member, a substitute or a guest; in doubt it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ehelse_cli.core.forum import Medlem
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.importer.ark.values import several
from ehelse_cli.importer.fremmoete.rader import Fremmoeterad
from ehelse_cli.importer.fremmoete.seter import Seats
from ehelse_cli.importer.lookup import meant, near
from ehelse_cli.load.composed import Value


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the attendance: its section, who, for whom, and when."""

    seksjon: str
    navn: str
    row: Fremmoeterad
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


@dataclass(frozen=True, slots=True)
class Fremmoeteendring:
    """The rows of the sheet against the seats of the day."""

    seats: Seats

    def lines(self, rows: Sequence[Fremmoeterad]) -> tuple[Line, ...]:
        """The members in the register's order, then the others in the sheet's; one stood in for is not away too."""
        made = [line for row in rows for line in self._lines(row)]
        self._refuse_two_in_one_seat(made)
        replaced = {self.seats.person(line.for_) for line in made if line.seksjon == "medlemmer" and line.for_}
        kept = [one for one in made if not (one.seksjon == "forfall" and self.seats.person(one.navn) in replaced)]
        order = {self.seats.person(one.medlem.navn): nr for nr, one in enumerate(self.seats.held)}
        return tuple(sorted(kept, key=lambda one: order.get(self.seats.person(one.for_ or one.navn), len(order))))

    def _lines(self, row: Fremmoeterad) -> Iterator[Line]:
        if row.seksjon not in (None, "medlemmer"):
            yield from self._guest(row, str(row.seksjon))
        elif row.vara_for:
            yield from self._substitute(row, row.vara_for)
        elif (member := self.seats.member(row)) is not None:
            yield from self._seat(row, member)
        elif row.navn:
            yield from self._other(row)

    def _seat(self, row: Fremmoeterad, member: Medlem) -> Iterator[Line]:
        if row.virksomhet and member.virksomhet and row.virksomhet != member.virksomhet:
            cell = row.row.cell("virksomhet", "orgnr")
            message = f"arket sier {row.virksomhet} om {member.navn}, filen sier {member.virksomhet}"
            self.seats.reading.remarks.warn(cell, message)
        if row.status == "der" and row.vara:
            self.seats.error(
                row, "vara_moette", f"raden sier både at {member.navn} møtte og {row.vara}", "La den ene stå."
            )
        elif row.status == "der":
            yield Line("medlemmer", self.seats.name(member.navn), row)
        elif row.status == "vara" or row.vara:
            name = self._instead(row, member)
            if name:
                yield Line("medlemmer", name, row, self.seats.name(member.navn), self.seats.origin(row, name, member))
        elif row.status == "forfall":
            self._ask_of_substitute(row)
            yield Line("forfall", self.seats.name(member.navn), row)

    def _instead(self, row: Fremmoeterad, member: Medlem) -> str | None:
        """Who came instead: the one who is named, the only one named beside, or the only one registered."""
        beside = several(row.registrert)
        name = row.vara or (beside[0] if len(beside) == 1 else None) or self.seats.registered(row, member)
        if name and "," in name:
            self.seats.error(row, "vara_moette", f"«{name}» har et komma", "Skriv fornavnet først, og én på hver rad.")
            return None
        if name:
            self.seats.tell_if_alike(row, name)
        return name

    def _ask_of_substitute(self, row: Fremmoeterad) -> None:
        """A substitute named beside one who was away may have come, or only be the one who would have."""
        if row.registrert and "vara_moette" not in row.row.cells:
            self.seats.error(
                row,
                "stedfortreder",
                f"møtte {row.registrert} i stedet?",
                "Skriv «vara» under «Møtte» hvis ja. Ellers tøm cella, eller lag en kolonne «Vara som møtte».",
            )

    def _substitute(self, row: Fremmoeterad, said: str) -> Iterator[Line]:
        member = self.seats.by_person.get(self.seats.person(said))
        if member is None and self.seats.register is not None:
            names = near(said, (one.medlem.navn for one in self.seats.held))
            self.seats.error(row, "vara_for", f"«{said}» er ikke medlem den dagen{meant(names)}", "Rett cella.")
        elif not row.navn:
            self.seats.error(row, "navn", f"hvem møtte for {said}?", "Skriv navnet.")
        elif row.status in ("der", "vara"):
            self.seats.tell_if_alike(row, row.navn)
            for_ = self.seats.name(member.navn) if member else said
            where = self.seats.origin(row, row.navn, member) if member else row.virksomhet
            yield Line("medlemmer", row.navn, row, for_, where)
        elif row.status == "forfall":
            yield Line("forfall", row.navn, row, self.seats.name(member.navn) if member else said)

    def _other(self, row: Fremmoeterad) -> Iterator[Line]:
        """One who holds no seat: a registered substitute, one who attends by the file, or nobody we know."""
        own = [one for one in self.seats.substitutes if self.seats.person(one.navn) == self.seats.person(row.navn)]
        for_ = [
            self.seats.by_person[self.seats.person(one.for_)]
            for one in own
            if self.seats.person(one.for_) in self.seats.by_person
        ]
        section = self.seats.attends(row)
        if own and row.status == "forfall":
            return  # a substitute nobody called is not absent
        if len(own) == 1 and len(for_) == 1:
            yield from self._substitute(row, for_[0].navn)
        elif own:
            groups = oppramsing((one.for_ for one in own), "og")
            self.seats.error(
                row,
                "navn",
                f"{row.navn} er stedfortreder for {groups}",
                "Skriv under «Vara for» hvem det var denne gangen.",
            )
        elif section is not None:
            yield from self._guest(row, section)
        elif self.seats.register is None:
            yield from self._unmatched(row)
        elif row.status != "tomt":
            self.seats.ask_who(row)

    def _unmatched(self, row: Fremmoeterad) -> Iterator[Line]:
        """As the source has it, where nobody knows who the members were."""
        if row.status == "der":
            yield Line("medlemmer", row.navn, row, None, row.virksomhet)
        elif row.status == "forfall":
            yield Line("forfall", row.navn, row)
        elif row.status == "vara":
            beside = several(row.vara or row.registrert)
            if len(beside) == 1:
                yield Line("medlemmer", beside[0], row, row.navn)
            else:
                self.seats.error(row, "moette", f"hvem møtte for {row.navn}?", "Skriv navnet under «Vara som møtte».")

    def _guest(self, row: Fremmoeterad, section: str) -> Iterator[Line]:
        """One without a seat: there, or not worth a line."""
        if row.status == "vara" or row.vara:
            self.seats.error(row, "moette", f"{row.navn} har ikke noe sete", "Skriv hvem som var der, på en egen rad.")
        if row.status == "der" and row.navn:
            yield Line(section, self.seats.name(row.navn), row, row.vara_for or None, row.virksomhet)

    def _refuse_two_in_one_seat(self, lines: Sequence[Line]) -> None:
        """Two who sat in one seat all the time: one of them sat beside."""
        first: dict[str, Line] = {}
        for line in lines:
            if line.seksjon != "medlemmer" or not line.row.all_of_it:
                continue
            seat = self.seats.person(line.for_ or line.navn)
            other = first.setdefault(seat, line)
            if other is not line and other.row.row.number == line.row.row.number:
                continue
            if other is not line:
                self.seats.error(
                    line.row,
                    "navn",
                    f"{line.navn} og {other.navn} (rad {other.row.row.number}) sitter i samme sete",
                    "Ta bort den ene, skriv fra og til når, eller skriv «bisitter» under «Rolle».",
                )
