"""A meeting: what was planned, who was there, and what came of each case."""

import re
from collections.abc import Mapping
from datetime import date, time
from itertools import pairwise
from typing import Annotated, Literal, Self

from msgspec import Struct
from pydantic import Field, model_validator

from ehelse_cli.core.felter import (
    Dato,
    Eller,
    EllerIkkeOppgitt,
    EllerIngen,
    Heltall,
    Id,
    JaNei,
    Klokkeslett,
    Lest,
    Liste,
    Tekst,
    feil,
    les_med,
    som_liste,
)
from ehelse_cli.core.forum import Sakstype
from ehelse_cli.core.modell import Broedtekst, FraStien, Modell, Oppfoering
from ehelse_cli.core.skjerming import Skjerming
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.core.vedlegg import Vedlegg

_DAG = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (\d{2}[:.]\d{2})(?:-(\d{2}[:.]\d{2}))?)?", re.ASCII)


class Moetedag(Struct, frozen=True):
    """One day of a meeting, with clock times when they are set. Europe/Oslo."""

    dato: date
    fra: time | None = None
    til: time | None = None


class Moetetid(Struct, frozen=True):
    """The days of a meeting, or the period of a written one."""

    dager: tuple[Moetedag, ...]
    skriftlig: bool = False

    @property
    def dato(self) -> date:
        """The first day, by which deadlines and the mandate in force are reckoned."""
        return self.dager[0].dato

    @property
    def siste_dag(self) -> date:
        """The last day."""
        return self.dager[-1].dato


def _klokke(tekst: str | None) -> time | None:
    return None if tekst is None else time.fromisoformat(tekst.replace(".", ":"))


def les_moetedag(tekst: str) -> Moetedag:
    """Read `2026-12-02` or `2026-12-02 10:00-15:00`. Raises ValueError with a Norwegian message."""
    treff = _DAG.fullmatch(tekst)
    if treff is None:
        raise ValueError(f"«{tekst}» er ikke en møtetid; skriv 2026-12-02 eller 2026-12-02 10:00-15:00")
    try:
        dag = Moetedag(date.fromisoformat(treff[1]), _klokke(treff[2]), _klokke(treff[3]))
    except ValueError:
        raise ValueError(f"«{tekst}» er en dag eller et klokkeslett som ikke finnes") from None
    if dag.fra and dag.til and dag.til <= dag.fra:
        raise ValueError(f"møtet slutter før det begynner: «{tekst}»")
    return dag


def _les_tid(verdi: object) -> Moetetid:
    if isinstance(verdi, str) and "/" in verdi:
        dager = tuple(les_med(les_moetedag)(del_.strip()) for del_ in verdi.split("/", 1))
        skriftlig = True
    else:
        dager = tuple(les_med(les_moetedag)(del_) for del_ in som_liste(verdi) or ())
        skriftlig = False
    if not dager:
        raise feil("tom-verdi", "her mangler møtetiden")
    if any(senere.dato <= tidligere.dato for tidligere, senere in pairwise(dager)):
        raise feil("ugyldig-verdi", "dagene i møtetiden står ikke i rekkefølge")
    return Moetetid(dager, skriftlig)


MoetetidFelt = Annotated[Moetetid, Lest(_les_tid)]


class Minutter(Struct, frozen=True):
    """Planned minutes: presentation, and discussion when it is set apart («15+45»)."""

    presentasjon: int
    droefting: int = 0

    @property
    def sum(self) -> int:
        """Minutes in all."""
        return self.presentasjon + self.droefting


def _minutter(tekst: str) -> Minutter:
    if not re.fullmatch(r"\d{1,3}(\+\d{1,3})?", tekst, re.ASCII):
        raise ValueError(f"«{tekst}» er ikke minutter; skriv 20 eller 15+45")
    return Minutter(*map(int, tekst.split("+")))


class Deltaker(Oppfoering):
    """Someone who was there, or sent word: whole meeting, or from and to a clock time or a case."""

    navn: Tekst
    virksomhet: Id | None = None
    for_: Annotated[Tekst | None, Field(alias="for")] = None
    fra: Klokkeslett | None = None
    til: Klokkeslett | None = None
    fom_sak: Tekst | None = None
    tom_sak: Tekst | None = None
    saker: Liste[Tekst] = ()
    digitalt: JaNei | None = None
    merknad: Tekst | None = None


class Fremmoete(Modell):
    """Attendance in the sections of the minutes. A reason for absence has no field."""

    medlemmer: tuple[Deltaker, ...] = ()
    observatoerer: tuple[Deltaker, ...] = ()
    bisittere: tuple[Deltaker, ...] = ()
    sekretariat: tuple[Deltaker, ...] = ()
    inviterte: tuple[Deltaker, ...] = ()
    forfall: tuple[Deltaker, ...] = ()


class Habilitet(Modell):
    """One person's impartiality in one case."""

    navn: Tekst
    utfall: Literal["inhabil", "habil"]
    fratraadte: JaNei | None = None
    begrunnelse: Tekst | None = None


class Vedtakspunkt(Oppfoering):
    """One point of what was decided or advised, with its condition."""

    tekst: Tekst
    forutsetning: Tekst | None = None


class Stemmetall(Modell):
    """A counted vote."""

    for_: Annotated[Heltall, Field(alias="for")]
    mot: Heltall = 0
    blankt: Heltall = 0
    leders_dobbeltstemme: JaNei = False


class Tilfoersel(Modell):
    """Dissent, reservation or remark, as put on record."""

    slag: Literal["dissens", "forbehold", "merknad"]
    av: Liste[Tekst] = ()
    punkt: Liste[Heltall] = ()
    tekst: Tekst | None = None
    kilde: Tekst | None = None


