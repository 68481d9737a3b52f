"""How the council works: quorum, decisions, meetings, deadlines, minutes, openness, habilitet."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ehelse_cli.core.felter import Dato, EllerUkjent, Foerst, Id, JaNei, Lest, Liste, Ord, Tekst, les_med
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.funksjonstid import Varighet
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mandat.regel import HvemFelt, Krav, Norm, Opphav, Ordliste, Regel, Verdi, med_id
from ehelse_cli.core.mandat.sammensetning import Maaned, Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.modell import Modell

HyppighetFelt = Annotated[Hyppighet, Lest(les_med(Hyppighet.parse))]
FristFelt = Annotated[Frist, Lest(les_med(Frist.parse))]


class Vedtatt(Regel):
    """When the mandate was adopted, by whom and in which case."""

    dato: EllerUkjent[Dato] | None = None
    av: EllerUkjent[Id] | None = None
    sak: EllerUkjent[Tekst] | None = None


#: Who may count towards the quorum. A word misread here would turn a ja into a nei.
Teller = Literal["leder", "nestleder", "medlem", "stedfortreder"]


class Beslutningsdyktighet(Regel):
    """When enough have come. Every krav must hold; which persons count is `teller`, when it is tried is `proeves`."""

    krav: Verdi[Liste[Krav]] | None = None
    teller: Verdi[Liste[Teller]] | None = None
    proeves: Verdi[Literal["hver_sak", "moetet"]] | None = None
    for_: Annotated[Verdi[Ordliste] | None, Field(alias="for")] = None


class Dissens(Regel):
    """Where dissent is recorded."""

    foeres_i: Verdi[Tekst] | None = None
    begrunnelse: Verdi[JaNei] | None = None


class Forbehold(Opphav, Regel):
    """A reservation that always stands for some groups."""

    id: Id
    grupper: Liste[Id] = ()
    verdi: Ord


def _avgjoeres_ved(tekst: str) -> str:
    """A word for how it is decided, or a mengde. Raises ValueError with a Norwegian message."""
    if tekst not in AVGJOERELSESMAATER:
        Mengde.parse(tekst)
    return tekst


#: How a decision is reached when it is no mengde (`minst 2/3`).
AVGJOERELSESMAATER = ("konsensus", "soekt_enstemmighet", "flertall")
AvgjoeresVed = Annotated[str, Lest(les_med(_avgjoeres_ved))]


class Beslutning(Regel):
    """What a decision here is, for whom, and how it is reached."""

    virkning: Verdi[Literal["raad", "innstilling", "bindende"]] | None = None
    til: Verdi[Ordliste] | None = None
    gjennom: Verdi[HvemFelt] | None = None
    besluttes_av: Verdi[HvemFelt] | None = None
    binder: Verdi[Ordliste] | None = None
    avgjoeres_ved: Verdi[AvgjoeresVed] | None = None
    ved_likhet: Verdi[Ord] | None = None
    dissens: Verdi[Dissens] | None = None
    forbehold: Verdi[tuple[Forbehold, ...]] | None = None
    gjelder_saker: Verdi[Liste[Tekst]] | None = None
    ikke: Verdi[Liste[Tekst]] | None = None


class HyppighetStyrke(Regel):
    """One strength of «how often»; `unntatt` names months left out."""

    id: Id
    verdi: HyppighetFelt
    unntatt: Liste[Maaned] = ()


class Ekstramoete(Regel):
    """Who may demand an extra meeting."""

    kreves_av: Verdi[Liste[Tekst]] | None = None
    norm: Norm | None = None


class Moeteregel(Regel):
    """How often the council meets, and how."""

    hyppighet: Verdi[Annotated[tuple[HyppighetStyrke, ...], Foerst(med_id)]] | None = None
    fordeling: Verdi[Tekst] | None = None
    maaneder: Verdi[Liste[Maaned]] | None = None
    varighet: Verdi[Tekst] | None = None
    ekstra: Verdi[Ekstramoete] | None = None
    digitalt: Verdi[Tekst] | None = None
    behandling: Verdi[Tekst] | None = None
    andre: Verdi[Liste[Tekst]] | None = None


Frister = Literal[
    "innkalling",
    "saksliste",
    "saksdokumenter",
    "innmelding",
    "forfall",
    "referat",
    "kommentarer",
    "moeteplan",
    "aarshjul",
]


class Fristregel(Opphav, Regel):
    """One deadline; `hva` is the id unless said."""

    id: Id
    hva: Frister | None = None
    frist: Verdi[FristFelt]
    for_: Annotated[Literal["ordinaert", "ekstraordinaert", "skriftlig"] | None, Field(alias="for")] = None
    til: Ordliste = ()
    med: Ordliste = ()
    form: Tekst | None = None
    felles_med: Liste[Id] = ()

    @property
    def gjelder_hva(self) -> str:
        """What is due: `hva`, or the id where that says it."""
        return self.hva or self.id


class FastOppgave(Opphav, Regel):
    """A task that comes back, such as a case plan or an annual report."""

    id: Id
    hyppighet: Verdi[HyppighetFelt] | None = None
    frist: Verdi[FristFelt] | None = None


class Sakskrav(Opphav, Regel):
    """A requirement to a case that only a person can judge."""

    id: Id
    naar: Tekst | None = None
    kreves: Tekst | None = None
    med_mindre: Tekst | None = None


class Saksregel(Regel):
    """Who may raise cases, who sets the agenda, what the papers must show."""

    meldes_av: Verdi[Ordliste] | None = None
    uttoemmende: JaNei | None = None
    dagsorden_fastsettes_av: Verdi[HvemFelt] | None = None
    dagsorden_endres_av: Verdi[HvemFelt] | None = None
    forbereder_for: Verdi[Liste[Id]] | None = None
    underlag_skal_vise: Verdi[Ordliste] | None = None
    faste_punkter: Verdi[Liste[Tekst]] | None = None
    kan_innkalle: Verdi[Ordliste] | None = None
    kan_be_om_sak: Verdi[Ordliste] | None = None
    rekkefoelge: Verdi[Literal["fast", "fri"]] | None = None
    krav: Verdi[tuple[Sakskrav, ...]] | None = None


class Protokoll(Regel):
    """Minutes: who keeps and approves them, where they go."""

    foeres_av: Verdi[HvemFelt] | None = None
    godkjennes: Verdi[Literal["slutten_av_moetet", "neste_moete", "skriftlig"]] | None = None
    publiseres: Verdi[JaNei] | None = None
    sendes: Verdi[Ordliste] | None = None
    fravaer: Verdi[Literal["per_moete_og_sak"]] | None = None
    nummereres: Verdi[JaNei] | None = None


class Offentlighet(Regel):
    """What is open."""

    moeter: Verdi[Literal["aapne", "lukkede"]] | None = None
    innkalling: Verdi[Literal["publiseres", "unntas"]] | None = None
    saksdokumenter: Verdi[Literal["publiseres", "unntas"]] | None = None
    referat: Verdi[Literal["publiseres", "unntas"]] | None = None


class Habilitetsregel(Regel):
    """Impartiality: which rules hold and who decides."""

    regelverk: Verdi[Tekst] | None = None
    avgjoeres_av: Verdi[HvemFelt] | None = None
    meldes_til: Verdi[HvemFelt] | None = None
    inhabil: Verdi[Ord] | None = None
    tilhoerer: Verdi[JaNei] | None = None
    uten_beslutningsdyktighet: Verdi[Ord] | None = None


class SkriftligBehandling(Regel):
    """Whether cases may be treated in writing."""

    krav: Verdi[Tekst] | None = None


class Fullmakt(Regel):
    """What is delegated, to whom."""

    til: Verdi[HvemFelt] | None = None
    saker: Verdi[Liste[Tekst]] | None = None


class Sekretariatsregel(Regel):
    """Who the secretariat is."""

    virksomheter: Liste[Id] = ()
    stilling: Tekst | None = None
    med: Liste[Id] = ()
    medlem: Verdi[JaNei] | None = None
    rett: Verdi[Ordliste] | None = None


def _jevnlig_eller_varighet(verdi: Any) -> Any:
    return verdi if verdi == "jevnlig" else les_med(Varighet.parse)(verdi)


class Evaluering(Regel):
    """When mandate and composition are evaluated."""

    hvert: Verdi[Annotated[Varighet | Literal["jevnlig"], Lest(_jevnlig_eller_varighet)]] | None = None
    ved: Ordliste = ()
    frist: Verdi[Dato] | None = None
    hva: Tekst | None = None


class Underorgan(Opphav, Regel):
    """A body below, whose composition this mandate sets."""

    id: Id
    sammensetning: Verdi[Sammensetning] | None = None


class Punkt(Modell):
    """A clause of the prose and where it stood in the mandate before, for whoever compares the two."""

    id: Id
    flyttet_fra: Id


class Retningslinje(Regel):
    """A parent mandate as the minimum for those below."""

    virkning: Verdi[Literal["minimum"]] | None = None
    kan_fravikes: Verdi[JaNei] | None = None
    unntatt: Ordliste = ()
