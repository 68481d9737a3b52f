"""The annual calendar: only what belongs to no meeting of ours."""

from typing import Annotated, Literal

from ehelse_cli.core.felter import Dato, DelvisDato, Id, JaNei, Lest, Liste, Tekst, les_med
from ehelse_cli.core.modell import FraStien, Modell
from ehelse_cli.core.periode import Periode


def _naar(tekst: str) -> Periode | DelvisDato:
    return Periode.parse(tekst) if "/" in tekst else DelvisDato.parse(tekst)


class Hendelse(Modell):
    """One event: a preparatory meeting, an anchor, a deadline, or a time that is closed."""

    tittel: Tekst
    slag: Literal["formoete", "anker", "frist", "stengt"]
    hvem: Id | None = None
    dato: Annotated[Periode | DelvisDato, Lest(les_med(_naar))]
    hver: Tekst | None = None
    foer: Liste[Id] = ()
    trenger_papirer: JaNei | None = None
    merknad: Tekst | None = None


class Aarshjul(Modell):
    """One year."""

    id: FraStien
    forum: Liste[Id] = ()
    behandlet: Id | None = None
    publisert: Dato | None = None
    hendelser: tuple[Hendelse, ...] = ()
    merknad: Tekst | None = None
