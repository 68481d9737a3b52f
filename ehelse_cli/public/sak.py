"""A case as everybody may see it: open with its paper, or exempt with its number and legal basis."""

from collections.abc import Mapping
from datetime import date

from msgspec import field

from ehelse_cli.public.felles import Hvem, LukketVedlegg, Oppgave, Punkt, Vedlegg, Verdi


class UnntattSak(Verdi, frozen=True, tag_field="adgang", tag="unntatt"):
    """All that is said of a case that is wholly exempt."""

    id: str
    forum: str
    nummer: str
    hjemmel: str


class Steg(Verdi, frozen=True):
    """One step of what remains; `naar` is a day, a month or a year as ISO."""

    hvem: str
    rolle: str
    naar: str | None = None


class Grunnlagsdokument(Verdi, frozen=True):
    """A document the case rests on. `fra` and `til` are when it holds."""

    dokument: str
    av: str | None = None
    fra: date | None = None
    til: date | None = None
    sider: str | None = None
    kilde: str | None = None


class Aktoer(Verdi, frozen=True):
    """What one organisation is in the case, and what it costs, gives and risks."""

    hvem: str
    roller: tuple[str, ...] = ()
    kostnad: str | None = None
    gevinst: str | None = None
    risiko: str | None = None
    avtale: str | None = None


class Avhengighet(Verdi, frozen=True):
    """Something else that must be there; `sak` where it is a case that is open, too."""

    hva: str
    hvem: str | None = None
    sak: str | None = None


class Oppdrag(Verdi, frozen=True):
    """The assignment behind the case."""

    av: str
    dokument: str | None = None
    frist: date | None = None


class Oppdatering(Verdi, frozen=True):
    """A later version of the paper, and what is new in it."""

    dato: date
    endret: str | None = None


class Oppfoelging(Verdi, frozen=True):
    """What the decider did with the advice; without `punkter` it is about all of it."""

    av: str
    utfall: str
    dato: date | None = None
    punkter: tuple[int, ...] = ()
    begrunnelse: str | None = None
    styringssignal: str | None = None
    kilde: str | None = None


class Hendelse(Verdi, frozen=True):
    """An earlier treatment; `dato` is a day, a month or a year as ISO."""

    dato: str
    tekst: str


class Behandling(Verdi, frozen=True):
    """One line of one agenda where the case stands, by the meeting and the line's number from 1."""

    moete: str
    forum: str
    dato: date
    linje: int


class AapenSak(Verdi, frozen=True, tag_field="adgang", tag="aapen"):
    """A case whose paper is out. `delvis_unntatt` is the legal basis where something was left out of the paper."""

    id: str
    forum: str
    nummer: str
    aar: int
    loepenummer: int
    tittel: str
    maalform: str
    publisert: date
    sakstype: tuple[str, ...] = ()
    delvis_unntatt: str | None = None
    sakseiere: tuple[Hvem, ...] = ()
    foreslaatt_av: tuple[Hvem, ...] = ()
    utarbeidet_av: tuple[Hvem, ...] = ()
    i_samarbeid_med: tuple[Hvem, ...] = ()
    framlegges_av: tuple[Hvem, ...] = ()
    datert: date | None = None
    sted: str | None = None
    oppdatert: tuple[Oppdatering, ...] = ()
    arkivsak: str | None = None
    oppdrag: Oppdrag | None = None
    rolle: str | None = None
    hovedprosess: str | None = None
    fase: str | None = None
    mandatpunkter: tuple[str, ...] = ()
    tverrsektorielt: bool | None = None
    samfinansiering: bool | None = None
    forslag: tuple[Punkt, ...] = ()
    spoersmaal: tuple[Punkt, ...] = ()
    steg: tuple[Steg, ...] = ()
    avsluttes_her: bool = field(default_factory=bool)  # told also when it is not so
    konsekvenser: Mapping[str, str] = field(default_factory=dict)
    ingen_konsekvenser: bool = field(default_factory=bool)  # told also when it is not so
    aktoerer: tuple[Aktoer, ...] = ()
    avhengigheter: tuple[Avhengighet, ...] = ()
    grunnlagsdokumenter: tuple[Grunnlagsdokument, ...] = ()
    utredning: Mapping[str, str] = field(default_factory=dict)
    implementering: tuple[Oppgave, ...] = ()
    vedlegg: tuple[Vedlegg | LukketVedlegg, ...] = ()
    oppfoelging: tuple[Oppfoelging, ...] = ()
    historikk: tuple[Hendelse, ...] = ()
    fra_saker: tuple[str, ...] = ()
    til_saker: tuple[str, ...] = ()
    behandlinger: tuple[Behandling, ...] = ()
    kilde: str | None = None
    tekst: str = ""


Sak = AapenSak | UnntattSak
