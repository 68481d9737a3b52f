"""What those whom the public texts name are called on a day, and the texts themselves made clean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from msgspec import Struct, field

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.public.felles import Hvem, Klokke, Oppgave, Punkt
from ehelse_cli.render.clean import clean_line, clean_text, paragraphs
from ehelse_cli.render.navn import gruppe_eller_verv, person


class Omtale(Struct, frozen=True):
    """Names as of one day in one council. Unlike a paper's, they are told as ids where a file cannot be read."""

    data: Dataset
    forum: str
    dag: date
    maalform: Maalform = "nb"
    _kjente: dict[str, Hvem] = field(default_factory=dict)

    def virksomhet(self, id_: str) -> Hvem:
        """An organisation or a council."""
        if id_ not in self._kjente:
            self._kjente[id_] = Hvem(linje(self.data.virksomhetsnavn(id_, self.dag)), id_)
        return self._kjente[id_]

    def virksomheter(self, ider: Iterable[str]) -> tuple[Hvem, ...]:
        """Several, in the order written."""
        return tuple(map(self.virksomhet, ider))

    def hvem(self, skrevet: str, virksomhet: str | None = None) -> Hvem:
        """An organisation, a group, an office, or a person with the organisation if one is told."""
        if self.data.finnes(skrevet):
            return self.virksomhet(skrevet)
        felles = gruppe_eller_verv(self.data, self.forum, skrevet, self.dag, self.maalform)
        arbeidsgiver = self.virksomhet(virksomhet).navn if virksomhet else None
        return Hvem(linje(felles or person(skrevet)), None, arbeidsgiver)

    def navn(self, skrevet: str) -> str:
        """The name alone."""
        return self.hvem(skrevet).navn


def linje(tekst: str) -> str:
    """A short text on one line."""
    return clean_line(tekst)


def en_linje(tekst: str | None) -> str | None:
    """A short text on one line, if there is one."""
    return linje(tekst) or None if tekst else None


def personen(navn: str | None) -> str | None:
    """A person's name on one line, if there is one."""
    return person(linje(navn)) or None if navn else None


def prosa(tekst: str) -> str:
    """Prose in paragraphs, without the folds of the file."""
    return linje(tekst) if tekst.isprintable() else "\n\n".join(paragraphs(tekst))


def avsnitt(tekst: str | None) -> str | None:
    """Prose in paragraphs, if there is any."""
    return prosa(tekst) or None if tekst else None


def broedtekst(tekst: str) -> str:
    """A body of Markdown as it stands, without what cannot be seen."""
    return clean_text(tekst).strip("\n")


def punkt(tekst: str, forutsetning: str | None) -> Punkt:
    """A point, and the condition it rests on."""
    return Punkt(prosa(tekst), avsnitt(forutsetning))


def iso(dato: date | DelvisDato | None) -> str | None:
    """As much of the day as is known: `2026-12-02`, `2026-12`, `2026`."""
    return None if dato is None else str(dato)


def klokke(kl: time | None) -> Klokke | None:
    """The clock time, if there is one."""
    return Klokke(kl.hour, kl.minute) if kl is not None else None


def oppgave(hva: str, hvem: str | None, frist: date | None, utfoert: date | None) -> Oppgave:
    """Something to be done, by whom in words."""
    return Oppgave(prosa(hva), hvem, frist, utfoert)
