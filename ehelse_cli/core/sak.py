"""A case: one paper, who owns it, what is proposed, what remains before it is decided."""

from typing import Annotated, Literal

from ehelse_cli.core.felter import (
    Dato,
    DelvisDatoFelt,
    Eller,
    EllerIngen,
    EllerIngenEllerIkkeOppgitt,
    Heltall,
    Id,
    JaNei,
    Liste,
    PeriodeFelt,
    Tekst,
)
from ehelse_cli.core.forum import Sakstype
from ehelse_cli.core.modell import Broedtekst, FraStien, Modell, Oppfoering
from ehelse_cli.core.moete import Deltaker, Tiltak
from ehelse_cli.core.skjerming import Skjerming
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.core.vedlegg import Vedlegg


class Forslagspunkt(Oppfoering):
    """One point of the proposal, or one question to the council."""

    tekst: Tekst
    forutsetning: Tekst | None = None


class Datering(Oppfoering):
    """When and where the paper was signed."""

    dato: Dato
    sted: Tekst | None = None


class Oppdrag(Modell):
    """The assignment behind the case."""

    av: Id
    dokument: Tekst | None = None
    frist: Dato | None = None


class Steg(Modell):
    """One step of what remains, in order; the step with `rolle: beslutning` says who decides."""

    hvem: Id
    rolle: Literal[
        "innspill",
        "innstilling",
        "raad",
        "hoering",
        "konsultasjon",
        "beslutning",
        "orientering",
        "gjennomfoering",
        "oppfoelging",
    ]
    naar: DelvisDatoFelt | None = None
    merknad: Tekst | None = None


class KonsekvensKommuner(Modell):
    """What the case costs and gives the municipalities (KS' demand: price, introduction, benefit)."""

    pris: Tekst | None = None
    innfoering: Tekst | None = None
    gevinst: Tekst | None = None
    grunnlag: Tekst | None = None
    konsultasjon: EllerIngenEllerIkkeOppgitt[Dato] | None = None
    innfoeringstakt: Tekst | None = None
    avslutning: Tekst | None = None
    risiko: Tekst | None = None


class Grunnlagsdokument(Oppfoering):
    """A document the case rests on: a strategy, a white paper, a report. `periode` is when it holds."""

    dokument: Tekst
    av: Id | None = None
    periode: PeriodeFelt | None = None
    sider: Tekst | None = None
    kilde: Tekst | None = None


class Aktoer(Modell):
    """What one organisation is in the case, and what it costs, gives and risks."""

    hvem: Id
    rolle: Liste[Literal["eier", "premissgiver", "bestiller", "kunde", "leverandoer", "bruker"]] = ()
    kostnad: Tekst | None = None
    gevinst: Tekst | None = None
    risiko: Tekst | None = None
    avtale: Tekst | None = None


class Avhengighet(Oppfoering):
    """Something else that must be there; `sak` where it is a case of ours."""

    hva: Tekst
    hvem: Id | None = None
    sak: Id | None = None


class Utredning(Modell):
    """The six questions of utredningsinstruksen, section 2-1, in its order."""

    problem: Tekst | None = None
    tiltak: Tekst | None = None
    prinsipielt: Tekst | None = None
    virkninger: Tekst | None = None
    anbefaling: Tekst | None = None
    gjennomfoering: Tekst | None = None


class Oppdatering(Oppfoering):
    """A later version of the paper, and what is new in it."""

    dato: Dato
    endret: Tekst | None = None


class Styringssignal(Oppfoering):
    """The letter that made the advice an assignment, and who got it."""

    dokument: Tekst
    til: Liste[Id] = ()


class Oppfoelging(Modell):
    """What the decider did with the advice, per point."""

    av: Id
    dato: Dato | None = None
    punkt: Liste[Heltall] = ()
    utfall: Literal["fulgt", "delvis_fulgt", "ikke_fulgt"]
    begrunnelse: Tekst | None = None
    styringssignal: Styringssignal | None = None
    kilde: Tekst | None = None


class Historikk(Modell):
    """An earlier treatment that is not in the tree."""

    dato: DelvisDatoFelt
    tekst: Tekst
    kilde: Tekst | None = None


class Sak(Modell):
    """One paper. Meeting, treatment and decision are not here: the meetings hold them."""

    id: FraStien
    tekst: Broedtekst = ""
    tittel: Tekst | None = None
    sakstype: Liste[Sakstype] = ()
    fra_sak: Liste[Id] = ()
    sakseiere: Liste[Id] = ()
    foreslaatt_av: Liste[Id] = ()
    utarbeidet_av: Liste[Id] = ()
    i_samarbeid_med: Liste[Id] = ()
    framlegges_av: Liste[Deltaker] = ()
    datert: Datering | None = None
    oppdatert: Liste[Oppdatering] = ()
    arkivsak: Tekst | None = None
    saksnr: Tekst | None = None
    oppdrag: Oppdrag | None = None
    grunnlagsdokumenter: Liste[Grunnlagsdokument] = ()
    hovedprosess: Literal["strategi", "portefoelje", "forvaltning"] | None = None
    mandatpunkt: Liste[Id] = ()
    tverrsektorielt: JaNei | None = None
    samfinansiering: JaNei | None = None
    fase: Literal["ide", "forming", "utredning", "beslutning", "gjennomfoering"] | None = None
    forslag_til_vedtak: Liste[Forslagspunkt] = ()
    spoersmaal: Liste[Forslagspunkt] = ()
    videre_saksprosess: Annotated[tuple[Steg, ...] | Literal["avsluttes_her"], Eller("avsluttes_her")] = ()
    konsekvens_kommuner: EllerIngen[KonsekvensKommuner] | None = None
    aktoerer: tuple[Aktoer, ...] = ()
    avhengigheter: Liste[Avhengighet] = ()
    utredning: Utredning | None = None
    implementering: tuple[Tiltak, ...] = ()
    vedlegg: tuple[Vedlegg, ...] = ()
    oppfoelging: tuple[Oppfoelging, ...] = ()
    historikk: tuple[Historikk, ...] = ()
    maalform: Maalform | None = None
    oensket_moete: Tekst | None = None
    i_rollen: Id | None = None
    gjelder_mandat: Tekst | None = None
    offentlig_fra: Dato | None = None
    skjerming: Skjerming | None = None
    kilde: Tekst | None = None
    merknad: Tekst | None = None

    @property
    def er_unntatt(self) -> bool:
        """Whether the whole case is exempt: then nothing but number and legal basis is shown."""
        return self.skjerming is not None and self.skjerming.omfang == "hele"
