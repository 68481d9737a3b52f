"""Who sits in the council: groups, leader, deputies, observers, substitutes, terms."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from ehelse_cli.core.felter import Dato, Id, JaNei, Lest, Liste, Ord, PeriodeFelt, Tekst, les_med
from ehelse_cli.core.funksjonstid import FlerePerioder, Varighet
from ehelse_cli.core.kalender import legg_til_maaneder, les_maaned
from ehelse_cli.core.mandat.regel import HvemFelt, Krav, MengdeFelt, Opphav, Ordliste, Regel, Verdi

Maaned = Annotated[str, Lest(les_med(les_maaned))]
VarighetFelt = Annotated[Varighet, Lest(les_med(Varighet.parse))]
FlerePerioderFelt = Annotated[FlerePerioder, Lest(les_med(FlerePerioder.parse))]


class Funksjonstid(Regel):
    """How long a member sits, and how many times."""

    varer: Verdi[VarighetFelt] | None = None
    starter: Verdi[Maaned] | None = None
    faste_perioder: Verdi[Liste[PeriodeFelt]] | None = None
    flere_perioder: Verdi[FlerePerioderFelt] | None = None
    aldersgrense: Verdi[Tekst] | None = None
    rotasjon: Verdi[Tekst] | None = None
    kan_loeses_av: Verdi[HvemFelt] | None = None


class Stedfortrederregel(Regel):
    """Whether members have substitutes, whom they stand in for, and what they may do."""

    ordning: Verdi[Literal["forbudt", "fast", "personlig", "nummerert", "felles"]] | None = None
    antall: Verdi[MengdeFelt] | None = None
    for_: Annotated[Verdi[Literal["medlem", "gruppe", "side", "raadet"]] | None, Field(alias="for")] = None
    oppnevnes_av: Verdi[HvemFelt] | None = None
    innkalles_av: Verdi[HvemFelt] | None = None
    bruk: Verdi[Tekst] | None = None
    rett: Verdi[Ordliste] | None = None
    ved_siden_av: Verdi[JaNei] | None = None
    rett_ved_siden_av: Verdi[Ordliste] | None = None
    arver_verv: Verdi[JaNei] | None = None
    faar: Verdi[Tekst] | None = None


class Oppnevning(Regel):
    """The keys that stand for the whole body, and that a group overrides one by one."""

    oppnevnes_av: Verdi[HvemFelt] | None = None
    velges_av: Verdi[HvemFelt] | None = None
    foreslaas_av: Verdi[HvemFelt] | None = None
    funksjonstid: Verdi[Funksjonstid] | None = None
    stedfortreder: Verdi[Stedfortrederregel] | None = None


class Gruppe(Opphav, Oppnevning):
    """A group of seats."""

    id: Id
    navn: Tekst | None = None
    antall: Verdi[MengdeFelt] | None = None
    virksomheter: Liste[Id] = ()
    per_virksomhet: Verdi[MengdeFelt] | None = None
    side: Ord | None = None
    representerer: Ord | None = None
    krav: Verdi[tuple[Krav, ...]] | None = None


class Veksling(Regel):
    """A leadership that alternates between sides, groups or organisations, in the order of `mellom`."""

    mellom: tuple[Ord, ...]
    foerst: Ord | None = None
    hver: VarighetFelt | None = None
    fra: Dato | None = None

    def tur(self, dag: date) -> str | None:
        """Whose turn it is on the day; None before the first turn, or where the mandate does not say enough."""
        if self.foerst not in self.mellom or self.hver is None or self.fra is None or dag < self.fra:
            return None
        turer = 0
        while legg_til_maaneder(self.fra, (turer + 1) * self.hver.maaneder) <= dag:
            turer += 1
        return self.mellom[(self.mellom.index(self.foerst) + turer) % len(self.mellom)]


class Verv(Opphav, Oppnevning):
    """The leader, or a deputy: where they come from, how they are found, and which seat they hold."""

    id: Id | None = None
    virksomheter: Liste[Id] = ()
    grupper: Liste[Id] = ()
    side: Ord | None = None
    stilling: Tekst | None = None
    varer: Verdi[VarighetFelt] | None = None
    krav: Verdi[tuple[Krav, ...]] | None = None
    sete: Verdi[Literal["blant", "eget", "uten"]] | None = None
    veksler: Verdi[Veksling] | None = None


class Observatoerregel(Opphav, Regel):
    """Observers and what they may do."""

    id: Id
    antall: Verdi[MengdeFelt] | None = None
    virksomheter: Liste[Id] = ()
    innbys_av: Verdi[HvemFelt] | None = None
    rett: Verdi[Ordliste] | None = None


class Representasjon(Opphav, Regel):
    """A seat this body holds elsewhere."""

    id: Id
    i: Id
    som: Ord | None = None
    hvem: Verdi[HvemFelt] | None = None
    stedfortreder: Verdi[HvemFelt] | None = None
    rett: Verdi[Ordliste] | None = None


class Sammensetning(Oppnevning):
    """The composition. `seter` counts the members including the leader."""

    seter: Verdi[MengdeFelt] | None = None
    medregnet: Ordliste = ()
    leder: Verdi[Verv] | None = None
    nestledere: Verdi[Liste[Verv]] | None = None
    grupper: Verdi[tuple[Gruppe, ...]] | None = None
    krav: Verdi[tuple[Krav, ...]] | None = None
    observatoerer: Verdi[Liste[Observatoerregel]] | None = None
    endres_av: Verdi[HvemFelt] | None = None
    representasjon: Verdi[tuple[Representasjon, ...]] | None = None
