"""The tasks a mandate gives, and the cases that rest on each: which tasks has the council not taken up?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.ankre import blokker
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.oversikt.behandlet import Behandlet, behandlede_saker
from ehelse_cli.oversikt.felles import kort, valgte
from ehelse_cli.oversikt.oversikt import ALLTID, Fakt, Kolonne, Oversikt, tabell
from ehelse_cli.render.navn import saksnummer

#: The heading that tasks stand under says this word, in every mandate seen.
_OPPGAVER = "oppgav"


@dataclass(frozen=True, slots=True)
class Oppgave:
    """One task of a mandate in force, with the cases treated that name it."""

    forum: str
    mandat: str
    anker: str
    tekst: str
    saker: tuple[Behandlet, ...]

    @property
    def sist(self) -> date | None:
        """The last time a case about it came up for the first time."""
        return max((rad.dato for rad in self.saker), default=None)


def oppgavene(data: Dataset, dag: date, forum: str | None = None, aar: int | None = None) -> Iterator[Oppgave]:
    """Every list item under the mandate's headings on tasks, or a heading itself where it lists none."""
    saker = tuple(behandlede_saker(data, dag, aar))
    for en in valgte(data, forum):
        mandat = data.mandat_for(en.id, dag)
        for anker, tekst in _i_mandatet(mandat) if mandat and data.moeter_for(en.id) else ():
            egne = tuple(rad for rad in saker if rad.forum == en.id and anker in rad.sak.mandatpunkt)
            yield Oppgave(en.id, mandat.id if mandat else "", anker, tekst, egne)


def _i_mandatet(mandat: Mandat) -> Iterator[tuple[str, str]]:
    """The anchor and the words of each task."""
    under, funnet = False, False
    overskrift: tuple[str, str] | None = None
    for blokk in (*blokker(mandat.tekst), None):
        if blokk is None or blokk.slag == "overskrift":
            if under and not funnet and overskrift:
                yield overskrift
            under = blokk is not None and _OPPGAVER in blokk.tittel.lower()
            funnet, overskrift = False, (blokk.anker, blokk.tittel) if blokk and blokk.anker else None
        elif under and blokk.slag == "punkt" and blokk.anker:
            funnet = True
            yield blokk.anker, blokk.tekst.removeprefix("- ")


def oppgaveoversikt(data: Dataset, dag: date, forum: str | None = None, aar: int | None = None) -> Oversikt:
    """Each task with its cases; those without first."""
    alle = sorted(oppgavene(data, dag, forum, aar), key=lambda rad: (bool(rad.saker), rad.forum))
    kolonner = (
        Kolonne[Oppgave]("forum", "Forum", lambda rad: kort(data, rad.forum, dag)),
        Kolonne[Oppgave]("anker", "Mandatpunkt", lambda rad: rad.anker),
        Kolonne[Oppgave]("antall", "Saker", lambda rad: len(rad.saker)),
        Kolonne[Oppgave]("sist", "Sist", lambda rad: rad.sist),
        Kolonne[Oppgave]("oppgave", "Oppgave", lambda rad: rad.tekst, under=ALLTID),
        Kolonne[Oppgave](
            "saker", "Saker", lambda rad: ", ".join(saksnummer(data, en.sak) or "" for en in rad.saker), under=ALLTID
        ),
        Kolonne[Oppgave]("mandat", "Mandat", lambda rad: rad.mandat, vist=False),
    )
    uten = sum(not rad.saker for rad in alle)
    note = "Oppgavene er punktene under de overskriftene i mandatet som gjelder oppgaver. Saken sier «mandatpunkt»."
    return Oversikt(
        "oppgaver",
        f"Mandatets oppgaver, og saker om dem{f' i {aar}' if aar else ''}",
        dag,
        (
            tabell(
                "oppgaver", "Oppgaver, de uten saker først", kolonner, alle, tom="Ingen oppgaver er funnet.", note=note
            ),
        ),
        (Fakt("oppgaver", "oppgaver", len(alle)), Fakt("uten_saker", "uten saker", uten)),
        data.datasett.er_eksempel,
    )
