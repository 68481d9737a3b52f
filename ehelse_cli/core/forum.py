"""A council: its name over time, its members and substitutes, its numbering, its secretariat's practice."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field

from ehelse_cli.core.felter import (
    Dato,
    DelvisDatoFelt,
    EllerIngen,
    Heltall,
    Id,
    JaNei,
    Lest,
    Liste,
    Ord,
    PeriodeFelt,
    Tekst,
    les_med,
)
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.kalender import les_dato
from ehelse_cli.core.modell import FraStien, Modell, Oppfoering
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.saksnummer import Saksnummerordning
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.core.virksomhet import OverTid

Rolle = Literal["leder", "nestleder", "medlem", "observatoer", "bisitter", "sekretariat"]
Naar = Literal["hvert_moete", "hvert_halvaar", "aarlig", "kvartal_1", "kvartal_2", "kvartal_3", "kvartal_4"]
Sakstype = Literal[
    "godkjenning",
    "orientering",
    "droefting",
    "behandling",
    "innspill",
    "raad",
    "tilslutning",
    "innstilling",
    "beslutning",
    "valg",
    "referatsak",
    "delegert",
    "eventuelt",
]

#: The roles that hold a seat in the council; the others attend.
SETEROLLER: frozenset[str] = frozenset({"leder", "nestleder", "medlem"})


class Medlemsperiode(Struct, frozen=True):
    """When a member sits: `a` (the end follows from the mandate), `a/b`, or `a/..` (no end)."""

    fra: date
    til: date | None = None
    ende: Literal["fra_mandat", "fast", "aapen"] = "fra_mandat"

    @staticmethod
    def parse(tekst: str) -> "Medlemsperiode":
        """Read one of the three forms.

        Raises:
            ValueError: with what is wrong, in Norwegian.
        """
        if "/" not in tekst:
            return Medlemsperiode(les_dato(tekst))
        periode = Periode.parse(tekst)
        return Medlemsperiode(periode.fra, periode.til, "aapen" if periode.til is None else "fast")


PeriodeForMedlem = Annotated[Medlemsperiode, Lest(les_med(Medlemsperiode.parse))]


class Oppnevnt(Modell):
    """Who appointed, and when."""

    av: Id | None = None
    dato: Dato | None = None
    kilde: Tekst | None = None


class Forlengelse(Modell):
    """A decided extension; it counts from the day it was decided."""

    til: Dato
    dato: Dato | None = None
    kilde: Tekst | None = None


class Medlem(Oppfoering):
    """One person in one role for one period. A new member, organisation or role is a new row."""

    navn: Tekst
    virksomhet: Id | None = None
    gruppe: Id | None = None
    rolle: Rolle = "medlem"
    oppnevnt: Oppnevnt | None = None
    periode: PeriodeForMedlem | None = None
    forlenget: Liste[Forlengelse] = ()
    fratraadt: Dato | None = None
    egenskaper: Liste[Ord] = ()
    stillingsnivaa: Literal["toppledelse", "ledelse", "fag"] | None = None
    permisjon: Liste[PeriodeFelt] = ()
    kjoenn: Literal["kvinne", "mann"] | None = None
    foedt: Heltall | None = None
    kilde: Tekst | None = None
    merknad: Tekst | None = None

    @property
    def har_sete(self) -> bool:
        """Whether the row is a member of the council, not someone who attends."""
        return self.rolle in SETEROLLER


class Stedfortreder(Oppfoering):
    """A registered substitute: personal (`for` a member), or for a group, in the order called."""

    navn: Tekst
    virksomhet: Id | None = None
    for_: Annotated[Tekst, Field(alias="for")]
    nr: Heltall | None = None
    periode: PeriodeForMedlem | None = None
    oppnevnt: Oppnevnt | None = None
    egenskaper: Liste[Ord] = ()
    fratraadt: Dato | None = None
    merknad: Tekst | None = None


class FastSak(Modell):
    """A standing or yearly item, written once."""

    tittel: Tekst
    sakstype: Liste[Sakstype] = ()
    naar: Naar = "hvert_moete"
    minutter: Heltall | None = None
    nummereres: JaNei = False
    vedtak: Tekst | None = None


class Ekstrarolle(Modell):
    """A role the forum has had besides, such as a project's steering group."""

    navn: Tekst
    periode: PeriodeFelt | None = None


class UtfoertEvaluering(Oppfoering):
    """One time that the mandate or the composition was looked at, and what it led to."""

    dato: Dato
    hva: Liste[Literal["mandat", "sammensetning"]] = ()
    av: Liste[Id] = ()
    anledning: Tekst | None = None
    konklusjon: Tekst | None = None
    kilde: Tekst | None = None


class Ordvalg(Modell):
    """The council's own words on paper; the keys stay the same."""

    vedtak: Tekst | None = None
    stedfortreder: Tekst | None = None


FristFelt = Annotated[Frist, Lest(les_med(Frist.parse))]


class Praksis(Modell):
    """The secretariat's own values. They are never called mandate, and warn at most."""

    innkalling: FristFelt | None = None
    saksliste: FristFelt | None = None
    saksdokumenter: FristFelt | None = None
    referat: FristFelt | None = None
    kommentarer: FristFelt | None = None
    aarshjul: FristFelt | None = None
    oppfoelging: FristFelt | None = None
    en_per_virksomhet: Liste[Id] = ()
    stedfortreder: Annotated[Hyppighet, Lest(les_med(Hyppighet.parse))] | None = None
    stedfortreder_paa_rad: Heltall | None = None
    overskrifter: dict[Sakstype, Liste[Tekst]] = {}


class Forum(Modell):
    """A council or a body beside the model."""

    id: FraStien
    navn: OverTid[Tekst]
    kort: OverTid[Tekst] = ()
    aliaser: Liste[Tekst] = ()
    opprettet: DelvisDatoFelt | None = None
    avviklet: Dato | None = None
    erstatter: Id | None = None
    overordnet: OverTid[EllerIngen[Id]] = ()
    nivaa: Literal["raad", "utvalg", "fagutvalg", "arbeidsutvalg", "tilgrensende"] | None = None
    formaal: Tekst | None = None
    eier: OverTid[Id] = ()
    sekretariat: OverTid[Id] = ()
    saksnummer: Annotated[Saksnummerordning, Lest(les_med(Saksnummerordning.parse))] | None = None
    moetenummer: Tekst | None = None
    vedleggsnummer: Literal["per_sak", "per_moete"] = "per_sak"
    enhetskode: Tekst | None = None
    maalform: Maalform = "nb"
    ord: Ordvalg = Ordvalg()
    roller: dict[Id, Ekstrarolle] = {}
    faste_saker: dict[Id, FastSak] = {}
    praksis: Praksis = Praksis()
    evalueringer: Liste[UtfoertEvaluering] = ()
    medlemmer_kjent_fra: Dato | None = None
    medlemmer: tuple[Medlem, ...] = ()
    stedfortredere: tuple[Stedfortreder, ...] = ()
    kilde: Tekst | None = None
    merknad: Tekst | None = None
