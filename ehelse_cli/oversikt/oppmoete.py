"""Who came: per member and organisation over the last months, and who sends a substitute more often than is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.fremmoete import Hvordan
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap
from ehelse_cli.rules.common import holdt_i
from ehelse_cli.rules.mot_fremmoete import fremmoeteboken

#: So many months make a rolling year.
MAANEDER = 12


@dataclass(frozen=True, slots=True)
class Oppmoete:
    """One seat at one meeting: whose it was, by the name the member has now, and how it was filled."""

    moete: Moete
    sete: Medlemskap
    navn: str
    hvordan: Hvordan


@dataclass(frozen=True, slots=True)
class Grense:
    """How often a substitute may come: the number and the stretch, and whose rule it is."""

    bruk: Hyppighet
    kilde: Literal["mandatet", "praksis"]

    @property
    def tak(self) -> int | None:
        """The most times."""
        return self.bruk.mengde.stoerste() if self.bruk.mengde else None


def oppmoetet(data: Dataset, forum: Forum, dag: date) -> tuple[Oppmoete, ...]:
    """Every seat at every meeting held by the day whose attendance and members are known. A written one has none."""
    holdt = (moete for moete in holdt_i(data, forum.id, dag) if not moete.er_skriftlig)
    return tuple(en for moete in holdt for en in i_moetet(data, forum.id, moete))


def i_moetet(data: Dataset, forum: str, moete: Moete) -> Iterator[Oppmoete]:
    """Every seat at one meeting; nothing where the attendance or the members are not known."""
    bok = fremmoeteboken(data, forum, moete)
    if bok is not None:
        for sete in (*bok.register.medlemmer, *bok.register.uten_sete):
            yield Oppmoete(moete, sete, bok.navn(sete.medlem.navn), bok.hvordan(sete))


def grensene(data: Dataset, forum: Forum, gruppe: str | None, dag: date) -> Iterator[Grense]:
    """The limits for a seat of the group: the mandate's, where it is a number, then the secretariat's own."""
    mandat = data.mandat_for(forum.id, dag)
    regel = stedfortreder_for(mandat, gruppe) if mandat else None
    tekst = regel.bruk if regel and isinstance(regel.bruk, str) else ""
    with suppress(ValueError):  # `begrenses` is a wish without a number
        yield Grense(Hyppighet.parse(tekst), "mandatet")
    if forum.praksis.stedfortreder is not None:
        yield Grense(forum.praksis.stedfortreder, "praksis")