class Haandtering(Modell):
    """What came of a piece of input."""

    utfall: Literal["tatt_inn", "delvis", "ikke_tatt_inn", "videresendt"]
    dato: Dato | None = None
    begrunnelse: Tekst | None = None
    kilde: Tekst | None = None


class Innspill(Modell):
    """Individual members' input. It is never the council's decision."""

    av: EllerIkkeOppgitt[Liste[Tekst]]
    tekst: Tekst
    haandtering: Haandtering | None = None
    kilde: Tekst | None = None


class Tiltak(Modell):
    """Something someone is to do."""

    hva: Tekst
    hvem: Tekst | None = None
    frist: Dato | None = None
    utfoert: Dato | None = None
    kilde: Tekst | None = None


class Underpunkt(Oppfoering):
    """A short piece of a numbered case."""

    tittel: Tekst
    framlegges_av: Liste[Tekst] = ()
    minutter: Annotated[Minutter, Lest(les_med(_minutter))] | None = None


Utfall = Literal["behandlet", "utsatt", "sendt_tilbake", "oversendt", "trukket"]
#: A line that says one of these was no treatment of its case.
IKKE_BEHANDLET: frozenset[Utfall] = frozenset({"utsatt", "trukket"})
Resultat = Literal[
    "tilslutning",
    "godkjent",
    "tatt_til_orientering",
    "droeftet",
    "anbefalt",
    "ikke_anbefalt",
    "innstilt",
    "besluttet",
    "valgt",
]


class Sakspunkt(Modell):
    """One line of the agenda: a case, a standing item, a title, a heading, a pause, or a new day."""

    sak: Tekst | None = None
    fast: Id | None = None
    tittel: Tekst | None = None
    bolk: Tekst | None = None
    pause: Tekst | None = None
    dag: Heltall | None = None
    kl: Klokkeslett | None = None
    minutter: Annotated[Minutter, Lest(les_med(_minutter))] | None = None
    sakstype: Liste[Sakstype] = ()
    gjelder: Tekst | None = None
    rettelser: Liste[Tekst] = ()
    sakseiere: Liste[Id] = ()
    framlegges_av: Liste[Tekst] = ()
    vedlegg: tuple[Vedlegg, ...] = ()
    ettersendt: Dato | None = None
    skjerming: Skjerming | None = None
    underpunkter: tuple[Underpunkt, ...] = ()
    moeteleder: Tekst | None = None
    habilitet: EllerIngen[Liste[Habilitet]] = ()
    utfall: Utfall | None = None
    resultat: Resultat | None = None
    vedtak: Annotated[Liste[Vedtakspunkt] | Literal["som_foreslaatt"], Eller("som_foreslaatt")] = ()
    votering: Annotated[Stemmetall | Literal["enstemmig", "konsensus"], Eller("enstemmig", "konsensus")] | None = None
    tilfoersel: tuple[Tilfoersel, ...] = ()
    innspill: tuple[Innspill, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    oppsummering: Tekst | None = None
    videre_til: Id | None = None
    begrunnelse: Tekst | None = None
    merknad: Tekst | None = None

    @model_validator(mode="after")
    def _sier_hva_det_er(self) -> Self:
        if not any((self.sak, self.fast, self.tittel, self.bolk, self.pause, self.dag)):
            raise feil("tomt-sakspunkt", "punktet sier ikke hva det er: skriv sak, fast, tittel, bolk, pause eller dag")
        return self

    @property
    def behandles(self) -> bool:
        """Whether this line is something the council treats, not a heading, a pause or a new day."""
        return bool(self.sak or self.fast or self.tittel)


class Fristavvik(Modell):
    """A deadline that is another for this meeting."""

    frist: Tekst
    dato: Dato
    begrunnelse: Tekst | None = None


class Flytting(Modell):
    """The trace a moved meeting leaves."""

    opprinnelig: MoetetidFelt
    dato: Dato | None = None
    begrunnelse: Tekst | None = None


class Referat(Modell):
    """What happened to the minutes."""

    utkast_sendt: Dato | None = None
    godkjent: Dato | None = None
    publisert: Dato | None = None


#: What is sent before a meeting, by what its deadline is called → the key that says when it was.
SENDT: Mapping[str, str] = {"innkalling": "innkalt", "saksdokumenter": "papirer_ute"}


class Moete(Modell):
    """One meeting: agenda and minutes in one file."""

    id: FraStien
    tekst: Broedtekst = ""
    tid: MoetetidFelt
    type: Literal["ordinaert", "ekstraordinaert", "skriftlig"] = "ordinaert"
    krevd_av: Liste[Tekst] = ()
    form: Literal["fysisk", "digitalt", "hybrid"] | None = None
    sted: Tekst | None = None
    maalform: Maalform | None = None
    innkalt: Dato | None = None
    papirer_ute: Dato | None = None
    frist_avvik: tuple[Fristavvik, ...] = ()
    flyttet: tuple[Flytting, ...] = ()
    avlyst: Dato | None = None
    begrunnelse: Tekst | None = None
    moeteleder: Tekst | None = None
    fremmoete: EllerIkkeOppgitt[Fremmoete] | None = None
    saksliste: tuple[Sakspunkt, ...] = ()
    referat: Referat | None = None
    kilde: Tekst | None = None
    merknad: Tekst | None = None

    @property
    def er_skriftlig(self) -> bool:
        """Whether the cases are treated in writing: nobody meets, and the last day is the last for answers."""
        return self.type == "skriftlig" or self.tid.skriftlig

    def sendt(self, hva: str) -> date | None:
        """The day that the notice or the papers were sent; None where none is entered, and for all else."""
        naar: date | None = getattr(self, SENDT[hva]) if hva in SENDT else None
        return naar
