"""The small values that the public model is built of. Texts and dates only: no value of the core is among them."""

from __future__ import annotations

from datetime import date, time

from msgspec import Struct


class Hvem(Struct, frozen=True, gc=False):
    """An organisation or a council by its id, or a person, a group or an office by name alone, as called that day."""

    navn: str
    id: str | None = None
    virksomhet: str | None = None

    @property
    def med_virksomhet(self) -> str:
        """`Stein Ness (Helsedirektoratet)`; the name alone where no organisation is told."""
        return f"{self.navn} ({self.virksomhet})" if self.virksomhet else self.navn


class Punkt(Struct, frozen=True, gc=False):
    """One point of a proposal, a decision or a question, with the condition it rests on."""

    tekst: str
    forutsetning: str | None = None


class Oppgave(Struct, frozen=True, gc=False):
    """Something someone is to do: open while it has no day of `utfoert`."""

    hva: str
    hvem: str | None = None
    frist: date | None = None
    utfoert: date | None = None


class Vedlegg(Struct, frozen=True, gc=False):
    """An attachment that goes out. `fil` is its name in the case's folder, `sti` where its bytes are in the tree."""

    nummer: int
    tittel: str
    fil: str | None = None
    sti: str | None = None
    hjemmel: str | None = None


class LukketVedlegg(Struct, frozen=True, gc=False):
    """An attachment that stays inside: its number, and the legal basis where it is exempt. Never its name."""

    nummer: int
    hjemmel: str | None = None


class Dag(Struct, frozen=True, gc=False):
    """One day of a meeting, with clock times when they are set. Europe/Oslo."""

    dato: date
    fra: time | None = None
    til: time | None = None
