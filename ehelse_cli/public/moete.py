"""A meeting as everybody may see it: when it is, its agenda once that is out, its minutes once they are."""

from datetime import date
from typing import Literal

from msgspec import field

from ehelse_cli.public.felles import Dag, Hvem, Klokke, LukketVedlegg, Oppgave, Punkt, Vedlegg, Verdi


class Deltaker(Verdi, frozen=True):
    """Someone who was there or sent word. `for_` is the member whose place was taken."""

    hvem: Hvem
    for_: str | None = None
    fra: Klokke | None = None
    til: Klokke | None = None
    fom_sak: str | None = None
    tom_sak: str | None = None
    saker: tuple[str, ...] = ()
    digitalt: bool | None = None


class Fremmoete(Verdi, frozen=True):
    """Attendance in the sections of the minutes. Nobody's reason for absence is known here."""

    medlemmer: tuple[Deltaker, ...] = ()
    observatoerer: tuple[Deltaker, ...] = ()
    bisittere: tuple[Deltaker, ...] = ()
    sekretariat: tuple[Deltaker, ...] = ()
    inviterte: tuple[Deltaker, ...] = ()
    forfall: tuple[Deltaker, ...] = ()


class Votering(Verdi, frozen=True):
    """How it was decided: `maate` (enstemmig, konsensus or talt), and the numbers where votes were counted."""

    maate: Literal["enstemmig", "konsensus", "talt"]
    for_: int | None = None
    mot: int | None = None
    blankt: int | None = None
    leders_dobbeltstemme: bool = field(default_factory=bool)  # told also when it is not so


class Tilfoersel(Verdi, frozen=True):
    """Dissent, reservation or remark, as put on record."""

    slag: str
    av: tuple[str, ...] = ()
    punkter: tuple[int, ...] = ()
    tekst: str | None = None


class Innspill(Verdi, frozen=True):
    """Individual members' input, and what came of it. It is never the council's decision."""

    av: tuple[str, ...]
    tekst: str
    utfall: str | None = None
    dato: date | None = None
    begrunnelse: str | None = None


class Habilitet(Verdi, frozen=True):
    """One person's impartiality in one case; the reason is not told."""

    navn: str
    utfall: str
    fratraadte: bool | None = None


class Protokoll(Verdi, frozen=True):
    """What the minutes say of one line of the agenda."""

    utfall: str | None = None
    resultat: str | None = None
    vedtak: tuple[Punkt, ...] = ()
    votering: Votering | None = None
    tilfoersel: tuple[Tilfoersel, ...] = ()
    innspill: tuple[Innspill, ...] = ()
    tiltak: tuple[Oppgave, ...] = ()
    habilitet: tuple[Habilitet, ...] = ()
    moeteleder: str | None = None
    oppsummering: str | None = None
    begrunnelse: str | None = None
    videre_til: str | None = None


class Delpunkt(Verdi, frozen=True):
    """A short piece of a case."""

    tittel: str
    framlegges_av: tuple[str, ...] = ()
    minutter: int | None = None


class Sakspunkt(Verdi, frozen=True, tag_field="adgang", tag="aapen"):
    """One open line of an agenda. `sak` is the id of the case where its paper is open."""

    linje: int
    slag: Literal["sak", "bolk", "pause", "dag"]
    tittel: str
    nummer: str | None = None
    sak: str | None = None
    sakstype: tuple[str, ...] = ()
    fra: Klokke | None = None
    til: Klokke | None = None
    minutter: int | None = None
    ettersendt: date | None = None
    delvis_unntatt: str | None = None
    sakseiere: tuple[Hvem, ...] = ()
    framlegges_av: tuple[Hvem, ...] = ()
    vedlegg: tuple[Vedlegg | LukketVedlegg, ...] = ()
    delpunkter: tuple[Delpunkt, ...] = ()
    protokoll: Protokoll | None = None


class UnntattPunkt(Verdi, frozen=True, tag_field="adgang", tag="unntatt"):
    """A line about something wholly exempt: its number and legal basis."""

    linje: int
    nummer: str | None
    hjemmel: str


class LukketPunkt(Verdi, frozen=True, tag_field="adgang", tag="lukket"):
    """A line about something that is not public yet, or that nobody can read: its number."""

    linje: int
    nummer: str | None


Linje = Sakspunkt | UnntattPunkt | LukketPunkt


class Frist(Verdi, frozen=True):
    """One deadline before the meeting. `kilde` is mandat, praksis, or the document that says so."""

    hva: str
    dato: date
    kilde: str


class Flytting(Verdi, frozen=True):
    """The trace a moved meeting leaves."""

    fra: tuple[Dag, ...]
    dato: date | None = None
    begrunnelse: str | None = None


class Referat(Verdi, frozen=True):
    """The minutes, when they are published. `tekst` is the free account, Markdown."""

    publisert: date
    godkjent: date | None = None
    moeteleder: str | None = None
    fremmoete: Fremmoete | None = None
    tekst: str = ""


class Moete(Verdi, frozen=True):
    """One meeting. Without `saksliste` the agenda is not out; without `referat` the minutes are not.

    Nothing is due before a cancelled meeting: what was due when it was cancelled, is `bortfalte_frister`.
    """

    id: str
    forum: str
    tid: tuple[Dag, ...]
    skriftlig: bool
    type: str
    maalform: str
    nummer: str | None = None
    form: str | None = None
    sted: str | None = None
    innkalt: date | None = None
    papirer_ute: date | None = None
    avlyst: date | None = None
    begrunnelse: str | None = None
    flyttet: tuple[Flytting, ...] = ()
    frister: tuple[Frist, ...] = ()
    bortfalte_frister: tuple[Frist, ...] = ()
    saksliste: tuple[Linje, ...] | None = None
    referat: Referat | None = None

    @property
    def dato(self) -> date:
        """The first day."""
        return self.tid[0].dato

    @property
    def siste_dag(self) -> date:
        """The last day."""
        return self.tid[-1].dato
