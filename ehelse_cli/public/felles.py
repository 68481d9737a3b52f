"""The small values that the public model is built of. Texts and dates only: no value of the core is among them."""

from datetime import date, time

from msgspec import Struct


def _noekkel(felt: str) -> str:
    """`for_` in Python is `for` in JSON."""
    return felt.rstrip("_")


class Verdi(Struct, frozen=True, gc=False, omit_defaults=True, rename=_noekkel):
    """A value of the public model. Its JSON is its fields, without those that say nothing."""


class Klokke(time):
    """A clock time, told to the minute."""


class Hvem(Verdi, frozen=True):
    """An organisation or a council by its id, or a person, a group or an office by name alone, as called that day."""

    navn: str
    id: str | None = None
    virksomhet: str | None = None

    @property
    def med_virksomhet(self) -> str:
        """`Stein Ness (Helsedirektoratet)`; the name alone where no organisation is told."""
        return f"{self.navn} ({self.virksomhet})" if self.virksomhet else self.navn


class Punkt(Verdi, frozen=True):
    """One point of a proposal, a decision or a question, with the condition it rests on."""

    tekst: str
    forutsetning: str | None = None


class Oppgave(Verdi, frozen=True):
    """Something someone is to do: open while it has no day of `utfoert`."""

    hva: str
    hvem: str | None = None
    frist: date | None = None
    utfoert: date | None = None


class Vedlegg(Verdi, frozen=True, tag_field="adgang", tag="aapen"):
    """An attachment that goes out. `fil` is its name in the case's folder."""

    nummer: int
    tittel: str
    fil: str | None = None
    hjemmel: str | None = None


class LukketVedlegg(Verdi, frozen=True, tag_field="adgang", tag="lukket"):
    """An attachment that stays inside: its number, and the legal basis where it is exempt. Never its name."""

    nummer: int
    hjemmel: str | None = None


class Dag(Verdi, frozen=True):
    """One day of a meeting, with clock times when they are set. Europe/Oslo."""

    dato: date
    fra: Klokke | None = None
    til: Klokke | None = None
