"""Who may be meant in a list of who came: the seats of that day, their substitutes, those who attend without one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ehelse_cli.core.forum import Medlem, Stedfortreder
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap, Register
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.importer.ark.reading import Reading, first_name_first
from ehelse_cli.importer.fremmoete.rader import Fremmoeterad
from ehelse_cli.importer.lookup import meant, near

_BY_ROLE = {"observatoer": "observatoerer", "bisitter": "bisittere", "sekretariat": "sekretariat"}


@dataclass(frozen=True)  # what is asked for at every row is kept
class Seats:
    """The council on the day of the meeting; without a register nobody knows who sat then."""

    reading: Reading
    moete: Moete
    register: Register | None

    @cached_property
    def held(self) -> tuple[Medlemskap, ...]:
        """Those who hold a seat that day, and a leader who leads without one."""
        return (*self.register.medlemmer, *self.register.uten_sete) if self.register else ()

    @cached_property
    def by_person(self) -> dict[str, Medlem]:
        """Name → the member who holds a seat."""
        return {self.person(one.medlem.navn): one.medlem for one in self.held}

    def person(self, name: str | None) -> str:
        """The name as it is compared."""
        return self.reading.lookup.person(name or "")

    def member(self, row: Fremmoeterad) -> Medlem | None:
        """By name; without one, the only member from there."""
        if row.navn:
            return self.by_person.get(self.person(row.navn))
        own = [one.medlem for one in self.held if one.medlem.virksomhet == row.virksomhet and row.virksomhet]
        if len(own) > 1:
            names = oppramsing((one.navn for one in own), "eller")
            self.error(row, "virksomhet", f"{row.virksomhet} har {len(own)} medlemmer", f"Skriv navnet: {names}.")
        elif row.virksomhet and not own:
            self.error(row, "virksomhet", f"{row.virksomhet} har ingen medlemmer i møtet", "Skriv hvem det gjelder.")
        return own[0] if len(own) == 1 else None

    def registered(self, row: Fremmoeterad, member: Medlem) -> str | None:
        """The only one registered for the member that day.

        A remark where there is none, or several: which of them came, nobody but the writer knows.
        """
        own = [one.navn for one in self.substitutes if self.person(one.for_) == self.person(member.navn)]
        if len(own) == 1:
            return own[0]
        who = f"Det kan være {oppramsing(own, 'eller')}." if own else "Ingen er registrert."
        self.error(row, "moette", f"hvem møtte for {member.navn}?", f"Skriv navnet under «Vara som møtte». {who}")
        return None

    def origin(self, row: Fremmoeterad, name: str, member: Medlem) -> str | None:
        """The organisation of a substitute with a row of their own whom no register has; where it is another's."""
        known = any(self.person(one.navn) == self.person(name) for one in self.substitutes)
        own = self.person(row.navn) == self.person(name)
        return row.virksomhet if own and not known and row.virksomhet != member.virksomhet else None

    def ask_who(self, row: Fremmoeterad) -> None:
        """About a person whom no register has."""
        people = (*(one.medlem.navn for one in self.held), *(one.navn for one in self.substitutes))
        names = near(first_name_first(row.navn), people)
        own = [one.medlem.navn for one in self.held if row.virksomhet and one.medlem.virksomhet == row.virksomhet]
        if names:
            help_ = "Rett navnet. For en gjest skriver du under «Rolle» hva de var."
        elif own:
            help_ = (
                f"Var det for {oppramsing(own, 'eller')}, skriv det under «Vara for». Ellers hva de var, under «Rolle»."
            )
        else:
            help_ = "Skriv under «Rolle»: observatør, bisitter, sekretariat eller invitert."
        message = f"«{row.navn}» er verken medlem eller stedfortreder den dagen{meant(names)}"
        self.error(row, "navn", message, help_)

    def tell_if_alike(self, row: Fremmoeterad, name: str) -> None:
        """About a substitute who is registered nowhere, and whose name is much like one who is."""
        known = [one.navn for one in self.substitutes]
        alike = near(name, known, 0.85)
        if alike and self.person(name) not in map(self.person, known):
            cell = row.row.cell("vara_moette", "navn")
            message = f"«{name}» er ikke registrert som stedfortreder{meant(alike)}"
            self.reading.remarks.warn(cell, message, "Er det samme person, rett navnet.")

    def attends(self, row: Fremmoeterad) -> str | None:
        """The section of one who attends by the council's file."""
        own = [one for one in self.reading.forum.medlemmer if self.person(one.navn) == self.person(row.navn)]
        return next((_BY_ROLE[one.rolle] for one in own if one.rolle in _BY_ROLE), None)

    @cached_property
    def substitutes(self) -> tuple[Stedfortreder, ...]:
        """Those registered as substitutes that day."""
        return self.register.stedfortredere if self.register else ()

    def name(self, name: str) -> str:
        """As the person was called that day."""
        own = (one for one in self.reading.data.personer if one.navn == name and self.moete.tid.dato < one.byttet)
        return next((one.tidligere for one in own), name)

    def error(self, row: Fremmoeterad, key: str, message: str, help: str = "") -> None:
        """About a cell of the row."""
        self.reading.error(row.row, key if key in row.row.cells else "navn", message, help)
